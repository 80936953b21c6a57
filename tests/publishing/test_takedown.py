"""Taken back means gone: from every output, in every order of commands, whatever else is wrong. All words are test data."""

import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import readings
from commands import pdfs, press
from marked import PLACES, mark, write
from press.library import edition
from press.library.load import load
from press.publishing import publish
from projects import small, story
from soaking import seeds

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("here")]

TOLD = ("withdrawn", "expired", "web-only", "print-only")  # four stories; what becomes of each is up to a test


def path_of(root: Path, name: str) -> Path:
    return root / "stories" / mark(name, "slug") / "index.md"


def change(root: Path, name: str, old: str, new: str) -> None:
    text = path_of(root, name).read_text(encoding="utf-8")
    assert old in text
    path_of(root, name).write_text(text.replace(old, new), encoding="utf-8")


def told(folder: Path, name: str) -> list[str]:
    """Where something of a story stands in the folder; the old address that a notice keeps is not counted."""
    return told_in(dict(readings.of(folder)), name)


def told_in(texts: dict[str, str], name: str) -> list[str]:
    """The same of a folder that was read."""
    found = [f"{path}: {place}" for path, text in texts.items() for place in PLACES if mark(name, place) in text]
    return [place for place in found if not place.endswith(": alias")]


def laid_out(root: Path) -> Path:
    """A project with four stories that may appear everywhere, and one that links to the others' headings and pictures."""
    root.mkdir()
    small(root)
    for name in TOLD:
        write(root, name)
    links = "".join(
        f"\n[Its heading]({mark(name, 'slug')}/index.md#of-{mark(name, 'heading')})"
        f" and [its picture]({mark(name, 'slug')}/{mark(name, 'file')}.png).\n"
        for name in TOLD
    )
    (root / "stories" / "links.md").write_text(story(f"## Links\n{links}", title="Test data of links"), encoding="utf-8")
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Such a project, of which nothing was made yet."""
    return laid_out(tmp_path / "project")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Such a project after a first `press site`, with its handouts and without."""
    found = {}
    for name, options in (("whole", ()), ("pages", ("--no-handouts",))):
        found[name] = laid_out(tmp_path_factory.mktemp("made") / "project")
        press(found[name], "site", *options)
    return found


@pytest.fixture
def built(made_once: dict[str, Path], tmp_path: Path) -> Path:
    """A copy of it with its site, handouts, and all that a build keeps."""
    return shutil.copytree(made_once["whole"], tmp_path / "built", symlinks=True)


@pytest.fixture
def pages(made_once: dict[str, Path], tmp_path: Path) -> Path:
    """The same without handouts."""
    return shutil.copytree(made_once["pages"], tmp_path / "pages", symlinks=True)


END: dict[str, Callable[[Path, str], object]] = {
    "is withdrawn": lambda root, name: press(root, "withdraw", mark(name, "slug"), "--yes"),
    "is withdrawn by hand": lambda root, name: change(root, name, "title:", "withdrawn: 2026-01-01\ntitle:"),
    "has expired": lambda root, name: change(root, name, "granted: 2020-01-01", "granted: 2019-01-01"),
    "is for print alone": lambda root, name: change(root, name, "[web, print]", "[print]"),
    "is not out yet": lambda root, name: change(root, name, "published: 2026-01-02", "published: 2999-01-02"),
    "is unreadable": lambda root, name: path_of(root, name).write_bytes(b"\xff\xfe"),
    "is deleted": lambda root, name: shutil.rmtree(path_of(root, name).parent),
}


def end(root: Path, name: str, how: str) -> None:
    END[how](root, name)
    if how == "has expired":  # whatever the dates of these tests' stories are
        text = path_of(root, name).read_text(encoding="utf-8")
        lines = ["  review_by: 2020-12-31" if line.startswith("  review_by:") else line for line in text.split("\n")]
        path_of(root, name).write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize("how", ["is withdrawn", "has expired", "is for print alone", "is not out yet"])
def test_3_an_export_holds_no_handout_of_a_story_that_ended_since_they_were_made(root: Path, how: str) -> None:
    pdfs(root, "--paper", "both", "--layout", "stories", "--out", str(root / ".press" / "handouts"))
    assert told(root / ".press" / "handouts", "withdrawn") != []
    end(root, "withdrawn", how)
    press(root, "export", str(root / "export"))
    assert told(root / "export", "withdrawn") == []
    assert told(root / ".press" / "handouts", "withdrawn") == []
    assert told(root / "export", "expired") != []


def test_3_an_export_after_a_change_to_web_alone_has_the_page_and_no_handout(root: Path) -> None:
    pdfs(root, "--paper", "both", "--layout", "stories", "--out", str(root / ".press" / "handouts"))
    change(root, "web-only", "[web, print]", "[web]")
    press(root, "export", str(root / "export"))
    assert [place for place in told(root / "export", "web-only") if place.startswith("handouts/")] == []
    assert told(root / "export" / "stories", "web-only") != []


