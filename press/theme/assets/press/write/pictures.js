// The form's part for pictures: each has a card with what the story says of it, and a line in the text where it is shown.

import { make } from "../make.js";
import { change } from "./edit.js";
import { data, find, form } from "./form.js";
import { drawn, forget, keep, prepared, Refused, taken } from "./picture-files.js";

/** @typedef {{ file: string; element: HTMLElement }} Card */

const box = find("pictures");
const chooser = /** @type {HTMLInputElement} */ (find("files"));
const area = form.elements.text;
/** @type {Card[]} */
let cards = [];
let made = 0; // cards so far: the fields of each have names of their own
let hasBeenIn = false; // whether the cursor was in the text; if not, a picture comes last
/** @type {Card} */
let again = null; // the card whose file is chosen anew

/** @param {Card} card @param {string} name */
const partsOf = ({ element }, name) =>
  [...element.querySelectorAll(`[data-part=${name}]`)].map((one) => /** @type {HTMLInputElement} */ (one));
/** @param {Card} card @param {string} name */
const part = (card, name) => card.element.querySelector(`[data-${name}]`);
const changed = () => box.dispatchEvent(new Event("input", { bubbles: true }));

/** The pictures as they stand in the form. @returns {Picture[]} */
export function chosen() {
  return cards.map((card) => {
    /** @param {string} name */
    const text = (name) => partsOf(card, name)[0].value;
    const people = partsOf(card, "people").find((one) => one.checked)?.value ?? "";
    const agreed = people === "yes" ? text("people_consent") : "";
    const mark = taken(card.file)?.mark;
    const fields = { words: text("words"), people, people_consent: agreed, credit: text("credit") };
    return { file: card.file, ...fields, there: Boolean(mark), mark };
  });
}

/** Puts the pictures of a draft into the form: their words alone, where their files are gone. @param {Picture[]} [pictures] */
export function put(pictures) {
  const list = (Array.isArray(pictures) ? pictures : []).filter((picture) => typeof picture?.file === "string");
  for (const { file } of cards) {
    const mark = taken(file)?.mark;
    if (!list.some((picture) => picture.file === file && picture.mark === mark)) forget(file);
  }
  cards = [];
  box.replaceChildren();
  for (const picture of list) add(picture);
}

/** @param {Picture} picture */
function add(picture) {
  const whole = /** @type {HTMLTemplateElement} */ (/** @type {unknown} */ (find("card"))).content.cloneNode(true);
  const element = /** @type {HTMLElement} */ (/** @type {DocumentFragment} */ (whole).firstElementChild);
  const card = { file: picture.file, element };
  made += 1;
  for (const field of element.querySelectorAll(".write__field")) {
    const [label, hint, input] = ["label", ".write__hint", ":scope > input, textarea"].map((one) => field.querySelector(one));
    if (input && label) {
      input.id = `_picture-${made}-${input.dataset.part}`;
      /** @type {HTMLLabelElement} */ (label).htmlFor = input.id;
      hint.id = `_hint-${input.id}`;
      input.setAttribute("aria-describedby", hint.id);
    }
  }
  for (const name of ["words", "people_consent", "credit"])
    partsOf(card, name)[0].value = String(picture[/** @type {keyof Picture} */ (name)] ?? "");
  for (const one of partsOf(card, "people")) {
    one.name = `picture-${made}-people`;
    one.checked = one.value === picture.people;
  }
  element.addEventListener("change", () => ask(card));
  part(card, "drop").addEventListener("click", () => drop(card));
  part(card, "place").addEventListener("click", () => place(card.file));
  part(card, "again").addEventListener("click", () => choose(card));
  cards.push(card);
  box.append(element);
  ask(card);
  renew();
  return card;
}

/** The number of a consent is asked for where people can be seen. @param {Card} card */
function ask(card) {
  part(card, "agreed").hidden = !partsOf(card, "people").some((one) => one.checked && one.value === "yes");
}

/** Says of each card which picture it is, and shows it. */
function renew() {
  for (const [number, card] of cards.entries()) {
    const file = taken(card.file);
    part(card, "called").textContent = `Picture ${number + 1}`;
    const group = card.element.querySelector("[role=group]");
    group.setAttribute("aria-label", `Picture ${number + 1}`);
    part(card, "about").textContent = file
      ? `${card.file}. ${file.about}`
      : `${card.file}. A draft keeps no pictures, only what you wrote about them. Choose its file again.`;
    part(card, "again").textContent = file ? "Choose another file" : "Choose its file again";
    const shown = drawn(card.file);
    shown?.setAttribute("aria-hidden", "true");
    part(card, "shown").replaceChildren(...(shown ? [shown] : []));
  }
}

