// Looks for words by which somebody may be known, and for sensitive ones, as the checks do that lead an editor's eye
// (press/checks: recognition, traits, sensitive, quotations). The patterns and words are theirs; people.js looks for names and places.

import { pieces } from "./inline.js";
import { isNear, remembered, worth } from "./looks.js";
import { blocks, compile, matched, visible } from "./manuscript.js";
import { names, places } from "./people.js";
import { telling } from "./personal.js";
import { typeset, typesetPieces } from "./typographer.js";

/** @param {string} text */
const turn = (text) =>
  text.replace(/[a-z]/gi, (letter) => {
    const first = letter < "a" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first);
  });

/** @type {WeakMap<Note, Pattern>} */
const plain = new WeakMap();

/** What a note looks for: its pattern comes turned. @param {Note} note */
export function searchOf(note) {
  if (!plain.has(note)) plain.set(note, [turn(note.pattern[0]), note.pattern[1]]);
  return compile(plain.get(note), "g");
}

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

/** @param {Values} values */
const isUnnamed = (values) => values.kind !== "illustrative" && values.attribution !== "named";

/** What was found in a text, by notes. */
const all = remembered(() => /** @type {Map<Note, RegExpMatchArray[]>} */ (new Map()));

/** Where in a text stands what a note looks for. @param {string} text @param {Note} note @param {Rules} data */
function matches(text, note, data) {
  const kept = all(text, data);
  if (!kept.has(note)) {
    const read = note.unless ? text.toLowerCase() : text;
    const found = worth(text, note, data) ? matched(searchOf(note), read) : [];
    kept.set(note, note.near ? found.filter((one) => isNear(text, one, note.near)) : found);
  }
  return kept.get(note);
}

/**
 * What is looked for by one pattern each; a guess is passed over where `isTold` says that its words are told as an error.
 * @param {Values} values
 * @param {Seen[]} seen
 * @param {ReturnType<typeof telling>} isTold
 * @param {Rules} data
 * @returns {Generator<Found>}
 */
function* looked(values, seen, isTold, data) {
  const whole = texts(values, data, true);
  const unnamed = isUnnamed(values);
  for (const note of data.noted) {
    const { rule, level, said, once, unless, words, ...only } = note;
    if ((only.unnamed && !unnamed) || values.content_notes?.includes(unless)) continue;
    let told = false;
    for (const one of only.sourcesToo ? whole : seen) {
      const { at, line, text } = one;
      if ((only.fieldsOnly && at === "text") || (once && told)) continue;
      for (const found of matches(text, note, data)) {
        if ((once && told) || (words && found[1].trim().split(/\s+/).length < words)) continue;
        if (only.mayBeData && isTold(one, found.index, found.index + found[0].length)) continue;
        told = true;
        yield { at, line, rule, level, what: said[0], mend: said[1] };
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
  const isTold = telling(values, data);
  const found = [...looked(values, seen, isTold, data), ...names(seen, data, values.author), ...dead(values, data)];
  return isUnnamed(values) ? [...found, ...places(seen, isTold, data)] : found;
}
