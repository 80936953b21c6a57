"""Turns a built site into its search index, which browsers load on first use."""

import subprocess
import sys
from pathlib import Path

# Parts of an article that are about other pages, whose words would find the wrong page, and the names of facts, which would
# stick to the facts in an excerpt.
LEFT_OUT = ".tn-next, .tn-panels, .tn-feature, .tn-eyebrow, .tn-downloads, .tn-steps, .tn-actions, .tn-facts dt, .arc"


class SearchFailed(Exception):
    """The index could not be made; the text is the indexer's own report."""


def index(site: Path) -> None:
    """Write `site/pagefind/`. Only pages whose article is marked with `data-pagefind-body` can be found."""
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--quiet", "--exclude-selectors", LEFT_OUT]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    if done.returncode != 0 or not (site / "pagefind" / "pagefind.js").is_file():
        raise SearchFailed(done.stderr.strip() or done.stdout.strip())
