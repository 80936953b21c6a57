// A place at the bottom of the screen for what goes on while one reads: the timer, the voice. What has focus is never below it.
import { make } from "./make.js";

const box = make("div", "dock");

/** @param {HTMLElement} bar */
export function dock(bar) {
  if (!box.isConnected) document.body.append(box);
  box.append(bar);
  fit();
}

/** @param {HTMLElement} bar */
export function undock(bar) {
  bar.remove();
  fit();
}

function fit() {
  const height = `${box.offsetHeight}px`;
  document.documentElement.style.scrollPaddingBottom = height;
  document.body.style.paddingBottom = height;
}

new ResizeObserver(fit).observe(box);
