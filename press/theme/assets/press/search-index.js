// The index of the site: loaded with the first question, and anew where the site was published again while someone reads.
import { asker } from "./search-ask.js";
import { missing, read, renewed } from "./search-files.js";

// What is about grading goes before what only mentions it: its theme is among its metadata.
const RANKING = { metaWeights: { title: 5, theme: 4 } };
// Pagefind's worker would fetch for itself, and keep to itself what it did not get.
const SETTINGS = { noWorker: true, excerptLength: 24 };

/** @param {string} address Where pagefind.js is. @param {string} words The folder with the words of the site. */
export function index(address, words) {
  /** @type {ReturnType<typeof load>} */
  let loaded;
  let loads = 0;
  let first = ""; // the edition that this page began with

  async function load() {
    const lost = missing();
    // A module is loaded once for each address, even if it failed; and a new edition may have a newer one.
    const module = await import(loads++ ? `${address}?again=${Date.now()}` : address);
    /** @type {Pagefind} */
    const pagefind = module.createInstance(SETTINGS);
    await Promise.race([pagefind.options({ ranking: RANKING }), lost]);
    first ||= read();
    return { asker: asker(pagefind, words), lost, edition: read() };
  }

  /**
   * What `question` gives, asked of the index; asked again of a new one where a file of the first is gone.
   * @template Answered
   * @param {(asked: ReturnType<typeof asker>) => Promise<Answered>} question
   * @returns {Promise<Answered>}
   */
  async function ask(question, last = false) {
    loaded ??= load();
    const mine = loaded;
    try {
      const { asker, lost } = await mine;
      return await Promise.race([question(asker), lost]);
    } catch (fault) {
      if (loaded === mine) loaded = undefined;
      if (last) throw fault;
      return ask(question, true);
    }
  }

  /** Whether there is a newer edition than the one that is asked. If so, the next question goes to that. */
  async function old() {
    const mine = loaded;
    try {
      if (!(await renewed(address, (await mine).edition))) return false;
    } catch {
      return false; // nobody knows
    }
    if (loaded === mine) loaded = undefined;
    return true;
  }

  return {
    ask,
    old,
    /** Whether the site was published anew since this page was opened. */ isNew: () => !!first && first !== read(),
  };
}
