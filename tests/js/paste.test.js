// What is pasted becomes the form's own marks, and nothing else is brought along.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fromPlain, fromTree, hasMarks } from "../../press/theme/assets/press/write/paste.js";
import { tree } from "./tree.js";

const read = (html) => fromTree(tree(html)).split("\n");

test("paragraphs and line breaks are lines, and spaces between words are one", () => {
  assert.deepEqual(read("<p>One\n  line&nbsp; here.</p>\n<p>Two<br>three</p><div>four<div>five</div>six</div>"), [
    "One line here.",
    "Two",
    "three",
    "four",
    "five",
    "six",
  ]);
  assert.deepEqual(read("just words"), ["just words"]);
});

test("bold and slanted words and links keep their marks, the spaces beside them outside", () => {
  assert.deepEqual(read("<p>A <b>bold </b>and <i>slanted</i>, <strong><em>both</em></strong>.</p>"), [
    "A **bold** and *slanted*, ***both***.",
  ]);
  assert.deepEqual(
    read(
      '<p><a href="https://example.org/x">A <b>page</b></a> and <a href="mailto:x">mail</a>, <a href="https://example.org/a_(b)">c</a></p>',
    ),
    ["[A page](https://example.org/x) and mail, c"],
  );
  assert.deepEqual(read('<p><a href="https://example.org/x">https://example.org/x</a></p>'), ["https://example.org/x"]);
  assert.deepEqual(read('<p><a href="https://www.google.com/url?q=https://example.org/a&amp;sa=D">a</a></p>'), [
    "[a](https://example.org/a)",
  ]);
});

test("a mark within a word, or around a star, is none", () => {
  assert.deepEqual(read("<p>un<b>believ</b>able <b>2*3</b></p>"), ["unbelievable 2*3"]);
});

test("styles say what is bold as much as names do, and Google's outer b is none", () => {
  const html =
    '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:400">One </span><span style="font-weight:700">two</span>' +
    '<span style="font-style:italic"> three</span></p></b>';
  assert.deepEqual(read(html), ["One **two** *three*"]);
});

test("what Word says of other scripts beside it takes nothing back", () => {
  const html =
    "<p><b style='mso-bidi-font-weight:normal'>One</b> and <i style='color:red;mso-bidi-font-style:normal'>two</i></p>";
  assert.deepEqual(read(html), ["**One** and *two*"]);
});

test("lists stay lists, with their numbers, one in the other", () => {
  const html =
    '<ul><li>a</li><li><p>b</p><ol start="3"><li>c</li><li>d<ul><li>e</li></ul></li></ol></li></ul><ol><li>f</li></ol><p>g</p>';
  assert.deepEqual(read(html), ["- a", "- b", "   3. c", "   4. d", "      - e", "1. f", "g"]);
});

test("Google's lists, whose inner ones are no items, keep their depth", () => {
  const html =
    '<ol><li aria-level="1"><p role="presentation"><span>One</span></p></li><ul><li aria-level="2"><p>Two</p></li></ul>' +
    '<li aria-level="1"><p>Three</p></li></ol>';
  assert.deepEqual(read(html), ["1. One", "   - Two", "2. Three"]);
});

test("an empty item gives its mark to nobody", () => {
  assert.deepEqual(read("<ul><li>a</li><li> </li></ul><p>b</p>"), ["- a", "b"]);
});

const item = (level, sign, words) =>
  `<p class="MsoListParagraph" style="margin-left:.5in;mso-list:l0 level${level} lfo1"><!--[if !supportLists]--><span style="font-family:Symbol"><span ` +
  `style="mso-list:Ignore">${sign}<span style="font:7.0pt">&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]-->${words}<o:p></o:p></p>`;

test("Word's lists, which are paragraphs with a style, become lists", () => {
  const html = `<style>p.x{mso-list:l0}</style><p>So:</p>${item(1, "1.", "One")}${item(2, "a)", "<b>Two</b>")}${item(2, "o", "Three")}${item(1, "2.", "Four")}`;
  assert.deepEqual(read(html), ["So:", "1. One", "   1. **Two**", "   - Three", "2. Four"]);
  assert.deepEqual(read(item(1, "·", "a") + item(1, "·", "b")), ["- a", "- b"]);
});

test("headings and quotations keep what they are", () => {
  assert.deepEqual(
    read(
      "<h1>One <b>two</b></h1><h3><i>Three</i></h3><blockquote><p>a</p><p>b</p></blockquote><blockquote>c</blockquote><p>d</p>",
    ),
    ["## One two", "## *Three*", "> a", "> b", "> c", "d"],
  );
});

test("a table's cells are lines, and what nobody sees or a person took out is left behind", () => {
  assert.deepEqual(read("<table><tr><td>a</td><td>b</td></tr></table>"), ["a", "b"]);
  assert.deepEqual(
    read(
      '<p>a<del>b</del><span style="display:none">c</span><img src="x"/><script>d</script><!-- e --><span style="mso-hide:all">f</span></p>',
    ),
    ["a"],
  );
});

test("only HTML that says more than its words is read", () => {
  assert.equal(hasMarks("<meta charset='utf-8'><div><span>a</span></div>"), false);
  for (const html of ["<li>a", "<b>a", '<a class="x" href="y">', "<span style='font-weight:700'>", "<p style='mso-list:l0'>"])
    assert.equal(hasMarks(html), true, html);
});

test("the signs of lists in plain text become the form's", () => {
  assert.equal(fromPlain("1.\tOne\r\na.\tTwo\ni.\tThree\n2.\tFour"), "1. One\n   1. Two\n      1. Three\n2. Four");
  assert.equal(fromPlain("• One\n•\tTwo\no\tThree\n§\tFour\n\uf0b7\tFive"), "- One\n- Two\n   - Three\n      - Four\n- Five");
  assert.equal(fromPlain("So:\n– One\n– Two\nMore"), "So:\n- One\n- Two\nMore");
  assert.equal(fromPlain("h.\tone\ni.\ttwo"), "h.\tone\n   1. two");
});

test("plain text that is no list stays as it is", () => {
  for (const text of ["– He said no.", "1. One\n2) Two", "a. m.\nI.\nPlain", "1986.\tIt", "", "- a\n  - b"])
    assert.equal(fromPlain(text), text);
});
