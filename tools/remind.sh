#!/bin/sh
# Keeps one open issue that lists the stories to ask about again, as `make due` wrote them. Called by
# .github/workflows/consents.yml.
set -eu

body=$(mktemp)
trap 'rm -f "$body"' EXIT
if [ -s due.md ]; then
    cat due.md - > "$body" <<'END'

Ask each teller whether the story may stay. If so, write the new dates under `consent` in its file. If not, or if nobody answers, `python -m press withdraw STORY` takes it down. **Write no name here: everyone can read this.**
END
else
    echo "No consent ends soon."
fi
tools/issue.sh "Consents to ask for again" "$body" "The list above has changed."
