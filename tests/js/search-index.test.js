// The index of a site that is published anew, or whose host does not give all of it, with answers that are made up here.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { fetcher, loading, published } from "../../press/theme/assets/press/search-files.js";
import { index } from "../../press/theme/assets/press/search-index.js";

const SITE = "https://site.example/";
const own = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = own;
});

/** Lets files be had: by the end of an address, a text, bytes, or a status. What was asked for is in the answer. */
function served(files) {
  const asked = [];
  globalThis.fetch = async (address, how = {}) => {
    asked.push([address.replace(SITE, ""), how.cache]);
    const name = Object.keys(files).find((one) => address.split("?")[0].endsWith(one));
    const file = files[name] ?? 404;
    if (file === "offline") throw new TypeError("Failed to fetch");
    return typeof file === "number" ? new Response("<!doctype html>", { status: file }) : new Response(file);
  };
  return asked;
}

const entry = (hash) => JSON.stringify({ languages: { en: { hash } } });
const words = (edition) => JSON.stringify({ edition, pages: 0, parts: [], near: {}, runs: [] });
const settled = (promise) => Promise.race([promise.then(() => true), new Promise((done) => setTimeout(done, 30, false))]);

// Pagefind's files

test("a file that can be had is handed on, packed or unpacked by the host", async () => {
  served({ "one.pf_meta": new Uint8Array([0x1f, 0x8b, 8]), "two.pf_meta": "pagefind_dcd and more" });
  const fetched = fetcher("good");
  assert.equal((await (await fetched(`${SITE}one.pf_meta`)).arrayBuffer()).byteLength, 3);
  assert.equal(await (await fetched(`${SITE}two.pf_meta`)).text(), "pagefind_dcd and more");
});

for (const [what, file] of [
  ["is missing", 404],
  ["can't be reached", "offline"],
  ["is a page in its place", "<!doctype html>"],
  ["is empty", ""],
]) {
  test(`of a file that ${what} Pagefind never hears, and whoever asked does`, async () => {
    served({ ".pf_index": file });
    const address = `bad: ${what}`;
    const answer = fetcher(address)(`${SITE}one.pf_index`);
    await assert.rejects(loading(address).lost);
    assert.equal(await settled(answer), false);
  });
}

test("what one Pagefind did not get is no fault of the next", async () => {
  served({});
  fetcher("before")(`${SITE}one.pf_index`);
  await assert.rejects(loading("before").lost);
  assert.equal(await settled(loading("after").lost), false);
});

test("an edition is told by what it is made of, whatever the order of its languages", async () => {
  const languages = { en: { hash: "en_b" }, de: { hash: "de_a" } };
  served({ "pagefind-entry.json": JSON.stringify({ languages }) });
  assert.equal(await published(`${SITE}pagefind/pagefind.js`), "de_a en_b");
  await fetcher("told")(`${SITE}pagefind/pagefind-entry.json?ts=1`);
  assert.equal(loading("told").edition, "de_a en_b");
});

// The index

test("a question that fails is asked again of the index as it is now, past every kept copy", async () => {
  const files = { "words.json": words("first") };
  const asked = served(files);
  const found = index(`${SITE}pagefind/pagefind.js`, `${SITE}search/`);
  await found.ask(async () => "an answer");
  files["words.json"] = words("second");
  let times = 0;
  const edition = await found.ask(async (asker) => {
    if (++times === 1) throw new Error("404");
    return asker.edition();
  });
  assert.deepEqual([edition, times, found.isNew()], ["second", 2, true]);
  assert.deepEqual(asked, [
    ["search/words.json", "no-cache"],
    ["search/words.json", "reload"],
  ]);
});

test("a question that fails twice is a failure, and the next one tries again", async () => {
  const files = { "words.json": 404 };
  served(files);
  const found = index(`${SITE}pagefind/pagefind.js`, `${SITE}search/`);
  await assert.rejects(found.ask(async () => "an answer"));
  assert.equal(found.isNew(), false);
  files["words.json"] = words("first");
  assert.equal(await found.ask(async () => "an answer"), "an answer");
  assert.equal(found.isNew(), false);
});

test("an index is old as soon as another edition is published, and the next question goes to that", async () => {
  const files = { "words.json": words("first"), "pagefind-entry.json": entry("first") };
  served(files);
  const found = index(`${SITE}pagefind/pagefind.js`, `${SITE}search/`);
  assert.equal(await found.old(), false, "nothing was asked yet");
  await found.ask(async () => "an answer");
  assert.equal(await found.old(), false);
  files["pagefind-entry.json"] = entry("second");
  files["words.json"] = words("second");
  assert.equal(await found.old(), true);
  assert.equal(await found.ask((asker) => asker.edition()), "second");
  assert.equal(await found.old(), false);
});

test("where nobody can say which edition is published, the index is not called old", async () => {
  const files = { "words.json": words("first"), "pagefind-entry.json": "offline" };
  served(files);
  const found = index(`${SITE}pagefind/pagefind.js`, `${SITE}search/`);
  await found.ask(async () => "an answer");
  assert.equal(await found.old(), false);
  assert.equal(found.isNew(), false);
});
