#!/bin/sh
# Puts the summary of a run's changes under its proposal; a later run replaces the comment. Called by
# .github/workflows/comment.yml. The proposal is found by GitHub's own facts (who, branch, commit), never by what the run says.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

number=$(gh api --method GET "repos/$REPOSITORY/pulls" -f state=open -f head="$HEAD_OWNER:$HEAD_BRANCH" \
    --jq "[.[] | select(.head.sha == env.HEAD)][0].number // empty")
if [ -z "$number" ]; then
    echo "No open proposal has this commit; nothing to say."
    exit 0
fi

gh run download "$RUN" --repo "$REPOSITORY" --name summary --dir "$folder"
python3 -m press.summary "$folder/summary.json" "$RUN_URL" > "$folder/comment.md"

mark="### What this proposal changes"
old=$(gh api --paginate "repos/$REPOSITORY/issues/$number/comments" \
    --jq ".[] | select(.user.login == \"github-actions[bot]\" and (.body | startswith(\"$mark\"))) | .id" | head -n 1)
if [ -n "$old" ]; then
    gh api --silent --method PATCH "repos/$REPOSITORY/issues/comments/$old" -F body=@"$folder/comment.md"
else
    gh api --silent --method POST "repos/$REPOSITORY/issues/$number/comments" -F body=@"$folder/comment.md"
fi
