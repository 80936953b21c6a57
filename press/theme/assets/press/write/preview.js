// Shows the story as it will look, made of text alone: nothing that was typed is taken for HTML.

import { link, make } from "../make.js";
import { text } from "./preview-text.js";
import { typeset } from "./typographer.js";

/** @param {string[]} values */
const list = (values) => values.join(", ");

/**
 * The parts of a line whose fields are all given, in pieces: those that hold a name stand apart, since it may run the other way.
 * @param {string[]} patterns
 * @param {Record<string, string>} fields
 * @param {string} between
 */
function filled(patterns, fields, between) {
  const given = patterns.map((pattern) => pattern.split(/{(\w+)}/)).filter((parts) => !parts[1] || fields[parts[1]]);
  return given.flatMap((parts, place) => [
    { words: place ? between : "", isName: false },
    ...parts.map((part, number) => ({ words: number % 2 ? fields[part] : part, isName: number % 2 === 1 })),
  ]);
}

/**
 * The line below a story's title: who tells it, and from where. It is made of the page's own tables (press/library/wording.py).
 * @param {Values} values
 * @param {Rules} data
 */
export function tellerLine(values, data) {
  const { teller, standpoint, dot } = data.line;
  /** @param {string} [text] */
  const set = (text) => text && typeset(text, data);
  const role = values.role && values.role[0].toUpperCase() + values.role.slice(1);
  const names = { author: set(values.author), school: set(values.school) };
  const told = filled(teller[values.attribution] ?? [], names, ", ");
  const facts = filled(standpoint, { role, band: data.bands[values.grades], state: values.state }, dot).map(
    (piece) => piece.words,
  );
  const from = facts.join("");
  const parts = [...told, { words: told.length && from ? dot : "", isName: false }, { words: from, isName: false }];
  return parts.filter((piece) => piece.words);
}

/**
 * The line below that one: who asked, translated and edited, by the table beside those.
 * @param {Values} values
 * @param {Rules} data
 */
export function helperLine(values, data) {
  const { helped, dot } = data.line;
  const names = Object.fromEntries(Object.keys(helped).map((field) => [field, values[field] && typeset(values[field], data)]));
  return filled(Object.values(helped), names, dot).filter((piece) => piece.words);
}

/** @param {Values} values @param {Rules} data */
function teller(values, data) {
  const parts = tellerLine(values, data);
  return parts.length > 0 && make("p", "tn-teller", ...named(parts));
}

/** @param {Values} values @param {Rules} data */
function helpers(values, data) {
  const parts = helperLine(values, data);
  return parts.length > 0 && make("p", "tn-quiet", ...named(parts));
}

/** Pieces of a line, the names as elements. @param {{ words: string, isName: boolean }[]} parts */
function named(parts) {
  return parts.map(({ words, isName }) => (isName ? Object.assign(make("span", "", words), { dir: "auto" }) : words));
}

/** The day and the author's page, as they stand below that line. @param {Values} values */
function day({ published, profile }) {
  const time = new Date(`${published}T00:00Z`);
  const words = Number.isNaN(time.getTime()) ? "" : time.toLocaleDateString("en-US", { dateStyle: "long", timeZone: "UTC" });
  const author = /^https:\/\//.test(profile ?? "") && link("About the author", profile);
  return (words || author) && make("p", "tn-byline", words, ...(author ? [words && "\u00a0· ", author] : []));
}

/**
 * Puts the story into `box`.
 * @param {HTMLElement} box
 * @param {Values} values
 * @param {Rules} data
 */
export function show(box, values, data) {
  const { labels, noteFirst } = data;
  const notes = values.content_notes ?? [];
  const head = [
    make("h3", "", typeset(values.title || "(no title yet)", data)),
    values.summary && make("p", "tn-lead", typeset(values.summary, data)),
    teller(values, data),
    helpers(values, data),
    day(values),
    labels[values.kind] && make("p", "tn-note tn-label", labels[values.kind]),
    notes.length > 0 &&
      make("p", "tn-note", make("strong", "", noteFirst[0]), ` ${noteFirst[1].replace("{notes}", () => list(notes))}`),
  ];
  box.replaceChildren(...head.filter(Boolean), ...text(values.text ?? "", values.pictures ?? [], data));
  box.hidden = false;
}
