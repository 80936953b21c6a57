// The form's rules: each says what it must, at the field and on the line where it must, and nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { problems } from "../../press/theme/assets/press/write/rules.js";
import { areas, data, quiet, rules, SOUND, story, TODAY } from "./form.js";

const found = (values, given = rules, today = TODAY) => problems(story(values), given, today);
const of = (rule, ...more) => found(...more).filter((one) => one.rule === rule);

test("nothing is wrong with a sound story", () => {
  assert.deepEqual(found({}), []);
});

test("a story without a word in it has faults and stops nothing", () => {
  const missing = Object.entries(rules.faults).filter(([name, faults]) => faults.missing && !name.includes("."));
  const told = problems({}, rules, TODAY).filter((one) => one.kind === "missing");
  assert.deepEqual(told.map((one) => one.at).sort(), missing.map(([name]) => name).sort());
});

// Each field's own faults

const field = (name) => {
  const [group, inner] = name.split(".");
  return inner ? rules.schema.$defs.Consent.properties[inner] : rules.schema.properties[group];
};
const WRONG = {
  missing: ({ type }) => (type === "array" ? [[undefined], [[]]] : [[undefined], [""]]),
  long: ({ maxLength }) => [
    ["x".repeat(maxLength + 1), maxLength + 1],
    ["🙂".repeat(maxLength + 1), maxLength + 1],
  ],
  many: ({ maxItems }) => [[Array(maxItems + 1).fill("x")]],
  pattern: () => [["?"]],
  date: () => [
    ["?"],
    ["2026-13-01"],
    ["2026-02-30"],
    ["2026-1-01"],
    ["12026-01-01"],
    ["+012026-01-01"],
    ["0000-01-01"],
    ["2026-01-011"],
  ],
};

for (const [name, faults] of Object.entries(rules.faults)) {
  for (const [kind, [what, mend]] of Object.entries(faults)) {
    test(`${name} is told to be at fault: ${kind}`, () => {
      for (const [value, size] of WRONG[kind](field(name))) {
        const told = of("front-matter", { [name]: value });
        assert.deepEqual(told, [
          { level: "error", at: name, kind, rule: "front-matter", what: what.replace("{size}", String(size)), mend },
        ]);
      }
    });
  }
}

test("what is just as long or as many as may be is no fault", () => {
  for (const name of Object.keys(rules.faults)) {
    const { maxLength, maxItems } = field(name);
    if (maxLength && !field(name).pattern) assert.deepEqual(of("front-matter", { [name]: "🙂".repeat(maxLength) }), []);
    if (maxItems) assert.deepEqual(of("front-matter", { [name]: Array(maxItems).fill("beliefs") }), []);
  }
});

test("a field that has no fault of a kind is told nothing of it", () => {
  assert.deepEqual(of("front-matter", { author: "", school: undefined, content_notes: [] }), []);
  const schema = { ...rules.schema, properties: { ...rules.schema.properties, role: { maxLength: 3 } } };
  assert.deepEqual(of("front-matter", { role: "teacher" }, data({ schema })), []);
});

test("each field is asked for no more than its schema says", () => {
  const anything = { published: { format: "text" }, role: {} };
  const schema = { ...rules.schema, properties: { ...rules.schema.properties, ...anything } };
  assert.deepEqual(of("front-matter", { published: "soon" }, data({ schema })), []);
});

test("a pattern is held against signs as people count them", () => {
  const schema = { ...rules.schema, properties: { ...rules.schema.properties, profile: { pattern: "^.$" } } };
  assert.deepEqual(of("front-matter", { profile: "🙂" }, data({ schema })), []);
});

test("consent is asked for in its parts once one of them is given", () => {
  const none = { "consent.granted": "", "consent.channels": [], "consent.review_by": "", "consent.evidence": undefined };
  assert.deepEqual(of("front-matter", none), []);
  const told = of("front-matter", { ...none, "consent.evidence": "C-0042" });
  assert.deepEqual(
    told.map((one) => one.at),
    ["consent.granted", "consent.channels", "consent.review_by"],
  );
});

test("consent is looked for under its own name", () => {
  const none = Object.fromEntries(
    Object.keys(SOUND)
      .filter((name) => name.includes("."))
      .map((name) => [name, ""]),
  );
  assert.deepEqual(of("front-matter", { ...none, consented: "x", "other.consent": "x" }), []);
});

// Rules that join fields

