// Which words of a page a search has found, and where they stand in its text.

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ʻʼ-]*/gu;

/** A word without accents, signs of its own and capital letters. @param {string} word */
function plain(word) {
  const letters = word
    .normalize("NFKD")
    .replace(/[\p{M}ʻʼ]/gu, "")
    .replaceAll("’", "'")
    .toLowerCase();
  return letters.replace(/'s$/, "").replace(/['-]+$/, "");
}

/** The words of a text, and where each begins and ends. @param {string} text */
export function words(text) {
  return [...text.matchAll(WORD)].map((one) => ({ word: plain(one[0]), start: one.index, end: one.index + one[0].length }));
}

/** What to mark: each row of words that answered a search, in the forms in which they stand on the page. @param {Hit} hit */
export function goals(hit) {
  const rows = hit.found.map((row) => row.flatMap((written) => words(written).map((one) => one.word)));
  return [...new Map(rows.filter((row) => row.length).map((row) => [row.join(" "), row])).values()];
}

/**
 * The numbers of those words in a row of words that are part of a goal.
 * @param {string[]} row @param {string[][]} wanted
 */
export function places(row, wanted) {
  /** @type {Set<number>} */
  const marked = new Set();
  for (const goal of wanted) {
    for (let at = 0; at + goal.length <= row.length; at++) {
      if (goal.every((word, number) => row[at + number] === word)) for (const number of goal.keys()) marked.add(at + number);
    }
  }
  return marked;
}
