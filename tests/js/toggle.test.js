// A button's mark is set to the words that are chosen, and taken from them by pressing it again.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isOn, toggled } from "../../press/theme/assets/press/write/toggle.js";

/** What stands there after the button was pressed; brackets show what is chosen, a bar the cursor. */
function pressed(shown, mark) {
  const start = shown.search(/[|⟦]/);
  const given = shown.replace(/[|⟦⟧]/g, "");
  const end = shown.includes("⟧") ? shown.indexOf("⟧") - 1 : start;
  const edit = toggled(given, start, end, mark);
  const made = given.slice(0, edit.from) + edit.text + given.slice(edit.to);
  if (edit.start === edit.end) return `${made.slice(0, edit.start)}|${made.slice(edit.start)}`;
  return `${made.slice(0, edit.start)}⟦${made.slice(edit.start, edit.end)}⟧${made.slice(edit.end)}`;
}
/** The same, there and back. */
function both(before, mark, after) {
  assert.equal(pressed(before, mark), after);
  assert.equal(pressed(after, mark), before);
}

test("words become bold or slanted, or both, and are so no longer", () => {
  both("a ⟦b c⟧ d", "strong", "a **⟦b c⟧** d");
  both("a ⟦b⟧ d", "em", "a *⟦b⟧* d");
  both("a **⟦b⟧** d", "em", "a ***⟦b⟧*** d");
  both("a *⟦b⟧* d", "strong", "a ***⟦b⟧*** d");
  assert.equal(pressed("a ⟦**b**⟧ d", "strong"), "a ⟦b⟧ d");
  assert.equal(pressed("a⟦ b ⟧d", "strong"), "a **⟦b⟧** d");
});

test("with nothing chosen it is the word at the cursor, or what is typed next", () => {
  both("a wo|rd b", "strong", "a **wo|rd** b");
  both("a | b", "em", "a *|* b");
});

test("each line that is chosen has its own stars, behind its sign", () => {
  both("⟦one\n- two\n\n1. three⟧", "strong", "⟦**one**\n- **two**\n\n1. **three**⟧");
});

test("lines become headings, items, numbered items or quotations, and are so no longer", () => {
  both("a\nb|c\nd", "heading", "a\n## b|c\nd");
  both("|", "item", "- |");
  assert.equal(pressed("x\n⟦a\nb\n⟧y", "item"), "x\n⟦- a\n- b⟧\ny");
  both("⟦a\n\nb⟧", "number", "⟦1. a\n\n2. b⟧");
  both("⟦a\nb⟧", "quote", "⟦> a\n> b⟧");
});

test("one sign takes the place of another, and a list in a list keeps its depth", () => {
  assert.equal(pressed("⟦- a\n   - b⟧", "number"), "⟦1. a\n   2. b⟧");
  assert.equal(pressed("## a|", "item"), "- a|");
  assert.equal(pressed("⟦- a\nb⟧", "item"), "⟦- a\n- b⟧");
  assert.equal(pressed("1|. a", "quote"), "> |a");
});

test("words become a link whose address is to be typed, an address one whose words are", () => {
  assert.equal(pressed("a ⟦b c⟧", "link"), "a [b c](⟦https://⟧)");
  assert.equal(pressed("a ⟦https://example.org/x⟧", "link"), "a [|](https://example.org/x)");
  assert.equal(pressed("a |", "link"), "a [|](https://)");
  assert.equal(pressed("a [b| c](https://example.org) d", "link"), "a ⟦b c⟧ d");
});

test("a button knows whether what is chosen has its mark", () => {
  const on = (text, at, mark) => isOn(text, at, at, mark);
  assert.ok(on("a **b** c", 4, "strong"));
  assert.ok(!on("a **b** c", 4, "em"));
  assert.ok(!on("a **b** c", 8, "strong"));
  assert.ok(!on("a  b", 2, "strong"));
  assert.ok(on("## a", 4, "heading"));
  assert.ok(on("   - a", 4, "item") && on("2) a", 0, "number") && on(">a", 1, "quote"));
  assert.ok(!on("", 0, "item"));
  assert.ok(on("[a](https://example.org)", 2, "link"));
  assert.ok(!on("![a](picture-1.jpg)", 2, "link"));
});
