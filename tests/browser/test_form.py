"""The form for stories in a real browser: it says what the checks say, and the file it gives passes them unchanged."""

import datetime
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Download, Page, expect

import manuscripts
from browsing import NARROW, WIDE, barriers, served
from forms import look
from press import checks
from press.library import edition, json_schema, kinds, validation, wording
from press.library.load import load
from press.library.model import Story
from press.manuscript.problem import Problem
from press.web.form import faults, questions, rules
from press.web.pages import in_words
from projects import CASES, TODAY, Project

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("context")]  # a draft that another test left is asked about

REPOSITORY = "https://github.com/test-owner/test-repository"
CONTACT = "editors@test.example"
ACTIVITY = manuscripts.an_activity().fields.title
TYPED = {"file", "headings", "links", "quotations"}  # no case trips these with what the form lets one write; texts below do
PICTURED = {"people"}  # a case here has no pictures; test_form_pictures.py looks at those
UNREAD = {limit["words"][0] for limit in faults.of_files().values() if isinstance(limit, dict)}
EDITORS = {"signs", "detours"}  # notes that an editor gets, and the form does not know
ALONE = {"consent", "dates", "attribution", "illustrative"}  # rules that the program looks at only where the fields are sound
SOUND = {
    "title": "Test data for a title", "kind": "first-person", "summary": "Test data for a summary.", "role": "teacher",
    "state": "Tennessee", "grades": "middle", "themes": ["beliefs"], "activities": ["test-kit/opening"],
    "published": "2026-11-01", "student_details": "none", "attribution": "named", "author": "Test Data",
    "consent.granted": "2026-09-01", "consent.channels": ["web", "print"], "consent.review_by": "2028-09-01",
    "consent.evidence": "C-0042", "text": "Test data for a story.",
}  # fmt: skip
WRITTEN = {name: value for name, value in SOUND.items() if name not in ("attribution", "author") and "." not in name}
RUN = """async ([base, inputs]) => {
  const rules = await import(base + "assets/press/write/rules.js");
  const manuscript = await import(base + "assets/press/write/manuscript.js");
  return inputs.map(([values, data, today]) => ({
    file: manuscript.file(values, data), name: manuscript.name(values, data), found: rules.problems(values, data, today),
  }));
}"""


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the copy of this project lies that the site is built from."""
    return tmp_path_factory.mktemp("form") / "project"


@pytest.fixture(scope="session")
def site(root: Path) -> Iterator[str]:
    """The real site, with a repository on GitHub and a private contact."""
    with served(root, "--no-handouts", REPOSITORY_URL=REPOSITORY, CONTACT=CONTACT) as url:
        yield url


@pytest.fixture
def write(page: Page, site: str) -> Page:
    page.goto(site + "contribute/write/")
    page.wait_for_selector("[data-ready]")
    return page


def given_by(page: Page, site: str, inputs: list[dict[str, Any]], project: Project) -> list[dict[str, Any]]:
    """What the form's script makes of `inputs`: the file, its name, and what it finds wrong."""
    data = json.loads(json.dumps({**rules.gathered(edition.prepare(project.load(), "web", TODAY)), "lists": rules.lists()}))
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
        read = load(project.root)
        programs = {told(one) for one in checks.run(read, TODAY) if one.path == path and one.rule not in EDITORS}
        forms = {(one["rule"], one["what"], one["mend"], one["level"]) for one in made["found"]}
        (project.root / path).unlink()
        broken = {one[0] for one in programs}
        if "front-matter" in broken:
            forms = {one for one in forms if one[0] not in ALONE}
        if "file" in broken or any(one[1] in UNREAD for one in programs):  # the program reads no further
            forms = {one for one in forms if one[0] == "file" or one[1] in UNREAD}
        yield forms, programs, made["file"]


def values_of(path: Path) -> dict[str, Any]:
    """A case's story as it would stand in the form, which offers only what there is to choose."""
    read = kinds.parse(path.read_bytes(), "stories/case.md")
    made = json_schema.story()
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
    if (front := kinds.parse(path.read_bytes(), "stories/x.md").front) and "withdrawn" not in front
)


