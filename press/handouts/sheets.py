"""Turns an edition into sheets: one HTML document for each toolkit, layout and paper. Knows no PDF program."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from press.edition import Edition, Volume
from press.handouts import figures, panels, words
from press.handouts.panels import Panel

PROJECT = "Teacher Networks for Educational Equity"
FOLDER = Path(__file__).parent / "layouts"


@dataclass(frozen=True)
class Layout:
    """A way to lay panels out: a folder in `layouts/` with `sheet.html` and `sheet.css`, and a row in `LAYOUTS`."""

    name: str
    title: str
    across: int
    """Panels beside one another on a page; the last page is filled to that number."""
    leading: float
    """Points from one line of text to the next, as in its `sheet.css`."""

    @property
    def css(self) -> Path:
        """Its style sheet."""
        return FOLDER / self.name / "sheet.css"


@dataclass(frozen=True)
class Paper:
    """A sheet of paper lying on its long side. Sizes in points (1/72 inch)."""

    name: str
    title: str
    width: float
    height: float


LAYOUTS = (Layout("3-up", "Three panels to a page", 3, 12.5),)
PAPERS = {
    "letter": Paper("letter", "Letter", 792, 612),
    "a4": Paper("a4", "A4", 841.89, 595.28),
}


@dataclass(frozen=True)
class Sheet:
    """One handout before it is set: its HTML and CSS, and the panels that must each fit."""

    stem: str
    """The name of its files without ending, such as "personal-inquiry-3-up-letter"."""
    title: str
    toolkit: str
    path: str
    """The toolkit's manuscript."""
    layout: str
    paper: Paper
    html: str
    css: Path
    leading: float
    panels: tuple[Panel, ...]


def sheets(edition: Edition, papers: tuple[str, ...], site_url: str) -> tuple[Sheet, ...]:
    """A sheet for each toolkit, layout and paper (a name in `PAPERS`). `site_url` ends in "/"; the QR codes lead there."""
    return tuple(
        _sheet(volume, layout, PAPERS[paper], site_url) for volume in edition.volumes for layout in LAYOUTS for paper in papers
    )


def _sheet(volume: Volume, layout: Layout, paper: Paper, site_url: str) -> Sheet:
    toolkit = volume.toolkit
    found = panels.of(volume, site_url, layout.across)
    title = f"Toolkit {toolkit.fields.letter}: {found[0].title}"
    color, tint = panels.accent(toolkit.fields.letter)
    html = _environment().get_template(f"{layout.name}/sheet.html").render(
        project=PROJECT,
        title=title,
        toolkit=found[0].title,
        letter=toolkit.fields.letter,
        paper=paper,
        color=color,
        tint=tint,
        fold_marks=figures.fold_marks(paper.width, paper.height, layout.across),
        panels=found,
    )  # fmt: skip
    stem = f"{toolkit.name}-{layout.name}-{paper.name}"
    return Sheet(stem, title, toolkit.name, toolkit.path, layout.name, paper, html, layout.css, layout.leading, found)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    loader = FileSystemLoader(FOLDER)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["no_runt"] = words.no_runt
    return environment
