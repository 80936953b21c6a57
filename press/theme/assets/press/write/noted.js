// Looks for words by which somebody may be known, and for sensitive ones, as the checks do that lead an editor's eye
// (press/checks: recognition, student_names, places, traits, sensitive, quotations). The patterns and words are theirs.

import { pieces } from "./inline.js";
import { blocks, compile, visible } from "./manuscript.js";
import { sentences, tablesOf } from "./prose.js";
import { typeset, typesetPieces } from "./typographer.js";

/** @param {string} text */
const turn = (text) =>
  text.replace(/[a-z]/gi, (letter) => {
    const first = letter < "a" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });

/**
 * What readers can see: title, summary, and the blocks of the story, without its sources unless they are asked for.
 * @param {Values} values
 * @param {Rules} data
 * @returns {Seen[]}
 */
function texts(values, data, withSources = false) {
  const cited = compile(data.prose.patterns.cited, "g");
  /** @type {Seen[]} */
  const found = ["title", "summary"]
    .filter((name) => values[name])
    .map((name) => ({ at: name, text: visible(values[name], data) }));
  for (const { kind, text, line } of blocks(values.text ?? "", data)) {
    if (["mark", "break"].includes(kind)) continue;
    const set = kind === "picture" ? [{ text }] : typesetPieces(pieces(text, data), data);
    if (set[0]?.text.startsWith("Source:") && !withSources) continue;
    const silent = (/** @type {Piece} */ { href, isBare }) => href?.includes(".md") || (withSources && isBare);
    const parts = set.map((piece) => (silent(piece) ? "|" : piece.text));
    const whole = visible(parts.join(""), data);
    found.push({ at: "text", line, text: withSources ? whole : whole.replace(cited, "") });
  }
  return found;
}

/** @param {Values} values @param {Seen[]} seen @param {Rules} data @returns {Generator<Found>} */
function* looked(values, seen, data) {
  const all = texts(values, data, true);
  const unnamed = values.kind !== "illustrative" && values.attribution !== "named";
  for (const { rule, level, said, pattern, once, unless, words, ...only } of data.noted) {
    if ((only.unnamed && !unnamed) || values.content_notes?.includes(unless)) continue;
    const search = compile([turn(pattern[0]), pattern[1]], "g");
    let told = false;
    for (const { at, line, text } of only.sourcesToo ? all : seen) {
      if (only.fieldsOnly && at === "text") continue;
      for (const found of (unless ? text.toLowerCase() : text).matchAll(search)) {
        if ((once && told) || (words && found[1].trim().split(/\s+/).length < words)) continue;
        told = true;
        yield { at, line, rule, level, what: said[0], mend: said[1] };
      }
    }
  }
}

/** @param {string} word */
const bare = (word) => word.replaceAll("’", "'").replace(/'s$/, "").replace(/'+$/, "");

/** @param {Seen[]} seen @param {Rules} data @returns {Generator<Found>} */
function* names(seen, data) {
  const { said, patterns, none, reach } = data.names;
  /** @param {Pattern} pattern @param {string} text */
  const all = (pattern, text) => [...text.matchAll(compile(pattern, "g"))];
  const small = new Set(seen.flatMap(({ text }) => all(patterns.word, text).map((found) => found[0])));
  const known = new Set(
    seen
      .flatMap(({ text }) => all(patterns.within, text).map((found) => bare(found[0])))
      .filter((word) => !none.includes(word.toLowerCase()) && !small.has(word.toLowerCase())),
  );
  const near = compile(patterns.near);
  for (const { at, line, text } of seen) {
    if (!near.test(text)) continue;
    for (const sentence of sentences(text, tablesOf(data.prose))) {
      for (const found of all(patterns.word, sentence)) {
        if (!known.has(bare(found[0]))) continue;
        /** @param {string} part */
        const words = (part) => part.split(/\s+/).filter(Boolean);
        const before = words(sentence.slice(0, found.index)).slice(-reach);
        const after = words(sentence.slice(found.index + found[0].length)).slice(0, reach);
        if (near.test([...before, "|", ...after].join(" ")))
          yield { at, line, rule: "recognition", level: "review", what: said[0], mend: said[1] };
      }
    }
  }
}

/**
 * Links that no site can follow; any other that leads nowhere stays in the text as it was typed.
 * @param {Values} values
 * @param {Rules} data
 * @returns {Generator<Found>}
 */
function* dead(values, data) {
  const { untaken } = data;
  const search = compile(untaken.pattern);
  for (const { kind, text, line } of blocks(values.text ?? "", data)) {
    for (const piece of ["mark", "break", "picture"].includes(kind) ? [] : pieces(text, data)) {
      const found = !piece.href && search.exec(typeset(piece.text, data));
      const said = found && (found.groups.disk ? untaken.disk : untaken.other);
      if (found) yield { at: "text", line, rule: "links", what: said[0], mend: said[1] };
    }
  }
}

/**
 * What may tell who is meant, and what a reader may want to know first.
 * @param {Values} values
 * @param {Rules} data
 */
export function noted(values, data) {
  const seen = texts(values, data);
  return [...looked(values, seen, data), ...names(seen, data), ...dead(values, data)];
}
