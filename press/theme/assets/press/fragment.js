// Reads which place of a page an address names.

/** The name behind `#`; nothing where it can't be read. @param {string} hash */
export function named(hash) {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}