def test_each_case_is_told_in_the_same_words_by_the_form_and_by_the_program(page: Page, site: str, project: Project) -> None:
    inputs = [values_of(path) for path in STORIES]
    seen, unlike = set(), []
    for path, (forms, programs, _) in zip(STORIES, both(page, site, inputs, project), strict=True):
        seen |= {one[0] for one in forms}
        unlike += [(path.parent.parent.name, path.name, forms - programs, programs - forms)] if forms != programs else []
    assert unlike == []
    assert seen >= set(rules.RULES) - TYPED - PICTURED


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
    "o one\n✓ done\n##Heading\n#tag\n\tindented\n•\u00a0spaced\no",
    "> quoted\n    four spaces\n\tindented",
    "<script>alert(1)</script> <b>bold</b> <!-- hidden --> <Somebody Real>",
    "&amp; &lt;b&gt; &copy; AT&T R&D",
    "[dead](nowhere.md) [web](https://example.org/x) [js](javascript:alert(1)) ![pic](a.jpg) [ref]: x",
    "`code` *em* __strong__ ~~x~~",
    "C:\\Users\\test \\* \\",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "Title\n===\nOther\n---",
    "~~~\nfence\n```",
    "[a](javascript:x)",
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
    "%%hidden%% [[Wide test]] ![[map.png]] ==marked==\n\n#a #b\nWords ^37066d\n## Before {#before}",
    "Created by: somebody\n:smile: **Testa** — Today at 3:14 PM\nSure! Here is it.\nSource: so【4†source】",
    "– One\n– Two\na) One\nb) Two\nError! Reference source not found. {--gone--} [Comment1] mso-x: y",
    "**Testa** -- Today at 3:14 PM\nPage 3 of 12\n[cid:x] Sure, here's it.\n00:01:02.000 --> 00:01:05.000\n`%%a%%` `[[b]]`",
    "It was 50% of 100%%. A \\- dash. https://example.org/?a==b==&c=%%20 #1 C# x == y 【a】",
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
    "The #1 rule",
    "#1",
    "12:30",
    "1e3",
    "0x1F",
    "012",
    "1_000",
    "~",
    ".inf",
    "no",
    "On",
    "2026-02-30",
    "1.10",
    "'Tis the season",
    "it's #1: 'so'",
    '"Why me?" and more',
    "“The #1 rule”",
    "a\\",
    "a \\- b [[c]] %%d%%",
    "---",
    "...",
    "| a",
    "> a",
    "? a",
    "a:",
    "[a, b",
    "1,000 cards (red, blue)",
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
        front = kinds.parse(file.encode(), "stories/x.md").front
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
        for channels, number in (([], ""), (["web"], "C-0042"), (["web"], "C-0000"), (["web", "print"], "signed.pdf"))
    ]
    helped = [
        {**SOUND, "kind": kind, "attribution": shown, helper: name}
        for kind in ("first-person", "interview", "composite")
        for shown in ("named", "anonymous", "pseudonym")
        for helper in ("interviewer", "translator", "editor")
        for name in ("Test O'Data", "x" * 81)
    ]
    helped += [{**WRITTEN, "kind": "illustrative", helper: "Test Data"} for helper in ("interviewer", "editor")]
    inputs: list[dict[str, Any]] = [
        *teller,
        *consent,
        *helped,
        {"published": "2026-11-01"},
        {**SOUND, "themes": ["beliefs", "policy", "grading", "discipline"], "published": "soon"},
    ]
    seen = set()
    for values, (forms, programs, file) in zip(inputs, both(page, site, inputs, project), strict=True):
        assert forms == programs, f"{values}\n{file}"
        seen |= {one[0] for one in forms}
    assert seen >= ALONE


def test_each_bound_of_dates_and_names_is_judged_alike(page: Page, site: str, project: Project) -> None:
    consents = [
        ("2026-09-01", "2029-09-01", ""), ("2026-09-01", "2029-09-02", ""), ("2026-09-01", "9999-12-31", "Test data"),
        ("2024-02-29", "2027-02-28", ""), ("2024-02-29", "2027-03-01", ""), ("9998-01-01", "9999-12-31", ""),
        ("1026-09-01", "2028-09-01", ""), ("1999-12-31", "2000-01-01", ""), ("2000-01-01", "0001-01-01", ""),
        ("2026-11-23", "2028-09-01", "."), ("2026-09-01", "2031-09-01", "a" * 101), ("", "", "Test data"),
    ]  # fmt: skip
    inputs: list[dict[str, Any]] = [
        *({**SOUND, "consent.granted": day, "consent.review_by": ends, "consent.reason": why} for day, ends, why in consents),
        *(
            {**(SOUND if kind == "first-person" else {}), **WRITTEN, "kind": kind, "published": day}
            for kind in ("first-person", "illustrative")
            for day in (
                "0000-01-01",
                "0001-01-01",
                "1999-12-31",
                "2000-01-01",
                "2026-02-30",
                "2026-11-22",
                "2026-11-23",
                "9999-12-31",
            )
        ),
        *(
            {**SOUND, "attribution": shown, "author": author}
            for shown in ("first-name", "pseudonym")
            for author in ("Testa", "Testa-Ann", "Testa Data", "T. Data", "T.", "Testa_D", "名", "O’Test")
        ),
    ]
    seen = set()
    for values, (forms, programs, file) in zip(inputs, both(page, site, inputs, project), strict=True):
        assert forms == programs, f"{values}\n{file}"
        seen |= {what for _, what, _, _ in forms}
    assert {"This day is before the year 2000.", "The consent holds for more than three years."} <= seen


