// What is asked in, an answer out: the pages that have the words, best first, and which words stand nowhere.
import { gains, rank, rarity } from "./search-rank.js";
import { section } from "./search-section.js";
import { vocabulary } from "./search-vocabulary.js";
import { apart, read, run } from "./search-words.js";

const FIRST = 12; // results: those that are shown at once, and a few that may belong among them

/**
 * @param {Pick<Pagefind, "preload" | "search">} pagefind
 * @param {string} base the address of the folder with the words of the site
 * @param {RequestCache} cache how the file is had that names all others
 */
export function asker(pagefind, base, cache = "no-cache") {
  const words = vocabulary(base, cache);

  /** The pages that have a phrase, and no others: Pagefind knows where on a page each word stands. */
  /** @param {Asked} asked @param {Entry[]} entries @returns {Promise<Pages>} */
  async function phrase(asked, entries) {
    if (entries.some(({ on }) => !on.size)) return new Map();
    await pagefind.preload(asked.stems.join(" "), {}); // it finds the parts of its index by stems, and stems what it is given
    const [{ results }, names] = await Promise.all([pagefind.search(`"${asked.shown}"`, {}), words.names()]);
    const found = results.map(({ id }) => names.indexOf(id)).filter((page) => entries.every(({ on }) => on.has(page)));
    return new Map(found.map((page) => [page, Math.min(...entries.map(({ on }) => on.get(page)))]));
  }

  /** Whether a page has the values that are chosen. @param {Record<string, string>} filters */
  async function kept(filters) {
    const chosen = Object.entries(filters);
    const values = chosen.length ? await words.values() : {};
    return (/** @type {number} */ page) => chosen.every(([name, value]) => values[name]?.[value]?.has(page));
  }

  /** Where a word stands, or what stands in for it. @param {Asked} asked @returns {Promise<Group[]>} */
  async function groups(asked) {
    const entries = await Promise.all(asked.stems.map(words.entry));
    if (asked.phrase) return [{ ...asked, on: await phrase(asked, entries), also: [] }];
    const [whole] = entries;
    const isWritten = whole.on.size > 0 || whole.also.length > 0;
    if (isWritten || entries.length < 2) return [{ ...asked, stems: asked.stems.slice(0, 1), ...whole }];
    return (await Promise.all(read(apart(asked.shown)).map(groups))).flat(); // no page joins these parts
  }

  /** Lets each of several words that stand for one thing be found by another word for it. @param {Group[]} found */
  async function joined(found) {
    const { runs } = await words.index();
    for (const names of runs) {
      const length = names.split(" ").length;
      for (let at = 0; at + length <= found.length; at++) {
        const some = found.slice(at, at + length);
        if (some.map((one) => one.stems[0]).join(" ") !== names) continue;
        const { also } = await words.entry(names);
        for (const one of some) one.also = [...one.also, ...also];
      }
    }
    return found;
  }

  /** @param {string} query @param {Record<string, string>} filters @returns {Promise<Finding>} */
  async function ask(query, filters) {
    const asked = read(query);
    const narrowed = Object.keys(filters).length > 0;
    if (!asked.length && !narrowed) return { ...NOTHING, looked: false };
    const [{ pages: all }, isKept] = await Promise.all([words.index(), kept(filters)]);
    const found = await joined((await Promise.all(asked.map(groups))).flat());
    const gained = found.map(gains);
    const every = Array.from({ length: all }, (_, page) => ({ page, score: 1, share: 1 }));
    const ranked = asked.length ? rank(gained.filter((on) => on.size), all) : every; // biome-ignore format: one thought
    const marks = found.flatMap((one) => marked(one, all));
    const absent = found.filter((one) => !gains(one).size).map((one) => one.shown);
    const shown = ranked.filter(({ page }) => isKept(page));
    return {
      looked: true,
      pages: ranked.map(({ page }) => page),
      results: await sorted(shown.map((one) => ({ ...one, data: async () => section(await words.page(one.page), marks) }))),
      whole: shown.filter(({ share }) => share >= 1).length,
      absent: [...new Set(absent)],
      also: found
        .filter((one) => one.also.length)
        .map((one) => ({ asked: one.shown, written: one.on.size > 0, words: one.also.map((each) => each.words) })),
      near: await Promise.all([...new Set(absent)].map(async (word) => ({ asked: word, words: await words.close(word) }))),
      found: [...new Set(found.filter((one) => gains(one).size).map((one) => one.shown))],
      marks: marks.map(({ run }) => run),
    };
  }

  /** How many pages each value of each filter would leave. @param {Finding} finding @param {Record<string, string>} filters */
  async function counts(finding, filters) {
    const [values, isKept, { pages: all }] = await Promise.all([words.values(), kept(filters), words.index()]);
    const among = finding.looked ? finding.pages : Array.from({ length: all }, (_, page) => page);
    const left = among.filter(isKept);
    return { all: counted(values, among), left: counted(values, left) };
  }

  /** Which edition of the site is asked. */
  const edition = async () => (await words.index()).edition;

  return { ask, counts, edition };
}

/**
 * The first of the results by what their best section has of what was asked, which nobody knows before it is there.
 * @param {Ranked[]} results
 */
async function sorted(results) {
  const first = await Promise.all(results.slice(0, FIRST).map(async (one) => ({ ...one, hit: await one.data() })));
  const most = Math.max(...first.map(({ hit }) => hit.worth)) || 1;
  const worth = first.map((one) => ({ ...one, score: one.score * (0.4 + (0.6 * one.hit.worth) / most) }));
  return [...worth.sort((one, other) => other.score - one.score || one.page - other.page), ...results.slice(FIRST)];
}

/** @type {Finding} */
const NOTHING = { looked: true, pages: [], results: [], whole: 0, absent: [], also: [], near: [], found: [], marks: [] };

/** @param {Record<string, Record<string, Pages>>} values @param {number[]} among @returns {Counts} */
function counted(values, among) {
  const facets = Object.entries(values).map(([name, some]) => {
    const sums = Object.entries(some).map(([value, on]) => [value, among.filter((page) => on.has(page)).length]);
    return [name, Object.fromEntries(sums)];
  });
  return Object.fromEntries(facets);
}

/** What to mark on a page, and how much each counts. @param {Group} group @param {number} all @returns {Mark[]} */
function marked(group, all) {
  const weight = rarity(gains(group).size, all);
  const runs = group.phrase ? [run(group.shown)] : group.stems.map((stem) => [stem]);
  return [...runs, ...group.also.map(({ words }) => run(words))].map((each) => ({ run: each, weight, of: group.shown }));
}
