// Keeps what stands in the form as a draft, as long as the writer wants it kept, and brings it back.

import { returned } from "../back.js";
import * as draft from "./draft.js";
import { put, typed } from "./fields.js";
import { find, form } from "./form.js";

/** @type {HTMLInputElement} */
export const keeps = form.querySelector("[data-keep]");
let isSafe = true; // whether what stands in the form was taken along or kept
let waiting = 0;

/** What stands in the form was taken along. */
export const safe = () => (isSafe = true);
/** What stands in the form was changed: it is kept once `act` is done. @param {() => void} act */
export function keepSoon(act) {
  isSafe = false;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    act();
    save();
  }, 300);
}

let yielded = false; // whether the draft of another window stays

function save() {
  if (!keeps.checked || !draft.wanted() || yielded) return;
  yielded = draft.strange() && !confirm("Another window of this browser keeps a draft, too. Keep this one in its place?");
  if (yielded) {
    find("kept").textContent = "The draft of the other window stays. Copy the text of this one before you leave.";
    return;
  }
  isSafe = draft.keep(typed());
  find("kept").textContent = isSafe
    ? `Kept at ${new Date().toLocaleTimeString([], { hour: "numeric", minute: "2-digit" })}.`
    : "This browser keeps no drafts. Copy your text before you leave.";
}

/** Leaves no trace of the draft. */
export function deleted() {
  clearTimeout(waiting);
  draft.forget(!keeps.checked);
  isSafe = true;
}

keeps.addEventListener("change", () => {
  yielded = false;
  draft.forget(!keeps.checked);
  find("kept").textContent = keeps.checked ? "" : "Nothing is kept. What you typed is gone when you close this page.";
  if (keeps.checked) save();
});

window.addEventListener("beforeunload", (event) => {
  if (!isSafe) save();
  if (!isSafe) event.preventDefault(); // the browser then asks whether to leave what was typed behind
});
/** @type {Values} */
let left = null;
window.addEventListener("pagehide", () => {
  clearTimeout(waiting); // it would go on when the page comes back, and keep what is empty by then
  left = typed();
});

/** Puts the draft into the form, and again when the page comes back by Back; then `check` is called. @param {() => void} check */
export function bringBack(check) {
  returned(() => {
    put(left);
    keeps.checked = draft.wanted();
    check();
  });
  keeps.checked = draft.wanted();
  const before = draft.wanted() ? draft.read() : null;
  if (before) {
    put(before);
    find("kept").textContent = "Your draft is back as you left it.";
  }
}
