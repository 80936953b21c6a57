"""Says which handouts are asked for, and how a run goes about them."""

from dataclasses import dataclass

from press.terminal.progress import Stages


@dataclass(frozen=True)
class Request:
    """Which handouts are asked for: on `papers` (names in `PAPERS`), of `layouts` (names in `LAYOUTS`), all unless given.

    `only` is a toolkit's name, or another in `Sheet.toolkit`, such as "stories". `force` makes again what is unchanged.
    """

    papers: tuple[str, ...]
    layouts: tuple[str, ...] = ()
    only: str | None = None
    force: bool = False

    def includes(self, toolkit: str, layout: str, paper: str) -> bool:
        """Whether the handout of that toolkit, layout and paper is among them."""
        return paper in self.papers and self.only in (None, toolkit) and (not self.layouts or layout in self.layouts)


@dataclass(frozen=True)
class Run:
    """How a run goes about it: whom it tells where it is, and the number of its processes, the machine's cores unless given."""

    progress: Stages | None = None
    jobs: int | None = None
