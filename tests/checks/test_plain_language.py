"""Long sentences and unexplained words are noted, and what only looks like them is let be."""

import pytest

from press import checks
from press.checks import plain_language, terms
from press.library.load import load
from press.manuscript import glossary
from press.publishing.publish import today
from projects import ROOT, Project

STORY = "stories/an-example.md"
FRONT = "---\ntitle: Glossary\ndescription: Test data.\n---\n"


def say(project: Project, text: str, *terms: str) -> list[str]:
    """What is noted where a story holds this text and the glossary these terms; line 24 of the story is the text's first."""
    entries = "".join(f"### {term}\n\nTest data.\n\n" for term in terms)
    project.write(glossary.PATH, f"{FRONT}\n## Norm\n\n{entries}Test data.\n")
    project.change(STORY, "## Afterward\n", f"## Afterward\n\n{text}\n")
    return [line for line in project.problems() if line.endswith(("[sentences]", "[jargon]"))]


@pytest.mark.parametrize(
    ("term", "used"),
    [
        ("Community of practice", "communities of practice"),
        ("Exit ticket", "Exit-Tickets"),
        ("Implicit bias", "implicit biases"),
        ("Disaggregation", "disaggregate"),
        ("Impact and intent", "intent and impact"),
        ("Institutional and structural racism", "institutional racism"),
        ("Teacher’s aide", "teacher’s aide"),
        ("Root cause", "root\ncause"),
        ("Root cause", "root **cause**"),
    ],
)
def test_a_term_is_known_in_its_forms(project: Project, term: str, used: str) -> None:
    (line,) = say(project, f"This is test data of {used} and more.", term)
    assert line.startswith(f"{STORY}:24: To review: ")
    assert line.endswith("[jargon]")


@pytest.mark.parametrize(
    "text",
    [
        "See [test data](../docs/glossary.md#root-cause), then the root cause.",
        "See [the root cause](../toolkits/test-kit/opening.md).",
        "Here `root cause` is code.",
        "### Root cause\n\nTest data.",
        "**Write (2 lines):** A root cause.",
        "## Sources\n\n- *Root Cause*, test data.",
        "The uprooted root caused it.",
    ],
)
def test_a_term_that_is_linked_named_or_no_term_is_let_be(project: Project, text: str) -> None:
    assert say(project, text, "Root cause") == []


def test_an_activity_named_after_a_term_uses_no_term(project: Project) -> None:
    project.change("toolkits/test-kit/opening.md", "title: Opening", "title: Exit ticket")
    assert say(project, "Run Exit ticket first.", "Exit ticket") == []


def test_an_everyday_word_needs_no_link(project: Project) -> None:
    assert say(project, "With her consent, the teacher leader made a repair.", "Consent", "Repair", "Teacher leader") == []


def test_a_term_is_noted_once_a_page(project: Project) -> None:
    assert len(say(project, "A root cause.\n\nMore root causes.", "Root cause")) == 1


@pytest.mark.parametrize("text", ["A PLC (a group).", "A learning community (PLC).", "A PDF, CC BY, US, XVII.", "NOT not."])
def test_a_short_form_that_is_explained_or_well_known_is_let_be(project: Project, text: str) -> None:
    assert say(project, text) == []


def test_unknown_capitals_are_not_repeated(project: Project) -> None:
    (line,) = say(project, "It was QRS who told me.")
    assert line.endswith("[jargon]")
    assert "QRS" not in line


def test_a_source_in_brackets_does_not_lengthen_a_sentence(project: Project) -> None:
    assert say(project, f"It was so {'and so ' * 10}(A. Reader, *A Title of Some Length*, May 1, 2015).") == []


@pytest.mark.parametrize("term", ["", "!!!", "-", "É", "(a) b"])
def test_no_heading_of_the_glossary_ends_the_check(project: Project, term: str) -> None:
    say(project, "This is a b of test data.", term)


def test_every_everyday_word_would_be_noted_as_a_term_if_it_were_none(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    words = terms.EVERYDAY
    monkeypatch.setattr(terms, "EVERYDAY", ())
    text = "\n\n".join(f"This is test data of {word} and more." for word in words)
    assert len(say(project, text, *map(str.capitalize, words))) == len(words) > 1


def test_the_published_texts_are_plain() -> None:
    books = load(ROOT)
    assert not [str(note) for note in plain_language.sentences_are_short(books, today())]
    assert not [str(note) for note in plain_language.words_are_explained(books, today())]
    assert {"sentences", "jargon"} <= {check.rule for check in checks.CHECKS}
