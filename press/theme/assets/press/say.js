// Says a short sentence, on the screen and to screen readers; copies words.
import { make } from "./make.js";

const boxes = new Map();
/** @type {number} */
let timer;

/**
 * Makes a place for what is said within `home`. It must stand there before it speaks: what comes with its words is not announced.
 * @param {HTMLElement} home
 */
export function speaker(home) {
  if (boxes.has(home)) return boxes.get(home);
  const box = make("p", "said");
  box.setAttribute("role", "status");
  home.append(box);
  boxes.set(home, box);
  return box;
}

speaker(document.body);

/**
 * Says `words`, to screen readers alone unless `shown`; `home` is the open dialog, if one is: what lies behind it is not announced.
 * @param {string} words
 */
export function say(words, shown = true, home = document.body) {
  clearTimeout(timer);
  const box = speaker(home);
  for (const other of boxes.values()) if (other !== box) other.textContent = "";
  box.classList.toggle("words-only", !shown);
  box.textContent = words;
  timer = setTimeout(() => (box.textContent = ""), 6000);
}

/** @param {string} words @param {string} what */
export async function copy(words, what, home = document.body) {
  let done = false;
  try {
    await navigator.clipboard.writeText(words);
    done = true;
  } catch {
    // Pages without https may not use the clipboard; the old way still works there.
    const field = Object.assign(make("textarea", "words-only"), { value: words });
    const back = /** @type {HTMLElement} */ (document.activeElement);
    home.append(field);
    field.select();
    done = document.execCommand("copy");
    field.remove();
    back?.focus({ preventScroll: true });
  }
  say(done ? `${what} copied` : "This browser does not let pages copy. Select the words and copy them yourself.", true, home);
}
