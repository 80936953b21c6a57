"""Lists keep their own numbers, and have room for them, in what a page is made of."""

import re

import pytest

from press.manuscript import markdown, sanitize


def page(text: str) -> str:
    return sanitize.clean(markdown.render(markdown.parse(text)))


def lists(text: str) -> list[tuple[str, str]]:
    """The start and the class of each ordered list on the page, in order; "" where it has none."""
    found = re.findall(r"<ol([^>]*)>", page(text))
    return [tuple("".join(re.findall(rf'{name}="([^"]*)"', given)) for name in ("start", "class")) for given in found]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("4. a\n5. b", "4"),
        ("4) a\n5) b", "4"),
        ("0. a\n1. b", "0"),
        ("1. a\n2. b", ""),
        ("007. a", "7"),
        ("> 3. a", "3"),
        ("- x\n\n  3. a", "3"),
        ("2. a\n\n2. b", "2"),
    ],
)
def test_a_list_starts_where_it_was_written_to(text: str, start: str) -> None:
    assert lists(text)[0][0] == start


def test_4_a_and_5_b_apart_keep_both_numbers() -> None:
    assert lists("4. a\n\nBetween.\n\n5. b") == [("4", ""), ("5", "")]


def test_a_list_within_another_has_numbers_of_its_own() -> None:
    assert lists("4. a\n\n   12. b\n   13. c\n5. d") == [("4", ""), ("12", "tn-digits-2")]


def test_a_new_mark_begins_a_new_list() -> None:
    assert lists("4. a\n5. b\n7) c") == [("4", ""), ("7", "")]


@pytest.mark.parametrize(
    ("first", "count", "room"),
    [(1, 9, ""), (1, 10, "tn-digits-2"), (9, 1, ""), (9, 2, "tn-digits-2"), (99, 2, "tn-digits-3"), (998, 3, "tn-digits-4"),
     (9999, 2, "tn-digits-9"), (999_999_999, 1, "tn-digits-9")],
)  # fmt: skip
def test_a_list_has_room_for_its_longest_number(first: int, count: int, room: str) -> None:
    assert lists("\n".join(f"{first + n}. item" for n in range(count)))[0][1] == room


def test_items_of_a_list_within_do_not_count_for_the_one_around() -> None:
    inner = "\n".join(f"   {n}. b" for n in range(1, 12))
    assert lists(f"1. a\n{inner}\n2. c") == [("", ""), ("", "tn-digits-2")]
