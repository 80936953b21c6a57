"""What is printed can be read at arm's length: no letter of any PDF is smaller than 9 points, and no word is broken in two."""

import re
import unicodedata
from pathlib import Path

import pypdfium2
import pypdfium2.raw
import pytest

from press.handouts.sheets.layouts import PAPERS
from real import Real
from soaking import some

pytestmark = pytest.mark.pdf

LEAST = 9.0
BROKEN = "\ufffe"  # what PDFium reads where a word goes on in the next line


def printed(published: Real) -> list[Path]:
    """All PDFs on one paper, another one each time; in `make soak` on both."""
    found = [file for paper in some(list(PAPERS)) for file in sorted(published.handouts.glob(f"*-{paper}.pdf"))]
    assert found
    return found


def letters(file: Path) -> list[tuple[float, str]]:
    """Each letter of a PDF with its size in points."""
    found = []
    for page in pypdfium2.PdfDocument(file):
        text = page.get_textpage()
        for index in range(text.count_chars()):
            sign = chr(pypdfium2.raw.FPDFText_GetUnicode(text.raw, index))
            if unicodedata.category(sign)[0] == "L":
                found.append((pypdfium2.raw.FPDFText_GetFontSize(text.raw, index), sign))
    return found


def test_no_letter_is_smaller_than_nine_points(published: Real) -> None:
    small = {file.name: least for file in printed(published) if (least := min(letters(file)))[0] < LEAST - 0.01}
    assert small == {}


def test_a_line_ends_within_a_word_only_at_a_hyphen_that_was_written(published: Real) -> None:
    manuscripts = " ".join(path.read_text(encoding="utf-8") for path in Path().glob("*/**/*.md"))
    for file in printed(published):
        for page in pypdfium2.PdfDocument(file):
            text = page.get_textpage().get_text_range().replace(f"{BROKEN}\r\n", BROKEN)
            for place, sign in enumerate(text):
                if sign == BROKEN:
                    before, after = re.findall(r"\w+", text[:place])[-1], re.findall(r"\w+", text[place + 1 :])[0]
                    assert f"{before}-{after}" in manuscripts, f"{file.name}: {before}-{after}"
