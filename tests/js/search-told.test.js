// What a reader is told of a search.

import assert from "node:assert/strict";
import { test } from "node:test";
import { told } from "../../press/theme/assets/press/search-told.js";

const NONE = { looked: true, pages: [], results: [], whole: 0, absent: [], also: [], near: [], found: [], marks: [] };
const results = (count) => Array.from({ length: count });
const say = (asked, finding) => told({ ...NONE, ...finding }, asked);

test("a word that stands nowhere is told as that, and never as no results", () => {
  assert.equal(say("Hispanic", { absent: ["Hispanic"] }), "No page has “Hispanic”.");
  assert.equal(say("a b", { absent: ["xylo", "phone"] }), "No page has “xylo” or “phone”.");
});

test("with it stands what the other words found", () => {
  const finding = { absent: ["cycel"], found: ["inquiry"], results: results(12), whole: 12 };
  assert.equal(say("inquiry cycel", finding), "No page has “cycel”. 12 results for “inquiry”.");
});

test("what was looked for instead of a word is told", () => {
  const also = [{ asked: "racist", written: false, words: ["racism"] }];
  const finding = { also, found: ["racist"], results: results(15), whole: 15 };
  assert.equal(say("racist", finding), "No page has “racist”. Looked for “racism” instead. 15 results.");
});

test("so is what was looked for beside a word", () => {
  const also = [{ asked: "FERPA", written: true, words: ["one thing", "another"] }];
  const finding = { also, found: ["FERPA"], results: results(1), whole: 1 };
  assert.equal(say("FERPA", finding), "1 result for “FERPA”. Also looked for “one thing” and “another”.");
});

test("a count alone is no sentence", () => {
  assert.equal(say("norms", { found: ["norms"], results: results(3), whole: 3 }), "3 results for “norms”");
  assert.equal(say("", { results: results(3), whole: 3 }), "3 results");
  assert.equal(say("“student work”", { found: ["student work"], results: results(7), whole: 7 }), "7 results for “student work”");
});

test("where no page has all the words, that is told", () => {
  const finding = { found: ["dress", "code"], results: results(6), whole: 0 };
  assert.equal(say("dress code", finding), "6 results for “dress code”. No page has all of these words.");
});

test("what filters leave nothing of has no results", () => {
  assert.equal(say("norms", { found: ["norms"] }), "No results for “norms”");
});

test("small words alone are told as such, and nothing asked is told nothing", () => {
  assert.match(say("what is it", { looked: false }), /^Those words stand on nearly every page\./);
  assert.equal(say("", { looked: false }), "");
});
