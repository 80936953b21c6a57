// Looks for what may be somebody's name or a place finer than a state, as press/checks/person_names.py and places.py do. Patterns
// and words come from there, lists are the beginnings of theirs; only the way through them stands here a second time.

import { mayName } from "./looks.js";
import { compile, matched } from "./manuscript.js";
import { spans } from "./personal.js";

/** @typedef {Record<"given" | "words" | "family" | "places" | "large" | "common", Set<string>>} Sets */

/** @type {WeakMap<object, Sets>} */
const made = new WeakMap();
const EMPTY = { given: "", words: "", family: "", places: "", large: "", common: "" };

/**
 * The words of a list: before each stands how many letters it shares with the one before.
 * @param {string} list
 */
export function* unpacked(list) {
  let word = "";
  for (const [, shared, rest] of list.matchAll(/(\d)(\D*)/g)) {
    word = word.slice(0, Number(shared)) + rest;
    yield word;
  }
}

/**
 * The lists as sets; empty ones as long as they are not loaded.
 * @param {Rules} data
 * @returns {Sets}
 */
function setsOf(data) {
  const lists = data.lists ?? EMPTY;
  if (!made.has(lists)) {
    const sets = Object.keys(EMPTY).map((name) => [name, new Set(unpacked(/** @type {any} */ (lists)[name]))]);
    made.set(lists, Object.fromEntries(sets));
  }
  return made.get(lists);
}

/** @param {string} word */
const bare = (word) => word.replaceAll("’", "'").replace(/'s$/, "").replace(/'+$/, "");

