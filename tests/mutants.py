"""Makes odd manuscripts on purpose: a nasty fragment in each place where a contributor may write. All words are test data."""

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from paint import paint
from press.manuscript import markdown
from projects import STORY, activity

FRAGMENTS = (
    "src=cat.png", "href=about", ' src="cat.png"', " href='gone/'", "<b>", "</title>", "<!--", "-->", "<script>",
    "&lt;", "&amp;", "&#x41;", "&nbsp;", "<", ">", "a < b > c", '"', "'", "''", '""', "“”", "`", "``", "```", "*",
    "**", "_", "__", "~~", "#", "##", "[", "]", "[]", "()", "](", "![", "[x]", "[x](", "[^1]", "|", "\\|", "\\",
    "\\\\", "%", "%20", "%zz", "100%", "{", "}", "{{ x }}", "{% raw %}", "{#", "#}", "${x}", "$", "$$", ":", "::",
    ": :", ";", "=", "@", "^", "~", "+++", "---", "...", "…", "--", "->", "(c)", "(tm)", "1.", "1)", "- ", "> ", "\t",
    "É", "e\u0301", "ß", "İ", "ﬁ", "½", "²", "Ω", "Ж", "नमस्ते", "漢字", "🎉", "👩🏽‍🏫", "é" * 12, "x" * 18,
    "a b " * 5, "null", "true", "1e999", "0", "2026-01-01", "!ENV x", "&anchor", "*alias", "- x", "? x", "\u2028",
    "\u00a0", "\u200b", "\u200d", "\ufeff", "nh3", "base", "url(x.png)", "srcset=x", "data-label", "id=top", "#top",
    "index", "404", "search", "https://example.org/?a=1&b=2#c", "www.example.org", "//example.org", "file:x", "C:\\x",
    "../x", "./", "..", "?q", "#",
)  # fmt: skip
ADDRESSES = (
    "#", "#top", "#what-i-saw", "#über-uns", "#%C3%BCber-uns", "#What-I-Saw", "?q", "./", ".", "..", "../",
    "index.md", "index.md#", "../docs/index.md", "../docs/index.md#", "../docs/index.md#x", "../docs/",
    "../docs/index", "../docs/index.md?x", "<>", "", "../toolkits/inquiry/look.md",
    "../toolkits/inquiry/look.md#steps", "../toolkits/inquiry/look%2Emd", "../toolkits/inquiry/",
    "../toolkits/inquiry/index.md#sources", "https://example.org", "https://", "http:x", "https://[",
    "https://example.org/a b", "<https://example.org/a b>", "https://example.org/(a)",
    "https://example.org/?q=<b>&x=%zz#ü", "//example.org", "mailto:", "tel:1", "ftp://example.org", "javascript:x",
    "data:text/html,x", "../docs/index.md 'a title'", '../docs/index.md "src=x"', "%23", "%2e%2e/x",
    "../docs/index.md%23x", "&#35;", "a&amp;b.md", "\\#", "#a\\_b", "../docs/../docs/index.md",
    "../stories/../docs/index.md", "x.png", "../docs/index.md#a#b", "#%", "#%ff", "#'", "../site/index.html",
    "../README.md", "/", "/docs/index.md", "\\\\x", "@", "a@b.example",
)  # fmt: skip
HEADINGS = (
    "Über uns", "What I saw", "1½ hours", "m²", "CO₂", "हिन्दी में", "A  b", "a_b", "`code`", "*x*", "[x](#y)", "!",
    "a\u00a0b", "ﬁrst", "Plan--do", "İ", "x-1", "__config", "search", "404", "漢字",
)  # fmt: skip
NAMES = (
    "board #2.png", "what now?.png", "100%.png", "a\\b.png", "a:b.png", 'a"b.png', "a'b.png", "a’b.png", "a[b].png",
    "a(b).png", "a((b.png", "<b>.png", "a&b.png", "a&amp;b.png", "a .png", "a..png", ".a.png", "-a.png",
    "a\u3164.png", "a\u200b.png", "e\u0301.png", "é.png", "Big Name.PNG", "aux.png", "con.png", "com1.b.png",
    "x" * 120 + ".png", "a+b.png", "a=b.png", "a!b.png", "a@b.png", "a,b.png", "a;b.png", "a~b.png", "a^b.png",
    "a`b.png", "a{b}.png", "a$b.png", "a*b.png", "a|b.png", "漢字.png", "🎉.png", "%41.png", "a%20b.png", "index.png",
    "a b c.jpeg", "İ.png", "a__b.png", "a_b.webp", "a\u00a0b.png", "a–b.png", "а.png", "नमस्ते.png",
)  # fmt: skip
ALIASES = (
    "index", "x/index", "404", "sitemap", "assets", "assets/x", "handouts", "handouts/x", "search", "stories",
    "stories/x", "stories/page/2", "toolkits/inquiry/look", "toolkits/inquiry", "toolkits/x/y", "aux", "x/con",
    "contribute/form", "activities", "x" * 120, "pagefind", "site", "templates/x", "a/b/c/d/e/f",
)  # fmt: skip
PAGES = (
    "404", "search", "assets", "handouts", "stories", "toolkits", "activities", "sitemap", "index2", "aux", "con/x",
    "templates/x", "templates", "contribute/form", "stories/page", "x" * 101, "readme", "x/index", "pagefind/x",
    "sub/sub/sub/x",
)  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """Files to put into a project, and the picture that they show, if any; `what` says what is odd about them."""

    what: str
    files: dict[str, str]
    picture: str = ""
    listed: str = field(default="", compare=False)
    """The activity's name, for the toolkit to list."""

    @property
    def paths(self) -> set[str]:
        """Where its files lie."""
        return {*self.files, *([self.picture] if self.picture else [])}

    def put(self, root: Path) -> None:
        """Write the files below `root`."""
        for path, text in self.files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8", errors="replace", newline="\n")
        if self.picture:
            plain = root / ("drawn" + {".jpeg": ".jpg"}.get(ending := Path(self.picture).suffix.lower(), ending))
            paint("plain", plain)
            plain.replace(root / self.picture)


