// Shows the story as it will look, made of text alone: nothing that was typed is taken for HTML.

import { make } from "../make.js";
import { text } from "./preview-text.js";
import { typeset } from "./typographer.js";

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
 * Puts the story into `box`.
 * @param {HTMLElement} box
 * @param {Values} values
 * @param {Rules} data
 */
export function show(box, values, data) {
  const { bands, labels, noteFirst } = data;
  const role = values.role ? values.role[0].toUpperCase() + values.role.slice(1) : "";
  const facts = [role, bands[values.grades], values.state].filter(Boolean).join("\u00a0· ");
  const notes = values.content_notes ?? [];
  const head = [
    facts && make("p", "tn-eyebrow", facts),
    make("h3", "", typeset(values.title || "(no title yet)", data)),
    values.summary && make("p", "tn-lead", typeset(values.summary, data)),
    byline(values, data) && make("p", "tn-byline", byline(values, data)),
    labels[values.kind] && make("p", "tn-note tn-label", labels[values.kind]),
    notes.length > 0 && make("p", "tn-note", `${noteFirst[0]} ${noteFirst[1].replace("{notes}", () => list(notes))}`),
  ];
  box.replaceChildren(...head.filter(Boolean), ...text(values.text ?? "", data));
  box.hidden = false;
}