/** A name as the lists have it. @param {string} word */
function plain(word) {
  const first = word
    .split("-")[0]
    .replace(/['’ʻ‘]/g, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  return first.slice(0, 1) + first.slice(1).toLowerCase();
}

/** @param {string} found */
const hidden = (found) => found.replace(/\S/gu, "·");

/** @type {WeakMap<object, any>} */
const kept = new WeakMap();

/** What `person_names` needs, compiled; once for the same lists. @param {Rules} data */
function toolsOf(data) {
  const key = data.lists ?? data.names;
  if (kept.get(key)?.of !== data.names) kept.set(key, { of: data.names, tools: compiledOf(data) });
  return kept.get(key).tools;
}

/** @param {Rules} data */
function compiledOf({ names: { patterns, tables, none, capitals, signs, starters, titles, endings }, lists }) {
  /** @param {Pattern} pattern */
  const all = (pattern) => compile(pattern, "g");
  const known = lists?.known ? [all(lists.known)] : [];
  return {
    ...Object.fromEntries(Object.entries(patterns).map(([name, pattern]) => [name, all(pattern)])),
    before: compile(patterns.before),
    shaped: compile(patterns.shaped),
    peoples: compile(patterns.peoples),
    endings,
    starts: new RegExp(`^(?:${patterns.starts[0]})$`, patterns.starts[1]),
    public: [...known, ...tables.authors.map(all)],
    things: tables.things.map(all),
    used: tables.names.map(all),
    none: new Set(none),
    capitals: new Set(capitals),
    starters: new Set(starters),
    titles: new Set(titles),
    bare,
    signs,
  };
}

/** A text without the names that everybody may say. @param {string} text @param {Set<string>} known @param {any} tools */
function masked(text, known, tools) {
  let left = text;
  for (const pattern of tools.public)
    left = left.replace(pattern, (/** @type {string} */ found) => {
      const last = [...found.matchAll(tools.capital)].pop();
      if (last) known.add(bare(last[0]));
      return hidden(found);
    });
  for (const pattern of tools.things) left = left.replace(pattern, hidden);
  return left;
}

/** A text with a sign before each word that may be a name. @param {string} text @param {any} tools @param {Sets} lists @param {Set<string>} known */
function signed(text, tools, lists, known) {
  const { signs, capital, before, starts, none, shaped, capitals } = tools;
  const clear = text.replace(tools.sign, " ");
  return clear.replace(capital, (/** @type {string} */ found, /** @type {number} */ index) => {
    const word = bare(found);
    const small = word.toLowerCase();
    if (known.has(word) || none.has(small) || (word === word.toUpperCase() && word !== small)) return found;
    const name = plain(word);
    if (lists.given.has(name)) return signs.given + found;
    const isWithin = before.test(clear.slice(Math.max(0, index - 3), index));
    const isWord = lists.words.has(name);
    const isOther = lists.places.has(name) || lists.large.has(name) || capitals.has(name.toLowerCase());
    const isFamily = lists.family.has(name) || shaped.test(word) || (isWord && isWithin && !isOther);
    const kind = isFamily ? "family" : isWord ? "also" : "other";
    const isOdd =
      lists.large.has(word) ||
      word.includes("'") ||
      word.slice(1) !== word.slice(1).toLowerCase() ||
      (!isWithin && starts.test(small));
    if (kind === "other" && isOdd) return found;
    return signs[isWithin ? kind : `${kind} first`] + found;
  });
}

/** Whether a word with a capital is one of the language, or of the calendar, of peoples, subjects, firms. @param {string} word @param {any} tools @param {Sets} lists */
function isUsual(word, tools, lists) {
  const small = plain(word).toLowerCase();
  if (small.length < 3 || tools.starters.has(small) || tools.peoples.test(small)) return true;
  const forms = tools.endings
    .filter((/** @type {string} */ ending) => small.endsWith(ending) && small.length - ending.length >= 3)
    .map((/** @type {string} */ ending) => small.slice(0, -ending.length));
  if (small.endsWith("ies")) forms.push(`${small.slice(0, -3)}y`);
  if (small.endsWith("ing")) forms.push(`${small.slice(0, -3)}e`);
  if (small.endsWith("ed")) forms.push(small.slice(0, -1));
  return [small, ...forms].some((form) => lists.common.has(form) || tools.none.has(form));
}

/** The words of places, addresses and accounts that are such for sure. @param {Seen[]} seen @param {Rules} data */
function* sureWords(seen, data) {
  const [place, word] = [compile(data.places.patterns.sure, "g"), compile(data.hints.word, "g")];
  for (const { text } of seen) {
    const found = matched(place, text).map(([words]) => words);
    for (const [, start, end] of spans(text, data.personal)) found.push(text.slice(start, end));
    for (const words of found) yield* words.match(word) ?? [];
  }
}

/** Words with a capital that no list knows. */
function* strange(
  /** @type {Seen[]} */ texts,
  /** @type {Seen[]} */ seen,
  /** @type {Set<string>} */ told,
  /** @type {any} */ tools,
  /** @type {Sets} */ lists,
) {
  const found = texts.flatMap((one) => {
    const words = (one.text.match(tools.strange) ?? []).map((word) => ({ one, word, bare: bare(word) }));
    return words.filter((each) => !told.has(each.word) && !isUsual(each.bare, tools, lists));
  });
  const small = new Set(found.length ? seen.flatMap(({ text }) => [...text.matchAll(tools.small)].map(([word]) => word)) : []);
  for (const { one, bare } of found) if (!small.has(bare.toLowerCase())) yield one;
}

/**
 * What may be somebody's name: titles apart from other names. The teller's own is shown below the title anyway.
 * @param {Seen[]} seen
 * @param {Rules} data
 * @param {string} [teller]
 * @returns {Generator<Found>}
 */
export function* names(seen, data, teller = "") {
  const tools = /** @type {any} */ (toolsOf(data));
  const lists = setsOf(data);
  /** @type {Set<string>} */
  const known = new Set([...teller.matchAll(tools.capital)].map(([word]) => bare(word)));
  /** @param {string} word */
  const isName = (word) =>
    [lists.given, lists.words, lists.family].some((list) => list.has(plain(word))) || !isUsual(word, tools, lists);
  const near = new Set(seen.filter(({ text }) => mayName(text, isName, tools)));
  const left = [...near].map((one) => ({ ...one, text: masked(one.text, known, tools) }));
  /** @param {Seen} one @param {Words} said */
  const note = ({ at, line }, [what, mend]) => ({ at, line, rule: "recognition", level: "review", what, mend });
  for (const one of left) if (one.text.search(tools.titled) >= 0) yield note(one, data.names.titled);
  /** @param {Seen} one */
  const withSigns = (one) => ({ ...one, text: signed(one.text.replace(tools.titled, hidden), tools, lists, known) });
  const texts = left.map(withSigns);
  /** @param {RegExp} pattern @param {string} text @returns {string[]} */
  const all = (pattern, text) => matched(pattern, text).map((found) => found[0]);
  /** @type {{ one: Seen, words: string }[]} */
  const used = texts.flatMap((one) =>
    tools.used.flatMap((/** @type {RegExp} */ pattern) => all(pattern, one.text).map((words) => ({ one, words }))),
  );
  const guesses = new Set(used.flatMap(({ words }) => all(tools.guessed, words)));
  const small = new Set(guesses.size ? seen.flatMap(({ text }) => all(tools.small, text)) : []);
  const ordinary = new Set([...guesses].filter((guess) => small.has(bare(guess).toLowerCase())));
  const kept = used.filter(({ words }) => !all(tools.guessed, words).some((guess) => ordinary.has(guess)));
  for (const { one } of kept) yield note(one, data.names.said);
  const learned = new Set(kept.flatMap(({ words }) => all(tools.learned, words)).map(bare));
  const rest = seen.filter((one) => !near.has(one) && [...learned].some((word) => one.text.includes(word)));
  const others = rest.map((one) => withSigns({ ...one, text: masked(one.text, known, tools) }));
  const everywhere = [...texts, ...others];
  for (const one of everywhere)
    if (all(tools.learned, one.text).some((word) => learned.has(bare(word)))) yield note(one, data.names.said);
  if (!lists.common.size) return;
  const told = new Set([...kept.flatMap(({ words }) => all(tools.signed, words)), ...learned, ...sureWords(seen, data)]);
  for (const one of strange(everywhere, seen, told, tools, lists)) yield note(one, data.names.guess);
}

/** The longest beginning of a name that is a place. @param {string} name @param {Set<string>} places */
function listed(name, places) {
  const parts = name.replace(/[ʻ‘]/g, "").split(" ");
  for (let end = parts.length; end > 0; end--)
    if (places.has(parts.slice(0, end).join(" "))) return parts.slice(0, end).join(" ");
  return "";
}

/** @param {string} name @param {Sets} lists @param {string[]} none @param {boolean} isIn */
function mayBePlace(name, lists, none, isIn) {
  const [first] = name.split(" ");
  const isNone = none.includes(first.toLowerCase().replace(/’s$/, ""));
  const others = isIn ? [lists.large] : [lists.large, lists.given, lists.words];
  const isNamed = others.some((list) => list.has(first)) || lists.large.has(name);
  return !isNone && !isNamed && !first.endsWith("s") && (first !== first.toUpperCase() || first === first.toLowerCase());
}

/** The last words before a place in a text: no more letters than that. @param {string} text @param {number} at @param {number} most */
function before(text, at, most) {
  const near = text.slice(Math.max(0, at - most), at);
  return at > most ? near.replace(/^\S*/, "") : near;
}

/** Where what may be a place begins and ends in a text. @param {string} text @param {Rules} data @returns {Generator<[number, number]>} */
function* guessed(text, { places: { patterns, only_in, most }, names: { none } }, /** @type {Sets} */ lists) {
  /** @param {string} name */
  const all = (name) => matched(compile(patterns[name], "g"), text);
  /** @param {RegExpMatchArray} found @returns {[number, number]} */
  const span = (found) => [found.index, found.index + found[0].length];
  const taught = new Set([...all("taught")].map((found) => found.groups.name));
  for (const found of all("shapes")) if (![...taught].some((name) => found[0].includes(name))) yield span(found);
  for (const found of all("described")) if (mayBePlace(found.groups.name, lists, none, false)) yield span(found);
  const lives = compile(patterns.lives);
  for (const found of all("placed")) {
    const { by, name } = found.groups;
    if (taught.has(name)) continue;
    const place = listed(name, lists.places);
    const isLived = () => lives.test(before(text, found.index, most));
    if (by === "on" && !place.includes(" ") && !(place && isLived())) continue;
    const isNamesake = [lists.given, lists.words, lists.family].some((list) => list.has(place));
    const isIn = only_in.includes(by.toLowerCase());
    if ((place && (!isNamesake || isIn)) || (isLived() && (place || mayBePlace(name, lists, none, isIn)))) yield span(found);
  }
  for (const found of all("people")) {
    const { name } = found.groups;
    if (listed(name, lists.places) === name.replace(/[ʻ‘]/g, "")) yield span(found);
  }
}

/**
 * What may be a place finer than a state, where no place stands for sure and no address, which `isTold` knows.
 * @param {Seen[]} seen
 * @param {(one: Seen, start: number, end: number) => boolean} isTold
 * @param {Rules} data
 * @returns {Generator<Found>}
 */
export function* places(seen, isTold, data) {
  const lists = setsOf(data);
  const [what, mend] = data.places.said;
  const look = compile(data.places.patterns.look);
  for (const one of seen) {
    const { at, line, text } = one;
    if (!look.test(text)) continue;
    const sure = matched(compile(data.places.patterns.sure, "g"), text).map((found) => [
      found.index,
      found.index + found[0].length,
    ]);
    for (const [start, end] of guessed(text, data, lists))
      if (!sure.some(([first, last]) => first < end && start < last) && !isTold(one, start, end))
        yield { at, line, rule: "place", level: "review", what, mend };
  }
}
