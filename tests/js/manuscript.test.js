// What was typed becomes the story's file: the same words, and nothing that Markdown or YAML would act on.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "../../press/theme/assets/press/write/inline.js";
import { blocks, body, clean, compile, file, line, name, visible } from "../../press/theme/assets/press/write/manuscript.js";
import { data, rules, SOUND, story } from "./form.js";

const [begin, end] = rules.text.marks;
const kinds = (text) => blocks(text, rules).map(({ kind, text, line }) => [kind, text, line]);
const written = (text) => body(text, rules).text;

test("a pattern keeps its flags and takes one more", () => {
  assert.equal(String(compile(["a.b", "iu"], "g")), "/a.b/giu");
  assert.equal(String(compile(["a.b", "iu"])), "/a.b/iu");
});

test("what a file can't hold is left out, and odd spaces and line ends become usual ones", () => {
  assert.equal(clean("a\r\nb\rc\u2028d\u2029e", rules), "a\nb\nc\nd\ne");
  assert.equal(clean("a\u00a0\t\u2003b\u000bc", rules), "a b c");
  assert.equal(clean("\ufeffbom \ud83d half \ude42 \uffff", rules), "bom half ");
  assert.equal(clean("whole 🙂", rules), "whole 🙂");
  assert.equal(clean("soft\u00adhyphen \u202eturned\u202c", rules), "softhyphen turned");
});

test("joiners stay in the file, and part no word for whoever looks for words", () => {
  assert.equal(clean("👩🏽‍🏫", rules), "👩🏽‍🏫");
  assert.equal(visible("na\u200dme", rules), "name");
});

test("a line is a paragraph, a heading, an item, a break or a mark, with its number", () => {
  const text = `Words.\n\n# One\n###### Six ##\n##Seven\n#tag\n##\n- item\n•\u00a0point\n-none\n***\n- - -\n${begin}\n${end}`;
  assert.deepEqual(kinds(text), [
    ["paragraph", "Words.", 1],
    ["heading", "One", 3],
    ["heading", "Six", 4],
    ["heading", "Seven", 5],
    ["paragraph", "#tag", 6],
    ["item", "item", 8],
    ["item", "point", 9],
    ["paragraph", "-none", 10],
    ["break", "***", 11],
    ["break", "***", 12],
    ["mark", begin, 13],
    ["mark", end, 14],
  ]);
});

test("a link is one to the web or to the glossary, and anything else stays as typed", () => {
  const targets = ["../docs/glossary.md#norm"];
  const text =
    "A [web](https://example.org/x), a [norm](../docs/glossary.md#norm), [js](javascript:x), ![p](https://example.org) [d](x.md)";
  assert.deepEqual(pieces(text, data({ targets })), [
    { text: "A " },
    { text: "web", href: "https://example.org/x" },
    { text: ", a " },
    { text: "norm", href: "../docs/glossary.md#norm" },
    { text: ", [js](javascript:x), ![p](" },
    { text: "https://example.org", href: "https://example.org", isBare: true },
    { text: ") [d](x.md)" },
  ]);
  assert.deepEqual(pieces("[a](https://example.org)", rules), [{ text: "a", href: "https://example.org" }]);
});

test("what Markdown would act on is marked to stay as it was typed", () => {
  assert.equal(
    written("a*b* _b_ `c` <b> [x](y) \\ &amp; AT&T R&D &#1;"),
    "a\\*b\\* \\_b\\_ \\`c\\` \\<b> \\[x\\](y) \\\\ \\&amp; AT\\&T R\\&D \\&#1;",
  );
  assert.equal(written("~~~ ~~old~~ ~x~"), "\\~\\~\\~ \\~\\~old\\~\\~ \\~x\\~");
  assert.equal(written("- [ ] Ask"), "- \\[ \\] Ask");
  assert.equal(
    written("Note[^1] {{ x }} | y $5 and $$x$$ $x^2$"),
    "Note\\[\\^1\\] \\{\\{ x \\}\\} \\| y $5 and \\$\\$x\\$$ \\$x\\^2$",
  );
  assert.equal(written(":::note"), "\\:::note");
  assert.equal(written("!!! note"), "\\!!! note");
  assert.equal(written("a@b.c http:// ftp://x"), "a\\@b.c http\\:// ftp\\://x");
  assert.equal(written("==="), "\\===");
  assert.equal(written("+plus"), "+plus");
  assert.equal(written("@@ -1 +1 @@"), "\\@@ -1 +1 @@");
  assert.equal(written("+++ b/x"), "\\+++ b/x");
  assert.equal(written("100. first"), "100\\. first");
  assert.equal(written("- 1) first"), "- 1\\) first");
  assert.equal(written("1.5 hours"), "1.5 hours");
  assert.equal(written("## C#"), "## C\\#");
});

