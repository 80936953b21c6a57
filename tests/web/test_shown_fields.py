"""What front matter says is shown to readers somewhere, or it is said here why not."""

import re

import pytest
from pydantic import BaseModel

from press.library.kinds import KINDS
from press.library.model import Consent, Picture
from projects import ROOT

NOT_SHOWN = {
    ("Activity", "smallest"): "within `people`",
    ("Activity", "largest"): "within `people`",
    ("Withdrawn", "withdrawn"): "the notice gives no day",
    ("Story", "student_details"): "for editors",
    ("Consent", "granted"): "for editors",
    ("Consent", "review_by"): "for editors",
    ("Consent", "reason"): "for editors",
    ("Consent", "evidence"): "for editors",
    ("Picture", "people_consent"): "for editors",
}
MODELS: tuple[type[BaseModel], ...] = (*(kind.model for kind in KINDS), Consent, Picture)
FIELDS = [(model.__name__, name) for model in MODELS for name in model.model_fields]
SHOWING = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in ("templates", "theme/partials", "web", "handouts", "library/wording.py")
    for path in ([ROOT / "press" / folder] if folder.endswith(".py") else sorted((ROOT / "press" / folder).rglob("*")))
    if path.suffix in (".py", ".md", ".html") and "form" not in path.parts
)


@pytest.mark.parametrize(("model", "name"), FIELDS, ids=[f"{model}.{name}" for model, name in FIELDS])
def test_a_field_is_shown_or_it_is_said_why_not(model: str, name: str) -> None:
    assert bool(re.search(rf"\.{name}\b", SHOWING)) != ((model, name) in NOT_SHOWN)
