// Filters a list of cards. The choice lives in the address, so that it can be sent on, reloaded and gone back from.
// A small index says which entries match; their cards come from the list's own pages. Nothing loads before the first use.
import { returned } from "./back.js";
import { matches, offer } from "./find-match.js";
import { button, make } from "./make.js";

const STEP = 12; // cards that are shown at a time

/** @type {HTMLFormElement} */
const form = document.querySelector("form#find");
const list = document.getElementById("cards");
const none = document.getElementById("find-none");
const pager = document.getElementById("pager");
const count = form.querySelector("[role=status]");
const clear = form.querySelector("[data-clear]");
const selects = [...form.querySelectorAll("select")];
const perPage = Number(form.dataset.perPage);
const own = [...list.children];
const whole = count.textContent;
const pages = new Map();
/** @type {Promise<ListIndex>} */
let index;
/** @type {any[]} */
let found;
let turn = 0;
/** @type {EventTarget} */
let last = null;

const more = button("Show more", showMore, "tool find__more");
more.hidden = true;
list.after(more);

// The address and the fields

function chosen() {
  return Object.fromEntries(selects.filter((select) => select.value).map((select) => [select.name, select.value]));
}

function fromAddress() {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    select.value = asked.get(select.name) ?? "";
    if (select.selectedIndex < 0) select.value = ""; // a value that no entry has
  }
}

// One step back for each field, not for each value that arrow keys pass on the way.
/** @param {EventTarget} field */
function toAddress(field) {
  const query = new URLSearchParams(chosen()).toString().replaceAll("+", "%20");
  const goal = location.pathname + (query && `?${query}`);
  if (field && field === last) history.replaceState(null, "", goal);
  else history.pushState(null, "", goal);
  last = field;
}

// The index and the cards

function load() {
  index ??= fetch(form.dataset.index).then((answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  });
  index.catch(() => {
    index = undefined;
  }); // the next try asks again
  return index;
}

/** @param {number} page */
function cardsOf(page) {
  if (page === 1) return own;
  if (!pages.has(page)) pages.set(page, fetchCards(new URL(`page/${page}/`, location.href.split(/[?#]/)[0])));
  return pages.get(page);
}

/** @param {URL} address */
async function fetchCards(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(answer.statusText);
  const there = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of there.querySelectorAll("#cards a"))
    link.setAttribute("href", new URL(link.getAttribute("href"), address).href);
  return [...there.querySelectorAll("#cards > li")].map((card) => document.adoptNode(card));
}

/** @param {number[]} numbers */
async function cards(numbers) {
  return Promise.all(numbers.map(async (number) => (await cardsOf(Math.floor(number / perPage) + 1))[number % perPage]));
}

// What readers see

async function show() {
  const mine = ++turn;
  const filters = chosen();
  const narrowed = Object.keys(filters).length > 0;
  clear.hidden = !narrowed;
  if (!narrowed && !index) return all();
  try {
    const data = await load();
    if (mine !== turn) return;
    for (const select of selects) offer(select, data, filters);
    if (!narrowed) return all();
    found = matches(data, filters);
    const first = await cards(found.slice(0, STEP));
    if (mine !== turn) return;
    lay(first);
    count.textContent = `${found.length} ${found.length === 1 ? form.dataset.one : form.dataset.many}`;
    waysOut(data, filters);
  } catch {
    if (mine !== turn) return;
    all();
    count.textContent = "The filters can’t be loaded just now. The whole list is below.";
  }
}

/** @param {Element[]} items */
function lay(items) {
  list.replaceChildren(...items);
  list.hidden = !items.length;
  more.hidden = items.length >= found.length;
  if (pager) pager.hidden = true;
}

async function showMore() {
  const start = list.children.length;
  const mine = turn;
  const next = await cards(found.slice(start, start + STEP));
  if (mine !== turn) return;
  list.append(...next);
  more.hidden = list.children.length >= found.length;
  next[0]?.querySelector("a").focus();
}

function all() {
  found = own;
  lay(own);
  none.hidden = true;
  if (pager) pager.hidden = false;
  count.textContent = whole;
}

// Where nothing matches: a button for each filter that can be left out, with what it would bring.
/** @param {ListIndex} data @param {Record<string, string>} filters */
function waysOut(data, filters) {
  none.hidden = found.length > 0;
  if (found.length) return;
  const buttons = selects
    .filter((select) => select.value)
    .map((select) => {
      const { [select.name]: out, ...rest } = filters;
      const number = matches(data, rest).length;
      return button(`${select.dataset.title}: ${out} (${number} without it)`, () => change(select, ""));
    });
  none.querySelector("ul").replaceChildren(...buttons.map((one) => make("li", "", one)));
}

/** @param {HTMLSelectElement} select @param {string} value */
async function change(select, value) {
  select.value = value;
  toAddress(null);
  select.focus(); // the button that was pressed goes away
  await show();
}

form.addEventListener("submit", (event) => event.preventDefault());
for (const happens of ["focusin", "pointerover"]) form.addEventListener(happens, () => load().catch(() => {}), { once: true });
form.addEventListener("focusout", () => (last = null));
form.addEventListener("change", (event) => {
  toAddress(event.target);
  show();
});
clear.addEventListener("click", () => {
  for (const select of selects) select.value = "";
  toAddress(null);
  selects[0].focus();
  show();
});
addEventListener("popstate", () => {
  fromAddress();
  show();
});
returned(() => {
  fromAddress();
  show();
});

// On this page the map's states lead to the filtered list; elsewhere, and without this module, to the page of the state.
for (const link of document.querySelectorAll("a[data-find]")) {
  link.setAttribute("href", `?${new URLSearchParams({ state: link.dataset.find })}#find`.replaceAll("+", "%20"));
}
fromAddress();
show();
