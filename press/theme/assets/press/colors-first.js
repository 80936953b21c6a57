// Runs before the first paint, so that a kept choice of colors never flashes. Everything else waits.
(function () {
  var root = document.documentElement;
  root.classList.remove("no-js");
  root.classList.add("js");
  try {
    var kept = localStorage.getItem("press.colors");
    if (kept === "dark" || kept === "light") root.dataset.colors = kept;
  } catch (e) {
    // Storage can be forbidden; the system's colors hold then.
  }
})();
