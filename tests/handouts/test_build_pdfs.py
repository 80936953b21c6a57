import json
from pathlib import Path

import pytest

import build_pdfs
from sheets import activity

pytestmark = [pytest.mark.pdf, pytest.mark.usefixtures("here", "these_layouts")]


def test_the_handouts_go_to_the_site_on_letter_paper(kits: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_pdfs.main([], kits) == 0
    names = sorted(path.name for path in (kits / "site/handouts").iterdir())
    assert names == [f"{name}-3-up-letter.{kind}" for name in ("alpha", "beta") for kind in ("pdf", "png")] + ["handouts.json"]
    said, silent = capsys.readouterr()
    assert "alpha-3-up-letter.pdf: Toolkit A: Toolkit alpha, 1 pages" not in said
    assert "alpha-3-up-letter.pdf: Toolkit A: Toolkit alpha, 1 page, " in said
    assert silent == "Setting the handouts (2) …\n"


def test_both_papers_one_toolkit_and_another_folder_can_be_asked_for(kits: Path) -> None:
    out = kits / "elsewhere/pdfs"
    assert build_pdfs.main(["--paper", "both", "--only", "beta", "--out", str(out)], kits) == 0
    rows = json.loads((out / "handouts.json").read_text())["handouts"]
    assert [row["file"] for row in rows] == ["beta-3-up-a4.pdf", "beta-3-up-letter.pdf"]
    assert not (kits / "site").exists()


def test_the_check_says_that_everything_fits_and_writes_nothing(kits: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(kits.rglob("*"))
    assert build_pdfs.main(["--check", "--paper", "both"], kits) == 0
    assert capsys.readouterr().out == "Everything fits.\n"
    assert sorted(kits.rglob("*")) == before


def test_an_activity_that_is_too_long_is_named_and_the_old_pdfs_stay(kits: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_pdfs.main([], kits) == 0
    old = (kits / "site/handouts/alpha-3-up-letter.pdf").read_bytes()
    (kits / "toolkits/alpha/two.md").write_text(activity("Second try", "Far too many words for a panel. " * 15))
    for arguments in ([], ["--check"]):
        assert build_pdfs.main(arguments, kits) == 1
        said = capsys.readouterr().err
        assert "toolkits/alpha/two.md:" in said
        assert "lines too long for its panel of the 3-up handout (Letter paper)." in said
        assert said.endswith("1 thing to mend; no PDF was changed.\n")
    assert (kits / "site/handouts/alpha-3-up-letter.pdf").read_bytes() == old


def test_everything_that_is_wrong_with_the_manuscripts_is_listed_first(kits: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("alpha/one", "beta/three"):
        path = kits / f"toolkits/{name}.md"
        path.write_text(path.read_text().replace("minutes: 20", "minutes: twenty"))
    assert build_pdfs.main([], kits) == 1
    said = capsys.readouterr().err
    assert "toolkits/alpha/one.md:5: `minutes` is not a whole number." in said
    assert "toolkits/beta/three.md:5: `minutes` is not a whole number." in said
    assert not (kits / "site").exists()


def test_the_list_shows_the_toolkits_and_their_activities(kits: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_pdfs.main(["--list"], kits) == 0
    said = capsys.readouterr().out
    assert "alpha: Toolkit alpha, 2 activities\n" in said
    assert "beta: Toolkit beta, 1 activity\n" in said
    assert " 20 min  Third try\n" in said
    assert said.count("    --layout 3-up: Three panels to a page (1 page)\n") == 2


def test_an_unknown_toolkit_is_answered_with_those_there_are(kits: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_pdfs.main(["--only", "gamma"], kits) == 2
    assert capsys.readouterr().err == "There is no toolkit “gamma”. There are: alpha, beta.\n"


def test_an_unusable_address_of_the_site_is_said_in_words(kits: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (kits / "mkdocs.yml").write_text("site_url: nowhere\nextra:\n  repository: https://code.example/press\n")
    assert build_pdfs.main([], kits) == 1
    assert "nowhere" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said_in_words(kits: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (kits / "file").write_text("in the way")
    assert build_pdfs.main(["--out", str(kits / "file")], kits) == 1
    said = capsys.readouterr().err.splitlines()[-1]
    assert (
        said
        == "The handouts can’t be made: file would have to be a folder, and something else has its name. Rename or move that."
    )
    assert (kits / "file").read_text() == "in the way"


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
    kits: Path, out: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--by-hand", *(["--out", str(kits / out)] if out else [])]
    assert build_pdfs.main(arguments, kits) == 2
    assert "need a folder that nothing publishes" in capsys.readouterr().err
    assert not list(kits.rglob("*.pdf"))


def test_what_is_given_out_by_hand_may_not_lie_in_a_web_root_that_the_site_leads_to(
    kits: Path, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path_factory.mktemp("www")
    (kits / "site").symlink_to(root)
    (kits / "by-hand").symlink_to(root / "x")
    for out in (root / "handouts", kits / "by-hand"):
        assert build_pdfs.main(["--by-hand", "--out", str(out)], kits) == 2
    assert not list(root.rglob("*.pdf"))


def test_what_is_given_out_by_hand_has_a_folder_of_its_own(kits: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    for out in (kits / "by-hand", tmp_path_factory.mktemp("elsewhere")):
        assert build_pdfs.main(["--by-hand", "--only", "beta", "--out", str(out)], kits) == 0
        assert (out / "beta-3-up-letter.pdf").is_file()


def test_a_call_that_would_make_nothing_says_so_and_changes_nothing(kits: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build_pdfs.main(["--only", "alpha", "--layout", "leaders"], kits) == 2
    assert capsys.readouterr().err == "There is no handout of “alpha” in the layout leaders. There are: 3-up.\n"
    assert build_pdfs.main(["--layout", "leaders", "--check"], kits) == 2
    assert capsys.readouterr().err == "There is no handout in the layout leaders. There are: 3-up.\n"
    assert not (kits / "site").exists()
