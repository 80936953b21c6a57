// What is written a second time for the browser does as the program does: sentences, signs, and who tells a story.

import assert from "node:assert/strict";
import { test } from "node:test";
import { byline } from "../../press/theme/assets/press/write/preview.js";
import { sentences, tablesOf, typeset } from "../../press/theme/assets/press/write/prose.js";
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

test("the preview says who tells a story as the site does", () => {
  compare(alike.tellers, (values) => byline(values, rules));
});
