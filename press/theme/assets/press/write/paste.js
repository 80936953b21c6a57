// Turns what is pasted into the form's own marks: lists stay lists, numbers stay numbers; headings, quotations, links, bold and
// slanted words stay what they are. All else that a word processor or a page brings along is left behind.

import { isWeb } from "./inline.js";

/** @typedef {{ text: string; strong?: boolean; em?: boolean; href?: string }} Run */
/** @typedef {{ strong?: boolean; em?: boolean; href?: string; start?: string; quoted?: boolean; lists: { ordered: boolean; next: number }[] }} Within */

const SKIPPED = new Set([
  "STYLE",
  "SCRIPT",
  "HEAD",
  "TITLE",
  "TEMPLATE",
  "NOSCRIPT",
  "DEL",
  "SVG",
  "IMG",
  "BUTTON",
  "SELECT",
  "TEXTAREA",
]);
const BLOCKS = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DIV DL DT FIGCAPTION FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TH THEAD TR UL".split(
    " ",
  ),
);
const STEP = "   "; // before an item of a list in a list
const SIGN = /^\s*(?:(\d{1,3}|[a-z]{1,4})[.)]|\((\d{1,3}|[a-z]{1,4})\))/i; // of a numbered item; all others have a bullet
const DASH = /^[–—―−]\s+(?=\S)/;

/** @param {Element} element */
const styleOf = (element) => (element.getAttribute?.("style") ?? "").toLowerCase();
/** @param {Element} element */
const isLeftOut = (element) =>
  SKIPPED.has(element.nodeName.toUpperCase()) || /display:\s*none|mso-hide:\s*all|mso-element:\s*comment/.test(styleOf(element));

/** Whether an element is in bold, or no longer, as its name and its style say; Word’s `mso-bidi-font-weight` is of other scripts. @param {Element} element @param {boolean} before */
function isStrong(element, before) {
  const weight = /(?<![\w-])font-weight:\s*(\w+)/.exec(styleOf(element))?.[1];
  if (weight) return weight.startsWith("bold") || Number(weight) >= 600;
  return before || ["B", "STRONG"].includes(element.nodeName.toUpperCase());
}

/** @param {Element} element @param {boolean} before */
function isSlanted(element, before) {
  const style = /(?<![\w-])font-style:\s*(\w+)/.exec(styleOf(element))?.[1];
  if (style) return style !== "normal";
  return before || ["I", "EM"].includes(element.nodeName.toUpperCase());
}

/** Where a link leads, without what Google puts before it; nothing where it leads to no page. @param {Element} element */
function addressOf(element) {
  const given = element.getAttribute("href") ?? "";
  const wrapped = /^https:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/.exec(given);
  const address = wrapped ? decodeURIComponent(wrapped[1]) : given;
  return isWeb(address) ? address : undefined;
}

/** @param {Run[]} runs */
function merged(runs) {
  /** @type {Run[]} */
  const found = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last && last.strong === run.strong && last.em === run.em && last.href === run.href) last.text += run.text;
    else found.push({ ...run });
  }
  return found;
}

/**
 * The words of a line with their marks. Where a mark would stand within a word, there is none: nobody would read it as one.
 * @param {Run[]} runs
 * @param {boolean} isHeading
 */
function line(runs, isHeading) {
  const all = merged(
    runs.map((run) => ({
      ...run,
      text: run.text.replace(/\s+/g, " "),
      strong: Boolean(run.strong && !isHeading && !run.href),
      em: Boolean(run.em && !run.href),
    })),
  );
  const made = all.map(({ text, strong, em, href }, place) => {
    const [, before, words, after] = /^(\s*)(.*?)(\s*)$/s.exec(text);
    if (!words) return text;
    if (href) return before + (words === href ? words : `[${words.replace(/[[\]]/g, "")}](${href})`) + after;
    const stars = words.includes("*") ? "" : "*".repeat((strong ? 2 : 0) + (em ? 1 : 0));
    const left = before || all[place - 1]?.text.at(-1) || " ";
    const right = after || all[place + 1]?.text[0] || " ";
    return /[\s\p{P}]/u.test(left) && /[\s\p{P}]/u.test(right) ? before + stars + words + stars + after : text;
  });
  return made.join("").replace(/ {2,}/g, " ").trim();
}

/** Gathers lines from a tree of nodes. */
class Reader {
  constructor() {
    /** @type {string[]} */
    this.lines = [];
    /** @type {Run[]} */
    this.runs = [];
    this.start = "";
  }

  /** The line that is being read is over. @param {string} start what the next one begins with @param {boolean} [over] of an item, too */
  end(start, over) {
    const words = line(this.runs, this.start.startsWith("#"));
    if (words) this.lines.push(this.start + words);
    if (words || over || !this.start.trim() || start.trim()) this.start = start; // an item's words may come in their own paragraph
    this.runs = [];
  }

