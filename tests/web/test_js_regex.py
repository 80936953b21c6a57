"""The form's patterns take for a letter what the program's do."""

import re

from press.web.form import js_regex


def known() -> set[str]:
    """Each sign that a pattern of the form takes for a letter or a digit."""
    inside = js_regex._WORD
    return {sign for sign in map(chr, range(0xFFFF)) if re.match(f"[{inside}]", sign)}


def test_each_sign_of_latin_script_is_known_as_in_python() -> None:
    assert {sign for sign in known() if ord(sign) < 0x250} == {chr(c) for c in range(0x250) if re.match(r"\w", chr(c))}


def test_letters_of_all_scripts_are_letters() -> None:
    letters = {sign for sign in map(chr, range(0x250, 0xFFFF)) if sign.isalpha()}
    assert letters <= known()


def test_signs_between_words_are_no_letters() -> None:
    assert (
        not set(" \t\n\u00a0.,:;!?…–—-’‘“”\"'()[]{}/\\\\@#%&*+=<>|~^`´·•€$£§©®™←→↑↓✓✔◆◇○□◈●■\u0301\u200b\u200d\ufe0f") & known()
    )
