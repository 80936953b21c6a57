// What is asked in, an answer out, with words and pages that are made up here. Pagefind gives phrases alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
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
    names: "names.json",
    filters: "filters.json",
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
  "names.json": ["en_a", "en_b", "en_c"],
  "filters.json": { state: { Ohio: [0, 64], Utah: [128] } },
};

function served(files) {
  const sent = [];
  globalThis.fetch = async (address) => {
    const name = new URL(address).pathname.replace(/^\/site\/(?:search\/)?/, "");
    const page = PAGES.find(({ id }) => name === `pagefind/fragment/${id}.pf_fragment`);
    sent.push(name);
    const bytes = page && new TextEncoder().encode(`pagefind_dcd${JSON.stringify(page)}`);
    return {
      ok: page !== undefined || name in files,
      status: 404,
      json: async () => structuredClone(files[name]),
      arrayBuffer: async () => (page.id === "en_b" ? gzipSync(bytes) : bytes), // some hosts unpack what they send
    };
  };
  return sent;
}

function asking(files = FILES) {
  const sent = served(files);
  const searched = [];
  const pagefind = {
    preload: async () => {},
    search: async (words) => {
      searched.push(words);
      return { results: PAGES.filter((page) => page.content.includes(words.replaceAll('"', ""))) };
    },
  };
  return { ...asker(pagefind, "https://example.org/site/search/"), sent, searched };
}

async function urls(finding) {
  return (await Promise.all(finding.results.map((one) => one.data()))).map((hit) =>
    hit.url.replace("https://example.org/site", ""),
  );
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

test("of a word whose parts no page joins, each part is looked for, and the one that stands nowhere is told", async () => {
  const finding = await asking().ask("inquiry-Xylophone", {});
  assert.deepEqual([finding.absent, finding.found, await urls(finding)], [["Xylophone"], ["inquiry"], ["/b/"]]);
  assert.deepEqual(await urls(await asking().ask("inquiry-cycle", {})), ["/b/"]);
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
  served(FILES);
  assert.deepEqual(await urls(await ask("inquiry", {})), ["/b/"]);
});

test("a page of the index that can't be had, or is not one, is a failure", async () => {
  const { ask } = asking();
  const { fetch } = globalThis;
  for (const answer of [
    { ok: false, status: 404 },
    { ok: true, arrayBuffer: async () => new TextEncoder().encode("<!doctype html>") },
  ]) {
    globalThis.fetch = async (address) => (address.includes("fragment") ? answer : fetch(address));
    await assert.rejects(ask("inquiry", {}));
  }
});

test("a word that is the name of something of JavaScript's own is a word", async () => {
  for (const word of ["constructor", "__proto__", "toString"]) {
    assert.deepEqual(await urls(await asking().ask(word, {})), [], word);
  }
});
