"""Turns a built site into its search index, which browsers load on first use."""

import os
import subprocess
import sys
from pathlib import Path

# Parts of an article that are about other pages, whose words would find the wrong page, and the names of facts, which would
# stick to the facts in an excerpt.
LEFT_OUT = ".tn-next, .tn-panels, .tn-feature, .tn-eyebrow, .tn-downloads, .tn-steps, .tn-actions, .tn-facts dt, .arc"

# Words and places in a file of the index; Pagefind fills 20,000 unless told. A browser loads one file or two for each word
# asked for, and most of a large one is about other words: at 5,000 stories the middle one has 9 kB now and had 37. Pagefind
# may drop this setting, which it calls unstable; a test of what the first result weighs then says so.
CHUNK = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "5000"}


class SearchFailed(Exception):
    """The index could not be made; the text is the indexer's own report."""


def index(site: Path) -> None:
    """Write `site/pagefind/`. Only pages whose article is marked with `data-pagefind-body` can be found."""
    options = ["--root-selector", "article", "--exclude-selectors", LEFT_OUT]  # nothing outside is read: a fifth less work
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900, env={**os.environ, **CHUNK})
    if done.returncode != 0 or not (site / "pagefind" / "pagefind.js").is_file():
        raise SearchFailed(done.stderr.strip() or done.stdout.strip())
