// Runs the program's rules over what stands in the form. The rules, their words, patterns and limits come from the program
// (press/web/form/rules.py); a test puts every case through both.

import { inline, spoken } from "./inline.js";
import { blocks, compile, file } from "./manuscript.js";
import { noted } from "./noted.js";
import { guarded } from "./personal.js";
import { pictured } from "./picture-rules.js";
import { hardToRead } from "./prose.js";

const MARK = "{size}";
/** @param {string | string[]} value */
const isEmpty = (value) => !value?.length;
/** @param {string} text */
const isDate = (text) => /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text);
/** @param {string} day */
const asNumber = (day) => Number(day.replaceAll("-", "")); // 20261122
/** @param {Values} values @param {string} group */
const given = (values, group) => Object.keys(values).some((name) => name.startsWith(`${group}.`) && !isEmpty(values[name]));

/** @param {string} name @param {Rules} data */
function schemaOf(name, data) {
  const [group, inner] = name.split(".");
  return inner ? data.schema.$defs.Consent.properties[inner] : data.schema.properties[group];
}

/**
 * Each field's own faults: missing, too long, too many, not as it should be.
 * @param {Values} values
 * @param {Rules} data
 * @returns {Generator<Found>}
 */
function* fields(values, data) {
  for (const [name, faults] of Object.entries(data.faults)) {
    if (name.includes(".") && !given(values, name.split(".")[0])) continue;
    const value = values[name];
    const about = schemaOf(name, data);
    const size = typeof value === "string" ? [...value].length : 0;
    let kind = "";
    if (isEmpty(value)) kind = "missing";
    else if (about.maxLength && size > about.maxLength) kind = "long";
    else if (about.maxItems && value.length > about.maxItems) kind = "many";
    else if (about.pattern && !new RegExp(about.pattern, "u").test(value)) kind = "pattern";
    else if (about.format === "date" && !isDate(value)) kind = "date";
    if (faults[kind])
      yield { at: name, kind, rule: "front-matter", what: faults[kind][0].replace(MARK, String(size)), mend: faults[kind][1] };
  }
}

/** @typedef {(found: any, expected: any[], value: (name: string) => any) => boolean} Verb */
/** @type {(one: string, other: string) => boolean} */
const both = (one, other) => isDate(one) && isDate(other);
/** @type {Record<string, Verb>} */
const VERBS = {
  is: (found, expected) => expected.includes(found),
  "is not": (found, expected) => !expected.includes(found),
  "is given": (found) => found !== null,
  "is missing": (found) => found === null,
  "is after": (found, [other], value) => both(found, value(other)) && found > value(other),
  "is not after": (found, [other], value) => both(found, value(other)) && found <= value(other),
  "is before": (found, [other], value) => both(found, value(other)) && found < value(other),
  "is more years after": (found, [other, years], value) =>
    both(found, value(other)) && asNumber(found) > asNumber(value(other)) + 10_000 * years,
  "has any of": (found, parts) => typeof found === "string" && parts.some((part) => found.includes(part)),
  lacks: (found, [part]) => Array.isArray(found) && !found.includes(part),
};

/**
 * What a condition's name stands for: a field's value, null where it isn't given, or a day.
 * @param {string} name
 * @param {Values} values
 * @param {Rules} data
 * @param {string} today
 */
function meant(name, values, data, today) {
  if (name === "today") return today;
  if (isDate(name)) return name;
  if (name in data.schema.properties && data.schema.properties[name].$ref) return given(values, name) ? name : null;
  return isEmpty(values[name]) ? null : values[name];
}

/**
 * Whether a condition of a rule holds.
 * @param {string[]} condition
 * @param {Values} values
 * @param {Rules} data
 * @param {string} today
 */
export function holds([name, verb, ...expected], values, data, today) {
  /** @param {string} one */
  const value = (one) => meant(one, values, data, today);
  return VERBS[verb](value(name), expected, value);
}

/**
 * The rules that join several fields; `lacks` is what one wants to have and isn't given.
 * @param {Values} values
 * @param {Rules} data
 * @param {string} today
 * @returns {Generator<Found>}
 */