# All that the form can say, said once by each: what it is given and has no input below, fails.

ACTIVITIES = [f"test-kit/{name}" for name in ("opening", "closing", "third", "fourth")]
NEVER = {"`aliases` has too many entries.": "the form writes none"}
FAULTS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "many": lambda about: about["items"].get("enum", ACTIVITIES)[: about["maxItems"] + 1],
    "long": lambda about: "x" * (about["maxLength"] + 1),
    "missing": lambda about: [] if about.get("type") == "array" else "",
    "pattern": lambda about: "?",
    "date": lambda about: "2026-13-01",
}
ILLUSTRATIVE = {**WRITTEN, "kind": "illustrative"}
ANONYMOUS = {**SOUND, "attribution": "anonymous", "author": ""}
WORDS = (
    "A test in Nashville.", "It was on May 3, 2019.", "She was 12 years old.", "He took medication.", "She has an IEP.",
    "He was suspended.", "There were two of them: three students.", "We came from Sample Middle School.",
    "She teaches algebra.", "In ninth grade.", "It began in 2015.", "A Black teacher.", "Racism.", "A slur was used.",
    "He was suspended and expelled.", "Police came.", "They bullied him.", "There was violence.", "At the funeral.",
    "A word on suicide.", "They were deported.", "They were evicted.", "A wheelchair.", "“" + "word " * 45 + "”",
    "Testa, a student, and another student called Testo.", "[a](file:///C:/x)", "word " * 60 + "end.",
    "Mrs. Testa came.", "I taught in Testville.", "Find @testdata on Instagram.", "Write to test dot data at example dot org.",
    "The day after the election.", "Find @testdata.", "His gamertag is here.", "He was in the hospital.", "Jayden said so.",
    "[a](javascript:x)", "A leverage of PLC and XYZQ.", "Our impact and intent.", "x", "615-555-0100", "student ID 12345678",
    "12 Sample Street", "test@example.org", "", "<!-- excerpt -->", "<!-- excerpt -->\n<!-- end of excerpt -->\nAfter.",
    "x " * 70_000, "word" * 3500,
    kinds.parse((CASES / "left-behind/stories/pasted-from-elsewhere.md").read_bytes(), "stories/x.md").body,
    "- x\n" * 4100, ("[" * 9 + "\n") * 250, "[" * 45, "## h\n" * 310,
)  # fmt: skip
TOGETHER = (
    {**SOUND, "title": "Test **data**"},  # a mark in a field
    {**WRITTEN, "kind": "first-person"},
    *({**SOUND, "consent.review_by": day} for day in ("2026-08-01", "2026-11-01", "2030-01-01", "1999-01-01")),
    *({**SOUND, "consent.granted": day} for day in ("1999-01-01", "2026-11-23")),
    *({**SOUND, "published": day} for day in ("1999-01-01", "2026-11-23")),
    *({**SOUND, "consent.channels": [channel]} for channel in ("web", "print")),
    {**SOUND, "summary": "Test data \\- [[more]]"},
    {**SOUND, "attribution": ""},
    {**SOUND, "author": ""},
    {**SOUND, "attribution": "first-name", "author": "Test Data"},
    *({**ANONYMOUS, name: value} for name, value in (("author", "Test"), ("school", "Test"), ("profile", "https://example.org"))),
    *(
        {**SOUND, "attribution": "pseudonym", name: value}
        for name, value in (("school", "Test"), ("profile", "https://example.org"))
    ),
    *({**ILLUSTRATIVE, name: SOUND[name]} for name in ("attribution", "author")),
    *({**ILLUSTRATIVE, name: value} for name, value in (("school", "Test"), ("profile", "https://example.org"))),
    {**ILLUSTRATIVE, **{name: SOUND[name] for name in SOUND if "." in name}},
    *(
        {**SOUND, "author": author, "text": "They called me José. Then Jayden said it."}
        for author in ("José Data", "Jayden", "Test")
    ),
    {**SOUND, "title": "é" * 11_000},
    {**SOUND, "consent.evidence": "C-0000"},
    {**SOUND, "kind": "first-person", "interviewer": "Test Data"},
    {**SOUND, "attribution": "pseudonym", "editor": "Test Data"},
)


