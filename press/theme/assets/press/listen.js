// Reads the page aloud with a voice of this device, paragraph by paragraph, and marks the one being read.
// To pause it stops, and begins the paragraph anew: `speechSynthesis.pause` does nothing on many phones.
import { dock, undock } from "./dock.js";
import { button, make } from "./make.js";

const PROSE = ".text :is(h1, h2, h3, h4, p, li, dt, dd)";
const NOT_PROSE =
  ".tn-eyebrow, .tn-facts, .tn-steps, .tn-downloads, .tn-next, .tn-tags, .tn-actions, .tn-table, pre, .kit, .cite, figure, [hidden]";
const speech = window.speechSynthesis;

/** @type {HTMLElement[]} */
let blocks = [];
let at = 0;
let speaking = false;
/** @type {SpeechSynthesisVoice} */
let voice;
/** @type {HTMLElement} */
let opener;
/** @type {HTMLElement} */
let bar;
/** @type {HTMLElement} */
let place;
/** @type {HTMLElement} */
let toggle;

// A list item that holds paragraphs is read through them.
/** @param {HTMLElement} block */
function isProse(block) {
  // biome-ignore lint/performance/useDomNodeTextContent: words that no one sees are not read
  const seen = block.checkVisibility?.() !== false && block.innerText.trim();
  return seen && !block.closest(NOT_PROSE) && !block.querySelector("p, li");
}

/** @param {SpeechSynthesisVoice} with_voice @param {HTMLElement} from */
export function start(with_voice, from) {
  voice = with_voice;
  opener = from;
  blocks = [...document.querySelectorAll(PROSE)].filter(isProse);
  at = 0;
  if (!bar) build();
  dock(bar);
  toggle.focus();
  read();
}

function build() {
  place = make("p", "dock__what");
  toggle = button("Pause", () => (speaking ? pause() : read()));
  const back = button("Back", () => go(at - 1));
  const on = button("On", () => go(at + 1));
  back.setAttribute("aria-label", "Back one paragraph");
  on.setAttribute("aria-label", "On to the next paragraph");
  bar = make("section", "dock__bar", place, make("div", "dock__tools", back, toggle, on, button("Stop", stop)));
  bar.setAttribute("aria-label", "Reading aloud");
  addEventListener("pagehide", () => speech.cancel()); // some browsers go on speaking on the next page
}

/** @param {HTMLElement} block */
function words(block) {
  const copied = /** @type {HTMLElement} */ (block.cloneNode(true));
  for (const one of copied.querySelectorAll("button, .tn-ref, .tn-back")) one.remove();
  return copied.textContent.replace(/\s+/g, " ").trim();
}

function read() {
  const block = blocks[at];
  if (!block) return stop();
  speech.cancel();
  const said = new SpeechSynthesisUtterance(words(block));
  said.voice = voice;
  said.lang = voice.lang;
  said.onend = () => speaking && current === said && go(at + 1);
  said.onerror = (event) => current === said && !/^(canceled|interrupted)$/.test(event.error) && pause();
  current = said;
  speaking = true;
  mark(block);
  toggle.textContent = "Pause";
  speech.speak(said);
}

/** @type {SpeechSynthesisUtterance} */
let current = null; // an utterance that was let go still ends; only the last one leads on

function pause() {
  speaking = false;
  current = null;
  speech.cancel();
  toggle.textContent = "Play";
}

/** @param {number} number */
function go(number) {
  at = Math.max(0, number);
  if (at >= blocks.length) return stop();
  if (speaking) read();
  else mark(blocks[at]);
}

/** @param {HTMLElement} block */
function mark(block) {
  document.querySelector(".is-read")?.classList.remove("is-read");
  block?.classList.add("is-read");
  block?.scrollIntoView({ block: "nearest" });
  place.textContent = `Paragraph ${at + 1} of ${blocks.length}`;
}

function stop() {
  pause();
  document.querySelector(".is-read")?.classList.remove("is-read");
  undock(bar);
  opener.focus({ preventScroll: true });
}
