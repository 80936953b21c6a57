"""The JSON Schema says what the model says, in plain words; the snippet for editors writes what the press reads."""

import json
import re
from pathlib import Path

import yaml

from press.library import json_schema, kinds, vocabulary
from press.library.model import Consent, Story
from projects import ROOT

MADE = json_schema.story()


def test_each_field_of_the_model_stands_in_the_schema_with_a_title_a_description_and_an_example() -> None:
    assert list(MADE["properties"]) == list(Story.model_fields)
    assert list(MADE["$defs"]["Consent"]["properties"]) == list(Consent.model_fields)
    for name, field in MADE["properties"].items():
        assert field["title"] and field["description"], name
        assert "examples" in field or "$ref" in json.dumps(field), name


def test_what_is_needed_and_what_may_be_said_is_as_in_the_model() -> None:
    assert set(MADE["required"]) == {name for name, info in Story.model_fields.items() if info.is_required()}
    assert MADE["properties"]["role"]["enum"] == list(vocabulary.ROLES)
    assert MADE["properties"]["title"]["maxLength"] == 70
    assert MADE["properties"]["themes"]["maxItems"] == 3
    assert MADE["additionalProperties"] is False


def test_an_optional_field_is_left_out_and_never_empty() -> None:
    assert "null" not in json_schema.text()
    assert MADE["properties"]["attribution"]["enum"] == ["named", "first-name", "pseudonym", "anonymous"]


def test_examples_are_values_as_the_front_matter_has_them() -> None:
    assert MADE["properties"]["themes"]["examples"] == [["beliefs"]]


def test_the_snippet_writes_a_file_whose_fields_the_press_knows(tmp_path: Path) -> None:
    (entry,) = json.loads(json_schema.snippet()).values()
    typed = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", "\n".join(entry["body"]))
    typed = re.sub(r"\$\{\d+:\$[^}]*\}", "2026-11-22", re.sub(r"\$\d+", "", typed))
    (tmp_path / "typed.md").write_text(typed, encoding="utf-8")
    read = kinds.read(tmp_path / "typed.md", "stories/typed.md")
    assert read.problems == ()
    assert set(read.front) == set(Story.model_fields) - {"pictures"}
    assert read.front["role"] == "teacher"


def test_the_snippet_makes_up_no_consent() -> None:
    (entry,) = json.loads(json_schema.snippet()).values()
    assert not re.search(r"C-\d|20\d\d", "\n".join(entry["body"]))


def test_the_editors_settings_name_the_schema() -> None:
    text = (ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8")
    settings = yaml.safe_load(re.sub(r"^ *//.*$", "", text, flags=re.M))
    assert list(settings["yaml.schemas"]) == ["./" + json_schema.PATH]