def sayable(given: dict[str, Any]) -> set[tuple[str, str]]:
    """The rule and the words of all that the form can say, with their gaps."""
    kept = given["prose"]
    return {
        *(("front-matter", what) for faults in given["faults"].values() for what, _ in faults.values()),
        *((rule["rule"], rule["what"]) for rule in given["rules"]),
        *(("personal-data", given["personal"]["words"][0].format(sort=sort)) for sort, _, _ in given["personal"]["kinds"]),
        ("headings", given["text"]["none"][0]),
        *(("excerpt", what) for what in given["text"]["excerpt"][:2]),
        *((about["rule"], about["words"][0]) for about in given["file"].values() if isinstance(about, dict)),
        *(("links", given["untaken"][place][0]) for place in ("disk", "other")),
        *((note["rule"], note["said"][0]) for note in given["noted"]),
        *(("recognition", given["names"][name][0]) for name in ("said", "titled")),
        ("place", given["places"]["said"][0]),
        ("sentences", kept["long"][0]),
        *(("jargon", kept[name][0]) for name in ("jargon", "unlinked", "known_short", "short")),
    }


def gaps(what: str, words: str) -> bool:
    """Whether `words` are `what` with its gaps filled in."""
    return re.fullmatch(".*".join(map(re.escape, re.split(r"\{[\w.]+\}", what))), words) is not None


def test_all_that_the_form_can_say_is_said_alike_by_the_program(page: Page, site: str, project: Project) -> None:
    project.write("docs/glossary.md", (CASES / "jargon/docs/glossary.md").read_text(encoding="utf-8"))
    for activity in ACTIVITIES[2:]:
        text = (project.root / "toolkits/test-kit/opening.md").read_text(encoding="utf-8")
        project.write(f"toolkits/{activity}.md", text)
    given = json.loads(json.dumps(rules.gathered(edition.prepare(project.load(), "web", TODAY))))
    schema = {"": given["schema"], "consent": given["schema"]["$defs"]["Consent"]}
    inputs: list[dict[str, Any]] = [
        {**SOUND, name: FAULTS[kind](schema[group]["properties"][own])}
        for name, faults in given["faults"].items()
        for kind in faults
        for group, _, own in (name.rpartition("."),)
        if name != "aliases"
    ]
    inputs += [{**SOUND, "text": text, "attribution": "pseudonym"} for text in WORDS]
    inputs += TOGETHER
    said: set[tuple[str, str]] = set()
    for values, (forms, programs, _) in zip(inputs, both(page, site, inputs, project), strict=True):
        assert forms == programs, {name: str(value)[:200] for name, value in values.items()}
        said |= {(rule, what) for rule, what, _, _ in forms}
    unsaid = {(rule, what) for rule, what in sayable(given) if not any(rule == one and gaps(what, words) for one, words in said)}
    assert {what for _, what in unsaid} == set(NEVER)


# The page itself. All that is typed here is test data.

PASTED = (
    "Test data: “smart quotes”,\u00a0a\u00a0no-break space and a\ttab…\r\n\r\n## What I saw\r\n"
    "It was <b>loud</b> & 5 > 3; 🙂 שלום.\r\n•\tone thing\r\n•\tanother\r\n---\r\n[x](y) not*slanted* `nor code`\r\n"
)


NEEDED = ({*json_schema.story()["required"]} | {questions.TEXT}) - {"published"}  # where today's date stands


def fill(page: Page, kind: str, **fields: str) -> None:
    """Fill in what every story needs, and `fields`."""
    page.locator(f"[name=kind][value={kind}]").check()
    page.get_by_label("Title", exact=True).fill(fields.get("title", 'Test data: a "title" with a colon 🙂'))
    page.get_by_label("One sentence").fill(fields.get("summary", "Test data # for a summary: yes."))
    page.get_by_label("The story", exact=True).fill(fields.get("text", PASTED))
    page.get_by_label("Role of the teller").select_option("teacher leader")
    page.get_by_label("State", exact=True).select_option("New York")
    page.get_by_label("Middle", exact=True).check()
    page.locator("[data-field=themes]").get_by_label("Beliefs").check()
    page.get_by_label(ACTIVITY, exact=True).check()
    page.locator("[name=student_details][value=removed]").check()


