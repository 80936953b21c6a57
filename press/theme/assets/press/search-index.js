// The index of the site: asked from the first question on, and anew where the site was published again while someone reads.
import { asker } from "./search-ask.js";
import { loading, published } from "./search-files.js";

// Pagefind's worker would fetch for itself, and keep to itself what it did not get.
const SETTINGS = { noWorker: true };

/** @param {string} address Where pagefind.js is. @param {string} words The folder with the words of the site. */
export function index(address, words) {
  /** @type {ReturnType<typeof start>} */
  let started;
  let starts = 0;
  let first = ""; // the edition that this page began with
  let last = ""; // the newest that was heard of

  function start() {
    // A module is loaded once for each address, even if it failed; and a new edition may have a newer one.
    const goal = starts ? `${address}?again=${Date.now()}` : address;
    const files = loading(goal);
    /** @type {Promise<Pagefind>} */
    let pagefind;

    // Pagefind itself, which is needed for phrases alone.
    async function engine() {
      /** @type {Pagefind} */
      const found = (await import(goal)).createInstance(SETTINGS);
      await found.search("", {}); // it answers once it has read its index
      if (files.edition !== (await asked.edition())) throw new Error("The words and the pages are not of the same day.");
      return found;
    }
    function lazy() {
      pagefind ??= engine();
      return pagefind;
    }

    const asked = asker(
      {
        preload: async (...given) => (await lazy()).preload(...given),
        search: async (...given) => (await lazy()).search(...given),
      },
      words,
      starts++ ? "reload" : "no-cache",
    );
    return { asked, files };
  }

  /**
   * What `question` gives, asked of the index; asked again of a new one where a file of the first is gone.
   * @template Answered
   * @param {(asked: ReturnType<typeof asker>) => Promise<Answered>} question
   * @returns {Promise<Answered>}
   */
  async function ask(question, again = false) {
    started ??= start();
    const mine = started;
    try {
      last = await mine.asked.edition();
      first ||= last;
      return await Promise.race([question(mine.asked), mine.files.lost]);
    } catch (fault) {
      if (started === mine) started = undefined;
      if (again) throw fault;
      return ask(question, true);
    }
  }

  /** Whether there is a newer edition than the one that is asked. If so, the next question goes to that. */
  async function old() {
    const mine = started;
    try {
      const edition = await mine.asked.edition();
      last = await published(address);
      if (last === edition) return false;
    } catch {
      return false; // nobody knows
    }
    if (started === mine) started = undefined;
    return true;
  }

  return {
    ask,
    old,
    /** Whether the site was published anew since this page was opened. */ isNew: () => !!first && first !== last,
  };
}
