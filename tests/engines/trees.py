"""Writes down the accessibility tree of a page as an engine gives it to screen readers: roles, names, states, in their order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from engines.chromium import Chromium
from engines.firefox import Firefox

# What says nothing of its own: its children are told in its place.
BARE = {
    "generic", "none", "InlineTextBox", "LayoutTable", "paragraph", "strong", "emphasis", "section", "text container", "label",
    "LabelText", "Legend", "text leaf", "StaticText", "statictext", "text",
    "SvgRoot", "LineBreak", "whitespace", "ListMarker", "listitem marker", "rowgroup",
}  # fmt: skip
SHUT = {"spinbutton", "SpinButton"}  # a day, which is today's in one field
TEXT = {"StaticText", "text leaf", "statictext"}
TOLD = ("level", "checked", "expanded", "pressed", "required", "invalid", "selected", "disabled", "current", "live")
FIREFOX = """
const service = Cc["@mozilla.org/accessibilityService;1"].getService(Ci.nsIAccessibilityService);
const bits = Ci.nsIAccessibleStates;
const told = {checked: bits.STATE_CHECKED, expanded: bits.STATE_EXPANDED, pressed: bits.STATE_PRESSED,
  required: bits.STATE_REQUIRED, invalid: bits.STATE_INVALID, disabled: bits.STATE_UNAVAILABLE};
function said(one, name) {
  try {
    return one.attributes.getStringProperty(name);
  } catch {
    return "";
  }
}
function walk(one) {
  const first = {}, second = {};
  one.getState(first, second);
  const states = Object.keys(told).filter((name) => first.value & told[name]);
  if (first.value & bits.STATE_COLLAPSED) states.push("expanded=false");
  if (first.value & bits.STATE_INVISIBLE) return null;
  if (said(one, "current")) states.push("current");
  if (said(one, "live") && said(one, "live") !== "off") states.push(`live=${said(one, "live")}`);
  const children = [];
  for (let child = one.firstChild; child; child = child.nextSibling) children.push(walk(child));
  return {role: service.getStringRole(one.role), name: one.name ?? "", about: one.description ?? "", states,
    level: said(one, "level"), children: children.filter(Boolean)};
}
const page = service.getAccessibleFor(gBrowser.selectedBrowser);
return page?.firstChild?.childCount ? walk(page.firstChild) : null;
"""

# Firefox brings its tree up to date some frames after its page, and on a busy machine later.
FRAMES = """let left = 8;
return new Promise((done) => (function next() { left-- ? requestAnimationFrame(next) : done(true) })())"""


@dataclass(frozen=True)
class Node:
    """One thing that a screen reader can stop at."""

    role: str
    name: str
    about: str = ""
    states: Sequence[str] = ()
    children: Sequence["Node"] = field(default_factory=tuple)


def of(engine: Chromium | Firefox) -> str:
    """The tree of the page that is open, a line for each node, indented by its depth."""
    node = _chromium(engine) if isinstance(engine, Chromium) else _firefox(engine)
    lines = list(_lines(node, 0))
    return "\n".join(line for line, above in zip(lines, ["", *lines], strict=False) if not _is_label(line, above)) + "\n"


def _is_label(line: str, above: str) -> bool:
    """Whether a line is the label of the control above it, which has told it as its name."""
    return '"' not in line and '"' in above and line.strip() in above


def _lines(node: Node, depth: int) -> Iterator[str]:
    told = " ".join(node.name.split())
    inside = depth
    if node.role in TEXT:
        if told:
            yield "  " * depth + told
        return
    if node.role not in BARE or node.states:
        states = f" [{', '.join(node.states)}]" if node.states else ""
        name = f' "{told}"' if told else ""
        about = f" ({' '.join(node.about.split())})" if node.about and node.about != node.name else ""
        yield "  " * depth + node.role + name + states + about
        inside += 1
    below = [line for child in node.children if node.role not in SHUT for line in _lines(child, inside)]
    yield from (line for line in below if line.strip() not in told)  # a name that is its own text is told once


def _chromium(engine: Chromium) -> Node:
    nodes: dict[str, Any] = {}
    found = engine.chrome.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    nodes = {node["nodeId"]: node for node in found}

    def made(node: Any) -> Node:
        children = tuple(made(nodes[child]) for child in node.get("childIds", ()) if child in nodes)
        if node["ignored"]:
            return Node("none", "", children=children)
        states = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
        if node["role"]["value"] in ("listitem", "ListItem"):
            states.pop("level", None)
        told = tuple(_state(name, states[name]) for name in TOLD if states.get(name) not in (None, False, "false", "off", ""))
        if states.get("expanded") is False:
            told += ("expanded=false",)
        role = node["role"]["value"]
        text = node.get("name", {}).get("value", "")
        return Node(role, text, node.get("description", {}).get("value", ""), told, () if role in TEXT else children)

    return made(found[0])


def _firefox(engine: Firefox) -> Node:
    def made(node: Any) -> Node:
        level = (f"level={node['level']}",) if node["level"] and node["role"] == "heading" else ()
        children = () if node["role"] in TEXT else tuple(map(made, node["children"]))
        name = "" if node["role"] == "listitem" else node["name"]  # Firefox makes one of all that stands in it
        return Node(node["role"], name, node["about"], (*level, *node["states"]), children)

    before: Any = None

    def settled() -> Any:
        nonlocal before
        engine.ask(FRAMES)
        last, before = before, engine.connection.privileged(FIREFOX)
        return before if before == last else None

    return made(engine.wait(settled, "the accessibility tree"))


def _state(name: str, value: Any) -> str:
    return name if value is True or value == "true" else f"{name}={re.sub(r'[.]0$', '', str(value))}"
