// A draft is kept in this browser, as long as the writer wants it kept.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { forget, keep, read, strange, wanted } from "../../press/theme/assets/press/write/draft.js";

let kept;

beforeEach(() => {
  kept = new Map();
  globalThis.localStorage = {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
  };
});

test("what was kept is read back", () => {
  assert.equal(read(), null);
  assert.equal(keep({ title: "Test data" }), true);
  assert.deepEqual(read(), { title: "Test data" });
});

test("a spoiled draft is none", () => {
  for (const spoiled of ["{", "7", "null"]) {
    kept.set("press.story", spoiled);
    assert.equal(read(), null);
  }
});

test("a draft of another window is strange until it is read", () => {
  keep({ title: "Here" });
  assert.equal(strange(), false);
  kept.set("press.story", '{"title":"There"}');
  assert.equal(strange(), true);
  read();
  assert.equal(strange(), false);
});

test("what is forgotten leaves no trace but that no draft is wanted", () => {
  keep({ title: "Test data" });
  forget(true);
  assert.deepEqual([...kept], [["press.story-off", "yes"]]);
  assert.equal(wanted(), false);
  forget(false);
  assert.deepEqual([...kept], []);
  assert.equal(wanted(), true);
});

test("where a browser lets nothing be kept, nothing fails", () => {
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    get() {
      throw new Error("forbidden");
    },
  });
  assert.equal(read(), null);
  assert.equal(keep({}), false);
  assert.equal(strange(), false);
  assert.equal(wanted(), true);
  assert.doesNotThrow(() => forget(true));
  delete globalThis.localStorage;
});
