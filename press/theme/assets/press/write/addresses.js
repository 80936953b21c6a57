// Finds the web addresses that stand bare in a text, as GitHub does (its specification, under “Autolinks”).

const START = /(?:(?<![A-Za-z])https?:\/\/|(?<![^\s*_~(])www\.)[^\s<]+/gi;
const HOST = /^(?:\w+:\/\/)?((?:[^\s\p{P}]|[-_.])+)/u;

/** @param {string} address */
function hasHost(address) {
  const labels = HOST.exec(address)?.[1].split(".") ?? [];
  return /[^-_]/.test(labels[0] ?? "") && address.length > 4 && !labels.slice(-2).join("").includes("_");
}

/** An address without the marks that end a sentence or close a bracket. @param {string} address */
function trimmed(address) {
  let kept = address;
  for (;;) {
    const ending = /(?:[?!.,:*_~'"]|&[a-z]+;|;)$/i.exec(kept)?.[0] ?? "";
    const isOpen = kept.endsWith(")") && kept.split(")").length > kept.split("(").length;
    if (!ending && !isOpen) return kept;
    kept = kept.slice(0, -(ending.length || 1));
  }
}

/** How many square brackets are open where a text ends: in one GitHub looks for no address. @param {string} text @param {number} depth */
function open(text, depth) {
  let now = depth;
  for (const sign of text) now = Math.max(now + (sign === "[" ? 1 : sign === "]" ? -1 : 0), 0);
  return now;
}

/**
 * A text in pieces, its bare addresses apart from the words between.
 * @param {string} text
 * @returns {Piece[]}
 */
export function withAddresses(text) {
  const found = [];
  if (!/www\.|:\/\//i.test(text)) return [{ text }];
  let end = 0;
  let [read, depth] = [0, 0];
  for (const { 0: run, index } of text.matchAll(START)) {
    depth = open(text.slice(read, index), depth);
    read = index;
    if (depth > 0 || (/^www/i.test(run) && !run.startsWith("www"))) continue;
    const address = trimmed(run);
    if (!hasHost(address)) continue;
    const href = address.startsWith("www.") ? `http:${"/".repeat(2)}${address}` : address;
    found.push({ text: text.slice(end, index) }, { text: address, href, isBare: true });
    end = index + address.length;
  }
  return [...found, { text: text.slice(end) }];
}
