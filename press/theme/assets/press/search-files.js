// Fetches the files of the index for Pagefind, which imports `fetch` from here (press/publishing/search_index.py). By itself it
// takes a part that is missing for one with no words in it: it would find nothing, and say so.

/** @type {Set<(fault: Error) => void>} */
let waiting = new Set();
let edition = ""; // of the index that was read last

/** Which edition of the site was read last: its own words for it, compared and never shown. */
export const read = () => edition;

/** A promise that is broken as soon as a file can't be had. @returns {Promise<never>} */
export function missing() {
  const promise = new Promise((_, reject) => waiting.add(reject));
  promise.catch(() => {}); // not everyone who waits is still there to hear it
  return /** @type {Promise<never>} */ (promise);
}

/**
 * Pagefind's own `fetch`. It never hears of a file that can't be had: whoever asked Pagefind hears of it by `missing`.
 * @param {string} address
 */
export async function fetch(address) {
  try {
    return await file(address);
  } catch (fault) {
    for (const reject of waiting) reject(/** @type {Error} */ (fault));
    waiting = new Set();
    return new Promise(() => {});
  }
}

/** Whether the site was published anew since `edition` was read. @param {string} index @param {string} edition */
export async function renewed(index, edition) {
  await file(new URL(`pagefind-entry.json?ts=${Date.now()}`, index).href);
  return read() !== edition;
}

/** @param {string} address */
async function file(address) {
  const answer = await globalThis.fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}: ${address}`);
  const bytes = await answer.arrayBuffer();
  if (/pagefind-entry\.json/.test(address)) {
    edition = new TextDecoder().decode(bytes);
    JSON.parse(edition);
  } else if (!packed(new Uint8Array(bytes))) throw new Error(`Not of an index: ${address}`);
  return new Response(bytes);
}

// Some hosts answer with a page, and no word that it is not what was wanted. A host may also unpack what is packed.
/** @param {Uint8Array} bytes */
function packed(bytes) {
  return (bytes[0] === 0x1f && bytes[1] === 0x8b) || new TextDecoder().decode(bytes.slice(0, 12)) === "pagefind_dcd";
}
