"""Turns the menu in mkdocs.yml into problems: entries that are odd or lead nowhere, and pages that it leaves out."""

from collections.abc import Iterator

import yaml

from press.checks.reading import near
from press.library import settings
from press.library.kinds import PAGE, STORIES, STORY, kind_near
from press.library.load import Library
from press.manuscript import links

MADE = ("toolkits/index.md", "activities.md", "handouts.md", STORIES)  # pages that the press makes itself
TOOLKITS = "toolkits/"  # stands for all toolkits with their activities
LEFT_OUT = "This page stands in no menu, so readers find it by links and by search alone."

Found = tuple[int, str, str]
"""A line of mkdocs.yml, what is wrong there, and how to mend it."""


def found(config: dict[str, yaml.Node], library: Library) -> Iterator[Found]:
    """What is wrong with the menu among the settings of mkdocs.yml."""
    nav = config.get("nav")
    if not isinstance(nav, yaml.SequenceNode) or not nav.value:
        yield line(nav), "The site has no menu.", "List its pages under `nav:`, such as `  - Home: index.md`."
        return
    listable = (path for path, source in library.sources.items() if (kind := kind_near(path, source.front)) and kind.in_menu)
    pages = {*MADE, *map(links.uri, listable)}
    for node in nav.value:
        yield from _entry(node, pages, top=True)
    if "index.md" not in {goal for node in nav.value for goal in _goals(node, deep=False)}:
        yield line(nav), "The home page does not stand in the menu.", "Write `  - Home: index.md` at its start, in no group."


def _entry(node: yaml.Node, pages: set[str], top: bool = False) -> Iterator[Found]:
    """What is wrong with one entry of the menu: a page, or a title with a page, an address or a group of entries."""
    title, goal = _split(node)
    if isinstance(goal, yaml.SequenceNode) and title is not None and goal.value:
        for inner in goal.value:
            yield from _entry(inner, pages)
    elif not isinstance(goal, yaml.ScalarNode) or type_of(goal) != "text" or (title is not None and type_of(title) != "text"):
        mend = "Write `- Title: page.md`, or `- Title:` and below it, further in, a line for each page. Put a number in quotes."
        yield line(node), "This entry of the menu is not written as it should be.", mend
    elif str(goal.value) not in pages and not (top and title is not None and goal.value == TOOLKITS):
        yield from _no_page(goal, title is not None, pages)


def _no_page(goal: yaml.ScalarNode, has_title: bool, pages: set[str]) -> Iterator[Found]:
    address = str(goal.value)
    if has_title and address.startswith(("https://", "http://", "mailto:")):
        return
    if STORY.holds(address) and address != STORIES:
        what = "A single story can't stand in the menu: it may be taken back one day."
        yield line(goal), what, "Let the entry lead to `stories/index.md`, and link to the story from a page."
        return
    meant = near(address, pages)
    mend = f"Did you mean `{meant}`?" if meant else "Write the page's way from docs/, such as `about.md`, or delete the line."
    yield line(goal), "The menu leads to a page that is not there.", mend


def left_out(config: dict[str, yaml.Node], library: Library) -> Iterator[tuple[str, str]]:
    """Each page of docs/ that the menu does not have, and what to do."""
    nav = config.get("nav")
    listed = {goal for node in nav.value for goal in _goals(node)} if isinstance(nav, yaml.SequenceNode) else set[str]()
    for path in library.sources if listed and _omitted_files(config) == "warn" else ():
        if PAGE.holds(path) and links.uri(path) not in listed:
            yield path, f"Add a line `- {links.uri(path)}` to `nav` in {settings.FILE}, or delete this file."


def _omitted_files(config: dict[str, yaml.Node]) -> str:
    """What mkdocs.yml wants done about pages that no menu lists: only "warn" stops a build."""
    group = config.get("validation")
    rules = settings.values(group) if isinstance(group, yaml.MappingNode) else {}
    nav = rules.get("nav")
    inner = settings.values(nav) if isinstance(nav, yaml.MappingNode) else {}
    return settings.words(inner.get("omitted_files") or rules.get("omitted_files"))


def _goals(node: yaml.Node, deep: bool = True) -> Iterator[str]:
    _, goal = _split(node)
    if isinstance(goal, yaml.SequenceNode):
        for inner in goal.value if deep else ():
            yield from _goals(inner)
    elif isinstance(goal, yaml.ScalarNode):
        yield str(goal.value)


def _split(node: yaml.Node) -> tuple[yaml.Node | None, yaml.Node | None]:
    """An entry's title, if it has one, and where it leads; neither where it is odd."""
    if isinstance(node, yaml.MappingNode):
        return node.value[0] if len(node.value) == 1 else (None, None)
    return None, node if isinstance(node, yaml.ScalarNode) else None


def type_of(node: yaml.Node) -> str:
    """What a value is: a list, a group, text, yes or no, nothing, or a number."""
    if isinstance(node, yaml.SequenceNode):
        return "list"
    if isinstance(node, yaml.MappingNode):
        return "group"
    kinds = {"str": "text", "null": "nothing", "bool": "yes or no"}
    return kinds.get(node.tag.rpartition(":")[2], "number")


def line(node: yaml.Node | None) -> int:
    """The line of a value in mkdocs.yml; the first where there is none."""
    return node.start_mark.line + 1 if node else 1
