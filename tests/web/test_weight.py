"""A story's page costs its reader the same however many stories there are."""

from pathlib import Path

import pytest

from press.__main__ import main
from projects import small, story


def page(folder: Path, count: int) -> bytes:
    """The first story's page on a site with `count` stories, all of test data and of one length."""
    folder.mkdir()
    root = small(folder)
    for number in range(count):
        text = story(title=f"Test data, story {number:03d}", summary=f"Test data for summary {number:03d}.")
        (root / "stories" / f"story-{number:03d}.md").write_text(text, encoding="utf-8")
    assert main(["--root", str(root), "site", "--no-handouts"]) == 0
    return (root / "site" / "stories" / "story-000" / "index.html").read_bytes()


@pytest.mark.slow
def test_a_storys_page_does_not_grow_with_the_number_of_stories(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few, many = page(tmp_path / "few", 20), page(tmp_path / "many", 200)
    capsys.readouterr()
    assert abs(len(many) - len(few)) <= 64, "only the names of its neighbours may differ"
