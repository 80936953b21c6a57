"""The walk through all that the site offers, in Chromium."""

import pytest

from engines.chromium import Chromium
from engines.walk import Walk

pytestmark = pytest.mark.browser


class TestChromium(Walk):
    """All of it."""

    start = Chromium
