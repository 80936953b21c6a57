"""No kind of page has a barrier at a tablet's width."""

import pytest

from barriers import Audit

pytestmark = pytest.mark.browser


class TestTablet(Audit):
    """All of them."""

    width = 768
