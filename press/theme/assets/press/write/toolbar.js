// The buttons above the story, and what is pasted into it: both write the form's marks, and undo takes them back.

import { change } from "./edit.js";
import { fromPlain, fromTree, hasMarks } from "./paste.js";
import { isOn, toggled } from "./toggle.js";

/** @typedef {import("./toggle.js").Mark} Mark */

/** What stands in the clipboard, in the form's marks. @param {DataTransfer} given */
function read(given) {
  const html = given.getData("text/html");
  if (hasMarks(html)) return fromTree(new DOMParser().parseFromString(html, "text/html").body);
  return fromPlain(given.getData("text/plain"));
}

/** @param {ClipboardEvent} event */
function pasted(event) {
  const area = /** @type {HTMLTextAreaElement} */ (event.target);
  const made = read(event.clipboardData);
  if (!made || made === event.clipboardData.getData("text/plain")) return; // the browser does that by itself
  event.preventDefault();
  const { value, selectionStart: from, selectionEnd: to } = area;
  const isWithin = from > 0 && value[from - 1] !== "\n";
  const text = isWithin && /^(?:\s*(?:- |\d+\. )|## |> )/.test(made) ? `\n${made}` : made; // such marks begin a line
  change(area, { from, to, text, start: from + text.length, end: from + text.length });
}

/**
 * Lets the buttons of the bar change the text, and what is pasted keep its lists.
 * @param {HTMLElement} bar
 * @param {HTMLTextAreaElement} area
 */
export function equip(bar, area) {
  const buttons = [...bar.querySelectorAll("button")];
  /** @param {HTMLButtonElement} button */
  const markOf = (button) => /** @type {Mark} */ (button.dataset.format);
  const renew = () => {
    for (const button of buttons) {
      const on = isOn(area.value, area.selectionStart, area.selectionEnd, markOf(button));
      button.setAttribute("aria-pressed", String(on));
    }
  };
  /** @param {Mark} mark */
  const press = (mark) => {
    change(area, toggled(area.value, area.selectionStart, area.selectionEnd, mark));
    renew();
  };
  /** One button can be reached by Tab, the others by the arrows from there. @param {HTMLButtonElement} here */
  const rove = (here) => {
    for (const button of buttons) button.tabIndex = button === here ? 0 : -1;
  };
  for (const button of buttons) {
    button.addEventListener("click", () => press(markOf(button)));
    button.addEventListener("focus", () => rove(button));
    button.addEventListener("pointerdown", (event) => event.preventDefault()); // the text keeps the cursor, and a phone its keys
  }
  rove(buttons[0]);
  bar.addEventListener("keydown", (event) => {
    const here = buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    const last = buttons.length - 1;
    const next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[(next + buttons.length) % buttons.length].focus();
  });
  area.addEventListener("keydown", (event) => {
    const mark = /** @type {Mark} */ ({ b: "strong", i: "em" }[event.key.toLowerCase()]);
    if (!mark || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    press(mark);
  });
  for (const name of ["input", "keyup", "pointerup", "focus", "select"]) area.addEventListener(name, renew);
  area.addEventListener("paste", pasted);
}
