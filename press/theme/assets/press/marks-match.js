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

/** The words of a page that answered a search, in the forms in which they stand there. @param {Hit} hit */
export function found(hit) {
  const all = hit.raw_content.split(/\s+/);
  return [...new Set(hit.locations.flatMap((place) => words(all[place] ?? "").map((one) => one.word)))];
}

/**
 * What to mark: each word that was found, but of a "quoted phrase" all its words in a row.
 * @param {string} asked @param {string[]} forms
 */
export function goals(asked, forms) {
  const quoted = [...asked.replace(/[“”„«»]/g, '"').matchAll(/"([^"]+)"/g)];
  const phrases = quoted.map((one) => words(one[1]).map((each) => each.word)).filter((phrase) => phrase.length);
  const inPhrases = new Set(phrases.flat());
  return [...phrases, ...forms.filter((form) => !inPhrases.has(form)).map((form) => [form])];
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
