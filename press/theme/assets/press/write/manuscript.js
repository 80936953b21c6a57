// Turns what was typed into the form into the story's file, and into blocks to show. A line is a paragraph, a heading, an item
// of a list, a quotation, a picture, a break or a mark of the excerpt; inline.js knows what stands within one.

import { inline, plain } from "./inline.js";

const SPACES = /[\t\v\f\u0085\p{Zs}]+/gu;
const UNWRITABLE = /[\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const BREAK = /^([-*_])\s*(?:\1\s*){2,}$/;
const PICTURE = /^!\[([^[\]]*)\]\(([\w.-]+\.(?:jpe?g|png|webp))\)$/i;
/** @type {Record<string, string>} */
const STARTS = { heading: "## ", quote: "> " };
const DEEPEST = 3; // of a list in a list

/** @type {WeakMap<object, Record<string, RegExp>>} */
const compiled = new WeakMap();

/** A pattern as what searches; compiled once, since that takes longer than most searches. @param {Pattern | Sign} pattern */
export function compile(pattern, more = "") {
  if (!compiled.has(pattern)) compiled.set(pattern, {});
  const kept = compiled.get(pattern);
  kept[more] ??= new RegExp(pattern[0], pattern[1] + more);
  return kept[more];
}

/**
 * All that a search finds in a text. `matchAll` would have a copy of the search compiled anew.
 * @param {RegExp} search
 * @param {string} text
 */
export function matched(search, text) {
  const found = [];
  search.lastIndex = 0;
  for (let one = search.exec(text); one; one = search.exec(text)) {
    found.push(one);
    if (!one[0]) search.lastIndex += 1;
  }
  return found;
}

/**
 * Text without what a file can't hold: hidden signs, odd spaces, halves of letters.
 * @param {string} text
 * @param {Rules} data
 */
export function clean(text, data) {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, "\n")
    .replace(UNWRITABLE, "")
    .replace(SPACES, (run, at, whole) => (/[^\n]/.test(whole[at - 1] ?? "\n") ? " " : run.replaceAll("\t", "    ")))
    .replace(/^[^\S\n]+/gm, (run) => " ".repeat(run.length)) // before an item of a list they say how deep it lies
    .replace(compile(data.file.hidden, "g"), (_, flag) => flag ?? "");
}

/**
 * Text as people see it, for whoever looks for words in it: joiners and the like part no name and no number.
 * @param {string} text
 * @param {Rules} data
 */
export const visible = (text, data) => text.replace(compile(data.file.past, "g"), "");

/**
 * How deep an item of a list lies, by the spaces before it. `open` are those of the items around it, from the outside in.
 * @param {number[]} open
 * @param {number} spaces
 */
function depthOf(open, spaces) {
  while (open.length && spaces < open.at(-1)) open.pop();
  if (!open.length || (spaces > open.at(-1) + 1 && open.length <= DEEPEST)) open.push(spaces);
  return open.length - 1;
}

/** @type {WeakMap<object, { typed: string, made: Block[] }>} */
const last = new WeakMap();

/**
 * What was typed as blocks, which stand until something else is typed: a check asks for them seven times.
 * @param {string} typed
 * @param {Rules} data
 * @returns {Block[]}
 */
export function blocks(typed, data) {
  if (last.get(data)?.typed !== typed) last.set(data, { typed, made: parted(typed, data) });
  return last.get(data).made;
}

/**
 * What was typed as blocks: `kind` and `text`, and `line`, the number of the line it was typed on, from 1.
 * @param {string} typed
 * @param {Rules} data
 * @returns {Block[]}
 */
function parted(typed, data) {
  const bullets = [...data.text.bullets, ..."-+*"]; // Word's as well as Markdown's
  /** @type {number[]} */
  let open = [];
  /** @param {string} text */
  const bullet = (text) => bullets.includes(text[0]) && /^.\s+(?=\S)/u.exec(text)?.[0];
  /** @param {string} text */
  const bare = (text) => (bullet(text) && !"-+*".includes(text[0]) ? text.slice(bullet(text).length) : text);
  /** @param {string} text @param {number} spaces @returns {Omit<Block, "line">} */
  function block(text, spaces) {
    const heading = /^#{1,6}\s+(.*?)(?:\s+#+)?$/.exec(text) ?? /^#{2,6}([^#\s].*)$/.exec(text);
    const picture = PICTURE.exec(text);
    const number = /^(\d{1,2})[.)]\s+(?=\S)/.exec(text);
    const quote = /^(?:>\s*)+(?=[^>\s])/.exec(text);
    if (data.text.marks.includes(text)) return { kind: "mark", text };
    if (heading) return { kind: "heading", text: heading[1] };
    if (BREAK.test(text)) return { kind: "break", text: "***" };
    if (picture) return { kind: "picture", text: picture[1].trim(), file: picture[2] };
    if (quote) return { kind: "quote", text: bare(text.slice(quote[0].length)) };
    const start = number?.[0] ?? bullet(text);
    if (!start) return { kind: "paragraph", text };
    const item = { text: bare(text.slice(start.length)), depth: depthOf(open, spaces) };
    return number ? { kind: "number", number: Number(number[1]), ...item } : { kind: "item", ...item };
  }
  return clean(typed, data)
    .split("\n")
    .flatMap((given, above) => {
      /** @type {Block[]} */
      const found = [];
      const text = given.trim();
      if (!text || /^#+$/.test(text)) return found;
      const made = block(text, given.length - given.trimStart().length);
      if (!isItem(made)) open = [];
      return [{ ...made, line: above + 1 }];
    });
}

