// Runs before the first paint, so that kept choices (colors, size of the text, for whom an activity is shown) never flash
// and nothing moves. Everything else waits.
(function () {
  var root = document.documentElement;
  var known = { colors: ["dark", "light"], size: ["2", "3", "4"], role: ["teacher-leader", "principal"], notes: ["off"] };
  root.classList.remove("no-js");
  root.classList.add("js");
  try {
    for (var name in known) {
      var kept = localStorage.getItem("press." + name);
      if (known[name].indexOf(kept) >= 0) root.dataset[name] = kept;
    }
  } catch (e) {
    // Storage can be forbidden; the usual look holds then.
  }
})();
