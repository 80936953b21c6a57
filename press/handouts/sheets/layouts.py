"""Turns an edition into sheets: one HTML document for each handout, layout and paper. Knows no PDF program."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from press.handouts.sheets import (
    activity_sheet,
    booklet,
    consent_form,
    cut_cards,
    figures,
    inline_html,
    leaders,
    notes,
    panels,
    stories,
)
from press.handouts.sheets.panels import Draft, Panel
from press.library.edition import Edition
from press.manuscript.problem import Problem

PROJECT = "Teacher Networks for Educational Equity"
FOLDER = Path(__file__).parents[1] / "layouts"


@dataclass(frozen=True)
class Layout:
    """A way to lay panels out: a folder in `layouts/` with `sheet.html` and `sheet.css`, and a row in `LAYOUTS`."""

    name: str
    title: str
    across: int
    """Panels beside one another on a page; the last page is filled to that number."""
    leading: float
    """Points from one line of text to the next, as in its `sheet.css`."""
    drafts: Callable[[Edition, str, int], Iterable[Draft]]
    """What is laid out so: the handouts of an edition, for a site's address and a number of panels across."""
    ending: str = "3-up"
    """What its files' names say between the handout's name and the paper's."""
    upright: bool = False
    """Whether its pages stand on their short side."""
    flows: bool = False
    """Whether its text runs on from page to page, so that `pagination`, not `overflow`, looks it over."""

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

    @property
    def upright(self) -> "Paper":
        """The same sheet standing on its short side."""
        return replace(self, width=self.height, height=self.width)


LAYOUTS = (
    Layout("3-up", "Three panels to a page", 3, 12.5, panels.drafts),
    Layout(
        "3-up-notes", "Three activities down a page, with lines beside each", 3, 13.5, notes.drafts, "3-up-notes", upright=True
    ),
    Layout("3-up-cut", "One activity three times, to cut apart", 3, 12.5, cut_cards.drafts, "3-up-cut"),
    Layout("booklet", "The whole toolkit", 1, 15, booklet.drafts, "booklet", upright=True, flows=True),
    Layout(
        "activity",
        "A side for participants, one for facilitators",
        1,
        15,
        activity_sheet.drafts,
        "activity",
        upright=True,
        flows=True,
    ),
    Layout("leaders", "A panel for each toolkit, for principals and teacher leaders", 3, 12.5, leaders.drafts),
    Layout("stories", "Three stories to a page, each cut to an excerpt", 3, 15.5, stories.drafts),
    Layout("form", "A form to sign", 1, 14, consent_form.drafts, "form", upright=True),
)
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
    activity: str
    """The activity's name where the handout is about one alone; else empty."""
    path: str
    """The manuscript that it is made from, or that opens it."""
    layout: str
    paper: Paper
    html: str
    css: Path
    leading: float
    flows: bool
    panels: tuple[Panel, ...]
    problems: tuple[Problem, ...]
    """What the manuscript lacks; such a sheet is not set."""
    pages: int
    """The pages it has where every panel fits; 0 where its text flows."""

    @property
    def sources(self) -> tuple[str, ...]:
        """The manuscripts that it is made from."""
        return tuple(sorted({self.path, *(panel.path for panel in self.panels)}))


def sheets(edition: Edition, papers: tuple[str, ...], site_url: str, layouts: tuple[str, ...] = ()) -> tuple[Sheet, ...]:
    """A sheet for each handout and paper (a name in `PAPERS`), of all layouts unless some are named.

    `site_url` ends in "/"; the QR codes lead there.
    """
    return tuple(
        _sheet(draft, layout, PAPERS[paper])
        for layout in LAYOUTS
        if not layouts or layout.name in layouts
        for draft in layout.drafts(edition, site_url, layout.across)
        for paper in papers
    )


def _sheet(draft: Draft, layout: Layout, paper: Paper) -> Sheet:
    paper = paper.upright if layout.upright else paper
    html = _environment().get_template(f"{layout.name}/sheet.html").render(
        project=PROJECT,
        layout=layout.name,
        title=draft.title,
        paper=paper,
        fold_marks=figures.fold_marks(paper.width, paper.height, layout.across),
        cut_marks=figures.cut_marks(paper.width, paper.height, layout.across),
        panels=draft.panels,
        **draft.values,
    )  # fmt: skip
    beside = sum(not panel.spans for panel in draft.panels)
    return Sheet(
        stem="-".join(filter(None, (draft.name, draft.activity, layout.ending, paper.name))),
        title=draft.title,
        toolkit=draft.name,
        activity=draft.activity,
        path=draft.path,
        layout=layout.name,
        paper=paper,
        html=html,
        css=layout.css,
        leading=layout.leading,
        flows=layout.flows,
        panels=draft.panels,
        problems=draft.problems,
        pages=0 if layout.flows else -(-beside // layout.across),
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    loader = FileSystemLoader(FOLDER)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["no_runt"] = inline_html.no_runt
    return environment
