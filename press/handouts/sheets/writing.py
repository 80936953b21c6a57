"""Says what a sheet gives people to write on."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Writing:
    """A prompt with ruled lines below it; `name` is the field's name in the PDF.

    `title` says what it asks to someone who hears it out of its place: "A4 step 2: What you saw"; empty where the label does.
    `line` is its line in the manuscript.
    """

    name: str
    label: Markup
    lines: int
    title: str = ""
    line: int = 0
