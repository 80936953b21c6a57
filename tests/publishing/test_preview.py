"""The preview of a project that has something to mend: the rest is built, and it can't be taken for the site."""

from pathlib import Path

import pytest

import marked
import readings
from press import handouts
from press.commands import main
from press.manuscript.problem import Problem
from projects import Project, small, story

pytestmark = pytest.mark.slow

FAULTY = story("[x](nowhere.md)\n\nMarker text.\n", title="Marker title")


def made(root: Path, *options: str) -> int:
    return main(["--root", str(root), "preview", "--no-handouts", *options])


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with a sound story, two with a fault, one that may not appear, and its preview."""
    project = Project(small(tmp_path_factory.mktemp("preview")))
    project.write("stories/sound.md", story("Test data of a sound text.\n", title="Sound title"))
    project.write("stories/faulty.md", FAULTY)
    project.write("stories/unreadable.md", "---\ntitle: [\n---\nMarker text.\n")
    marked.write(project.root, "expired")
    path = project.root / "stories" / marked.mark("expired", "slug") / "index.md"
    path.write_text(path.read_text(encoding="utf-8").replace("review_by: 2999-12-31", "review_by: 2021-01-01"), encoding="utf-8")
    project.write(path.relative_to(project.root).as_posix(), path.read_text(encoding="utf-8") + "\n[x](nowhere.md)\n")
    assert made(project.root) == 0
    return project


def page(project: Project, address: str) -> str:
    return (project.root / "preview" / address / "index.html").read_text(encoding="utf-8")


def test_what_is_sound_is_there_with_its_search(project: Project) -> None:
    assert "Test data of a sound text." in page(project, "stories/sound")
    assert (project.root / "preview/pagefind/pagefind.js").is_file() and (project.root / "preview/search/words.json").is_file()


@pytest.mark.parametrize(("name", "line"), [("faulty", 13), ("unreadable", 2)])
def test_what_has_a_fault_shows_its_messages_in_its_place(project: Project, name: str, line: int) -> None:
    shown = page(project, f"stories/{name}")
    assert f"To mend: stories/{name}.md</h1>" in shown and f"<strong>Line {line}:</strong>" in shown


def test_nothing_of_a_text_with_a_fault_is_shown_anywhere(project: Project) -> None:
    assert [path for path, text in readings.of(project.root / "preview") if "Marker" in text] == []


def test_a_story_that_may_not_appear_is_shown_nowhere(project: Project) -> None:
    texts = list(readings.of(project.root / "preview"))
    for place in marked.PLACES:
        assert [path for path, text in texts if marked.mark("expired", place) in text] == [], place
    assert not (project.root / "preview/stories" / marked.mark("expired", "slug")).exists()


def test_every_page_says_that_it_is_a_preview_to_readers_and_to_search_engines(project: Project) -> None:
    pages = [path for path in (project.root / "preview").rglob("*.html") if path.name == "index.html"]
    assert len(pages) > 8
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert "A preview, not for publishing." in text and '<meta name="robots" content="noindex">' in text
    assert 'href="../../to-mend/">3 things to mend</a>' in page(project, "stories/sound")


def test_the_list_names_each_file(project: Project) -> None:
    shown = page(project, "to-mend")
    assert "3 things keep this site from being published." in shown
    for name in ("faulty", "unreadable"):
        assert f'href="../stories/{name}/">Its page' in shown


def test_a_preview_touches_no_site_and_a_site_is_not_made_of_what_has_a_fault(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("site/index.html", "the site of before")
    assert made(project.root) == 0
    assert "To mend: 3." in capsys.readouterr().out
    assert main(["--root", str(project.root), "site", "--no-handouts"]) == 1
    assert [path.name for path in (project.root / "site").iterdir()] == ["index.html"]
    assert (project.root / "site/index.html").read_text(encoding="utf-8") == "the site of before"


def test_a_handout_that_cannot_be_printed_is_listed_and_keeps_no_page_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise handouts.Unprintable((Problem("toolkits/inquiry/look.md", 20, "fit", "Test data of a fault.", "Cut it."),))

    monkeypatch.setattr(handouts, "make", refuse)
    root = small(tmp_path)
    assert main(["--root", str(root), "preview"]) == 0
    assert "Test data of a fault. Cut it." in (root / "preview/to-mend/index.html").read_text(encoding="utf-8")
    assert "Look at the page." in (root / "preview/toolkits/inquiry/look/index.html").read_text(encoding="utf-8")


def test_another_folder_of_that_name_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = Project(small(tmp_path))
    project.write("preview/index.html", "something of ours")
    assert made(project.root) == 1
    assert "is no preview, so it was left alone" in capsys.readouterr().err
    assert [path.name for path in (project.root / "preview").iterdir()] == ["index.html"]


def test_a_template_with_a_fault_is_named_with_its_line_and_the_preview_of_before_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Project(small(tmp_path))
    assert made(project.root) == 0
    before = dict(readings.of(project.root / "preview"))
    project.change("press/theme/404.html", "{% endblock %}", "{% endbock %}")
    project.write("stories/sound.md", story())
    assert made(project.root) == 1
    assert "press/theme/404.html:" in capsys.readouterr().err
    assert dict(readings.of(project.root / "preview")) == before


def test_a_template_that_fails_while_it_is_filled_is_named_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = Project(small(tmp_path))
    project.write("press/theme/partials/after.html", "\n\n{{ nothing.at.all }}")
    assert made(project.root) == 1
    assert "press/theme/partials/after.html:3: " in capsys.readouterr().err


def test_the_published_site_knows_nothing_of_previews_and_keeps_its_policy(tmp_path: Path) -> None:
    project = Project(small(tmp_path))
    project.write("stories/sound.md", story())
    assert main(["--root", str(project.root), "site", "--no-handouts"]) == 0
    policy = (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'"
    )
    pages = [project.root / "site" / name for name in ("index.html", "404.html", "stories/sound/index.html")]
    for path in pages:
        text = path.read_text(encoding="utf-8")
        assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in text
        assert "preview, not" not in text and "reload.js" not in text and "to-mend" not in text
    assert not (project.root / "site/assets/press/reload.js").exists() and not (project.root / "site/to-mend").exists()
