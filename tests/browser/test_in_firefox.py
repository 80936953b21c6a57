"""The walk through all that the site offers, in Firefox."""

import pytest

from engines.firefox import Firefox
from engines.walk import Walk

pytestmark = pytest.mark.browser


class TestFirefox(Walk):
    """All of it."""

    start = Firefox
