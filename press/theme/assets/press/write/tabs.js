// Tells which drafts are open in a tab of this browser: a tab holds a lock by the name of its draft as long as it shows it.

const START = "press.story.";
const PATIENCE = 1000; // milliseconds: a page that is left lets go of its lock a moment after the next one has begun
let release = () => {};
let stop = new AbortController(); // of the lock that is waited for

/** Lets go of the draft that this tab holds. */
export function letGo() {
  stop.abort();
  release();
  release = () => {};
}

/**
 * Holds a draft; gives false where another tab does, and goes on doing so. `patient` waits until that one lets go.
 * @param {string} name
 * @returns {Promise<boolean>}
 */
export function hold(name, patient = false) {
  letGo();
  if (!navigator.locks) return Promise.resolve(true); // without them, a draft says itself which tab writes it
  const own = new AbortController();
  stop = own;
  const timer = patient ? 0 : setTimeout(() => own.abort(), PATIENCE);
  return new Promise((resolve) => {
    /** @returns {Promise<void>} */
    const held = () => {
      clearTimeout(timer);
      resolve(true);
      return new Promise((done) => (release = done));
    };
    navigator.locks.request(START + name, { signal: own.signal }, held).catch(() => resolve(false));
  });
}

/**
 * The names of the drafts that are open in a tab; null where the browser can't tell.
 * @returns {Promise<Set<string> | null>}
 */
export async function open() {
  try {
    const { held } = await navigator.locks.query();
    return new Set(held.filter((lock) => lock.name.startsWith(START)).map((lock) => lock.name.slice(START.length)));
  } catch {
    return null;
  }
}
