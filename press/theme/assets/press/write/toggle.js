// Works out how a text changes when words of it become a heading, bold, a list, a link and so on, or stop being that. The text
// fields themselves are no matter of this module.

/** @typedef {"heading" | "strong" | "em" | "item" | "number" | "quote" | "link"} Mark */

const LINES = { heading: /^#{1,6}\s+/, item: /^[ \t]*[-+*•]\s+/, number: /^[ \t]*\d{1,2}[.)]\s+/, quote: /^(?:>\s*)+/ };
const BITS = { em: 1, strong: 2 }; // one star, two, or both: three
const ANY = /^(?:#{1,6}\s+|[ \t]*[-+*•]\s+|[ \t]*\d{1,2}[.)]\s+|(?:>\s*)+)/;
const LINK = /\[([^[\]\n]*)\]\(([^\s()<>]*)\)/g;
const START = `https:${"/".repeat(2)}`;

/** @param {string} text @param {number} start @param {number} end @returns {[from: number, to: number]} */
function linesAround(text, start, end) {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const last = end > start && text[end - 1] === "\n" ? end - 1 : end; // what ends with a line's end does not touch the next
  const to = text.indexOf("\n", last);
  return [from, to < 0 ? text.length : to];
}

/**
 * The word at a place, or what is chosen without the spaces around it.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @returns {[from: number, to: number]}
 */
function wordsAt(text, start, end) {
  if (start === end) {
    const before = /[\p{L}\p{N}_'’-]*$/u.exec(text.slice(0, start))[0].length;
    const after = /^[\p{L}\p{N}_'’-]*/u.exec(text.slice(start))[0].length;
    return [start - before, start + after];
  }
  const chosen = text.slice(start, end);
  const from = start + chosen.length - chosen.trimStart().length;
  return [from, Math.max(from, end - (chosen.length - chosen.trimEnd().length))];
}

/**
 * Words without the stars around them: where they begin and end, and how many stars stand on either side.
 * @param {string} text
 * @param {number} from
 * @param {number} to
 */
function starred(text, from, to) {
  let [start, end] = [from, to];
  while (end - start > 2 && text[start] === "*" && text[end - 1] === "*") [start, end] = [start + 1, end - 1];
  const before = /\*{0,3}$/.exec(text.slice(0, start))[0].length;
  const after = /^\*{0,3}/.exec(text.slice(end))[0].length;
  return { start, end, stars: Math.min(before, after) };
}

/**
 * The parts of what is chosen that can be bold or slanted: its words, line by line.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
function runs(text, start, end) {
  if (!text.slice(start, end).includes("\n")) return [starred(text, ...wordsAt(text, start, end))];
  const found = [];
  let at = start;
  for (const line of text.slice(start, end).split("\n")) {
    const isWhole = at === 0 || text[at - 1] === "\n";
    const skipped = isWhole ? (ANY.exec(line)?.[0].length ?? 0) : 0;
    if (line.slice(skipped).trim()) found.push(starred(text, ...wordsAt(text, at + skipped, at + line.length)));
    at += line.length + 1;
  }
  return found;
}

/** @param {string} text @param {number} start @param {number} end @param {"strong" | "em"} mark @returns {Edit} */
function toggledStars(text, start, end, mark) {
  const parts = runs(text, start, end);
  if (!parts.length) return { from: start, to: start, text: "", start, end };
  const bit = BITS[mark];
  const on = parts.every(({ stars }) => stars & bit);
  const from = parts[0].start - parts[0].stars;
  let [made, at] = ["", from];
  /** @type {number[]} */
  const chosen = [];
  for (const part of parts) {
    const row = "*".repeat(on ? part.stars & ~bit : part.stars | bit);
    made += text.slice(at, part.start - part.stars) + row;
    chosen.push(from + made.length);
    made += text.slice(part.start, part.end);
    chosen.push(from + made.length);
    made += row;
    at = part.end + part.stars;
  }
  const isCursor = start === end && parts[0].start < parts[0].end;
  const cursor = chosen[0] + start - parts[0].start; // it stays between the same letters
  if (parts.length > 1) return { from, to: at, text: made, start: from, end: from + made.length };
  return { from, to: at, text: made, start: isCursor ? cursor : chosen[0], end: isCursor ? cursor : chosen.at(-1) };
}

/** @param {string} text @param {number} start @param {number} end @param {"heading" | "item" | "number" | "quote"} mark @returns {Edit} */
function toggledLines(text, start, end, mark) {
  const [from, to] = linesAround(text, start, end);
  const lines = text.slice(from, to).split("\n");
  const words = lines.filter((line) => line.trim());
  const on = words.length > 0 && words.every((line) => LINES[mark].test(line));
  let number = 0;
  const made = lines.map((line) => {
    if (!line.trim() && lines.length > 1) return line;
    const spaces = ["item", "number"].includes(mark) && !on ? /^[ \t]*/.exec(line)[0] : "";
    number += 1;
    const begins = { heading: "## ", item: "- ", number: `${number}. `, quote: "> " }[mark];
    return spaces + (on ? "" : begins) + line.replace(ANY, "").trimStart();
  });
  const whole = made.join("\n");
  if (start !== end) return { from, to, text: whole, start: from, end: from + whole.length };
  const rest = on ? whole : whole.replace(ANY, "");
  const cursor = Math.max(from + whole.length - rest.length, start + whole.length - (to - from));
  return { from, to, text: whole, start: cursor, end: cursor };
}

/** The link that lies around a place. @param {string} text @param {number} start @param {number} end */
const linkAt = (text, start, end) =>
  [...text.matchAll(LINK)].find(
    (link) => text[link.index - 1] !== "!" && link.index <= start && link.index + link[0].length >= end,
  );

/** @param {string} text @param {number} start @param {number} end @returns {Edit} */
function toggledLink(text, start, end) {
  const link = linkAt(text, start, end);
  if (link) {
    const from = link.index;
    return { from, to: from + link[0].length, text: link[1], start: from, end: from + link[1].length };
  }
  const [from, to] = wordsAt(text, start, end);
  const words = text.slice(from, to);
  if (/^https?:\/\/\S+$/.test(words)) return { from, to, text: `[](${words})`, start: from + 1, end: from + 1 };
  const line = words.replace(/\s*\n\s*/g, " ");
  const address = from + line.length + 3;
  const at = line ? [address, address + START.length] : [from + 1, from + 1];
  return { from, to, text: `[${line}](${START})`, start: at[0], end: at[1] };
}

/**
 * How the text changes when the mark is set to what is chosen, or taken from it.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Mark} mark
 * @returns {Edit}
 */
export function toggled(text, start, end, mark) {
  if (mark === "link") return toggledLink(text, start, end);
  return mark === "strong" || mark === "em" ? toggledStars(text, start, end, mark) : toggledLines(text, start, end, mark);
}

/**
 * Whether what is chosen has the mark already.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Mark} mark
 */
export function isOn(text, start, end, mark) {
  if (mark === "link") return Boolean(linkAt(text, start, end));
  if (mark === "strong" || mark === "em") {
    const parts = runs(text, start, end);
    return parts.length > 0 && parts.every((part) => part.end > part.start && part.stars & BITS[mark]);
  }
  const [from, to] = linesAround(text, start, end);
  const words = text
    .slice(from, to)
    .split("\n")
    .filter((line) => line.trim());
  return words.length > 0 && words.every((line) => LINES[mark].test(line));
}
