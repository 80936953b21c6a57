"""Says which handouts pages offer to download: what each is, what it is good for, and its PDFs."""

from dataclasses import dataclass

from press.handouts import Handout, Kept
from press.handouts.sheets.layouts import LAYOUTS
from press.library.edition import Edition


@dataclass(frozen=True)
class Offer:
    """A handout to download: what it is, what it is good for, how to print it, whose it is, and its PDFs, Letter before A4.

    `about` is the title of its toolkit or activity; empty where it is about no single one.
    """

    title: str
    use: str
    printing: str
    about: str
    pdfs: tuple[Handout, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "pdfs", tuple(sorted(self.pdfs, key=lambda pdf: pdf.paper != "letter")))


class Offers:
    """The handouts that were made of an edition, by what they are about; false where there are none."""

    def __init__(self, edition: Edition, kept: Kept | None) -> None:
        self.handouts = kept.handouts if kept else ()
        self.bundles = {bundle.toolkit: bundle for bundle in kept.bundles} if kept else {}
        self._titles = {volume.toolkit.name: volume.toolkit.fields.title for volume in edition.volumes}
        self._titles |= {activity.name: activity.fields.title for volume in edition.volumes for activity in volume.activities}

    def __bool__(self) -> bool:
        return bool(self.handouts)

    def about(self, toolkit: str, activity: str = "") -> list[Offer]:
        """The handouts of a toolkit, or those of one of its activities alone, in the order of `LAYOUTS`."""
        about = self._titles.get(f"{toolkit}/{activity}" if activity else toolkit, "")
        return [
            Offer(layout.offered_as, layout.use, layout.printing, about, tuple(found))
            for layout in LAYOUTS
            if (found := [h for h in self.handouts if (h.toolkit, h.activity, h.layout) == (toolkit, activity, layout.name)])
        ]

    @property
    def printing(self) -> list[tuple[str, str]]:
        """What each kind of handout is called, and how to print it."""
        made = {handout.layout for handout in self.handouts}
        return [(layout.offered_as, layout.printing) for layout in LAYOUTS if layout.name in made]

    def count(self, toolkit: str) -> int:
        """The number of a toolkit's PDFs, its activities' among them."""
        return sum(handout.toolkit == toolkit for handout in self.handouts)
