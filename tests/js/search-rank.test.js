// Which page comes first.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gains, rank, rarity } from "../../press/theme/assets/press/search-rank.js";

const TITLE = 48;
const SUMMARY = 32;
const HEADING = 16;
const on = (pages) => new Map(Object.entries(pages).map(([page, worth]) => [Number(page), worth]));
const word = (pages, also = []) => gains({ on: on(pages), also: also.map((each) => ({ words: "", on: on(each) })) });
const order = (groups, all = 100) => rank(groups, all).map(({ page }) => page);

test("titles come before summaries, summaries before headings, and these before any number of times in a text", () => {
  assert.deepEqual(order([word({ 1: 15, 2: HEADING, 3: SUMMARY, 4: TITLE })]), [4, 3, 2, 1]);
});

test("a page that has a word more often for its length comes before one that has it less", () => {
  assert.deepEqual(order([word({ 1: 3, 2: 12 })]), [2, 1]);
});

test("a word that few pages have weighs more than one that many have", () => {
  assert.ok(rarity(1, 100) > rarity(20, 100));
  assert.ok(rarity(99, 100) > 0);
  const common = word(Object.fromEntries(Array.from({ length: 60 }, (_, page) => [page, 10])));
  assert.equal(order([common, word({ 7: 1 })])[0], 7);
});

test("a page with all the words comes before one with some of them, and what has too little is left out", () => {
  const groups = [word({ 1: 5, 2: 5 }), word({ 1: 5, 3: 5 })];
  const ranked = rank(groups, 100);
  assert.equal(ranked[0].page, 1);
  assert.equal(ranked[0].share, 1);
  assert.ok(ranked.slice(1).every(({ share }) => share < 1));
  const common = word(Object.fromEntries(Array.from({ length: 60 }, (_, page) => [page, 10])));
  assert.deepEqual(order([common, word({ 99: 1 })]), [99]);
});

test("a page with the word itself comes before one with a word that stands in for it", () => {
  assert.deepEqual(order([word({ 1: 0 }, [{ 2: HEADING + 3 }])]), [1, 2]);
  assert.deepEqual(order([word({ 1: 0, 2: 0 }, [{ 2: 5 }])]), [2, 1]);
});

test("nothing asked for, or nothing found, is no page", () => {
  assert.deepEqual(rank([], 100), []);
  assert.deepEqual(rank([new Map()], 100), []);
});
