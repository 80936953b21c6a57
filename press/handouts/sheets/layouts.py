"""Says which layouts there are, what each is called and what it is good for, and which papers: the tables of the handouts."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from press.handouts.sheets import activity_sheet, booklet, consent_form, cut_cards, kit, leaders, notes, panels, stories
from press.handouts.sheets.panels import Draft
from press.library.edition import Edition

FOLDER = Path(__file__).parents[1] / "layouts"


@dataclass(frozen=True, kw_only=True)
class Layout:
    """A way to lay panels out: a folder in `layouts/` with `sheet.html` and `sheet.css`, and a row in `LAYOUTS`."""

    name: str
    title: str
    """What it does, for those who print: `build_pdfs.py --list` says so."""
    offered_as: str
    """What it is called beside a download."""
    use: str
    """What it is good for, in the words that readers see beside a download."""
    printing: str
    """How to print it: sides, edge, size, folds and cuts, in the words that readers see beside a download."""
    across: int
    """Panels beside one another on a page; the last page is filled to that number."""
    leading: float
    """Points from one line of text to the next, as in its `sheet.css`."""
    drafts: Callable[[Edition, str, int], Iterable[Draft]]
    """What is laid out so: the handouts of an edition, for a site's address and a number of panels across."""
    ending: str
    """What its files' names say between the handout's name and the paper's.

    Layouts may share one where their handouts have other names: those of "3-up" are toolkits, "leaders" and "stories".
    """
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
    Layout(
        name="3-up",
        title="Three panels to a page",
        offered_as="Three panels a page",
        use="One activity on each panel, with lines to write on. To fold, or to cut apart.",
        printing="Both sides, flipped on the short edge, at actual size. Fold or cut at the marks.",
        across=3,
        leading=12.5,
        drafts=panels.drafts,
        ending="3-up",
    ),
    Layout(
        name="3-up-notes",
        title="Three activities down a page, with lines beside each",
        offered_as="Notes pages",
        use="Three activities down each page, with ruled lines beside them.",
        printing="Both sides, flipped on the long edge.",
        across=3,
        leading=13.5,
        drafts=notes.drafts,
        ending="3-up-notes",
        upright=True,
    ),
    Layout(
        name="3-up-cut",
        title="One activity three times, to cut apart",
        offered_as="Sheets to cut",
        use="One activity three times on a page, for small groups.",
        printing="One side, at actual size. Cut along the dotted lines.",
        across=3,
        leading=12.5,
        drafts=cut_cards.drafts,
        ending="3-up-cut",
    ),
    Layout(
        name="booklet",
        title="The whole toolkit",
        offered_as="Booklet",
        use="The whole toolkit, with the facilitator’s pages and the sources.",
        printing="Both sides, flipped on the long edge. Staple at the left.",
        across=1,
        leading=15,
        drafts=booklet.drafts,
        ending="booklet",
        upright=True,
        flows=True,
    ),
    Layout(
        name="activity",
        title="A side for participants, one for facilitators",
        offered_as="Activity sheets",
        use="One activity alone: the participant’s side, then the facilitator’s.",
        printing="One side, so that the facilitator’s script is on no one else’s back.",
        across=1,
        leading=15,
        drafts=activity_sheet.drafts,
        ending="activity",
        upright=True,
        flows=True,
    ),
    Layout(
        name="participant",
        title="The participant’s side alone",
        offered_as="Participant’s sheet",
        use="What everyone in the room needs: the steps, their tools, and lines to write on.",
        printing="Both sides, flipped on the long edge.",
        across=1,
        leading=15,
        drafts=activity_sheet.participants,
        ending="participant",
        upright=True,
        flows=True,
    ),
    Layout(
        name="kit",
        title="What is cut, filled in or handed out",
        offered_as="Kit",
        use="Slips, cards and forms for an activity, as many to a page as fit.",
        printing="One side, at actual size. Cut along the lines.",
        across=1,
        leading=15,
        drafts=kit.drafts,
        ending="kit",
        upright=True,
        flows=True,
    ),
    Layout(
        name="leaders",
        title="A panel for each toolkit, for principals and teacher leaders",
        offered_as="For leaders",
        use="A panel for each toolkit: what the principal does, and what the teacher leader does.",
        printing="Both sides, flipped on the short edge, at actual size. Fold or cut at the marks.",
        across=3,
        leading=12.5,
        drafts=leaders.drafts,
        ending="3-up",
    ),
    Layout(
        name="stories",
        title="Three stories to a page, each cut to an excerpt",
        offered_as="Stories",
        use="Three stories a page, each cut to its most telling passage.",
        printing="Both sides, flipped on the short edge, at actual size. Fold or cut at the marks.",
        across=3,
        leading=15.5,
        drafts=stories.drafts,
        ending="3-up",
    ),
    Layout(
        name="form",
        title="A form to sign",
        offered_as="Consent form",
        use="To sign before a real story is published. The editors keep it.",
        printing="One side.",
        across=1,
        leading=14,
        drafts=consent_form.drafts,
        ending="form",
        upright=True,
    ),
)  # in the order to offer them
PAPERS = {
    "letter": Paper("letter", "Letter", 792, 612),
    "a4": Paper("a4", "A4", 841.89, 595.28),
}
