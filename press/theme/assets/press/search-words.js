// Turns what was typed into the words to look for, and a word into the stems by which it is found.
// press/publishing/stems.py does the same with the words of the pages; a test compares them.
import { stem } from "./search-stem.js";

// These stand on nearly every page: they find nothing, and with many stories theirs would be the largest files.
export const SMALL = new Set(
  `a about also am an and any are arent as at be been but by can cant could couldnt did didnt do does doesnt dont for
  from get gets getting got gotten had has hasnt have havent how i if im in into is isnt it its ive lets may me my of on
  or our should shouldnt so someone something than that thats the their them then there theres these they theyre theyve
  this those to us was wasnt we were werent weve what whats when where which who whom whos why will with wont would
  wouldnt you your youre youve`.split(/\s+/),
);
export const QUOTES = /["“”„‟«»″]/g;
const BETWEEN = /[\u2012-\u2015/\\…|]+|--+|\.{2,}/; // what stands between two words without a space
const INSIDE = /['\u2018\u2019\u02b9-\u02bf\u2032`\u00b4]/g; // apostrophes and ʻokinas: left out
const PARTS = /[\p{L}\p{N}]+/gu;
const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/** A text in small letters, without accents, apostrophes and ligatures. @param {string} text */
export function plain(text) {
  const folded = text.replace(INSIDE, "").normalize("NFKC").toLowerCase().replaceAll("ß", "ss").replaceAll("ς", "σ");
  return folded.normalize("NFD").replace(/\p{M}/gu, "");
}

/** @type {Map<string, string[]>} */
const known = new Map();

/**
 * The stems of what stands between two spaces: of the whole, where hyphens and the like join parts, then of each part.
 * @param {string} word
 */
export function stems(word) {
  if (known.has(word)) return known.get(word);
  const found = new Set();
  for (const piece of plain(word).split(BETWEEN)) {
    if (SMALL.has(piece.replace(EDGES, ""))) continue;
    const parts = piece.match(PARTS) ?? [];
    const telling = parts.filter((part) => part.length > 1 && !SMALL.has(part));
    for (const each of [parts.join(""), ...telling]) if (each) found.add(stem(each));
  }
  known.set(word, [...found]);
  return known.get(word);
}

/** The parts of a word that hyphens and the like join, with spaces between them. @param {string} word */
export function apart(word) {
  return (word.match(/[\p{L}\p{N}\p{M}'’‘]+/gu) ?? []).join(" ");
}

/** By what a word of a phrase is known: its stems, or a small word itself. @param {string} word */
export function forms(word) {
  const found = stems(word);
  if (found.length) return found;
  const small = plain(word).replace(EDGES, "");
  return small ? [small] : [];
}

/** Words that follow one another, each as its whole. @param {string} words */
export function run(words) {
  return words.split(/\s+/).flatMap((word) => forms(word).slice(0, 1));
}

/**
 * What to look for: words, and phrases in quotation marks of any kind. Small words go, but for those in a phrase.
 * The same words give the same list, however they came in.
 * @param {string} text @returns {Asked[]}
 */
export function read(text) {
  /** @type {Map<string, Asked>} */
  const asked = new Map();
  const pieces = text.replace(QUOTES, '"').split('"');
  for (const [number, piece] of pieces.entries()) {
    const closed = number % 2 === 1 && number < pieces.length - 1; // a quotation mark alone is none
    const words = piece.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
    if (closed && words.length > 1) {
      const telling = words.flatMap((word) => stems(word).slice(0, 1));
      if (telling.length) asked.set(`"${run(piece).join(" ")}`, { shown: words.join(" "), stems: telling, phrase: true });
      continue;
    }
    for (const word of words.flatMap((each) => each.split(BETWEEN))) {
      const found = stems(word);
      if (found.length) asked.set(found[0], { shown: word.replace(EDGES, ""), stems: found, phrase: false });
    }
  }
  return [...asked.values()];
}
