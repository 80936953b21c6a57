// The stem of an English word, by the rules of Snowball's English stemmer (snowballstem.org/algorithms/english), which the
// program and Pagefind use as well. Tests see that all three agree.

const VOWEL = "aeiouy";
const SPECIAL = new Map(
  Object.entries({ skis: "ski", skies: "sky", idly: "idl", gently: "gentl", ugly: "ugli", early: "earli", only: "onli" }),
).set("singly", "singl");
const KEPT = new Set(["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"]);
const REGION = /^(?:arsen|commun|emerg|gener|inter|later|organ|past|univers)/;
const FIRST = new RegExp(`^[^${VOWEL}]*[${VOWEL}]+[^${VOWEL}]`); // up to the first consonant after a vowel

// Endings that become others, the longest of each group first.
// biome-ignore format: a table
/** @type {[string, string][]} */
const STEP_2 = [
  ["ational", "ate"], ["fulness", "ful"], ["iveness", "ive"], ["ization", "ize"], ["ousness", "ous"], ["biliti", "ble"],
  ["lessli", "less"], ["tional", "tion"], ["alism", "al"], ["aliti", "al"], ["ation", "ate"], ["entli", "ent"], ["fulli", "ful"],
  ["iviti", "ive"], ["ogist", "og"], ["ousli", "ous"], ["abli", "able"], ["alli", "al"], ["anci", "ance"], ["ator", "ate"],
  ["enci", "ence"], ["izer", "ize"], ["bli", "ble"], ["ogi", "og"], ["li", ""],
];
// biome-ignore format: a table
/** @type {[string, string][]} */
const STEP_3 = [
  ["ational", "ate"], ["tional", "tion"], ["alize", "al"], ["ative", ""], ["icate", "ic"], ["iciti", "ic"], ["ical", "ic"],
  ["ness", ""], ["ful", ""],
];
const STEP_4 = "ement ance ence able ible ment ant ate ent ion ism iti ive ize ous al er ic".split(" ");

/** @param {string} word in small letters, without apostrophes */
export function stem(word) {
  if (SPECIAL.has(word)) return SPECIAL.get(word);
  if (KEPT.has(word) || word.length < 3) return word;
  const marked = word.replace(/^y/, "Y").replace(/([aeiouy])y/g, "$1Y");
  const one = region(marked);
  const two = one + (FIRST.exec(marked.slice(one))?.[0].length ?? marked.length);
  let found = plural(marked);
  found = past(found, one);
  found = found.replace(/(.[^aeiouy])[yY]$/, "$1i");
  found = second(found, one);
  found = third(found, one, two);
  found = fourth(found, two);
  return fifth(found, one, two).replaceAll("Y", "y");
}

/** Where the first region begins. @param {string} word */
function region(word) {
  return (REGION.exec(word) ?? FIRST.exec(word))?.[0].length ?? word.length;
}

/** Whether a word ends in a short syllable. @param {string} word */
function short(word) {
  return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || /^[aeiouy][^aeiouy]$/.test(word) || word.endsWith("past");
}

/** @param {string} word */
function plural(word) {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[sd]$/.test(word)) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
  if (/[us]s$/.test(word)) return word;
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word;
}

/** @param {string} word @param {number} one */
function past(word, one) {
  const [ending] = /(?:eedly|ingly|edly|eed|ing|ed)$/.exec(word) ?? [];
  if (!ending) return word;
  const rest = word.slice(0, -ending.length);
  if (ending.startsWith("eed")) return rest.length < one || /^(?:succ|proc|exc)$/.test(rest) ? word : `${rest}ee`;
  if (ending === "ing" && /^[^aeiouy]y$/.test(rest)) return `${rest.slice(0, -1)}ie`;
  if (ending === "ing" && /^(?:even|cann|inn|earr|herr|out)$/.test(rest)) return word;
  if (!/[aeiouy]/.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return /^[aeo]..$/.test(rest) ? rest : rest.slice(0, -1);
  return rest.length === one && short(rest) ? `${rest}e` : rest;
}

/** @param {string} word @param {[string, string][]} table */
const ending = (word, table) => table.find(([from]) => word.endsWith(from));

/** @param {string} word @param {number} one */
function second(word, one) {
  const [from, to] = ending(word, STEP_2) ?? [];
  if (!from || word.length - from.length < one) return word;
  const rest = word.slice(0, -from.length);
  if (from === "ogi" && !rest.endsWith("l")) return word;
  if (from === "li" && !/[cdeghkmnrt]$/.test(rest)) return word;
  return rest + to;
}

/** @param {string} word @param {number} one @param {number} two */
function third(word, one, two) {
  const [from, to] = ending(word, STEP_3) ?? [];
  if (!from || word.length - from.length < (from === "ative" ? two : one)) return word;
  return word.slice(0, -from.length) + to;
}

/** @param {string} word @param {number} two */
function fourth(word, two) {
  const from = STEP_4.find((each) => word.endsWith(each));
  if (!from || word.length - from.length < two) return word;
  const rest = word.slice(0, -from.length);
  return from === "ion" && !/[st]$/.test(rest) ? word : rest;
}

/** @param {string} word @param {number} one @param {number} two */
function fifth(word, one, two) {
  const rest = word.slice(0, -1);
  if (word.endsWith("e")) return rest.length >= two || (rest.length >= one && !short(rest)) ? rest : word;
  return word.endsWith("ll") && rest.length >= two ? rest : word;
}
