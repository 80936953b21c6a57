"""Says where the fonts lie that the site and the handouts share, and what they are called."""

from pathlib import Path

FOLDER = Path(__file__).parent
FAMILIES = frozenset({"Atkinson Hyperlegible Next", "Fraunces", "Press Fields", "Press Letters", "Press Signs"})
FACES = {  # what print.css declares, by family, weight and whether it is italic
    ("Atkinson Hyperlegible Next", 400, False): "atkinson-hyperlegible-next-400-normal.ttf",
    ("Atkinson Hyperlegible Next", 400, True): "atkinson-hyperlegible-next-400-italic.ttf",
    ("Atkinson Hyperlegible Next", 700, False): "atkinson-hyperlegible-next-700-normal.ttf",
    ("Fraunces", 600, False): "fraunces-600-normal.ttf",
    ("Press Letters", 400, False): "noto-sans-400-normal.ttf",
    ("Press Letters", 400, True): "noto-sans-400-italic.ttf",
    ("Press Letters", 700, False): "noto-sans-700-normal.ttf",
    ("Press Signs", 400, False): "noto-signs-400-normal.ttf",
}
FIELDS = FOLDER / "noto-sans-fields.ttf"
"""The font of what is typed into a PDF, and of nothing else."""
