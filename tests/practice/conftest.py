"""The practice network, running for a test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from selfaudit.practice import PracticeServer, serve


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    """A fresh practice network, gone after the test."""
    with serve() as running:
        yield running
