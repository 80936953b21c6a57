#!/bin/sh
# Keeps one open issue as a file says: opens it, writes it anew, says so where it has changed, closes it where the file is empty.
# A line that begins with "Newest run:" may change without a word. Called by tools/remind.sh and tools/alarm.sh.
# Usage: REPOSITORY=owner/name tools/issue.sh TITLE FILE WHAT-TO-SAY-OF-A-CHANGE
set -eu
export TITLE="$1"
file=$2 note=$3

lasting() { printf '%s\n' "$1" | sed '/^Newest run:/d'; }

issues="repos/$REPOSITORY/issues"
# Only an issue that a workflow opened: anyone may open one with the same title.
number=$(gh api --paginate "$issues?state=open&creator=github-actions%5Bbot%5D&per_page=100" \
    --jq '.[] | select(.title == env.TITLE) | .number' | head -n 1)

if [ ! -s "$file" ]; then
    [ -z "$number" ] || gh api --silent --method PATCH "$issues/$number" -f state=closed
elif [ -z "$number" ]; then
    gh api --silent --method POST "$issues" -f title="$TITLE" -F body=@"$file"
else
    new=$(cat "$file")
    old=$(gh api "$issues/$number" --jq .body | tr -d '\r')
    [ "$new" = "$old" ] || gh api --silent --method PATCH "$issues/$number" -F body=@"$file"
    [ "$(lasting "$new")" = "$(lasting "$old")" ] || gh api --silent --method POST "$issues/$number/comments" -f body="$note"
fi
