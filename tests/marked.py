"""Writes stories with a word of its own at each place where something could slip. All words are test data."""

from pathlib import Path

from paint import paint
from projects import REAL, story

# A word for each place of a story where something could slip. No stemmer shortens them.
PLACES = (
    "title", "summary", "author", "school", "interviewer", "translator", "editor", "heading", "body", "excerpt", "alt", "file",
    "credit", "profile", "alias",
)  # fmt: skip
STORIES = {"stays": "zqst", "withdrawn": "zqwi", "expired": "zqex", "web-only": "zqwe", "print-only": "zqpr", "later": "zqla"}
CONSENT = "\n  granted: 2020-01-01\n  channels: [web, print]\n  review_by: 2999-12-31\n  reason: Test data\n  evidence: C-0001"


def mark(name: str, place: str) -> str:
    """The word that stands at a place of a story; a picture's own for its file."""
    return f"{STORIES[name]}{place.replace('-', '')}k"


def write(root: Path, name: str) -> Path:
    """A story in a folder of its own, with a marked word at each place."""
    folder = root / "stories" / mark(name, "slug")
    folder.mkdir()
    paint("plain", folder / f"{mark(name, 'file')}.png")
    body = (
        f"## Of {mark(name, 'heading')}\n\nTest data of {mark(name, 'body')}.\n\n"
        f"![Squares of {mark(name, 'alt')}]({mark(name, 'file')}.png)\n\n"
        f"<!-- excerpt -->\n\nTest data of {mark(name, 'excerpt')}.\n\n<!-- end of excerpt -->\n"
    )
    if name == "stays":
        body += "".join(f"\n[Another one](../{mark(other, 'slug')}/index.md)\n" for other in STORIES if other != "stays")
    fields = {
        "title": f"Test data of {mark(name, 'title')}",
        "kind": "interview",
        "summary": f"Test data of {mark(name, 'summary')}.",
        "attribution": "named",
        "author": f"Test {mark(name, 'author')}",
        "school": f"Test {mark(name, 'school')}",
        **{helper: f"Test {mark(name, helper)}" for helper in ("interviewer", "translator", "editor")},
        "profile": f"https://example.org/{mark(name, 'profile')}",
        "consent": CONSENT.replace("Test data", f"Test {mark(name, 'reason')}"),
        "pictures": f"\n  - file: {mark(name, 'file')}.png\n    people: no\n    credit: Test {mark(name, 'credit')}",
        "aliases": f"[stories/{mark(name, 'alias')}]",
    }
    path = folder / "index.md"
    path.write_text(story(body, **{**REAL, **fields}), encoding="utf-8")
    return path