def consent(page: Page) -> None:
    """Fill in how the teller is shown and a consent for both channels."""
    page.locator("[name=attribution][value=pseudonym]").check()
    page.get_by_label("Name to show").fill("טסט Test Data")
    page.get_by_label("Day on the signed form").fill("2026-01-02")
    page.get_by_label("Web").check()
    page.get_by_label("Print").check()
    page.get_by_label("Last day on which").fill("2036-01-02")
    page.get_by_label("Why it holds").fill("Test data")
    page.get_by_label("Number from the editors").fill("C-0042")


def download(page: Page) -> Download:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download").click()
    return waiting.value


def problems_of(taken: Download, root: Path) -> list[str]:
    """What the program says of the file that was taken, put into the project as it is."""
    path = root / "stories" / taken.suggested_filename
    taken.save_as(path)
    try:
        found = checks.run(load(root), datetime.datetime.now(datetime.UTC).date())
        return [str(one) for one in found if one.path == f"stories/{path.name}"]
    finally:
        path.unlink()


def test_the_file_of_an_illustrative_story_passes_the_checks_as_it_is(write: Page, root: Path) -> None:
    fill(write, "illustrative")
    look(write)
    expect(write.get_by_role("heading", name="Nothing to mend")).to_be_visible()
    taken = download(write)
    assert taken.suggested_filename == "test-data-a-title-with-a-colon.md"
    assert problems_of(taken, root) == []


def test_the_file_of_a_real_story_passes_the_checks_as_it_is(write: Page, root: Path) -> None:
    fill(write, "first-person")
    consent(write)
    look(write)
    expect(write.get_by_role("heading", name="Nothing to mend")).to_be_visible()
    assert problems_of(download(write), root) == []


def test_what_was_typed_stands_in_the_file_and_on_the_page_as_it_was_typed(write: Page, root: Path) -> None:
    fill(write, "illustrative")
    look(write)
    path = root / "stories" / "typed.md"
    download(write).save_as(path)
    read = kinds.read(path, "stories/typed.md")
    path.unlink()
    shown = [token.content for block in read.tokens for token in block.children or () if token.type == "text"]
    assert shown == [
        "Test data: “smart quotes”, a no-break space and a tab…", "What I saw", "It was <b>loud</b> & 5 > 3; 🙂 שלום.",
        "one thing", "another", "[x](y) not*slanted* `nor code`",
    ]  # fmt: skip
    preview = write.locator("[data-preview]")
    for words in shown:
        expect(preview).to_contain_text(words)
    assert preview.locator("b, a, code, em, img, script").count() == 0
    expect(preview).to_contain_text("Illustrative story: written as an example. No real person told it.")


@pytest.mark.parametrize(
    ("kind", "shown", "name"),
    [
        ("first-person", "named", "Test Data"),
        ("interview", "first-name", "Testa"),
        ("composite", "pseudonym", "טסט Test Data"),
        ("first-person", "anonymous", ""),
        ("illustrative", "", ""),
    ],
)
def test_the_preview_says_who_tells_a_story_as_its_page_does(write: Page, root: Path, kind: str, shown: str, name: str) -> None:
    fill(write, kind)
    if shown:
        write.locator(f"[name=attribution][value={shown}]").check()
    if name:
        write.get_by_label("Name to show").fill(name)
    if shown == "named":
        write.locator("#_school").fill("Test Data School")
        write.get_by_label("Page about the author").fill("https://test.example/me")
    look(write)
    path = root / "stories" / "test-data-of-a-teller.md"
    download(write).save_as(path)
    story = kinds.read(path, "stories/test-data-of-a-teller.md")
    path.unlink()
    fields, _ = validation.validate(Story, story)
    assert fields
    preview = write.locator("[data-preview]")
    line = list(wording.line_in_parts(fields))
    assert preview.locator(".tn-teller").text_content() == "".join(words for words, _ in line)
    assert preview.locator(".tn-teller [dir=auto]").all_text_contents() == [words for words, is_name in line if is_name]
    assert preview.locator(".tn-label").all_text_contents() == ([fields.label] if fields.label else [])
    assert preview.get_by_role("link", name="About the author").count() == (shown == "named")
    expect(preview.locator(".tn-byline")).to_contain_text(in_words(fields.published))


