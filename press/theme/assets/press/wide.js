// A table or an example too wide for the screen scrolls on its own. It then takes focus, so that arrow keys scroll it,
// and has a name.
/** @param {Element} box */
function heading(box) {
  for (let part = box; part && part.tagName !== "ARTICLE"; part = part.parentElement) {
    for (let before = part.previousElementSibling; before; before = before.previousElementSibling) {
      const found = before.matches(".headed") ? before.firstElementChild : before;
      if (/^H[1-6]$/.test(found.tagName)) return found.textContent.trim();
    }
  }
  return document.title;
}

const boxes = [...document.querySelectorAll(".tn-table, .text pre")];

/** @param {HTMLElement} box */
function fit(box) {
  const scrolls = box.scrollWidth > box.clientWidth + 1;
  box.classList.toggle("is-scrolling", scrolls);
  if (!scrolls) {
    for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    return;
  }
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", `${box.tagName === "PRE" ? "Example" : "Table"} ${boxes.indexOf(box) + 1}: ${heading(box)}`);
}

const watcher = new ResizeObserver((entries) => {
  for (const entry of entries) fit(/** @type {HTMLElement} */ (entry.target));
});
for (const box of boxes) watcher.observe(box);
