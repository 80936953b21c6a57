#!/bin/sh
# Lint, form, types and import contracts, of Python and of the site's scripts; all of them run, and any fault ends with 1.
# Usage: tools/check-code.sh VENV/bin
bin=$1
status=0
"$bin/mypy" --no-error-summary >/tmp/mypy.$$ 2>&1 &  # the longest of them, beside the others
types=$!
"$bin/ruff" check --quiet . || status=1
"$bin/ruff" format --quiet --check . || { echo "Some files are not in the usual form. Run: make format" >&2; status=1; }
"$bin/lint-imports" --no-logo >/tmp/lint-imports.$$ 2>&1 || { cat /tmp/lint-imports.$$; status=1; }
rm -f /tmp/lint-imports.$$
js=tools/js/node_modules/.bin
if [ -x "$js/biome" ]; then
    "$js/biome" check --config-path=tools/js --error-on-warnings press/theme/assets/press tests/js >/tmp/biome.$$ 2>&1 \
        || { cat /tmp/biome.$$; status=1; }
    rm -f /tmp/biome.$$
    "$js/tsc" --project tools/js || status=1
else
    echo "The site's scripts are not looked over: what does that is not installed. Run: npm ci --prefix tools/js" >&2
fi
wait $types || status=1
cat /tmp/mypy.$$
rm -f /tmp/mypy.$$
exit $status
