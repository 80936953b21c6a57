// One result as a list item. Words from the index go in as text, never as HTML.
import { link, make } from "./make.js";

/** @param {MarkedText[]} pieces */
const marked = (pieces) => pieces.map((piece) => (piece.marked ? make("mark", "", piece.text) : piece.text));

/** @param {MarkedText[]} pieces @param {string} url */
function led(pieces, url) {
  const made = link("", url);
  made.append(...marked(pieces));
  return made;
}

/** @param {Hit} page */
export function result(page) {
  const { kind, theme, state, label } = page.meta;
  const item = make("li", "hit");
  item.append(make("p", "hit__kicker", [kind, state, theme].filter(Boolean).join("\u00a0· ")));
  item.append(make("p", "hit__title", led(page.title, page.url)));
  if (label) item.append(make("p", "tn-label", label));
  item.append(make("p", "hit__words", ...marked(page.excerpt)));
  if (page.places.length) {
    const places = page.places.map((part) => make("li", "", led(part.title, part.url)));
    item.append(make("ul", "hit__places", ...places));
  }
  return item;
}
