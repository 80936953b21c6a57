"""Lets one run at a time change what a project keeps and publishes."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock, Timeout


class Busy(Exception):
    """Another run is at work in this folder; the text says so."""


@contextlib.contextmanager
def only_one(work: Path, patience: float = 0) -> Iterator[None]:
    """Hold the lock of the folder `work`, which is made if need be. Raises Busy after `patience` seconds.

    The lock is the system's own, so it ends with its process, however that ends.
    """
    work.mkdir(exist_ok=True)
    try:
        held = FileLock(work / "lock").acquire(timeout=patience)
    except Timeout as error:
        raise Busy("Another build is at work in this folder. Wait for it, or stop it.") from error
    with held:
        yield
