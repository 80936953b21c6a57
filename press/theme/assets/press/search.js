// Opens the search dialog: by a button, by a key, or where the address asks for it (`#search=…`, which is sent to no server).
// Opening is one step of the browser's history, so that Back closes it. The rest, and Pagefind, load on first use.
/** @type {HTMLDialogElement} */
const dialog = document.querySelector("#_search");
/** @type {Promise<SearchPanel>} */
let panel;
let leaving = false; // the step that opening made is being taken back

const asked = () => location.hash.startsWith("#search=");

async function open() {
  if (!dialog.open) {
    dialog.showModal();
    dialog.querySelector("input").select();
  }
  if (!leaving && !asked()) history.pushState({ step: true }, "", "#search=");
  try {
    panel ??= import("./search-panel.js").then((module) => module.start(dialog));
    await (await panel).opened();
  } catch {
    panel = undefined; // the next try loads it again
    dialog.querySelector("[role=status]").textContent = dialog.dataset.failed;
    dialog.querySelector("[data-advice]").hidden = false;
    dialog.querySelector("[data-try]").hidden = true;
  }
}

function closed() {
  if (dialog.open || leaving || !asked()) return;
  leaving = !!history.state?.step;
  if (leaving) history.back();
  else history.replaceState(null, "", location.pathname + location.search);
}

/** @param {PopStateEvent} event */
function moved(event) {
  if (leaving) event.stopImmediatePropagation(); // to the page below nothing happened
  const again = leaving && dialog.open; // it was opened anew meanwhile
  leaving = false;
  if (again || asked()) open();
  else dialog.close();
  marks();
}

// A result says which words to mark on the page that it opens.
async function marks() {
  try {
    if (history.state?.marked || sessionStorage.getItem("press.marked")) (await import("./marks.js")).show();
  } catch {
    // Storage can be forbidden: then nothing is marked.
  }
}

/** @param {HTMLElement} target */
function typing(target) {
  return target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
}

if (dialog?.showModal) {
  for (const button of document.querySelectorAll("[data-opens=search]")) button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const chord = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const slash =
      event.key === "/" &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey &&
      !typing(/** @type {HTMLElement} */ (event.target));
    if (chord || slash) {
      event.preventDefault();
      if (!dialog.open) open();
    }
  });
  dialog.addEventListener("close", closed);
  addEventListener("popstate", moved);
  if (/Mac|iPhone|iPad/.test(navigator.platform)) {
    for (const key of document.querySelectorAll("[data-key=mod]")) key.textContent = "⌘";
  }
  if (asked()) open();
}
marks();
