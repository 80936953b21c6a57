// Looks for long sentences and unexplained words, as press/manuscript/sentences.py and press/checks/plain_language.py do. All
// patterns, lists and words come from there; only the way through them stands here a second time, and a test compares what both find.

import { pieces } from "./inline.js";
import { blocks, body, compile } from "./manuscript.js";
import { typesetPieces } from "./typographer.js";

/**
 * The prose of a story: paragraphs and items, their words with and without those of links.
 * @param {string} typed
 * @param {Rules} data
 * @returns {Paragraph[]}
 */
function prose(typed, data) {
  /** @type {Paragraph[]} */
  const found = [];
  let inSources = false;
  for (const block of blocks(typed, data)) {
    if (block.kind === "heading") inSources = block.text.trim().toLowerCase() === "sources";
    else if (["paragraph", "item", "number", "quote"].includes(block.kind) && !inSources && !/^Sources?:/.test(block.text)) {
      const parts = typesetPieces(pieces(block.text, data), data);
      const linked = parts.map((piece) => piece.text).join("");
      found.push({ line: block.line, linked, bare: parts.map((piece) => (piece.href ? "|" : piece.text)).join("") });
    }
  }
  return found;
}

/**
 * What `sentences` needs to know an end from an abbreviation.
 * @param {Pick<Prose, "patterns" | "lists">} prose
 * @returns {Tables}
 */
export function tablesOf({ patterns, lists }) {
  const sets = Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, new Set(list)]));
  const mayBeLast = new RegExp(`^(?:${patterns.may_be_last[0]})$`, patterns.may_be_last[1]);
  return /** @type {Tables} */ ({ ...sets, end: compile(patterns.end, "g"), mayBeLast });
}

/** @param {string} text @param {number} start @param {RegExpMatchArray} found @param {Tables} tables */
function goesOn(text, start, found, tables) {
  const before = text.slice(start, found.index);
  const { mark, next } = found.groups;
  if (mark !== ".") return ["…", "..."].includes(mark) && /\s$/.test(before);
  const last = before.trim()
    ? before
        .slice(-24)
        .trim()
        .split(/\s+/)
        .pop()
        .replace(/^[(“"‘'[]+/, "")
    : "";
  if (tables.before_numbers.has(last)) return /^\p{Nd}+$/u.test(next);
  if (tables.mayBeLast.test(last)) return !tables.openers.has(next);
  if (tables.titles.has(last) || !/^\p{Nd}+$/u.test(last)) return tables.titles.has(last);
  return last === before.replace(/^[ \n(“"‘'[]+/, "").trimEnd(); // a number alone
}

/**
 * The sentences of a text.
 * @param {string} text
 * @param {Tables} tables
 */
export function* sentences(text, tables) {
  let start = 0;
  for (const found of text.matchAll(tables.end)) {
    const last = text.slice(Math.max(start, text.lastIndexOf(" ", found.index - 1) + 1), found.index);
    const ends = /^\p{Ll}+$/u.test(last) && !tables.small.has(last);
    if (ends || !goesOn(text, start, found, tables)) {
      yield text.slice(start, found.index + found[0].length);
      start = found.index + found[0].length;
    }
  }
  yield text.slice(start);
}

/** @param {string} text @param {RegExp} gap */
const words = (text, gap) => text.split(gap).filter((word) => /[\p{L}\p{N}_]/u.test(word)).length;

/** @param {Paragraph[]} parts @param {Prose} prose */
function* longOnes(parts, { patterns, lists, most, long }) {
  const tables = tablesOf({ patterns, lists });
  for (const { line, linked } of parts) {
    for (const sentence of sentences(linked, tables)) {
      const count = words(sentence.replace(compile(patterns.cited, "g"), ""), compile(patterns.gap, "g"));
      if (count > most) yield { line, rule: "sentences", what: long[0].replace("{count}", String(count)), mend: long[1] };
    }
  }
}

/** @param {string} written the part of a link behind `#` */
function anchorIn(written) {
  try {
    return decodeURIComponent(written).normalize("NFC");
  } catch {
    return written;
  }
}

/** @param {Paragraph[]} parts @param {string} written @param {Rules} data */
function* terms(parts, written, data) {
  const { patterns, jargon, unlinked } = data.prose;
  const { meanings, pattern, titles, glossary } = data.vocabulary;
  const said = new Set([...written.matchAll(compile(patterns.linked, "g"))].map((found) => anchorIn(found[1])));
  for (const { line, bare } of parts) {
    const text = bare.replace(compile(titles, "g"), (found) => "|".repeat(found.length));
    const small = text.toLowerCase();
    for (const found of (small.length === text.length ? small : text).matchAll(compile(pattern, "g"))) {
      const [anchor, plainer] = meanings[found[0].split(/[\s-]+/).join(" ")];
      if (said.has(anchor || plainer)) continue;
      said.add(anchor || plainer);
      const as = text.substr(found.index, found[0].length).split(/\s+/).join(" ");
      const [what, mend] = (anchor ? unlinked : jargon).map((part) =>
        part.replaceAll("{found}", as).replace("{plainer}", plainer).replace("{link}", `${glossary}#${anchor}`),
      );
      yield { line, rule: "jargon", what, mend };
    }
  }
}

/** @param {Paragraph[]} parts @param {string} written @param {Rules} data */
function* shortForms(parts, written, data) {
  const { patterns, known_short: knownShort, short } = data.prose;
  const spelled = [...written.matchAll(compile(patterns.spelled, "g"))].map((found) => found[1] ?? found[2]);
  const known = new Set([...data.vocabulary.well_known, ...spelled]);
  const loud = new Set([...written.matchAll(compile(patterns.small, "g"))].map((found) => found[0].toUpperCase()));
  const roman = new RegExp(`^(?:${patterns.roman[0]})$`, patterns.roman[1]);
  for (const { line, bare } of parts) {
    for (const [, form] of bare.matchAll(compile(patterns.short, "g"))) {
      if (known.has(form) || loud.has(form) || roman.test(form)) continue;
      known.add(form);
      const meant = data.vocabulary.forms[form];
      const [what, mend] = meant ? knownShort.map((part) => part.replace("{found}", form).replace("{meant}", meant)) : short;
      yield { line, rule: "jargon", what, mend };
    }
  }
}

/**
 * What is hard to read in a story; an editor looks at it, and it stops nothing.
 * @param {string} typed
 * @param {Rules} data
 */
export function hardToRead(typed, data) {
  const parts = prose(typed, data);
  const written = body(typed, data).text;
  const found = [...longOnes(parts, data.prose), ...terms(parts, written, data), ...shortForms(parts, written, data)];
  return found.map((one) => ({ ...one, at: "text", level: "review" }));
}
