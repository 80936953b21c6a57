"""No kind of page has a barrier at the narrowest phone."""

import pytest

from barriers import Audit
from browsing import NARROW

pytestmark = pytest.mark.browser


class TestPhone(Audit):
    """All of them."""

    width = NARROW
