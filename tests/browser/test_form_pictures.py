"""Pictures in the form for stories: what is packed with the story passes the checks, and tells nothing but what it shows."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin
from PIL.ExifTags import Base
from playwright.sync_api import FilePayload, Page, expect

import forms
from browsing import NARROW, WIDE, barriers
from forms import photograph, told_beside
from press import checks
from press.library import edition
from press.library.load import load
from press.web.form import rules
from projects import TODAY, Project
from showing import shown

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("context")]  # a draft that another test left is asked about

PLACED = "Test data.\n![](picture-1.jpg)"
RULES = {"alt-text", "pictures", "people", "attribution", "front-matter", "personal-data", "unfinished", "quotations"}
RUN = """async ([base, inputs]) => {
  const rules = await import(base + "assets/press/write/rules.js");
  const manuscript = await import(base + "assets/press/write/manuscript.js");
  const { withPictures } = await import(base + "assets/press/write/picture-rules.js");
  return inputs.map(([given, data, today]) => {
    const values = withPictures(given, data);
    return { file: manuscript.file(values, data), found: rules.problems(values, data, today) };
  });
}"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project with the form; its site, and the stories that come from there."""
    return forms.sound(tmp_path_factory.mktemp("pictures"))


@pytest.fixture(scope="module")
def site(root: Path) -> Iterator[str]:
    with shown(root) as url:
        yield url


@pytest.fixture
def write(page: Page, site: str) -> Page:
    return forms.opened(page, site)


def drawing() -> bytes:
    """A PNG that one can see through, with texts and a day."""
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", "Test owner")
    told.add_itxt("XML:com.adobe.xmp", "<x>Test place</x>")
    out = io.BytesIO()
    Image.new("RGBA", (40, 30), (200, 100, 50, 128)).save(out, "PNG", pnginfo=told)
    return out.getvalue()


def choose(page: Page, *files: tuple[str, bytes]) -> None:
    given = [FilePayload(name=name, mimeType="", buffer=data) for name, data in files]
    page.locator("[data-files]").set_input_files(given)


def fill(page: Page, text: str = "Test data for a story.") -> None:
    """Fill in what an illustrative story needs."""
    page.locator("[name=kind][value=illustrative]").check()
    page.get_by_label("Title", exact=True).fill("Test data with pictures")
    page.get_by_label("One sentence").fill("Test data for a summary.")
    page.get_by_label("The story", exact=True).fill(text)
    page.get_by_label("Role of the teller").select_option("teacher")
    page.get_by_label("State", exact=True).select_option("New York")
    page.get_by_label("Middle", exact=True).check()
    page.locator("[data-field=themes]").get_by_label("Beliefs").check()
    page.locator("[data-field=activities] input").first.check()
    page.locator("[name=student_details][value=none]").check()


def say(page: Page, number: int, words: str, people: str = "No") -> None:
    card = page.locator(".write__picture").nth(number - 1)
    card.get_by_label("What it shows").fill(words)
    card.get_by_label(people, exact=True).check()


def unpacked(page: Page) -> tuple[str, dict[str, bytes]]:
    """The name of what is downloaded, and what is in it."""
    page.evaluate("document.querySelector('[data-check]').click()")
    with page.expect_download() as waiting:
        page.evaluate("document.querySelector('[data-download]').click()")
    with zipfile.ZipFile(waiting.value.path()) as packed:
        assert packed.testzip() is None
        return waiting.value.suggested_filename, {name: packed.read(name) for name in packed.namelist()}


