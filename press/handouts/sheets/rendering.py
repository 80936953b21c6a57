"""Turns an edition into sheets: one HTML document for each handout, layout and paper. Knows no PDF program."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from press.handouts.sheets import figures, inline_html, layouts, letters
from press.handouts.sheets.layouts import FOLDER, PAPERS, Layout, Paper
from press.handouts.sheets.panels import Draft, Panel
from press.library.edition import Edition
from press.manuscript.problem import Problem

PROJECT = "Teacher Networks for Educational Equity"


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


def sheets(edition: Edition, papers: tuple[str, ...], site_url: str, only: tuple[str, ...] = ()) -> tuple[Sheet, ...]:
    """A sheet for each handout and paper (a name in `PAPERS`), of all layouts or `only` those named.

    `site_url` ends in "/"; the QR codes lead there.
    """
    return tuple(
        _sheet(draft, layout, PAPERS[paper])
        for layout in layouts.LAYOUTS
        if not only or layout.name in only
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
        html=letters.well_set(html),
        css=layout.css,
        leading=layout.leading,
        flows=layout.flows,
        panels=draft.panels,
        problems=(*draft.problems, *(problem for panel in draft.panels for problem in getattr(panel, "problems", ()))),
        pages=0 if layout.flows else -(-beside // layout.across),
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    loader = FileSystemLoader(FOLDER)
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["no_runt"] = inline_html.no_runt
    return environment