def test_a_real_story_lacks_only_consent_and_is_never_offered_to_a_public_site(write: Page) -> None:
    fill(write, "first-person")
    write.locator("[name=attribution][value=anonymous]").check()
    look(write)
    expect(write.get_by_role("heading", name="1 question still open")).to_be_visible()
    expect(write.locator("[data-problems]")).to_have_text(questions.REQUESTS["consent"])
    expect(write.get_by_text("send it to the editors in private.")).to_be_visible()
    expect(write.get_by_text(f"Their private contact: {CONTACT}")).to_be_visible()
    expect(write.locator("[data-github]")).to_be_hidden()


def test_an_illustrative_story_is_carried_to_githubs_page_for_a_new_file_in_its_address(write: Page) -> None:
    fill(write, "illustrative")
    look(write)
    link = write.get_by_role("link", name="Open GitHub’s page")
    expect(write.get_by_text("with the name of your account beside it. If you don’t want that")).to_be_visible()
    address = urlsplit(link.get_attribute("href") or "")
    given = parse_qs(address.query)
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY}/new/main"
    assert given["filename"] == ["stories/test-data-a-title-with-a-colon.md"]
    assert given["value"] == [write.locator("[data-file]").text_content()]


def test_a_long_story_does_not_go_into_the_address_and_the_steps_say_so(write: Page) -> None:
    fill(write, "illustrative", text="Test data for a long story. " * 400)
    look(write)
    address = write.get_by_role("link", name="Open GitHub’s page").get_attribute("href") or ""
    assert "filename=stories" in address and "value=" not in address
    expect(write.get_by_text("too long to be carried along, so paste the text there")).to_be_visible()


def test_nothing_leaves_the_page_while_one_writes(write: Page) -> None:
    asked: list[str] = []
    write.on("request", lambda request: asked.append(request.url))
    fill(write, "illustrative")
    write.get_by_label("Title", exact=True).press("Enter")
    look(write)
    assert [url for url in asked if not url.endswith("/contribute/names.json")] == []  # a list that the site has for the form
    assert len(asked) <= 1


def test_a_fault_is_told_beside_its_field_once_the_field_is_left_and_is_tied_to_it(write: Page) -> None:
    title = write.get_by_label("Title", exact=True)
    title.fill("x" * 71)
    write.get_by_label("One sentence").focus()
    told = write.get_by_text("“Title” is too long").first
    expect(told).to_be_visible()
    expect(title).to_have_attribute("aria-invalid", "true")
    assert "title-faults" in (title.get_attribute("aria-describedby") or "")
    title.fill("Test data")
    expect(told).to_have_count(0)
    expect(title).to_have_attribute("aria-invalid", "false")


def test_an_unfilled_form_asks_and_calls_nothing_wrong(write: Page) -> None:
    look(write)
    asked = write.locator("[data-problems] a").all_inner_texts()
    wanted = [questions.REQUESTS[name] for _, parts in questions.STEPS for *_, names in parts for name in names if name in NEEDED]
    assert asked == wanted  # in the order of the steps
    expect(write.get_by_role("heading", name=f"{len(wanted)} questions still open")).to_be_visible()
    for field in NEEDED:
        expect(write.locator(f"[data-field={field}] .write__fault")).to_have_text(questions.REQUESTS[field])
    assert write.locator("[aria-invalid=true], .is-wrong").count() == 0


def test_whoever_only_passes_a_field_is_told_nothing(write: Page) -> None:
    write.locator("[name=kind]").first.focus()
    while not write.evaluate("document.activeElement.matches('[data-check]')"):  # by boxes to tick and to choose from, too
        write.keyboard.press("Tab")
    expect(write.locator(".write__fault")).to_have_count(0)
    write.locator("[name=kind][value=interview]").check()
    write.locator("[name=attribution][value=named]").check()
    write.keyboard.press("Tab")
    expect(write.get_by_label("Name to show")).to_be_focused()
    expect(write.locator(".write__fault")).to_have_count(0)


def test_a_button_that_is_pressed_stays_where_it_is_until_it_is_let_go(write: Page) -> None:
    write.get_by_label("The story", exact=True).fill("Write to test@example.org.")
    button = write.get_by_role("button", name="Check and show")
    button.scroll_into_view_if_needed()
    write.get_by_label("The story", exact=True).evaluate("area => area.focus({preventScroll: true})")
    button.click()
    expect(write.locator("[data-summary]")).to_be_focused()


