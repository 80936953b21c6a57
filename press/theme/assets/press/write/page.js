// The form for stories: live checks, preview, draft, and the file to take along. It sends nothing.

import { asked, isTold, put, story, typed } from "./fields.js";
import { all, boxes, data, find, form, status, today } from "./form.js";
import { bringBack, deleted, keepSoon, keeps, safe } from "./keeping.js";
import { inForm } from "./picture-rules.js";
import { show } from "./preview.js";
import { problems } from "./rules.js";
import { takes, ways } from "./take.js";
import { count, marks } from "./text.js";
import { fieldOf, mark, summary } from "./told.js";
import { equip } from "./toolbar.js";

const touched = new Set();
let looked = false; // whether the whole was checked once; from then on all is checked at every change

function check() {
  const before = typed();
  for (const box of all("told")) box.hidden = !isTold();
  for (const [field, box] of boxes) box.hidden = !asked(field, box, before);
  const values = story();
  const found = problems(values, data, today()).map(inForm);
  for (const field of boxes.keys()) {
    const own = found.filter((one) => fieldOf(one) === field);
    if (looked || touched.has(field)) mark(field, own);
  }
  count();
  if (!looked) return;
  summary(found);
  show(find("preview"), values, data);
  ways(values);
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
  const input = /** @type {HTMLInputElement} */ (event.target);
  const next = /** @type {Node} */ (event.relatedTarget);
  /** @type {HTMLElement} */
  const box = input.closest("[data-field]");
  if (!box || box.contains(next)) return;
  if (!input.value && !touched.has(box.dataset.field)) return; // who only passes by is told nothing
  touched.add(box.dataset.field);
  if (find("problems").contains(next))
    setTimeout(check); // once the focus has arrived there
  else check();
});
find("check").addEventListener("click", () => {
  looked = true;
  check();
  find("summary").focus();
});
find("delete").addEventListener("click", () => {
  if (!confirm("Delete the draft and all that stands in the form?")) return;
  deleted();
  put({});
  form.elements.published.value = today();
  touched.clear();
  looked = false;
  for (const field of boxes.keys()) mark(field, []);
  for (const part of ["summary", "preview", "get"]) find(part).hidden = true;
  check();
  find("kept").textContent = "Nothing is kept.";
  status("The draft is deleted and the form is empty.");
});
marks(() => {
  touched.add("text");
  changed();
});
equip(find("marks"), form.elements.text);
takes(safe);

bringBack(check);
if (!form.elements.published.value) form.elements.published.value = today();
check();
form.dataset.ready = "yes";
