// Keeps what was typed in this browser, on this device, as long as the writer wants it kept. Each draft has a name of its own, and
// says which tab writes it: no tab writes over what another one keeps.

const OLD = "press.story"; // where the only draft was kept once
const START = `${OLD}.`;
const OFF = `${OLD}-off`;
const HERE = `${OLD}-here`; // by this a tab finds its draft again when the page is loaded anew
const random = () => Math.random().toString(36).slice(2, 10);
const fresh = () => Date.now().toString(36) + random();
const tab = random();
/** @type {string | null} */
let name = null; // of the draft that this tab writes

/** What a browser keeps; null where it forbids that: then nothing is kept, and the page says so. @param {"local" | "session"} kind */
function storage(kind) {
  try {
    return kind === "local" ? localStorage : sessionStorage;
  } catch {
    return null;
  }
}

export const wanted = () => storage("local")?.getItem(OFF) !== "yes";

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {any} found */
const isRecord = (found) => !!found && typeof found === "object" && !Array.isArray(found);

/**
 * A draft: what was typed, by field, when it was kept, and by which tab. Null where there is none, or a spoiled one.
 * @param {string} name
 * @returns {Draft | null}
 */
function read(name) {
  const kept = parsed(storage("local")?.getItem(START + name));
  return isRecord(kept) && isRecord(kept.values) ? { ...kept, name } : null;
}

/** @param {string} name @param {object} kept */
const write = (name, kept) => storage("local").setItem(START + name, JSON.stringify(kept));

/** Gives the draft of an earlier version a name. */
function convert() {
  const values = parsed(storage("local")?.getItem(OLD));
  if (isRecord(values)) write(fresh(), { values, at: 0 });
  storage("local")?.removeItem(OLD);
}

/** All drafts of this browser, the latest first. @returns {Draft[]} */
export function drafts() {
  try {
    convert();
    const keys = Object.keys(storage("local") ?? {}).filter((key) => key.startsWith(START));
    const found = keys.map((key) => read(key.slice(START.length))).filter(Boolean);
    return found.sort((one, other) => other.at - one.at);
  } catch {
    return [];
  }
}

/** The name of the draft that this tab wrote before the page was loaded anew, if it is still kept. */
export function before() {
  const found = storage("session")?.getItem(HERE);
  return found && read(found) ? found : null;
}

/** @param {string | null} next */
function call(next) {
  name = next;
  try {
    if (next) storage("session")?.setItem(HERE, next);
    else storage("session")?.removeItem(HERE);
  } catch {
    // Then the tab asks for its draft when the page is loaded anew.
  }
}

export const current = () => name;
/** This tab writes no draft any more; what is kept stays. */
export const leave = () => call(null);

/**
 * Lets this tab go on with a draft; the tab that wrote it learns that it does so no more.
 * @param {string} chosen
 * @returns {Values | null}
 */
export function take(chosen) {
  const kept = read(chosen);
  if (!kept) return null;
  call(chosen);
  write(chosen, { values: kept.values, at: kept.at, tab });
  return kept.values;
}

/** Whether another tab went on with this tab's draft. It is no longer this tab's then. */
export function isLost() {
  const kept = name && read(name);
  const lost = !!kept && kept.tab !== tab;
  if (lost) leave();
  return lost;
}

/**
 * Keeps `values`, as a draft of its own if this tab has none; gives false where the browser doesn't let it.
 * @param {Values} values
 */
export function keep(values) {
  try {
    if (!name || isLost()) call(fresh());
    write(name, { values, at: Date.now(), tab });
    return true;
  } catch {
    return false;
  }
}

/** Leaves no trace of a draft. @param {string} chosen */
export function remove(chosen) {
  storage("local")?.removeItem(START + chosen);
}

/**
 * Leaves no trace of this tab's draft; `off` also remembers that none is wanted.
 * @param {boolean} off
 */
export function forget(off) {
  try {
    if (name && !isLost()) remove(name);
    leave();
    if (off) storage("local").setItem(OFF, "yes");
    else storage("local").removeItem(OFF);
  } catch {
    // Nothing was kept then.
  }
}