def test_the_summary_leads_to_the_field_and_to_the_line_of_the_story(write: Page) -> None:
    fill(write, "illustrative", text="Test data.\nWrite to test@example.org.\nMore test data.")
    look(write)
    write.get_by_role("link", name="Line 2 of the story: An e-mail address stands here.").click()
    area = write.get_by_label("The story", exact=True)
    expect(area).to_be_focused()
    chosen = area.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    assert chosen == "Write to test@example.org."


def test_the_form_can_be_filled_in_with_the_keyboard_alone(write: Page) -> None:
    write.locator("[name=kind]").first.focus()
    for key in ("Space", "ArrowDown", "ArrowDown", "ArrowDown", "Tab"):
        write.keyboard.press(key)
    expect(write.locator("[name=kind][value=illustrative]")).to_be_checked()
    write.keyboard.type("Test data")
    expect(write.get_by_label("Title", exact=True)).to_have_value("Test data")
    write.get_by_role("button", name="Check and show").focus()
    write.keyboard.press("Enter")
    expect(write.locator("[data-summary]")).to_be_focused()
    write.keyboard.press("Tab")
    write.keyboard.press("Enter")
    expect(write.get_by_label("One sentence")).to_be_focused()


TYPED_AND_GONE_ON = """async ([title, number]) => {
    const input = document.getElementById("_title");
    input.focus();
    input.value = title;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelectorAll("[data-problems] a")[number].focus();
    await new Promise((done) => setTimeout(done, 500));
    return document.activeElement.textContent.trim();
}"""


def test_who_stands_on_a_link_of_the_summary_stays_there_when_all_is_checked_again(write: Page) -> None:
    fill(write, "illustrative", title="", summary="")
    look(write)
    title, sentence = questions.REQUESTS["title"], questions.REQUESTS["summary"]
    assert write.locator("[data-problems] a").all_inner_texts() == [title, sentence]
    assert write.evaluate(TYPED_AND_GONE_ON, ["", 1]) == sentence
    assert write.evaluate(TYPED_AND_GONE_ON, ["Test data", 1]) == sentence
    assert write.evaluate(TYPED_AND_GONE_ON, ["", 0]) == sentence
    mended = write.evaluate(TYPED_AND_GONE_ON, ["Test data", 0])
    assert mended.startswith("1 question still open")  # its own is gone: the summary itself


def test_a_passage_is_marked_as_the_excerpt_once(write: Page) -> None:
    fill(write, "illustrative", text="First.\nSecond one.\nThird.")
    area = write.get_by_label("The story", exact=True)
    for start, end in ((8, 10), (0, 3)):
        area.evaluate("(area, [start, end]) => area.setSelectionRange(start, end)", [start, end])
        write.get_by_role("button", name="Mark the chosen passage").click()
    assert area.input_value() == "<!-- excerpt -->\nFirst.\n<!-- end of excerpt -->\nSecond one.\nThird."
    look(write)
    expect(write.get_by_role("heading", name="Nothing to mend")).to_be_visible()


def test_what_another_kind_needs_is_out_of_sight_and_file_and_back_with_the_kind(write: Page) -> None:
    expect(write.get_by_role("heading", name="Consent", exact=True)).to_be_hidden()  # before a kind is chosen
    fill(write, "first-person")
    consent(write)
    write.locator("[name=attribution][value=anonymous]").check()
    expect(write.get_by_label("Name to show")).to_be_hidden()
    write.locator("[name=kind][value=illustrative]").check()
    for gone in ("Consent", "How the teller is shown"):
        expect(write.get_by_role("heading", name=gone, exact=True)).to_be_hidden()
    look(write)
    expect(write.get_by_role("heading", name="Nothing to mend")).to_be_visible()
    file = write.locator("[data-file]").text_content() or ""
    assert "Test Data" not in file and "C-0042" not in file
    expect(write.get_by_text("Kept at")).to_be_visible()
    write.reload()
    write.locator("[name=kind][value=composite]").check()
    write.locator("[name=attribution][value=pseudonym]").check()
    expect(write.get_by_label("Name to show")).to_have_value("טסט Test Data")
    expect(write.get_by_label("Number from the editors")).to_have_value("C-0042")


