// Runs before the first paint, so that kept choices (colors, size of the text, for whom an activity is shown) never flash
// and nothing moves. Everything else waits.
(() => {
  const root = document.documentElement;
  /** @type {Record<string, string[]>} */
  const known = { colors: ["dark", "light"], size: ["2", "3", "4"], role: ["teacher-leader", "principal"], notes: ["off"] };
  root.classList.remove("no-js");
  root.classList.add("js");
  try {
    for (const name in known) {
      const kept = localStorage.getItem(`press.${name}`);
      if (known[name].includes(kept)) root.dataset[name] = kept;
    }
  } catch {
    // Storage can be forbidden; the usual look holds then.
  }
})();
