// Hands over, from a result to the page that it opens, which words to mark there: by this window's memory, and then with that step
// of its history. No address carries them, so a link that is sent on is the page's own.
import { goals } from "./marks-match.js";

const KEY = "press.marked";

/** @param {HTMLAnchorElement} link @param {string} asked @param {Hit} hit */
export function keep(link, asked, hit) {
  const wanted = asked ? goals(hit) : [];
  try {
    if (wanted.length) sessionStorage.setItem(KEY, JSON.stringify({ to: link.pathname, wanted }));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage can be forbidden: then nothing is marked.
  }
}

/** What to mark on this page, if anything. */
export function taken() {
  const kept = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  const marked = kept && JSON.parse(kept);
  if (marked?.to === location.pathname) history.replaceState({ ...history.state, marked }, "");
  return /** @type {Marked | undefined} */ (history.state?.marked);
}

export function forget() {
  const { marked: _, ...rest } = history.state ?? {};
  history.replaceState(rest, "");
}
