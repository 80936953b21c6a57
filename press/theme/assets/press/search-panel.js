// Fills the search dialog: words and filters in, results out.
import { asker } from "./search-ask.js";
import { result } from "./search-result.js";
import { near, told } from "./search-told.js";

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
  /** @type {Finding} */
  let finding;
  let asked = 0;
  let counted = false; // whether the numbers beside the filters are shown: they load once they are asked for

  const pagefind = await load(dialog, count);
  if (!pagefind) return;
  const { ask, counts } = asker(pagefind, new URL(dialog.dataset.words, location.href).href);

  function chosen() {
    return Object.fromEntries(selects.filter((select) => select.value).map((select) => [select.name, select.value]));
  }

  async function search() {
    const turn = ++asked; // an answer that comes after a later question is dropped
    const words = input.value.trim();
    const filters = chosen();
    const narrowed = Object.keys(filters).length;
    part("[data-chosen]").textContent = narrowed ? `(${narrowed} chosen)` : "";
    clear.hidden = !narrowed;
    const answer = await ask(words, filters);
    if (turn !== asked) return;
    finding = answer;
    if (counted) await say(turn);
    list.replaceChildren();
    await show(turn);
    if (turn !== asked) return;
    count.textContent = told(finding, words);
    part("[data-near]").replaceChildren(...near(finding, words, again));
    part("[data-advice]").hidden = !finding.looked || finding.results.length > 0;
  }

  /** @param {string} words */
  function again(words) {
    input.value = words;
    input.focus(); // the button goes
    search();
  }

  async function show(turn = asked) {
    const start = list.children.length;
    const pages = await Promise.all(finding.results.slice(start, start + PAGE).map((one) => one.data()));
    if (turn !== asked) return;
    list.append(...pages.map(result));
    more.hidden = list.children.length >= finding.results.length;
    if (start) list.children[start]?.querySelector("a").focus();
  }

  /** @param {number} turn */
  async function say(turn) {
    const { all, left } = await counts(finding, chosen());
    if (turn === asked) offer(selects, all, left);
  }

  // With many stories the numbers beside the filters are a quarter of what a first result would cost: they load
  // when a reader reaches for a filter. The results stay as they are.
  async function reach() {
    if (counted) return;
    counted = true;
    try {
      await say(asked);
    } catch {
      counted = false; // a later reach tries again
    }
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
