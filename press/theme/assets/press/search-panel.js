// Fills the search dialog: words and filters in, results out.
import { result } from "./search-result.js";

const PAGE = 8;

export async function start(dialog) {
  const part = (selector) => dialog.querySelector(selector);
  const input = part("input");
  const selects = [...dialog.querySelectorAll("select")];
  const list = part(".search__results");
  const count = part(".search__count");
  const more = part(".search__more");
  let found = [];
  let asked = 0;

  const pagefind = await load(dialog, count);
  if (!pagefind) return;
  offer(selects, await pagefind.filters());

  function chosen() {
    return Object.fromEntries(selects.filter((select) => select.value).map((select) => [select.name, select.value]));
  }

  async function search() {
    const turn = ++asked; // an answer that comes after a later question is dropped
    const words = input.value.trim();
    const filters = chosen();
    const narrowed = Object.keys(filters).length;
    part("[data-chosen]").textContent = narrowed ? `(${narrowed} chosen)` : "";
    if (!words && !narrowed) {
      list.replaceChildren();
      count.textContent = "";
      part("[data-advice]").hidden = more.hidden = true;
      offer(selects, await pagefind.filters());
      return;
    }
    const answer = await pagefind.search(words || null, { filters });
    if (turn !== asked) return;
    found = answer.results;
    offer(selects, words ? answer.totalFilters : await pagefind.filters(), answer.filters);
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

  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    pagefind.preload(input.value);
    timer = setTimeout(search, 120);
  });
  selects.forEach((select) => select.addEventListener("change", search));
  part("[data-more]").addEventListener("click", () => show());
  part("[data-clear]").addEventListener("click", () => {
    selects.forEach((select) => (select.value = ""));
    search();
  });
  keys(dialog, input, list);
  if (matchMedia("(min-width: 40rem)").matches) part("details").open = true;
  await search();
}

async function load(dialog, count) {
  dialog.querySelector("[data-closes]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close()); // a click beside it
  dialog.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  try {
    const address = new URL(`${dialog.dataset.base}/pagefind/pagefind.js`, location.href);
    const pagefind = await import(address.href);
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

// Fill each select with the values there are; beside each stands how many results it would leave.
function offer(selects, all, left = all) {
  for (const select of selects) {
    const kept = select.value;
    const options = Object.keys(all[select.name] ?? {}).map((value) => {
      const number = (kept ? all : left)[select.name]?.[value] ?? 0;
      return new Option(`${value} (${number})`, value, false, value === kept);
    });
    if (kept && !options.some((option) => option.selected)) options.push(new Option(`${kept} (0)`, kept, false, true));
    select.replaceChildren(new Option("All", ""), ...options);
  }
}

// Arrow keys walk from the words to the results and back; Enter in the words opens the first result.
function keys(dialog, input, list) {
  dialog.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
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
