// Keeps what was typed in this browser, on this device, as long as the writer wants it kept.

const NAME = "press.story";
const OFF = "press.story-off";

function storage() {
  try {
    return localStorage;
  } catch {
    return null; // storage can be forbidden; then nothing is kept, and the page says so
  }
}

export const wanted = () => storage()?.getItem(OFF) !== "yes";

/** The draft: what was typed, by field; null where there is none. */
export function read() {
  try {
    const kept = JSON.parse(storage()?.getItem(NAME) ?? "null");
    return kept && typeof kept === "object" ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps `values`; gives false where the browser doesn't let it. */
export function keep(values) {
  try {
    storage().setItem(NAME, JSON.stringify(values));
    return true;
  } catch {
    return false;
  }
}

/** Leaves no trace of the draft; `off` also remembers that none is wanted. */
export function forget(off) {
  try {
    localStorage.removeItem(NAME);
    if (off) localStorage.setItem(OFF, "yes");
    else localStorage.removeItem(OFF);
  } catch {
    // Nothing was kept then.
  }
}
