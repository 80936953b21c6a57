// Makes elements of the text of a story, for the preview: words alone, so that nothing that was typed is taken for HTML.

import { link, make } from "../make.js";
import { pieces } from "./inline.js";
import { blocks } from "./manuscript.js";
import { drawn } from "./picture-files.js";
import { typeset, typesetPieces } from "./typographer.js";

/** @param {string} text @param {Rules} data */
function words(text, data) {
  return typesetPieces(pieces(text, data), data).map((piece) => {
    if (piece.marks === "*") return make("em", "", piece.text);
    if (piece.marks) return make("strong", "", piece.marks === "**" ? piece.text : make("em", "", piece.text));
    if (!piece.href) return piece.text;
    return link(piece.text, /^https?:/.test(piece.href) ? piece.href : `../../glossary/#${piece.href.split("#")[1]}`);
  });
}

/** With who made it below, as on the page. @param {Block} block @param {Picture[]} pictures @param {Rules} data */
function picture({ text, file }, pictures, data) {
  const canvas = drawn(file);
  if (!canvas) return make("p", "write__mark", `Picture ${file}: ${text}`);
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", text || `${file}, without words yet`);
  const credit = pictures.find((one) => one.file === file)?.credit;
  return make("p", "", canvas, ...(credit ? [make("small", "tn-credit", typeset(credit, data))] : []));
}

/**
 * The lists of items that follow one another, a list in a list inside the item above it.
 * @param {Block[]} items
 * @param {Rules} data
 */
function lists(items, data) {
  /** @type {HTMLElement[]} */
  const made = [];
  /** @type {HTMLElement[]} */
  let open = [];
  for (const { kind, depth, number, text } of items) {
    const tag = kind === "number" ? "ol" : "ul";
    open = open.slice(0, depth + 1);
    if (open[depth]?.localName !== tag) {
      open[depth] = make(tag);
      if (tag === "ol" && depth === 0) /** @type {HTMLOListElement} */ (open[depth]).start = number;
      if (depth) open[depth - 1].lastElementChild.append(open[depth]);
      else made.push(open[depth]);
    }
    open[depth].append(make("li", "", ...words(text, data)));
  }
  return made;
}

/**
 * The elements of a story's text.
 * @param {string} typed
 * @param {Picture[]} pictures
 * @param {Rules} data
 */
export function text(typed, pictures, data) {
  /** @type {HTMLElement[]} */
  const made = [];
  const all = blocks(typed, data);
  for (let place = 0; place < all.length; place += 1) {
    const block = all[place];
    const { kind } = block;
    /** @param {string[]} kinds */
    const run = (...kinds) => {
      const end = all.findIndex((one, other) => other > place && !kinds.includes(one.kind));
      const found = all.slice(place, end < 0 ? all.length : end);
      place += found.length - 1;
      return found;
    };
    if (kind === "break") made.push(make("hr"));
    else if (kind === "mark")
      made.push(make("p", "write__mark", block.text === data.text.marks[0] ? "Excerpt begins" : "Excerpt ends"));
    else if (kind === "picture") made.push(picture(block, pictures, data));
    else if (kind === "quote")
      made.push(make("blockquote", "", ...run("quote").map((one) => make("p", "", ...words(one.text, data)))));
    else if (kind === "item" || kind === "number") made.push(...lists(run("item", "number"), data));
    else made.push(make(kind === "heading" ? "h4" : "p", "", ...words(block.text, data)));
  }
  return made;
}
