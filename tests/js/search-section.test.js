// What is shown of a page that was found: its best section, and the words around those asked for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { section } from "../../press/theme/assets/press/search-section.js";
import { run } from "../../press/theme/assets/press/search-words.js";

const PARTS = [
  ["Test data", "A page of test data. It has three parts."],
  ["Slips of paper", "Write a word on each slip. Fold the slips. A slip is read aloud."],
  ["What harms", "Nobody reads a slur aloud here. A community of practice says so."],
];

function page(parts = PARTS) {
  let location = 0;
  const anchors = parts.map(([title], number) => {
    const anchor = { element: number ? "h2" : "h1", id: `part-${number}`, text: title, location };
    location += `${title} ${parts[number][1]}`.split(" ").length;
    return anchor;
  });
  const content = parts.map(([title, text]) => `${title}. ${text}`).join(" ");
  return { url: "/page/", meta: { title: parts[0][0] }, content, anchors };
}

const mark = (words, weight = 1) => ({ run: run(words), weight, of: words });
const marked = (pieces) => pieces.filter((piece) => piece.marked).map((piece) => piece.text);
const text = (pieces) => pieces.map((piece) => piece.text).join("");

test("a result leads to the section that has what was asked", () => {
  assert.equal(section(page(), [mark("slur")]).url, "/page/#part-2");
  assert.equal(section(page(), [mark("slips")]).url, "/page/#part-1");
});

test("what the title says leads to the top of the page", () => {
  const hit = section(page(), [mark("test"), mark("data")]);
  assert.equal(hit.url, "/page/");
  assert.deepEqual(marked(hit.title), ["Test", "data"]);
});

test("the rare word decides over a frequent one", () => {
  assert.equal(section(page(), [mark("slip", 0.3), mark("slur", 3)]).url, "/page/#part-2");
});

test("the words asked for are marked in every form, and no others", () => {
  assert.deepEqual(marked(section(page(), [mark("slips")]).excerpt), ["slip.", "slips.", "slip"]);
  assert.deepEqual(marked(section(page(), [mark("nothing")]).excerpt), []);
});

test("a phrase is marked as one, small words with it, and only where all of it stands", () => {
  const hit = section(page(), [mark("community of practice")]);
  assert.deepEqual(marked(hit.excerpt), ["community of practice"]);
  assert.deepEqual(hit.found, [["community", "of", "practice"]]);
  const apart = page([["Test data", "A community. We practice. The practice of a community."]]);
  assert.deepEqual(section(apart, [mark("community of practice")]).found, []);
});

test("other sections that have the words are offered as well", () => {
  const hit = section(page(), [mark("aloud")]);
  assert.deepEqual(hit.places.map(({ title }) => text(title)).sort(), ["Slips of paper", "What harms"]);
});

test("an excerpt shows a word from far down a long section, and says where it is cut", () => {
  const far = `${"before ".repeat(200)}slur ${"after ".repeat(200)}`.trim();
  const shown = text(
    section(
      page([
        ["Test data", "None."],
        ["Long", far],
      ]),
      [mark("slur")],
    ).excerpt,
  );
  assert.match(shown, /^… before .*slur after .*\u00a0…$/);
  assert.ok(shown.split(" ").length < 40);
});

test("a page with nothing but a title is shown as it is", () => {
  const hit = section({ url: "/page/", meta: { title: "Alone" }, content: "Alone", anchors: [] }, [mark("alone")]);
  assert.equal(hit.url, "/page/");
  assert.equal(text(hit.title), "Alone");
});