def test_a_story_with_pictures_is_packed_as_the_project_has_it_and_passes_the_checks(write: Page, root: Path) -> None:
    fill(write, "Test data for a story.\nMore test data.")
    choose(write, ("IMG_0815.JPG", photograph()), ("A drawing.png", drawing()))
    expect(write.locator(".write__picture")).to_have_count(2)
    say(write, 1, "A wall, half of it red")
    say(write, 2, "A window at night")
    write.locator(".write__picture").nth(1).get_by_label("Who made it").fill("Drawing by the author")
    name, files = unpacked(write)
    folder = "stories/test-data-with-pictures/"
    assert name == "test-data-with-pictures.zip"
    assert list(files) == [f"{folder}index.md", f"{folder}picture-1.jpg", f"{folder}picture-2.png"]
    for path, data in files.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_bytes(data)
    found = checks.run(load(root), TODAY)
    assert [str(one) for one in found if one.path.startswith(folder) and one.rule != "dates"] == []
    text = files[f"{folder}index.md"].decode()
    assert "![A wall, half of it red](picture-1.jpg)\n\n![A window at night](picture-2.png)" in text
    assert "  - file: picture-2.png\n    people: no\n    credit: Drawing by the author\n" in text


def test_what_a_picture_tells_beside_itself_is_left_behind_and_its_pixels_stay(write: Page) -> None:
    fill(write)
    choose(write, ("a.jpg", photograph()), ("b.png", drawing()))
    expect(write.locator(".write__picture")).to_have_count(2)
    _, files = unpacked(write)
    _, first, second = files.values()
    assert told_beside(first) == {"exif", str(int(Base.Orientation))}
    assert told_beside(second) == set()
    for given, made in ((photograph(), first), (drawing(), second)):
        assert b"Test " not in made
        with Image.open(io.BytesIO(given)) as before, Image.open(io.BytesIO(made)) as after:
            assert before.tobytes() == after.tobytes()
            assert before.info.get("icc_profile") == after.info.get("icc_profile")


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_large_picture_is_made_smaller_and_upright_and_its_sizes_are_said(write: Page, turned: int) -> None:
    fill(write)
    choose(write, ("a.jpg", photograph((2400, 1200), turned)))
    upright = "2,400 × 1,200" if turned < 5 else "1,200 × 2,400"
    expect(write.locator("[data-about]")).to_contain_text(f"Your own file has {upright} pixels")
    _, files = unpacked(write)
    with Image.open(io.BytesIO(files["stories/test-data-with-pictures/picture-1.jpg"])) as picture:
        assert picture.size == ((2000, 1000) if turned < 5 else (1000, 2000))
        assert not picture.getexif()
        place = {1: (9, 9), 2: (9, 9), 3: (-9, -9), 4: (-9, -9), 5: (9, 9), 6: (-9, 9), 7: (-9, 9), 8: (9, 9)}[turned]
        color = picture.convert("RGB").getpixel((place[0] % picture.width, place[1] % picture.height))
        assert isinstance(color, tuple) and color[0] > 200 > 60 > color[2]


def test_what_can_not_be_read_as_a_picture_is_told_with_a_way_out(write: Page) -> None:
    fill(write)
    heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"
    choose(write, ("a.heic", heic), ("b.txt", b"Test data"), ("c.jpg", photograph()[:900]), ("d.png", drawing()))
    told = write.locator("[data-refused] .write__fault")
    expect(told).to_have_text([
        re.compile(r"a\.heic: This browser can’t read the photograph: it is in a phone’s own format \(HEIC\)\. Save"),
        re.compile(r"b\.txt: This file can’t be read as a picture\. Save it as JPEG or PNG"),
        re.compile(r"c\.jpg: This picture’s file is damaged, or was cut short\."),
    ])  # fmt: skip
    expect(write.locator(".write__picture")).to_have_count(1)


