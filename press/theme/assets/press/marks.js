// Marks the words that a search has found on the page that its result opened, until the reader takes the marks away.
import { dock, undock } from "./dock.js";
import { button, make } from "./make.js";
import { forget, taken } from "./marks-kept.js";
import { places, words } from "./marks-match.js";

const NAME = "asked";
const BLOCK = "p, li, dt, dd, td, th, h1, h2, h3, h4, h5, h6, figcaption, pre, blockquote, summary";
const APART = ".kit, .view, button, select, script, [data-pagefind-ignore]";

/** @type {HTMLElement} */
let bar;
/** @type {Marked} */
let shown;

/** Marks what was kept for this page. Where none of it is in sight, nothing happens. */
export async function show() {
  const marked = taken();
  if (!marked || JSON.stringify(marked) === JSON.stringify(shown)) return;
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true })); // all is in its place
  clear();
  const ranges = [...document.querySelectorAll(".text")].flatMap((text) => rangesIn(text, marked.wanted));
  const number = ranges.filter((range) => inSight(range.startContainer)).length;
  if (!number) return;
  shown = marked;
  paint(ranges);
  const what = make("p", "dock__what", `Your words are marked in ${number === 1 ? "1 place" : `${number} places`}.`);
  bar = make("section", "dock__bar marks", what, make("div", "dock__tools", button("Clear marks", end)));
  bar.setAttribute("aria-label", "Marked words");
  dock(bar);
}

/** @param {Node} node */
function inSight(node) {
  const around = node.parentElement;
  return !around.closest("[hidden]") && around.checkVisibility?.() !== false;
}

/** @param {Element} text @param {string[][]} wanted */
function rangesIn(text, wanted) {
  /** @type {{ block: Element, rows: { node: Text, word: string, start: number, end: number }[] }[]} */
  const blocks = [];
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    if (node.parentElement.closest(APART)) continue;
    const block = node.parentElement.closest(BLOCK) ?? text;
    if (blocks.at(-1)?.block !== block) blocks.push({ block, rows: [] });
    blocks.at(-1).rows.push(...words(node.data).map((one) => ({ node, ...one })));
  }
  return blocks.flatMap(({ rows }) => {
    const marked = places(rows.map((one) => one.word), wanted); // biome-ignore format: one thought
    return rows.filter((_, number) => marked.has(number)).map(range);
  });
}

/** @param {{ node: Text, start: number, end: number }} place */
function range({ node, start, end }) {
  const one = document.createRange();
  one.setStart(node, start);
  one.setEnd(node, end);
  return one;
}

// Where the browser can, the text is colored and the page stays as it is.
/** @param {Range[]} ranges */
function paint(ranges) {
  if (CSS.highlights) CSS.highlights.set(NAME, new Highlight(...ranges));
  else for (const one of ranges.reverse()) one.surroundContents(make("mark", NAME)); // the last first: those before it stay true
}

function clear() {
  shown = undefined;
  CSS.highlights?.delete(NAME);
  for (const mark of document.querySelectorAll(`mark.${NAME}`)) {
    const around = mark.parentElement;
    mark.replaceWith(...mark.childNodes);
    around.normalize();
  }
  if (bar) undock(bar);
  bar = undefined;
}

function end() {
  const inBar = bar.contains(document.activeElement);
  clear();
  forget();
  if (!inBar) return;
  const goal = document.querySelector(":target") ?? document.querySelector("h1"); // the button is gone
  goal.setAttribute("tabindex", "-1");
  /** @type {HTMLElement} */ (goal).focus({ preventScroll: true });
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && bar && !event.defaultPrevented && !document.querySelector("dialog[open]")) end();
});
