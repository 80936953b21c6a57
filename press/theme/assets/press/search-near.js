// Which words of the site are near one that stands nowhere on it.
import { plain } from "./search-words.js";

const MOST = 5;
const SHORT = /^\p{Lu}{2,6}s?$/u; // an abbreviation is no slip of a finger

/** How many slips of a finger make one word another: a letter more, fewer, wrong, or two of them swapped. */
/** @param {string} one @param {string} other @param {number} most after which the count does not matter */
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  /** @type {number[]} */
  let before;
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let at = 1; at <= other.length; at++) {
      const wrong = one[row - 1] === other[at - 1] ? 0 : 1;
      next[at] = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + wrong);
      const swapped = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (swapped) next[at] = Math.min(next[at], before[at - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    [before, last] = [last, next];
  }
  return last[other.length];
}

/**
 * The words nearest to `asked`, nearest and then most frequent first; short words have only their like.
 * @param {string} asked @param {string[]} words of the site, the frequent first
 */
export function near(asked, words) {
  const typed = plain(asked);
  const most = typed.length < 4 || SHORT.test(asked) ? 0 : typed.length < 6 ? 1 : 2;
  if (!most) return [];
  const found = [];
  for (const [place, word] of words.entries()) {
    const other = plain(word);
    const longer = other.startsWith(typed);
    const count = longer ? 1 : slips(typed, other, most);
    if (count <= most) found.push({ word, count, place });
  }
  found.sort((one, other) => one.count - other.count || one.place - other.place);
  return found.slice(0, MOST).map(({ word }) => word);
}
