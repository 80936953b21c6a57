// One thing written over and over costs as much as its length: no search goes back to where it has been.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ready } from "../../press/theme/assets/press/write/ready.js";
import { problems } from "../../press/theme/assets/press/write/rules.js";
import { rules, story, TODAY } from "./form.js";

const LENGTH = 2500;
// Milliseconds of this program's own work: what takes less is quick enough, whatever else the machine does.
const QUICK = 400;
// What takes longer may take so many times as long for four times the length; what goes back takes sixteen times as long.
const MOST = 10;

const WORDS =
  "Mr. |A. B. |J. |five |he |a kid |he was |in Aa |Aa |The |Aa's |a’s |Mr. A|Dr. Aa |Lake |School |ICE |ZZ |J.T. |of |Aa of |said |was the only |" +
  "Aa and |Aa, |Aa (|by Aa |Read Aa |in March |the day |turned |555 |dot |one |student |a at |and |Testo |was a |born |first ";
const SIGNS =
  "A.|'a|\"|12/|a-|<https://a|$a|Aa'|Aa-|I'|A|J|JT|Aa|é-|“Aa”|[a](|*a|_a |a@|(a|[|“a |a_|1-|5|&#1;|\\a|www.a|...|--|🙂| |<a>|`a";
const LINES = ["- a\n", "# a\n", "x\n", "> a\n", "1. a\n", "- - ", "\n"];

/** How much work a check is of a story that has one thing over and over. */
function work(piece, length) {
  const before = process.cpuUsage().user;
  problems(story({ text: piece.repeat(length / piece.length), attribution: "pseudonym" }), rules, TODAY);
  return (process.cpuUsage().user - before) / 1000;
}

await ready(rules);
for (const piece of [...WORDS.split("|"), ...SIGNS.split("|"), ...LINES]) {
  test(`${JSON.stringify(piece)} over and over costs as much as its length`, () => {
    const long = work(piece, 4 * LENGTH);
    if (long > QUICK) assert.ok(long < MOST * work(piece, LENGTH), `${Math.round(long)} ms of work`);
  });
}
