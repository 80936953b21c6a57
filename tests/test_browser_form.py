"""The form for stories in a real browser: it says what the checks say, and the file it gives passes them unchanged."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import served
from conftest import CASES, TODAY, Project
from playwright.sync_api import Page

from press import checks, edition, form_rules, library, schema, source
from press.problem import Problem

pytestmark = pytest.mark.browser

REPOSITORY = "https://github.com/test-owner/test-repository"
CONTACT = "editors@test.example"
TYPED = {"file", "headings", "links", "quotations"}  # no case trips these with what the form lets one write; texts below do
ALONE = {"consent", "attribution", "illustrative"}  # rules that the program looks at only where the fields are sound
SOUND = {
    "title": "Test data for a title", "kind": "first-person", "summary": "Test data for a summary.", "role": "teacher",
    "state": "Tennessee", "grades": "middle", "themes": ["beliefs"], "activities": ["test-kit/opening"],
    "published": "2026-11-01", "student_details": "none", "attribution": "named", "author": "Test Data",
    "consent.granted": "2026-09-01", "consent.channels": ["web", "print"], "consent.review_by": "2028-09-01",
    "consent.evidence": "C-0042", "text": "Test data for a story.",
}  # fmt: skip
RUN = """async ([base, inputs]) => {
  const rules = await import(base + "assets/press/write/rules.js");
  const manuscript = await import(base + "assets/press/write/manuscript.js");
  return inputs.map(([values, data, today]) => ({
    file: manuscript.file(values, data), name: manuscript.name(values, data), found: rules.problems(values, data, today),
  }));
}"""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site, with a repository on GitHub and a private contact."""
    root = tmp_path_factory.mktemp("form") / "project"
    with served(root, "--no-handouts", REPOSITORY_URL=REPOSITORY, CONTACT=CONTACT) as url:
        yield url


@pytest.fixture
def write(page: Page, site: str) -> Page:
    page.goto(site + "contribute/write/")
    page.wait_for_selector("[data-ready]")
    return page


def given_by(page: Page, site: str, inputs: list[dict[str, Any]], project: Project) -> list[dict[str, Any]]:
    """What the form's script makes of `inputs`: the file, its name, and what it finds wrong."""
    data = json.loads(json.dumps(form_rules.gathered(edition.prepare(project.load(), "web", TODAY))))
    page.goto(site)
    made: list[dict[str, Any]] = page.evaluate(RUN, [site, [[values, data, TODAY.isoformat()] for values in inputs]])
    return made


def told(problem: Problem) -> tuple[str, ...]:
    return problem.rule, problem.what, problem.mend, problem.level


def both(page: Page, site: str, inputs: list[dict[str, Any]], project: Project) -> Iterator[tuple[set[Any], set[Any], str]]:
    """For each input what the form finds, what the program finds in the file that the form gives, and the file."""
    for made in given_by(page, site, inputs, project):
        path = f"stories/{made['name']}"
        project.write(path, made["file"])
        read = library.load(project.root)
        programs = {told(one) for one in checks.run(read, TODAY) if one.path == path and one.rule != "signs"}
        forms = {(one["rule"], one["what"], one["mend"], one["level"]) for one in made["found"]}
        (project.root / path).unlink()
        rules = {one[0] for one in programs}
        if "front-matter" in rules:
            forms = {one for one in forms if one[0] not in ALONE}
        if "file" in rules:  # the program reads no further
            forms = {one for one in forms if one[0] == "file"}
        yield forms, programs, made["file"]


def values_of(path: Path) -> dict[str, Any]:
    """A case's story as it would stand in the form, which offers only what there is to choose."""
    read = source.parse(path.read_bytes(), "stories/case.md")
    made = schema.story()
    values: dict[str, Any] = {"text": read.body}
    groups: dict[str, tuple[Any, Any]] = {
        "": (made, read.front),
        "consent.": (made["$defs"]["Consent"], read.front.get("consent")),
    }
    for group, (record, front) in groups.items():
        for name, about in record["properties"].items() if isinstance(front, dict) else ():
            value = front.get(name)
            if about.get("type") == "array" and isinstance(value, list):
                offered = about["items"].get("enum", ["test-kit/opening", "test-kit/closing"])
                values[group + name] = list(dict.fromkeys(one for one in value if one in offered))
            elif isinstance(value, str) and value in about.get("enum", [value]):
                values[group + name] = value
    return values


