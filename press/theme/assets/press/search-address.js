// The address of a search: its words and filters behind `#`, so that it can be sent on, and gone back to. Nothing behind `#` is
// sent to a server.

/** Puts what stands in the form into the address. @param {HTMLFormElement} form */
export function write(form) {
  const given = [...new FormData(form)].filter(([name, value]) => name === "search" || value);
  const goal = `#${new URLSearchParams(/** @type {string[][]} */ (given)).toString().replaceAll("+", "%20")}`;
  if (goal !== location.hash) history.replaceState({ step: history.state?.step }, "", goal);
}

/** Puts what the address asks for into the form. One that asks for nothing leaves it as it is. @param {HTMLFormElement} form */
export function fill(form) {
  const asked = new URLSearchParams(location.hash.slice(1));
  if (![...asked.values()].some(Boolean)) return;
  for (const field of form.querySelectorAll("[name]")) {
    const one = /** @type {HTMLInputElement | HTMLSelectElement} */ (field);
    one.value = asked.get(one.name) ?? "";
    if ("selectedIndex" in one && one.selectedIndex < 0) one.value = ""; // a value that no entry has
  }
}

/** What was seen of the results, for Back: how many, and which of their links was opened. */
export const seen = () => /** @type {{ shown?: number, at?: number }} */ (history.state ?? {});

/** @param {number} shown @param {number} at */
export function see(shown, at) {
  history.replaceState({ ...history.state, shown, at }, "");
}

/** Puts the focus where the address leads on this page, once the dialog is gone. */
export function arrive() {
  /** @type {HTMLElement} */
  const goal = document.querySelector(":target");
  goal?.setAttribute("tabindex", "-1");
  goal?.focus();
  goal?.scrollIntoView();
}
