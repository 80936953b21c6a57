// Times the steps of an activity. It goes by the clock and not by ticks, so that a tab in the background keeps time; at the end
// of a step it says so and counts on until the facilitator turns to the next.
import { dock, undock } from "./dock.js";
import { button, make } from "./make.js";
import { say, speaker } from "./say.js";

const rows = [...document.querySelectorAll(".tn-steps li")];
const steps = rows.map((row) => ({
  title: row.querySelector("a").textContent,
  anchor: row.querySelector("a").hash,
  length: 60_000 * parseInt(row.querySelector(".tn-minutes")?.textContent ?? "0", 10),
}));
const opener = document.querySelector("[data-tool=timer]");
const KEY = `press.timer:${location.pathname}`;
const title = document.title;

// `end` is when the step is over while the clock runs; `left` what is left of it while it stands.
/** @type {Timing} */
let state = null;
let said = new Set();
let ticking = 0;
/** @type {WakeLockSentinel} */
let lock = null;
/** @type {ReturnType<typeof build>} */
let part = null;

const left = () => (state.end ? state.end - Date.now() : state.left);

/** @param {number} time */
function words(time) {
  const seconds = time < 0 ? Math.floor(-time / 1000) : Math.ceil(time / 1000);
  return `${time < 0 ? "+" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** @param {{ length: number }} step */
function minutes(step) {
  const number = step.length / 60_000;
  return number === 1 ? "1 minute" : `${number} minutes`;
}

function build() {
  const clock = make("p", "timer__clock");
  clock.setAttribute("role", "timer");
  const link = make("a", "timer__step");
  const count = make("span", "timer__count");
  const meter = make("progress", "timer__meter");
  meter.setAttribute("aria-hidden", "true"); // the clock says the same in words
  const pause = button("Pause", () => (state.end ? hold() : run()));
  const next = button("Next", () => go(state.step + 1));
  const sound = button("Sound", () => hear(!state.sound));
  sound.setAttribute("aria-pressed", "false");
  const large = button("Large", () => (bar.classList.contains("is-large") ? shrink() : grow()));
  const bar = make(
    "section",
    "dock__bar timer",
    make("p", "dock__what", count, link),
    clock,
    meter,
    make("div", "dock__tools", pause, next, large, sound, button("End", end)),
  );
  bar.setAttribute("aria-label", "Timer");
  const big = make("dialog", "timer-large");
  big.setAttribute("aria-label", "Timer");
  big.addEventListener("close", () => shrink());
  speaker(big);
  return { bar, big, clock, link, count, meter, pause, next, sound, large };
}

// The same bar, as large as the screen: the whole room can read it.
function grow() {
  document.body.append(part.big);
  part.big.append(part.bar);
  part.bar.classList.add("is-large");
  part.large.textContent = "Small";
  part.big.showModal();
  part.pause.focus();
}

function shrink() {
  if (!part.bar.classList.contains("is-large")) return;
  part.bar.classList.remove("is-large");
  part.large.textContent = "Large";
  if (part.big.open) part.big.close();
  dock(part.bar);
  part.large.focus({ preventScroll: true });
}

/** @param {Timing} [kept] */
function begin(kept) {
  part ??= build();
  state = kept ?? { step: 0, left: steps[0].length, end: 0, sound: false };
  said = new Set(left() < 0 ? ["minute", "over"] : []);
  dock(part.bar);
  opener.lastElementChild.textContent = "End the timer";
  hear(state.sound);
  place();
  if (kept) return tick();
  run();
  announce(`Step ${state.step + 1} of ${steps.length}, ${steps[state.step].title}, ${minutes(steps[state.step])}`);
}

/**
 * Says what the clock shows to who can't see it.
 * @param {string} words
 */
const announce = (words) => say(words, false, part.big.open ? part.big : document.body);

function run() {
  state.end = Date.now() + state.left;
  stay();
  tick();
}

function hold() {
  state.left = left();
  state.end = 0;
  lock?.release().catch(() => {});
  tick();
}

/** @param {number} number */
function go(number) {
  if (number >= steps.length) return end();
  Object.assign(state, { step: number, left: steps[number].length });
  said = new Set();
  place();
  run();
  announce(`Step ${number + 1} of ${steps.length}, ${steps[number].title}, ${minutes(steps[number])}`);
}

function end() {
  clearInterval(ticking);
  if (state.end) hold();
  clearInterval(ticking);
  shrink();
  undock(part.bar);
  for (const row of rows) row.removeAttribute("aria-current");
  document.title = title;
  opener.lastElementChild.textContent = "Time the steps";
  opener.focus({ preventScroll: true });
  state = null;
  keep();
}

function place() {
  const step = steps[state.step];
  for (const row of rows) row.removeAttribute("aria-current");
  rows[state.step].setAttribute("aria-current", "step");
  part.count.textContent = `Step ${state.step + 1} of ${steps.length} `;
  part.link.textContent = step.title;
  part.link.href = step.anchor;
  part.next.textContent = state.step + 1 < steps.length ? "Next" : "Finish";
  part.meter.max = step.length;
}

function tick() {
  clearInterval(ticking);
  if (state.end) ticking = setInterval(draw, 250);
  draw();
  keep();
}

/**
 * Writes what has changed alone: a screen reader looks at all that is written, and would come late to what is said.
 * @param {HTMLElement} element
 * @param {string} words
 */
function write(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function draw() {
  const time = left();
  const step = steps[state.step];
  write(part.pause, state.end ? "Pause" : "Go on");
  write(part.clock, words(time));
  part.bar.classList.toggle("is-over", time <= 0);
  part.meter.value = Math.max(0, Math.min(step.length, step.length - time));
  document.title = `${words(time)} ${step.title} · ${title}`;
  if (time <= 0) once("over", () => over(step));
  else if (time <= 60_000 && step.length > 120_000) once("minute", () => announce(`One minute left: ${step.title}`));
}

/** @param {string} what @param {() => void} act */
function once(what, act) {
  if (said.has(what)) return;
  said.add(what);
  act();
}

/** @param {{ title: string }} step */
function over(step) {
  const next = steps[state.step + 1];
  const then = next ? `Next: ${next.title}, ${minutes(next)}.` : "That was the last step.";
  announce(`Time is up: ${step.title}. ${then}`);
  if (state.sound) ring();
}

// No sound unless asked for; the first tone says what it will be like.
/** @type {AudioContext} */
let audio = null;

/** @param {boolean} on */
function hear(on) {
  const was = state.sound;
  state.sound = on;
  part.sound.setAttribute("aria-pressed", String(on));
  if (on && !was) ring();
  keep();
}

function ring() {
  audio ??= new AudioContext();
  const tone = new OscillatorNode(audio, { frequency: 528 });
  const volume = new GainNode(audio, { gain: 0.2 });
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 1.6);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + 1.6);
}

// A projector's screen should not go dark while the clock runs.
async function stay() {
  try {
    lock = await navigator.wakeLock?.request("screen");
  } catch {
    // Not allowed here: the clock runs on all the same.
  }
}

// A look at another page must not lose the time; it lasts as long as this tab.
function keep() {
  try {
    if (state) sessionStorage.setItem(KEY, JSON.stringify(state));
    else sessionStorage.removeItem(KEY);
  } catch {
    // The time then holds for this page only.
  }
}

function kept() {
  try {
    const found = JSON.parse(sessionStorage.getItem(KEY));
    return found && steps[found.step] && Number.isFinite(found.left) && Number.isFinite(found.end) ? found : null;
  } catch {
    return null;
  }
}

if (opener && steps.length && steps.every((step) => step.length > 0)) {
  opener.addEventListener("click", () => {
    if (state) return end();
    begin();
    part.pause.focus({ preventScroll: true });
  });
  document.addEventListener("visibilitychange", () => {
    if (!state?.end || document.hidden) return;
    draw();
    stay();
  });
  const found = kept();
  if (found) begin(found);
} else {
  opener?.remove();
}