/** @param {string} ending */
function freeName(ending) {
  const used = new Set(cards.map(({ file }) => file.replace(/\.\w+$/, "")));
  let number = 1;
  while (used.has(`picture-${number}`)) number += 1;
  return `picture-${number}.${ending}`;
}

/** @param {string} file */
const lineOf = (file) => {
  const lines = area.value.split("\n");
  const at = lines.findIndex((line) => line.trim().startsWith("![") && line.trim().endsWith(`](${file})`));
  const from = lines.slice(0, at).join("\n").length + (at > 0 ? 1 : 0);
  return at < 0 ? null : { from, to: from + lines[at].length, text: lines[at] };
};

/** Takes the line away that shows the picture. @param {string} file */
function unplace(file) {
  const line = lineOf(file);
  if (!line) return;
  const from = line.to < area.value.length ? line.from : Math.max(0, line.from - 1);
  const to = Math.min(area.value.length, line.to + 1);
  const cursor = Math.max(from, area.selectionEnd - (area.selectionEnd > line.from ? to - from : 0));
  change(area, { from, to, text: "", start: cursor, end: cursor });
}

/** Puts the line that shows the picture below the one where the cursor is. @param {string} file */
function place(file) {
  const line = lineOf(file)?.text ?? `![](${file})`;
  unplace(file);
  const at = area.value.indexOf("\n", hasBeenIn ? area.selectionEnd : area.value.length);
  const from = at < 0 ? area.value.length : at;
  const text = (from === 0 || area.value[from - 1] === "\n" ? "" : "\n") + line;
  change(area, { from, to: from, text, start: from + text.length, end: from + text.length });
}

/** @param {Card} card */
function drop(card) {
  unplace(card.file);
  forget(card.file);
  cards = cards.filter((one) => one !== card);
  card.element.remove();
  renew();
  changed();
  find("choose").focus();
}

/** @param {Card} [card] */
function choose(card = null) {
  again = card;
  chooser.multiple = !card;
  chooser.click();
}

/** The chosen file takes the place of a card's. @param {Card} card @param {import("./picture-files.js").Taken} file */
function replace(card, file) {
  const name = card.file.replace(/\w+$/, file.ending);
  const line = lineOf(card.file);
  if (name !== card.file && line)
    change(area, { ...line, text: line.text.replace(card.file, name), start: line.from, end: line.from });
  forget(card.file);
  card.file = name;
  keep(name, file);
}

/**
 * Takes files as pictures of the story; what can't be taken is told.
 * @param {File[]} files
 */
export async function take(files) {
  const refused = find("refused");
  const card = again;
  again = null;
  refused.replaceChildren(make("p", "write__hint", files.length > 1 ? "Reading the pictures …" : "Reading the picture …"));
  /** @type {HTMLElement[]} */
  const told = [];
  /** @type {Card} */
  let first = null;
  for (const file of files) {
    try {
      const picture = await prepared(file, data);
      if (card) {
        replace(card, picture);
        first = card;
        continue;
      }
      const name = freeName(picture.ending);
      keep(name, picture);
      first ??= add({ file: name, people: "" });
      if (first.file !== name) add({ file: name, people: "" });
      place(name);
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      told.push(make("p", "write__fault", `${file.name}: ${fault.message}`));
    }
  }
  refused.replaceChildren(...told);
  renew();
  changed();
  if (first) partsOf(first, "words")[0].focus();
}

/** @param {DataTransfer | null} given */
const filesOf = (given) => [...(given?.files ?? [])];
area.addEventListener("focus", () => (hasBeenIn = true));
find("choose").addEventListener("click", () => choose());
chooser.addEventListener("change", () => {
  const files = [...chooser.files];
  chooser.value = ""; // so that the same file can be chosen twice
  if (files.length) take(files);
});
/** @type {HTMLElement[]} */
const places = [area, box.closest("fieldset")];
for (const place of places) {
  place.addEventListener("dragover", (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
  place.addEventListener("drop", (event) => {
    const files = filesOf(event.dataTransfer);
    if (!files.length) return;
    event.preventDefault();
    take(files);
  });
}
area.addEventListener("paste", (event) => {
  const files = filesOf(event.clipboardData);
  if (!files.length || event.clipboardData.getData("text/plain")) return; // Word gives a picture of its words as well
  event.preventDefault();
  take(files);
});
