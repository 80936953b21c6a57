"""What people paste and drop in simply works, or is answered with one plain sentence. All words are test data."""

import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD

from press.fonts import glyphs
from press.handouts.sheets import stories
from press.library import edition, kinds
from press.manuscript import markdown, normalize
from press.web import pages
from projects import TODAY, Project

STORY, TOLD = "stories/an-example.md", "stories/a-told-one.md"
SHOWN = "pictures:\n  - file: photo.jpg\n    people: no\n---\n\n![Squares](photo.jpg) "


def body(project: Project, text: str) -> list[str]:
    project.change(STORY, "## Afterward\n", f"## Afterward\n\n{text}\n")
    return project.problems()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: An", "title:\u00a0An"),
        ("An example", "An\u00a0example"),
        ("An example", "An exam\u00adple\u200b"),
        ("title: An", "title:\tAn"),
        ("An example", "“An example”"),
        ("An example", '"Norms: an example"'),
        ("An example", "An example 🎉👩🏽‍🏫"),
        ("An example", "مثال"),
        ("An example", "\u202bمثال\u202c"),
        ("An example", "\u2067דוגמה\u2069"),
        ("---\ntitle", "\ufeff---\r\ntitle"),
    ],
)
def test_front_matter_with_it_simply_works(project: Project, old: str, new: str) -> None:
    project.change(STORY, old, new)
    assert [line for line in project.problems() if not line.endswith("[signs]")] == []  # a note on what is on the site alone
    assert len(edition.prepare(project.load(), "web", TODAY).stories) == 2


def test_a_group_indented_with_no_break_spaces_is_read(project: Project) -> None:
    project.change(TOLD, "  granted", "\u00a0\u00a0granted")
    assert project.problems() == []


@pytest.mark.parametrize(
    "text",
    [
        "Here is a “quotation” – with dashes — and an ellipsis…",
        "Here are\u00a0no-break\u202fspaces, and a soft hy\u00adphen, and zero\u200bwidth.",
        "Here is a line\vbreak.",
        "-\u00a0an item\n-\u00a0another",
        "###\u00a0A heading\n\nTest data.",
        "Here is 🎉 and 👩🏽‍🏫 and \u200fنور\u200e.",
        "Here is \u2067נור\u2069.",
        "Here is a tab\tbetween words.",
    ],
)
def test_a_text_with_it_simply_works(project: Project, text: str) -> None:
    assert body(project, text) == []


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("-\u00a0one\n-\u00a0two", "<li>one</li>"),
        ("##\u00a0Heading", ">Heading</h2>"),
        ("1.\u00a0one", "<ol>"),
        ("so\u00adft", "<p>soft</p>"),
        ("a\u00a0b", "<p>a\u00a0b</p>"),
    ],
)
def test_pasted_marks_do_what_they_were_meant_to(text: str, html: str) -> None:
    assert html in markdown.render(markdown.parse(normalize.plain(text)))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("•\tone\n•\ttwo", "This bullet makes no list here."),
        ("\tTest data after a tab.", "These lines start with a tab or with four spaces"),
        ("##Heading", "This would be no heading"),
        ("[x](C:\\Users\\me\\a.md)", "This leads to a file on one computer only."),
        ("[x](<C:\\Users\\me\\My Documents\\a.md>)", "This leads to a file on one computer only."),
        ("[x](file:///Users/me/a.md)", "This leads to a file on one computer only."),
        ("![x](C:\\Users\\me\\My Pictures\\a.jpg)", "This leads to a file on one computer only."),
        ("![Squares](C:\\Users\\me\\a.jpg)", "This picture lies elsewhere on the web or on a computer."),
        ("Test \u202edata\u202c.", "This line has a hidden character."),
    ],
)
def test_a_text_with_it_is_answered_on_its_line(project: Project, text: str, said: str) -> None:
    found = body(project, text)
    assert found[0].startswith(f"{STORY}:24: {said}")
    assert len(found) == text.count("•") or len(found) == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("An example", "Norms: an example", '2: This value has a colon in it. Put the value in quotes: title: "Norms: a start".'),
        ("An example", "“Norms: an example”", "2: This value has a colon in it. Put the value in straight quotes: title: "),
        ("---\ntitle", "—\ntitle", "1: This line should be three hyphens, the front matter's start;"),
        ("none\n---", "none\n–––", "12: This line should be three hyphens, the front matter's end;"),
        (
            "role: teacher",
            "role: “teacher”",
            "5: `role` is none of the values that it may have. Delete the quote marks round it.",
        ),
    ],
)
def test_front_matter_with_it_is_answered_on_its_line(project: Project, old: str, new: str, said: str) -> None:
    project.change(STORY, old, new)
    (line,) = project.problems()
    assert line.startswith(f"{STORY}:{said}")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("toolkits/test-kit/mine.md", "This looks like a story, and lies in toolkits/. Move it to stories/NAME.md"),
        ("toolkits/mine.md", "This looks like a story, and lies in toolkits/."),
        ("docs/mine.md", "This looks like a story, and lies in docs/."),
        ("mine.md", "This manuscript lies beside the folders, so it would not be published."),
        ("story/mine.md", "The press does not look into story/"),
        ("stories/mine", "This file's name has no ending"),
        ("stories/mine.md.txt", "This file ends in “.txt”"),
        ("stories/mine.Md", "This file's ending has capital letters"),
        ("stories/one/two/mine.md", "This manuscript lies in a folder where none is looked for."),
    ],
)
def test_a_story_in_the_wrong_place_gets_one_sentence(project: Project, path: str, said: str) -> None:
    project.write(path, (project.root / STORY).read_text(encoding="utf-8").split("<!--")[0])
    (line,) = project.problems()
    assert line.startswith(f"{path}:1: {said}") and line.endswith("[file]")


