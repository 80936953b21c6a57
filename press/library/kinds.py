"""Reads a manuscript as one of its kind: with the fields that there are, and with what its folder allows."""

from pathlib import Path

from press.library.model import Activity, Consent, Doc, Picture, Story, Toolkit, Withdrawn
from press.manuscript import source
from press.manuscript.source import Source

FIELDS = frozenset(
    name for model in (Activity, Consent, Doc, Picture, Story, Toolkit, Withdrawn) for name in model.model_fields
)  # of all manuscripts
_GUIDES = "docs/"


def read(path: Path, name: str) -> Source:
    """The manuscript at `path`, to be called `name` in messages."""
    return source.read(path, name, FIELDS, is_guide=name.startswith(_GUIDES))


def parse(data: bytes, name: str) -> Source:
    """What `read` makes of a file that holds `data`."""
    return source.parse(data, name, FIELDS, is_guide=name.startswith(_GUIDES))