/** @param {Pick<Block, "kind">} block */
const isItem = ({ kind }) => kind === "item" || kind === "number";

/**
 * Gives each item of a list, one after the other, its mark and the spaces before it; and whether it begins a list.
 * A list in a list begins with 1: no other number ends the words above it (CommonMark 0.31, 5.3).
 */
function marker() {
  /** @type {{ kind: string; number: number; width: number }[]} */
  let lists = [];
  /** @param {Block} block */
  return ({ kind, number, depth }) => {
    const before = lists[depth]?.kind === kind ? lists[depth] : null;
    const isFirst = depth === 0 && !before;
    const count = before ? before.number + 1 : depth ? 1 : (number ?? 1);
    const mark = kind === "number" ? `${count}. ` : "- ";
    lists = [...lists.slice(0, depth), { kind, number: count, width: mark.length }];
    const spaces = lists.slice(0, depth).reduce((sum, { width }) => sum + width, 0);
    return { isFirst, start: " ".repeat(spaces) + mark };
  };
}

/**
 * The body of the file, and for each of its lines the line that it was typed on.
 * @param {string} typed
 * @param {Rules} data
 */
export function body(typed, data) {
  /** @type {string[]} */
  const lines = [];
  /** @type {number[]} */
  const typedOn = [];
  let mark = marker();
  /** @type {Block} */
  let before = null;
  for (const block of blocks(typed, data)) {
    if (!isItem(block)) mark = marker();
    const { isFirst = true, start = STARTS[block.kind] ?? "" } = isItem(block) ? mark(block) : {};
    const inQuote = block.kind === "quote" && before?.kind === "quote";
    if (before && isFirst) {
      lines.push(inQuote ? ">" : "");
      typedOn.push(block.line);
    }
    if (block.kind === "picture") lines.push(`![${plain(block.text)}](${block.file})`);
    else lines.push(["mark", "break"].includes(block.kind) ? block.text : start + inline(block.text, data));
    typedOn.push(block.line);
    before = block;
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

/** The pictures' lines of the front matter. @param {Picture[]} pictures @param {Rules} data */
function listed(pictures, data) {
  const names = /** @type {(keyof Picture)[]} */ (Object.keys(data.schema.$defs.Picture.properties));
  const lines = (pictures ?? []).map((picture) => {
    const given = names.filter((name) => picture[name]);
    return given.map((name, place) => `  ${place ? " " : "-"} ${name}: ${value(String(picture[name]))}`);
  });
  return lines.length ? ["pictures:", ...lines.flat()] : [];
}

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
    if (name === "pictures") lines.push(...listed(values.pictures, data));
    else if (given(name)) lines.push(`${name}: ${value(values[name])}`);
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
export function file(values, data) {
  const { text } = body(values.text ?? "", data);
  const linked = values.pictures?.length ? text.replace(/(?<!\\)\]\(\.\.\/(?=docs\/)/g, "](../../") : text; // from its own folder
  return `---\n${front(values, data)}\n---\n\n${linked}\n`;
}

/**
 * A file name made of the title, which no other story has; with pictures, in a folder of that name.
 * @param {Values} values
 * @param {Rules} data
 */
export function name(values, data) {
  const letters = [...(values.title ?? "").toLowerCase()].map((letter) => data.letters[letter] ?? letter).join("");
  const made = letters
    .normalize("NFKD")
    .replace(/\p{M}|['’]/gu, "")
    .toLowerCase() // of signs such as 𝔸, too
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60)
    .replace(/-$/, "");
  const base = /[a-z]/.test(made) ? made : `a-story-${values.published || "1"}`;
  let free = base;
  for (let number = 2; data.taken.includes(free); number += 1) free = `${base}-${number}`;
  return values.pictures?.length ? `${free}/index.md` : `${free}.md`;
}
