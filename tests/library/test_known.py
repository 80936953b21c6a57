"""What was read before is read anew only where its file has changed: `make serve` reads everything after each change."""

from pathlib import Path

import pytest
from markdown_it.token import Token

from press import checks
from press.library.load import load
from press.manuscript import markdown
from press.manuscript.source import Known
from press.publishing import publish
from projects import Project


def test_only_what_has_changed_is_read_anew(project: Project) -> None:
    known: Known = {}
    before = load(project.root, known)
    story = project.root / "stories" / "an-example.md"
    story.write_text(story.read_text(encoding="utf-8") + "\nA line more.\n", encoding="utf-8")
    after = load(project.root, known)
    assert {path for path in after.sources if after.sources[path] is not before.sources[path]} == {"stories/an-example.md"}
    assert "A line more." in after.sources["stories/an-example.md"].body


def test_what_is_gone_stays_gone(project: Project) -> None:
    known: Known = {}
    load(project.root, known)
    (project.root / "stories" / "an-example.md").unlink()
    assert "stories/an-example.md" not in load(project.root, known).sources


def test_a_text_that_stands_where_another_stood_is_read(project: Project) -> None:
    known: Known = {}
    story = project.root / "stories" / "an-example.md"
    old = load(project.root, known).sources["stories/an-example.md"].body
    data = story.read_bytes()
    other = Path(f"{story}.new")
    other.write_bytes(data[:-2] + b"!\n")  # as long as before
    other.replace(story)
    assert load(project.root, known).sources["stories/an-example.md"].body != old


def test_what_is_known_is_checked_to_the_same_end_and_parsed_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    known: Known = {}
    anew = checks.run(load(project.root), publish.today())
    first = checks.run(load(project.root, known), publish.today())
    parsed: list[str] = []
    parse = markdown.parse

    def noted(text: str) -> list[Token]:
        parsed.append(text)
        return parse(text)

    monkeypatch.setattr(markdown, "parse", noted)
    again = checks.run(load(project.root, known), publish.today())
    assert anew == first == again
    bodies = {source.body for source in load(project.root, known).sources.values()}
    assert not bodies & set(parsed)
