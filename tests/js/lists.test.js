// Lists: which entries match, and how many another filter would leave.

import assert from "node:assert/strict";
import { test } from "node:test";
import { matches, offer } from "../../press/theme/assets/press/find-match.js";

const index = {
  entries: 4,
  facets: {
    state: { values: ["Ohio", "Utah"], of: [[0], [1], [0], []] },
    theme: { values: ["trust", "grading", "policy"], of: [[0, 1], [1], [1], [2]] },
  },
};

test("an entry matches that has every value chosen", () => {
  assert.deepEqual(matches(index, {}), [0, 1, 2, 3]);
  assert.deepEqual(matches(index, { state: "Ohio" }), [0, 2]);
  assert.deepEqual(matches(index, { state: "Ohio", theme: "trust" }), [0]);
  assert.deepEqual(matches(index, { state: "Utah", theme: "policy" }), []);
  assert.deepEqual(matches(index, { state: "Nowhere" }), []);
});

function select(name, ...words) {
  const options = ["", ...words].map((value) => ({ value, textContent: value || "Any", dataset: { words: value } }));
  return { name, options };
}

test("beside each value stands how many entries it would leave with the other filters as they are", () => {
  const theme = select("theme", "trust", "grading", "policy");
  offer(theme, index, { state: "Ohio", theme: "policy" });
  assert.deepEqual(
    theme.options.map((option) => option.textContent),
    ["Any", "trust (1)", "grading (2)", "policy (0)"],
  );
  const state = select("state", "Utah", "Ohio");
  offer(state, index, {});
  assert.deepEqual(
    state.options.map((option) => option.textContent),
    ["Any", "Utah (1)", "Ohio (2)"],
  );
});
