// Which pages have a word: asks the files that press/publishing/search_words.py writes, and says what is in them.
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

/** @param {string} base the address of the folder with these files */
export function vocabulary(base) {
  /** @type {Map<string, Promise<any>>} */
  const loaded = new Map();

  /** @param {string} name @param {RequestCache} [cache] */
  function load(name, cache = "default") {
    if (!loaded.has(name)) {
      const asked = fetch(base + name, { cache }).then((answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer.json();
      });
      asked.catch(() => loaded.delete(name)); // a later question tries again
      loaded.set(name, asked);
    }
    return loaded.get(name);
  }

  /** @returns {Promise<WordIndex>} */
  const index = () => load("words.json", "no-cache");

  /** What the site has of a stem, or of several with spaces between them. @param {string} stem @returns {Promise<Entry>} */
  async function entry(stem) {
    const { parts } = await index();
    const part = parts.findLast(([first]) => first <= stem);
    const found = part ? await load(part[1]) : {};
    if (!Object.hasOwn(found, stem)) return { on: new Map(), also: [] };
    const { on, also = {} } = found[stem];
    return { on: pages(on), also: Object.entries(also).map(([words, packed]) => ({ words, on: pages(packed) })) };
  }

  /** Words of the site that may have been meant. @param {string} word */
  async function close(word) {
    const { near: files } = await index();
    const letters = files[""] ? [""] : [...new Set(plain(word).slice(0, 2))];
    const words = await Promise.all(letters.filter((letter) => files[letter]).map((letter) => load(files[letter])));
    return near(word, words.flat());
  }

  return { index, entry, close };
}
