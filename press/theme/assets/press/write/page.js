// The form for stories: live checks, preview, draft, and the file to take along. It sends nothing.

import { returned } from "../back.js";
import { link as linkTo, make } from "../make.js";
import * as draft from "./draft.js";
import * as given from "./given.js";
import { clean, file, line, name } from "./manuscript.js";
import { show } from "./preview.js";
import { problems } from "./rules.js";

const MOST_IN_ADDRESS = 8000; // GitHub's server takes no address longer than 8,191 bytes (github/docs issue 5136)
/** @type {StoryForm} */
const form = document.querySelector("[data-form]");
/** @param {string} name */
const find = (name) => form.querySelector(`[data-${name}]`);
/** @param {string} name */
const all = (name) => [...form.querySelectorAll(`[data-${name}]`)];
/** @type {HTMLInputElement} */
const keeps = form.querySelector("[data-keep]");
const data = await given.rules(form);
const boxes = new Map(all("field").map((box) => [box.dataset.field, box]));
const touched = new Set();
let looked = false; // whether the whole was checked once; from then on all is checked at every change
let taken = true; // whether what stands in the form was taken along or kept

const isTold = () => form.elements.kind.value !== "illustrative";
const today = () => new Date().toISOString().slice(0, 10);

/** @param {HTMLElement} box */
const inputsOf = (box) =>
  [...box.querySelectorAll("input, select, textarea")].map((one) => /** @type {HTMLInputElement} */ (one));

/**
 * What was typed, field by field, as it stands.
 * @returns {Values}
 */
function typed() {
  /** @type {Values} */
  const values = {};
  for (const [field, box] of boxes) {
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
function asked(field, box, { attribution }) {
  if (box.dataset.told !== undefined && !isTold()) return false;
  if (field === "author") return attribution !== "anonymous";
  return attribution === "named" || !["school", "profile"].includes(field);
}

/** The story: what was typed without odd signs, and nothing that is not asked for. */
function story() {
  const values = typed();
  for (const [field, box] of boxes) {
    if (!asked(field, box, values)) delete values[field];
    else if (typeof values[field] === "string")
      values[field] = field === "text" ? clean(values[field], data) : line(values[field], data);
  }
  return values;
}

/** @param {Values} values */
function put(values) {
  for (const [field, box] of boxes) {
    for (const input of inputsOf(box)) {
      if (["radio", "checkbox"].includes(input.type)) input.checked = [values[field] ?? []].flat().includes(input.value);
      else input.value = typeof values[field] === "string" ? values[field] : "";
    }
  }
}

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
function fieldOf(one) {
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
function mark(field, found) {
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

function count() {
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
  find("words").textContent = text.trim() ? `${size(text.replace(/<!--.*?-->/g, ""))} words${marked}` : "";
}

/** @param {Found[]} found */
function summary(found) {
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

/** @param {Values} values */
function ways(values) {
  const made = file(values, data);
  const called = name(values, data);
  const own = values.kind === "illustrative";
  find("get").hidden = false;
  find("file").textContent = made;
  find("name").textContent = called;
  for (const box of all("way")) box.hidden = (box.dataset.way === "public") !== own;
  const link = /** @type {HTMLAnchorElement} */ (find("github"));
  if (!link) return;
  link.hidden = !own;
  /** @param {Record<string, string>} fields */
  const address = (fields) => `${link.dataset.github}?${new URLSearchParams(fields)}`;
  const whole = address({ filename: `stories/${called}`, value: made });
  const fits = whole.length <= MOST_IN_ADDRESS;
  link.href = fits ? whole : address({ filename: `stories/${called}` });
  find("filled").hidden = !fits;
  find("empty").hidden = fits;
}

function check() {
  const before = typed();
  for (const box of all("told")) box.hidden = !isTold();
  for (const [field, box] of boxes) box.hidden = !asked(field, box, before);
  const values = story();
  const found = problems(values, data, today());
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

let waiting = 0;
/** @param {Event} [event] */
function changed(event) {
  taken = false;
  given.names(form, data, check);
  count();
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    check();
    save();
  }, 300);
  if (["kind", "attribution"].includes(/** @type {HTMLInputElement} */ (event?.target)?.name)) check();
}

let yielded = false; // whether the draft of another window stays

function save() {
  if (!keeps.checked || !draft.wanted() || yielded) return;
  yielded = draft.strange() && !confirm("Another window of this browser keeps a draft, too. Keep this one in its place?");
  if (yielded) {
    find("kept").textContent = "The draft of the other window stays. Copy the text of this one before you leave.";
    return;
  }
  taken = draft.keep(typed());
  find("kept").textContent = taken
    ? `Kept at ${new Date().toLocaleTimeString([], { hour: "numeric", minute: "2-digit" })}.`
    : "This browser keeps no drafts. Copy your text before you leave.";
}

/** @param {string} text */
const status = (text) => (find("status").textContent = text);

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
keeps.addEventListener("change", () => {
  yielded = false;
  draft.forget(!keeps.checked);
  find("kept").textContent = keeps.checked ? "" : "Nothing is kept. What you typed is gone when you close this page.";
  if (keeps.checked) save();
});
find("delete").addEventListener("click", () => {
  if (!confirm("Delete the draft and all that stands in the form?")) return;
  clearTimeout(waiting);
  draft.forget(!keeps.checked);
  put({});
  form.elements.published.value = today();
  touched.clear();
  looked = false;
  taken = true;
  for (const field of boxes.keys()) mark(field, []);
  for (const part of ["summary", "preview", "get"]) find(part).hidden = true;
  check();
  find("kept").textContent = "Nothing is kept.";
  status("The draft is deleted and the form is empty.");
});
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
  area.value = `${parts[0]}${begin}\n${parts[1].trim()}\n${end}${parts[2] || "\n"}`;
  touched.add("text");
  changed();
  return status("The passage is marked as the excerpt.");
});
find("download").addEventListener("click", () => {
  const link = make("a");
  const address = URL.createObjectURL(new Blob([file(story(), data)], { type: "text/markdown;charset=utf-8" }));
  Object.assign(link, { href: address, download: name(story(), data) }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  taken = true;
  status(`${link.download} is in your downloads.`);
});
find("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(file(story(), data));
    taken = true;
    status("The text is copied.");
  } catch {
    find("file").closest("details").open = true;
    getSelection().selectAllChildren(find("file"));
    status("Your browser doesn’t let this page copy. The text is chosen below: copy it from there.");
  }
});
window.addEventListener("beforeunload", (event) => {
  if (!taken) save();
  if (!taken) event.preventDefault(); // the browser then asks whether to leave what was typed behind
});
/** @type {Values} */
let left = null;
window.addEventListener("pagehide", () => {
  clearTimeout(waiting); // it would go on when the page comes back, and keep what is empty by then
  left = typed();
});
returned(() => {
  put(left);
  keeps.checked = draft.wanted();
  check();
});

keeps.checked = draft.wanted();
const before = draft.wanted() ? draft.read() : null;
if (before) {
  put(before);
  given.names(form, data, check);
  find("kept").textContent = "Your draft is back as you left it.";
}
if (!form.elements.published.value) form.elements.published.value = today();
check();
form.dataset.ready = "yes";
