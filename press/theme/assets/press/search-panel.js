// Fills the search dialog: words and filters in, results out.
import { result } from "./search-result.js";
import { telling } from "./search-words.js";

const PAGE = 8;
const PAUSE = 200; // milliseconds: half a word, looked for, loads a part of the index that the whole word may not need

/** @param {HTMLDialogElement} dialog */
export async function start(dialog) {
  /** @param {string} selector */
  const part = (selector) => dialog.querySelector(selector);
  const input = dialog.querySelector("input");
  const selects = [...dialog.querySelectorAll("select")];
  const list = part(".search__results");
  const count = part(".search__count");
  const more = part(".search__more");
  const clear = part("[data-clear]");
  /** @type {Answer["results"]} */
  let found = [];
  let asked = 0;
  /** @type {Promise<Counts>} */
  let counts; // what each filter would leave, once it is asked for
  let counted = false;

  const pagefind = await load(dialog, count);
  if (!pagefind) return;

  function chosen() {
    return Object.fromEntries(selects.filter((select) => select.value).map((select) => [select.name, select.value]));
  }

  async function search() {
    const turn = ++asked; // an answer that comes after a later question is dropped
    const words = input.value.trim();
    const looked = telling(words);
    const filters = chosen();
    const narrowed = Object.keys(filters).length;
    part("[data-chosen]").textContent = narrowed ? `(${narrowed} chosen)` : "";
    clear.hidden = !narrowed;
    if (!looked && !narrowed) {
      list.replaceChildren();
      count.textContent = words ? "Those words stand on nearly every page. Add one that says more." : "";
      part("[data-advice]").hidden = more.hidden = true;
      await say(looked);
      return;
    }
    const answer = await pagefind.search(looked || null, { filters });
    if (turn !== asked) return;
    found = answer.results;
    await say(looked, answer);
    list.replaceChildren();
    await show(turn);
    if (turn !== asked) return;
    const number = found.length === 1 ? "1 result" : `${found.length} results`;
    count.textContent = (found.length ? number : "No results") + (words ? ` for “${words}”` : "");
    part("[data-advice]").hidden = found.length > 0;
  }

  async function show(turn = asked) {
    const start = list.children.length;
    const pages = await Promise.all(found.slice(start, start + PAGE).map((one) => one.data()));
    if (turn !== asked) return;
    list.append(...pages.map(result));
    more.hidden = list.children.length >= found.length;
    if (start) list.children[start]?.querySelector("a").focus();
  }

  /** @param {string} looked @param {Answer} [answer] */
  async function say(looked, answer) {
    if (counted) offer(selects, looked ? answer.totalFilters : await pagefind.filters(), answer?.filters);
  }

  // With many stories the numbers beside the filters are a quarter of what a first result would cost: they load
  // when a reader reaches for a filter. The results stay as they are.
  async function reach() {
    if (counts) return;
    try {
      counts = pagefind.filters();
      await counts;
    } catch {
      counts = undefined; // a later reach tries again
      return;
    }
    counted = true;
    const turn = asked;
    const looked = telling(input.value.trim());
    const filters = chosen();
    const answer = looked || Object.keys(filters).length ? await pagefind.search(looked || null, { filters }) : undefined;
    if (turn === asked) await say(looked, answer);
  }

  /** @type {number} */
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, PAUSE);
  });
  for (const how of ["pointerenter", "focusin"]) part("details").addEventListener(how, reach);
  for (const select of selects) select.addEventListener("change", search);
  part("[data-more]").addEventListener("click", () => show());
  clear.addEventListener("click", () => {
    for (const select of selects) select.value = "";
    selects[0].focus(); // the button goes
    search();
  });
  keys(dialog, input, list);
  if (matchMedia("(min-width: 40rem)").matches) dialog.querySelector("details").open = true;
  await search();
}

/** @param {HTMLDialogElement} dialog @param {HTMLElement} count @returns {Promise<Pagefind>} */
async function load(dialog, count) {
  dialog.querySelector("[data-closes]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // a click beside it
  dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  try {
    const pagefind = await import(new URL(dialog.dataset.index, location.href).href);
    // What is about grading goes before what only mentions it: its theme is among its metadata.
    await pagefind.options({ excerptLength: 24, ranking: { metaWeights: { title: 5, theme: 4 } } });
    await pagefind.init();
    return pagefind;
  } catch {
    count.textContent = "The search can’t be loaded just now. The lists below work without it.";
    dialog.querySelector("[data-advice]").hidden = false;
    return null;
  }
}

// Say beside each value how many results it would leave. The options stay the same ones: one of the lists may be open.
/** @param {HTMLSelectElement[]} selects @param {Counts} all */
function offer(selects, all, left = all) {
  for (const { name, value: kept, options } of selects) {
    for (const option of [...options].filter((each) => each.value)) {
      option.text = `${option.value} (${(kept ? all : left)[name]?.[option.value] ?? 0})`;
    }
  }
}

// Arrow keys walk from the words to the results and back; Enter in the words opens the first result.
/** @param {HTMLDialogElement} dialog @param {HTMLInputElement} input @param {HTMLElement} list */
function keys(dialog, input, list) {
  dialog.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    if (event.key === "Escape") {
      event.preventDefault(); // the first one would only empty the field
      dialog.close();
    } else if (document.activeElement === input && event.key === "Enter" && links.length) {
      event.preventDefault();
      links[0].click();
    } else if (event.key === "ArrowDown" && (at >= 0 || document.activeElement === input)) {
      event.preventDefault();
      links[Math.min(at + 1, links.length - 1)]?.focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (at ? links[at - 1] : input).focus();
    }
  });
}
