// What a reader is told of a search: a sentence for the count, and the near words as buttons.
import { make } from "./make.js";

/** @param {string[]} words */
function quoted(words) {
  const said = words.map((word) => `“${word}”`);
  return said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} or ${said.at(-1)}`;
}

/** @param {Finding} finding @param {string} asked */
export function told(finding, asked) {
  if (!finding.looked) return asked ? "Those words stand on nearly every page. Add one that says more." : "";
  const count = finding.results.length;
  const number = count ? (count === 1 ? "1 result" : `${count} results`) : "No results";
  return number + (asked ? ` for “${asked}”` : "");
}

/** @param {Finding} finding @param {string} asked @param {(words: string) => void} again looks for other words */
export function near(finding, asked, again) {
  return finding.near.map(({ asked: word, words }) => {
    const buttons = words.map((each) => {
      const button = make("button", "tool", each);
      button.addEventListener("click", () => again(asked.replace(word, each)));
      return button;
    });
    return make("p", "", `Near ${quoted([word])}: `, ...buttons);
  });
}
