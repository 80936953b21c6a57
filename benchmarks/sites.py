"""Builds the same pages twice: with the press, and with plain MkDocs and Material, which gets what `press export` writes.

The plain one has the same navigation and Material's own search.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks import synthetic

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
PLAIN_BUILD = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
PLAIN = """\
site_name: Plain MkDocs and Material
site_url: https://plain.example/
docs_dir: pages
theme: {name: material, font: false, features: [navigation.tabs, navigation.indexes, navigation.prune, navigation.footer]}
plugins: [search]
markdown_extensions: [tables, toc, smarty]
not_in_nav: "*"
nav: %s
"""


def own(folder: Path) -> Path:
    """A copy of this project with its own stories in `folder`."""
    folder.mkdir(parents=True)
    for name in (*synthetic.COPIED, "stories"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


def build(folder: Path, count: int, handouts: bool = False) -> tuple[Path, Path]:
    """Both sites in `folder`, ours and the plain one: with `count` synthetic stories, or with the project's own where it is 0.

    What an earlier call left there is taken as it is. With `handouts`, both have them and their pictures.
    """
    project, other = folder / "press", folder / "plain"
    if not (project / "site").is_dir():
        shutil.rmtree(project, ignore_errors=True)
        (synthetic.project(ROOT, project, count) if count else own(project))
        run(ours(project, "site", *(() if handouts else ("--no-handouts",))), folder)
    if not (other / "site" / "sitemap.xml").is_file():  # MkDocs writes it last
        shutil.rmtree(other, ignore_errors=True)
        plain(project, other)
        run(PLAIN_BUILD, other)
    return project / "site", other / "site"


def ours(project: Path, *arguments: str) -> list[str]:
    """A command of the press for the project in a folder."""
    return [sys.executable, "-m", "press", "--root", str(project), *arguments]


def plain(project: Path, other: Path) -> None:
    """Write the `project`'s pages and a plain mkdocs.yml for them into the folder `other`."""
    other.mkdir()
    run(ours(project, "export", str(other / "pages")), other)
    (other / "mkdocs.yml").write_text(PLAIN % json.dumps(_nav(other / "pages")), encoding="utf-8")


def run(command: list[str], folder: Path) -> float:
    """CPU seconds, user and system, of a command and its children. A command that fails ends the benchmark."""
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (end.ru_utime - start.ru_utime) + (end.ru_stime - start.ru_stime)


def _nav(pages: Path) -> list[object]:
    """The same pages in the navigation as on the press's site: all but the stories and their lists."""
    toolkits = [
        {folder.name: [f"toolkits/{folder.name}/index.md", *_names(pages, folder)]}
        for folder in sorted((pages / "toolkits").iterdir())
        if folder.is_dir()
    ]
    return [
        {"Home": "index.md"},
        {"Toolkits": ["toolkits/index.md", *toolkits]},
        {"Stories": "stories/index.md"},
        {"The work behind it": [path.name for path in sorted(pages.glob("*.md")) if path.name != "index.md"]},
        {"Contribute": ["contributing/index.md", "contributing/fields.md"]},
    ]


def _names(pages: Path, folder: Path) -> list[str]:
    return [path.relative_to(pages).as_posix() for path in sorted(folder.glob("*.md")) if path.name != "index.md"]
