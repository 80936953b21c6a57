// The form for stories: live checks, preview, draft, and the file to take along. It sends nothing.

import { isAsked, isFor } from "./asked.js";
import { put, story, typed } from "./fields.js";
import { all, boxes, data, find, form, inputsOf, ownDay, status, today } from "./form.js";
import { lists } from "./given.js";
import { bringBack, deleted, keepSoon, keeps, safe } from "./keeping.js";
import { inForm } from "./picture-rules.js";
import { show } from "./preview.js";
import { ready } from "./ready.js";
import { problems } from "./rules.js";
import { renew, returns, walk } from "./steps.js";
import { takes, ways } from "./take.js";
import { count, marks } from "./text.js";
import { fieldOf, mark, summary } from "./told.js";
import { equip } from "./toolbar.js";

const left = new Set(); // the fields that were filled in and left: of these it is told what is wrong
let looked = false; // whether the whole was checked once; from then on all is checked at every change
let isPressed = false; // whether a finger or a button is down: what one is about to press must not move away
let isDue = false; // whether the check waits for that

/** Shows what is asked for of the kind of story that was chosen. @param {Values} values */
function fit(values) {
  for (const part of all("kinds")) part.hidden = !isFor(part.dataset.kinds, values);
  for (const [field, box] of boxes) box.hidden = !isAsked(field, box.dataset.kinds, values, data);
  renew();
}

function check() {
  fit(typed());
  const values = story();
  if (values.title || values.summary || values.text) lists(form, data, check, () => (find("unlooked").hidden = false));
  if (data.lists) find("unlooked").hidden = true;
  const found = problems(values, data, today())
    .map(inForm)
    .filter((one) => !boxes.get(fieldOf(one)).hidden);
  for (const field of boxes.keys()) {
    const own = found.filter((one) => fieldOf(one) === field);
    if (looked || left.has(field)) mark(field, own);
  }
  count();
  if (!looked) return;
  summary(found);
  show(find("preview"), values, data);
  ways(values);
}

/** The questions that follow hang on the kind of story, so it is asked for before all of them. */
function hasKind() {
  if (form.elements.kind.value) return true;
  left.add("kind");
  check();
  inputsOf(boxes.get("kind"))[0].focus();
  return false;
}

/** @param {Event} [event] */
function changed(event) {
  count();
  keepSoon(check);
  if (["kind", "attribution"].includes(/** @type {HTMLInputElement} */ (event?.target)?.name)) check();
}

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", (event) => event.target !== keeps && changed(event));
form.addEventListener("focusout", (event) => {
  const next = /** @type {Node} */ (event.relatedTarget);
  /** @type {HTMLElement} */
  const box = /** @type {Element} */ (event.target).closest("[data-field]");
  if (!box || box.contains(next)) return;
  const { field } = box.dataset;
  if (!typed()[field].length && !left.has(field)) return; // who only passes by is told nothing
  left.add(field);
  if (isPressed) isDue = true;
  else if (find("problems").contains(next))
    setTimeout(check); // once the focus has arrived there
  else check();
});
addEventListener("online", check); // what was not looked for without a network
addEventListener("pointerdown", () => (isPressed = true), true);
for (const end of ["pointerup", "pointercancel"]) {
  addEventListener(end, () => {
    if (isDue) setTimeout(check); // once the click is over
    isPressed = isDue = false;
  });
}
find("check").addEventListener("click", () => {
  looked = true;
  returns(true);
  check();
  find("summary").focus();
});
/** Another story, or none, stands in the form now: nothing was looked at yet. */
function begin() {
  if (!form.elements.published.value) form.elements.published.value = ownDay();
  left.clear();
  looked = false;
  for (const field of boxes.keys()) mark(field, []);
  for (const part of ["summary", "preview", "get"]) find(part).hidden = true;
  returns(false);
  check();
}

find("delete").addEventListener("click", () => {
  if (!confirm("Delete the draft and all that stands in the form?")) return;
  deleted();
  put({});
  begin();
  find("kept").textContent = "Nothing is kept.";
  status("The draft is deleted and the form is empty.");
});
marks(() => {
  left.add("text");
  changed();
});
equip(find("marks"), form.elements.text);
takes(safe);

await bringBack(check, begin);
if (!form.elements.published.value) form.elements.published.value = ownDay();
fit(typed());
walk(hasKind);
await ready(data);
check();
form.dataset.ready = "yes";