test("stars around words make them slanted, bold or both, where every reader of Markdown takes them for that", () => {
  for (const text of ["*a*", "**a b**, c", "***a***", "(*a*) “**a**”", "a *b*. *c*", "a **“b.”** c", "- *a*", "## **a**"])
    assert.equal(written(text), text);
  assert.deepEqual(pieces("a **b** [c](https://example.org/x) *d*", rules), [
    { text: "a " },
    { text: "b", marks: "**" },
    { text: " " },
    { text: "c", href: "https://example.org/x" },
    { text: " " },
    { text: "d", marks: "*" },
  ]);
});

test("other stars stay as they were typed", () => {
  const others = [
    "2 * 3 * 4",
    "2*3*4",
    "a*b*",
    "*a*b",
    "* a*",
    "*a *",
    "**a*",
    "(*) and (*)",
    "one* and two*",
    "*names. *See",
    "****a****",
  ];
  for (const text of others) assert.equal(written(`So ${text}`), `So ${text.replaceAll("*", "\\*")}`);
  assert.equal(written("\\*a*"), "\\\\\\*a\\*");
});

test("numbers make a list, which goes on counting from its first, and begins anew after other words", () => {
  assert.equal(written("1. a\n2) b\n2. c\nSo\n4. d"), "1. a\n2. b\n3. c\n\nSo\n\n4. d");
  assert.equal(written("1986. It was"), "1986\\. It was");
  assert.equal(written("1.\ta\n1. • b"), "1. a\n2. b");
  assert.equal(written("- a\n1. b"), "- a\n\n1. b");
});

test("a list in a list is as deep as the spaces before its items say", () => {
  assert.equal(written("1. a\n  - b\n  - c\n2. d"), "1. a\n   - b\n   - c\n2. d");
  assert.equal(written("- a\n\t1. b\n\t\t- c\n\t2. d\n- e"), "- a\n  1. b\n     - c\n  2. d\n- e");
  assert.equal(written("- a\n  3. b\n  - c"), "- a\n  1. b\n  - c");
  assert.equal(written("    - a\n- b"), "- a\n- b");
  assert.equal(written("- a\nSo\n    - b"), "- a\n\nSo\n\n- b");
  assert.equal(written("- a\n - b"), "- a\n- b");
  const deep = written(["- a", "  - b", "    - c", "      - d", "        - e"].join("\n"));
  assert.equal(deep.split("\n").at(-1), "      - e");
});

test("a line that begins with > is a quotation, and its lines stand in one", () => {
  assert.equal(written("> a\n\n>> b\nSource: c"), "> a\n>\n> b\n\nSource: c");
  assert.equal(written("> - a\n> 1. b\n> • c\n>"), "> \\- a\n>\n> 1\\. b\n>\n> c\n\n\\>");
  assert.deepEqual(body("> a\n> b", rules).typedOn, [1, 2, 2]);
});

test("a picture alone on its line is shown, and within a line it stays as it was typed", () => {
  assert.equal(written("![A *board*](picture-1.jpg)"), "![A \\*board\\*](picture-1.jpg)");
  assert.equal(written("![a](b.jpg) c"), "!\\[a\\](b.jpg) c");
  assert.equal(written("![a](https://example.org/b.jpg)"), "!\\[a\\](<https://example.org/b.jpg>)");
  assert.deepEqual(blocks("![ a ](B.PNG)", rules), [{ kind: "picture", text: "a", file: "B.PNG", line: 1 }]);
});