  /** @param {Node} node @param {Within} within */
  read(node, within) {
    if (node.nodeType === 3) this.runs.push({ text: node.nodeValue, strong: within.strong, em: within.em, href: within.href });
    if (node.nodeType !== 1) return;
    const element = /** @type {Element} */ (node);
    const name = element.nodeName.toUpperCase();
    if (isLeftOut(element)) return;
    if (name === "BR") {
      if (within.lists.length) this.runs.push({ text: " " });
      else this.end(within.start ?? "");
      return;
    }
    if (BLOCKS.has(name)) this.block(element, name, within);
    else {
      const href = name === "A" ? addressOf(element) : within.href;
      this.all(element, { ...within, strong: isStrong(element, within.strong), em: isSlanted(element, within.em), href });
    }
  }

  /** @param {Element} element @param {Within} within */
  all(element, within) {
    for (const child of element.childNodes) this.read(child, within);
  }

  /** @param {Element} element @param {string} name @param {Within} within */
  block(element, name, within) {
    const inner = { ...within, strong: isStrong(element, within.strong), em: isSlanted(element, within.em) };
    const word = /mso-list:\s*l\d+\s+level(\d+)/.exec(styleOf(element));
    if (name === "OL" || name === "UL") {
      this.end(within.start ?? "");
      const next = Number(element.getAttribute("start") ?? 1);
      inner.lists = [...within.lists, { ordered: name === "OL", next }];
    } else if (name === "LI" && within.lists.length) {
      const list = within.lists.at(-1);
      const level = Number(element.getAttribute("aria-level") ?? element.getAttribute("data-aria-level") ?? within.lists.length);
      this.end(STEP.repeat(Math.max(0, level - 1)) + (list.ordered ? `${list.next}. ` : "- "));
      list.next += 1;
    } else if (word) {
      const sign = signOf(element);
      const number = SIGN.exec(sign);
      const count = Number(number?.[1] ?? number?.[2]) || 1;
      this.end(STEP.repeat(Number(word[1]) - 1) + (number ? `${count}. ` : "- "));
      inner.lists = [{ ordered: false, next: 1 }];
    } else if (/^H[1-6]$/.test(name)) this.end("## ");
    else if (name === "BLOCKQUOTE" || within.quoted) {
      this.end(within.lists.length ? (within.start ?? "") : "> ");
      inner.quoted = true;
    } else if (!within.lists.length) this.end("");
    else this.runs.push({ text: " " });
    inner.start = inner.quoted && !inner.lists.length ? "> " : "";
    this.all(element, inner);
    if (!within.lists.length || ["LI", "OL", "UL"].includes(name)) this.end(within.start ?? "", true);
  }
}

/** The sign before an item as Word writes it, which is then left out. @param {Element} element @returns {string} */
function signOf(element) {
  for (const child of element.childNodes) {
    if (child.nodeType !== 1) continue;
    const inner = /** @type {Element} */ (child);
    if (/mso-list:\s*ignore/.test(styleOf(inner))) {
      const sign = inner.textContent;
      inner.remove();
      return sign;
    }
    const found = signOf(inner);
    if (found) return found;
  }
  return "";
}

/**
 * The lines of a tree of nodes, such as the body of a page that was pasted.
 * @param {Element} root
 */
export function fromTree(root) {
  const reader = new Reader();
  reader.all(root, { lists: [] });
  reader.end("");
  return reader.lines.join("\n");
}

/** Whether HTML has anything that plain text can't say. @param {string} html */
export const hasMarks = (html) =>
  /<(?:[ou]l|li|b|strong|i|em|h[1-6]|blockquote|a\s[^>]*href)\b|mso-list|font-weight|font-style/i.test(html);

// How deep Word's usual signs lie: numbers, letters, small Roman numbers.
const SIGNS = [/^\d{1,3}[.)]\t/, /^[a-z][.)]\t/, /^[ivx]+[.)]\t/];

/**
 * Plain text with the signs of lists as the form has them. What is no list stays as it is.
 * @param {string} text
 */
export function fromPlain(text) {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  /** @param {number} place */
  const isDash = (place) => DASH.test((lines[place] ?? "").trimStart());
  let letter = "";
  const made = lines.map((given, place) => {
    const spaces = /^[ \t]*/.exec(given)[0];
    const words = given.slice(spaces.length);
    const isRoman = SIGNS[2].test(words) && !(words[0] === "i" && letter === "h") && !(words[0] === "v" && letter === "u");
    const depth = isRoman ? 2 : SIGNS.findIndex((sign) => sign.test(words));
    letter = depth === 1 ? words[0] : "";
    if (depth === 0) return spaces + words.replace(/^(\d+)[.)]\t\s*/, "$1. ");
    if (depth > 0 && place) return `${spaces || STEP.repeat(depth)}1. ${words.replace(/^\S+\s+/, "")}`;
    if (/^o\t/.test(words)) return `${spaces || STEP}- ${words.slice(1).trimStart()}`;
    if (/^§\t/.test(words)) return `${spaces || STEP.repeat(2)}- ${words.slice(1).trimStart()}`;
    if (/^[•●○◦▪■‣⁃∙·\uf0a7\uf0b7\uf0d8\uf0fc]\s+\S/.test(words)) return `${spaces}- ${words.slice(1).trimStart()}`;
    // Two lines or more that begin with a dash are a list; one alone may be what somebody says.
    if (isDash(place) && (isDash(place - 1) || isDash(place + 1))) return `${spaces}- ${words.replace(DASH, "")}`;
    return given;
  });
  return made.join("\n");
}
