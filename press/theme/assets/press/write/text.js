// What helps with the fields of words: how much stands there, and the passage that is the excerpt.

import { change } from "./edit.js";
import { boxes, data, find, form, inputsOf, status } from "./form.js";
import { line } from "./manuscript.js";

export function count() {
  for (const box of boxes.values()) {
    const counter = box.querySelector("[data-count]");
    if (!counter) continue;
    const size =
      box.dataset.widget === "many" ? box.querySelectorAll(":checked").length : [...line(inputsOf(box)[0].value, data)].length;
    counter.textContent = size ? `${size} of at most ${counter.dataset.most}` : "";
  }
  const text = form.elements.text.value;
  const [, excerpt = ""] = text.split(data.text.marks[0]);
  /** @param {string} part */
  const size = (part) => part.split(/\s+/).filter(Boolean).length;
  const marked = excerpt.includes(data.text.marks[1])
    ? `, ${size(excerpt.split(data.text.marks[1])[0])} in the excerpt (80 to 130 are right)`
    : "";
  find("words").textContent = text.trim() ? `${size(text.replace(/<!--.*?-->|^!\[.*\)$/gm, ""))} words${marked}` : "";
}

/** Lets a passage be marked as the excerpt; then `changed` is told. @param {() => void} changed */
export function marks(changed) {
  find("mark").addEventListener("click", () => {
    const area = form.elements.text;
    const { value, selectionStart, selectionEnd } = area;
    if (selectionStart === selectionEnd) return status("First choose the passage in your story, then press the button.");
    const [begin, end] = data.text.marks;
    /** @param {string} text */
    const without = (text) =>
      text.replaceAll(`${begin}\n`, "").replaceAll(`${end}\n`, "").replaceAll(begin, "").replaceAll(end, "");
    const from = value.lastIndexOf("\n", selectionStart - 1) + 1;
    const to = value.indexOf("\n", selectionEnd - 1) < 0 ? value.length : value.indexOf("\n", selectionEnd - 1);
    const parts = [value.slice(0, from), value.slice(from, to), value.slice(to)].map(without);
    const made = `${parts[0]}${begin}\n${parts[1].trim()}\n${end}${parts[2] || "\n"}`;
    change(area, { from: 0, to: value.length, text: made, start: made.length, end: made.length });
    changed();
    return status("The passage is marked as the excerpt.");
  });
}
