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

/** Whether a square bracket is open where the text `before` ends: there GitHub looks for no address. @param {string} before */
function isInBrackets(before) {
  let depth = 0;
  for (const sign of before) depth = Math.max(depth + (sign === "[" ? 1 : sign === "]" ? -1 : 0), 0);
  return depth > 0;
}

/**
 * A text in pieces, its bare addresses apart from the words between.
 * @param {string} text
 * @returns {Piece[]}
 */
export function withAddresses(text) {
  const found = [];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(START)) {
    if (isInBrackets(text.slice(0, index)) || (/^www/i.test(run) && !run.startsWith("www"))) continue;
    const address = trimmed(run);
    if (!hasHost(address)) continue;
    const href = address.startsWith("www.") ? `http:${"/".repeat(2)}${address}` : address;
    found.push({ text: text.slice(end, index) }, { text: address, href, isBare: true });
    end = index + address.length;
  }
  return [...found, { text: text.slice(end) }];
}
