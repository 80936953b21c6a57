// What is written a second time for the browser does as the program does: sentences, signs, and who tells a story.

import assert from "node:assert/strict";
import { test } from "node:test";
import { withAddresses } from "../../press/theme/assets/press/write/addresses.js";
import { noted } from "../../press/theme/assets/press/write/noted.js";
import { names, places, unpacked } from "../../press/theme/assets/press/write/people.js";
import { guarded } from "../../press/theme/assets/press/write/personal.js";
import { helperLine, tellerLine } from "../../press/theme/assets/press/write/preview.js";
import { sentences, tablesOf } from "../../press/theme/assets/press/write/prose.js";
import { typeset, typesetPieces } from "../../press/theme/assets/press/write/typographer.js";
import { alike, rules } from "./form.js";

function compare(pairs, make) {
  assert.ok(pairs.length > 5);
  for (const [sample, expected] of pairs) assert.deepEqual(make(sample), expected, JSON.stringify(sample));
}

test("a text has the same sentences", () => {
  const tables = tablesOf(rules.prose);
  compare(alike.sentences, (text) => [...sentences(text, tables)].map((one) => one.trim()).filter(Boolean));
});

test("a text has the same typographer's signs", () => {
  compare(alike.signs, (text) => typeset(text, rules));
});

test("a text has the same names and the same places", () => {
  const seen = (text) => [{ at: "text", line: 1, text }];
  const said = (text) => [...names(seen(text), rules)].map((one) => one.what);
  compare(alike.names, (text) => [
    said(text).includes(rules.names.said[0]),
    said(text).includes(rules.names.titled[0]),
    said(text).includes(rules.names.guess[0]),
  ]);
  compare(alike.places, (text) => [...places(seen(text), () => false, rules)].length > 0);
  for (const found of [
    alike.names.map((pair) => pair[1][0]),
    alike.names.map((pair) => pair[1][1]),
    alike.names.map((pair) => pair[1][2]),
    alike.places.map((pair) => pair[1]),
  ])
    assert.ok(new Set(found).size === 2, "some have one, and some have none");
});

test("the sentences by which notes are measured are told the same", () => {
  const rulesOf = ["recognition", "place", "personal-data"];
  const told = (text) => {
    const values = { title: "Test data", kind: "first-person", attribution: "anonymous", text };
    const found = [...guarded(values, rules), ...noted(values, rules)].filter((one) => rulesOf.includes(one.rule));
    return [...new Set(found.map((one) => one.what))].sort();
  };
  compare(alike.told, told);
});

test("a quote knows what stands before it in a link, and an address stays as it is", () => {
  const bare = { text: "https://a.example/--", href: "https://a.example/--", isBare: true };
  const set = typesetPieces([{ text: '"a ' }, { text: "link", href: "x" }, { text: '"--' }, bare, { text: " '" }], rules);
  assert.deepEqual(
    set.map((piece) => piece.text),
    ["“a ", "link", "”–", bare.text, " '"],
  );
});

test("a bare address is a link where it is one on the page", () => {
  const found = (text) =>
    withAddresses(text)
      .filter((piece) => piece.href)
      .map((piece) => piece.text);
  assert.equal(alike.addresses.length, 5);
  for (const [sample, expected] of alike.addresses) assert.deepEqual(found(sample), expected, sample);
});

test("the preview says who helped to tell a story as its page does, name by name", () => {
  compare(alike.helpers, (values) => helperLine(values, rules).map(({ words, isName }) => [words, isName]));
});

test("the preview says who tells a story as its page does, of every kind, name by name", () => {
  compare(alike.tellers, (values) => tellerLine(values, rules).map(({ words, isName }) => [words, isName]));
});

test("what is not filled in yet leaves no gap in that line", () => {
  const line = (values) =>
    tellerLine(values, rules)
      .map((piece) => piece.words)
      .join("");
  assert.equal(line({}), "");
  assert.equal(line({ state: "Ohio" }), "Ohio");
  assert.equal(line({ attribution: "named", school: "Test School", role: "teacher" }), "Test School\u00a0· Teacher");
  assert.equal(line({ attribution: "anonymous" }), rules.line.teller.anonymous[0]);
});

test("a list is unpacked as it was packed", () => {
  assert.deepEqual([...unpacked("0Ann0Bea3trice2n")], ["Ann", "Bea", "Beatrice", "Ben"]);
});
