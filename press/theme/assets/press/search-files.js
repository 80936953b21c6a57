// Fetches the files of the index for Pagefind, which gets its `fetch` from here (press/publishing/search_index.py). By itself it
// takes a part that is missing for one with no words in it: it would find nothing, and say so.

export const MARK = "pagefind_dcd"; // what Pagefind writes before what it packs

/** Whether bytes are packed, as Pagefind's files are; a host may have unpacked them. @param {Uint8Array} bytes */
export const isPacked = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** @type {Map<string, Loading>} */
const loadings = new Map();

/** What is known of the files that the Pagefind at an address has asked for. @param {string} address @returns {Loading} */
export function loading(address) {
  if (!loadings.has(address)) {
    /** @type {(fault: unknown) => void} */
    let lose;
    const lost = new Promise((_, reject) => (lose = reject));
    lost.catch(() => {}); // not everyone who waits is still there to hear it
    loadings.set(address, { edition: "", lost: /** @type {Promise<never>} */ (lost), lose });
  }
  return loadings.get(address);
}

/** The `fetch` of the Pagefind at an address. It never hears of a file that can't be had: `lost` does. @param {string} address */
export function fetcher(address) {
  const mine = loading(address);
  return async (/** @type {string} */ wanted) => {
    try {
      if (!/pagefind-entry\.json/.test(wanted)) return new Response(await packed(wanted));
      const entry = await json(wanted);
      mine.edition = named(entry);
      return new Response(JSON.stringify(entry));
    } catch (fault) {
      mine.lose(fault);
      return new Promise(() => {});
    }
  };
}

/** The edition that is published now. @param {string} index An address in the folder of the index. */
export async function published(index) {
  return named(await json(new URL(`pagefind-entry.json?ts=${Date.now()}`, index).href));
}

/** An edition's name, as press/publishing/search_pages.py tells it. @param {{ languages: Record<string, { hash: string }> }} entry */
function named({ languages }) {
  const hashes = Object.values(languages).map((one) => one.hash);
  return hashes.sort().join(" ");
}

/** A file, or a failure where it can't be had. @param {string} address @param {RequestCache} [cache] */
export async function had(address, cache = "default") {
  const answer = await fetch(address, { cache });
  if (!answer.ok) throw new Error(`${answer.status}: ${address}`);
  return answer;
}

/** @param {string} address */
async function json(address) {
  return (await had(address)).json();
}

// Some hosts answer with a page, and no word that it is not what was wanted. A host may also unpack what is packed.
/** @param {string} address */
async function packed(address) {
  const bytes = new Uint8Array(await (await had(address)).arrayBuffer());
  if (!isPacked(bytes) && new TextDecoder().decode(bytes.slice(0, MARK.length)) !== MARK)
    throw new Error(`Not of an index: ${address}`);
  return bytes;
}
