"""Names of files: on the site, in exports and in handouts they work, or the checks say where, and how to mend it."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest

from paint import paint
from press import checks
from press.__main__ import main
from press.handouts.sheets import consent_form, leaders, stories
from press.handouts.sheets.sections import Reader
from press.library import edition
from press.library.load import load
from press.manuscript import links, markdown, normalize
from press.publishing import publish
from press.web import pages
from projects import Project, activity, small, story

STORY = "stories/an-example.md"
FRONT = "---\ntitle: A page\ndescription: Test data.\n---\n\n"
ODD = (
    "board #2.png", "what now?.png", "100%.png", "a\\b.png", "a:b.png", 'a"b.png', "a[b].png", "<b>.png", "a`b.png", "a|b.png",
    "a*b.png", ".a.png", " a.png", "a\u3164.png", "a\u115f.png", "e\u0301.png", "aux.png", "CON.png", "com1.b.png",
    "lpt\u00b9.png", "com0.png", "Aux.Board.png", "漢" * 50 + ".png", "x" * 101 + ".png", "🎉.png",
)  # fmt: skip
FINE = (
    "Big Name.png",
    "a b c.png",
    "café.png",
    "child's.png",
    "child’s.png",
    "a(b).png",
    "a&b.png",
    "a+b=c!.png",
    "a, b.png",
)


def listed(file: str) -> str:
    return f"\n  - file: {json.dumps(file, ensure_ascii=False)}\n    people: no"


def problems(root: Path) -> list[str]:
    return [str(problem) for problem in checks.run(load(root), publish.today()) if problem.level == "error"]


@pytest.mark.parametrize("name", ODD)
def test_point_4_a_picture_with_an_odd_name_is_told_where_it_is_shown(tmp_path: Path, name: str) -> None:
    root = small(tmp_path)
    for written in (f"![Two squares](<{name}>)", f"![Two squares]({quote(name)})"):
        (root / "stories" / "told.md").write_text(story(f"## What I saw\n\n{written}\n", pictures=listed(name)), encoding="utf-8")
        paint("plain", root / "stories" / "plain.png")
        (root / "stories" / "plain.png").replace(root / "stories" / name)
        found = problems(root)
        lines = (root / "stories" / "told.md").read_text(encoding="utf-8").split("\n")
        number = lines.index(written) + 1
        if normalize.hides(name):  # told where it first stands, and nothing below that is read
            number = next(number for number, line in enumerate(lines, 1) if name in line)
        assert any(line.startswith(f"stories/told.md:{number}: ") for line in found), found


@pytest.mark.slow
def test_a_picture_with_a_name_of_many_kinds_is_shown_on_the_page_in_the_export_and_in_the_handout(tmp_path: Path) -> None:
    root = small(tmp_path)
    look = activity().replace("roles:", f"pictures:{''.join(map(listed, FINE))}\nroles:", 1)
    shown = "\n\n".join(f"![Two squares](<{name}>) [it]({quote(name)})" for name in FINE)
    look = look.replace("Look at the page.", f"Look at the page.\n\n{shown}", 1)
    (root / "toolkits" / "inquiry" / "look.md").write_text(look, encoding="utf-8")
    for name in FINE:
        paint("plain", root / "toolkits" / "inquiry" / "plain.png")
        (root / "toolkits" / "inquiry" / "plain.png").replace(root / "toolkits" / "inquiry" / name)
    assert problems(root) == []
    assert main(["--root", str(root), "site", "--no-handouts"]) == 0
    assert {path.name for path in (root / "site" / "toolkits" / "inquiry").glob("*.png")} == set(FINE)
    web = edition.prepare(load(root), "web", publish.today())
    (page,) = (page for page in pages.bind(web).pages if page.source == "toolkits/inquiry/look.md")
    addresses = {
        links.target(to, page.uri) for _, to in links.destinations(markdown.parse(page.markdown)) if links.is_relative(to)
    }
    assert {f"toolkits/inquiry/{name}" for name in FINE} <= addresses
    (entry,) = web.volumes[0].activities
    reader = Reader(web, entry, "https://site.example/")
    assert str(reader.parts()).count("data:image/png;base64") == len(FINE) and not reader.problems


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("Plan--do--check", "plan--do--check"),
        ("Über uns", "über-uns"),
        ("हिन्दी में", "हिन्दी-में"),
        ("1½ hours", "1-hours"),
        ("A room of 20 m²", "a-room-of-20-m"),
    ],
)
def test_a_link_by_githubs_anchor_has_no_problem(project: Project, heading: str, anchor: str) -> None:
    project.write("docs/index.md", f"{FRONT}## {heading}\n\nGo [above](#{anchor}).\n")
    assert project.problems() == []
    project.write("docs/index.md", f"{FRONT}## {heading}\n\nGo [above](#{anchor}x).\n")
    assert len(project.problems()) == 1


@pytest.mark.parametrize("name", ["aux", "con", "prn", "nul", "com0", "com1", "lpt0", "lpt9", "x" * 101, "x" * 240])
def test_a_manuscript_has_no_name_that_some_computers_cant_have(project: Project, name: str) -> None:
    project.write(f"stories/{name}.md", (project.root / STORY).read_bytes())
    (line,) = project.problems()
    assert line.startswith(f"stories/{name}.md:1: A name as this one can't be had on every computer") and line.endswith("[names]")


def test_a_manuscript_lies_no_deeper_than_windows_can_reach(project: Project) -> None:
    folder, name = "-".join(["deep"] * 16), "-".join(["file"] * 17)
    project.write(f"docs/{folder}/{name}.md", "---\ntitle: A page\ndescription: Test data.\n---\n\nTest data.\n")
    found = [line for line in project.problems() if line.endswith("[names]")]
    path = f"docs/{folder}/{name}.md"
    assert len(path) > 160 and max(len(folder), len(name)) < 100
    assert found == [
        f"{path}:1: With its folders, this file's name has {len(path)} letters, more than some computers can have. "
        "Give this file or a folder above it a shorter name. [names]"
    ]


@pytest.mark.parametrize("folder", ["con", "AUX", "a.", "a:b", "e\u0301"])
def test_a_folder_of_pictures_has_a_name_that_every_computer_can_have(project: Project, folder: str) -> None:
    project.paint("plain", f"docs/{folder}/board.png")
    assert any(line.startswith(f"docs/{folder}/board.png:1: This picture's name") for line in project.problems())


@pytest.mark.parametrize(("one", "other"), [("café.png", "cafe\u0301.png"), ("board.png", "Board.png")])
def test_two_pictures_do_not_differ_by_case_or_by_how_an_accent_is_put_together_alone(
    project: Project, one: str, other: str
) -> None:
    project.paint("plain", f"docs/{one}")
    project.paint("plain", f"docs/{other}")
    assert any("This file has the same address as docs/" in line for line in project.problems())


def test_toolkit_a_b_with_activity_c_and_toolkit_a_with_activity_b_c_would_share_their_handouts(project: Project) -> None:
    sound = project.load().toolkits[0]
    told = project.load().activities[0].path
    for letter, folder, name in (("Y", "a", "b-c"), ("Z", "a-b", "c")):
        text = (project.root / sound.path).read_text(encoding="utf-8")
        listed = ", ".join(sound.fields.activities)
        text = text.replace(f"letter: {sound.fields.letter}", f"letter: {letter}").replace(f"[{listed}]", f"[{name}]")
        project.write(f"toolkits/{folder}/index.md", text)
        project.write(f"toolkits/{folder}/{name}.md", (project.root / told).read_bytes())
    found = [line for line in project.problems() if line.endswith("[addresses]")]
    assert found == [
        "toolkits/a-b/c.md:1: Its handouts would have the same names as those of toolkits/a/b-c.md. "
        "Rename this file or its folder. [addresses]"
    ]


@pytest.mark.parametrize("name", [leaders.NAME, stories.NAME, consent_form.NAME])
def test_no_toolkit_has_the_name_of_handouts_that_are_no_toolkits(project: Project, name: str) -> None:
    sound = project.load().toolkits[0]
    text = (project.root / sound.path).read_text(encoding="utf-8")
    project.write(f"toolkits/{name}/index.md", text)
    assert any(f"The site has a page, folder or handout “{name}” of its own." in line for line in project.problems())


@pytest.mark.parametrize("alias", ["index", "stories/old/index", "aux", "old/con", "x" * 101, "templates/x", "assets"])
def test_an_old_address_takes_the_place_of_nothing(project: Project, alias: str) -> None:
    project.change(STORY, "student_details:", f"aliases: [{alias}]\nstudent_details:")
    (line,) = project.problems()
    assert line.endswith("[aliases]")


def test_a_picture_in_a_folder_without_an_opening_page_is_told(project: Project) -> None:
    project.write("docs/more/page.md", "---\ntitle: A page\ndescription: Test data.\n---\n\n![Two squares](board.png)\n")
    project.paint("plain", "docs/more/board.png")
    (line,) = project.problems()
    assert line.startswith("docs/more/page.md:6: The folder of this picture has no opening page")


@pytest.mark.slow
def test_an_anchor_in_any_script_leads_to_its_heading(tmp_path: Path) -> None:
    root = small(tmp_path)
    body = "## Über uns\n\n[above](#über-uns) [as coded](#%C3%BCber-uns)\n\n## हिन्दी\n\nTest data.\n"
    (root / "stories" / "told.md").write_text(story(body), encoding="utf-8")
    (root / "stories" / "other.md").write_text(story("## What I saw\n\n[there](told.md#über-uns)\n"), encoding="utf-8")
    assert problems(root) == []
    assert main(["--root", str(root), "site", "--no-handouts"]) == 0
    assert 'id="über-uns"' in (root / "site" / "stories" / "told" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "address", ["#", "#top", "?q", "./", "..", ".", "index.md", "#x%", "../docs/", "../docs/index.md?q", "%23"]
)
def test_point_4_a_link_that_leads_nowhere_is_told_with_its_line(project: Project, address: str) -> None:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\n[there]({address})\n")
    (line,) = project.problems()
    assert line.startswith(f"{STORY}:24: ") and line.endswith("[links]")


def test_a_sign_in_a_block_of_code_that_cant_be_printed_is_told(tmp_path: Path) -> None:
    root = small(tmp_path)
    look = activity().replace("Look at the page.", "Look at the page.\n\n```\nनमस्ते\n```", 1)
    (root / "toolkits" / "inquiry" / "look.md").write_text(look, encoding="utf-8")
    (line,) = problems(root)
    assert line.startswith("toolkits/inquiry/look.md:") and line.endswith("[signs]")
