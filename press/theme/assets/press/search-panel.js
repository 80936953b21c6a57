// Fills the search dialog: words and filters in, results out.
import { returned } from "./back.js";
import { keep } from "./marks-kept.js";
import { arrive, fill, see, seen, write } from "./search-address.js";
import { offer } from "./search-filters.js";
import { index as indexAt } from "./search-index.js";
import { keys } from "./search-keys.js";
import { result } from "./search-result.js";
import { near, told } from "./search-told.js";

const PAGE = 8;
const PAUSE = 200; // milliseconds: half a word, looked for, loads a part of the index that the whole word may not need
const LONG = 1000; // milliseconds without an answer, after which the panel says that it looks

/** @param {HTMLDialogElement} dialog @returns {SearchPanel} */
export function start(dialog) {
  /** @param {string} selector */
  const part = (selector) => dialog.querySelector(selector);
  const form = dialog.querySelector("form");
  const input = dialog.querySelector("input");
  const selects = [...dialog.querySelectorAll("select")];
  const list = part(".search__results");
  const count = part(".search__count");
  const more = part(".search__more");
  const clear = part("[data-clear]");
  const index = indexAt(address(dialog.dataset.index), address(dialog.dataset.words));
  /** @type {Hit[]} */
  let pages = []; // those in sight
  let turn = 0;
  let asked = ""; // the address of what is in sight
  let stale = false; // whether other words were typed since
  let counted = false; // whether each filter says what it would leave

  function chosen() {
    return Object.fromEntries(selects.filter((select) => select.value).map((select) => [select.name, select.value]));
  }

  // Asks the index, and has the first `wanted` of the pages at hand, and the numbers of the filters if they are shown.
  /** @param {string} words @param {number} wanted */
  function look(words, wanted) {
    const filters = chosen();
    return index.ask(async ({ ask, counts }) => {
      const finding = await ask(words, filters);
      const numbers = counted ? await counts(finding, filters) : undefined;
      const first = await Promise.all(finding.results.slice(0, wanted).map((one) => one.data()));
      return { finding, numbers, first };
    });
  }

  async function search(wanted = PAGE) {
    const mine = ++turn; // an answer that comes after a later question is dropped
    clearTimeout(timer);
    if (dialog.open) write(form);
    asked = location.hash;
    const words = input.value.trim();
    const narrowed = Object.keys(chosen()).length;
    part("[data-chosen]").textContent = narrowed ? `(${narrowed} chosen)` : "";
    clear.hidden = !narrowed;
    const late = setTimeout(() => mine === turn && words && say("Searching …"), LONG);
    try {
      const { finding, numbers, first } = await look(words, wanted);
      if (mine !== turn) return;
      const lacks = finding.looked && (!finding.results.length || finding.absent.length);
      if (lacks && (await index.old())) return await search(wanted);
      if (mine !== turn) return;
      if (numbers) offer(selects, numbers.all, numbers.left);
      show(first, finding.results.length);
      say(told(finding, words), finding.looked && !finding.results.length);
      part("[data-near]").replaceChildren(...near(finding, words, again));
    } catch {
      if (mine === turn) failed();
    } finally {
      clearTimeout(late);
    }
  }

  function say(words = "", advise = false) {
    count.textContent = words;
    part("[data-advice]").hidden = !advise;
    part("[data-try]").hidden = false;
    part("[data-renewed]").hidden = true;
    part("[data-near]").replaceChildren();
  }

  /** @param {Hit[]} first @param {number} number */
  function show(first, number) {
    stale = false;
    pages = first;
    list.replaceChildren(...pages.map(result));
    more.hidden = pages.length >= number;
  }

  function failed() {
    show([], 0);
    say(index.isNew() ? dialog.dataset.renewed : dialog.dataset.failed, !index.isNew());
    part("[data-renewed]").hidden = !index.isNew();
    part("[data-try]").hidden = true;
    asked = ""; // whoever opens the dialog again tries again
  }

  /** @param {string} words */
  function again(words) {
    input.value = words;
    input.focus(); // the button goes
    search();
  }

  async function showMore() {
    const before = pages.length;
    await search(before + PAGE);
    list.children[before]?.querySelector("a").focus();
  }

  // With many stories the numbers beside the filters are a quarter of what a first result would cost: they load
  // when a reader reaches for a filter. The results stay as they are.
  async function reach() {
    if (counted) return;
    counted = true;
    const mine = turn;
    try {
      const { numbers } = await look(input.value.trim(), 0);
      if (mine === turn) offer(selects, numbers.all, numbers.left);
    } catch {
      counted = false; // a later reach tries again
    }
  }

  // The dialog was opened, or its address has changed: by hand, by Back, or because the page came back.
  async function opened() {
    fill(form);
    write(form);
    const { shown, at } = seen();
    if (location.hash !== asked || (await index.old())) await search(shown);
    if (dialog.open && at >= 0) list.querySelectorAll("a")[at]?.focus();
  }

  // Which result is opened is kept for Back. One on the page that is open leads to a place on it: there is the focus then.
  list.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return; // another window's
    const hit = pages[[...list.children].indexOf(link.closest(".hit"))];
    see(pages.length, [...list.querySelectorAll("a")].indexOf(link));
    keep(link, input.value.trim(), hit);
    if (link.hash && link.pathname === location.pathname) addEventListener("hashchange", arrive, { once: true });
  });

  /** @type {number} */
  let timer;
  input.addEventListener("input", () => {
    stale = true;
    clearTimeout(timer);
    timer = setTimeout(() => search(), PAUSE);
  });
  for (const how of ["pointerenter", "focusin"]) part("details").addEventListener(how, reach);
  for (const select of selects) select.addEventListener("change", () => search());
  part("[data-more]").addEventListener("click", showMore);
  part("[data-reload]").addEventListener("click", () => location.reload());
  clear.addEventListener("click", () => {
    for (const select of selects) select.value = "";
    selects[0].focus(); // the button goes
    search();
  });
  part("[data-closes]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // a click beside it
  form.addEventListener("submit", (event) => event.preventDefault());
  keys(dialog, input, list, (first) => (stale ? search() : first.click())); // what is in sight is no answer to other words
  returned(() => dialog.open && opened());
  if (matchMedia("(min-width: 40rem)").matches) dialog.querySelector("details").open = true;
  return { opened };
}

/** @param {string} path */
const address = (path) => new URL(path, location.href).href;
