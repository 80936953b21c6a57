// Compiles what the form looks for before anything is typed, in pieces between which the browser can do what it is asked.

import { compile } from "./manuscript.js";
import { searchOf } from "./noted.js";

const SAMPLES = ["Test data, 1 of 2.", "“Test data”, 1 of 2."]; // a browser compiles once for each sort of text: Latin-1, and others
const MOST = 16; // milliseconds of work before the browser has its turn
const rest = () =>
  new Promise((done) => (globalThis.requestIdleCallback ? requestIdleCallback(done, { timeout: 200 }) : setTimeout(done)));

/** All that is looked for in a story. @param {Rules} data @returns {Generator<RegExp>} */
export function* searches(data) {
  for (const note of data.noted) yield searchOf(note);
  const { names, places, personal } = data;
  for (const pattern of [...Object.values(names.patterns), ...Object.values(names.tables).flat()]) yield compile(pattern, "g");
  for (const pattern of Object.values(places.patterns)) yield compile(pattern, "g");
  for (const [, pattern] of personal.kinds) yield compile(pattern, "g");
}

/** Does the work, a search at a time. @param {Rules} data */
export async function ready(data) {
  let began = performance.now();
  for (const search of searches(data)) {
    for (const sample of [...SAMPLES, ...SAMPLES]) {
      sample.replace(search, ""); // twice: a browser compiles anew what is used again
      if (performance.now() - began < MOST) continue;
      await rest();
      began = performance.now();
    }
  }
}
