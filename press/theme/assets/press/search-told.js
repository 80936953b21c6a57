// What a reader is told of a search: sentences for the count, and the near words as buttons.
import { button, make } from "./make.js";
import { QUOTES } from "./search-words.js";

/** @param {string[]} words @param {string} joint */
function quoted(words, joint) {
  const said = words.map((word) => `“${word}”`);
  return said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} ${joint} ${said.at(-1)}`;
}

/** @param {Finding} finding @param {string} asked */
export function told(finding, asked) {
  if (!finding.looked) return asked ? "Those words stand on nearly every page. Add one that says more." : "";
  const { absent, also, found, results, whole } = finding;
  const stood = also.filter(({ written }) => !written); // words that no page has, and others stand in for
  const beside = also.filter(({ written }) => written).flatMap(({ words }) => words);
  const nowhere = [...absent, ...stood.map((one) => one.asked)];
  const scattered = found.length > 1 && results.length > 0 && !whole;
  const said = [];
  if (nowhere.length) said.push(`No page has ${quoted(nowhere, "or")}.`);
  if (stood.length) said.push(`Looked for ${quoted(unlike(stood.flatMap(({ words }) => words)), "and")} instead.`);
  if (found.length || !nowhere.length) {
    const number = results.length ? (results.length === 1 ? "1 result" : `${results.length} results`) : "No results";
    const words = absent.length ? found.join(" ") : asked.replace(QUOTES, "");
    said.push(number + (words && found.length > stood.length ? ` for “${words}”` : ""));
  }
  if (scattered) said.push("No page has all of these words");
  if (beside.length) said.push(`Also looked for ${quoted(unlike(beside), "and")}`);
  return said.length > 1 ? said.map((sentence) => (sentence.endsWith(".") ? sentence : `${sentence}.`)).join(" ") : said.join("");
}

/** @param {string[]} words */
const unlike = (words) => [...new Set(words)];

/** @param {Finding} finding @param {string} asked @param {(words: string) => void} again looks for other words */
export function near(finding, asked, again) {
  return finding.near.flatMap(({ asked: word, words }) => {
    if (!words.length) return [];
    const title = make("h3", "search__near-title", `Words near “${word}”`);
    const buttons = words.map((each) => button(each, () => again(asked.replace(word, each))));
    return [title, make("p", "search__near-words", ...buttons)];
  });
}
