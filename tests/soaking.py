"""Says how much of a random test to run: a little each time, a lot in `make soak`, each with a seed that is printed."""

import os
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def is_soaking() -> bool:
    """Whether this is `make soak`."""
    return bool(os.environ.get("SOAK"))


def seeds(few: int, many: int) -> list[int]:
    """The seeds to run: a `few` that are always the same; `many` in `make soak`, new each time unless SEED is given."""
    if not is_soaking():
        return list(range(few))
    first = int(os.environ.get("SEED") or random.SystemRandom().randrange(10**9))
    return [first + number for number in range(many)]


def some(items: Sequence[T], count: int = 1) -> list[T]:
    """All of them in `make soak`; otherwise `count`, other ones each time, by a seed that a failing test prints."""
    if is_soaking():
        return list(items)
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(10**9))
    print(f"SEED={seed} chooses {count} of {len(items)}")
    return random.Random(seed).sample(list(items), min(count, len(items)))
