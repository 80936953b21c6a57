// Turns a page that was found into what is shown of it: its best section, and the words around those that were asked for.
import { forms } from "./search-words.js";

const LENGTH = 26; // words of an excerpt
const CORE = 18; // of them are those that say most
const LEAD = 8; // at most stand before these
const PLACES = 3;
const AGAIN = 0.04; // of a word’s weight, for each time more
const BESIDE = 1.2; // for two of the words side by side

/**
 * Where the words stand that are marked: each answer is the places of one word, or of several that follow one another.
 * @param {string[]} words @param {Mark[]} marks
 */
export function answers(words, marks) {
  const telling = words.flatMap((word, at) => (forms(word).length ? [{ at, has: forms(word) }] : []));
  return marks.flatMap((mark) =>
    telling.flatMap(({ at: from }, first) => {
      const some = telling.slice(first, first + mark.run.length);
      if (!mark.run.every((stem, number) => some[number]?.has.includes(stem))) return [];
      return [{ mark, from, to: some.at(-1).at + 1 }];
    }),
  );
}

/** The mark of each word that has one, by the word's place. @param {ReturnType<typeof answers>} all */
function placed(all) {
  /** @type {Map<number, Mark>} */
  const found = new Map();
  for (const { mark, from, to } of all) for (let at = from; at < to; at++) if (!found.has(at)) found.set(at, mark);
  return found;
}

/** What the words from `start` to `end` have of what was asked: each thing once, and a little for each time more. */
/** @param {Map<number, Mark>} found @param {number} start @param {number} end */
function worth(found, start, end) {
  const seen = new Set();
  let sum = 0;
  for (let at = start; at < end; at++) {
    const mark = found.get(at);
    if (!mark) continue;
    const before = found.get(at - 1);
    if (before && before.of !== mark.of) sum += Math.min(mark.weight, before.weight) * BESIDE;
    sum += seen.has(mark.of) ? mark.weight * AGAIN : mark.weight;
    seen.add(mark.of);
  }
  return sum;
}

/** Words as text, in stretches that are marked and such that are not. */
/** @param {string[]} words @param {Map<number, Mark>} found @returns {MarkedText[]} */
function pieces(words, found, from = 0) {
  /** @type {MarkedText[]} */
  const all = [];
  for (const [at, word] of words.entries()) {
    const mark = found.get(from + at);
    const last = all.at(-1);
    const goesOn = last && last.marked === !!mark && (!mark || mark === found.get(from + at - 1));
    if (goesOn) last.text += ` ${word}`;
    else all.push(...(at ? [{ text: " ", marked: false }] : []), { text: word, marked: !!mark });
  }
  return all;
}

/** A title, marked. @param {string} text @param {Mark[]} marks */
function titled(text, marks) {
  const words = text.split(/\s+/);
  return pieces(words, placed(answers(words, marks)));
}

/** Whether a sentence ends with a word. @param {string} [word] */
const ends = (word) => /[.?!]["”’]?$/.test(word ?? ".");

/**
 * The words of a section that say most of what was asked, from the beginning of a sentence where one begins near.
 * @param {string[]} words @param {Map<number, Mark>} found @param {number} start @param {number} end
 */
function excerpt(words, found, start, end) {
  let core = start;
  let most = 0;
  for (let at = start; at < end; at++) {
    const here = found.has(at) ? worth(found, at, Math.min(at + CORE, end)) : 0;
    if (here > most) [core, most] = [at, here];
  }
  let first = Math.max(start, core - LEAD);
  for (let back = core; back > first; back--) if (ends(words[back - 1])) first = back;
  const last = Math.min(Math.max(first + LENGTH, core + CORE), end);
  const shown = words.slice(first, last);
  const whole = pieces(shown, found, first);
  if (first > start && !ends(words[first - 1])) whole.unshift({ text: "… ", marked: false });
  if (!ends(shown.at(-1))) whole.push({ text: "\u00a0…", marked: false });
  return whole;
}

/** @param {Fragment} page @param {Mark[]} marks @returns {Hit} */
export function section(page, marks) {
  const words = page.content.split(/\s+/);
  const all = answers(words, marks);
  const found = placed(all);
  const title = page.meta.title.split(/\s+/);
  const headings = page.anchors.filter(({ element, text }) => /^h[2-6]$/.test(element) && text.trim());
  const top = { title: page.meta.title, url: page.url, start: 0, length: title.length };
  const inside = headings.map(({ id, text, location }) => {
    return {
      title: text.trim().replace(/\s+/g, " "),
      url: `${page.url}#${id}`,
      start: location,
      length: text.trim().split(/\s+/).length,
    };
  });
  const sections = [top, ...inside].map((each, number) => {
    const end = inside[number]?.start ?? words.length;
    const named = worth(found, each.start, Math.min(each.start + each.length, end)) * (number ? 0.5 : 1);
    return { ...each, end, worth: worth(found, each.start, end) + named };
  });
  const ranked = sections
    .filter((each) => each.worth > 0)
    .sort((one, other) => other.worth - one.worth || one.start - other.start);
  const best = ranked[0] ?? sections[0];
  const from = Math.min(best.start + best.length, best.end - 1);
  const places = best.url === page.url ? ranked.filter((each) => each.url !== page.url) : ranked.filter((each) => each.start > 0);
  return {
    url: best.url,
    worth: best.worth,
    meta: page.meta,
    title: titled(page.meta.title, marks),
    excerpt: excerpt(words, found, Math.max(from, best.start), best.end),
    places: places.slice(0, PLACES).map(({ title: text, url }) => ({ title: titled(text, marks), url })),
    found: all.map(({ from, to }) => words.slice(from, to)),
  };
}
