"""Answers a browser that looks at a preview: with a file of the newest site, or with what keeps it from being made.

The newest site is told apart from those before by its number. A page of it loads a script, as a file of the site like any
other, which asks for the number and loads the page anew when there is another one.
"""

import http.server
import mimetypes
import posixpath
import secrets
import sys
import threading
from collections.abc import Callable
from html import escape
from http import HTTPStatus
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, unquote, urlsplit

RELOAD = "assets/press/reload.js"  # kept back from every site that is built; see mkdocs_plugin
NUMBER = "assets/press/reload.txt"
_SCRIPT = Path(__file__).parents[1] / "theme" / RELOAD
_WAIT = 20.0  # seconds that a browser waits for another number, before it asks again
_MADE_LATER = ("pagefind/", "search/")
_FAULT = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; connect-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>To mend</title>
</head>
<body>
<main>
<h1>The site can’t be shown until this is mended</h1>
<ul>
{lines}
</ul>
<p>This page goes by itself once it is.</p>
</main>
</body>
</html>
"""


class Answer(NamedTuple):
    """What a browser gets: a status, what it is, its bytes, and another address where it should go there."""

    status: HTTPStatus
    kind: str = "text/plain; charset=utf-8"
    content: bytes = b""
    goal: str = ""


class Shown:
    """The newest site, below the path `prefix`, or the `fault` that stands in its place."""

    def __init__(self, make_search: Callable[[Path], None]) -> None:
        self._make_search = make_search
        self._searching, self._news = threading.Lock(), threading.Condition()
        self._run, self._count = secrets.token_hex(4), 0  # after a new start too, a browser must see another number
        self._site: Path | None = None
        self._prefix, self._fault = "/", ""

    @property
    def number(self) -> str:
        """The number of what is shown."""
        return f"{self._run}-{self._count}"

    def show(self, site: Path, prefix: str) -> None:
        """From now on, show the `site`."""
        with self._news:
            self._site, self._prefix, self._fault = site, prefix, ""
            self._count += 1
            self._news.notify_all()

    def fail(self, fault: str) -> None:
        """From now on, show what is wrong in the place of each page, one fault a line."""
        with self._news:
            self._fault = fault
            self._count += 1
            self._news.notify_all()

    def answer(self, address: str) -> Answer:
        """What is at the `address`, as a browser asks for it."""
        parts = urlsplit(address)
        with self._news:
            number, site, prefix, fault = self.number, self._site, self._prefix, self._fault
        path = unquote(parts.path)
        if not path.startswith(prefix):
            return Answer(HTTPStatus.FOUND, goal=quote(prefix)) if path == "/" else Answer(HTTPStatus.NOT_FOUND)
        name = path.removeprefix(prefix)
        if name == RELOAD:
            return Answer(HTTPStatus.OK, "text/javascript", _SCRIPT.read_bytes())
        if name == NUMBER:
            return Answer(HTTPStatus.OK, content=self._another(parts.query).encode())
        script = f'<script type="module" src="{escape(quote(prefix))}{RELOAD}?{number}"></script>\n'.encode()
        if fault and (not posixpath.splitext(name)[1] or name.endswith(".html") or site is None):
            lines = "\n".join(f"<li>{escape(line)}</li>" for line in fault.splitlines())
            return Answer(HTTPStatus.SERVICE_UNAVAILABLE, "text/html", _with(script, _FAULT.format(lines=lines).encode()))
        return self._file(site, name, prefix, script) if site else Answer(HTTPStatus.NOT_FOUND)

    def _another(self, number: str) -> str:
        """The number, as soon as it is not `number`, or after a while."""
        with self._news:
            self._news.wait_for(lambda: self.number != number, _WAIT)
            return self.number

    def _file(self, site: Path, name: str, prefix: str, script: bytes) -> Answer:
        if name.startswith(_MADE_LATER):
            with self._searching:
                if not (site / _MADE_LATER[0]).is_dir():
                    self._make_search(site)
        place = site / posixpath.normpath(f"/{name}").lstrip("/")
        if place.is_dir():
            if name and not name.endswith("/"):
                return Answer(HTTPStatus.FOUND, goal=f"{quote(prefix + name)}/")
            place /= "index.html"
        try:
            kind = mimetypes.guess_type(place.name)[0] or "application/octet-stream"
            content, status = place.read_bytes(), HTTPStatus.OK
        except OSError:
            page = site / "404.html"
            kind, content, status = "text/html", page.read_bytes() if page.is_file() else b"", HTTPStatus.NOT_FOUND
        return Answer(status, kind, _with(script, content) if kind == "text/html" else content)


def _with(script: bytes, page: bytes) -> bytes:
    """The `page` with the `script`, if its own policy lets it load any; a page that only leads on has none."""
    return page.replace(b"</body>", script + b"</body>") if b"script-src 'self'" in page else page


class Server(http.server.ThreadingHTTPServer):
    """Lets browsers of this machine ask what is `shown`."""

    def __init__(self, port: int, shown: Shown) -> None:
        self.shown = shown
        super().__init__(("127.0.0.1", port), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, but for a browser that left in the middle of an answer."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(http.server.BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        self.do_HEAD(with_content=True)

    def do_HEAD(self, with_content: bool = False) -> None:
        answer = self.server.shown.answer(self.path)
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Security-Policy", "frame-ancestors 'none'")
        if answer.goal:
            self.send_header("Location", answer.goal)
        self.end_headers()
        if with_content:
            self.wfile.write(answer.content)

    def log_message(self, *_: object) -> None:
        """Nothing: the terminal is for what is to mend."""