def test_a_picture_can_be_moved_exchanged_and_taken_out(write: Page) -> None:
    fill(write, "One.\nTwo.")
    area = write.get_by_label("The story", exact=True)
    area.evaluate("area => { area.focus(); area.setSelectionRange(2, 2); }")
    choose(write, ("a.jpg", photograph()))
    expect(area).to_have_value("One.\n![](picture-1.jpg)\nTwo.")
    expect(write.get_by_label("What it shows")).to_be_focused()
    area.evaluate("area => area.setSelectionRange(area.value.length, area.value.length)")
    write.get_by_role("button", name="Move it to the cursor").click()
    expect(area).to_have_value("One.\nTwo.\n![](picture-1.jpg)")
    with write.expect_file_chooser() as chooser:
        write.get_by_role("button", name="Choose another file").click()
    chooser.value.set_files({"name": "b.png", "mimeType": "image/png", "buffer": drawing()})
    expect(area).to_have_value("One.\nTwo.\n![](picture-1.png)")
    write.get_by_role("button", name="Take it out").click()
    expect(area).to_have_value("One.\nTwo.")
    expect(write.get_by_role("button", name="Add a picture")).to_be_focused()
    area.press("Control+z")
    expect(area).to_have_value("One.\nTwo.\n![](picture-1.png)")


def test_a_draft_keeps_what_was_said_of_a_picture_and_asks_for_its_file_again(write: Page) -> None:
    fill(write)
    choose(write, ("a.jpg", photograph()))
    say(write, 1, "A wall, half of it red", "Yes")
    write.get_by_label("Number of their consent").fill("C-0043")
    expect(write.locator("[data-kept]")).to_contain_text("Kept at")
    write.reload()
    write.wait_for_selector("[data-ready]")
    fill(write, PLACED)
    expect(write.get_by_label("What it shows")).to_have_value("A wall, half of it red")
    expect(write.get_by_label("Number of their consent")).to_have_value("C-0043")
    write.evaluate("document.querySelector('[data-check]').click()")
    expect(write.locator("#_pictures-faults")).to_contain_text("Choose its file again, or take the picture out.")
    with write.expect_file_chooser() as chooser:
        write.get_by_role("button", name="Choose its file again").click()
    chooser.value.set_files({"name": "a.jpg", "mimeType": "image/jpeg", "buffer": photograph()})
    expect(write.locator("#_pictures-faults")).to_be_empty()
    assert len(unpacked(write)[1]) == 2


PUT = """async (base) => {
  const { chosen, put } = await import(base + "assets/press/write/pictures.js");
  const there = () => chosen().map((picture) => picture.there);
  const before = chosen();
  put(before);
  const same = there();
  put([{ ...before[0], mark: "of another file" }]);
  return [same, there()];
}"""


def test_a_draft_of_another_story_does_not_get_this_ones_picture_by_its_name(write: Page, site: str) -> None:
    write.locator("[name=kind][value=illustrative]").check()
    choose(write, ("a.jpg", photograph()))
    expect(write.locator(".write__picture")).to_have_count(1)
    assert write.evaluate(PUT, site) == [[True], [False]]


PICTURES: tuple[list[dict[str, Any]], ...] = (
    [],
    [{"words": ""}],
    [{"words": "Picture 1"}],
    [{"words": "A *board* with [words] on it https://example.org"}],
    [{"people": ""}],
    [{"people": "yes"}],
    [{"people": "yes", "people_consent": "C-0043"}],
    [{"people": "yes", "people_consent": "signed.pdf"}],
    [{"credit": "Test Data"}],
    [{"credit": "x" * 301}],
    [{"credit": "test.data@example.org"}],
    [{"words": "Call 615-555-0100"}],
    [{"there": False}],
    [{}, {"file": "picture-2.jpg", "words": "A list: yes", "credit": 'He said: "so"'}],
)
TEXTS = (
    PLACED,
    "Test data.",
    "![](picture-9.jpg)\nTest data.",
    "> Words.\nSource: A. Author, A Title (2020).",
    "> Words.\n> - More\n> • Of it\n- **To write:** Test data.\n1. One\n   - Two\n2. **Three** *four* ***five***",
)
TELLERS: tuple[dict[str, Any], ...] = (
    {"kind": "illustrative"},
    *({"kind": "first-person", "attribution": shown} for shown in ("named", "pseudonym", "anonymous")),
)
FILLED: dict[str, Any] = {
    "title": "Test data", "summary": "Test data for a summary.", "role": "teacher", "state": "Tennessee", "grades": "middle",
    "themes": ["beliefs"], "activities": ["test-kit/opening"], "published": "2026-11-01", "student_details": "none",
}  # fmt: skip
CONSENT = {
    "consent.granted": "2026-09-01", "consent.channels": ["web", "print"], "consent.review_by": "2028-09-01",
    "consent.evidence": "C-0042",
}  # fmt: skip


