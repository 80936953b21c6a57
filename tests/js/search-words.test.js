// What is looked for: the words of a question, whoever typed or pasted it, as the program has them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { read, run, SMALL, stems } from "../../press/theme/assets/press/search-words.js";
import { alike } from "./form.js";

const shown = (text) => read(text).map((one) => one.shown);
const asked = (text) => read(text).map((one) => one.stems.join(" "));

test("a word has the same stems in the program and in the browser", () => {
  assert.ok(alike.words.length > 2500);
  for (const [word, expected] of alike.words) assert.deepEqual(stems(word), expected, word);
});

test("the same small words are looked for in neither", () => {
  assert.ok(alike.small.length > 50);
  assert.deepEqual(new Set(alike.small.map(([word]) => word)), SMALL);
  for (const [word, expected] of alike.small) assert.deepEqual([stems(word), expected], [[], []], word);
});

test("words that stand on nearly every page are not looked for", () => {
  assert.deepEqual(shown("What is the norm?"), ["norm"]);
  assert.deepEqual(shown("How do we, then"), []);
  assert.deepEqual(shown("THE Norms of a team"), ["Norms", "team"]);
  assert.deepEqual(shown("Why don’t parents come? What's there"), ["parents", "come"]);
  assert.deepEqual(shown("what do I say when a student uses a slur"), ["say", "student", "uses", "slur"]);
});

test("inquiry cycel pasted, or typed with more spaces and in capitals, is the same question", () => {
  for (const text of ["inquiry cycel", " Inquiry  cycel ", "INQUIRY\tCYCEL", "inquiry, cycel.", "inquiry cycel inquiry"]) {
    assert.deepEqual(asked(text), asked("inquiry cycel"), text);
  }
});

test("a phone's quotes are straight quotes", () => {
  const phrase = [{ shown: "student work", stems: ["student", "work"], phrase: true }];
  for (const text of ['"student work"', "“student work”", "„student work“", "«student work»", "“student work”."]) {
    assert.deepEqual(read(text), phrase, text);
  }
});

test("one quotation mark, or one around nothing, is none", () => {
  assert.deepEqual(asked('student "work'), ["student", "work"]);
  assert.deepEqual(asked('"" student'), ["student"]);
  assert.deepEqual(read('"work"'), [{ shown: "work", stems: ["work"], phrase: false }]);
});

test("a phrase keeps its small words to be looked for, and stands beside other words", () => {
  assert.deepEqual(shown('norms "community of practice"'), ["norms", "community of practice"]);
  assert.deepEqual(run("Communities of practice"), run("community of practice"));
  assert.equal(run("community of practice")[1], "of");
});

test("Hawaii is Hawaiʻi, and first is ﬁrst, however they are written", () => {
  for (const word of ["Hawaii", "Hawaiʻi", "Hawai'i", "Hawai’i", "HAWAIʻI"]) assert.deepEqual(stems(word), stems("hawaii"), word);
  assert.deepEqual(stems("ﬁrst"), stems("first"));
  assert.deepEqual(stems("Māori"), stems("maori"));
});

test("a word of several parts is found as a whole and by each part", () => {
  assert.deepEqual(stems("pre-K"), ["prek", "pre"]);
  assert.deepEqual(stems("race/ethnicity"), ["race", "ethnic"]);
  assert.deepEqual(stems("501(c)(3)"), ["501c3", "501"]);
  assert.deepEqual(stems("504,"), ["504"]);
});

test("signs alone are nothing to look for", () => {
  for (const text of ["", "  ", "…", "- —", '"', "?!"]) assert.deepEqual(read(text), [], text);
});
