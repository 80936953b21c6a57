// Arrow keys walk from the words to the results and back; Enter in the words opens the first result, Escape closes.

/**
 * @param {HTMLDialogElement} dialog @param {HTMLInputElement} input @param {HTMLElement} list
 * @param {(first: HTMLElement) => void} enter
 */
export function keys(dialog, input, list, enter) {
  dialog.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    if (event.key === "Escape") {
      event.preventDefault(); // the first one would only empty the field
      dialog.close();
    } else if (document.activeElement === input && event.key === "Enter" && links.length) {
      event.preventDefault();
      enter(links[0]);
    } else if (event.key === "ArrowDown" && (at >= 0 || document.activeElement === input)) {
      event.preventDefault();
      links[Math.min(at + 1, links.length - 1)]?.focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (at ? links[at - 1] : input).focus();
    }
  });
}
