// Keeps what stands in the form as a draft, as long as the writer wants it kept, and brings it back.

import { returned } from "../back.js";
import { list } from "./choose.js";
import * as draft from "./draft.js";
import { put, typed } from "./fields.js";
import { boxes, find, form, inputsOf, status } from "./form.js";
import { hold, letGo, open } from "./tabs.js";

/** @type {HTMLInputElement} */
export const keeps = form.querySelector("[data-keep]");
let isSafe = true; // whether what stands in the form was taken along or kept
let waiting = 0;
let renewed = () => {}; // what is to be done once another draft stands in the form

/** @param {string} words */
const kept = (words) => (find("kept").textContent = words);

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

function save() {
  if (!keeps.checked || !draft.wanted()) return;
  const before = draft.current();
  isSafe = draft.keep(typed());
  if (isSafe && draft.current() !== before) hold(draft.current());
  if (!isSafe) status("This browser keeps no drafts. Copy your text before you leave.");
  kept(
    isSafe
      ? `Kept at ${new Date().toLocaleTimeString([], { hour: "numeric", minute: "2-digit" })}.`
      : "This browser keeps no drafts. Copy your text before you leave.",
  );
}

/** Leaves no trace of the draft. */
export function deleted() {
  clearTimeout(waiting);
  draft.forget(!keeps.checked);
  letGo();
  isSafe = true;
}

/** Puts a draft into the form; what stands there is kept before that. @param {string} name */
function goOn(name) {
  clearTimeout(waiting);
  if (!isSafe) save();
  if (!isSafe && !confirm("What you typed here is not kept. Go on with the other story all the same?")) return;
  const values = draft.take(name);
  if (!values) return;
  hold(name, true); // the other tab lets go of it when it learns of this
  put(values);
  isSafe = true;
  find("drafts").hidden = true;
  kept("Your draft is back as you left it.");
  status("Your draft is back as you left it.");
  renewed();
}

/** Shows the other drafts, under a heading; at the beginning one may choose none of them. @param {string} heading */
async function offer(heading, atBeginning = true) {
  document.getElementById("_drafts").textContent = heading;
  find("new").hidden = !atBeginning;
  if (list(await open(), goOn, draft.current()) && atBeginning)
    status("Drafts are kept in this browser. Choose above which to go on with.", false);
}

keeps.addEventListener("change", () => {
  draft.forget(!keeps.checked);
  letGo();
  kept(keeps.checked ? "" : "Nothing is kept. What you typed is gone when you close this page.");
  if (keeps.checked) save();
  else offer("Other drafts are still kept in this browser", false); // on a shared computer they are to go, too
});
find("new").addEventListener("click", () => {
  find("drafts").hidden = true;
  status("");
  const [first] = boxes.values();
  inputsOf(first)[0].focus();
});

/** What another tab did: it went on with this tab's draft, or wants none to be kept. */
function noticed() {
  if (keeps.checked && !draft.wanted()) kept("The tick was taken away in another tab. Nothing more is kept.");
  keeps.checked = draft.wanted();
  if (!draft.isLost()) return;
  letGo();
  const words = "You went on with this draft in another tab. What you change here is kept as a draft of its own.";
  kept(words);
  status(words);
}
window.addEventListener("storage", noticed);

window.addEventListener("beforeunload", (event) => {
  if (!isSafe) save();
  if (!isSafe) event.preventDefault(); // the browser then asks whether to leave what was typed behind
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden && !isSafe) save(); // another tab may go on with the draft now, and a phone may end this one unasked
});
/** @type {Values} */
let left = null;
window.addEventListener("pagehide", () => {
  clearTimeout(waiting); // it would go on when the page comes back, and keep what is empty by then
  left = typed();
  letGo();
});

/**
 * Brings this tab's draft back, or the only one that no tab shows; else asks which. `back` is called when the page comes back by
 * Back, `other` once another draft stands in the form.
 * @param {() => void} back
 * @param {() => void} other
 */
export async function bringBack(back, other) {
  renewed = other;
  returned(() => {
    put(left);
    noticed();
    if (draft.current()) hold(draft.current());
    back();
  });
  keeps.checked = draft.wanted();
  const own = draft.before();
  const others = draft.drafts();
  const shown = await open();
  const only = others.length === 1 && shown && !shown.has(others[0].name) ? others[0].name : null;
  const name = own ?? only;
  if (name && draft.wanted() && (await hold(name)) && isSafe) {
    put(draft.take(name) ?? {});
    kept("Your draft is back as you left it.");
  } else if (others.length) {
    letGo();
    if (!draft.current()) draft.leave();
    await offer("Which story do you want to go on with?");
  }
}
