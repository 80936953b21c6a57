// Opens the search dialog. The rest, and Pagefind itself, load on first use.
/** @type {HTMLDialogElement} */
const dialog = document.querySelector("#_search");
/** @type {Promise<void>} */
let panel;

async function open() {
  if (dialog.open) return;
  dialog.showModal();
  dialog.querySelector("input").select();
  panel ??= import("./search-panel.js").then((module) => module.start(dialog));
  await panel;
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
      open();
    }
  });
  if (/Mac|iPhone|iPad/.test(navigator.platform)) {
    for (const key of document.querySelectorAll("[data-key=mod]")) key.textContent = "⌘";
  }
}
