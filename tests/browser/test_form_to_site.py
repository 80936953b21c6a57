"""Five stories from the form's first question to their page on the site: on a phone's width, with the keyboard alone.

Each is written as its teller would: with a reload on the way, some without a network for a while. What is downloaded is put where
the form says, the check has nothing to mend, and the page that is built shows what the preview has shown.
"""

import contextlib
import datetime
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Locator, Page, ViewportSize, expect

import commands
import forms
from press.checks import consent
from press.publishing import publish
from showing import shown

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("context")]  # a draft that another test left is asked about

STORIES = Path(__file__).parent / "stories"
PHONE = ViewportSize(width=390, height=844)
CREDITED = " ".join(consent.CREDITED)
MOST_STOPS = 200  # of Tab, from one thing to the next
COPIED = """(html) => addEventListener("copy", (event) => {
  event.clipboardData.setData("text/html", html);
  event.clipboardData.setData("text/plain", document.body.innerText);
  event.preventDefault();
})"""
# What stands in the preview or on the page, in order: what it is, and its words. Left out is what only one of them says.
SEEN = """(box) => [...box.querySelectorAll("h1, h2, h3, h4, p, li, img, canvas, figcaption")].flatMap((one) => {
  if (one.matches(".write__mark, .tn-eyebrow, .tn-byline") || one.closest(".tn-next")) return [];
  if (one.matches("img, canvas")) return [["picture", one.getAttribute("alt") ?? one.getAttribute("aria-label")]];
  const copy = one.cloneNode(true);
  for (const other of copy.querySelectorAll("ol, ul, button, .headerlink, .words-only")) other.remove();
  const words = copy.textContent.replace(/\\s+/g, " ").trim();
  const heading = /^h\\d$/i.test(one.localName) && "heading";
  const item = one.localName === "li" && "item " + "-1"[Number(one.parentElement.localName === "ol")];
  return words ? [[heading || item || one.className || "words", words]] : [];
})"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a small project with the form stands."""
    with shown(forms.sound(tmp_path_factory.mktemp("form"))) as url:
        yield url