def mutants(seed: int) -> Iterator[Mutant]:
    """Mutants without end, the same for the same seed."""
    chance = random.Random(seed)
    number = 0
    while True:
        number += 1
        yield chance.choice(_MAKERS)(chance, f"m{number}")


def _front(**fields: object) -> str:
    return "---\n" + "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()) + "\n---\n"


def _told(name: str, what: str, body: str, **fields: object) -> Mutant:
    given = {**STORY, "themes": ["beliefs"], "activities": ["inquiry/look"], **fields}
    return Mutant(what, {f"stories/{name}.md": _front(**given) + body})


def _in_words(chance: random.Random) -> str:
    """A short line with a fragment in it."""
    return chance.choice(("Test {} data", "{} test", "Test {}", "Test{}data", "{}")).format(chance.choice(FRAGMENTS))


def _field(chance: random.Random, name: str) -> Mutant:
    where, odd = chance.choice(("title", "summary", "author")), _in_words(chance)
    more = {"kind": "illustrative"} if where != "author" else {}
    if where == "author":
        consent = {"granted": "2026-01-01", "channels": ["web", "print"], "review_by": "2028-12-01", "evidence": "C-0001"}
        more = {"kind": "first-person", "attribution": "pseudonym", "consent": consent}  # type: ignore[dict-item]
    body = "## What I saw\n\nTest data.\n\n<!-- excerpt -->\n\nTest data.\n\n<!-- end of excerpt -->\n"
    return _told(name, f"{where}: {odd!r}", body, **{where: odd, **more})


def _block(chance: random.Random, name: str) -> Mutant:
    odd = _in_words(chance)
    form = chance.choice((
        "{}\n", "- {}\n- b\n", "1. {}\n", "> {}\n>\n> Source: Test data, 2020, fair use.\n",
        "| {} | B | C |\n|---|---|---|\n| a | b | c |\n",
        "| A | B |\n|---|---|\n| {} | b |\n", "`{}`\n", "```\n{}\n```\n", "    {}\n", "**{}**\n",
        "[{}](https://example.org)\n", "### {}\n",
        "- [ ] {}\n", "{}\n===\n", "[{0}]: https://example.org\n\n[{0}]\n", "- a\n  - {}\n", "Test data\n{}\n", "![{}](x.png)\n",
    ))  # fmt: skip
    inner = form.replace("{0}", "{}").replace("{}", odd)
    if form in _PRINTED and chance.random() < 0.5:
        inner = f"<!-- excerpt -->\n\n{inner}\n<!-- end of excerpt -->\n"
    return _told(name, f"{form!r}: {odd!r}", f"## What I saw\n\nTest data.\n\n{inner}")


