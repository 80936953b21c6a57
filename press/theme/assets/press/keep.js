// A reader's choice: on the page's root, where the styles see it, and in this browser for the next page. No cookie.
const root = document.documentElement;

/** @param {string} name */
export const chosen = (name) => root.dataset[name] ?? "";

/** @param {string} name @param {string} value */
export function choose(name, value, remember = true) {
  if (value) root.dataset[name] = value;
  else delete root.dataset[name];
  if (!remember) return;
  try {
    if (value) localStorage.setItem(`press.${name}`, value);
    else localStorage.removeItem(`press.${name}`);
  } catch {
    // The choice then holds for this page only.
  }
}
