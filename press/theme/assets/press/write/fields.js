// What stands in the form's fields: as it was typed, as the story has it, and put back from a draft.

import { isAsked } from "./asked.js";
import { boxes, data, inputsOf } from "./form.js";
import { clean, line } from "./manuscript.js";
import { withPictures } from "./picture-rules.js";
import * as pictures from "./pictures.js";

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

/** The story: what was typed without odd signs, and nothing that is not asked for. */
export function story() {
  const values = typed();
  const told = { ...values };
  for (const [field, box] of boxes) {
    if (!isAsked(field, box.dataset.kinds, values, data)) delete told[field];
    else if (typeof values[field] === "string")
      told[field] = field === "text" ? clean(values[field], data) : line(values[field], data);
  }
  return withPictures(told, data);
}

/** Puts `values` into the fields; what they don't have is emptied. @param {Values} values */
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
