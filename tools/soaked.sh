#!/bin/sh
# Tells the maintainers when the weekly random tests failed, and with which seed to repeat them: opens one issue or keeps it up to
# date, and closes it after the next success. Called by .github/workflows/soak.yml with SOAKED (how it ended), SEED and RUN_URL.
set -eu

body=$(mktemp)
trap 'rm -f "$body"' EXIT
if [ "$SOAKED" = success ]; then
    echo "The random tests found nothing."
else
    cat > "$body" <<END
**The weekly random tests failed, or ran out of time.**

To repeat them on your own computer: \`make soak SEED=$SEED\`. The run below names the test. With the test's name it takes minutes: \`SOAK=1 SEED=$SEED .venv/bin/python -m pytest -m soak -k NAME\`.

This closes by itself after the next success.

Newest run: $RUN_URL
END
fi
tools/issue.sh "The weekly random tests failed" "$body" "They failed again, with another seed: see above."
