// Keeps what was typed in this browser, on this device, as long as the writer wants it kept.

const NAME = "press.story";
const OFF = "press.story-off";
/** @type {string} */
let known = null; // the draft as this window read or wrote it last

function storage() {
  try {
    return localStorage;
  } catch {
    return null; // storage can be forbidden; then nothing is kept, and the page says so
  }
}

export const wanted = () => storage()?.getItem(OFF) !== "yes";

/**
 * The draft: what was typed, by field; null where there is none.
 * @returns {Values | null}
 */
export function read() {
  try {
    known = storage()?.getItem(NAME) ?? null;
    const kept = JSON.parse(known ?? "null");
    return kept && typeof kept === "object" ? kept : null;
  } catch {
    return null;
  }
}

/** Whether a draft is kept that this window never saw: another one wrote it. */
export function strange() {
  try {
    const kept = localStorage.getItem(NAME);
    return kept !== null && kept !== known;
  } catch {
    return false;
  }
}

/**
 * Keeps `values`; gives false where the browser doesn't let it.
 * @param {Values} values
 */
export function keep(values) {
  try {
    const kept = JSON.stringify(values);
    storage().setItem(NAME, kept);
    known = kept;
    return true;
  } catch {
    return false;
  }
}

/**
 * Leaves no trace of the draft; `off` also remembers that none is wanted.
 * @param {boolean} off
 */
export function forget(off) {
  try {
    localStorage.removeItem(NAME);
    if (off) localStorage.setItem(OFF, "yes");
    else localStorage.removeItem(OFF);
  } catch {
    // Nothing was kept then.
  }
}
