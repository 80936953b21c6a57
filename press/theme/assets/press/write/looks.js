// Says which texts are worth a search, as press/checks/recognition.py and person_names.py do: most of them have no word of what is
// looked for, and cost nothing then.

import { compile } from "./manuscript.js";

/**
 * Remembers what was made of a text: the same stands in several lists, and most stand in the next check, too.
 * @template Made
 * @param {(text: string, data: Rules) => Made} make
 * @returns {(text: string, data: Rules) => Made}
 */
export function remembered(make, most = 1000) {
  /** @type {WeakMap<Rules, { now: Map<string, Made>, before: Map<string, Made> }>} */
  const all = new WeakMap();
  return (text, data) => {
    if (!all.has(data)) all.set(data, { now: new Map(), before: new Map() });
    const kept = all.get(data);
    if (kept.now.size >= most) [kept.before, kept.now] = [kept.now, new Map()];
    if (!kept.now.has(text)) kept.now.set(text, kept.before.has(text) ? kept.before.get(text) : make(text, data));
    return kept.now.get(text);
  };
}

/** @type {WeakMap<Note[], Set<string>>} */
const hinting = new WeakMap();

/** The words of a text that hint at something, as they stand or in small letters, and "#" for a long number. */
const hintsOf = remembered((text, { hints, noted }) => {
  if (!hinting.has(noted)) hinting.set(noted, new Set(noted.flatMap((note) => note.hints ?? []).flat()));
  const words = text.match(compile(hints.words, "g")) ?? [];
  const found = [...words, ...words.map((word) => word.toLowerCase()), ...(compile(hints.long).test(text) ? ["#"] : [])];
  return [...new Set(found)].filter((word) => hinting.get(noted).has(word));
});

/** @type {WeakMap<Note, Set<string>[]>} */
const sets = new WeakMap();

/** Whether a text may have what a note looks for. @param {string} text @param {Note} note @param {Rules} data */
export function worth(text, note, data) {
  if (!note.hints) return true;
  if (!sets.has(note))
    sets.set(
      note,
      note.hints.map((words) => new Set(words)),
    );
  const found = hintsOf(text, data);
  return sets.get(note).every((words) => found.some((word) => words.has(word))) && (!note.look || compile(note.look).test(text));
}

/**
 * Whether what was found stands near what it needs, in its sentence.
 * @param {string} text
 * @param {RegExpMatchArray} found
 * @param {[Pattern, number, number]} near
 */
export function isNear(text, { 0: words, index }, [pattern, most, mostAfter]) {
  const search = compile(pattern, "g");
  /** @param {number} first @param {number} last */
  const has = (first, last) => {
    search.lastIndex = first;
    return search.test(text.slice(0, last));
  };
  const [start, end] = [Math.max(0, index - most), index + words.length];
  const first = start + 1 + Math.max(...[".", "?", "!"].map((sign) => text.slice(start, index).lastIndexOf(sign)));
  return has(first, index) || has(end, end + text.slice(end, end + mostAfter).search(/[.?!]|$/));
}

/**
 * Whether a text may have somebody's name: most have capitals where sentences start, and no others.
 * @param {string} text
 * @param {(word: string) => boolean} isName whether a word stands in a list of names
 * @param {any} tools
 */
export function mayName(text, isName, tools) {
  const found = (text.match(tools.capital) ?? []).map(tools.bare);
  const inner = (text.match(tools.inner) ?? []).map(tools.bare);
  if (inner.some((word) => !tools.none.has(word.toLowerCase())) || found.some((word) => tools.titles.has(word))) return true;
  const first = new Set(found.filter((word) => !tools.starters.has(word.toLowerCase())));
  const acts = () => [...text.matchAll(tools.acts)].some(([, word]) => first.has(tools.bare(word)));
  return (first.size > 0 && ([...first].some(isName) || acts())) || text.search(tools.initials) >= 0;
}
