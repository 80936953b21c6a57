"""The walk through all that the site offers, in WebKit."""

import pytest

from engines.walk import Walk
from engines.webkit import WebKit

pytestmark = pytest.mark.browser


class TestWebKit(Walk):
    """All of it."""

    start = WebKit
