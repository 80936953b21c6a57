// What is told of a story's pictures, and where their words stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inForm, placed, withPictures } from "../../press/theme/assets/press/write/picture-rules.js";
import { problems } from "../../press/theme/assets/press/write/rules.js";
import { rules, story, TODAY } from "./form.js";

const found = (values) => problems(story(values), rules, TODAY);
const SHOWN = { file: "picture-1.jpg", people: "no", words: "Chairs in a circle", there: true };
const pictured = (pictures, more = {}) =>
  found({ text: placed("Test data.", pictures), pictures, ...more }).map(({ rule, level, picture, line, kind, what }) => ({
    rule,
    level,
    place: picture ?? `line ${line}`,
    kind,
    what,
  }));

test("a picture with all its fields has no fault", () => {
  assert.deepEqual(pictured([SHOWN]), []);
  assert.deepEqual(pictured([{ ...SHOWN, people: "yes", people_consent: "C-0043", credit: "Test Data" }]), []);
});

test("each fault of a picture is told, with its number", () => {
  const { faults, noWords, noSense, gone, people, seen, credited } = rules.pictures;
  const told = (more, values) => pictured([SHOWN, { ...SHOWN, file: "picture-2.jpg", ...more }], values);
  const one = (rule, what, more = {}) => [{ rule, level: "error", place: 2, kind: undefined, what, ...more }];
  assert.deepEqual(told({ words: "" }), one("alt-text", noWords[0]));
  assert.deepEqual(told({ words: "Picture 2" }), one("alt-text", noSense[0]));
  assert.deepEqual(told({ words: "IMG" }), one("alt-text", noSense[0]));
  assert.deepEqual(told({ there: false }), one("pictures", gone[0]));
  assert.deepEqual(told({ people: "yes" }), one("people", people[0]));
  assert.deepEqual(
    told({ people: "" }),
    one("front-matter", faults.people.missing[0].replace("{number}", "2"), { kind: "missing" }),
  );
  const wrong = faults.people_consent.pattern[0].replace("{number}", "2");
  assert.deepEqual(told({ people_consent: "Test" }), one("front-matter", wrong));
  const long = faults.credit.long[0].replace("{number}", "2").replace("{size}", "301");
  assert.deepEqual(told({ credit: "x".repeat(301) }), one("front-matter", long));
  const anonymous = { attribution: "anonymous", author: "" };
  assert.deepEqual(told({ people: "yes", people_consent: "C-0043" }, anonymous), one("attribution", seen[0]));
  assert.deepEqual(told({ credit: "A friend" }, anonymous), one("attribution", credited[0], { level: "review" }));
  assert.equal(told({ credit: "test.data@example.org" })[0].rule, "personal-data");
});

test("the form says what to fill in, where a check says what to write into the file", () => {
  const bad = { file: "picture-1.jpg", people: "", words: "", people_consent: "", credit: "x".repeat(301), there: false };
  const all = found(withPictures(story({ pictures: [SHOWN, { ...bad, file: "picture-2.jpg" }] }), rules)).map(inForm);
  assert.deepEqual(
    all.map(({ what, mend, part }) => [part, `${what} ${mend}`]),
    [
      ["words", `Picture 2. ${rules.pictures.noWords[0]} Say what it shows, such as: Chairs in a circle.`],
      ["people", "Picture 2. Still empty. Choose whether people can be seen or known in it."],
      ["credit", "Picture 2. This is too long. Shorten what stands under “Who made it”."],
      ["words", `Picture 2. ${rules.pictures.gone[0]} Choose its file again, or take the picture out.`],
    ],
  );
  const [agreed] = found(story({ pictures: [{ ...SHOWN, people: "yes" }], text: placed("Words.", [SHOWN]) })).map(inForm);
  assert.equal(agreed.mend, "Fill in the number the editors gave, or use a picture without people.");
  const other = { at: "title", kind: "missing", rule: "front-matter", what: "a", mend: "b" };
  assert.deepEqual(inForm(other), other);
});

test("what is said of pictures is cleaned, and a story without any stays as it was", () => {
  const made = withPictures({ text: "Words.", pictures: [{ ...SHOWN, words: " Chairs\u00a0in\ta\u200b circle\n" }] }, rules);
  assert.equal(made.text, "Words.\n![Chairs in a circle](picture-1.jpg)");
  const values = { text: "Words.", pictures: [] };
  assert.equal(withPictures(values, rules), values);
});

test("a picture that the text shows and nobody chose is told with its line", () => {
  const [one, ...others] = pictured([], { text: "Words.\n![A board](board.jpg)" });
  assert.deepEqual([one.rule, one.place, one.what, others], ["pictures", "line 2", rules.pictures.gone[0], []]);
});

test("a picture's words stand where its file does, and one that stands nowhere comes last", () => {
  const other = { ...SHOWN, file: "picture-2.jpg", words: "A [new]\n board" };
  const text = "Words.\n ![](picture-2.jpg)\n![](unknown.jpg)\nMore.";
  assert.equal(
    placed(text, [SHOWN, other]),
    "Words.\n![A (new) board](picture-2.jpg)\n![](unknown.jpg)\nMore.\n![Chairs in a circle](picture-1.jpg)",
  );
  assert.equal(placed("![typed](picture-1.jpg)", [{ ...SHOWN, words: "" }]), "![typed](picture-1.jpg)");
  assert.equal(placed("Words.", []), "Words.");
});
