// The form in steps, where the screen is narrow: one is shown at a time, and it is said which. The browser's Back leads to the step
// before. A wide screen shows all of them.

import { make } from "../make.js";
import { all, find, form } from "./form.js";

const NARROW = matchMedia("(max-width: 59.99rem)"); // as in write.css
const steps = all("step");
let current = 0;
let canReturn = false; // whether the last step has something to come back to

/** The steps that the kind of story has, by their places among all. */
const open = () => steps.flatMap((step, place) => (step.hidden ? [] : [place]));

/** Offers a short way to the last step, or no longer. @param {boolean} can */
export function returns(can) {
  canReturn = can;
  renew();
}

/** Says which step is shown, and of how many. */
export function renew() {
  const places = open();
  if (!places.includes(current)) current = places.findLast((place) => place < current);
  const number = places.indexOf(current);
  const next = steps[places[number + 1]];
  steps.forEach((step, place) => {
    step.classList.toggle("is-current", place === current);
  });
  form.classList.toggle("is-between", number > 0 && !!next);
  find("step-number").textContent = `Step ${number + 1} of ${places.length}:`;
  find("step-title").textContent = steps[current].dataset.step;
  find("bar").replaceChildren(...places.map((_, place) => make("span", place <= number ? "is-done" : "")));
  find("back").hidden = !number;
  find("next").hidden = !next;
  find("last").hidden = !next || !canReturn;
  if (next) find("next").textContent = `Next: ${next.dataset.step}`;
}

/** Shows a step, and leads whoever hears the page to its beginning. @param {number} place */
function show(place) {
  current = place;
  renew();
  find("progress").focus({ preventScroll: true });
  find("progress").scrollIntoView();
}

/** Goes on to a step, so that the browser's Back leads back from it. @param {number} place */
function go(place) {
  history.pushState({ ...history.state, part: place, from: current }, "");
  show(place);
}

function back() {
  const places = open();
  const before = places[places.indexOf(current) - 1];
  if (history.state?.part === current && history.state.from === before) history.back();
  else go(before);
}

/** Shows the step that an element stands in, if it is not in sight. @param {Element} element */
export function reach(element) {
  const place = steps.indexOf(element.closest("[data-step]"));
  if (place === current) return;
  if (NARROW.matches) go(place);
  else current = place;
}

/**
 * Puts the form into steps; `mayGo` says whether a step may be left for the next one.
 * @param {() => boolean} mayGo
 */
export function walk(mayGo) {
  form.classList.add("write--steps");
  current = history.state?.part ?? 0;
  renew();
  find("next").addEventListener("click", () => mayGo() && go(open().find((place) => place > current)));
  find("back").addEventListener("click", back);
  find("last").addEventListener("click", () => go(open().at(-1)));
  addEventListener("popstate", () => {
    const place = history.state?.part ?? 0;
    if (place !== current && NARROW.matches) show(place);
  });
  form.addEventListener("focusin", (event) => {
    const place = steps.indexOf(/** @type {Element} */ (event.target).closest("[data-step]"));
    if (place < 0 || place === current) return; // a window that is made narrow then shows where one writes
    current = place;
    renew();
  });
}