class Writer:
    """Somebody at the form who has keys alone."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.keys = page.keyboard
        page.on("filechooser", lambda _: None)  # from now on: a listener of the moment may come too late on a busy machine

    def to(self, target: Locator, key: str = "Tab") -> None:
        """Go there with Tab, from wherever the focus is."""
        for _ in range(MOST_STOPS):
            if target.evaluate("one => one === document.activeElement"):
                return
            self.keys.press(key)
        pytest.fail(f"No Tab leads to {target}")

    def press(self, name: str) -> None:
        self.to(self.page.get_by_role("button", name=name))
        self.keys.press("Enter")

    def write(self, label: str, words: str) -> None:
        self.to(self.page.get_by_label(label, exact=True))
        self.keys.type(words)

    def choose(self, field: str, value: str) -> None:
        """One of several round ones: Tab leads to the first, arrows to the others."""
        wanted = self.page.locator(f"[name={field}][value='{value}']")
        self.to(self.page.locator(f"[name={field}]").first)
        self.keys.press("Space")
        while not wanted.is_checked():
            self.keys.press("ArrowDown")

    def tick(self, field: str, value: str) -> None:
        box = self.page.locator(f"[name='{field}'][value='{value}']")
        self.to(box)
        self.keys.press("Space")
        expect(box).to_be_checked()

    def pick(self, label: str, words: str) -> None:
        """One of a list: its first letters lead there."""
        box = self.page.get_by_label(label, exact=True)
        self.to(box)
        self.keys.type(words)
        expect(box.locator("option:checked")).to_have_text(words)

    def next(self, step: str) -> None:
        self.press("Next")
        expect(self.page.locator("[data-progress]")).to_be_focused()
        expect(self.page.locator("[data-step-title]")).to_have_text(step)

    def reload(self) -> None:
        self.page.reload()
        self.page.wait_for_selector("[data-ready]")

    @contextlib.contextmanager
    def without_network(self) -> Iterator[None]:
        self.page.context.set_offline(True)
        yield
        self.page.context.set_offline(False)

    # The parts of the form, in their order.

    def begin(self, kind: str) -> None:
        self.choose("kind", kind)
        self.next("The story")

    def name(self, title: str, summary: str) -> None:
        self.write("Title", title)
        self.write("One sentence that says what it is about", summary)
        self.to(self.page.get_by_label("The story", exact=True))

    def tell(self, story: str) -> None:
        """Write there line by line; a phone's keyboard gives whole words as well."""
        for number, line in enumerate(story.split("\n")):
            if number:
                self.keys.press("Enter")
            self.keys.insert_text(line)

    def back_to_the_story(self) -> None:
        self.to(self.page.get_by_label("The story", exact=True), "Shift+Tab")

    def paste(self, html: str) -> None:
        """What another window has copied, as a word processor does."""
        other = self.page.context.new_page()
        other.set_content(html)
        other.evaluate(COPIED, html)
        for key in ("Control+a", "Control+c"):
            other.keyboard.press(key)
        other.close()
        self.keys.press("Control+v")

    def give(self, button: str, photograph: bytes) -> None:
        """A file, where the browser asks for one after a button."""
        self.to(self.page.get_by_role("button", name=button))
        with self.page.expect_file_chooser() as asked:
            self.keys.press("Enter")
        asked.value.set_files(FilePayload(name="IMG_0815.JPG", mimeType="image/jpeg", buffer=photograph))
        expect(self.page.locator(".write__shown canvas")).to_be_visible()

    def sort(self, *themes: str, notes: tuple[str, ...] = (), students: str = "removed") -> None:
        self.next("Themes and students")
        for theme in themes:
            self.tick("themes", theme)
        self.tick("activities", "inquiry/look")
        for note in notes:
            self.tick("content_notes", note)
        self.choose("student_details", students)

    def stand(self, role: str, state: str, grades: str) -> None:
        self.next("Who tells it")
        self.pick("Role of the teller", role)
        self.pick("State", state)
        self.choose("grades", grades)

    def show(self, attribution: str, author: str = "") -> None:
        self.choose("attribution", attribution)
        if author:
            self.write("Name to show", author)

    def agree(self, number: str) -> None:
        """The teller has signed, for two years."""
        self.next("Consent")
        day = publish.today() - datetime.timedelta(days=30)
        self.write("Day on the signed form", f"{day:%m%d%Y}")
        self.tick("consent.channels", "web")
        self.tick("consent.channels", "print")
        self.write("Last day on which the consent holds", f"{day + datetime.timedelta(days=730):%m%d%Y}")
        self.write("Number from the editors", number)

    def check(self) -> list[str]:
        """What the form finds."""
        self.next("Look and send")
        self.press("Check and show the story")
        expect(self.page.locator("[data-summary]")).to_be_focused()
        return self.page.locator("[data-problems] li").all_inner_texts()

    def preview(self) -> list[list[str]]:
        found: list[list[str]] = self.page.locator("[data-preview]").evaluate(SEEN)
        return found

    def take(self, folder: Path) -> Path:
        """The download, in a folder of the contributor's own."""
        self.to(self.page.locator("[data-download]"))
        with self.page.expect_download() as waiting:
            self.keys.press("Enter")
        taken = folder / waiting.value.suggested_filename
        waiting.value.save_as(taken)
        return taken


@pytest.fixture
def writer(page: Page, site: str) -> Writer:
    page.set_viewport_size(PHONE)
    return Writer(forms.opened(page, site))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The project that a story is brought to."""
    (tmp_path / "project").mkdir()
    return forms.sound(tmp_path / "project")


def text(name: str) -> str:
    return (STORIES / name).read_text(encoding="utf-8").strip()


def brought(taken: Path, root: Path) -> str:
    """The name of the story whose download is put into the project, as the form says."""
    if taken.suffix == ".zip":
        with zipfile.ZipFile(taken) as packed:
            packed.extractall(taken.parent)
        shutil.move(taken.parent / "stories" / taken.stem, root / "stories")
    else:
        shutil.move(taken, root / "stories")
    return taken.stem


def checked(root: Path) -> list[str]:
    """The notes of a check that has nothing to mend."""
    return [note.partition(".md:")[2] for note in commands.press(root, "check").stdout.splitlines()]


def published(page: Page, root: Path, name: str) -> list[list[str]]:
    """What the story's page shows."""
    with shown(root) as url:
        page.goto(f"{url}stories/{name}/")
        found: list[list[str]] = page.locator("article").evaluate(SEEN)
        return found


