"""What is typed into the form's field for the story comes through its file exactly: its words, lists, quotations and marks."""

import json
import os
import random
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from markdown_it.token import Token

import form_rules
from press.library import kinds
from projects import ROOT
from soaking import seeds

# What begins a line, and what stands in it: each of these means something to Markdown beside some other.
STARTS = (
    "",
    "",
    "",
    "- ",
    "  - ",
    "    - ",
    "• ",
    "1. ",
    "   1. ",
    "2) ",
    "7. ",
    "\t- ",
    "> ",
    ">> ",
    "## ",
    "#",
    "***",
    "+",
    "o\t",
)
PIECES = (
    *(
        "word",
        "two",
        "é",
        "9",
        " ",
        " ",
        " ",
        "*",
        "*",
        "**",
        "**",
        "***",
        "_",
        "`",
        "(",
        ")",
        "“",
        "”",
        '"',
        "'",
        ".",
        ",",
        "!",
        "\\",
    ),
    *("[a](https://example.org/x)", "https://example.org", "<b>", "&amp;", "#", "1.", "- ", "|", "~~", "🙂", "$", "[", "]", "–"),
)
RUN = """
import { readFileSync } from "node:fs";
const { blocks, file } = await import(process.argv[1] + "/manuscript.js");
const { pieces } = await import(process.argv[1] + "/inline.js");
const { typesetPieces } = await import(process.argv[1] + "/typographer.js");
const { rules } = JSON.parse(readFileSync(process.env.FORM_RULES, "utf8"));
const made = JSON.parse(readFileSync(0, "utf8")).map((text) => [
  blocks(text, rules)
    .filter(({ kind }) => kind !== "break")
    .map(({ kind, depth, text }) => {
      const parts = typesetPieces(pieces(text, rules), rules);
      return [kind, depth ?? 0, parts.map((one) => one.text).join(""), parts.map((one) => one.marks ?? "").join("")];
    }),
  file({ title: "x", text }, rules),
]);
console.log(JSON.stringify(made));
"""


def typed(seed: int, count: int) -> list[str]:
    """Texts of a few lines each."""
    draw = random.Random(seed)

    def line() -> str:
        return draw.choice(STARTS) + "".join(draw.choices(PIECES, k=draw.randint(1, 9)))

    return ["\n".join(line() for _ in range(draw.randint(1, 6))) for _ in range(count)]


def read(tokens: Sequence[Token]) -> Iterator[list[Any]]:
    """Each block as the form's script names it: its kind, how deep it lies in lists, its words, and the stars around some."""
    within: list[str] = []
    for token in tokens:
        name = token.type.rpartition("_")
        if name[2] == "open" and name[0] in ("bullet_list", "ordered_list", "blockquote", "heading"):
            within.append(name[0])
        elif name[2] == "close" and name[0] in ("bullet_list", "ordered_list", "blockquote", "heading"):
            within.pop()
        elif token.type == "inline":
            lists = [one for one in within if one.endswith("list")]
            kind = {"bullet_list": "item", "ordered_list": "number", "blockquote": "quote"}.get(within[-1] if within else "")
            words, stars = "", ""
            for child in token.children or ():
                words += child.content if child.type in ("text", "text_special") else ""
                stars += {"em_open": "*", "strong_open": "**"}.get(child.type, "")
            yield [kind or (within[-1] if within else "paragraph"), max(0, len(lists) - 1), words, stars]


@pytest.mark.parametrize("seed", seeds(1, 20))
def test_what_is_typed_into_the_story_is_what_the_program_reads(tmp_path: Path, seed: int) -> None:
    node = shutil.which("node")
    assert node, "The site's scripts are tested in Node, and there is none: install it, then run again"
    done = subprocess.run(
        [node, "--input-type=module", "-e", RUN, (ROOT / "press/theme/assets/press/write").as_uri()],
        env={**os.environ, "FORM_RULES": str(form_rules.write(tmp_path / "rules.json"))},
        input=json.dumps(typed(seed, 400)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    for blocks, text in json.loads(done.stdout):
        source = kinds.parse(text.encode(), "stories/x.md")
        assert list(read(source.tokens)) == blocks, f"seed {seed}: {text}"
