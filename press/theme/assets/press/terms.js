// Shows what a glossary term means beside a link to it, on hover and on focus (WCAG 2.2, 1.4.13: it can be dismissed with
// Escape, pointed at, and stays until the pointer or the focus leaves). Without this module the link still leads to the entry.
import { make } from "./make.js";

const DELAY = 250; // milliseconds: crossing a text with the pointer should not make it flicker
const note = make("span", "meaning");
note.id = "_meaning";
note.setAttribute("role", "tooltip");
note.hidden = true;

/** @type {HTMLElement} */
let term = null;
let timer = 0;

/** @param {HTMLElement} link */
function show(link) {
  clearTimeout(timer);
  if (term === link) return;
  hide();
  term = link;
  note.textContent = link.dataset.meaning;
  note.hidden = false;
  document.body.append(note);
  link.setAttribute("aria-describedby", note.id);
  place(link);
}

function hide() {
  clearTimeout(timer);
  term?.removeAttribute("aria-describedby");
  note.hidden = true;
  term = null;
}

/** @param {HTMLElement} link */
function place(link) {
  const line = link.getClientRects()[0];
  const edge = 12;
  const left = Math.max(edge, Math.min(line.left, document.documentElement.clientWidth - note.offsetWidth - edge));
  const above = line.top > note.offsetHeight + edge;
  const top = above ? line.top - note.offsetHeight - 6 : line.bottom + 6;
  note.style.left = `${left + scrollX}px`;
  note.style.top = `${top + scrollY}px`;
}

/** @param {() => void} act */
const later = (act) => {
  clearTimeout(timer);
  timer = setTimeout(act, DELAY);
};

for (const link of document.querySelectorAll("a[data-meaning]")) {
  link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(() => show(link)));
  link.addEventListener("pointerleave", () => later(hide));
  link.addEventListener("focus", () => link.matches(":focus-visible") && show(link));
  link.addEventListener("blur", hide);
}
note.addEventListener("pointerenter", () => clearTimeout(timer));
note.addEventListener("pointerleave", () => later(hide));
document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