def test_a_name_with_accents_is_the_same_from_the_form_to_the_page(writer: Writer, root: Path, tmp_path: Path) -> None:
    told, asked = text("accents.txt").split("\n## What I still ask")
    writer.begin("first-person")
    with writer.without_network():
        writer.name("Nguyễn Thị Đặng: my name, said in full", "A teacher stops asking for shorter names, José’s own among them.")
        writer.tell(told)
        writer.keys.press("Shift+ArrowLeft")
        writer.press("Mark the chosen passage as the excerpt")
        writer.back_to_the_story()
        writer.tell(f"## What I still ask{asked}")
    writer.reload()
    writer.sort("belonging", "classroom practice")
    writer.stand("Teacher", "New York", "middle")
    writer.show("named", "José Nguyễn Thị Đặng")
    writer.agree("C-2041")
    assert writer.check() == []
    preview, taken = writer.preview(), writer.take(tmp_path)
    assert taken.name == "nguyen-thi-dang-my-name-said-in-full.md"
    name = brought(taken, root)
    assert checked(root) == []
    page = published(writer.page, root, name)
    assert page == preview
    assert page[:3] == [
        ["heading", "Nguyễn Thị Đặng: my name, said in full"],
        ["tn-lead", "A teacher stops asking for shorter names, José’s own among them."],
        ["tn-teller", "José Nguyễn Thị Đặng · Teacher · Middle grades · New York"],
    ]


def test_what_word_has_numbered_and_listed_is_so_on_the_page(writer: Writer, root: Path, tmp_path: Path) -> None:
    writer.begin("illustrative")
    writer.name("The seat by the window", "A teacher asks what a plan of seats is for, and lets the class choose anew each week.")
    writer.paste(text("word.html"))
    writer.reload()
    writer.sort("classroom practice", "student voice")
    writer.stand("Teacher", "Massachusetts", "elementary")
    assert writer.check() == []
    preview = writer.preview()
    name = brought(writer.take(tmp_path), root)
    assert checked(root) == []
    page = published(writer.page, root, name)
    assert page == preview
    assert [words for what, words in page if what.startswith("item 1")] == [
        "The front row is for whoever needs to be watched.", "The window is a prize.", "it is given for silence;",
        "it is taken away without a word.", "The last row is for whoever can be left alone.",
    ]  # fmt: skip
    assert [words for what, words in page if what.startswith("item -")] == [
        "Whoever cannot see or hear well chooses first.", "Nobody sits in one place for more than two weeks.",
        "The last row counts as one place.", "So does the window.", "Whoever sits alone is asked once, and then left in peace.",
    ]  # fmt: skip
    assert writer.page.locator("article :is(em, strong)").all_inner_texts() == ["nobody", "two promises"]
    assert ["tn-note tn-label", "Illustrative story: written as an example. No real person told it."] in page


def test_a_phones_photograph_is_upright_on_the_page_and_tells_nothing_beside_itself(
    writer: Writer, root: Path, tmp_path: Path
) -> None:
    before, after = text("photo.txt").split("\n## What the wall shows now")
    photograph, words = forms.photograph((4032, 3024)), "Two rows of paper cards on a wall, the upper one crooked"
    writer.begin("interview")
    writer.name("What the wall was for", "A teacher takes the finished pages down and pins up what is still in the making.")
    writer.tell(before)
    writer.give("Add a picture", photograph)
    expect(writer.page.get_by_label("What it shows")).to_be_focused()
    writer.keys.type(words)
    writer.to(writer.page.locator("[data-part=people]").first)
    writer.keys.press("Space")
    writer.to(writer.page.locator("[data-part=credit]"))
    writer.keys.type("Photograph by the teller")
    writer.back_to_the_story()
    writer.tell(f"\n## What the wall shows now{after}")
    writer.reload()
    writer.give("Choose its file again", photograph)
    writer.sort("student voice", "classroom practice")
    writer.stand("Teacher", "Florida", "elementary")
    writer.show("first-name", "Testa")
    writer.agree("C-2042")
    assert len(writer.check()) == 1
    preview, taken = writer.preview(), writer.take(tmp_path)
    assert taken.name == "what-the-wall-was-for.zip"
    name = brought(taken, root)
    packed = root / "stories" / name / "picture-1.jpg"
    assert forms.told_beside(packed.read_bytes()) == set()
    with Image.open(packed) as picture:
        assert picture.size == (1500, 2000)
        color = picture.convert("RGB").getpixel((1490, 10))
        assert isinstance(color, tuple) and color[0] > 200 > 60 > color[2]  # its right half is red
    assert checked(root) == [f"22: To review: {CREDITED} [attribution]"]
    page = published(writer.page, root, name)
    assert page == preview
    place = page.index(["picture", words])
    assert page[place - 1] == ["words", "Photograph by the teller"]
    assert page[place + 1] == ["heading", "What the wall shows now"]


