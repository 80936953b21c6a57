"""Runs a function over items in processes of their own, so that one that explodes fails alone and the others are done.

A worker shares nothing and is limited in memory and time where the system can (`resource`; Windows has a clock's limit only).
Processes are spawned, not forked: the same on every system, and none inherits a half-made state.
"""

import gc
import multiprocessing
import os
import signal
import tempfile
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from press.disk import refusal

Item = TypeVar("Item")
Result = TypeVar("Result")


STARTING = 60.0  # seconds that a process may take to come up, before its first item's clock starts


@dataclass(frozen=True)
class Limits:
    """What one item may cost: bytes of address space, seconds of computing and seconds on the clock."""

    memory: int = 2_000_000_000  # a sheet takes about 300 MB
    cpu: int = 60  # a sheet takes about 2 seconds
    clock: float = 180


@dataclass(frozen=True)
class Pool:
    """How many workers there are at once, what an item may cost, and the folder where they keep what they need meanwhile."""

    jobs: int
    limits: Limits = Limits()
    scratch: Path | None = None


@dataclass(frozen=True)
class Lost:
    """An item without a result; `why` ends a sentence such as "It failed: …"."""

    why: str


@dataclass(frozen=True)
class _Begun:
    """What a worker says as it takes up an item. Its clock starts now: on a busy machine, a process is slow to come up."""


@dataclass
class _Worker(Generic[Item]):
    process: BaseProcess
    pipe: "Connection[Any, Any]"
    index: int = -1
    since: float = 0.0

    def give(self, index: int, item: Item) -> None:
        self.index, self.since = index, time.monotonic() + STARTING
        with suppress(OSError):  # it is dead already; its end of the pipe says so
            self.pipe.send(item)

    def end(self) -> int | None:
        """Stop it, whatever it does. Gives its exit code, which is below 0 for a signal."""
        self.pipe.close()
        self.process.kill()  # of no effect where it is dead already
        self.process.join()
        return self.process.exitcode


def cores() -> int:
    """How many cores this process may use: in a container, or where it was told so, fewer than the machine has."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(
    function: Callable[[Item], Result], items: Sequence[Item], pool: Pool, started: Callable[[int], None] | None = None
) -> list[Result | Lost]:
    """The result of `function`, which a worker can import by name, for each of `items`, in their order.

    `started` is called with an item's index as it is handed out. An item that ends its worker, or takes more than
    the pool's limits gives a Lost, and a new worker does the rest.
    """
    limits, scratch = pool.limits, str(pool.scratch or tempfile.gettempdir())
    waiting, results = deque(range(len(items))), dict[int, Result | Lost]()
    workers: list[_Worker[Item]] = []
    try:
        while len(results) < len(items):
            while len(workers) < min(max(pool.jobs, 1), len(items) - len(results)):  # all at once, then their work
                workers.append(_start(function, limits, scratch))
            for worker in workers:
                if worker.index < 0 and waiting:
                    index = waiting.popleft()
                    if started:
                        started(index)
                    worker.give(index, items[index])
            for worker, result in _finished([worker for worker in workers if worker.index >= 0], limits):
                results[worker.index] = result
                worker.index = -1
                if isinstance(result, Lost):
                    workers.remove(worker)
    finally:
        for worker in workers:
            worker.end()
    return [results[index] for index in range(len(items))]


def _finished(busy: list[_Worker[Item]], limits: Limits) -> Iterator[tuple[_Worker[Item], Any]]:
    """Wait until workers have a result, are dead or late; each such one with its result, or ended with a Lost."""
    latest = min(worker.since for worker in busy) + limits.clock
    ready = wait([worker.pipe for worker in busy], max(latest - time.monotonic(), 0.0))
    for worker in busy:
        if worker.pipe in ready:
            try:
                result = worker.pipe.recv()
            except (EOFError, OSError):
                worker.process.join(5)  # its end of the pipe closes a moment before it is gone
                result = Lost(_cause(worker.end(), limits))
            else:
                if isinstance(result, _Begun):
                    worker.since = time.monotonic()
                    continue
                if isinstance(result, Lost):
                    worker.end()
            yield worker, result
        elif time.monotonic() - worker.since >= limits.clock:
            worker.end()
            yield worker, Lost(f"it took more than {limits.clock:g} seconds")


def _cause(code: int | None, limits: Limits) -> str:
    if os.name == "posix" and code == -signal.SIGXCPU:
        return f"it took more than {limits.cpu} seconds of computing"
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"
        return f"the program that sets it was ended by the system ({name}), perhaps for want of memory"
    return f"the program that sets it ended by itself (code {code})"


def _start(function: Callable[[Item], Any], limits: Limits, scratch: str) -> _Worker[Item]:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, function, limits, scratch), daemon=True)
    if os.name == "posix":
        resource_tracker.ensure_running()  # starting it would let Ctrl-C through again, just before the process starts
    with _undisturbed():
        process.start()
    theirs.close()  # else its end would never be seen
    return _Worker(process, ours)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A process that starts meanwhile takes no notice of Ctrl-C: the one who started it ends it, and hears of it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """End this process as soon as the one that started it has gone, however that went: nobody would take its results."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        sentinel = parent.sentinel

        def watch() -> None:
            wait([sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()


def _work(pipe: "Connection[Any, Any]", function: Callable[[Any], Any], limits: Limits, scratch: str) -> None:
    """A worker's whole life. Searching for garbage by the way costs a tenth; once after each item is enough.

    What outlives the first item, such as the modules it loaded, is never looked through again.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _end_with_parent()
    tempfile.tempdir = scratch
    gc.disable()
    first = True
    while True:
        try:
            item = pipe.recv()
        except EOFError:
            return
        _limit(limits)
        with suppress(BrokenPipeError):
            pipe.send(_Begun())
        result: Any
        try:
            result = function(item)
        except MemoryError:
            result = Lost(f"it needs more than {limits.memory / 1e9:g} GB of memory")
        except OSError as error:
            result = Lost(refusal.plain(error).rstrip("."))
        except Exception as error:
            result = Lost(f"{type(error).__name__}: {error}")
        with suppress(BrokenPipeError):
            pipe.send(result)
        del item, result
        gc.collect()
        if first:
            gc.freeze()
            first = False


def _limit(limits: Limits) -> None:
    """Bound this process from now on; a limit that the system doesn't know is left out."""
    try:
        import resource
    except ImportError:  # Windows
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + 1 + limits.cpu
    for kind, value in ((resource.RLIMIT_AS, limits.memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        hard = resource.getrlimit(kind)[1]
        with suppress(ValueError, OSError):  # macOS refuses some
            resource.setrlimit(kind, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))