const holds = (when, values = {}, more = {}) =>
  of("trial", values, data({ rules: [{ rule: "trial", when, at: "title", what: "W", mend: "M", level: "review", ...more }] }));

const VERBS = [
  [["role", "is", "teacher", "coach"], { role: "coach" }, true],
  [["role", "is", "teacher", "coach"], { role: "parent" }, false],
  [["role", "is", "teacher"], { role: "" }, false],
  [["role", "is not", "teacher", "coach"], { role: "parent" }, true],
  [["role", "is not", "teacher", "coach"], { role: "coach" }, false],
  [["role", "is not", "teacher"], { role: "" }, true],
  [["school", "is given"], { school: "Test" }, true],
  [["school", "is given"], { school: "" }, false],
  [["themes", "is given"], { themes: [] }, false],
  [["school", "is missing"], {}, true],
  [["school", "is missing"], { school: "" }, true],
  [["school", "is missing"], { school: "Test" }, false],
  [["consent", "is given"], {}, true],
  [["consent", "is missing"], {}, false],
  [["published", "is after", "today"], { published: "2026-11-23" }, true],
  [["published", "is after", "today"], { published: "2026-11-22" }, false],
  [["published", "is after", "today"], { published: "2999" }, false],
  [["published", "is after", "today"], { published: "" }, false],
  [["published", "is after", "consent.granted"], { "consent.granted": "" }, false],
  [["published", "is after", "consent.granted"], { published: "2026-09-02" }, true],
  [["published", "is after", "2000-01-01"], { published: "2000-01-02" }, true],
  [["published", "is after", "2000-01-01"], { published: "2000-01-01" }, false],
  [["published", "is not after", "today"], { published: "2026-11-22" }, true],
  [["published", "is not after", "today"], { published: "2026-11-23" }, false],
  [["published", "is not after", "today"], { published: "1" }, false],
  [["published", "is not after", "consent.granted"], { published: "2026-01-01", "consent.granted": "soon" }, false],
  [["published", "is before", "today"], { published: "2026-11-21" }, true],
  [["published", "is before", "today"], { published: "2026-11-22" }, false],
  [["published", "is before", "today"], { published: "1" }, false],
  [["published", "is before", "consent.granted"], { published: "2026-01-01", "consent.granted": "soon" }, false],
  [["published", "is more years after", "consent.granted", "3"], { published: "2029-09-02" }, true],
  [["published", "is more years after", "consent.granted", "3"], { published: "2029-09-01" }, false],
  [["published", "is more years after", "consent.granted", "3"], { published: "2029-08-31" }, false],
  [["published", "is more years after", "consent.granted", "3"], { published: "99999999" }, false],
  [["published", "is more years after", "consent.granted", "3"], { published: "2029-09-02", "consent.granted": "1" }, false],
  [
    ["published", "is more years after", "consent.granted", "3"],
    { published: "2027-03-01", "consent.granted": "2024-02-29" },
    true,
  ],
  [
    ["published", "is more years after", "consent.granted", "3"],
    { published: "2027-02-28", "consent.granted": "2024-02-29" },
    false,
  ],
  [["author", "has any of", " ", "."], { author: "T. Data" }, true],
  [["author", "has any of", ",", "."], { author: "T." }, true],
  [["author", "has any of", " ", "."], { author: "Test" }, false],
  [["author", "has any of", " "], { author: "" }, false],
  [["themes", "has any of", "beliefs"], { themes: ["beliefs"] }, false],
  [["themes", "lacks", "policy"], { themes: ["beliefs"] }, true],
  [["themes", "lacks", "beliefs"], { themes: ["policy", "beliefs"] }, false],
  [["themes", "lacks", "policy"], { themes: [] }, false],
  [["author", "lacks", "x"], { author: "Test" }, false],
];

for (const [condition, values, expected] of VERBS) {
  test(`“${condition.join(" ")}” ${expected ? "holds" : "does not hold"} for ${JSON.stringify(values)}`, () => {
    assert.equal(holds([condition], values).length, expected ? 1 : 0);
  });
}

test("every verb of a rule is tried above", () => {
  const verbs = new Set(rules.rules.flatMap(({ when }) => when.map(([, verb]) => verb)));
  const tried = new Set(VERBS.map(([[, verb]]) => verb));
  assert.deepEqual(
    [...verbs].filter((verb) => !tried.has(verb)),
    [],
  );
});

