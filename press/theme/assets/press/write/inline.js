// Turns a line that was typed into its words, links and bold or slanted words, and into Markdown. Whatever else Markdown would
// act on is marked to stay as it was typed.

import { withAddresses } from "./addresses.js";

const WEB = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w./~%#?=+:,;!-]*)?$/i;
/** Whether a link may lead there: to the web, by an address without signs that Markdown would take for its own. @param {string} address */
export const isWeb = (address) => WEB.test(address);
const LINK = /\[([^[\]\n]+)\]\(([^\s()<>]+)\)/g;
// Such stars as every reader of Markdown takes for marks: between spaces or punctuation, with no space inside. A lone star in
// brackets or behind a word is a note's sign, and a price or a product has none of these.
const MARKED =
  /(?<=^|[\s\p{P}])(?<![*_\\])(\*{1,3})((?![\s*\p{Pe}\p{Pf}.,;:!?])[^*]*(?<![\s\p{Ps}\p{Pi}]))\1(?=$|[\s\p{P}])(?![*_])/gu;

// An address in pointed brackets ends with them, as whoever writes them means it.
// The sign first, then what stands before it: the other way round, each sign of a long word would be gone back from.
const POINTED = /(?=>)(?<=<https?:\/\/[^\s<>]*)/gi;
/** @param {string} text */
const addressed = (text) => (text.includes("<") ? text.split(POINTED) : [text]).flatMap(withAddresses);

/** @param {string} text @returns {Piece[]} */
function withMarks(text) {
  /** @type {Piece[]} */
  const found = [];
  let end = 0;
  for (const { 0: whole, 1: marks, 2: words, index } of text.matchAll(MARKED)) {
    found.push(...addressed(text.slice(end, index)), { text: words, marks });
    end = index + whole.length;
  }
  return [...found, ...addressed(text.slice(end))];
}

/**
 * A block's words, links and marked words, in order. A link is one only to the web or to the glossary, or a web address that
 * stands bare; anything else stays as typed.
 * @param {string} text
 * @param {Pick<Rules, "targets">} data
 * @returns {Piece[]}
 */
export function pieces(text, data) {
  const found = [];
  let end = 0;
  for (const link of text.matchAll(LINK)) {
    if (text[link.index - 1] === "!" || !(WEB.test(link[2]) || data.targets.includes(link[2]))) continue;
    found.push(...withMarks(text.slice(end, link.index)), { text: link[1], href: link[2] });
    end = link.index + link[0].length;
  }
  return [...found, ...withMarks(text.slice(end))].filter((piece) => piece.text);
}

/** A block's words as they are read. @param {string} text @param {Pick<Rules, "targets">} data */
export const spoken = (text, data) =>
  pieces(text, data)
    .map((piece) => piece.text)
    .join("");

// Marks of Markdown, of what else GitHub draws, and of what other programs would act on; a price stays a price.
const MARKS = /[\\`*_[\]<~{}|^]|(?<=[\w.+-])@(?=\w)|\$(?=[^\s\d])|&(?=#|\w)|(?<=https?|ftp|mailto|xmpp):|(?<=www)\./gi;
/** Words that Markdown takes for nothing else. @param {string} text */
export const plain = (text) => text.replace(MARKS, "\\$&");

/** @param {Piece} piece */
function written({ text, href, isBare, marks = "" }) {
  if (!href) return marks + plain(text) + marks;
  if (isBare && text === href) return `<${href}>`;
  return isBare ? `[${plain(text).replace(/[-'"]/g, "\\$&")}](<${href}>)` : `[${plain(text)}](${href})`;
}

/** A block's words as Markdown. @param {string} text @param {Pick<Rules, "targets">} data */
export function inline(text, data) {
  return pieces(text, data)
    .map(written)
    .join("")
    .replace(/^(?=[#>=:]|[-+](?:\s|$)|!!!|\?\?\?|\+\+\+|@@ |--- (?:[ab]\/|\/dev\/null))/, "\\")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/(?<!\\)#$/, "\\#");
}
