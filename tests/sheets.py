"""Makes small toolkits to print, and reads a PDF's structure. All words are test data."""

import datetime
import io
import re
from pathlib import Path

import pypdf
from pypdf.generic import DictionaryObject

from press.library import edition
from press.library.edition import Edition
from press.library.load import load

TODAY = datetime.date(2026, 11, 22)
SITE = "https://site.example/press/"
FACT = "Test data: no school and no person."
TABLE = "| Sign | Meaning |\n|---|---|\n| One | The first |\n\n1. An item\n2. Another\n\n> A script to say.\n"


def activity(title: str = "First try", lead: str = "Read the line aloud, then say what you see.", steps: int = 4) -> str:
    """A sound activity, made up for the tests."""
    parts = "\n".join(f"### Part {n} (5 minutes)\n\n{lead}\n\nMore, which is not printed.\n" for n in range(1, steps + 1))
    rest = "\n".join(
        f"## {name}\n\n{FACT}\n" for name in ("For teacher leaders", "For principals", "Short version", "Remote version")
    )
    return f"""---
title: {title}
purpose: Try the press.
who: Nobody; this is test data.
minutes: {5 * steps}
group: small group
smallest: 4
largest: 8
materials: [A pen, Paper]
themes: [beliefs]
roles: [teacher]
---
## Before you start

{FACT}

## Steps

{parts}
**Write (2 lines):** What I see in "{title}"

## What the facilitator says and does

{FACT}

## How anyone may pass or opt out

{FACT}

## Debrief

- What did {title} show?
- What else?
- What next?

## What could go wrong

- **Too little time.** Stop.

{rest}
## What to read next

- Nothing; this is test data.

## Sources

- {FACT}
"""


def toolkit(title: str, letter: str, names: list[str]) -> str:
    """A sound opening page, made up for the tests."""
    sections = "\n".join(f"## {name}\n\n{FACT}\n" for name in (
        "Who it is for", "What we take from the report", "How long, and in what order", "What you will have at the end",
        "A plan for one meeting, one term, one year", "Sources",
    ))  # fmt: skip
    front = f"title: {title}\nletter: {letter}\nsummary: Try the press with test data.\nactivities: [{', '.join(names)}]"
    return f"---\n{front}\n---\n{sections}"


def put(root: Path, name: str, letter: str, **activities: str) -> Path:
    """Write a toolkit with its activities below `root`."""
    folder = root / "toolkits" / name
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(toolkit(f"Toolkit {name}", letter, list(activities)), encoding="utf-8")
    for key, text in activities.items():
        (folder / f"{key}.md").write_text(text, encoding="utf-8")
    return root


def prepared(root: Path) -> Edition:
    books = load(root)
    assert not books.problems
    return edition.prepare(books, "print", TODAY)


def small(root: Path) -> Edition:
    """One toolkit with two activities: a page of three panels."""
    return prepared(put(root, "alpha", "A", one=activity("First try"), two=activity("Second try")))


def contents(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}


def structure(reader: pypdf.PdfReader) -> list[DictionaryObject]:
    """The structure elements in reading order."""
    found: list[DictionaryObject] = []

    def walk(element: DictionaryObject) -> None:
        found.append(element)
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            kid = kid.get_object()
            if isinstance(kid, DictionaryObject) and "/S" in kid:
                walk(kid)

    walk(reader.root_object["/StructTreeRoot"]["/K"][0].get_object())  # type: ignore[index]
    return found


def written(page: pypdf.PageObject) -> str:
    return " ".join(page.extract_text().split())


def heard(page: pypdf.PageObject) -> str:
    """What of a page is read aloud: all but its artifacts."""
    content = page.get_contents()
    assert content is not None
    content.set_data(re.sub(rb"/Artifact\s*(?:<<[^>]*>>\s*BDC|BMC).*?EMC", b"", content.get_data(), flags=re.DOTALL))
    writer = pypdf.PdfWriter()
    writer.add_page(page).replace_contents(content)
    writer.write(stream := io.BytesIO())
    return written(pypdf.PdfReader(stream).pages[0])
