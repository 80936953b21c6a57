// Sets quotes, dashes and the ellipsis as press/manuscript/typographer.py does, from whose patterns it works; a test compares both.

import { compile } from "./manuscript.js";

/** @typedef {Pick<Rules, "signs" | "elided">} Signs */
/** @typedef {[start: number, end: number, sign: string]} Edit */

/** @type {Record<string, [string, string]>} */
const QUOTES = { '"': ["“", "”"], "'": ["‘", "’"] };

/** @param {string} sign */
function kind(sign) {
  if (!sign || /\s/u.test(sign)) return "space";
  return /[\p{P}$+<=>^`|~]/u.test(sign) ? "mark" : "letter";
}

/** The letters before and after the place `at`. @param {string} text @param {number} at */
const beside = (text, at) => [
  Array.from(text.slice(0, at).slice(-2)).pop() ?? "",
  Array.from(text.slice(at + 1, at + 3))[0] ?? "",
];

/** @param {string} before @param {string} after @returns {[opens: boolean, closes: boolean]} */
function sides(before, after) {
  const opens = after !== "space" && (after !== "mark" || before !== "letter");
  const closes = before !== "space" && (before !== "mark" || after !== "letter");
  return opens && closes ? [before === "mark", after === "mark"] : [opens, closes];
}

/** @param {string} text @param {Signs} data @returns {Generator<Edit>} */
function* quotes(text, { elided }) {
  if (!/["']/.test(text)) return;
  const left = new Set([...text.matchAll(compile(elided, "g"))].map((found) => found.index));
  /** @type {[number, string][]} */
  let opened = [];
  for (const { 0: sign, index: at } of text.matchAll(/["']/g)) {
    const [before, after] = beside(text, at);
    const [opens, closes] = sides(kind(before), kind(after));
    const start = closes ? opened.findLastIndex(([, mark]) => mark === sign) : -1;
    const isFoot = /^\p{N}$/u.test(before) && !/^\p{L}/u.test(after);
    if (left.has(at)) yield [at, at + 1, "’"];
    else if (start >= 0) {
      yield [opened[start][0], opened[start][0] + 1, QUOTES[sign][0]];
      yield [at, at + 1, QUOTES[sign][1]];
      opened = opened.slice(0, start);
    } else if (opens) opened.push([at, sign]);
    else if (sign === "'" && kind(before) !== "space" && !isFoot) yield [at, at + 1, "’"];
  }
}

/** What changes in a text, in order. @param {string} text @param {Signs} data @returns {Edit[]} */
function edits(text, data) {
  /** @type {Edit[]} */
  const signs = data.signs.flatMap((sign) =>
    [...text.matchAll(compile(sign, "g"))].map(
      ({ 0: found, index }) => /** @type {Edit} */ ([index, index + found.length, sign[2]]),
    ),
  );
  return [...signs, ...quotes(text, data)].sort((one, other) => one[0] - other[0]);
}

/**
 * Pieces of one text with the typographer's signs. An address that stands in the text stays as it is.
 * @param {Piece[]} pieces
 * @param {Signs} data
 * @returns {Piece[]}
 */
export function typesetPieces(pieces, data) {
  const all = edits(pieces.map((piece) => piece.text).join(""), data);
  let first = 0;
  let next = 0;
  return pieces.map((piece) => {
    const [start, last] = [first, first + piece.text.length];
    first = last;
    /** @type {string[]} */
    const parts = [];
    let done = start;
    for (; next < all.length && all[next][0] < last; next += 1) {
      const [from, to, sign] = all[next];
      if (from < start || to > last) continue;
      parts.push(piece.text.slice(done - start, from - start), sign);
      done = to;
    }
    return piece.isBare ? piece : { ...piece, text: parts.join("") + piece.text.slice(done - start) };
  });
}

/** A text with the typographer's signs. @param {string} text @param {Signs} data */
export const typeset = (text, data) => typesetPieces([{ text }], data)[0].text;
