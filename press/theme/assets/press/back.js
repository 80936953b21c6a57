// Lets a page come back by Back or On as it was left, and tells when it does. WebKit would empty the fields that it may not complete
// (autocomplete="off"), some time after it has said that the page is back: while the page is kept, they say nothing of that.
/** @type {Element[]} */
let held = [];

addEventListener("pagehide", (event) => {
  if (!event.persisted) return;
  held = [...document.querySelectorAll("[autocomplete=off]")];
  for (const field of held) field.setAttribute("autocomplete", "on");
});

/** @param {() => void} act */
export function returned(act) {
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const field of held) field.setAttribute("autocomplete", "off");
    setTimeout(act);
  });
}