STORIES = sorted(
    path
    for path in CASES.glob("*/stories/**/*.md")
    if (front := source.parse(path.read_bytes(), "stories/x.md").front) and "withdrawn" not in front
)


def test_each_case_is_told_in_the_same_words_by_the_form_and_by_the_program(page: Page, site: str, project: Project) -> None:
    inputs = [values_of(path) for path in STORIES]
    seen, unlike = set(), []
    for path, (forms, programs, _) in zip(STORIES, both(page, site, inputs, project), strict=True):
        seen |= {one[0] for one in forms}
        unlike += [(path.parent.parent.name, path.name, forms - programs, programs - forms)] if forms != programs else []
    assert unlike == []
    assert seen >= set(form_rules.RULES) - TYPED


def test_each_check_is_in_the_form_or_can_not_be_broken_there() -> None:
    elsewhere = {
        "picture-data", "alt-text", "pictures", "people", "unused-picture",  # the form takes no pictures
        "minutes", "group", "sections", "listed", "letters",  # of toolkits
        "html", "activities", "names", "addresses", "aliases",  # the form writes none, offers what there is, names the file
        "signs",  # a note on the handouts' fonts, which the form does not know
        "pasted", "unfinished",  # the form makes lists and headings of what was meant so, and writes no marks
    }  # fmt: skip
    assert {check.rule for check in checks.CHECKS} | {"file", "front-matter"} == set(form_rules.RULES) | elsewhere


TEXTS = [
    "Write to test.data@example.org or test.data [at] example.org.",
    "test&#64;example.org",
    "(615) 555-0100",
    "615.555.0100",
    "123-45-6789",
    "s1234567 and ID 4711",
    "12 Sample Street",
    "PO Box 12",
    "Sampleton, TN 37203",
    "call 555-0100",
    "2018-2019, C-0042, 24/7, pp. 998–1002, ISBN 978-0-13-468599-1",
    "https://example.org/a@example.org/6155550100",
    "“Smart quotes” and ‘single’, a\u00a0no-break space, a\ttab…",
    "Emoji 🙂🏽 and 👩🏽‍🏫",
    "שלום and مرحبا at the start",
    "\u202eturned around\u202c",
    "---",
    "***\n- - -\n___",
    "# One\n###### Six\n##\n#tag\n## With end ##\n## C#",
    "- one\n- two\n* three\n• four\nText\n1. first\n2) second\n+ plus",
    "> quoted\n    four spaces\n\tindented",
    "<script>alert(1)</script> <b>bold</b> <!-- hidden --> <Somebody Real>",
    "&amp; &lt;b&gt; &copy; AT&T R&D",
    "[dead](nowhere.md) [web](https://example.org/x) [js](javascript:alert(1)) ![pic](a.jpg) [ref]: x",
    "`code` *em* __strong__ ~~x~~",
    "C:\\Users\\test \\* \\",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "Title\n===\nOther\n---",
    "~~~\nfence\n```",
    "A leverage of PLC and IEP and XYZQ, the norm (NRM) and NRM.",
    "One protocol, the [norm](../docs/glossary.md#norm), a norm.",
    "We used " + "many words that go on and on " * 6 + "at last.",
    "It was 9 a.m. on May 3. Dr. Test came... No. 7 left. " * 2,
    "We wondered… and then " + "so " * 31 + "it ended. (Test 2019)",
    "Wait--no---yes. " + "word " * 29 + "end--end",
    "x " * 7000,
    "word" * 3500,
    "[" * 45,
    ("[" * 9 + "\n") * 250,
    "## h\n" * 310,
    "line\n" * 2100,
    "a" * 100_500,
    "",
    "<!-- excerpt -->\nTest data.\n<!-- end of excerpt -->",
    "<!-- excerpt -->\n<!-- end of excerpt -->\nAfter.",
    "<!-- end of excerpt -->\nTest\n<!-- excerpt -->",
    "<!-- excerpt -->",
    "title: x\nkind: y\n...",
    "A Black teacher in Nashville teaches algebra, ninth grade, since 2015.",
    "Testa, a student, and another student called Testo.",
    "“" + "word " * 45 + "”",
    "Police came. Somebody was suspended; racism, loss, a funeral.",
    "a\u2028b\u2029c\u0085d\u000be\u007f",
    "ﬁve ½ ² Ⅳ 𝔸 ߁",
    "https://example.org [x](https://example.org/(a)) <https://example.org>",
    "!important ![",
    "**To write:** test data.\n\n- **To write:** test data.",
    "•\tone\n•\ttwo\n\n##Heading\n\n    four spaces\n\n\ttab",
    "o one\n\no\ttwo\n\n· three\n\n● four\n\n✓ five\n\n#### six",
    "soft\u00adhyphen zero\u200bwidth \u2067isolate\u2069 \u202bembedded\u202c",
    "-\u00a0item\n##\u00a0Heading",
    "\ufeffbom \ud83d half",
]


