"""Turns what is wrong with mkdocs.yml, the site's own file, into problems: its settings, and the menu of its pages."""

import datetime
from collections.abc import Iterator
from importlib.metadata import entry_points

import yaml

from press import links, settings
from press.checks.reading import near
from press.library import Library
from press.problem import Problem

RULE = "site-file"
MADE = ("toolkits/index.md", "activities.md", "handouts.md", links.STORIES)  # pages that the press makes itself
TOOLKITS = "toolkits/"  # stands for all toolkits with their activities
# The settings that MkDocs has and what each may be; what stands in none of these rows is taken for a slip of the pen.
_KINDS = {
    "text": ("site_name", "site_description", "site_author", "copyright", "docs_dir", "site_dir", "dev_addr", "site_url",
             "repo_url", "repo_name", "edit_uri", "remote_branch", "remote_name"),
    "list": ("nav", "plugins", "watch", "extra_css", "extra_javascript", "markdown_extensions", "hooks"),
    "group": ("theme", "extra", "validation"),
    "yes or no": ("strict", "use_directory_urls"),
}  # fmt: skip
_MAY_BE = {name: kind for kind, names in _KINDS.items() for name in names}
_MUST_BE = {"docs_dir": "docs", "use_directory_urls": "true"}
_EXAMPLES = {
    "text": "`{0}: words`",
    "list": "`{0}:` and below it a line `  - …` for each",
    "group": "`{0}:` and below it `  name: value`",
    "yes or no": "`{0}: true`",
}

Found = tuple[int, str, str]


def site_file_is_sound(library: Library, today: datetime.date) -> Iterator[Problem]:
    """mkdocs.yml can be read, its settings can be used, and its menu has each page of docs/ and no other."""
    if not (library.root / settings.FILE).is_file():
        return
    try:
        node = settings.read(library.root)
        settings.load(library.root)
    except settings.BadSetting as error:
        yield Problem(settings.FILE, error.line, RULE, error.what, error.mend)
        return
    config = settings.values(node)
    for line, what, mend in (*_settings(node, config), *_theme(config), *_plugins(config), *_menu(config, library)):
        yield Problem(settings.FILE, line, RULE, what, mend)
    yield from _left_out(config, library)


def _settings(node: yaml.MappingNode, config: dict[str, yaml.Node]) -> Iterator[Found]:
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        kind = _MAY_BE.get(name)
        if kind is None:
            meant = near(name, _MAY_BE)
            yield _line(key), "The press uses no setting of this name.", f"Did you mean `{meant}`?" if meant else "Delete it."
        elif kind not in (_kind(value), "text" if _is_env(value) else "") and not (_kind(value) == "nothing" and kind == "text"):
            yield _line(key), f"`{name}` is not written as it should be.", f"Write {_EXAMPLES[kind].format(name)}."
        elif (right := _MUST_BE.get(name)) and settings.words(value).casefold() != right:
            yield _line(value), f"The press needs `{name}` to be `{right}`.", f"Write `{name}: {right}`, or delete the line."
    if not settings.words(config.get("site_name")):
        yield 1, "The site has no name.", "Write it as `site_name: Our network`."


def _theme(config: dict[str, yaml.Node]) -> Iterator[Found]:
    theme = config.get("theme")
    given = settings.values(theme) if isinstance(theme, yaml.MappingNode) else {}
    for name, right in (("name", "material"), ("custom_dir", "press/theme")):
        if settings.words(given.get(name)) != right:
            yield _line(theme), f"The press's pages need `{name}: {right}` under `theme`.", "Write it there."


def _plugins(config: dict[str, yaml.Node]) -> Iterator[Found]:
    plugins = config.get("plugins")
    named = [(_line(node), _name(node)) for node in plugins.value] if isinstance(plugins, yaml.SequenceNode) else []
    if "press" not in {name for _, name in named}:
        yield _line(plugins), "The plugin that makes the pages is not listed.", "Write `  - press` under `plugins:`."
    there = {entry.name for entry in entry_points(group="mkdocs.plugins")}
    for line, name in named:
        if name not in there:
            yield line, "A plugin of this name is not installed.", "Delete the line, or ask a maintainer to install it."


def _menu(config: dict[str, yaml.Node], library: Library) -> Iterator[Found]:
    nav = config.get("nav")
    if not isinstance(nav, yaml.SequenceNode) or not nav.value:
        yield _line(nav), "The site has no menu.", "List its pages under `nav:`, such as `  - Home: index.md`."
        return
    pages = {*MADE, *(links.uri(path) for path in library.sources if not path.startswith("stories/"))}
    for node in nav.value:
        yield from _entry(node, pages, top=True)
    if "index.md" not in {goal for node in nav.value for goal in _goals(node, deep=False)}:
        yield _line(nav), "The home page does not stand in the menu.", "Write `  - Home: index.md` at its start, in no group."


def _entry(node: yaml.Node, pages: set[str], top: bool = False) -> Iterator[Found]:
    """What is wrong with one entry of the menu: a page, or a title with a page, an address or a group of entries."""
    title, goal = _split(node)
    if isinstance(goal, yaml.SequenceNode) and title is not None and goal.value:
        for inner in goal.value:
            yield from _entry(inner, pages)
    elif not isinstance(goal, yaml.ScalarNode) or _kind(goal) != "text" or (title is not None and _kind(title) != "text"):
        mend = "Write `- Title: page.md`, or `- Title:` and below it, further in, a line for each page. Put a number in quotes."
        yield _line(node), "This entry of the menu is not written as it should be.", mend
    elif str(goal.value) not in pages and not (top and title is not None and goal.value == TOOLKITS):
        yield from _no_page(goal, title is not None, pages)


def _no_page(goal: yaml.ScalarNode, has_title: bool, pages: set[str]) -> Iterator[Found]:
    address = str(goal.value)
    if has_title and address.startswith(("https://", "http://", "mailto:")):
        return
    if address.startswith("stories/") and address != links.STORIES:
        what = "A single story can't stand in the menu: it may be taken back one day."
        yield _line(goal), what, "Let the entry lead to `stories/index.md`, and link to the story from a page."
        return
    meant = near(address, pages)
    mend = f"Did you mean `{meant}`?" if meant else "Write the page's way from docs/, such as `about.md`, or delete the line."
    yield _line(goal), "The menu leads to a page that is not there.", mend


def _left_out(config: dict[str, yaml.Node], library: Library) -> Iterator[Problem]:
    nav = config.get("nav")
    listed = {goal for node in nav.value for goal in _goals(node)} if isinstance(nav, yaml.SequenceNode) else set[str]()
    for path in library.sources if listed and _omitted_files(config) == "warn" else ():
        if path.startswith("docs/") and links.uri(path) not in listed:
            mend = f"Add a line `- {links.uri(path)}` to `nav` in {settings.FILE}, or delete this file."
            yield Problem(path, 1, RULE, "This page stands in no menu, so readers would not find it.", mend)


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


def _name(node: yaml.Node) -> str:
    """The plugin that an entry of the list names, with its options or without."""
    if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        return str(node.value[0][0].value)
    return settings.words(node)


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.SequenceNode):
        return "list"
    if isinstance(node, yaml.MappingNode):
        return "group"
    kinds = {"str": "text", "null": "nothing", "bool": "yes or no"}
    return kinds.get(node.tag.rpartition(":")[2], "number")


def _is_env(node: yaml.Node) -> bool:
    """Whether MkDocs takes the value from the environment."""
    return node.tag == "!ENV"


def _line(node: yaml.Node | None) -> int:
    return node.start_mark.line + 1 if node else 1