@pytest.mark.parametrize("how", END)
def test_a_story_leaves_the_site_though_a_neighbor_stops_the_build(pages: Path, how: str) -> None:
    press(pages, "export", str(pages / "export"))
    assert told(pages / "site", "withdrawn") != []
    (pages / "stories" / "neighbor.md").write_text(story(state="Atlantis"), encoding="utf-8")
    end(pages, "withdrawn", how)
    done = press(pages, "site", "--no-handouts", well=False)
    assert done.returncode == 1
    assert "without 1 story that is not to be shown as before" in done.stderr
    assert told(pages / "site", "withdrawn") == []
    kept = [place for place in told(pages / ".press", "withdrawn") if "/links.md: " not in place]  # says where its own links lead
    assert kept == []
    for name in set(TOLD) - {"withdrawn"}:
        assert f"stories/{mark(name, 'slug')}/index.html: body" in told(pages / "site", name)


def test_all_of_a_withdrawn_story_is_gone_after_one_build_that_fails_for_its_neighbor(built: Path) -> None:
    """With a heading that is linked to, a picture that is linked to, an alias, an old export, old PDFs and a broken neighbor."""
    press(built, "export", str(built / "export"))
    pdfs(built, "--paper", "both", "--out", str(built / "old"))
    assert any("stories-3-up" in place for place in told(built / "site", "withdrawn"))
    (built / "stories" / "neighbor.md").write_text(story("[x](nowhere.md)\n"), encoding="utf-8")
    end(built, "withdrawn", "is withdrawn")
    assert press(built, "site", well=False).returncode == 1
    assert told(built / "site", "withdrawn") == []
    page = (built / "site" / "stories" / mark("withdrawn", "slug") / "index.html").read_text(encoding="utf-8")
    assert "This story was taken down." in page
    assert mark("withdrawn", "slug") in (built / "site/stories" / mark("withdrawn", "alias") / "index.html").read_text(
        encoding="utf-8"
    )
    assert any("stories-3-up" in place for place in told(built / "site", "expired"))


@pytest.mark.parametrize("fault", ["a setting", "a handout that is too full", "a page of docs"])
def test_whatever_stops_the_build_the_story_goes(built: Path, fault: str) -> None:
    if fault == "a setting":
        text = (built / "mkdocs.yml").read_text(encoding="utf-8")
        (built / "mkdocs.yml").write_text(text.replace("site_url: https://", "site_url: nowhere"), encoding="utf-8")
    elif fault == "a page of docs":
        (built / "docs" / "index.md").write_text("no front matter", encoding="utf-8")
    else:
        look = built / "toolkits/inquiry/look.md"
        text = look.read_text(encoding="utf-8")
        look.write_text(text.replace("Look at the page.", "Far too many words for a panel. " * 60), encoding="utf-8")
    end(built, "withdrawn", "is withdrawn by hand")
    assert press(built, "site", well=False).returncode == 1
    assert told(built / "site", "withdrawn") == []
    assert f"stories/{mark('expired', 'slug')}/index.html: body" in told(built / "site", "expired")


def test_a_teller_whose_name_was_taken_out_is_not_named_though_a_neighbor_stops_the_build(pages: Path) -> None:
    text = path_of(pages, "expired").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if not line.startswith(("author:", "school:", "profile:", "attribution:"))]
    text = "\n".join(lines).replace("title:", "attribution: anonymous\ntitle:", 1)
    path_of(pages, "expired").write_text(text, encoding="utf-8")
    (pages / "stories" / "neighbor.md").write_text(story(state="Atlantis"), encoding="utf-8")
    assert press(pages, "site", "--no-handouts", well=False).returncode == 1
    places = {place.rpartition(": ")[2] for place in told(pages / "site", "expired")}
    assert places.isdisjoint({"author", "school", "profile"}) and "body" in places


def test_a_fault_alone_leaves_the_site_as_it_was(pages: Path) -> None:
    before = dict(readings.of(pages / "site"))
    (pages / "stories" / "neighbor.md").write_text(story(state="Atlantis"), encoding="utf-8")
    change(pages, "expired", "grades: middle", "grades: muddle")  # a published one may have a fault too
    done = press(pages, "site", "--no-handouts", well=False)
    assert done.returncode == 1 and "the site you had is untouched" in done.stderr
    assert dict(readings.of(pages / "site")) == before


