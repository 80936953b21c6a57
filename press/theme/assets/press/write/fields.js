// What stands in the form's fields: as it was typed, as the story has it, and put back from a draft.

import { boxes, data, form, inputsOf } from "./form.js";
import { clean, line } from "./manuscript.js";
import { withPictures } from "./picture-rules.js";
import * as pictures from "./pictures.js";

export const isTold = () => form.elements.kind.value !== "illustrative";

/**
 * What was typed, field by field, as it stands.
 * @returns {Values}
 */
export function typed() {
  /** @type {Values} */
  const values = {};
  for (const [field, box] of boxes) {
    if (field === "pictures") values[field] = pictures.chosen();
    if (field === "pictures") continue;
    const inputs = inputsOf(box);
    const chosen = inputs.filter((input) => input.checked).map((input) => input.value);
    if (box.dataset.widget === "many") values[field] = chosen;
    else values[field] = box.dataset.widget === "choice" ? (chosen[0] ?? "") : inputs[0].value;
  }
  return values;
}

/**
 * Whether a field is asked for: an illustrative story has no teller, an anonymous teller no name, an unnamed one no school.
 * @param {string} field
 * @param {HTMLElement} box
 * @param {Values} values
 */
export function asked(field, box, { attribution }) {
  if (box.dataset.told !== undefined && !isTold()) return false;
  if (field === "author") return attribution !== "anonymous";
  return attribution === "named" || !["school", "profile"].includes(field);
}

/** The story: what was typed without odd signs, and nothing that is not asked for. */
export function story() {
  const values = typed();
  for (const [field, box] of boxes) {
    if (!asked(field, box, values)) delete values[field];
    else if (typeof values[field] === "string")
      values[field] = field === "text" ? clean(values[field], data) : line(values[field], data);
  }
  return withPictures(values, data);
}

/** @param {Values} values */
export function put(values) {
  pictures.put(values?.pictures);
  for (const [field, box] of boxes) {
    if (field === "pictures") continue;
    for (const input of inputsOf(box)) {
      if (["radio", "checkbox"].includes(input.type)) input.checked = [values[field] ?? []].flat().includes(input.value);
      else input.value = typeof values[field] === "string" ? values[field] : "";
    }
  }
}
