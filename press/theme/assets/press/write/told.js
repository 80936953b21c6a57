// Says what was found in a story: beside each field, and in a summary whose lines lead there.

import { link as linkTo, make } from "../make.js";
import { boxes, data, find, form, inputsOf } from "./form.js";
import { reach } from "./steps.js";

/** What a field is called in the form. @param {HTMLElement} box */
const called = (box) => box.querySelector("legend, label").firstChild.textContent.trim();

/**
 * Words with `code` between backticks, as elements; a field has the name that it has in the form.
 * @param {string} text
 */
function words(text) {
  return text.split("`").map((part, number) => {
    const box = number % 2 && (boxes.get(part) ?? boxes.get(`consent.${part}`));
    if (box) return `“${called(box)}”`;
    return number % 2 ? make("code", "", part) : part;
  });
}

/** How to mend it, where no line is written but a field is filled in. @param {Found} one */
const mend = (one) =>
  one.at === "text"
    ? one.mend
    : one.mend.replace(/Delete the line (?=`)/, "Empty ").replace(/delete the line\b(?! `)/, "empty it");

/** What a problem says is missing, if that is what it says. @param {Found} one */
const lacking = (one) => one.lacks ?? (one.kind === "missing" ? one.at : "");

/**
 * The field beside which a problem is told: what is missing, beside the field that is to be filled in.
 * @param {Found} one
 */
export function fieldOf(one) {
  const name = lacking(one) || one.at;
  const fields = [...boxes.keys()];
  return fields.find((field) => field === name) ?? fields.find((field) => field.startsWith(`${name}.`)) ?? "text";
}

/** @param {Found} one */
const place = (one) => (one.line ? `Line ${one.line} of the story: ` : "");

/** What is asked for where something is missing; empty for any other problem. @param {Found} one */
function request(one) {
  const name = lacking(one);
  if (!name) return "";
  const typed = boxes.get(fieldOf(one)).querySelector("textarea, input:not([type=radio], [type=checkbox])");
  return data.requests[name] ?? (typed ? "Please fill this in." : "Please choose what fits.");
}

/** @param {Found} one */
function said(one) {
  const asked = request(one);
  if (asked) return make("p", "write__fault write__fault--ask", asked);
  const grave = one.level === "error";
  const name = grave ? "write__fault" : "write__fault write__fault--review";
  return make("p", name, grave ? "To mend: " : "To review: ", place(one), ...words(`${one.what} ${mend(one)}`));
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
  const wrong = found.some((one) => one.level === "error" && !request(one)); // what is only missing is no mistake
  if (target !== box) target.setAttribute("aria-invalid", String(wrong));
  box.classList.toggle("is-wrong", wrong);
}

/** In the order of the fields on the page, and of the lines of the story. @param {Found[]} found */
function ordered(found) {
  const fields = [...boxes.keys()];
  /** @param {Found} one */
  const rank = (one) => fields.indexOf(fieldOf(one));
  return [...found].sort((one, other) => rank(one) - rank(other) || (one.line ?? 0) - (other.line ?? 0));
}

/** How many things are open, in parts that no line breaks. @param {Found[]} found */
function counted(found) {
  const open = found.filter(request).length;
  const errors = found.filter((one) => one.level === "error").length - open;
  const reviews = found.length - open - errors;
  /** @param {number} number @param {string} one @param {string} what */
  const things = (number, one, what) => number && `${number} ${one}${number === 1 ? "" : "s"} ${what}`;
  const parts = [
    things(open, "question", "still open"),
    things(errors, "thing", "to mend"),
    things(reviews, "thing", "to look at"),
  ];
  const told = parts.filter(Boolean).join(",|") || "Nothing to mend";
  return told.split("|").flatMap((part, place) => [place ? " " : "", make("span", "write__counted", part)]);
}

/** A link to where something was found. @param {Found} one */
function leading(one) {
  const field = fieldOf(one);
  const box = boxes.get(field);
  const asked = request(one);
  const label = `${called(box)}: `;
  const link = linkTo(asked || place(one) || label, `#_${field}`);
  if (!asked) link.append(...words(one.what));
  link.addEventListener("click", (event) => {
    event.preventDefault();
    reach(box);
    const card = one.picture && box.querySelectorAll(".write__picture")[one.picture - 1];
    (card ? card.querySelector(`[data-part=${one.part}]`) : inputsOf(box)[0]).focus();
    if (one.line) choose(form.elements.text, one.line);
  });
  return link;
}

/** @param {Found[]} found */
export function summary(found) {
  document.getElementById("_found").replaceChildren(...counted(found));
  list(
    find("problems"),
    ordered(found).map((one) => make("li", "", leading(one))),
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
