"""Says where the fonts lie that the site and the handouts share, and what they are called."""

from pathlib import Path

FOLDER = Path(__file__).parent
FAMILIES = frozenset({"Atkinson Hyperlegible Next", "Fraunces", "Press Signs"})
