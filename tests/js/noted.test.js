// What may tell who is meant, and what a reader may want to know first, is found where it stands.

import assert from "node:assert/strict";
import { test } from "node:test";
import { noted } from "../../press/theme/assets/press/write/noted.js";
import { problems } from "../../press/theme/assets/press/write/rules.js";
import { data, rules, story, TODAY } from "./form.js";

const found = (values, given = rules) => noted(story(values), given);
const where = (values, given) => found(values, given).map(({ rule, at, line }) => [rule, at, line]);
const turned = (pattern) =>
  pattern.replace(/[a-z]/gi, (letter) => String.fromCharCode(letter.charCodeAt(0) + (/[a-m]/i.test(letter) ? 13 : -13)));
const note = (more) => ({ rule: "trial", level: "review", said: ["W", "M"], pattern: [turned("zebra"), "u"], ...more });
const only = (...noted) => data({ noted });

test("nothing is noted in a sound story", () => {
  assert.deepEqual(found({}), []);
});

test("a word is noted in the title, in the summary and on its line of the story, each time", () => {
  const values = { title: "A zebra", summary: "zebra, zebra", text: "x\n- zebra\n\n## zebra" };
  const expected = [
    ["trial", "title", undefined],
    ["trial", "summary", undefined],
    ["trial", "summary", undefined],
    ["trial", "text", 2],
    ["trial", "text", 4],
  ];
  assert.deepEqual(where(values, only(note())), expected);
  assert.deepEqual(found({ title: "A zebra" }, only(note())), [
    { at: "title", line: undefined, rule: "trial", level: "review", what: "W", mend: "M" },
  ]);
});

test("what is to be told once is told once", () => {
  assert.deepEqual(where({ title: "zebra", text: "zebra" }, only(note({ once: true }))), [["trial", "title", undefined]]);
});

test("what counts for tellers without a name alone is not noted of the others", () => {
  const given = only(note({ unnamed: true }));
  const text = "A zebra.";
  assert.equal(found({ text, attribution: "pseudonym" }, given).length, 1);
  assert.equal(found({ text, attribution: "named" }, given).length, 0);
  assert.equal(found({ text, attribution: "pseudonym", kind: "illustrative" }, given).length, 0);
});

test("a content note that is given is not asked for, and its words are found in any case", () => {
  const given = only(note({ unless: "animals" }));
  assert.equal(found({ text: "ZEBRA" }, given).length, 1);
  assert.equal(found({ text: "zebra", content_notes: ["animals"] }, given).length, 0);
  assert.equal(found({ text: "ZEBRA" }, only(note())).length, 0);
});

test("a passage is noted from so many words on", () => {
  const given = only(note({ pattern: [turned("“([^”]*)”"), "u"], words: 3 }));
  assert.equal(found({ text: "“one two”" }, given).length, 0);
  assert.equal(found({ text: "“one two three”" }, given).length, 1);
});

test("sources, marks, breaks and hidden signs are passed over", () => {
  const [begin, end] = rules.text.marks;
  assert.equal(found({ text: `Source: zebra\n${begin}\nWords.\n${end}\n---` }, only(note())).length, 0);
  assert.equal(found({ text: "ze\u200dbra" }, only(note())).length, 1);
  const given = { ...only(note()), targets: ["../docs/glossary.md#x"] };
  assert.equal(found({ text: "[zebra](../docs/glossary.md#x)" }, given).length, 0);
});

test("what other programs leave is looked for in sources too, or in the title and the summary alone", () => {
  const everywhere = only(note({ sourcesToo: true }));
  assert.deepEqual(where({ text: "x\nSource: zebra (zebra 2019)" }, everywhere).length, 2);
  assert.deepEqual(where({ text: "(zebra 2019)" }, only(note())), []);
  const lines = only(note({ fieldsOnly: true }));
  assert.deepEqual(where({ title: "zebra", text: "zebra" }, lines), [["trial", "title", undefined]]);
});

test("a name beside a student is noted, and another capital letter is not", () => {
  const names = (text) =>
    found({ text })
      .filter((one) => one.what === rules.names.said[0])
      .map((one) => one.line);
  assert.deepEqual([...new Set(names("x\nIt was Testa, a student, who came."))], [2]);
  assert.deepEqual(names("It was a Test that came."), []);
  assert.deepEqual(names("Then a student came."), []);
});

test("what is an address or a number for sure is told once, as an error, and a guess is a note", () => {
  const what = (text) =>
    problems(story({ text, attribution: "pseudonym" }), rules, TODAY)
      .filter((one) => ["recognition", "personal-data", "place"].includes(one.rule))
      .map((one) => [one.rule, one.line]);
  assert.deepEqual(what("x\nFind @testdata on Instagram."), [["personal-data", 2]]);
  assert.deepEqual(what("x\nFind @testdata."), [["recognition", 2]]);
  assert.deepEqual(what("At 12 Elm Street, by https://example.org/xy, call 615-555-0100."), [
    ["personal-data", 1],
    ["personal-data", 1],
  ]);
});

test("a link that no site can follow is told apart from one onto the writer's own disk", () => {
  const dead = (text) =>
    found({ text })
      .filter((one) => one.rule === "links")
      .map((one) => [one.line, one.what]);
  assert.deepEqual(dead("x\n[a](file:///C:/x)"), [[2, rules.untaken.disk[0]]]);
  assert.deepEqual(dead("[a](https://example.org/x)"), []);
});