def test_an_activity_among_the_stories_gets_one_sentence(project: Project) -> None:
    project.write("stories/mine.md", (project.root / "toolkits/test-kit/opening.md").read_bytes())
    (line,) = project.problems()
    assert line == (
        "stories/mine.md:1: This looks like an activity, and lies in stories/. Move it to toolkits/TOOLKIT/NAME.md. [file]"
    )


def test_a_readme_beside_the_folders_is_let_be(project: Project) -> None:
    project.write("README.md", "# Test data\n")
    project.write("NOTES.md", "---\ntitle: Test data\n---\n")
    assert project.problems() == []


def phone_photo(path: Path, *, gps: bool) -> None:
    """A picture of about 10 MB, as a phone takes it."""
    exif = Image.Exif()
    if gps:
        exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (36.0, 9.0, 0.0)})
    out = io.BytesIO()
    Image.effect_noise((4032, 3024), 80).convert("RGB").save(out, "JPEG", quality=92, exif=exif)
    path.write_bytes(out.getvalue())


@pytest.mark.parametrize("gps", [True, False])
def test_a_photo_straight_from_a_phone(project: Project, gps: bool) -> None:
    project.change(STORY, "---\n\nThis", f"{SHOWN}This")
    photo = project.root / "stories/photo.jpg"
    phone_photo(photo, gps=gps)
    assert 8_000_000 < photo.stat().st_size < 15_000_000
    found = project.problems()
    assert len(found) == gps
    if gps:
        assert found[0].startswith("stories/photo.jpg:1: This picture tells where it was taken. Save it again")


@pytest.mark.parametrize(("name", "count"), [("photo.HEIC", 1), ("photo.jpg", 1)])
def test_a_photo_in_a_phones_own_format_gets_one_sentence(project: Project, name: str, count: int) -> None:
    if name == "photo.jpg":
        project.change(STORY, "---\n\nThis", f"{SHOWN}This")
    project.write(f"stories/{name}", b"\0\0\0\x24ftypheic\0\0\0\0mif1heic" + bytes(100))
    found = project.problems()
    assert len(found) == count
    assert found[0].startswith(f"stories/{name}:1: This is a photograph in a phone's own format")


def test_a_name_from_right_to_left_leaves_the_words_around_it_in_order(project: Project) -> None:
    project.change(TOLD, "author: Test Data", "author: نور")
    book = pages.bind(edition.prepare(project.load(), "web", TODAY))
    (page,) = (page for page in book.pages if page.source == TOLD)
    assert '<span dir="auto">نور</span> (not the writer’s own name)' in page.before


def test_lines_keep_their_numbers() -> None:
    text = "---\ntitle: a\u00a0b\u200b\n---\n\u2067one\u2069\vtwo\n\u00adthree\n"
    found = kinds.parse(text.encode(), "stories/x.md")
    assert found.body.split("\n")[1] == "three" and found.front == {"title": "a b"} and not found.problems


def test_a_name_in_another_script_stops_no_handout_and_is_noted(project: Project) -> None:
    marked = "<!-- excerpt -->\n\nTest data.\n\n<!-- end of excerpt -->\n"
    project.change(TOLD, "This story is test data too, so its teller is made up.\n", marked)
    project.change(TOLD, "author: Test Data", "author: نور")
    (draft,) = stories.drafts(edition.prepare(project.load(), "print", TODAY), "https://site.example/", 3)
    assert [panel.path for panel in draft.panels if panel.design == "story"] == [STORY] and not draft.problems
    (line,) = project.problems()
    assert line.startswith(f"{TOLD}:13: To review: The handouts’ fonts don’t have “ر” (U+0631), “ن” (U+0646), “و” (U+0648), so")


def test_what_is_spared_the_fonts_is_in_all_of_them() -> None:
    usual = "".join(chr(sign) for sign in range(0x20, 0x2100) if not glyphs.missing(chr(sign)))
    assert set("abcéñß“”‘’…–—") <= set(usual) and set(usual) <= glyphs.covered()
    assert glyphs.missing("a漢🎉b") == "漢🎉"
