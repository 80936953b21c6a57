// What the tests of the form's script share: the program's rules, a sound story, and the one thing of a page that the rules use.
// The rules are written by tests/form_rules.py into the file that FORM_RULES names.

import { readFileSync } from "node:fs";

// `alike` has pairs: a sample, and what the program makes of it.
export const { rules, alike } = JSON.parse(readFileSync(process.env.FORM_RULES, "utf8"));
export const TODAY = "2026-11-22";
export const SOUND = {
  title: "Test data for a title",
  kind: "first-person",
  summary: "Test data for a summary.",
  role: "teacher",
  state: "Tennessee",
  grades: "middle",
  themes: ["beliefs"],
  activities: ["test-kit/opening"],
  published: "2026-11-01",
  student_details: "none",
  attribution: "named",
  author: "Test Data",
  "consent.granted": "2026-09-01",
  "consent.channels": ["web", "print"],
  "consent.review_by": "2028-09-01",
  "consent.evidence": "C-0042",
  text: "Test data for a story.",
};

export const story = (values) => ({ ...SOUND, ...values });
export const data = (values) => ({ ...rules, ...values });

// The rules with little to look for in the story's text: very long ones are then read in no time.
const nothing = ["(?!)", "u"];
export const quiet = data({
  noted: [],
  names: {
    ...rules.names,
    patterns: Object.fromEntries(Object.keys(rules.names.patterns).map((name) => [name, nothing])),
    tables: { authors: [], things: [], names: [] },
  },
  lists: undefined,
  personal: { ...rules.personal, kinds: [] },
  vocabulary: { ...rules.vocabulary, pattern: nothing, titles: nothing },
});

// A browser reads entities by a text area; here as many as these tests write. What was put in is kept, to be looked at.
export const areas = [];
globalThis.document = {
  createElement(tag) {
    const area = {
      tag,
      append() {},
      set innerHTML(text) {
        area.value = text.replace(/&(?:#(\d+)|lt|amp);/g, (whole, code) =>
          code ? String.fromCodePoint(code) : { "&lt;": "<", "&amp;": "&" }[whole],
        );
      },
    };
    areas.push(area);
    return area;
  },
};
