// Shows the story as it will look, made of text alone: nothing that was typed is taken for HTML.

import { link, make } from "../make.js";
import { blocks, pieces } from "./manuscript.js";
import { typeset, typesetPieces } from "./typographer.js";

/** @type {Record<string, "h4" | "li">} */
const TAGS = { heading: "h4", item: "li" };
/** @param {string[]} values */
const list = (values) => values.join(", ");

/**
 * Who tells the story, as the site says it: by the same table (press/library/wording.py).
 * @param {Values} values
 * @param {Rules} data
 */
export function byline(values, data) {
  const parts = (data.teller[values.attribution] ?? []).filter(
    (part) => !/{(\w+)}/.test(part) || values[/{(\w+)}/.exec(part)[1]],
  );
  return list(parts.map((part) => part.replace(/{(\w+)}/, (_, field) => typeset(values[field], data))));
}

/**
 * Who helped to tell it, by the table beside that one.
 * @param {Values} values
 * @param {Rules} data
 */
export function helpers(values, data) {
  const named = Object.entries(data.helped).filter(([field]) => values[field]);
  return named.map(([field, part]) => part.replace(`{${field}}`, () => typeset(values[field], data))).join(data.dot);
}

/** @param {string} text @param {Rules} data */
function words(text, data) {
  return typesetPieces(pieces(text, data), data).map((piece) => {
    if (!piece.href) return piece.text;
    return link(piece.text, /^https?:/.test(piece.href) ? piece.href : `../../glossary/#${piece.href.split("#")[1]}`);
  });
}

/**
 * Puts the story into `box`.
 * @param {HTMLElement} box
 * @param {Values} values
 * @param {Rules} data
 */
export function show(box, values, data) {
  const { bands, labels, noteFirst } = data;
  const role = values.role ? values.role[0].toUpperCase() + values.role.slice(1) : "";
  const facts = [role, bands[values.grades], values.state].filter(Boolean).join(data.dot);
  const notes = values.content_notes ?? [];
  const head = [
    facts && make("p", "tn-eyebrow", facts),
    make("h3", "", typeset(values.title || "(no title yet)", data)),
    values.summary && make("p", "tn-lead", typeset(values.summary, data)),
    byline(values, data) && make("p", "tn-byline", byline(values, data)),
    helpers(values, data) && make("p", "tn-quiet", helpers(values, data)),
    labels[values.kind] && make("p", "tn-note tn-label", labels[values.kind]),
    notes.length > 0 && make("p", "tn-note", `${noteFirst[0]} ${noteFirst[1].replace("{notes}", () => list(notes))}`),
  ];
  /** @type {HTMLElement[]} */
  const main = [];
  for (const block of blocks(values.text ?? "", data)) {
    if (block.kind === "break") main.push(make("hr"));
    else if (block.kind === "mark")
      main.push(make("p", "write__mark", block.text === data.text.marks[0] ? "Excerpt begins" : "Excerpt ends"));
    else {
      const made = make(TAGS[block.kind] ?? "p", "", ...words(block.text, data));
      if (block.kind !== "item") main.push(made);
      else if (main.at(-1)?.tagName === "UL") main.at(-1).append(made);
      else main.push(make("ul", "", made));
    }
  }
  box.replaceChildren(...head.filter(Boolean), ...main);
  box.hidden = false;
}
