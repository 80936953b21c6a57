// What is asked for hangs on the kind of story, and on the answers before.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isAsked, isFor } from "../../press/theme/assets/press/write/asked.js";
import { rules, story } from "./form.js";

const REAL = "first-person interview composite";
const asked = (field, values, kinds = REAL) => isAsked(field, kinds, story(values), rules);

test("what is for some kinds is for these alone, and what is for all is for a story without a kind too", () => {
  assert.equal(isFor(undefined, { kind: "" }), true);
  assert.equal(isFor(REAL, { kind: "" }), false);
  for (const kind of REAL.split(" ")) assert.equal(isFor(REAL, { kind }), true);
  assert.equal(isFor(REAL, { kind: "illustrative" }), false);
});

test("an illustrative story is asked for no teller and no consent", () => {
  for (const field of ["attribution", "author", "school", "profile", "consent.granted", "consent.reason"])
    assert.equal(asked(field, { kind: "illustrative", "consent.review_by": "2036-01-01" }), false, field);
  assert.equal(isAsked("title", undefined, { kind: "illustrative" }, rules), true);
});

test("a name is asked for once it is said how the teller is shown, unless without one; a school only of who is named", () => {
  const shown = (field) =>
    ["", "named", "first-name", "pseudonym", "anonymous"].filter((attribution) => asked(field, { attribution }));
  assert.deepEqual(shown("author"), ["named", "first-name", "pseudonym"]);
  assert.deepEqual(shown("school"), ["named"]);
  assert.deepEqual(shown("profile"), ["named"]);
  assert.equal(asked("author", { author: "" }), true);
});

test("a reason is asked for where the consent is a long one", () => {
  const reason = (granted, ends) => asked("consent.reason", { "consent.granted": granted, "consent.review_by": ends });
  assert.equal(reason("2026-09-01", "2029-09-01"), false);
  assert.equal(reason("2026-09-01", "2029-09-02"), true);
  assert.equal(reason("", "2029-09-02"), false);
  assert.equal(reason("2026-09-01", ""), false);
});