def test_a_new_machine_finds_the_last_sound_texts_in_the_history(root: Path) -> None:
    def git(*arguments: str) -> None:
        names = ("-c", "user.name=Test data", "-c", "user.email=test@site.example", "-c", "core.hooksPath=/dev/null")
        subprocess.run(["git", *names, *arguments], cwd=root, check=True, capture_output=True)

    git("init", "-q")
    for subject in ("Sound", "Broken", "Broken, and one is taken back"):
        if subject != "Sound":
            (root / "stories" / "neighbor.md").write_text(story(state="Atlantis", title=subject), encoding="utf-8")
        if "taken" in subject:
            end(root, "withdrawn", "is withdrawn by hand")
        git("add", ".")
        git("commit", "-qm", subject)
    done = press(root, "site", "--no-handouts", well=False)
    assert done.returncode == 1 and (root / "site" / "index.html").is_file(), done.stderr
    assert told(root / "site", "withdrawn") == []
    assert f"stories/{mark('expired', 'slug')}/index.html: body" in told(root / "site", "expired")


def test_where_nothing_else_can_be_built_the_run_says_to_take_the_site_offline(pages: Path) -> None:
    shutil.rmtree(pages / ".press" / "published")
    (pages / "stories" / "neighbor.md").write_text(story(state="Atlantis"), encoding="utf-8")
    done = press(pages, "site", "--no-handouts", well=False)
    assert "If it shows a story that has to go, take it offline" in done.stderr


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_run_of_the_pdfs_that_stops_for_a_neighbor_takes_the_story_out_of_those_that_lie_there(root: Path, paper: str) -> None:
    pdfs(root, "--paper", "both", "--layout", "stories", "--layout", "3-up", "--out", str(root / "out"))
    broken(root)
    end(root, "withdrawn", "is withdrawn by hand")
    done = pdfs(root, "--paper", paper, "--layout", "stories", "--layout", "3-up", "--out", str(root / "out"), well=False)
    assert done.returncode == 1
    assert done.stderr.endswith("2 PDFs with a story that may no longer be printed were deleted, no other changed.\n")
    assert told(root / "out", "withdrawn") == []
    assert {path.name for path in (root / "out").glob("*.pdf")} == {"inquiry-3-up-letter.pdf", "inquiry-3-up-a4.pdf"}


def allowed(root: Path, channel: str) -> set[str]:
    ready = edition.prepare(load(root), "web" if channel == "web" else "print", publish.today())
    return {name for name in TOLD if any(mark(name, "slug") in entry.path for entry in ready.stories)}


def broken(root: Path) -> None:
    (root / "stories" / "neighbor.md").write_text(story(state="Atlantis"), encoding="utf-8")


def mended(root: Path) -> None:
    (root / "stories" / "neighbor.md").unlink(missing_ok=True)


def exported(root: Path) -> None:
    shutil.rmtree(root / "export", ignore_errors=True)
    press(root, "export", str(root / "export"), well=False)


def previewed(root: Path) -> None:
    press(root, "preview", "--no-handouts")


OUTPUTS: dict[str, tuple[Callable[[Path], object], tuple[tuple[str, str], ...]]] = {
    "site": (lambda root: press(root, "site", well=False), (("site", "web"), ("site/handouts", "print"))),
    "site without handouts": (
        lambda root: press(root, "site", "--no-handouts", well=False), (("site", "web"), ("site/handouts", "print")),
    ),
    "export": (exported, (("export", "web"), ("export/handouts", "print"))),
    "preview": (previewed, (("preview", "web"), ("preview/handouts", "print"))),
    "PDFs": (lambda root: pdfs(root, "--layout", "stories", "--layout", "3-up", well=False), (("site/handouts", "print"),)),
    "PDFs for the preview": (
        lambda root: pdfs(root, "--layout", "stories", "--paper", "a4", "--out", str(root / ".press/handouts"), well=False), (),
    ),
}  # fmt: skip


@pytest.mark.soak
@pytest.mark.parametrize("seed", seeds(2, 60))
def test_no_output_shows_what_it_may_not_in_any_order_of_commands(built: Path, seed: int) -> None:
    chance = random.Random(seed)
    left = list(TOLD)
    for step in range(7):
        match chance.choice(("end", "web", "break", "mend")) if step else "":
            case "end" if left:
                end(built, left.pop(chance.randrange(len(left))), chance.choice(list(END)))
            case "web" if left:
                name = left.pop()
                change(built, name, "[web, print]", "[web]")
            case "break":
                broken(built)
            case "mend":
                mended(built)
        what = chance.choice(list(OUTPUTS)) if step else "site"
        make, shown = OUTPUTS[what]
        if step:  # the first is made already
            make(built)
        for folder, channel in shown:
            if (built / folder).exists():
                texts = dict(readings.of(built / folder))
                found = {name for name in TOLD if told_in(texts, name)} - allowed(built, channel)
                assert found == set(), f"seed {seed}, step {step}, {what}: {found} in {folder}"
