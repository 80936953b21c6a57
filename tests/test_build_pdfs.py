import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_handouts import activity, put

import build_pdfs
from press import checks
from press.build import publish
from press.handouts.sheets import layouts
from press.library.load import load
from press.manuscript.problem import errors


@pytest.fixture(scope="module", autouse=True)
def these_layouts() -> Iterator[None]:
    """The layouts that these tests are about; each of the others has tests of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layouts, "LAYOUTS", tuple(layout for layout in layouts.LAYOUTS if layout.name in ("3-up", "leaders")))
        yield


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound project of test data: two toolkits, three activities."""
    (tmp_path / "mkdocs.yml").write_text("site_url: https://site.example/\nextra:\n  repository: https://code.example/press\n")
    put(tmp_path, "alpha", "A", one=activity("First try"), two=activity("Second try"))
    put(tmp_path, "beta", "B", three=activity("Third try"))
    assert not errors(checks.run(load(tmp_path), publish.today()))
    return tmp_path


def test_the_handouts_go_to_the_site_on_letter_paper(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_pdfs.main([], project) == 0
    names = sorted(path.name for path in (project / "site/handouts").iterdir())
    assert names == [f"{name}-3-up-letter.{kind}" for name in ("alpha", "beta") for kind in ("pdf", "png")] + ["handouts.json"]
    said, silent = capsys.readouterr()
    assert "alpha-3-up-letter.pdf: Toolkit A: Toolkit alpha, 1 pages" not in said
    assert "alpha-3-up-letter.pdf: Toolkit A: Toolkit alpha, 1 page, " in said
    assert silent == "Setting the handouts (2) …\n"


def test_both_papers_one_toolkit_and_another_folder_can_be_asked_for(project: Path) -> None:
    out = project / "elsewhere/pdfs"
    assert build_pdfs.main(["--paper", "both", "--only", "beta", "--out", str(out)], project) == 0
    rows = json.loads((out / "handouts.json").read_text())["handouts"]
    assert [row["file"] for row in rows] == ["beta-3-up-a4.pdf", "beta-3-up-letter.pdf"]
    assert not (project / "site").exists()


def test_the_check_says_that_everything_fits_and_writes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(project.rglob("*"))
    assert build_pdfs.main(["--check", "--paper", "both"], project) == 0
    assert capsys.readouterr().out == "Everything fits.\n"
    assert sorted(project.rglob("*")) == before


def test_an_activity_that_is_too_long_is_named_and_the_old_pdfs_stay(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_pdfs.main([], project) == 0
    old = (project / "site/handouts/alpha-3-up-letter.pdf").read_bytes()
    (project / "toolkits/alpha/two.md").write_text(activity("Second try", "Far too many words for a panel. " * 15))
    for arguments in ([], ["--check"]):
        assert build_pdfs.main(arguments, project) == 1
        said = capsys.readouterr().err
        assert "toolkits/alpha/two.md:" in said
        assert "lines too long for its panel of the 3-up handout (Letter paper)." in said
        assert said.endswith("1 thing to mend; no PDF was changed.\n")
    assert (project / "site/handouts/alpha-3-up-letter.pdf").read_bytes() == old


def test_everything_that_is_wrong_with_the_manuscripts_is_listed_first(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("alpha/one", "beta/three"):
        path = project / f"toolkits/{name}.md"
        path.write_text(path.read_text().replace("minutes: 20", "minutes: twenty"))
    assert build_pdfs.main([], project) == 1
    said = capsys.readouterr().err
    assert "toolkits/alpha/one.md:5: `minutes` is not a whole number." in said
    assert "toolkits/beta/three.md:5: `minutes` is not a whole number." in said
    assert not (project / "site").exists()


def test_the_list_shows_the_toolkits_and_their_activities(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_pdfs.main(["--list"], project) == 0
    said = capsys.readouterr().out
    assert "alpha: Toolkit alpha, 2 activities\n" in said
    assert "beta: Toolkit beta, 1 activity\n" in said
    assert " 20 min  Third try\n" in said
    assert said.count("    --layout 3-up: Three panels to a page (1 page)\n") == 2


def test_an_unknown_toolkit_is_answered_with_those_there_are(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_pdfs.main(["--only", "gamma"], project) == 2
    assert capsys.readouterr().err == "There is no toolkit “gamma”. There are: alpha, beta.\n"


def test_an_unusable_address_of_the_site_is_said_in_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "mkdocs.yml").write_text("site_url: nowhere\nextra:\n  repository: https://code.example/press\n")
    assert build_pdfs.main([], project) == 1
    assert "nowhere" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said_in_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "file").write_text("in the way")
    assert build_pdfs.main(["--out", str(project / "file")], project) == 1
    said = capsys.readouterr().err.splitlines()[-1]
    assert (
        said
        == "The handouts can’t be made: file would have to be a folder, and something else has its name. Rename or move that."
    )
    assert (project / "file").read_text() == "in the way"


def test_the_help_gives_examples(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        build_pdfs.main(["--help"])
    assert caught.value.code == 0
    assert "python build_pdfs.py --paper both" in capsys.readouterr().out


@pytest.mark.parametrize(
    "out",
    [
        None,
        "site/handouts",
        ".press/handouts",
        "site/../site/x",
        "press/theme/assets/x",
        "docs/x",
        "x",
        ".",
        "..",
        "by-hand/../docs",
    ],
)
def test_11_what_is_given_out_by_hand_never_lies_where_something_is_published(
    project: Path, out: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--by-hand", *(["--out", str(project / out)] if out else [])]
    assert build_pdfs.main(arguments, project) == 2
    assert "need a folder that nothing publishes" in capsys.readouterr().err
    assert not list(project.rglob("*.pdf"))


def test_what_is_given_out_by_hand_may_not_lie_in_a_web_root_that_the_site_leads_to(
    project: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path_factory.mktemp("www")
    (project / "site").symlink_to(root)
    (project / "by-hand").symlink_to(root / "x")
    for out in (root / "handouts", project / "by-hand"):
        assert build_pdfs.main(["--by-hand", "--out", str(out)], project) == 2
    assert not list(root.rglob("*.pdf"))


def test_what_is_given_out_by_hand_has_a_folder_of_its_own(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    for out in (project / "by-hand", tmp_path_factory.mktemp("elsewhere")):
        assert build_pdfs.main(["--by-hand", "--only", "beta", "--out", str(out)], project) == 0
        assert (out / "beta-3-up-letter.pdf").is_file()
