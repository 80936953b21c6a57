// Which pages have a word, and which have a value of a filter: asks the files that press/publishing/search_words.py writes.
import { loader } from "./search-load.js";
import { near } from "./search-near.js";
import { plain } from "./search-words.js";

/** @param {number[]} packed @returns {Pages} */
function pages(packed) {
  let page = 0;
  return new Map(
    packed.map((each) => {
      page += each >> 6;
      return [page, each & 63];
    }),
  );
}

/** @param {string} base the address of the folder with these files @param {RequestCache} cache how the one is had that names them */
export function vocabulary(base, cache) {
  const { json, fragment } = loader(base);

  /** @returns {Promise<WordIndex>} */
  const index = () => json("words.json", cache);

  /** What the site has of a stem, or of several with spaces between them. @param {string} stem @returns {Promise<Entry>} */
  async function entry(stem) {
    const { parts } = await index();
    const part = parts.filter(([first]) => first <= stem).at(-1);
    const found = part ? await json(part[1]) : {};
    if (!Object.hasOwn(found, stem)) return { on: new Map(), also: [] };
    const { on, also = {} } = found[stem];
    return { on: pages(on), also: Object.entries(also).map(([words, packed]) => ({ words, on: pages(packed) })) };
  }

  /** Words of the site that may have been meant. @param {string} word */
  async function close(word) {
    const { near: files } = await index();
    const letters = files[""] ? [""] : [...new Set(plain(word).slice(0, 2))];
    const words = await Promise.all(letters.filter((letter) => files[letter]).map((letter) => json(files[letter])));
    return near(word, words.flat());
  }

  /** The names of all pages: a page's number is its place among them. @returns {Promise<string[]>} */
  const names = async () => json((await index()).names);

  /** A page, with its address on this site. @param {number} number @returns {Promise<Fragment>} */
  async function page(number) {
    const found = await fragment((await names())[number]);
    return { ...found, url: new URL(`..${found.url}`, base).href };
  }

  /** The pages that have each value of each filter. @returns {Promise<Record<string, Record<string, Pages>>>} */
  async function values() {
    const facets = Object.entries(await json((await index()).filters));
    const unpacked = facets.map(([name, some]) => [
      name,
      Object.fromEntries(Object.entries(some).map(([value, on]) => [value, pages(on)])),
    ]);
    return Object.fromEntries(unpacked);
  }

  return { index, entry, close, names, page, values };
}
