// Turns what was typed into the form into the story's file, and into blocks to show. A line is a paragraph, a heading, an item
// of a list, a break or a mark of the excerpt. Whatever else Markdown would act on is marked to stay as it was typed.

import { withAddresses } from "./addresses.js";

const SPACES = /[\t\v\f\u0085\p{Zs}]+/gu;
const UNWRITABLE = /[\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const BREAK = /^([-*_])\s*(?:\1\s*){2,}$/;
const WEB = /^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/[\w./~%#?=+:,;!-]*)?$/i;
/** @type {Record<string, string>} */
const STARTS = { heading: "## ", item: "- " };
const LINK = /\[([^[\]\n]+)\]\(([^\s()<>]+)\)/g;

/** @param {Pattern} pattern */
export const compile = (pattern, more = "") => new RegExp(pattern[0], pattern[1] + more);

/**
 * Text without what a file can't hold: hidden signs, odd spaces, halves of letters.
 * @param {string} text
 * @param {Rules} data
 */
export function clean(text, data) {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(UNWRITABLE, "")
    .replace(SPACES, " ")
    .replace(compile(data.file.hidden, "g"), (_, flag) => flag ?? "");
}

/**
 * Text as people see it, for whoever looks for words in it: joiners and the like part no name and no number.
 * @param {string} text
 * @param {Rules} data
 */
export const visible = (text, data) => text.replace(compile(data.file.past, "g"), "");

/**
 * What was typed as blocks: `kind` and `text`, and `line`, the number of the line it was typed on, from 1.
 * @param {string} typed
 * @param {Rules} data
 * @returns {Block[]}
 */
export function blocks(typed, data) {
  /** @type {Block[]} */
  const found = [];
  const bullets = [...data.text.bullets, ..."-+*"]; // Word's as well as Markdown's
  clean(typed, data)
    .split("\n")
    .forEach((given, number) => {
      const text = given.trim();
      const heading = /^#{1,6}\s+(.*?)(?:\s+#+)?$/.exec(text) ?? /^#{2,6}([^#\s].*)$/.exec(text);
      const item = bullets.includes(text[0]) && /^.\s+(?=\S)/u.exec(text);
      const line = number + 1;
      if (!text || /^#+$/.test(text)) return;
      if (data.text.marks.includes(text)) found.push({ kind: "mark", text, line });
      else if (heading) found.push({ kind: "heading", text: heading[1], line });
      else if (BREAK.test(text)) found.push({ kind: "break", text: "***", line });
      else if (item) found.push({ kind: "item", text: text.slice(item[0].length), line });
      else found.push({ kind: "paragraph", text, line });
    });
  return found;
}

/**
 * A block's words and links, in order. A link is one only to the web or to the glossary, or a web address that stands bare;
 * anything else stays as typed.
 * @param {string} text
 * @param {Rules} data
 * @returns {Piece[]}
 */
export function pieces(text, data) {
  const found = [];
  let end = 0;
  for (const link of text.matchAll(LINK)) {
    if (text[link.index - 1] === "!" || !(WEB.test(link[2]) || data.targets.includes(link[2]))) continue;
    found.push(...withAddresses(text.slice(end, link.index)), { text: link[1], href: link[2] });
    end = link.index + link[0].length;
  }
  return [...found, ...withAddresses(text.slice(end))].filter((piece) => piece.text);
}

// Marks of Markdown, of what else GitHub draws, and of what other programs would act on; a price stays a price.
const MARKS = /[\\`*_[\]<~{}|^]|(?<=[\w.+-])@(?=\w)|\$(?=[^\s\d])|&(?=#|\w)|(?<=https?|ftp|mailto|xmpp):|(?<=www)\./gi;
/** @param {string} text */
const plain = (text) => text.replace(MARKS, "\\$&");

/** @param {Piece} piece */
function written({ text, href, isBare }) {
  if (!href) return plain(text);
  if (isBare && text === href) return `<${href}>`;
  return isBare ? `[${plain(text).replace(/[-'"]/g, "\\$&")}](<${href}>)` : `[${plain(text)}](${href})`;
}

/** @param {string} text @param {Rules} data */
function inline(text, data) {
  return pieces(text, data)
    .map(written)
    .join("")
    .replace(/^(?=[#>=:]|[-+](?:\s|$)|!!!|\?\?\?|\+\+\+|@@ |--- (?:[ab]\/|\/dev\/null))/, "\\")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2")
    .replace(/#$/, "\\#");
}

/**
 * The body of the file, and for each of its lines the line that it was typed on.
 * @param {string} typed
 * @param {Rules} data
 */
export function body(typed, data) {
  const lines = [];
  const typedOn = [];
  let before = "";
  for (const block of blocks(typed, data)) {
    if (before && !(before === "item" && block.kind === "item")) {
      lines.push("");
      typedOn.push(block.line);
    }
    const start = STARTS[block.kind] ?? "";
    lines.push(["mark", "break"].includes(block.kind) ? block.text : start + inline(block.text, data));
    typedOn.push(block.line);
    before = block.kind;
  }
  return { text: lines.join("\n"), typedOn };
}

/**
 * A value as front matter has it; quotes where YAML would take it for something else.
 * @param {string | string[]} given
 * @returns {string}
 */
function value(given) {
  if (Array.isArray(given)) return `[${given.map(value).join(", ")}]`;
  const safe = /^[A-Za-z][\w ’“”.!?()/-]*$/.test(given) || /^\d{4}-\d\d-\d\d$/.test(given);
  return safe || /^https:\/\/[\w./~%?=+-]+$/.test(given) ? given : JSON.stringify(given);
}

/**
 * One line of a field, as the program reads it.
 * @param {string} text
 * @param {Rules} data
 */
export const line = (text, data) => clean(text, data).split(/\s+/).filter(Boolean).join(" ");

/**
 * The front matter's lines, in the order of the schema; what is empty is left out.
 * @param {Values} values
 * @param {Rules} data
 */
function front(values, data) {
  const lines = [];
  /** @param {string} name */
  const given = (name) => values[name]?.length > 0;
  for (const [name, field] of Object.entries(data.schema.properties)) {
    if (given(name)) lines.push(`${name}: ${value(values[name])}`);
    const group = data.schema.$defs[field.$ref?.split("/").pop()];
    const inner = Object.keys(group?.properties ?? {}).filter((part) => given(`${name}.${part}`));
    if (inner.length) lines.push(`${name}:`, ...inner.map((part) => `  ${part}: ${value(values[`${name}.${part}`])}`));
  }
  return lines.join("\n");
}

/**
 * The whole file.
 * @param {Values} values
 * @param {Rules} data
 */
export const file = (values, data) => `---\n${front(values, data)}\n---\n\n${body(values.text ?? "", data).text}\n`;

/**
 * A file name made of the title, which no other story has.
 * @param {Values} values
 * @param {Rules} data
 */
export function name(values, data) {
  const letters = (values.title ?? "")
    .normalize("NFKD")
    .replace(/\p{M}|['’]/gu, "")
    .toLowerCase();
  const made = letters
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  const base = /[a-z]/.test(made) ? made : `a-story-${values.published || "1"}`;
  let free = base;
  for (let number = 2; data.taken.includes(free); number += 1) free = `${base}-${number}`;
  return `${free}.md`;
}
