// What is asked in, an answer out, with words and pages that are made up here. Pagefind gives pages, phrases and filters alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asker } from "../../press/theme/assets/press/search-ask.js";

const PAGES = [
  {
    id: "en_a",
    url: "/a/",
    meta: { title: "History" },
    content: "History. Nobody is here but his racism and a slur.",
    anchors: [],
  },
  { id: "en_b", url: "/b/", meta: { title: "Inquiry cycle" }, content: "Inquiry cycle. A cycle of inquiry.", anchors: [] },
  {
    id: "en_c",
    url: "/c/",
    meta: { title: "Learning together" },
    content: "Learning together. A community of practice.",
    anchors: [],
  },
];
const STATES = { en_a: "Ohio", en_b: "Ohio", en_c: "Utah" };
// As press/publishing/search_words.py writes them: 64 for each step from page to page, and a worth.
const FILES = {
  "words.json": {
    edition: "1",
    pages: 3,
    parts: [
      ["c", "c.json"],
      ["p", "p.json"],
    ],
    near: { "": "near.json" },
    runs: ["profession team"],
  },
  "c.json": {
    communiti: { on: [2 * 64 + 5] },
    cycl: { on: [64 + 50] },
    his: { on: [4] },
    histori: { on: [50] },
    inquiri: { on: [64 + 50] },
  },
  "p.json": {
    plc: { on: [], also: { "community of practice": [2 * 64 + 5] } },
    practic: { on: [2 * 64 + 5] },
    "profession team": { on: [], also: { "community of practice": [2 * 64 + 5] } },
    racism: { on: [4] },
    racist: { on: [], also: { racism: [4] } },
    slur: { on: [3] },
  },
  "near.json": ["cycle", "his", "is", "history"],
};

function asking(files = FILES) {
  const sent = [];
  const searched = [];
  globalThis.fetch = async (address) => {
    const name = address.replace("/search/", "");
    sent.push(name);
    return { ok: name in files, status: 404, json: async () => structuredClone(files[name]) };
  };
  const results = (some) => ({ results: some.map((page) => ({ id: page.id, data: async () => page })) });
  const pagefind = {
    preload: async () => {},
    filters: async () => ({ state: { Ohio: 2, Utah: 1 } }),
    search: async (words, { filters = {} }) => {
      if (words !== null) searched.push(words);
      const kept = PAGES.filter((page) => !filters.state || STATES[page.id] === filters.state);
      return results(kept.filter((page) => words === null || page.content.includes(words.replaceAll('"', ""))));
    },
  };
  return { ...asker(pagefind, "/search/"), sent, searched };
}

async function urls(finding) {
  return (await Promise.all(finding.results.map((one) => one.data()))).map((hit) => hit.url);
}

test("Hispanic, Islamophobia and disability find no page with his, is, or an initial", async () => {
  for (const word of ["Hispanic", "Islamophobia", "disability", "IEP", "504"]) {
    const finding = await asking().ask(word, {});
    assert.deepEqual([await urls(finding), finding.absent, finding.found], [[], [word], []], word);
  }
});

test("no word alone is ever sent to Pagefind, which would answer with a shorter one", async () => {
  const { ask, searched } = asking();
  for (const words of ["Hispanic", "his", "inquiry cycel", "racist", "what do I say"]) await ask(words, {});
  assert.deepEqual(searched, []);
});

test("a word finds pages with that word, and not those with a longer one", async () => {
  assert.deepEqual(await urls(await asking().ask("his", {})), ["/a/"]);
  assert.deepEqual(await urls(await asking().ask("hi", {})), []);
});

test("racist finds the pages on racism, and says so", async () => {
  const finding = await asking().ask("racist", {});
  assert.deepEqual(await urls(finding), ["/a/"]);
  assert.deepEqual(finding.also, [{ asked: "racist", written: false, words: ["racism"] }]);
  assert.deepEqual(finding.absent, []);
});

test("PLC, and how to start a PLC, find the community of practice", async () => {
  assert.deepEqual(await urls(await asking().ask("PLC", {})), ["/c/"]);
  assert.equal((await urls(await asking().ask("how to start a PLC", {})))[0], "/c/");
});

test("words that stand for one thing together are found by another name for it", async () => {
  assert.deepEqual(await urls(await asking().ask("professional teams", {})), ["/c/"]);
});

test("of several words one of which stands nowhere, the others are found, with near words for that one", async () => {
  const finding = await asking().ask("inquiry cycel", {});
  assert.deepEqual(await urls(finding), ["/b/"]);
  assert.deepEqual(finding.near, [{ asked: "cycel", words: ["cycle"] }]);
  assert.deepEqual(finding.found, ["inquiry"]);
});

test("a phrase is found where it stands word for word", async () => {
  assert.deepEqual(await urls(await asking().ask("“community of practice”", {})), ["/c/"]);
  assert.deepEqual(await urls(await asking().ask("“practice of community”", {})), []);
});

test("the same words give the same answer, after whatever was asked before", async () => {
  const { ask } = asking();
  const pasted = await urls(await asking().ask("inquiry cycle", {}));
  for (let end = 1; end <= "inquiry cycle".length; end++) await ask("inquiry cycle".slice(0, end), {});
  assert.deepEqual(await urls(await ask("inquiry cycle", {})), pasted);
});

test("filters leave of the pages those that have their value, and say what others would leave", async () => {
  const { ask, counts } = asking();
  const finding = await ask("inquiry", { state: "Utah" });
  assert.deepEqual(await urls(finding), []);
  assert.deepEqual(await counts(finding, { state: "Utah" }), {
    all: { state: { Ohio: 1, Utah: 0 } },
    left: { state: { Ohio: 0, Utah: 0 } },
  });
  assert.deepEqual(await urls(await ask("", { state: "Utah" })), ["/c/"]);
});

test("small words alone are not looked for, and nothing is loaded for them", async () => {
  const { ask, sent } = asking();
  assert.equal((await ask("what is it", {})).looked, false);
  assert.deepEqual(sent, []);
});

test("a part that can't be had is a failure and no answer, and is asked for again", async () => {
  const { "c.json": _, ...some } = FILES;
  const { ask } = asking(some);
  await assert.rejects(ask("inquiry", {}), /c\.json/);
  globalThis.fetch = async (address) => ({ ok: true, json: async () => structuredClone(FILES[address.replace("/search/", "")]) });
  assert.deepEqual(await urls(await ask("inquiry", {})), ["/b/"]);
});

test("words of another day than the pages are a failure", async () => {
  await assert.rejects(asking({ ...FILES, "words.json": { ...FILES["words.json"], pages: 4 } }).ask("inquiry", {}), /same day/);
});

test("a word that is the name of something of JavaScript's own is a word", async () => {
  for (const word of ["constructor", "__proto__", "toString"]) {
    assert.deepEqual(await urls(await asking().ask(word, {})), [], word);
  }
});
