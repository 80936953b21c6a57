"""What a step tells people to use is in their hands: on the participant's sheet in that step, or in the kit.

The rows are what a critical reading of the sheets found to be missing; there is no exception left.
"""

from dataclasses import dataclass

import pypdf
import pytest

from press.manuscript import outline
from real import Real

pytestmark = pytest.mark.pdf


@dataclass(frozen=True)
class Tool:
    """A thing that a step of an activity names, with words of it that stand on the sheet and in the kit."""

    activity: str
    step: str
    thing: str
    sheet: tuple[str, ...] = ()
    kit: tuple[str, ...] = ()


TOOLS = (
    Tool(
        "ready-check",
        "Mark your four lines",
        "the lines with their questions, a scale",
        ("Line Ask yourself 1 2 3 4 5", "Energy", "Safety to speak", "Support", "Willingness to change"),
    ),
    Tool(
        "race-story-timeline",
        "Hear the limits",
        "the four limits",
        ("No students or colleagues in the story", "No one else’s secret", "never the word", "Stop whenever you like"),
    ),
    Tool("belief-ladder", "Write what you saw", "lines to write on", ("I saw or heard this.",)),
    Tool(
        "belief-ladder",
        "Climb your ladder",
        "a ladder with rungs, the question on race",
        ("Believed", "Did", "Concluded", "Saw or heard", "a student of another race?"),
    ),
    Tool(
        "noticing-log",
        "",
        "the rules for groups A and B",
        ("at least ten students in each", "Never ask a student", "the key down"),
    ),
    Tool("noticing-log", "Day 2: count calls", "the card", (), ("Calls", "Marks: A", "Marks: B")),
    Tool("noticing-log", "Day 3: count praise", "the card", (), ("Praise",)),
    Tool("noticing-log", "Day 4: count corrections", "the card", (), ("Corrections and referrals",)),
    Tool("one-practice-shift", "Pick one routine", "starters", ("Count to five", "Three tests")),
    Tool(
        "one-practice-shift",
        "Plan how to ask",
        "the four safety rules, examples, room for two",
        (
            "never about race, family, health",
            "Everyone folds and returns a slip",
            "ten or more came back",
            "shred the slips",
            "I had enough time to think",
            "My two questions",
        ),
        ("I had enough time to think", "This routine should"),
    ),
    Tool(
        "invite-and-charter",
        "Fill the charter",
        "the seven lines, a page to fill in",
        ("Purpose", "Members", "Time", "Decisions", "Privacy", "Limits", "Review"),
        ("Purpose", "Members", "Time", "Decisions", "Privacy", "Limits", "Review"),
    ),
    Tool(
        "norms-and-repair", "Draft", "the three tests", ("Could a visitor see it happen?", "most power?", "someone who is angry?")
    ),
    Tool(
        "norms-and-repair",
        "Rehearse repair",
        "the five repair lines, a card each",
        ("Pause:", "Name:", "Listen:", "Own:", "Change:"),
        ("Card 1.", "Card 2.", "Card 3."),
    ),
    Tool("risk-and-safety", "Take the pulse", "the slip", (), ("Not yet Sometimes Mostly Yes", "Everyone is heard to the end")),
    Tool("risk-and-safety", "Choose while they count", "the menu", ("Time:", "Space:", "Turns:", "Rules:", "Backing:")),
    Tool(
        "dilemma-consultation",
        "Write three lenses",
        "what the lenses mean, a card for each",
        ("Belief: What", "Practice: Which", "Policy: Which"),
        ("taken for granted", "keeps this going?", "easy, or hard to change?"),
    ),
    Tool("inquiry-cycle", "Ask", "the question frame", ("If we change", "will students", "An example")),
    Tool("story-circle", "Tell and mirror", "the minutes", ("People For each story Tell Mirror Quiet",)),
    Tool(
        "story-circle",
        "Decide what may travel",
        "the card and its boxes",
        ("stays here", "the idea may travel", "in words I approve"),
        ("stays here", "the idea may travel", "in words I approve"),
    ),
    Tool("name-the-pattern", "Read the rules", "what “hidden” means", ("“Hidden” does not mean zero.",)),
    Tool("name-the-pattern", "Build the sentence", "the frame", ("The frame: “In (years), (rate) per 100",)),
    Tool(
        "loop-map",
        "Write notes alone",
        "what a belief, a practice and a policy are",
        ("Belief: what", "Practice: what", "Policy: a rule"),
    ),
    Tool(
        "loop-map",
        "Build one loop",
        "the three questions",
        ("What rule makes this normal?", "what would a school believe?", "look true?"),
    ),
    Tool(
        "listening",
        "Welcome and ask again",
        "the promise, the limit of reporting, the slip",
        ("Skip any question, or stop", "we must get help"),
        ("Last day to withdraw", "Number to call"),
    ),
    Tool(
        "listening",
        "Listen",
        "the four questions",
        ("feel like a place for you", "When does it not", "change first?", "What should we have asked?"),
    ),
    Tool(
        "root-causes",
        "Sort in silence",
        "the trays with their meanings, the test for sorting",
        ("School: what adults here do", "Beyond us:", "Reword:", "would this cause weaken?"),
        ("School", "Beyond us", "Reword"),
    ),
    Tool(
        "policy-impact-review",
        "Walk it through",
        "the starting conditions",
        ("A parent works evenings", "reads another language best", "in trouble under this rule"),
        ("A parent works evenings",),
    ),
    Tool(
        "policy-impact-review",
        "See who carries it",
        "the four columns",
        ("Who Helped by it Weighed down by it How we know",),
        ("Who Helped by it Weighed down by it How we know",),
    ),
    Tool(
        "commitments",
        "Write one commitment",
        "the card, its lines and boxes",
        ("I / we will", "this group, all staff, families"),
        ("By (date)", "It is done when", "I need", "Who may see this"),
    ),
)


def printed(published: Real, tool: Tool, layout: str, paper: str) -> str:
    """The words of the tool's activity in a layout, as a program reads them from the PDF."""
    (sheet,) = (one for one in published.sheets_of(layout) if f"-{tool.activity}-" in one.stem and one.paper.name == paper)
    pages = pypdf.PdfReader(published.handouts / f"{sheet.stem}.pdf").pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: f"{tool.activity}: {tool.thing}")
def test_what_a_step_names_is_in_the_hand(published: Real, tool: Tool, paper: str) -> None:
    activities = (activity for volume in published.printed.volumes for activity in volume.activities)
    (activity,) = (one for one in activities if one.name.endswith(f"/{tool.activity}"))
    if tool.sheet:
        text, steps = printed(published, tool, "participant", paper), [step.title for step in outline.steps(activity.source)]
        starts = [text.index(f"{number} {title} ") for number, title in enumerate(steps, 1)]
        starts = [0, *starts, text.index("How anyone may pass")]  # what is before the first step is the opening's
        own = steps.index(tool.step) + 1 if tool.step else 0
        part = text[starts[own] : starts[own + 1]]
        assert [words for words in tool.sheet if words not in part] == []
    if tool.kit:
        kit = printed(published, tool, "kit", paper)
        assert [words for words in tool.kit if words not in kit] == []


def test_each_activity_that_had_to_be_made_ready_by_hand_has_a_kit(published: Real) -> None:
    assert len({sheet.panels[0].path for sheet in published.sheets_of("kit")}) >= 11
