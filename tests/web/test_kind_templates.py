"""Each kind of manuscript has a template for its page."""

import pytest

from press.library.kinds import KINDS, PAGE
from projects import ROOT

VIEWS = [kind.name for kind in KINDS if kind is not PAGE] + ["doc", "home", "write"]  # a page of docs/ is one of the last three


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_a_template(view: str) -> None:
    assert (ROOT / "press" / "templates" / f"{view}.md").is_file()
