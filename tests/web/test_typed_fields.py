"""What is typed into a field of the form comes through its file exactly: nothing that YAML has a meaning for is lost."""

import json
import os
import random
import shutil
import subprocess
from pathlib import Path

import pytest

import form_rules
from press.library import kinds
from projects import ROOT
from soaking import seeds

# What YAML cuts, converts, folds or takes for a mark of its own, and what stands beside it.
PIECES = (
    *"#:'\"-?[]{},&*!|>%@`\\~=<./()+_^",
    *(
        "yes",
        "No",
        "null",
        "12:30",
        "1e3",
        "0x1F",
        "012",
        "1_000",
        "2026-11-01",
        "1.10",
        ".inf",
        "---",
        "...",
        "<<",
        "The",
        "rule",
        "é",
    ),
    *("“so”", "’tis", "'Tis", "it's", "👩🏽‍🏫", "שלום", " #1", ": ", " ", " ", " ", "\t", "\n", "\u00a0"),
)
FIELDS = ("title", "summary", "author", "school", "consent.reason")
RUN = """
import { readFileSync } from "node:fs";
const { file, line } = await import(process.argv[1]);
const { rules } = JSON.parse(readFileSync(process.env.FORM_RULES, "utf8"));
const made = JSON.parse(readFileSync(0, "utf8")).map((values) => {
  const typed = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, line(value, rules)]));
  return [typed, file(typed, rules)];
});
console.log(JSON.stringify(made));
"""


def typed(seed: int, count: int) -> list[dict[str, str]]:
    """Values for the fields, each of a few pieces."""
    chosen = random.Random(seed)
    return [{name: "".join(chosen.choices(PIECES, k=chosen.randint(1, 6))) for name in FIELDS} for _ in range(count)]


@pytest.mark.parametrize("seed", seeds(1, 20))
def test_what_is_typed_into_a_field_is_what_the_program_reads(tmp_path: Path, seed: int) -> None:
    node = shutil.which("node")
    assert node, "The site's scripts are tested in Node, and there is none: install it, then run again"
    script = (ROOT / "press/theme/assets/press/write/manuscript.js").as_uri()
    done = subprocess.run(
        [node, "--input-type=module", "-e", RUN, script],
        env={**os.environ, "FORM_RULES": str(form_rules.write(tmp_path / "rules.json"))},
        input=json.dumps(typed(seed, 500)),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    for values, text in json.loads(done.stdout):
        read = kinds.parse(text.encode(), "stories/x.md")
        consent = read.front.get("consent")
        inner = consent if isinstance(consent, dict) else {}
        flat = {**read.front, **{f"consent.{name}": value for name, value in inner.items()}}
        assert ({name: flat.get(name, "") for name in FIELDS}, read.problems) == (values, ()), f"seed {seed}: {text}"