test("a rule speaks where all of its conditions hold", () => {
  const [yes, no] = [
    ["role", "is", "teacher"],
    ["role", "is", "coach"],
  ];
  assert.equal(holds([yes, yes]).length, 1);
  assert.equal(holds([yes, no]).length, 0);
  assert.equal(holds([no, yes]).length, 0);
});

test("a rule fills in values, and a rule on consent is told beside the kind of story", () => {
  const what = "{consent.granted}, {role} and { role }";
  const [one] = holds([["role", "is given"]], {}, { at: "consent", what });
  assert.deepEqual(one, { at: "kind", rule: "trial", what: "2026-09-01, teacher and { role }", mend: "M", level: "review" });
  assert.equal(holds([["role", "is given"]])[0].at, "title");
});

test("a rule that wants something to be given names what it lacks", () => {
  assert.equal(holds([["school", "is missing"]])[0].lacks, "school");
  assert.equal("lacks" in holds([["role", "is given"]])[0], false);
});

test("consent counts as missing where nothing of it is given", () => {
  const none = Object.fromEntries(
    Object.keys(SOUND)
      .filter((name) => name.includes("."))
      .map((name) => [name, ""]),
  );
  assert.equal(holds([["consent", "is missing"]], none).length, 1);
  assert.equal(holds([["consent", "is given"]], none).length, 0);
});

// Addresses and numbers

const MAIL = "test.data@example.org";
const [what, mend] = rules.personal.words;
const [mail] = rules.personal.kinds.map(([sort]) => sort).filter((sort) => sort.includes("mail"));
const personal = (at, line, sort = mail) => ({
  level: "error",
  at,
  line,
  rule: "personal-data",
  what: what.replace("{sort}", sort),
  mend,
});

test("an address is found in each field of words but those that are for it", () => {
  const open = ["profile", "consent.evidence"];
  for (const name of Object.keys(rules.faults)) {
    const value = field(name).type === "array" ? [MAIL] : MAIL;
    const expected = typeof value === "string" && !open.includes(name) ? [personal(name, undefined)] : [];
    assert.deepEqual(of("personal-data", { [name]: value }), expected, name);
  }
});

test("an address in the story is told on the line on which it was typed", () => {
  const text = `One.\n\n\nTwo.\n- item\n- ${MAIL}\n\nThree ${MAIL} and test&#64;example.org.\nMore.`;
  assert.deepEqual(of("personal-data", { text }), [personal("text", 6), personal("text", 8)]);
});

test("each paragraph is looked at alone, and all that is in it", () => {
  const kinds = [
    ["A", ["a", "u"], ["a", "u"]],
    ["B", ["b\\s+b", "u"], ["b", "u"]],
    ["C", ["c", "u"], ["hint", "u"]],
  ];
  const own = data({ personal: { ...rules.personal, public: ["\\(a\\)|hint", "u"], kinds } });
  const lines = (text) =>
    of("personal-data", { text, title: "x", summary: "x", author: "x", role: "x", state: "x" }, own).map((one) => one.line);
  const only = (text) => lines(text).filter(Boolean);
  const quiet = { kind: "k", grades: "g", published: "p", student_details: "s", attribution: "t" };
  const told = (text) =>
    of("personal-data", { ...quiet, text, title: "x", summary: "x", author: "x", role: "x", state: "x" }, own);
  assert.deepEqual(only("a\nx\na"), [1, 3]);
  assert.deepEqual(told("(a) x").length, 0, "what is public is passed over");
  assert.deepEqual(told("b\nb").length, 0, "what stands in two paragraphs is not one thing");
  assert.deepEqual(told("- b\n- x\n- b").length, 0);
  assert.deepEqual(told("c").length, 0, "without the hint nothing is looked for");
  assert.equal(told("c hint").length, 1, "the hint may stand in what is public");
  assert.deepEqual(
    told("- x\n- x\n- a\n\nx").map((one) => one.line),
    [3],
  );
  assert.deepEqual(
    told("x\n- x\n- x a").map((one) => one.line),
    [3],
  );
});

test("what stands in one paragraph is one thing, and all that is public is passed over", () => {
  const told = (text, pattern, harmless = "(?!)") => {
    const kinds = [["A", [pattern, "u"], [".", "u"]]];
    return of("personal-data", { text }, data({ personal: { ...rules.personal, public: [harmless, "u"], kinds } })).map((one) => [
      one.at,
      one.line,
    ]);
  };
  assert.deepEqual(told("zz\n- b\n- b", "b\n- b"), [["text", 2]]);
  assert.deepEqual(told("(zz) (zz)", "zz", "\\(zz\\)"), []);
  assert.deepEqual(
    told(undefined, "[^]").filter(([at]) => at === "text"),
    [],
  );
});

