// Long sentences and unexplained words are found in a story, on the line on which they were typed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hardToRead, sentences, tablesOf } from "../../press/theme/assets/press/write/prose.js";
import { typeset } from "../../press/theme/assets/press/write/typographer.js";
import { data, rules } from "./form.js";

const cut = (text) => [...sentences(text, tablesOf(rules.prose))];
const told = (text, given = rules) => hardToRead(text, given).map(({ line, rule, what }) => [line, rule, what]);
const long = (count) => `${"word ".repeat(count - 1)}end.`;
const { most, long: said, jargon, unlinked, known_short: knownShort, short } = rules.prose;

test("plain signs become the typographer's", () => {
  assert.equal(typeset("Wait... 1--2", rules), "Wait… 1–2");
});

test("a text is cut where its sentences end", () => {
  assert.deepEqual(cut("One. Two! Three? Four"), ["One. ", "Two! ", "Three? ", "Four"]);
  assert.deepEqual(cut("Only one"), ["Only one"]);
});

test("an abbreviation ends no sentence", () => {
  for (const text of ["Dr. Test came.", "At 9 a.m. on May 3 we met.", "See No. 7 there.", "And so… on it went."])
    assert.deepEqual(cut(text), [text]);
  assert.deepEqual(cut("It was 9 a.m. The bell rang."), ["It was 9 a.m. ", "The bell rang."]);
});

test("a sentence may have as many words as are most, and no more", () => {
  assert.deepEqual(told(long(most)), []);
  assert.deepEqual(told(`Short.\n- ${long(most + 1)}`), [[2, "sentences", said[0].replace("{count}", String(most + 1))]]);
});

test("sources in brackets, lists of sources and headings are no prose", () => {
  assert.deepEqual(told(`${long(most).replace("end.", "end (Test 2019).")}`), []);
  assert.deepEqual(told(`Source: ${long(most + 1)}`), []);
  assert.deepEqual(told(`## Sources\n${long(most + 1)}`), []);
  assert.equal(told(`## Sources\nx\n## More\n${long(most + 1)}`).length, 1);
  assert.deepEqual(told(`## ${long(most + 1)}`), []);
});

const vocabulary = {
  ...rules.vocabulary,
  meanings: { protocol: ["protocol", ""], leverage: ["", "use"] },
  pattern: ["\\b(?:protocol|leverage)\\b", "iu"],
  titles: ["The Protocol Book", "u"],
  glossary: "../docs/glossary.md",
};
const targets = ["../docs/glossary.md#protocol"];
const fill = (part, found, more = {}) =>
  part
    .replaceAll("{found}", found)
    .replace("{plainer}", more.plainer ?? "")
    .replace("{link}", more.link ?? "");

test("a term is told once, unless it is linked or stands in a title", () => {
  const given = data({ vocabulary, targets });
  const expected = [1, "jargon", fill(unlinked[0], "Protocol", { link: "../docs/glossary.md#protocol" })];
  assert.deepEqual(told("Protocol and protocol.", given), [expected]);
  assert.deepEqual(told("A [protocol](../docs/glossary.md#protocol), a protocol.", given), []);
  assert.deepEqual(told("We read The Protocol Book.", given), []);
});

test("a word for which there is a plainer one is told with it", () => {
  const [one] = hardToRead("x\nWe leverage it.", data({ vocabulary, targets }));
  assert.deepEqual(one, {
    line: 2,
    rule: "jargon",
    what: fill(jargon[0], "leverage", { plainer: "use" }),
    mend: fill(jargon[1], "leverage", { plainer: "use" }),
    at: "text",
    level: "review",
  });
});

test("a short form is told once, unless it is known, spelled out, a number or shouted", () => {
  const given = data({ vocabulary: { ...vocabulary, forms: { PLC: "professional learning community" }, well_known: ["USA"] } });
  assert.deepEqual(told("The XYZQ and XYZQ.", given), [[1, "jargon", short[0].replace("{found}", "XYZQ")]]);
  const meant = knownShort[0].replace("{found}", "PLC").replace("{meant}", "professional learning community");
  assert.deepEqual(told("Our PLC.", given), [[1, "jargon", meant]]);
  for (const text of ["In the USA.", "The norm set (NRM), the NRM.", "Part XIV.", "STOP, she said. Then we stop."])
    assert.deepEqual(told(text, given), [], text);
});
