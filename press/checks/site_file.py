"""Turns what is wrong with mkdocs.yml, the site's own file, into problems: its settings, and the menu of its pages."""

import datetime
import re
from collections.abc import Iterator
from importlib.metadata import entry_points

import yaml

from press.checks import menu
from press.checks.menu import Found, line, type_of
from press.checks.reading import near
from press.library import settings
from press.library.load import Library
from press.manuscript.problem import Problem

RULE = "site-file"
# The settings of MkDocs that the press has a use for, and what each may be. Styles and scripts, hooks and extensions of Markdown
# are the press's own.
_KINDS = {
    "text": ("site_name", "site_description", "site_author", "copyright", "docs_dir", "site_dir", "dev_addr", "site_url"),
    "list": ("nav", "plugins", "watch"),
    "group": ("theme", "extra", "validation"),
    "yes or no": ("strict", "use_directory_urls"),
}
_MAY_BE = {name: kind for kind, names in _KINDS.items() for name in names}
_MUST_BE = {"docs_dir": "docs", "use_directory_urls": "true"}
_THEME_MUST_BE = {"name": "material", "custom_dir": "press/theme", "language": "en"}
_THEME = {*_THEME_MUST_BE, "font", "favicon", "logo", "icon", "palette", "features"}
_LOOKED_AT = ("omitted_files", "not_found", "absolute_links", "unrecognized_links", "anchors")
_LEVELS = ("warn", "info", "ignore")
_EXAMPLES = {
    "text": "`{0}: words`",
    "list": "`{0}:` and below it a line `  - …` for each",
    "group": "`{0}:` and below it `  name: value`",
    "yes or no": "`{0}: true`",
}


def site_file_is_sound(library: Library, today: datetime.date) -> Iterator[Problem]:
    """mkdocs.yml can be read, its settings can be used, and its menu leads to pages that are there."""
    if not (library.root / settings.FILE).is_file():
        return
    try:
        node = settings.read(library.root)
        settings.load(library.root)
    except settings.BadSetting as error:
        yield Problem(settings.FILE, error.line, RULE, error.what, error.mend)
        return
    config = settings.values(node)
    if not config.keys() & {"site_name", "nav", "plugins", "theme"}:
        return  # the addresses alone, for handouts without a site
    for number, what, mend in (
        *_settings(node, config),
        *_theme(config),
        *_plugins(config),
        *_validation(config),
        *menu.found(config, library),
    ):
        yield Problem(settings.FILE, number, RULE, what, mend)
    for path, mend in menu.left_out(config, library):
        yield Problem(path, 1, RULE, menu.LEFT_OUT, mend, "review")


def _settings(node: yaml.MappingNode, config: dict[str, yaml.Node]) -> Iterator[Found]:
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else ""
        wanted = _MAY_BE.get(name)
        if wanted is None:
            meant = near(name, _MAY_BE)
            yield line(key), "The press uses no setting of this name.", f"Did you mean `{meant}`?" if meant else "Delete it."
        elif not _may_be(value, wanted):
            yield line(key), f"`{name}` is not written as it should be.", f"Write {_EXAMPLES[wanted].format(name)}."
        elif (right := _MUST_BE.get(name)) and settings.words(value).casefold() != right:
            yield line(value), f"The press needs `{name}` to be `{right}`.", f"Write `{name}: {right}`, or delete the line."
    address = config.get("dev_addr")
    if address and not re.fullmatch(r"[\w.-]+:\d{1,5}", settings.words(address)):
        yield (
            line(address),
            "`dev_addr` is not written as it should be.",
            "Write `dev_addr: 127.0.0.1:8000`, or delete the line.",
        )
    if not settings.words(config.get("site_name")):
        yield 1, "The site has no name.", "Write it as `site_name: Our network`."


def _theme(config: dict[str, yaml.Node]) -> Iterator[Found]:
    theme = config.get("theme")
    given = settings.values(theme) if isinstance(theme, yaml.MappingNode) else {}
    for name, right in _THEME_MUST_BE.items():
        if settings.words(given.get(name)) != right:
            yield line(given.get(name, theme)), f"The press's pages need `{name}: {right}` under `theme`.", "Write it there."
    for name, node in given.items():
        if name not in _THEME:
            yield line(node), "The press's pages use no setting of this name.", "Delete it."


def _plugins(config: dict[str, yaml.Node]) -> Iterator[Found]:
    plugins = config.get("plugins")
    nodes = list(plugins.value) if isinstance(plugins, yaml.SequenceNode) else []
    named = [_name(node) for node in nodes]
    if "press" not in named:
        yield line(plugins), "The plugin that makes the pages is not listed.", "Write `  - press` under `plugins:`."
    there = {entry.name for entry in entry_points(group="mkdocs.plugins")}
    for number, (node, name) in enumerate(zip(nodes, named, strict=True)):
        if name not in there:
            yield line(node), "A plugin of this name is not installed.", "Delete the line, or ask a maintainer to install it."
        elif name in named[:number]:
            yield line(node), "This plugin stands here a second time.", "Delete one of the two."
        elif name == "press" and not isinstance(node, yaml.ScalarNode):
            yield line(node), "The press's plugin takes no settings.", "Write `  - press` alone."


def _validation(config: dict[str, yaml.Node]) -> Iterator[Found]:
    group = config.get("validation")
    for name, node in settings.values(group).items() if isinstance(group, yaml.MappingNode) else ():
        inner = settings.values(node) if name in ("nav", "links") and isinstance(node, yaml.MappingNode) else {name: node}
        for rule, level in inner.items():
            if rule not in _LOOKED_AT or settings.words(level) not in _LEVELS:
                yield (
                    line(level),
                    "MkDocs knows no such rule or level under `validation`.",
                    "Take the lines of the usual mkdocs.yml.",
                )


def _name(node: yaml.Node) -> str:
    """The plugin that an entry of the list names, with its options or without."""
    if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
        return str(node.value[0][0].value)
    return settings.words(node)


def _may_be(value: yaml.Node, wanted: str) -> bool:
    """Whether a value is of the kind; a text may be missing, or come from the environment."""
    return type_of(value) == wanted or (wanted == "text" and (type_of(value) == "nothing" or value.tag == "!ENV"))
