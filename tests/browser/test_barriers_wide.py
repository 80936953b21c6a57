"""No kind of page has a barrier at a wide window."""

import pytest

from barriers import Audit
from browsing import WIDE

pytestmark = pytest.mark.browser


class TestWide(Audit):
    """All of them."""

    width = WIDE
