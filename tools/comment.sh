#!/bin/sh
# Puts the comment under a proposal: what it changes, as GitHub lists it, and what its own run reports; a later run replaces it.
# Called by .github/workflows/comment.yml. The proposal and its files are found by GitHub's own facts (who, branch, commit), never by
# what the run says. The run may be a stranger's, so a report that is missing, huge or odd must not keep the comment away.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

number=$(gh api --method GET "repos/$REPOSITORY/pulls" -f state=open -f base=main -f head="$HEAD_OWNER:$HEAD_BRANCH" \
    --jq "[.[] | select(.head.sha == env.HEAD)][0].number // empty")
if [ -z "$number" ]; then
    echo "No open proposal has this commit; nothing to say."
    exit 0
fi
gh api --paginate "repos/$REPOSITORY/pulls/$number/files?per_page=100" \
    --jq '.[] | [.status, .filename, .previous_filename // ""] | @json' > "$folder/files"
# What is listed is the newest commit's. If that is another one by now, its own run will speak of it.
if [ "$(gh api "repos/$REPOSITORY/pulls/$number" --jq .head.sha)" != "$HEAD" ]; then
    echo "The proposal has a newer commit; nothing to say of this one."
    exit 0
fi

size=$(gh api "repos/$REPOSITORY/actions/runs/$RUN/artifacts?name=summary" --jq '.artifacts[0].size_in_bytes // empty')
if [ -n "$size" ] && [ "$size" -le 1000000 ]; then
    timeout 60 gh run download "$RUN" --repo "$REPOSITORY" --name summary --dir "$folder/run" || echo "The report can't be fetched."
fi
offers=$(gh api "repos/$REPOSITORY/actions/runs/$RUN/artifacts?per_page=100" --jq '.artifacts[] | select(.expired | not) | .name' \
    | grep -xE 'preview|pictures' | sort -u || true)
# shellcheck disable=SC2086 # each is one word
python3 -m press.review.proposal "$folder/files" "$folder/run/summary.json" --run "$RUN_URL" --ended "$ENDED" --commit "$HEAD" \
    --offers $offers > "$folder/comment.md"

mark="### What this proposal changes"
old=$(gh api --paginate "repos/$REPOSITORY/issues/$number/comments" \
    --jq ".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$mark\"))) | .id" | head -n 1)
if [ -n "$old" ]; then
    gh api --silent --method PATCH "repos/$REPOSITORY/issues/comments/$old" -F body=@"$folder/comment.md"
else
    gh api --silent --method POST "repos/$REPOSITORY/issues/$number/comments" -F body=@"$folder/comment.md"
fi
