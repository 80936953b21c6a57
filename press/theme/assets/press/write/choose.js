// Asks which of the drafts in this browser to go on with.

import { button, make } from "../make.js";
import { drafts, remove } from "./draft.js";
import { find, status } from "./form.js";

/** When a draft was kept, in words. @param {number} at */
function when(at) {
  if (!at) return "Kept earlier";
  const day = new Date(at);
  const today = day.toDateString() === new Date().toDateString();
  const time = day.toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
  return today ? `Kept today at ${time}` : `Kept on ${day.toLocaleDateString([], { dateStyle: "medium" })} at ${time}`;
}

/**
 * @param {Draft} draft
 * @param {boolean} isOpen
 * @param {(name: string) => void} go
 * @param {() => void} gone
 */
function item({ name, values, at }, isOpen, go, gone) {
  const title = typeof values.title === "string" && values.title.trim() ? values.title.trim() : "A story without a title";
  /** @param {string} words @param {string} more */
  const which = (words, more) => make("span", "", words, make("span", "words-only", more));
  const ways = make(
    "span",
    "write__actions",
    button(which("Go on here", ` with “${title}”`), () => go(name)),
  );
  const forget = () => {
    if (!confirm(`Delete the draft “${title}”?`)) return;
    remove(name);
    status(`The draft “${title}” is deleted.`);
    gone();
  };
  if (!isOpen) ways.append(button(which("Delete", ` “${title}”`), forget));
  const about = `${when(at)}${isOpen ? ", and open in another tab" : ""}`;
  return make("li", "", Object.assign(make("strong", "", title), { dir: "auto" }), make("small", "", about), ways);
}

/**
 * Shows the drafts of this browser; hides the place for them where there are none.
 * @param {Set<string> | null} open
 * @param {(name: string) => void} go
 * @param {string | null} [own] the draft that this tab writes
 */
export function list(open, go, own = null) {
  const others = drafts().filter((draft) => draft.name !== own);
  const again = () => list(open, go, own);
  find("drafts-list").replaceChildren(...others.map((draft) => item(draft, !!open?.has(draft.name), go, () => again())));
  find("drafts").hidden = !others.length;
  return others.length;
}
