"""Addresses are changed where they are links, and every other letter stays as it was written."""

import pytest

from press.manuscript import brackets


def moved(address: str) -> str:
    return "" if "gone" in address else address + "!"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("[a](x.md) `[a](x.md)` [a](x.md)", "[a](x.md!) `[a](x.md)` [a](x.md!)"),
        ("``[a](x.md) ` `` and [a](x.md)", "``[a](x.md) ` `` and [a](x.md!)"),
        ("    [a](x.md)\n\n`[a](x.md)\\` [a](x.md) `", "    [a](x.md)\n\n`[a](x.md)\\` [a](x.md!) `"),
        ("- ```\n  [a](x.md)\n\n  [a](x.md)\n  ```\n- [a](x.md)", "- ```\n  [a](x.md)\n\n  [a](x.md)\n  ```\n- [a](x.md!)"),
        ("> ~~~\n> [a](x.md)\n>\n> [a]: x.md\n> ~~~\n", "> ~~~\n> [a](x.md)\n>\n> [a]: x.md\n> ~~~\n"),
        ("| `[a](x.md)` | [a](x.md) |\n| --- | --- |\n", "| `[a](x.md)` | [a](x.md!) |\n| --- | --- |\n"),
        ("```\n[a](x.md)\n[b]: x.md\n```\n", "```\n[a](x.md)\n[b]: x.md\n```\n"),
        ("[a [b](x) c](y)", "[a [b](x!) c](y)"),
        ("![a [b](x) c](y)", "![a [b](x!) c](y!)"),
        ("[![p](p.jpg)](gone)", "![p](p.jpg!)"),
        ("[![p](gone.jpg)](x)", "[p](x!)"),
        ("[x][a][r]\n\n[a]: ok\n[r]: gone\n", "[x][a]r\n\n[a]: ok!\n[r]: <>\n"),
        ("[q][a][r]\n\n[a]: gone\n[r]: gone\n", "qr\n\n[a]: <>\n[r]: <>\n"),
        ("[a [b][x] c][y]\n\n[x]: ok\n[y]: gone\n", "[a [b][x] c]y\n\n[x]: ok!\n[y]: <>\n"),
        ("[a [b] c][y]\n\n[y]: gone\n", "a [b] c\n\n[y]: <>\n"),
        ("[a][b]\n\n[a]: gone\n", "[a][b]\n\n[a]: <>\n"),
        ("[a][]\n\n[a]: gone\n", "a\n\n[a]: <>\n"),
        ("Words\n[b]: x.md\n", "Words\n[b]: x.md\n"),
        ("- [b]: x.md\n\n[b]\n", "- [b]: x.md!\n\n[b]\n"),
        ("One[^1].\n\n[^1]: gone\n", "One[^1].\n\n[^1]: gone\n"),
    ],
)
def test_links_are_read_as_commonmark_reads_them(text: str, made: str) -> None:
    assert brackets.readdressed(text, moved) == made
