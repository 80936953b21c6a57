"""Makes a small publication: a project with one of each thing that a page can show. All its words are test data."""

from collections.abc import Sequence
from pathlib import Path

from press.manuscript.outline import ACTIVITY_SECTIONS
from projects import REAL, activity, site_file, small, story

# After the activity of `small`, one whose steps a timer has something to count in, one for threes, one for everyone.
STEPS = (
    ("Settle", 3),
    ("Draw your map", 10),
    ("Weigh each part", 6),
    ("Share what you choose", 8),
    ("Carry it on", 5),
    ("Close", 3),
)
TOOLKIT, GLOSSARY, STORY = "toolkits/inquiry/", "glossary/", "stories/the-blue-door/"
MAP, THREES = f"{TOOLKIT}circle-map/", f"{TOOLKIT}walk-in-threes/"
MAP_TITLE, THREES_TITLE, STORY_TITLE = "Circle map", "Walk in threes", "The blue door"

# Each story's title, state, themes, role and grades; the last is told as a composite one.
STORIES = (
    (STORY_TITLE, "Florida", ("beliefs", "family voice", "student voice"), "counselor", "high"),
    ("A bell that was late", "Florida", ("policy", "student voice"), "teacher", "middle"),
    ("The empty shelf", "Massachusetts", ("grading", "beliefs"), "principal", "elementary"),
    ("A chair too many", "Massachusetts", ("grading", "curriculum"), "teacher", "high"),
    ("The list in the hall", "New York", ("policy", "grading"), "teacher leader", "high"),
    ("A note in the margin", "New York", ("family voice", "belonging"), "counselor", "mixed"),
    ("The longest table", "Tennessee", ("beliefs", "belonging"), "teacher", "elementary"),
    ("A window to the street", "Tennessee", ("discipline", "leadership"), "principal", "middle"),
)


def write(folder: Path) -> Path:
    """A sound project in `folder`: four activities, `STORIES`, a glossary, and a home page that lets a story speak."""
    root = small(folder)
    (root / "mkdocs.yml").write_text(site_file("Glossary: glossary.md"), encoding="utf-8")
    home = root / "docs" / "index.md"
    home.write_text(home.read_text(encoding="utf-8") + "\n## A story\n\n<!-- insert: story -->\n", encoding="utf-8")
    front = "---\ntitle: Glossary\ndescription: Test data.\n---\n"
    meaning = "What a group of test data has agreed to keep to."
    (root / "docs" / "glossary.md").write_text(f"{front}Test data.\n\n## N\n\n### Norm\n\n{meaning}\n", encoding="utf-8")
    _activities(root / "toolkits" / "inquiry")
    for number, told in enumerate(STORIES):
        name = told[0].lower().replace(" ", "-")
        (root / "stories" / f"{name}.md").write_text(_story(number, told), encoding="utf-8")
    return root


def _activities(folder: Path) -> None:
    index = folder / "index.md"
    text = index.read_text(encoding="utf-8")
    index.write_text(text.replace("[look]", "[look, circle-map, walk-in-threes, all-together]"), encoding="utf-8")
    (folder / "circle-map.md").write_text(_activity(MAP_TITLE, "pairs", STEPS), encoding="utf-8")
    (folder / "walk-in-threes.md").write_text(_activity(THREES_TITLE, "threes", (("Walk", 30), ("Talk", 10))), encoding="utf-8")
    (folder / "all-together.md").write_text(_activity("All together", "everyone", (("Meet", 60),)), encoding="utf-8")


def _activity(title: str, group: str, steps: Sequence[tuple[str, int]]) -> str:
    """An activity with a link to the glossary, for each role, and with a few sentences in every section."""
    front = activity().partition("\n## ")[0].replace("Look closely", title).replace("group: pairs", f"group: {group}")
    front = front.replace("minutes: 20", f"minutes: {sum(minutes for _, minutes in steps)}")
    front = front.replace("roles: [teacher]", "roles: [teacher leader, principal]").replace("[beliefs]", "[beliefs, belonging]")
    bodies = {
        "Before you start": "Read about a [norm](../../docs/glossary.md#norm) first. This is test data.",
        "Steps": "\n\n".join(f"### {step} ({minutes} minutes)\n\nThis is what to do, as test data." for step, minutes in steps),
        "Debrief": "- What did you see?\n- What did you hear?",
        "What to read next": "- Next: [Look closely](look.md), which is test data.",
    }
    text = "Some sentences of test data stand here. They say nothing of anyone.\n\nOne paragraph more."
    return front + "\n" + "\n\n".join(f"## {name}\n\n{bodies.get(name, text)}" for name in ACTIVITY_SECTIONS) + "\n"


def _story(number: int, told: tuple[str, str, tuple[str, ...], str, str]) -> str:
    title, state, themes, role, grades = told
    body = (
        "This first paragraph is test data about students. Nobody told it, and nobody is meant.\n\n"
        "<!-- excerpt -->\n\nA passage to be shown elsewhere.\n\n<!-- end of excerpt -->\n\n"
        "## What came of it\n\nIt belongs to [Circle map](../toolkits/inquiry/circle-map.md).\n\n"
        + "One more paragraph of test data, so that there is something to read. "
        * 8
    )
    fields = {
        "title": title, "state": state, "themes": f"[{', '.join(themes)}]", "role": role, "grades": grades,
        "activities": "[inquiry/circle-map]", "published": f"2026-10-{28 - number}",
    }  # fmt: skip
    if number == len(STORIES) - 1:
        fields |= {**REAL, "kind": "composite"}
    return story(body, **fields)
