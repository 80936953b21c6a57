#!/bin/sh
# Tells the editors when a publish failed: opens one issue or keeps it up to date, closes it after the next success, and ends with 1
# where there was a failure, so that the run is red. It knows how GitHub says that the steps ended and nothing else: no log, no file
# name, no name. Called by .github/workflows/pages.yml with BUILT (`make site`), PUBLISHED (the job) and RUN_URL.
set -eu

body=$(mktemp)
trap 'rm -f "$body"' EXIT
if [ "$PUBLISHED" != success ]; then
    status=1
    cat > "$body" <<END
**Nothing was published. The site stands as it was published the last time.**

What is at stake: **a story that was taken back since then is still online, and so is one whose consent has ended.**

What to do first:

1. Ask whether a story was taken back in the last days, and run \`make review\`: it lists the consents that have ended. If there is one, don’t wait for the repair: under Settings, Pages, choose “Unpublish site”.
2. Open the run below. If “make site” is marked, it names the file and the line to mend. If another step is, choose “Re-run all jobs”; if that fails too, ask someone who knows the code.
3. This closes by itself after the next success.

**Write no name here, and nothing of a story: everyone can read this.**

Newest run: $RUN_URL
END
elif [ "$BUILT" != success ]; then
    status=1
    cat > "$body" <<END
**The texts of today could not be built. The site was published from the last ones that could be.**

What is at stake: nothing that was written or mended since then is on the site. Stories that were taken back, or whose consent has ended, were left out all the same.

What to do first:

1. Open the run below: under “make site” it names the file and the line to mend. On your own computer \`make site\` says the same.
2. Mend it. The site is published anew when the repair is in main.
3. Look at the site: is everything gone that should be? If not, choose “Unpublish site” under Settings, Pages.
4. This closes by itself after the next success.

**Write no name here, and nothing of a story: everyone can read this.**

Newest run: $RUN_URL
END
else
    status=0
    echo "The site was published."
fi
tools/issue.sh "The nightly publish failed" "$body" "What happened has changed: see above."
exit $status
