"""Asks three checkers about a PDF. What they find without cause stands here, by its rule, with the reason.

They find what a program can find, so tests say "checked with", never that a PDF conforms.
"""

import io
import re
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import outloud
import page as page_validation
import pdfua
import pypdf
from outloud.findings import Finding

from real import all_cores
from sheets import heard

MARGIN = 46  # points above the text, as in layouts/portrait/portrait.css
FOOT = 58  # points from the lower edge, below which the foot stands, as in the same file and layouts/kit/sheet.css
PROFILES = ("ua1", "3a")
CRASHES = {
    "UA-14-001",  # pdfua 0.1.3 takes a list of kids for a dictionary: "cannot get key '/is_integer' on object of type array"
}


@dataclass(frozen=True)
class FalseAlarm:
    """A rule of outloud's that speaks without cause where `holds` says so of the PDF and the finding."""

    rule: str
    reason: str
    holds: Callable[[bytes, Finding], bool]


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


def _is_running_head(data: bytes, finding: Finding) -> bool:
    """Whether it is one line above the text of its page, with words that are heard in their place."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    edge = float(reader.pages[0].mediabox.height) - MARGIN
    said = " ".join(heard(page) for page in reader.pages)
    return finding.count == 1 and all(box["y0"] > edge for box in finding.boxes) and _words(finding.evidence) <= _words(said)


def _is_foot(data: bytes, finding: Finding) -> bool:
    """Whether it is the one line below the text of its page: what is printed, and on which page of how many."""
    return finding.count == 1 and "Page" in (finding.evidence or "") and all(box["y1"] < FOOT for box in finding.boxes)


def _is_copy(data: bytes, finding: Finding) -> bool:
    """Whether each of its lines is heard elsewhere in a kit, its words in a row."""
    said = "".join(" ".join(heard(page) for page in pypdf.PdfReader(io.BytesIO(data)).pages).split())
    return _is_kit(data) and all("".join(_once(line.rstrip("…").split())) in said for line in (finding.evidence or "").split(";"))


def _once(words: list[str]) -> list[str]:
    """A line of a copy, which the copy beside it may say again; its last word may be cut off in the finding."""
    end = len(words) - 1
    return next((words[:at] for at in range(1, end) if words[at:end] == words[: end - at]), words[:end])


def _is_kit(data: bytes) -> bool:
    about = pypdf.PdfReader(io.BytesIO(data)).metadata
    return about is not None and str(about.title).endswith(", kit")


def _is_to_fill_in(finding: Finding) -> bool:
    """Whether the table has words in some of its cells."""
    empty, cells = map(int, re.findall(r"(\d+) of (\d+) cells", finding.message)[0])
    return empty < cells


FALSE_ALARMS = (
    FalseAlarm("TAG-002", "a running head repeats what is heard where its part begins", _is_running_head),
    FalseAlarm("TAG-002", "what is printed, and on which page, is no part of its text", _is_foot),
    FalseAlarm("TAG-002", "of copies to cut apart, the first is heard", _is_copy),
    FalseAlarm("TBL-012", "a table to fill in has empty cells", lambda data, finding: _is_to_fill_in(finding)),
    FalseAlarm("TBL-014", "lines to cut along make no table", lambda data, finding: _is_kit(data)),
    FalseAlarm(
        "PAG-001",
        "activities that begin a page have time and people as their first line: one each, no running head",
        lambda data, finding: finding.count == 1 and bool(re.match(r"[A-Z]\d+\W", finding.evidence)),
    ),
    FalseAlarm(
        "ORD-001",
        "WeasyPrint paints the numbers of a list after the text; in the tree, which is what is read, each stands in its place",
        lambda data, finding: int(re.findall(r"(\d+)% in order", finding.message)[0]) >= 65,
    ),
)


def found(path: Path) -> list[str]:
    """What the three find in the PDF, each as "checker rule: message"."""
    return [*_by_page(path), *_by_outloud(path), *_by_pdfua(path)]


def found_in(paths: list[Path]) -> dict[str, list[str]]:
    """What they find in each of many, by its file's name, with all cores of the machine; what is clean is left out."""
    with all_cores(), ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        every = list(pool.map(found, paths, chunksize=4))
    return {path.name: findings for path, findings in zip(paths, every, strict=True) if findings}


def _by_page(path: Path) -> list[str]:
    reports = [page_validation.validate_pdf(path, profile=profile) for profile in PROFILES]
    rules = [(one.rule_id, one.message) for report in reports for one in report.failures]
    if b"\r\nendstream" in path.read_bytes():
        # A stream whose packed content happens to end with a carriage return is one byte longer than it looks for this rule.
        rules = [(rule, message) for rule, message in rules if rule != "PDFA3A-STREAM-LENGTH-001"]
    return [f"page {rule}: {message}" for rule, message in rules]


def _by_outloud(path: Path) -> list[str]:
    result = outloud.check(str(path))
    crashed = [f"outloud crashed: {run.rule}" for run in result.runs if run.status == "crashed"]
    findings = [one for one in result.findings if one.severity in ("error", "warning") and not _is_false(path, one)]
    return [
        *([f"outloud: {result.error}"] if result.error else []),
        *crashed,
        *(f"outloud {one.rule}: page {one.page}: {one.message} {one.evidence or ''}" for one in findings),
    ]


def _is_false(path: Path, finding: Finding) -> bool:
    return any(alarm.rule == finding.rule and alarm.holds(path.read_bytes(), finding) for alarm in FALSE_ALARMS)


def _by_pdfua(path: Path) -> list[str]:
    report = pdfua.validate(str(path))
    skipped = {skipped.rule_id for skipped in report.skipped} - CRASHES
    return [*(f"pdfua {one.rule_id}: {one.message}" for one in report.findings), *(f"pdfua crashed: {rule}" for rule in skipped)]