test("a sign that only Markdown needs parts no address", () => {
  assert.equal(of("personal-data", { text: "test_data@example.org" }).length, 1);
  assert.equal(of("personal-data", { title: "test\\@example.org" }).length, 1);
  assert.equal(of("personal-data", { title: "test\\ @example.org" }).length, 0);
});

test("hidden signs part no address, in fields and in the story", () => {
  for (const name of ["title", "text"])
    assert.equal(of("personal-data", { [name]: "test\u200d@exa\u200dmple.org" }).length, 1, name);
});

test("entities are read as a browser reads them, and nothing is taken for a tag", () => {
  areas.length = 0;
  const title = `<img src=x> &lt;b&gt; test&#64;example.org`;
  assert.equal(of("personal-data", { title }).length, 1);
  assert.ok(areas.length > 0);
  assert.ok(areas.every((area) => area.tag === "textarea" && area.value.includes("<img src=x> <b")));
});

test("a text without entities needs no page", () => {
  areas.length = 0;
  assert.equal(of("personal-data", { title: MAIL }).length, 1);
  assert.deepEqual(areas, []);
});

// The story's text

const [begin, end] = rules.text.marks;
const excerpt = (number, line) => ({
  level: "error",
  at: "text",
  rule: "excerpt",
  what: rules.text.excerpt[number],
  mend: rules.text.excerpt[2],
  line,
});

test("a story needs words", () => {
  const [what, mend] = rules.text.none;
  const none = [{ level: "error", at: "text", rule: "headings", what, mend, line: undefined, lacks: "text" }];
  for (const text of ["", " \n\t\n", undefined]) assert.deepEqual(of("headings", { text }), none);
  assert.deepEqual(of("headings", { text: `${begin}\n${end}` }), none);
  assert.deepEqual(of("headings", { text: `${begin}\nWords.\n${end}` }), []);
});

test("an excerpt has a beginning, an end, and words between", () => {
  const lines = (...parts) => parts.join("\n");
  assert.deepEqual(of("excerpt", { text: "Words." }), []);
  assert.deepEqual(of("excerpt", { text: lines(begin, "Words.", end) }), []);
  assert.deepEqual(of("excerpt", { text: lines("One.", begin, "Words.") }), [excerpt(0, 2)]);
  assert.deepEqual(of("excerpt", { text: lines("One.", "Two.", end) }), [excerpt(0, 3)]);
  assert.deepEqual(of("excerpt", { text: lines(end, "Words.", begin) }), [excerpt(0, 1)]);
  assert.deepEqual(of("excerpt", { text: lines(begin, "A.", end, begin, "B.", end) }), [excerpt(0, 1)]);
  assert.deepEqual(of("excerpt", { text: lines("One.", begin, end, "Two.") }), [excerpt(1, 2)]);
  assert.deepEqual(of("excerpt", { text: lines(begin, "One.", "Two.", end, "Three.") }), []);
});

// The file as a whole

const LIMITS = ["bytes", "nesting", "lines", "block", "brackets", "headings", "front"];
const loose = Object.fromEntries(
  LIMITS.map((name) => [name, { most: 1e9, rule: "file", words: [`${name} {size}`, `mend ${name}`] }]),
);
const limited = (limits, values) => {
  const tight = Object.fromEntries(Object.entries(limits).map(([name, most]) => [name, { ...loose[name], most }]));
  const told = of("file", values, { ...quiet, file: { ...rules.file, ...loose, ...tight } });
  return told.map((one) => one.what.split(" ")[0]).join();
};

test("a file may be as large as each limit, and no larger", () => {
  // What `values` make of each: bytes, signs of nesting in a line, lines, signs of a paragraph, brackets, headings, bytes before.
  const small = { title: "é", text: "## One\n[[>x\n" };
  const made = `---\ntitle: "é"\n---\n\n## One\n\n\\[\\[>x\n`;
  const only = (limits) => {
    const bare = Object.fromEntries(Object.keys(SOUND).map((name) => [name, ""]));
    return limited(limits, { ...bare, ...small });
  };
  const measures = {
    bytes: new TextEncoder().encode(made).length,
    nesting: 3,
    lines: made.split("\n").length,
    block: `---title: "é"---`.length,
    brackets: 2,
    headings: 1,
    front: new TextEncoder().encode(`title: "é"`).length,
  };
  for (const [name, most] of Object.entries(measures)) {
    assert.equal(only({ [name]: most }), "", `${name} at most ${most}`);
    assert.equal(only({ [name]: most - 1 }), name, `${name} at most ${most - 1}`);
  }
});