def _link(chance: random.Random, name: str) -> Mutant:
    address, form = (
        chance.choice(ADDRESSES),
        chance.choice(("[x]({})", "[x](<{}>)", "[x][r]\n\n[r]: {}", "![x]({})", "<{}>", "[![x](x.png)]({})")),
    )
    text = form.format(address)
    return _told(name, text, f"## What I saw\n\nTest data.\n\n## Über uns\n\nTest {text}\n")


def _anchor(chance: random.Random, name: str) -> Mutant:
    title = chance.choice(HEADINGS)
    (heading,) = markdown.headings(markdown.parse(f"## {title}\n"))
    address = heading.anchor if chance.random() < 0.7 else title.replace(" ", "-").lower()
    return _told(name, f"## {title} with #{address}", f"## {title}\n\nTest data, [above](#{address}).\n")


def _picture(chance: random.Random, name: str) -> Mutant:
    file, folder = chance.choice(NAMES), f"stories/{name}"
    written = chance.choice((file, quote(file), f"<{file}>", file.replace(" ", "%20")))
    listed = _front(
        **{**STORY, "themes": ["beliefs"], "activities": ["inquiry/look"], "pictures": [{"file": file, "people": "no"}]}
    )
    text = chance.choice(("![Two squares]({0})", "[the picture]({0})\n\n![Two squares]({0})")).replace("{0}", written)
    files = {f"{folder}/index.md": f"{listed}## What I saw\n\nTest data.\n\n{text}\n"}
    return Mutant(f"picture {file!r} as {written!r}", files, f"{folder}/{file}")


def _activity(chance: random.Random, name: str) -> Mutant:
    odd = _in_words(chance)[:40]
    old, new = chance.choice((
        ("title: Look closely", "title: {q}"), ("purpose: Test data.", "purpose: {q}"), ("who: Test data.", "who: {q}"),
        ("materials: [Paper]", "materials: [{q}]"), ("### Talk (5", "### {t} (5"), ("Talk in pairs.", "{t}"),
        ("What I saw", "{t}"),
        ("What did you see?", "{t}"), ("Look at the page.", "[{t}](index.md#sources)"),
        ("Look at the page.", "| {t} | B |\n|---|---|\n| a | b |"),
        ("Talk in pairs.", "```\n{t}\n```"), ("Talk in pairs.", "`{t}`"), ("Talk in pairs.", "> {t}"),
        ("Talk in pairs.", "1. {t}\n2. b"),
    ))  # fmt: skip
    text = activity().replace(old, new.replace("{q}", json.dumps(odd, ensure_ascii=False)).replace("{t}", odd), 1)
    return Mutant(f"activity, {new!r}: {odd!r}", {f"toolkits/inquiry/{name}.md": text}, listed=name)


def _drawn(chance: random.Random, name: str) -> Mutant:
    """An activity with a picture of an odd name."""
    file = f"{name}-{chance.choice(NAMES)}"
    listed = f"pictures:\n  - file: {json.dumps(file, ensure_ascii=False)}\n    people: no\nroles:"
    text = activity().replace("roles:", listed, 1).replace("Look at the page.", f"![Two squares](<{file}>)", 1)
    return Mutant(f"activity with picture {file!r}", {f"toolkits/inquiry/{name}.md": text}, f"toolkits/inquiry/{file}", name)


def _alias(chance: random.Random, name: str) -> Mutant:
    return _told(name, f"alias {(alias := chance.choice(ALIASES))!r}", "## What I saw\n\nTest data.\n", aliases=[alias])


def _page(chance: random.Random, name: str) -> Mutant:
    page, odd = chance.choice(PAGES), _in_words(chance)
    body = chance.choice((f"{odd}\n", "## Über uns\n\n[above](#über-uns) [home](index.md)\n", "<!-- insert: toolkits -->\n"))
    return Mutant(f"docs/{page}: {odd!r}", {f"docs/{page}.md": f"{_front(title=odd, description=odd)}{body}"})


# What may stand in an excerpt: that a table, a heading, code or a picture may not, and that a passage must fit its panel, is told
# when the sheet is made (`press.handouts.sheets.stories`), with its line.
_PRINTED = (
    "{}\n",
    "- {}\n- b\n",
    "1. {}\n",
    "`{}`\n",
    "**{}**\n",
    "[{}](https://example.org)\n",
    "- a\n  - {}\n",
    "Test data\n{}\n",
)
Maker = Callable[[random.Random, str], Mutant]
_MAKERS: tuple[Maker, ...] = (
    _field, _field, _block, _block, _block, _link, _link, _anchor, _picture, _picture, _activity, _drawn, _alias, _page,
)  # fmt: skip
