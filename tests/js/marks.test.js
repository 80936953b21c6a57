// The words that are marked on the page that a search's result opens.

import assert from "node:assert/strict";
import { test } from "node:test";
import { goals, places, words } from "../../press/theme/assets/press/marks-match.js";

const row = (text) => words(text).map((one) => one.word);

test("words are found as they are written, whatever their capital letters, accents and apostrophes", () => {
  assert.deepEqual(row("Hawaiʻi, “Nguyễn’s” ﬁrst — don’t!"), ["hawaii", "nguyen", "first", "don't"]);
  assert.deepEqual(row("teacher-leader (504)"), ["teacher-leader", "504"]);
});

test("where a word begins and ends is said of the text itself", () => {
  const text = "An “Ôtter”, said she.";
  const { start, end } = words(text)[1];
  assert.equal(text.slice(start, end), "Ôtter");
});

test("what answered is marked once each, in the forms in which it stands on the page", () => {
  assert.deepEqual(goals({ found: [["Slurs,"], ["slurs"], ["slur"], ["—"]] }), [["slurs"], ["slur"]]);
  assert.deepEqual(goals({ found: [] }), []);
});

test("the words of a phrase are marked where they stand in a row, and nowhere else", () => {
  const text = row("Student work is work, and a student’s work is student work.");
  const marked = places(text, goals({ found: [["student", "work."]] }));
  assert.deepEqual([...marked].sort((one, other) => one - other), [0, 1, 6, 7, 9, 10]); // biome-ignore format: one row
});

test("where nothing that was found stands, nothing is marked", () => {
  assert.equal(places(row("Some other words"), [["slur"]]).size, 0);
  assert.equal(places([], [["slur"]]).size, 0);
  assert.equal(places(row("slur"), []).size, 0);
});
