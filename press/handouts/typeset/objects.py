"""Finds the objects of a PDF that is being written, which refer to one another by number."""

from typing import Any


def number(reference: Any) -> int:
    """The number of the object that a reference such as b"12 0 R" is to: its place in `pdf.objects`."""
    return int(bytes(reference).split()[0])
