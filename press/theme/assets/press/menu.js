// The menu of narrow screens: a button that shows and hides a list of links.
import { within } from "./make.js";

const button = document.querySelector("[aria-controls=_menu]");
const menu = document.getElementById("_menu");

/** @param {boolean} open */
function show(open) {
  button.setAttribute("aria-expanded", String(open));
  menu.hidden = !open; // hidden links take no focus
}

if (button && menu) {
  button.addEventListener("click", () => show(menu.hidden === true));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !menu.hidden) {
      show(false);
      button.focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!menu.hidden && !within(event, "#_menu, [aria-controls=_menu]")) show(false);
  });
  menu.addEventListener("focusout", (event) => {
    const next = /** @type {Node} */ (event.relatedTarget);
    if (next && next !== button && !menu.contains(next)) show(false);
  });
}
