"""The lists of names are made anew from their public sources by `tools/name-lists.py`. All sources here are made up."""

import gzip
import hashlib
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from press.checks import name_lists
from press.web.form import rules
from projects import ROOT

LISTS = ROOT / "press" / "checks" / "lists"
CHOICES = """# Made up.

== names first ==
Testing
== words first ==
Wordy
== neither ==
Nonesuch
== no family ==
Nofamily
== family first ==
Baker
== no places ==
Testa
== places first ==
Oak
== large places ==
Far East, Test Belt
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sources, made up, and the lists that were made of them."""
    folder = tmp_path_factory.mktemp("lists")
    with zipfile.ZipFile(folder / "names.zip", "w") as packed:
        packed.writestr("yob1949.txt", "Tooearly,F,5000\n")
        packed.writestr("yob1950.txt", "Testa,F,900\nTesting,M,3000\nOak,M,1500\nRare,F,250\nRarity,F,250\nFew,F,199\n")
        packed.writestr("yob2000.txt", "Testa,F,900\nWordy,F,1000\nNonesuch,M,9000\nBigcity,M,1200\nSmith,F,300\n")
        packed.writestr("readme.pdf", "no names")
    files = {
        "surnames.csv": "name,rank\nSMITH,1\nNOFAMILY,2\nBAKER,3\nTESTA,4\nMILLER,5\n",
        "cities.txt": "".join(
            "\t".join(["1", name, "", "", "", "", "", "", land, "", "OH", "", "", "", str(count)]) + "\n"
            for name, land, count in (
                ("Smallville", "US", 1200), ("Bigcity", "US", 200_000), ("Elsewhere", "FR", 5000), ("Testa", "US", 3000),
                ("The Oak", "US", 1500), ("Rare's Town", "US", 1400), ("Acorn", "US", 1300),
            )
        ),
        "countries.txt": "#ISO\nTS\tTST\t1\tTS\tTestland\n",
        "words.txt": "testing\noak\nbaker\nmiller\nacorn\n",
        "rare.json": '["rarity"]',
        "common.txt": "walk\nwalker\ncarry\nup\nTesta\n",
        "more.json": '["carries", "walking", "make", "making", "table"]',
        "choices.txt": CHOICES,
    }  # fmt: skip
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "lists").mkdir()
    sources = {"given": "names.zip", "family": "surnames.csv", "places": "cities.txt", "countries": "countries.txt"}
    options = [part for name, file in sources.items() for part in (f"--{name}", str(folder / file))]
    options += ["--words", str(folder / "words.txt"), "--rare-words", str(folder / "rare.json")]
    options += ["--common", str(folder / "common.txt"), str(folder / "more.json")]
    options += ["--choices", str(folder / "choices.txt"), "--to", str(folder / "lists")]
    subprocess.run([sys.executable, ROOT / "tools" / "name-lists.py", *options], check=True)
    return folder


def lines(made: Path, name: str) -> list[str]:
    text = (made / "lists" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def test_each_name_stands_in_the_list_of_what_it_may_be(made: Path) -> None:
    assert lines(made, "given") == ["Testing", "Testa", "Rare"]
    assert lines(made, "given-words") == ["Oak", "Bigcity", "Wordy"]
    assert lines(made, "family") == ["Smith", "Baker"]
    assert lines(made, "places") == ["Bigcity", "Oak", "Rare’s Town", "Smallville"]
    assert lines(made, "common") == ["carry", "walk", "make", "table"]
    assert lines(made, "large-places") == ["Far East", "Test Belt", "Testland"]


def test_a_list_names_its_source_its_license_and_the_files_it_was_read_from(made: Path) -> None:
    text = (made / "lists" / "given.txt").read_text(encoding="utf-8")
    assert "Social Security Administration" in text and "in the public domain" in text and "tools/name-lists.py" in text
    for name in ("names.zip", "words.txt", "rare.json"):
        assert f"# Read from {name}, SHA-256 {hashlib.sha256((made / name).read_bytes()).hexdigest()}\n" in text


@pytest.mark.parametrize("path", sorted(LISTS.glob("*.txt")), ids=lambda path: path.stem)
def test_each_packaged_list_says_where_it_comes_from(path: Path) -> None:
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    text = "\n".join(head)
    assert "SHA-256" in text or "Written for this project" in text
    assert (
        "public domain" in text or "Creative Commons" in text or "license of the program" in text or "Permission to use" in text
    )
    assert not any(name.startswith("#") for name in name_lists.read(path.stem))


def test_what_the_form_fetches_stays_light() -> None:
    sent = json.dumps(rules.lists(), ensure_ascii=False, separators=(",", ":")).encode()
    assert len(gzip.compress(sent, 6)) < 40_000
    assert not any(sign.isdigit() for words in name_lists.in_form() for word in words for sign in word)
