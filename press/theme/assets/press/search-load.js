// Loads the files of a site's search, each once. One that can't be had, or is not what it should be, is a failure and no answer.
import { had, isPacked, MARK } from "./search-files.js";

/** @param {string} base the address of the folder search/ */
export function loader(base) {
  /** @type {Map<string, Promise<any>>} */
  const loaded = new Map();

  /** @param {string} name @param {(answer: Response) => Promise<any>} read @param {RequestCache} cache */
  function once(name, read, cache) {
    if (!loaded.has(name)) {
      const asked = had(new URL(name, base).href, cache).then(read);
      asked.catch(() => loaded.delete(name)); // a later question tries again
      loaded.set(name, asked);
    }
    return loaded.get(name);
  }

  /** What press/publishing/search_words.py has written under a name. @param {string} name @param {RequestCache} [cache] */
  const json = (name, cache = "default") => once(name, (answer) => answer.json(), cache);

  /** A page, as Pagefind keeps it. @param {string} name @returns {Promise<Fragment>} */
  const fragment = (name) => once(`../pagefind/fragment/${name}.pf_fragment`, unpacked, "default");

  return { json, fragment };
}

/** @param {Response} answer */
async function unpacked(answer) {
  const packed = new Uint8Array(await answer.arrayBuffer());
  const stream = new Blob([packed]).stream();
  const text = await new Response(isPacked(packed) ? stream.pipeThrough(new DecompressionStream("gzip")) : stream).text();
  if (!text.startsWith(MARK)) throw new Error("Not a page of the index");
  return JSON.parse(text.slice(MARK.length));
}
