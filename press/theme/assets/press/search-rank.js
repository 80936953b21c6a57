// Puts the pages that have some of the words asked for into an order: the best answer first.

const GAINS = [1, 1.7, 2.4, 3.4]; // of a word in the text, in a heading, in the summary, in the title
const STANDS_IN = 0.5; // of another word for the same, beside the word itself
const PLAIN = 1.6; // what a word gains at most by the text alone
const ENOUGH = 0.5; // of the weight of what the best page has: less is no answer to a question

/** How much a word says: the fewer pages have it, the more. @param {number} on how many have it @param {number} all */
export function rarity(on, all) {
  return Math.log(1 + (all - on + 0.5) / (on + 0.5)) ** 1.5;
}

/** @param {number} worth as press/publishing/search_words.py packs it */
function gain(worth) {
  return GAINS[worth >> 4] + (worth & 15) / 24;
}

/** What each page gains by a word, and by what stands in for it. @param {Entry} entry */
export function gains({ on, also }) {
  const found = new Map();
  for (const other of also) {
    for (const [page, worth] of other.on) found.set(page, Math.max(found.get(page) ?? 0, gain(worth) * STANDS_IN));
  }
  for (const [page, worth] of on) found.set(page, (found.get(page) ?? 0) + gain(worth));
  return found;
}

/**
 * The numbers of the pages, best first, with how much of what was asked each has: 1 is all.
 * Rare words weigh more than frequent ones, and a page with all the words goes before one with some. A title counts by how much
 * it has of what was asked: one frequent word of a question in it says little.
 * @param {Pages[]} groups what each page gains by each word asked for @param {number} all how many pages there are
 */
export function rank(groups, all) {
  /** @type {Map<number, {page: number, score: number, share: number, above: number, named: number}>} */
  const found = new Map();
  const weights = groups.map((on) => rarity(on.size, all));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [number, on] of groups.entries()) {
    for (const [page, gained] of on) {
      const one = found.get(page) ?? { page, score: 0, share: 0, above: 0, named: 0 };
      one.score += weights[number] * Math.min(gained, PLAIN);
      one.share += weights[number] / total;
      if (gained > PLAIN) {
        one.above += weights[number] * (gained - PLAIN);
        one.named += weights[number] / total;
      }
      found.set(page, one);
    }
  }
  const best = Math.max(0, ...[...found.values()].map((one) => one.share));
  return [...found.values()]
    .filter((one) => one.share >= best * ENOUGH)
    .map(({ page, score, share, above, named }) => {
      return { page, score: (score + above * named) * share, share: Math.min(1, share + 1e-9) };
    })
    .sort((one, other) => other.score - one.score || one.page - other.page);
}
