"""Turns a toolkit into the picture of its arc: an arch for each activity, as wide and as high as it takes time.

Places along the line are shares of the whole, so that the picture stretches with the page while its words keep their size.
"""

from dataclasses import dataclass

from press.library.edition import Volume

HIGHEST = 90  # of a box that is 100 high
_LONGEST = 75  # minutes that reach that height; longer activities are no higher
# Where the people sit, on a square of 20: one, two, three, a ring of five, a whole room.
PEOPLE = {
    "alone": ((10, 10),),
    "pairs": ((6, 10), (14, 10)),
    "threes": ((10, 5), (5.5, 13), (14.5, 13)),
    "small group": ((10, 3), (3.4, 8), (16.6, 8), (6, 16), (14, 16)),
    "everyone": ((4, 4), (10, 4), (16, 4), (4, 10), (10, 10), (16, 10), (4, 16), (10, 16), (16, 16)),
}


@dataclass(frozen=True)
class Arch:
    """One activity: its place in minutes from the start, the middle in percent, and its height."""

    name: str
    title: str
    people: str
    group: str
    minutes: int
    start: int
    middle: float
    height: float


def arches(volume: Volume) -> tuple[Arch, ...]:
    """The arches of a toolkit's activities, in order."""
    total, start, found = minutes(volume), 0, []
    for number, activity in enumerate(volume.activities, 1):
        fields = activity.fields
        height = round(HIGHEST * min(1, fields.minutes / _LONGEST), 1)
        middle = round(100 * (start + fields.minutes / 2) / total, 2)
        name = f"{volume.toolkit.fields.letter}{number}"
        found.append(Arch(name, fields.title, fields.people, fields.group, fields.minutes, start, middle, height))
        start += fields.minutes
    return tuple(found)


def minutes(volume: Volume) -> int:
    """The minutes of all activities together."""
    return sum(activity.fields.minutes for activity in volume.activities)


def in_words(number: int) -> str:
    """Minutes as people say them: "4 hours 20 minutes"."""
    hours, rest = divmod(number, 60)
    parts = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in ((hours, "hour"), (rest, "minute")) if count]
    return " ".join(parts) or "0 minutes"
