"""The list of what a proposal changes: what comes back from it, what stands in its table, and where it ends."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import FrozenInstanceError, asdict, replace
from pathlib import Path

import pytest

from press.review import summary
from press.review.summary import Change, Place
from projects import ROOT

RUN = "https://site.example/run"
STORY = Change("stories/a.md", "story", ("web",), "stories/a/index.html", ())
MEND, LOOK = Place(3, "links", "error"), Place(5, "jargon", "review")


def listed(*changes: Change, hidden: int = 0) -> str:
    """A list as a stranger's program might write it, with no bound kept."""
    return json.dumps({"changes": [asdict(change) for change in changes], "hidden": hidden})


def many(count: int) -> tuple[Change, ...]:
    return tuple(Change(f"stories/s{number}.md", "story", (), "", ()) for number in range(count))


def with_places(*places: Place) -> Change:
    return replace(STORY, places=places)


# What comes back


def test_what_was_read_cannot_be_changed() -> None:
    ((change,), _) = summary.read(listed(with_places(MEND)))
    for record, name in ((change, "path"), (change.places[0], "rule")):
        with pytest.raises(FrozenInstanceError):
            setattr(record, name, "")


@pytest.mark.parametrize(
    "path",
    [
        "stories/a.md`](https://elsewhere.example)",
        "stories/a.md @everyone",
        "stories/a.md|",
        "stories/a.md\n",
        "x/stories/a.md",
        "stories/-a.md",
        "stories//a.md",
        "stories/" + "a" * 82,
        "/".join(["stories", *"abcdefghi"]),
        "stories",
        "press/a.py",
    ],
)
def test_a_name_that_goes_on_after_what_may_be_shown_is_refused(path: str) -> None:
    assert not summary.shown(path)
    with pytest.raises(summary.Unreadable):
        summary.read(listed(replace(STORY, path=path, page="")))


@pytest.mark.parametrize("path", ["stories/" + "a" * 81, "/".join(["stories", *"abcdefgh"]), "docs/A_b-c.1.md"])
def test_a_plain_name_is_shown_as_long_as_the_bounds_allow(path: str) -> None:
    assert summary.shown(path)
    assert summary.read(listed(replace(STORY, path=path, page="")))


@pytest.mark.parametrize("page", ["stories/a/index.html`](https://x.example)", "stories/a/index.html ", "stories/a/index.htmlx"])
def test_a_suffix_after_a_page_never_reaches_the_comment(page: str) -> None:
    with pytest.raises(summary.Unreadable):
        summary.read(listed(replace(STORY, page=page)))


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("docs/index.md", "index.html"),
        ("docs/about.md", "about/index.html"),
        ("stories/index.md", "stories/index.html"),
        ("stories/a/index.md", "stories/a/index.html"),
        ("stories/reindex.md", "stories/reindex/index.html"),
        ("toolkits/a/b.md", "toolkits/a/b/index.html"),
        ("stories/a.png", ""),
        ("stories/a.md.png", ""),
    ],
)
def test_each_manuscript_has_its_page(path: str, page: str) -> None:
    assert summary.page(path) == page


@pytest.mark.parametrize("rule", ["links", "a-" + "b" * 29])
def test_a_rules_name_comes_back(rule: str) -> None:
    ((change,), _) = summary.read(listed(with_places(replace(MEND, rule=rule))))
    assert change.places[0].rule == rule


@pytest.mark.parametrize("rule", ["links`", "links see https://x.example", "Links", "a", "a-" + "b" * 30, "-a", ""])
def test_a_rules_name_that_goes_on_is_refused(rule: str) -> None:
    with pytest.raises(summary.Unreadable):
        summary.read(listed(with_places(replace(MEND, rule=rule))))


@pytest.mark.parametrize(("line", "hidden"), [(1, 0), (1_000_000, 1_000_000)])
def test_the_smallest_and_the_largest_numbers_come_back(line: int, hidden: int) -> None:
    ((change,), others) = summary.read(listed(with_places(replace(MEND, line=line)), hidden=hidden))
    assert (change.places[0].line, others) == (line, hidden)


@pytest.mark.parametrize(("line", "hidden"), [(0, 0), (1, -1)])
def test_a_line_before_the_first_and_less_than_no_file_are_refused(line: int, hidden: int) -> None:
    with pytest.raises(summary.Unreadable):
        summary.read(listed(with_places(replace(MEND, line=line)), hidden=hidden))


