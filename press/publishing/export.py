"""Turns today's editions into a folder of plain Markdown that another site generator can build."""

import json
from pathlib import Path

from press import handouts
from press.disk import scratch, swap
from press.disk.scratch import WORK
from press.library import settings
from press.library.edition import Editions
from press.manuscript import images
from press.web import pages, redirects


class NotEmpty(Exception):
    """The folder to export to holds something already."""


def write(root: Path, editions: Editions, folder: Path) -> int:
    """Write every page of the web edition, its pictures and the handouts kept from a build; give the number of pages.

    Each page starts with `title` and `description`, as most generators read them. All of it is written, or nothing. Raises
    NotEmpty and OSError.
    """
    if folder.exists() and any(folder.iterdir()):
        raise NotEmpty(f"{folder} is not empty. Name a new folder, so that nothing of yours is overwritten.")
    folder = folder.resolve()
    with scratch.folder(scratch.near(folder)) as work:
        new = work / "export"
        count = _write_all(root, editions, new)
        folder.parent.mkdir(parents=True, exist_ok=True)
        swap.open_to_all(new)
        swap.swap(new, folder, "index.md")
    return count


def _write_all(root: Path, editions: Editions, folder: Path) -> int:
    addresses = settings.load(root)
    kept = handouts.kept(editions.printed, addresses.site_url, root / WORK / "handouts")
    book = pages.bind(editions.web, kept, addresses.contact)
    for page in book.pages:
        front = f"---\ntitle: {_quoted(page.title)}\ndescription: {_quoted(page.description)}\n---\n\n"
        _write(folder / page.uri, (front + page.markdown).encode())
    for redirect in book.redirects:
        _write(folder / f"{redirect.address}.md", redirects.markdown(redirect).encode())
    for asset in book.assets:
        content = images.publishable(asset.path, root / WORK / "pictures") if asset.is_picture else asset.content
        _write(folder / asset.uri, asset.path.read_bytes() if content is None else content)
    return len(book.pages)


def _quoted(text: str) -> str:
    """`text` as YAML takes it, whatever it holds: a JSON string is a YAML string too."""
    return json.dumps(text, ensure_ascii=False)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
