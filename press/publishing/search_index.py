"""Turns a built site into its search index, which browsers load on first use."""

import ctypes
import functools
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from press.disk import refusal, scratch
from press.library.synonyms import StandIns
from press.publishing import search_words

# Parts of an article that are about other pages, whose words would find the wrong page, and the names of facts, which would
# stick to the facts in an excerpt.
LEFT_OUT = ".tn-next, .tn-panels, .tn-feature, .tn-eyebrow, .tn-downloads, .tn-steps, .tn-actions, .tn-facts dt, .arc"

# Words and places in a file of the index; Pagefind fills 20,000 unless told. A browser loads one file or two for each word
# asked for, and most of a large one is about other words: at 5,000 stories the middle one has 9 kB now and had 37. Pagefind
# may drop this setting, which it calls unstable; a test of what the first result weighs then says so.
CHUNK = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "5000"}

# Pagefind takes a file that it can't get for one with nothing in it, and then finds nothing. So it fetches through the theme's
# own module, which sees to it that the reader hears of that.
FETCH = 'import { fetcher } from "../assets/press/search-files.js"; const fetch = fetcher(import.meta.url);\n'

_PR_SET_PDEATHSIG = 1  # prctl(2)
_TOO_LARGE = getattr(signal, "SIGXFSZ", None)  # what ends a program that writes more than a limit on files allows

_HTML = re.compile(r"<html\b[^>]*>")
_BODY = re.compile(r"<article\b[^>]*\bdata-pagefind-body\b[^>]*>")
_LEAD = '<p class="tn-lead">'
_WORDLESS = re.compile(r'<svg\b.*?</svg>|<section class="tn-next">.*?</section>', re.DOTALL)  # no section lies in another


class SearchFailed(Exception):
    """The index could not be made; the text is the indexer's own report."""


def index(site: Path, work: Path, stand_ins: StandIns | None = None) -> None:
    """Write `site/pagefind/` and `site/search/`. Only pages whose article is marked with `data-pagefind-body` can be found.

    `stand_ins` are other words for what is asked. What the index is made from lies below the folder `work` meanwhile. Raises
    SearchFailed.
    """
    with scratch.folder(work) as folder:
        _copy(site, folder)
        command = [sys.executable, "-m", "pagefind", "--site", str(folder), "--output-path", str(site / "pagefind"), "--quiet"]
        command += ["--exclude-selectors", LEFT_OUT]
        # Elsewhere than on Linux an indexer that is left alone ends with its work, within seconds.
        bound = functools.partial(_end_with, os.getpid()) if sys.platform == "linux" else None
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=900, env={**os.environ, **CHUNK}, preexec_fn=bound
        )
    if done.returncode != 0 or not (site / "pagefind" / "pagefind.js").is_file():
        report = done.stderr.strip() or done.stdout.strip()
        said = refusal.TOO_LARGE if -done.returncode == _TOO_LARGE else refusal.in_words(report)
        raise SearchFailed(said or report or f"The indexer ended with {done.returncode} and said nothing.")
    script = site / "pagefind" / "pagefind.js"
    script.write_bytes(FETCH.encode() + script.read_bytes())
    search_words.write(site, stand_ins or {})


def _end_with(parent: int) -> None:
    """Let this process be ended with its `parent`, however that ends: an indexer left alone would go on writing."""
    library = ctypes.CDLL(None)
    library.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it has gone already
        os._exit(1)


def _copy(site: Path, folder: Path) -> None:
    """Write into `folder` what the index is made from: of each page its article, which has all that is looked for.

    That is a fourth of its HTML; the index comes out the same, in half the time.
    """
    for page in sorted(site.rglob("*.html")):
        slim = _slim(page.read_text(encoding="utf-8"))
        if slim:
            copy = folder / page.relative_to(site)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_text(slim, encoding="utf-8")


def _slim(html: str) -> str:
    """A page's article; nothing where it can't be found by search."""
    top, body = _HTML.search(html), _BODY.search(html)
    if not top or not body:
        return ""
    article = _WORDLESS.sub("", html[body.start() : html.rindex("</article>")])
    article = article.replace(_LEAD, '<p class="tn-lead" data-pagefind-meta="summary">', 1)
    return f"<!doctype html>{top[0]}<body>{article}</article></body></html>"