def test_pictures_are_judged_alike_by_the_form_and_by_the_program(page: Page, site: str, project: Project) -> None:
    usual = {"file": "picture-1.jpg", "words": "Chairs in a circle", "people": "no", "there": True}
    inputs = [
        {**FILLED, **teller, **(CONSENT if teller["kind"] != "illustrative" else {}), "text": text, "author": author}
        | {"pictures": [{**usual, **more} for more in pictures]}
        for pictures in PICTURES
        for text in (TEXTS if len(pictures) != 1 else TEXTS[:1])
        for teller in TELLERS
        for author in ("Test Data" if teller.get("attribution") in ("named", "pseudonym") else "",)
    ]
    data = json.loads(json.dumps(rules.gathered(edition.prepare(project.load(), "web", TODAY))))
    page.goto(site)
    made = page.evaluate(RUN, [site, [[values, data, TODAY.isoformat()] for values in inputs]])
    seen, said = set(), set()
    for values, one in zip(inputs, made, strict=True):
        folder = project.root / "stories" / "new"
        folder.mkdir(exist_ok=True)
        for picture in values["pictures"]:
            if picture["there"]:
                (folder / picture["file"]).write_bytes(photograph(turned=1)[:-28])
        path = "stories/new/index.md" if values["pictures"] else "stories/new.md"
        project.write(path, one["file"])
        programs = {(found.rule, found.what, found.mend) for found in checks.run(load(project.root), TODAY) if found.path == path}
        forms = {(found["rule"], found["what"], found["mend"]) for found in one["found"]}
        (project.root / path).unlink()
        for file in folder.iterdir():
            file.unlink()
        folder.rmdir()
        if any(rule == "front-matter" for rule, *_ in programs):  # the program then looks at no rule of the story as a whole
            forms = {found for found in forms if found[0] not in ("people", "attribution", "consent")}
            programs = {found for found in programs if "listed under `pictures`" not in found[1]}
        quiet = {"picture-data", "dates"}
        assert {found for found in forms if found[0] not in quiet} == {found for found in programs if found[0] not in quiet}, one
        seen |= {rule for rule, *_ in forms}
        said |= {what for _, what, _ in forms}
    assert seen >= RULES
    kept, text = data["pictures"], data["text"]
    told = [kept[name] for name in ("noWords", "noSense", "gone", "people", "seen", "credited")]
    told += [text["quoted"]["none"], text["quoted"]["groundless"], text["toWrite"][1]]
    told += [words for faults in kept["faults"].values() for words in faults.values()]
    assert {what.replace("{number}", "1").replace("{size}", "301") for what, _ in told} <= said


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier_in_the_part_for_pictures(write: Page, axe: str, scheme: Any, width: int) -> None:
    write.set_viewport_size({"width": width, "height": 800})
    write.emulate_media(color_scheme=scheme)
    write.locator("[name=kind][value=illustrative]").check()
    if width == NARROW:
        write.get_by_role("button", name="Next").click()
    choose(write, ("a.jpg", photograph()), ("b.txt", b"Test data"))
    expect(write.locator(".write__picture")).to_have_count(1)
    write.get_by_label("Yes", exact=True).check()
    write.evaluate("document.querySelector('[data-check]').click()")
    expect(write.locator("#_pictures-faults")).not_to_be_empty()
    assert barriers(write, axe) == []
    assert write.evaluate("document.documentElement.scrollWidth") <= width
