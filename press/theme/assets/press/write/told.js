// Says what was found in a story: beside each field, and in a summary whose lines lead there.

import { link as linkTo, make } from "../make.js";
import { boxes, find, form } from "./form.js";

/**
 * Words with `code` between backticks, as elements.
 * @param {string} text
 */
function words(text) {
  return text.split("`").map((part, number) => (number % 2 ? make("code", "", part) : part));
}

/** @type {Record<string, string>} */
const MISSING = { consent: "consent.granted", attribution: "attribution" };

/**
 * The field beside which a problem is told: what is missing altogether, beside the field that is to be filled in.
 * @param {Found} one
 */
export function fieldOf(one) {
  const field = one.at === "kind" ? (MISSING[one.rule] ?? "kind") : one.at;
  return boxes.has(field) ? field : "text";
}

/** @param {Found} one */
const place = (one) => (one.line ? `Line ${one.line} of the story: ` : "");

/**
 * What is wrong and how to mend it. For what is left empty the program names a line of the file; here there is a field.
 * @param {Found} one
 */
function told(one) {
  if (one.kind !== "missing") return [one.what, one.mend];
  const typed = boxes.get(one.at)?.querySelector("textarea, input:not([type=radio], [type=checkbox])");
  return ["Still empty.", typed ? "Fill this in." : "Choose what fits."];
}

/** @param {Found} one */
function said(one) {
  const grave = one.level === "error";
  const name = grave ? "write__fault" : "write__fault write__fault--review";
  return make("p", name, grave ? "To mend: " : "To review: ", place(one), ...words(told(one).join(" ")));
}

/**
 * Says beside a field what is wrong with it, and tells screen readers which words belong to it.
 * @param {string} field
 * @param {Found[]} found
 */
export function mark(field, found) {
  const box = boxes.get(field);
  const id = `_${field}-faults`;
  let faults = document.getElementById(id);
  if (!faults) {
    faults = Object.assign(make("div"), { id });
    box.append(faults);
  }
  faults.replaceChildren(...found.map(said));
  const target = box.tagName === "FIELDSET" ? box : document.getElementById(`_${field}`);
  const hint = document.getElementById(`_${field}-hint`) ? [`_${field}-hint`] : [];
  const described = found.length ? [...hint, id] : hint;
  if (described.length) target.setAttribute("aria-describedby", described.join(" "));
  else target.removeAttribute("aria-describedby");
  const wrong = found.some((one) => one.level === "error");
  if (target !== box) target.setAttribute("aria-invalid", String(wrong));
  box.classList.toggle("is-wrong", wrong);
}

/** @param {Found[]} found */
export function summary(found) {
  const errors = found.filter((one) => one.level === "error").length;
  const reviews = found.length - errors;
  /** @param {number} number @param {string} what */
  const things = (number, what) => `${number} ${number === 1 ? "thing" : "things"} ${what}`;
  document.getElementById("_found").textContent = found.length
    ? [errors && things(errors, "to mend"), reviews && things(reviews, "to look at")].filter(Boolean).join(", ")
    : "Nothing to mend";
  list(
    find("problems"),
    found.map((one) => {
      const box = boxes.get(fieldOf(one));
      const link = linkTo(
        place(one) || `${box.querySelector("legend, label").firstChild.textContent.trim()}: `,
        `#_${box.dataset.field}`,
      );
      link.append(...words(told(one)[0]));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        const input = one.at === "text" ? form.elements.text : box.querySelector("input, select, textarea");
        input.focus();
        if (one.picture)
          box.querySelectorAll(".write__picture")[one.picture - 1].querySelector(`[data-part=${one.part}]`).focus();
        if (one.line) choose(form.elements.text, one.line);
      });
      return make("li", "", link);
    }),
  );
  find("summary").hidden = false;
}

/**
 * Puts the items into the list. Who stands on a link of it stays there: a list that says the same is left alone.
 * @param {HTMLElement} box
 * @param {HTMLElement[]} items
 */
function list(box, items) {
  const old = [...box.children];
  if (old.length === items.length && items.every((item, number) => item.isEqualNode(old[number]))) return;
  const held = old.find((item) => item.contains(document.activeElement));
  box.replaceChildren(...items);
  if (held) (items.find((item) => item.isEqualNode(held))?.querySelector("a") ?? find("summary")).focus();
}

/**
 * Selects a line of the story, so that one sees which is meant.
 * @param {HTMLTextAreaElement} area
 * @param {number} number
 */
function choose(area, number) {
  const lines = area.value.split("\n");
  const start = lines.slice(0, number - 1).join("\n").length + (number > 1 ? 1 : 0);
  area.setSelectionRange(start, start + (lines[number - 1] ?? "").length);
}
