// Looks for addresses, numbers and accounts that are some for sure, as press/checks/personal_data.py does, whose patterns these are.

import { make } from "../make.js";
import { body, compile, matched, visible } from "./manuscript.js";

/** @param {string} text */
function unescaped(text) {
  if (!text.includes("&")) return text;
  const area = make("textarea"); // reads entities, and takes nothing for a tag
  area.innerHTML = text.replaceAll("<", "&lt;");
  return area.value;
}

/**
 * Each sort of data in a text as it is seen, with where it begins and ends there.
 * @param {string} text
 * @param {Personal} rules
 * @returns {Generator<[kind: string, start: number, end: number]>}
 */
export function* spans(text, { public: harmless, kinds }) {
  for (const paragraph of text.matchAll(/(?:[^\n]+\n?)+/g)) {
    const cuts = matched(compile(harmless, "g"), paragraph[0]);
    const plain = cuts.length ? paragraph[0].replace(compile(harmless, "g"), "") : paragraph[0];
    /** Where a place in the text without its cuts lies in the whole. @param {number} place */
    const before = (place) => paragraph.index + cuts.reduce((at, cut) => (cut.index <= at ? at + cut[0].length : at), place);
    for (const [kind, pattern, hint] of kinds) {
      if (!compile(hint).test(paragraph[0])) continue;
      for (const found of matched(compile(pattern, "g"), plain))
        yield [kind, before(found.index), before(found.index + found[0].length)];
    }
  }
}

/**
 * Personal data in a text as it is written: the kind, and the number of line feeds before it.
 * @param {string} text
 * @param {Personal} rules
 * @returns {Generator<[kind: string, line: number]>}
 */
function* personal(text, rules) {
  const read = unescaped(text).replace(/\\([^\p{L}\p{N}_\s])/gu, "$1");
  const found = [...spans(read, rules)].sort((one, other) => one[1] - other[1]);
  let [at, line] = [0, 0];
  for (const [kind, start] of found) {
    line += read.slice(at, start).split("\n").length - 1;
    at = start;
    yield [kind, line];
  }
}

/**
 * Where in a story which sort of data stands for sure.
 * @param {Values} values
 * @param {Rules} data
 * @returns {Generator<{ at: string, sort: string, line?: number }>}
 */
function* sure(values, data) {
  for (const name of Object.keys(values)) {
    if (typeof values[name] !== "string" || ["text", "profile", "consent.evidence"].includes(name)) continue;
    for (const [sort] of personal(visible(values[name], data), data.personal)) yield { at: name, sort };
  }
  for (const { credit = "" } of values.pictures ?? [])
    for (const [sort] of personal(visible(credit, data), data.personal)) yield { at: "pictures", sort };
  const written = body(values.text ?? "", data);
  for (const [sort, line] of personal(visible(written.text, data), data.personal))
    yield { at: "text", sort, line: written.typedOn[line] };
}

/**
 * What stops a story.
 * @param {Values} values
 * @param {Rules} data
 * @returns {Generator<Found>}
 */
export function* guarded(values, data) {
  const [what, mend] = data.personal.words;
  for (const { at, sort, line } of sure(values, data))
    yield { at, line, rule: "personal-data", what: what.replace("{sort}", sort), mend };
}

/**
 * Whether a text has what is told as an error already, or a part of it, between two places: then no guess is told besides.
 * @param {Values} values
 * @param {Rules} data
 * @returns {(seen: Seen, start: number, end: number) => boolean}
 */
export function telling(values, data) {
  /** @type {Set<string>} */
  let told = null;
  /** @type {Map<string, [kind: string, start: number, end: number][]>} */
  const found = new Map();
  /** @param {string} at @param {number} line @param {string} kind */
  const key = (at, line, kind) => JSON.stringify([at, line, kind]);
  return ({ at, line, text }, start, end) => {
    told ??= new Set([...sure(values, data)].map((one) => key(one.at, one.line, one.sort)));
    if (!found.has(text)) found.set(text, [...spans(text, data.personal)]);
    return found.get(text).some(([kind, first, last]) => first < end && start < last && told.has(key(at, line, kind)));
  };
}
