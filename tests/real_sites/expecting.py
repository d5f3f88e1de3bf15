"""Where the real software is expected, as on CI, its absence fails the tests instead of skipping them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import NoReturn, TypeVar

import pytest

REQUIRED = "SELFAUDIT_REQUIRE_REAL"
Site = TypeVar("Site")


def absent(reason: str) -> NoReturn:
    """End the test: the software that it needs is not here, for this reason."""
    if os.environ.get(REQUIRED) == "1":
        pytest.fail(f"{reason}; {REQUIRED}=1 says that it must be here", pytrace=False)
    pytest.skip(reason)


def present(missing: str | None, running: Callable[[], AbstractContextManager[Site]]) -> Iterator[Site]:
    """What a fixture yields: the real software while it runs, unless something of it is missing."""
    if missing:
        absent(missing)
    with running() as site:
        yield site
