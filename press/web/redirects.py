"""Turns the old addresses of what is published into pages that lead on."""

import posixpath
from collections.abc import Iterator
from html import escape

from press.library.edition import Edition
from press.manuscript import links
from press.web.book import Page, Redirect
from press.web.templating import address

# No script and nothing loaded. A refresh at once is what search engines take for a lasting move; the link is for everyone else.
_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'">
<meta http-equiv="refresh" content="0; url={relative}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="{absolute}">
<title>This page has moved</title>
</head>
<body>
<main>
<h1>This page has moved</h1>
<p><a href="{relative}">Go to its new address</a></p>
</main>
</body>
</html>
"""


def redirects(edition: Edition, pages: tuple[Page, ...]) -> tuple[Redirect, ...]:
    """The redirects to what `edition` publishes, notices too. An address that a page has stays that page's."""
    taken = {address(page.uri) for page in pages}
    found: dict[str, Redirect] = {}
    for alias, path in _aliases(edition):
        if alias not in taken:
            found.setdefault(alias, Redirect(alias, links.uri(path)))
    return tuple(found[alias] for alias in sorted(found))


def _aliases(edition: Edition) -> Iterator[tuple[str, str]]:
    for entry in (*edition.entries, *edition.notices):
        yield from ((alias, entry.path) for alias in (entry.fields.aliases if entry.kind.has_aliases else ()))


def html(redirect: Redirect, site_url: str) -> str:
    """The page at the old address, for the site at `site_url`, which ends in "/"."""
    goal = address(redirect.goal)
    absolute = f"{site_url}{goal}/" if goal else site_url
    relative = posixpath.relpath(goal or ".", redirect.address) + "/"
    return _PAGE.format(relative=escape(relative), absolute=escape(absolute))


def markdown(redirect: Redirect) -> str:
    """The same for a site generator that takes plain Markdown."""
    way = posixpath.relpath(redirect.goal, posixpath.dirname(redirect.address) or ".")
    return f"---\ntitle: This page has moved\n---\n\n[Go to its new address]({way})\n"
