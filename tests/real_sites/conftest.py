"""The real WordPress, started once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from real_sites.blog_content import CONTENT
from real_sites.expecting import absent
from real_sites.wordpress import Blog, missing, running


@pytest.fixture(scope="session")
def blog() -> Iterator[Blog]:
    """A teacher's invented blog on loopback."""
    reason = missing()
    if reason:
        absent(reason)
    with running(CONTENT) as site:
        yield site
