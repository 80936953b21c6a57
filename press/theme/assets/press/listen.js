// Reads the page aloud with a voice of this device, paragraph by paragraph, and marks the one being read.
// To pause it stops, and begins the paragraph anew: `speechSynthesis.pause` does nothing on many phones.
import { dock, undock } from "./dock.js";
import { button, make } from "./make.js";

const PROSE = ".text :is(h1, h2, h3, h4, p, li, dt, dd)";
const NOT_PROSE = ".tn-eyebrow, .tn-facts, .tn-steps, .tn-downloads, .tn-next, .tn-tags, .tn-actions, .tn-table, pre, .kit, .cite, figure, [hidden]";
const speech = window.speechSynthesis;

let blocks = [];
let at = 0;
let speaking = false;
let voice;
let opener;
let bar, place, toggle;

// A list item that holds paragraphs is read through them.
const isProse = (block) =>
  !block.closest(NOT_PROSE) && block.checkVisibility?.() !== false && block.innerText.trim() && !block.querySelector("p, li");

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

function words(block) {
  const copied = block.cloneNode(true);
  copied.querySelectorAll("button").forEach((one) => one.remove());
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

let current = null; // an utterance that was let go still ends; only the last one leads on

function pause() {
  speaking = false;
  current = null;
  speech.cancel();
  toggle.textContent = "Play";
}

function go(number) {
  at = Math.max(0, number);
  if (at >= blocks.length) return stop();
  if (speaking) read();
  else mark(blocks[at]);
}

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
