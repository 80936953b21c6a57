// Loads the page anew when the site was built anew. `make serve` alone hands this out; no site that is built has it.

const shown = new URL(import.meta.url).search;
const PAUSE = 500; // milliseconds until a server that was stopped is asked again

/** Wait for another number than the page's own: the server answers when there is one, or after a while. */
const ask = async () => {
  try {
    const answer = await fetch(new URL(`reload.txt${shown}`, import.meta.url));
    if (`?${await answer.text()}` === shown) again();
    else location.reload();
  } catch {
    setTimeout(again, PAUSE);
  }
};

/** Ask while the page is in sight: a browser opens few connections to one server, and a hidden page needs none. */
const again = () => {
  if (document.visibilityState === "visible") ask();
  else document.addEventListener("visibilitychange", again, { once: true });
};

again();