test("the first limit that is passed is told, and no other", () => {
  for (const [number, name] of LIMITS.entries()) {
    const rest = LIMITS.slice(number);
    assert.equal(limited(Object.fromEntries(rest.map((each) => [each, 0])), { text: "## One\n[x>" }), name);
  }
});

test("a paragraph is measured in signs as people count them, across its lines", () => {
  const file = { ...rules.file, ...loose, block: { most: 700, rule: "file", words: ["block", "mend"] } };
  const list = (count) => of("file", { text: "- 🙂🙂🙂🙂🙂🙂🙂🙂\n".repeat(count) }, { ...quiet, file });
  assert.equal(list(70).length, 0);
  assert.equal(list(71).length, 1);
});

test("what is wrong with a file is told with its size in thousands of bytes", () => {
  const words = ["{size} kB", "Shorten it."];
  const file = { ...rules.file, bytes: { most: 10, rule: "file", words } };
  const told = of("file", { text: "é".repeat(600_123) }, { ...quiet, file });
  assert.deepEqual(told, [{ level: "error", at: "text", rule: "file", what: "1,201 kB", mend: "Shorten it." }]);
});

test("what is before the story is told by the rule that the program names", () => {
  const told = of("front-matter", { title: "é".repeat(rules.file.front.most / 2) }).map((one) => [one.at, one.what]);
  assert.deepEqual(told[0], ["text", rules.file.front.words[0]]);
});

test("the program's own limits are those of a file", () => {
  const told = (text) => of("file", { text }, quiet).map((one) => one.what);
  assert.deepEqual(told("- x\n".repeat(rules.file.lines.most)), [rules.file.lines.words[0]]);
  assert.deepEqual(told("x".repeat(rules.file.block.most + 1)), [rules.file.block.words[0]]);
  assert.deepEqual(told("Words.\n".repeat(20)), []);
});

// Quotations and parts to write

test("a quotation has its source below or at its end, and the source a ground", () => {
  const { none, groundless } = rules.text.quoted;
  const told = (text) => of("quotations", { text }).map((one) => [one.line, one.what]);
  assert.deepEqual(told("> Words."), [[1, none[0]]]);
  assert.deepEqual(told("So.\n> Words.\n\n> More.\nSource: A. Author, A Title (2020)."), [[2, groundless[0]]]);
  assert.deepEqual(told("> Words.\n**Source:** A. Author, public domain."), []);
  assert.deepEqual(told("> Words.\n> Source: A. Author, used with permission."), []);
  assert.deepEqual(told("> Words.\n- Source: A. Author, used with permission."), [[1, none[0]]]);
  assert.equal(told("> Words.\nSource: fair use.\n> Words.").length, 1);
});

test("a part that is still to be written is told", () => {
  const told = of("unfinished", { text: "Words.\n- **To write:** more\nSo **To write:** no" });
  assert.deepEqual(told, [
    { level: "error", at: "text", rule: "unfinished", what: rules.text.toWrite[1][0], mend: rules.text.toWrite[1][1], line: 2 },
  ]);
});

// All of them together

test("each thing is told once, in the order in which it was looked for", () => {
  const text = `Call ${MAIL} or ${MAIL}, and mail ${MAIL}.`;
  assert.equal(of("personal-data", { text }).length, 1);
  const all = found({ title: "", text: `${MAIL}\n${begin}`, attribution: "", published: "2027-01-01" });
  const order = all.map((one) => one.rule);
  assert.deepEqual(order, ["front-matter", "dates", "attribution", "personal-data", "excerpt"]);
});

test("where there is no story, none is hard to read", () => {
  const prose = { ...rules.prose, most: 0 };
  assert.deepEqual(of("sentences", { text: undefined }, data({ prose })), []);
  assert.equal(of("sentences", { text: "Words." }, data({ prose })).length, 1);
});

test("what may tell who is meant and what is hard to read are among it", () => {
  const text = `A student named Testa came to us. ${"Then we went on and on and on ".repeat(8)}to the end.`;
  const told = new Set(found({ text }).map((one) => `${one.rule} ${one.level}`));
  assert.ok(told.has("recognition review"));
  assert.ok(told.has("sentences review"));
});
