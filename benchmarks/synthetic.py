"""Makes a project with many stories: the same ones for the same seed and number."""

import random
import shutil
from pathlib import Path

from press.library.vocabulary import CONTENT_NOTES, GRADES, ROLES, THEMES

STATES = ("Florida", "Massachusetts", "New York", "Tennessee")
WORDS = 800  # the average story's length
COPIED = ("mkdocs.yml", "toolkits", "docs", "press", "pyproject.toml")


def project(root: Path, folder: Path, count: int, seed: int = 7) -> Path:
    """Copy the project at `root` into `folder`, with `count` synthetic stories in place of its own."""
    folder.mkdir(parents=True)
    for name in COPIED:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    stories = folder / "stories"
    stories.mkdir()
    words = _vocabulary(root)
    activities = sorted(f"{path.parent.name}/{path.stem}" for path in (root / "toolkits").glob("*/*.md") if path.stem != "index")
    for number in range(count):
        chance = random.Random(f"{seed}-{number}")
        (stories / f"synthetic-{number:05}.md").write_text(_story(number, words, activities, chance), encoding="utf-8")
    return folder


def _vocabulary(root: Path) -> list[str]:
    """Words as the toolkits use them, each as often as there: so that a search index has a real shape."""
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted((root / "toolkits").rglob("*.md")))
    return [word for word in text.split() if word.isalpha()]


def _story(number: int, words: list[str], activities: list[str], chance: random.Random) -> str:
    themes = chance.sample(THEMES, 2)
    notes = chance.sample(CONTENT_NOTES, chance.choice((0, 0, 1)))
    front = [
        f"title: Synthetic story {number} for measuring",
        "kind: illustrative",
        f"summary: {_sentence(words, chance)}",
        f"role: {chance.choice(ROLES)}",
        f"state: {chance.choice(STATES)}",
        f"grades: {chance.choice(GRADES)[0]}",
        f"themes: [{', '.join(themes)}]",
        f"activities: [{chance.choice(activities)}]",
        f"published: 2026-{chance.randint(1, 10):02}-{chance.randint(1, 28):02}",
        "student_details: removed",
        f"content_notes: [{', '.join(notes)}]",
    ]
    parts = []
    for heading in range(4):
        paragraphs = [" ".join(_sentence(words, chance) for _ in range(5)) for _ in range(WORDS // 4 // 55)]
        quote = (
            f"> {_sentence(words, chance)}\n>\n> Source: synthetic, public domain.\n"
            if heading == 1
            else "\n".join(f"- {_sentence(words, chance)}" for _ in range(3))
        )
        link = f"Read [the activity](../toolkits/{chance.choice(activities)}.md) **next**."
        parts.append("\n\n".join([f"## Part {heading + 1}", *paragraphs, quote, link]))
    return "---\n" + "\n".join(front) + "\n---\n\n" + "\n\n".join(parts) + "\n"


def _sentence(words: list[str], chance: random.Random) -> str:
    chosen = [chance.choice(words).lower() for _ in range(11)]
    return " ".join(chosen).capitalize() + "."
