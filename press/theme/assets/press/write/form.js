// The form itself, and what its parts share: its fields, and the program's rules.

import { rules } from "./given.js";

/** @type {StoryForm} */
export const form = document.querySelector("[data-form]");
/** @param {string} name */
export const find = (name) => form.querySelector(`[data-${name}]`);
/** @param {string} name */
export const all = (name) => [...form.querySelectorAll(`[data-${name}]`)];
export const boxes = new Map(all("field").map((box) => [box.dataset.field, box]));
export const data = await rules(form);

/** @param {number} time */
const dayOf = (time) => new Date(time).toISOString().slice(0, 10);
/** The program's day, by which it weighs what is dated (UTC). */
export const today = () => dayOf(Date.now());
/** The writer's own day, which in the evening is not the program's; that one, where the writer's is ahead of it. */
export const ownDay = () => dayOf(Date.now() - Math.max(0, new Date().getTimezoneOffset()) * 60_000);
let said = 0;
/** Says something for a while, to screen readers alone unless `shown`: it would lie over the form. @param {string} text */
export function status(text, shown = true) {
  clearTimeout(said);
  find("status").classList.toggle("words-only", !shown);
  find("status").textContent = text;
  said = setTimeout(() => (find("status").textContent = ""), 12_000);
}

/** @param {HTMLElement} box */
export const inputsOf = (box) =>
  [...box.querySelectorAll("input, select, textarea")].map((one) => /** @type {HTMLInputElement} */ (one));
