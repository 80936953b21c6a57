// Measures what the form for stories costs a browser's engine before and while one writes: how long the longest search takes to be
// compiled, all of them together, and a check of a story of 800 words after that. CPU time of Node.js, whose engine is Chromium's.
// Usage: PYTHONPATH=.:tests python tests/form_rules.py RULES && node benchmarks/form.mjs RULES

import { readFileSync } from "node:fs";
import { noted } from "../press/theme/assets/press/write/noted.js";
import { ready, searches } from "../press/theme/assets/press/write/ready.js";

const { rules } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const cpu = () => process.cpuUsage().user / 1000;
const line = "Later that day the students said “we can’t”, and some walked out while I stood there and asked myself what to do. ";
const values = { title: "Test data", summary: "Test data.", text: `${line.repeat(4)}\n\n`.repeat(9), attribution: "pseudonym", kind: "x" };
globalThis.document = { createElement: () => ({ append() {} }) };

const parts = [];
for (const search of searches(rules)) {
  for (const sample of ["Test data, 1 of 2.", "“Test data”, 1 of 2."]) {
    const before = cpu();
    sample.replace(search, "");
    sample.replace(search, "");
    parts.push(cpu() - before);
  }
}
await ready(rules);
const before = cpu();
noted(values, rules);
const first = cpu();
noted(values, rules);
const last = cpu();
const shown = (number) => number.toFixed(0);
console.log("| searches | longest, ms | all, ms | first check, ms | next check, ms |\n|---|---|---|---|---|");
console.log(`| ${parts.length / 2} | ${[Math.max(...parts), parts.reduce((a, b) => a + b), first - before, last - first].map(shown).join(" | ")} |`);
