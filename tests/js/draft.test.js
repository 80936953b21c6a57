// Each tab keeps a draft of its own in this browser, as long as the writer wants it kept; none writes over another's.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

let kept;
let number = 0;

/** What stands for one of the browser's two stores; its keys are its own, as a browser's are. */
function store(values = {}) {
  const made = { ...values };
  const hidden = (name, value) => Object.defineProperty(made, name, { value });
  hidden("getItem", (key) => (Object.hasOwn(made, key) ? made[key] : null));
  hidden("setItem", (key, value) => {
    made[key] = String(value);
  });
  hidden("removeItem", (key) => delete made[key]);
  return made;
}

/** Opens the page in a tab; `session` is what a tab that was loaded anew, or duplicated, brings along. */
async function tab(session = {}) {
  number += 1;
  const own = store(session);
  const draft = await import(`../../press/theme/assets/press/write/draft.js?tab=${number}`);
  const act =
    (name) =>
    (...given) => {
      globalThis.sessionStorage = own;
      return draft[name](...given);
    };
  return { session: own, ...Object.fromEntries(Object.keys(draft).map((name) => [name, act(name)])) };
}

beforeEach(() => {
  kept = store();
  globalThis.localStorage = kept;
});

const titles = (drafts) => drafts.map((draft) => draft.values.title).sort();

test("what was kept is there when the page is loaded anew", async () => {
  const first = await tab();
  assert.equal(first.before(), null);
  assert.equal(first.keep({ title: "Test data" }), true);
  const again = await tab(first.session);
  assert.equal(again.before(), first.current());
  assert.deepEqual(again.take(again.before()), { title: "Test data" });
});

test("two tabs keep two drafts", async () => {
  const [one, other] = [await tab(), await tab()];
  one.keep({ title: "One" });
  other.keep({ title: "Other" });
  one.keep({ title: "One, and more" });
  assert.deepEqual(titles(one.drafts()), ["One, and more", "Other"]);
});

test("a draft that went on in another tab is no longer the first one's, which keeps what is typed there apart", async () => {
  const one = await tab();
  one.keep({ title: "Test data" });
  const other = await tab();
  assert.deepEqual(other.take(one.current()), { title: "Test data" });
  other.keep({ title: "There" });
  one.keep({ title: "Here" }); // it may not have heard of it yet
  assert.deepEqual(titles(one.drafts()), ["Here", "There"]);
  assert.equal(one.isLost(), false); // it has one of its own again
});

test("a tab learns that its draft went on elsewhere", async () => {
  const one = await tab();
  one.keep({ title: "Test data" });
  assert.equal(one.isLost(), false);
  (await tab()).take(one.current());
  assert.equal(one.isLost(), true);
  assert.equal(one.current(), null);
  assert.equal(one.before(), null); // nor would it find it after a reload
});

test("a tab that was duplicated takes nothing away unasked", async () => {
  const one = await tab();
  one.keep({ title: "Test data" });
  const twin = await tab(one.session);
  assert.equal(twin.before(), one.current());
  twin.leave();
  twin.keep({ title: "Twin" });
  one.keep({ title: "One" });
  assert.deepEqual(titles(one.drafts()), ["One", "Twin"]);
});

test("the latest draft comes first, and a spoiled one is none", async () => {
  const one = await tab();
  for (const [name, at] of Object.entries({ a: 1, b: 3, c: 2 }))
    kept.setItem(`press.story.${name}`, JSON.stringify({ values: {}, at }));
  for (const [name, spoiled] of Object.entries({ d: "{", e: "7", f: "null", g: '{"values":[]}', h: "[]" }))
    kept.setItem(`press.story.${name}`, spoiled);
  assert.deepEqual(
    one.drafts().map((draft) => draft.name),
    ["b", "c", "a"],
  );
  assert.equal(one.take("d"), null);
  assert.equal(one.take("none"), null);
});

test("the draft of an earlier version gets a name, and a spoiled one goes", async () => {
  const one = await tab();
  kept.setItem("press.story", '{"title":"Test data"}');
  const [draft] = one.drafts();
  assert.deepEqual([draft.values, draft.at], [{ title: "Test data" }, 0]);
  assert.equal(kept.getItem("press.story"), null);
  for (const spoiled of ["{", "7", "null"]) {
    kept.setItem("press.story", spoiled);
    assert.equal(one.drafts().length, 1);
  }
});

test("what is forgotten leaves no trace but that no draft is wanted, and another tab's draft stays", async () => {
  const one = await tab();
  one.keep({ title: "Test data" });
  one.forget(true);
  assert.deepEqual(Object.entries(kept), [["press.story-off", "yes"]]);
  assert.deepEqual(Object.entries(one.session), []);
  assert.equal(one.wanted(), false);
  one.forget(false);
  assert.deepEqual(Object.entries(kept), []);
  assert.equal(one.wanted(), true);
  one.keep({ title: "One" });
  const other = await tab();
  other.take(one.current());
  one.forget(false);
  assert.deepEqual(titles(other.drafts()), ["One"]);
  other.remove(other.current());
  assert.deepEqual(other.drafts(), []);
});

test("where a browser lets nothing be kept, nothing fails", async () => {
  for (const name of ["localStorage", "sessionStorage"]) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get() {
        throw new Error("forbidden");
      },
      set() {},
    });
  }
  const one = await tab();
  assert.deepEqual(one.drafts(), []);
  assert.equal(one.before(), null);
  assert.equal(one.keep({}), false);
  assert.equal(one.isLost(), false);
  assert.equal(one.wanted(), true);
  assert.doesNotThrow(() => one.forget(true));
  assert.doesNotThrow(() => one.remove("x"));
  for (const name of ["localStorage", "sessionStorage"]) delete globalThis[name];
});