def test_each_kind_has_its_own_advice(write: Page) -> None:
    ways = {"first-person": "Your own story:", "interview": "An interview:", "composite": "A composite:"}
    for kind, words in (ways | {"illustrative": "An illustrative story:"}).items():
        write.locator(f"[name=kind][value={kind}]").check()
        own = write.locator(".write__advice [data-kinds]").locator("visible=true")
        expect(own.first).to_contain_text(words)
        assert own.count() == (1 if kind == "illustrative" else 3)


def test_a_reason_is_asked_for_where_the_consent_is_a_long_one(write: Page) -> None:
    write.locator("[name=kind][value=interview]").check()
    write.get_by_label("Day on the signed form").fill("2026-01-02")
    write.get_by_label("Last day on which").fill("2028-01-02")
    expect(write.get_by_label("Why it holds")).to_be_hidden()
    write.get_by_label("Last day on which").fill("2036-01-02")
    expect(write.get_by_label("Why it holds")).to_be_visible()


# Drafts


def test_a_draft_is_back_after_a_visit_elsewhere_until_it_is_deleted(write: Page, site: str) -> None:
    fill(write, "illustrative", title="Test data of a draft")
    expect(write.get_by_text("Kept at")).to_be_visible()
    write.goto(site)
    write.goto(site + "contribute/write/")
    expect(write.get_by_text("Your draft is back")).to_be_visible()
    expect(write.get_by_label("Title", exact=True)).to_have_value("Test data of a draft")
    expect(write.get_by_label(ACTIVITY, exact=True)).to_be_checked()
    write.on("dialog", lambda dialog: dialog.accept())
    write.get_by_role("button", name="Delete the draft").click()
    expect(write.get_by_label("Title", exact=True)).to_have_value("")
    assert "draft" not in json.dumps(write.evaluate("({...localStorage})"))


def test_no_draft_is_kept_where_none_is_wanted(write: Page) -> None:
    fill(write, "illustrative", title="Test data of a draft")
    expect(write.get_by_text("Kept at")).to_be_visible()
    write.get_by_label("Keep a draft").uncheck()
    write.get_by_label("Title", exact=True).fill("Test data that is not kept")
    write.wait_for_timeout(500)
    assert "Test data" not in json.dumps(write.evaluate("({...localStorage})"))


def test_a_spoiled_draft_stops_nothing(page: Page, site: str) -> None:
    page.goto(site)
    page.evaluate("""localStorage.setItem("press.story", '{"kind": 7, "themes": "x", "text": null, "gone": {}')""")
    page.goto(site + "contribute/write/")
    page.wait_for_selector("[data-ready]")
    page.evaluate("""localStorage.setItem("press.story", '{"kind": 7, "themes": "x", "text": null, "gone": {}}')""")
    page.goto(site + "contribute/write/")
    page.wait_for_selector("[data-ready]")


def test_without_javascript_the_questions_can_be_read_and_another_way_is_named(chromium: Browser, site: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": NARROW, "height": 720})
    page = context.new_page()
    page.goto(site + "contribute/write/")
    expect(page.get_by_text("This form needs JavaScript")).to_be_visible()
    expect(page.get_by_text(f"give the text to the editors: {CONTACT}")).to_be_visible()
    expect(page.get_by_label("The story", exact=True)).to_be_visible()
    expect(page.get_by_role("button", name="Check and show")).to_be_hidden()
    page.get_by_label("Title", exact=True).fill("Test data")
    page.get_by_label("Title", exact=True).press("Enter")
    assert "Test" not in page.url
    context.close()


def test_where_the_rules_do_not_load_another_way_is_named(page: Page, site: str) -> None:
    page.route("**/form.json", lambda route: route.abort())
    page.goto(site + "contribute/write/")
    expect(page.get_by_text("off here or did not load")).to_be_visible()
    expect(page.get_by_role("button", name="Check and show")).to_be_hidden()


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_in_the_form(write: Page, axe: str, scheme: Any, width: int) -> None:
    def narrow() -> list[str]:
        write.set_viewport_size({"width": width, "height": 800})
        found = barriers(write, axe)
        assert write.evaluate("document.documentElement.scrollWidth") <= width
        return found

    write.emulate_media(color_scheme=scheme)
    assert narrow() == []
    write.set_viewport_size({"width": WIDE, "height": 800})
    fill(write, "first-person", text="Test data.\nA student named Testa wrote to test@example.org.", title="x" * 75)
    look(write)
    assert narrow() == []
    write.get_by_role("link", name="Title:").click()  # to its step, where there are steps
    assert narrow() == []