def test_an_anonymous_story_about_discipline_shows_nobody(writer: Writer, root: Path, tmp_path: Path) -> None:
    writer.begin("first-person")
    writer.name(
        "The drawer with the forms", "A teacher puts the forms for referrals out of reach, and reads what is left to say."
    )
    writer.tell(text("discipline.txt"))
    writer.reload()
    with writer.without_network():
        writer.sort("discipline", notes=("discipline",))
        writer.stand("Teacher", "Tennessee", "high")
        writer.show("anonymous")
        writer.agree("C-2043")
        assert writer.check() == []
        preview, taken = writer.preview(), writer.take(tmp_path)
    name = brought(taken, root)
    assert checked(root) == []
    page = published(writer.page, root, name)
    assert page == preview
    assert page[2:4] == [
        ["tn-teller", "The writer’s name is left out · Teacher · High school · Tennessee"],
        ["tn-note", "Content note: this story touches on discipline."],
    ]


def test_a_composite_story_says_so_on_its_page(writer: Writer, root: Path, tmp_path: Path) -> None:
    writer.begin("composite")
    writer.name("What stood last on the list", "People at several schools let the last point of the meeting come first.")
    writer.tell(text("composite.txt"))
    writer.sort("leadership", "policy", students="none")
    writer.reload()
    writer.stand("Teacher leader", "Tennessee", "mixed")
    writer.show("pseudonym", "Test Data")
    writer.agree("C-2044")
    assert writer.check() == []
    preview = writer.preview()
    name = brought(writer.take(tmp_path), root)
    assert checked(root) == []
    page = published(writer.page, root, name)
    assert page == preview
    assert page[2:4] == [
        ["tn-teller", "Test Data (not the writer’s own name) · Teacher leader · Mixed grades · Tennessee"],
        ["tn-note tn-label", "Composite story: made from several real accounts. No single person told it."],
    ]


def test_without_a_network_the_check_says_what_it_did_not_look_for_and_looks_once_it_is_back(writer: Writer) -> None:
    unlooked = writer.page.get_by_text("were not looked for as closely as usual")
    note = writer.page.locator("[data-problems]").get_by_text("What may be somebody's name stands here.")
    with writer.without_network():
        writer.begin("illustrative")
        writer.name("Test data", "Test data for a summary.")
        writer.keys.type("It was Jayden.")
        writer.next("Themes and students")
        writer.next("Who tells it")
        writer.check()
        expect(unlooked).to_be_visible()
        expect(note).to_have_count(0)
    expect(note.first).to_be_visible()
    expect(unlooked).to_be_hidden()


@pytest.mark.parametrize(("zone", "day"), [("America/Chicago", "2026-11-27"), ("Pacific/Guam", "2026-11-28")])
def test_the_day_that_the_form_fills_in_is_the_writers_own_and_none_that_lies_ahead(
    chromium: Browser, site: str, zone: str, day: str
) -> None:
    with chromium.new_context(timezone_id=zone) as context:
        page = context.new_page()
        page.clock.set_fixed_time(datetime.datetime(2026, 11, 28, 2, 30, tzinfo=datetime.UTC))
        expect(forms.opened(page, site).locator("[name=published]")).to_have_value(day)