function* joined(values, data, today) {
  for (const { rule, when, at, what, mend, level } of data.rules) {
    if (!when.every((condition) => holds(condition, values, data, today))) continue;
    const filled = what.replace(/\{([\w.]+)\}/g, (_, name) => meant(name, values, data, today));
    const lacks = when.find(([, verb]) => verb === "is missing")?.[0];
    yield { at: at === "consent" ? "kind" : at, rule, what: filled, mend, level, ...(lacks && { lacks }) };
  }
}

/**
 * Block quotes without a source and a ground for their use: in their last paragraph, or right below.
 * @param {Block[]} found
 * @param {Rules} data
 * @returns {Generator<Found>}
 */
function* quoted(found, data) {
  const { source, ground, none, groundless } = data.text.quoted;
  /** @param {Block} block */
  const words = (block) => (block && ["quote", "paragraph", "heading"].includes(block.kind) ? spoken(block.text, data) : "");
  for (const [place, block] of found.entries()) {
    if (block.kind !== "quote" || found[place - 1]?.kind === "quote") continue;
    const after = found.findIndex((one, other) => other > place && one.kind !== "quote");
    const below = after < 0 ? found.length : after;
    const named = [found[below], found[below - 1]].map(words).find((text) => compile(source).test(text));
    const said = named === undefined ? none : compile(ground).test(named) ? null : groundless;
    if (said) yield { at: "text", rule: "quotations", what: said[0], mend: said[1], line: block.line };
  }
}

/** @param {Values} values @param {Rules} data @returns {Generator<Found>} */
function* text(values, data) {
  const { none, marks, excerpt, toWrite } = data.text;
  const found = blocks(values.text ?? "", data);
  /** @param {string} rule @param {string} what @param {string} mend @param {number} [line] */
  const say = (rule, what, mend, line) => ({ at: "text", rule, what, mend, line });
  if (found.every((block) => block.kind === "mark")) yield { ...say("headings", ...none), lacks: "text" };
  for (const { text, kind, line } of found)
    if (kind !== "picture" && inline(text, data).startsWith(toWrite[0])) yield say("unfinished", ...toWrite[1], line);
  yield* quoted(found, data);
  const places = found.flatMap((block, place) => (block.kind === "mark" ? [place] : []));
  if (!places.length) return;
  const line = found[places[0]].line;
  if (places.map((place) => found[place].text).join() !== marks.join()) yield say("excerpt", excerpt[0], excerpt[2], line);
  else if (places[1] === places[0] + 1) yield say("excerpt", excerpt[1], excerpt[2], line);
}

/**
 * The limits on a file as a whole. The program stops reading at the first that is passed.
 * @param {Values} values
 * @param {Rules} data
 * @returns {Found[]}
 */
function whole(values, data) {
  const { bytes, block, lines, nesting, brackets, headings, front } = data.file;
  const made = file(values, data);
  const size = new TextEncoder().encode(made).length;
  const longest = Math.max(0, ...made.split(/\n\s*\n/).map((part) => [...part.replaceAll("\n", "")].length));
  const [head] = made.slice(4).split("\n---\n");
  /** @param {string} line */
  const nests = (line) => line.replace(/[^[>]/g, "").length > nesting.most;
  const passed =
    (size > bytes.most && bytes) ||
    (made.split("\n").some(nests) && nesting) ||
    (made.split("\n").length > lines.most && lines) ||
    (longest > block.most && block) ||
    (made.split("[").length - 1 > brackets.most && brackets) ||
    (made.split("\n## ").length - 1 > headings.most && headings) ||
    (new TextEncoder().encode(head).length > front.most && front);
  const kilobytes = Math.round(size / 1000).toLocaleString("en-US");
  if (!passed) return [];
  const [what, mend] = passed.words;
  return [{ at: "text", rule: passed.rule, what: what.replace(MARK, kilobytes), mend }];
}

/**
 * All that is wrong on the day `today`, each thing once: where, what, how to mend it, and how grave it is.
 * @param {Values} values
 * @param {Rules} data
 * @param {string} today
 * @returns {Found[]}
 */
export function problems(values, data, today) {
  const found = [
    ...whole(values, data),
    ...fields(values, data),
    ...joined(values, data, today),
    ...guarded(values, data),
    ...text(values, data),
    ...pictured(values, data),
    ...noted(values, data),
    ...hardToRead(values.text ?? "", data),
  ];
  const seen = new Set();
  return found
    .map((one) => ({ level: "error", ...one }))
    .filter((one) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)));
}