def test_a_list_has_at_most_250_files_with_30_places_each() -> None:
    first, *rest = many(250)
    full = replace(first, places=(MEND,) * 30)
    assert summary.read(listed(full, *rest)) == ((full, *rest), 0)
    for more in (many(251), (replace(first, places=(MEND,) * 31),)):
        with pytest.raises(summary.Unreadable):
            summary.read(listed(*more))


def test_a_file_can_appear_on_each_channel_once_and_stand_in_the_list_once() -> None:
    both = replace(STORY, channels=("web", "print"))
    assert summary.read(listed(both)) == ((both,), 0)
    for odd in ((replace(STORY, channels=("web", "web")),), (STORY, STORY)):
        with pytest.raises(summary.Unreadable):
            summary.read(listed(*odd))


@pytest.mark.parametrize("kind", ["toolkit", "activity", "notice", "story", "page", "picture", "unread", "removed", "unchanged"])
def test_every_kind_that_the_press_writes_comes_back(kind: str) -> None:
    found, _ = summary.read(summary.text((replace(STORY, kind=kind),)))
    assert [change.kind for change in found] == [kind]


# What is written


def test_files_beyond_the_250th_are_counted_with_those_that_may_not_be_shown() -> None:
    found, hidden = summary.read(summary.text(many(253), hidden=3))
    assert (len(found), hidden) == (250, 6)
    assert summary.read(summary.text(many(250))) == (many(250), 0)


def test_of_more_than_30_places_those_to_mend_come_first_and_the_rest_in_their_order() -> None:
    looks = tuple(Place(number, "jargon", "review") for number in range(1, 31))
    ((change,), _) = summary.read(summary.text((with_places(*looks, MEND),)))
    assert change.places == (MEND, *looks[:29])


@pytest.mark.parametrize("looks", [1, 29])
def test_up_to_30_places_stay_as_they_are(looks: int) -> None:
    full = with_places(*(LOOK,) * looks, MEND)
    assert summary.read(summary.text((full,))) == ((full,), 0)


def test_what_is_to_mend_and_what_is_to_look_at_are_counted_apart() -> None:
    found = with_places(MEND, LOOK, LOOK)
    ((read,), _) = summary.read(summary.text((found,)))
    for change in (found, read):
        assert (change.count("error"), change.count("review")) == (1, 2)
        assert summary.row(change)[3:] == ("line 3 (links)", "line 5 (jargon), line 5 (jargon)")


# What people read


@pytest.mark.parametrize(
    ("channels", "where"),
    [
        ((), "nowhere yet"),
        (("web",), "on the site"),
        (("print",), "in print"),
        (("web", "print"), "on the site and in print"),
        (("print", "web"), "on the site and in print"),
    ],
)
def test_a_story_is_said_to_appear_where_its_teller_agreed_and_nowhere_else(channels: tuple[str, ...], where: str) -> None:
    assert summary.row(replace(STORY, channels=channels)) == ("`stories/a.md`", "story", where, "–", "–")


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("picture", ("picture", "with its page")),
        ("notice", ("notice", "as a short notice")),
        ("removed", ("removed", "nowhere")),
        ("unchanged", ("not changed here", "nowhere yet")),
    ],
)
def test_what_is_no_story_is_said_to_appear_in_its_own_way(kind: str, cells: tuple[str, str]) -> None:
    assert summary.row(replace(STORY, kind=kind, channels=()))[1:3] == cells


def test_places_to_mend_and_to_look_at_stand_in_cells_of_their_own() -> None:
    found = summary.row(with_places(MEND, LOOK, replace(MEND, line=9)))
    assert found[3:] == ("line 3 (links), line 9 (links)", "line 5 (jargon)")


def test_a_cell_has_room_for_20_places() -> None:
    assert summary.row(with_places(*(MEND,) * 21))[3].count("line 3 (links)") == 20


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ((), "The proposal’s own run reported: nothing to mend."),
        ((LOOK,), "The proposal’s own run reported: nothing to mend, 1 thing for an editor to look at."),
        ((LOOK, LOOK), "The proposal’s own run reported: nothing to mend, 2 things for an editor to look at."),
        ((MEND,), "**The proposal’s own run reported: 1 thing to mend** before this can be published."),
        ((MEND, LOOK, MEND), "**The proposal’s own run reported: 2 things to mend** before this can be published."),
    ],
)
def test_the_verdict_is_the_runs_own_word(places: Sequence[Place], words: str) -> None:
    assert summary.verdict([with_places(*places)]) == words


