"""Says where a run is: on a terminal a bar for each stage, elsewhere a line as each begins."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID


_LONGEST = 23  # signs of a stage: on a terminal of 80, there is room for the bar and the part at hand


class Stages(Protocol):
    """What a run tells as it goes on."""

    def begin(self, stage: str, total: int | None = None) -> None:
        """A stage begins, such as "Looking the site over"; `total` is the number of its parts, where that is known."""

    def reached(self, part: str, done: int) -> None:
        """So many parts of the stage are begun or done; `part` names the one at hand."""


class Lines:
    """A line a stage, for logs."""

    def begin(self, stage: str, total: int | None = None) -> None:
        """Print the stage."""
        print(f"{stage} …" if total is None else f"{stage} ({total}) …", file=sys.stderr, flush=True)

    def reached(self, part: str, done: int) -> None:
        """Nothing: a log needs no more than the stage."""


class Bars:
    """A bar a stage, for people who wait."""

    def __init__(self, bars: "Progress") -> None:
        self._bars = bars
        self._bar: TaskID | None = None

    def begin(self, stage: str, total: int | None = None) -> None:
        """End the bar before, and show one for this stage."""
        self.end()
        self._bar = self._bars.add_task(stage, total=total, part="")

    def reached(self, part: str, done: int) -> None:
        """Move the bar on."""
        if self._bar is not None:
            self._bars.update(self._bar, completed=done, part=part)

    def end(self) -> None:
        """Fill the bar of the stage at hand."""
        if self._bar is not None:
            total = self._bars.tasks[self._bar].total or 1
            self._bars.update(self._bar, total=total, completed=total, part="")


@contextmanager
def stages() -> Iterator[Stages]:
    """Where to say what a run is at: bars where the messages go to a terminal, else lines."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.table import Column

    stage = TextColumn("{task.description}", table_column=Column(no_wrap=True, min_width=_LONGEST))
    part = TextColumn("{task.fields[part]}", table_column=Column(no_wrap=True, overflow="ellipsis", ratio=1))
    columns = (SpinnerColumn(finished_text="✓"), stage, BarColumn(18), MofNCompleteColumn(), TimeElapsedColumn(), part)
    with Progress(*columns, console=Console(stderr=True), expand=True) as bars:
        shown = Bars(bars)
        yield shown
        shown.end()