test("pictures stand in the front matter, and put the story into a folder of its own", () => {
  const pictures = [
    { file: "picture-1.jpg", people: "no", words: "A board", there: true },
    { file: "picture-2.png", people: "yes", people_consent: "C-0043", credit: "Photo: a friend" },
  ];
  const targets = ["../docs/glossary.md#norm"];
  const made = file(story({ pictures, text: "A [norm](../docs/glossary.md#norm)." }), data({ targets }));
  assert.ok(
    made.includes(
      "pictures:\n  - file: picture-1.jpg\n    people: no\n  - file: picture-2.png\n    people: yes\n    people_consent: C-0043\n" +
        '    credit: "Photo: a friend"\n',
    ),
  );
  assert.ok(made.endsWith("A [norm](../../docs/glossary.md#norm).\n"));
  assert.equal(name(story({ pictures }), rules), "test-data-for-a-title/index.md");
});

test("a bare web address is written so that it stays whole", () => {
  assert.equal(written("See https://example.org/a_b*c."), "See <https://example.org/a_b*c>.");
  assert.equal(written("See www.a--b.example."), "See [www\\.a\\-\\-b.example](<http://www.a--b.example>).");
  assert.equal(written("[https://example.org]"), "\\[https\\://example.org\\]");
});

test("blocks stand apart by an empty line, items of a list together, and each line knows where it was typed", () => {
  const made = body("One.\n- a\n- b\n\n\n## Two\n---\nThree.", rules);
  assert.equal(made.text, "One.\n\n- a\n- b\n\n## Two\n\n***\n\nThree.");
  assert.deepEqual(made.typedOn, [1, 2, 2, 3, 6, 6, 7, 7, 8, 8]);
});

test("a field is one line, whatever was typed", () => {
  assert.equal(line("  a\tb\n c\u00a0d ", rules), "a b c d");
  assert.equal(line(" \n", rules), "");
});

test("the front matter has the schema's order, no empty field, and quotes where YAML needs them", () => {
  const front = (values) => file(values, rules).split("---\n")[1];
  assert.equal(front({ published: "2026-11-01", title: "Test data", author: "" }), "title: Test data\npublished: 2026-11-01\n");
  assert.equal(front({ title: 'He said: "no"' }), 'title: "He said: \\"no\\""\n');
  assert.equal(front({ title: "2026" }), 'title: "2026"\n');
  assert.equal(front({ profile: "https://example.org/me" }), "profile: https://example.org/me\n");
  assert.equal(front({ themes: ["beliefs", "a: b"] }), 'themes: [beliefs, "a: b"]\n');
  const consent = { "consent.evidence": "C-0042", "consent.granted": "2026-09-01", "consent.channels": [] };
  assert.equal(front(consent), "consent:\n  granted: 2026-09-01\n  evidence: C-0042\n");
  assert.equal(front({ "consent.granted": "" }), "\n");
});

test("the file is front matter and body", () => {
  const made = file(SOUND, rules);
  assert.ok(made.startsWith("---\ntitle: Test data for a title\nkind: first-person\n"));
  assert.ok(made.endsWith("\n---\n\nTest data for a story.\n"));
  assert.equal(file({}, rules), "---\n\n---\n\n\n");
});

test("a file is named after the title, as no other story is", () => {
  const named = (title, more = {}) => name(story({ title, ...more }), data({ taken: ["taken", "taken-2"] }));
  assert.equal(named("A Ça-va: l’été!"), "a-ca-va-lete.md");
  assert.equal(named("Nguyễn Thị Đặng: Łódź, Straße, Ærø"), "nguyen-thi-dang-lodz-strasse-aero.md");
  assert.equal(named("Taken"), "taken-3.md");
  assert.equal(named("שלום"), "a-story-2026-11-01.md");
  assert.equal(named("2026", { published: "" }), "a-story-1.md");
  assert.equal(named(undefined, { published: undefined }), "a-story-1.md");
  assert.equal(named(`${"x".repeat(59)} yes`), `${"x".repeat(59)}.md`);
});
