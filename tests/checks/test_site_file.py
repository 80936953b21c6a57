"""The site's own file, mkdocs.yml: what is odd is told by `check`, with its line; what passes is built."""

from pathlib import Path

import pytest

from press import checks
from press.__main__ import main
from press.library.load import load
from press.publishing import build_log, mkdocs_plugin, publish
from projects import editions, site_file, small

HOME = "  - Home: index.md\n"
PRESS = "  - press"


def said(project: Path, text: str | bytes) -> list[str]:
    """What the checks say about the project with this mkdocs.yml."""
    (project / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return [str(problem) for problem in checks.run(load(project), publish.today())]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("site_name: [x\n", 2), ("site_name: x\n\tnav: y\n", 2), ("- a\n", 1), ("words\n", 1), ("", 1), (b"\xff\xfe", 1),
        ("site_name: caf\u00e9".encode("latin-1"), 1), ("a: 1\n---\nb: 2\n", 2), ("site_url: nowhere\nextra:\n", 1),
        ("site_name: x\nsite_url:\n", 1), ("[" * 5000, 1),
    ],
)  # fmt: skip
def test_a_site_file_that_cant_be_read_is_one_plain_sentence(tmp_path: Path, text: str | bytes, line: int) -> None:
    (found,) = said(small(tmp_path), text)
    assert found.startswith("mkdocs.yml:") and found.endswith("[site-file]")
    assert found.startswith(f"mkdocs.yml:{line}:") or "[" * 9 in str(text)


@pytest.mark.parametrize("command", [["check"], ["site", "--no-handouts"], ["export", "/no/such/folder"]])
@pytest.mark.parametrize("text", ["site_name: [x", "- a\n", "", "nav:\n", "extra:\n", "site_name: x\nnav: null\nextra: null\n"])
def test_no_command_ends_in_a_traceback(
    tmp_path: Path, command: list[str], text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    project = small(tmp_path)
    (project / "mkdocs.yml").write_text(text)
    assert main(["--root", str(project), *command]) == 1
    assert "mkdocs.yml:1:" in "".join(capsys.readouterr())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (HOME, f"{HOME}  - 12\n"), (HOME, f"{HOME}  -\n"), (HOME, f"{HOME}  - 2026-01-01: index.md\n"),
        (HOME, f"{HOME}  - [index.md]\n"), (HOME, f"{HOME}  - Gone: gone.md\n"), (HOME, f"{HOME}  - /index.md\n"),
        (HOME, f"{HOME}  - A: []\n"), (HOME, f"{HOME}  - A:\n"), (HOME, f"{HOME}  - A: index.md\n    B: index.md\n"),
        (HOME, "  - More:\n      - index.md\n"), (HOME, f"{HOME}  - A: stories/x.md\n"),
        (HOME, f"{HOME}  - A:\n      - toolkits/\n"), (HOME, f"{HOME}  - https://example.org\n"), (HOME, ""),
        (HOME, f"{HOME}  - A: x/\n"), (PRESS, f"{PRESS}\n  - no-such"), (PRESS, f"{PRESS}\n  - press"), (PRESS, "  - search"),
        (PRESS, f"{PRESS}:\n      x: y"), ("docs_dir: docs", "docs_dir: pages"), ("name: material", "name: mkdocs"),
        ("language: en", "language: [x]"), ("site_name: ", "site_name: # "), ("site_description: ", "site_description: 1 # "),
        ("site_name", "site_nam"), ("anchors: warn", "anchors: loud"), ("validation:", "hooks: [x.py]\nvalidation:"),
        ("validation:", "extra_css: [x.css]\nvalidation:"), ("validation:", "dev_addr: x\nvalidation:"),
        ("validation:", "strict: maybe\nvalidation:"), ("validation:", "use_directory_urls: false\nvalidation:"),
        ("validation:", "INHERIT: x.yml\nvalidation:"), ("watch: [", "watch: # ["),
    ],
)  # fmt: skip
def test_an_odd_setting_or_menu_is_told_with_its_line(tmp_path: Path, old: str, new: str) -> None:
    text = site_file()
    assert old in text
    found = said(small(tmp_path), text.replace(old, new, 1))
    assert found and all(line.startswith(("mkdocs.yml:", "docs/index.md:1:")) and line.endswith("[site-file]") for line in found)


def test_the_usual_site_file_has_nothing_to_mend(tmp_path: Path) -> None:
    assert said(small(tmp_path), site_file()) == []


@pytest.mark.slow
def test_what_is_unusual_and_sound_is_built(tmp_path: Path) -> None:
    project = small(tmp_path)
    more = ("Elsewhere: https://example.org/", "An activity: toolkits/inquiry/look.md", "activities.md", "Again: index.md")
    text = site_file(*more).replace(PRESS, f"{PRESS}\n  - search").replace("watch: [", "watch: [no-such-folder, ")
    assert said(project, text.replace("\n", "\r\n")) == []
    (project / "stories").rmdir()
    assert main(["--root", str(project), "site", "--no-handouts"]) == 0


def test_a_page_that_no_menu_has_is_noted(tmp_path: Path) -> None:
    project = small(tmp_path)
    (project / "docs" / "alone.md").write_text("---\ntitle: Alone\ndescription: Test data.\n---\nTest data.\n")
    (line,) = said(project, site_file())
    assert line.startswith("docs/alone.md:1: To review: This page stands in no menu")


@pytest.mark.slow
def test_what_stops_the_build_is_told_without_a_line_of_mkdocs(tmp_path: Path) -> None:
    project = small(tmp_path)
    (project / "mkdocs.yml").write_text(site_file("Gone: gone.md"), encoding="utf-8")
    with pytest.raises(mkdocs_plugin.BuildFailed) as failed:
        mkdocs_plugin.build(project, project / "site", editions(project))
    told = "mkdocs.yml: The menu leads to a page that is not there. Look at its name under `nav`, or delete the line."
    assert str(failed.value) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Doc file 'a.md' contains a link '#x', but there is no such anchor on this page.",
            "docs/a.md: A link leads to a heading",
        ),
        (
            "Doc file 'a.md' contains a link 'b.md#x', but the doc 'b.md' does not contain an anchor '#x'.",
            "docs/a.md: A link leads",
        ),
        (
            "A reference to 'x.md' is included in the 'nav' configuration, which is not found",
            "mkdocs.yml: The menu leads to a page",
        ),
        ("An absolute path to '/x' is included in the 'nav' configuration", "mkdocs.yml: The menu leads to a page"),
        ("Config value 'nav': Expected nav to be a list", "mkdocs.yml: The setting `nav` can't be used"),
        (
            "Error building page 'a.md': no filter named 'x'",
            "docs/a.md: This page can't be made. Please show this to a maintainer",
        ),
        ("Something\nnew", "The site can't be built. Please show this to a maintainer: Something new"),
    ],
)
def test_what_mkdocs_logs_is_told_in_plain_words(line: str, told: str) -> None:
    said = build_log.told([("mkdocs.any", line)], {"a.md": "docs/a.md"})
    assert said.startswith(told) and "\n" not in said


@pytest.mark.slow
def test_a_template_with_a_fault_ends_in_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = small(tmp_path)
    (project / "press" / "theme" / "main.html").write_text('{% include "no-such.html" %}')
    assert main(["--root", str(project), "site", "--no-handouts"]) == 1
    said = "".join(capsys.readouterr())
    assert "Please show this to a maintainer: " in said and "WARNING" not in said and "Traceback" not in said
