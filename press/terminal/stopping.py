"""Lets a run that is told to end do so in order: what it made is cleared away, and its children end with it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


def _end(number: int, _: FrameType | None) -> None:
    raise SystemExit(128 + number)  # as shells count


@contextmanager
def stopping() -> Iterator[None]:
    """Meanwhile, a request to end (SIGTERM, and SIGHUP of a closed window) ends the run as Ctrl-C does."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    try:
        before = {number: signal.signal(number, _end) for number in numbers if signal.getsignal(number) is signal.SIG_DFL}
    except ValueError:  # not in the main thread, which alone hears of signals
        yield
        return
    try:
        yield
    finally:
        for number, action in before.items():
            signal.signal(number, action)
