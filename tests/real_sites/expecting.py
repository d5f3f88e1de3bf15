"""Where the real software is expected, as on CI, its absence fails the tests instead of skipping them."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest

REQUIRED = "SELFAUDIT_REQUIRE_REAL"


def absent(reason: str) -> NoReturn:
    """End the test: the software that it needs is not here, for this reason."""
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(f"{reason}; {REQUIRED}=1 says that it must be here", pytrace=False)
    pytest.skip(reason)
