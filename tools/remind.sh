#!/bin/sh
# Keeps one open issue that lists the stories to ask about again, as `make due` wrote them: opens it, writes it anew, says when
# it has changed, closes it when nothing is left. Called by .github/workflows/consents.yml.
set -eu

export TITLE="Consents to ask for again"
issues="repos/$REPOSITORY/issues"
# Only an issue that this workflow opened: anyone may open one with the same title.
number=$(gh api --paginate "$issues?state=open&creator=github-actions%5Bbot%5D&per_page=100" \
    --jq '.[] | select(.title == env.TITLE) | .number' | head -n 1)

if [ ! -s due.md ]; then
    echo "No consent ends soon."
    [ -z "$number" ] || gh api --silent --method PATCH "$issues/$number" -f state=closed
    exit 0
fi

body=$(mktemp)
trap 'rm -f "$body"' EXIT
cat due.md > "$body"
cat >> "$body" <<'END'

Ask each teller whether the story may stay. If so, write the new dates under `consent` in its file. If not, or if nobody
answers, `python -m press withdraw STORY` takes it down. **Write no name here: everyone can read this.**
END

if [ -z "$number" ]; then
    gh api --silent --method POST "$issues" -f title="$TITLE" -F body=@"$body"
elif [ "$(gh api "$issues/$number" --jq .body)" != "$(cat "$body")" ]; then
    gh api --silent --method PATCH "$issues/$number" -F body=@"$body"
    gh api --silent --method POST "$issues/$number/comments" -f body="The list above has changed."
fi