def test_a_proposal_without_manuscripts_has_no_table() -> None:
    assert summary.markdown(()) == "This proposal changes no toolkit, story or page.\n"


def test_where_nothing_may_be_shown_the_files_are_counted() -> None:
    assert "1 more file is not listed here." in summary.markdown((), hidden=1)


def test_the_whole_summary_reads_in_its_order() -> None:
    assert summary.markdown((with_places(LOOK),), 2, RUN) == (
        "### What this proposal changes\n\n"
        "The proposal’s own run reported: nothing to mend, 1 thing for an editor to look at.\n\n"
        "| File | What it is | It would appear | To mend | To look at |\n|---|---|---|---|---|\n"
        "| `stories/a.md` | story | on the site | – | line 5 (jargon) |\n\n2 more files are not listed here.\n\n"
        f"**Preview:** download “preview” from [this run]({RUN}), unpack it, run `python -m http.server` in its folder and open "
        "`http://localhost:8000`. The handouts are in `handouts/`.\nLook at `stories/a/index.html`.\n\n"
        "Each line is marked under “Files changed”, with what to do.\n"
    )


def test_a_summary_of_sound_files_alone_says_nothing_of_hidden_ones_previews_and_marks() -> None:
    assert summary.markdown((STORY,)).endswith("| `stories/a.md` | story | on the site | – | – |\n")


@pytest.mark.parametrize(("rows", "more"), [(100, ""), (101, "1 more file is"), (102, "2 more files are")])
def test_a_table_lists_100_rows_and_counts_the_rest(rows: int, more: str) -> None:
    made = summary.table(("File",), ((f"`{number}`",) for number in range(rows)))
    assert made.count("| `") == 100
    assert made.endswith(f"\n\n{more} not listed here." if more else "| `99` |")


def test_a_table_ends_where_a_comment_has_no_more_room() -> None:
    row = ("x" * 995,)  # 1,000 signs with the bars and the line's end
    assert summary.table(("File",), [row] * 50).count("xxx |") == 50
    assert "1 more file is not listed here." in summary.table(("File",), [row] * 49 + [("x" * 996,)])
    assert summary.table(("File",), [("x" * 996,), *[row] * 49, ("y",)]).endswith("\n\n2 more files are not listed here.")


def test_a_page_to_look_at_is_one_that_is_on_the_site() -> None:
    on_paper = replace(STORY, channels=("print",))
    without = replace(STORY, page="")
    (words,) = summary.preview([on_paper, without], RUN)
    assert "Look at" not in words
    (words,) = summary.preview([replace(STORY, page=f"{number}.html") for number in range(11)], RUN)
    assert words.endswith(f"\nLook at {', '.join(f'`{number}.html`' for number in range(10))}.")


def test_where_something_is_to_mend_its_page_is_named_and_what_stands_there() -> None:
    faulty = Change("stories/b.md", "unread", (), "stories/b/index.html", (MEND,))
    (words,) = summary.preview([STORY, faulty], RUN)
    instead = "What is to mend stands in the place of its page."
    assert words.endswith(f"{instead}\nLook at `stories/a/index.html`, `stories/b/index.html`.")
    (words,) = summary.preview([with_places(LOOK)], RUN)
    assert instead not in words


def test_pictures_are_offered_first_since_they_need_no_program() -> None:
    pictures, preview = summary.preview([STORY], RUN, summary.OFFERS)
    assert pictures == (
        f"**Pictures:** download “pictures” from [this run]({RUN}) and unpack it. It shows each changed page before and after, "
        "and needs no other program."
    )
    assert [preview] == summary.preview([STORY], RUN) and summary.preview([STORY], RUN, ()) == []


def printed(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """What the program says with nothing installed."""
    command = [sys.executable, "-S", "-m", "press.review.summary", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_what_is_read_from_a_file_is_printed_with_the_runs_address(tmp_path: Path) -> None:
    (tmp_path / "summary.json").write_text(summary.text((STORY,)), encoding="utf-8")
    for arguments, address in (((RUN,), RUN), ((), ""), ((RUN, "more"), RUN)):
        assert printed(str(tmp_path / "summary.json"), *arguments).stdout == summary.markdown((STORY,), run=address)


def test_what_cannot_be_read_is_answered_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "summary.json").write_text("{}", encoding="utf-8")
    for arguments in ((), (str(tmp_path / "summary.json"),), (str(tmp_path / "nowhere"),)):
        done = printed(*arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == "This is not a list of changes that the press writes. Make it anew with: make summary\n"