def test_what_is_typed_or_pasted_is_judged_alike_by_the_form_and_by_the_program(page: Page, site: str, project: Project) -> None:
    inputs = [{**SOUND, "text": text, "attribution": shown} for text in TEXTS for shown in ("named", "pseudonym")]
    seen, unlike = set(), []
    for values, (forms, programs, file) in zip(inputs, both(page, site, inputs, project), strict=True):
        seen |= {one[0] for one in forms}
        unlike += [(values["text"][:200], file[-300:], forms - programs, programs - forms)] if forms != programs else []
    assert unlike == []
    assert seen >= TYPED


LINES = [
    "A title: with a colon",
    'He said "no"',
    "it's",
    "- dash",
    "# hash",
    "'quoted'",
    "@at",
    "*star",
    "&anchor",
    "!tag",
    "%",
    "yes",
    "null",
    "2026",
    "[list]",
    "{map}",
    "a # b",
    "🙂",
    "שלום",
    "x" * 71,
    "x" * 161,
    "test@example.org",
    "12 Sample Street",
    "<b>",
    "a\tb\nc",
    "\\",
    "In Boston schools",
    "Testa, a student",
]


def test_each_line_of_front_matter_is_judged_alike_and_read_back_as_typed(page: Page, site: str, project: Project) -> None:
    inputs = [{**SOUND, name: " ".join(line.split())} for line in LINES for name in ("title", "summary", "author", "school")]
    for values, (forms, programs, file) in zip(inputs, both(page, site, inputs, project), strict=True):
        assert forms == programs, file
        front = source.parse(file.encode(), "stories/x.md").front
        assert {name: front.get(name) for name in ("title", "summary", "author", "school")} == {
            name: values.get(name) for name in ("title", "summary", "author", "school")
        }


def test_each_way_to_fill_in_consent_and_teller_is_judged_alike(page: Page, site: str, project: Project) -> None:
    teller = [
        {**SOUND, "kind": kind, "attribution": shown, "author": author, "school": school, "profile": profile}
        for kind in ("first-person", "illustrative")
        for shown in ("", "named", "first-name", "pseudonym", "anonymous")
        for author in ("", "Test Data")
        for school, profile in (("", ""), ("Test data", "https://example.org/me"), ("", "http://example.org"))
    ]
    days = ("", "2026-01-01", "2026-11-22", "2026-11-23", "2030-01-01")
    consent = [
        {**SOUND, "consent.granted": granted, "consent.review_by": ends, "consent.channels": channels, "consent.evidence": number}
        for granted in days
        for ends in days
        for channels, number in (([], ""), (["web"], "C-0042"), (["web", "print"], "signed.pdf"))
    ]
    inputs: list[dict[str, Any]] = [
        *teller,
        *consent,
        {"published": "2026-11-01"},
        {**SOUND, "themes": ["beliefs", "policy", "grading", "discipline"], "published": "soon"},
    ]
    seen = set()
    for values, (forms, programs, file) in zip(inputs, both(page, site, inputs, project), strict=True):
        assert forms == programs, f"{values}\n{file}"
        seen |= {one[0] for one in forms}
    assert seen >= ALONE
