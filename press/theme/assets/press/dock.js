// A place at the bottom of the screen for what goes on while one reads: the timer, the voice. What has focus is never below it.
const box = document.createElement("div");
box.className = "dock";

export function dock(bar) {
  if (!box.isConnected) document.body.append(box);
  box.append(bar);
  fit();
}

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

export function make(tag, name, ...children) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  element.append(...children);
  return element;
}

export function button(words, act) {
  const element = make("button", "tool", words);
  element.type = "button";
  element.addEventListener("click", act);
  return element;
}
