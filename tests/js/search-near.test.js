// Which words of the site are offered for one that stands nowhere on it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { near, slips } from "../../press/theme/assets/press/search-near.js";

const WORDS = [
  "students",
  "his",
  "is",
  "history",
  "Implicit",
  "impact",
  "cycle",
  "restorative",
  "ways",
  "safety",
  "Hawaiʻi",
  "I",
  "D",
];

test("a slip is a letter more, fewer, wrong, or two of them swapped", () => {
  const pairs = [["cycel", "cycle", 1], ["implict", "implicit", 1], ["safty", "safety", 1], ["norm", "norm", 0], ["kitten", "sitting", 3], ["ab", "ba", 1], ["", "a", 1]]; // biome-ignore format: a table
  for (const [one, other, count] of pairs) {
    assert.equal(slips(one, other, 5), count, `${one} ${other}`);
    assert.equal(slips(other, one, 5), count, `${other} ${one}`);
  }
});

test("more slips than are asked for are not counted to the end", () => {
  assert.ok(slips("hispanic", "history", 2) > 2);
  assert.ok(slips("a", "abcdefgh", 2) > 2);
});

test("Hispanic is near neither his nor history, and Islamophobia not near is", () => {
  assert.deepEqual(near("Hispanic", WORDS), []);
  assert.deepEqual(near("Islamophobia", WORDS), []);
});

test("a short word has no near ones: IEP is not I, and PLC is nothing else", () => {
  for (const word of ["IEP", "PLC", "his", "d", "WAYZ"]) assert.deepEqual(near(word, WORDS), [], word);
  assert.deepEqual(near("wayz", WORDS), ["ways"]);
  assert.deepEqual(near("wazz", WORDS), []);
});

test("the nearest word comes first, then the more frequent", () => {
  assert.deepEqual(near("implict", WORDS), ["Implicit", "impact"]);
  assert.deepEqual(near("aaaax", ["aaaab", "aaaaa"]), ["aaaab", "aaaaa"]);
});

test("words that begin with what was typed are near, from four letters on", () => {
  assert.deepEqual(near("rest", WORDS), ["restorative"]);
  assert.deepEqual(near("res", WORDS), []);
});

test("accents and ʻokinas are no slips, and no more than five are offered", () => {
  assert.deepEqual(near("Hawai", WORDS), ["Hawaiʻi"]);
  assert.equal(near("abcd", ["abcda", "abcdb", "abcdc", "abcdd", "abcde", "abcdf"]).length, 5);
});
