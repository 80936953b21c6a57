// One result as a list item. Words from the index go in as text, never as HTML.
import { link, make } from "./make.js";

/** @type {Record<string, string>} */
const PLAIN = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'", "&nbsp;": " ", "&amp;": "&" };

// Pagefind marks the words found with <mark>; every second piece is one of them.
/** @param {string} excerpt */
function marked(excerpt) {
  return excerpt.split(/<\/?mark>/).map((piece, number) => {
    const text = piece.replace(/&(lt|gt|quot|#39|#x27|nbsp|amp);/g, (code) => PLAIN[code]);
    return number % 2 ? make("mark", "", text) : text;
  });
}

// An excerpt is cut out of running text: say so where it does not begin or end a sentence.
/** @param {string} excerpt */
function cut(excerpt) {
  const text = excerpt.replace(/<\/?mark>/g, "").trim();
  return (/^[a-z,;)]/.test(text) ? "… " : "") + excerpt + (/[.?!”"]$/.test(text) ? "" : "\u00a0…");
}

/** @param {Hit} page */
export function result(page) {
  const { title, kind, theme, state, label } = page.meta;
  const item = make("li", "hit");
  item.append(make("p", "hit__kicker", [kind, state, theme].filter(Boolean).join(" · ")));
  item.append(make("p", "hit__title", link(title, page.url)));
  if (label) item.append(make("p", "tn-label", label));
  item.append(make("p", "hit__words", ...marked(cut(page.excerpt))));
  const parts = (page.sub_results ?? []).filter((part) => part.url !== page.url && part.title !== title).slice(0, 3);
  if (parts.length) {
    const places = parts.map((part) => make("li", "", link(part.title.replace(/\s+/g, " "), part.url)));
    item.append(make("ul", "hit__places", ...places));
  }
  return item;
}
