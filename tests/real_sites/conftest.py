"""The real software of this folder, each started once for all the tests that read it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from real_sites import nodebb, pds, pds_software, spirit, wordpress
from real_sites.blog_content import CONTENT
from real_sites.expecting import present


@pytest.fixture(scope="session")
def blog() -> Iterator[wordpress.Blog]:
    """A teacher's invented blog on loopback."""
    yield from present(wordpress.missing(), lambda: wordpress.running(CONTENT))


@pytest.fixture(scope="session")
def spirit_board() -> Iterator[spirit.Board]:
    """A teacher's invented account on a Spirit board."""
    yield from present(spirit.missing(), spirit.running)


@pytest.fixture(scope="session")
def nodebb_board() -> Iterator[nodebb.Board]:
    """The same on a NodeBB board."""
    yield from present(nodebb.missing(), nodebb.running)


@pytest.fixture(scope="session")
def server() -> Iterator[pds.Server]:
    """A teacher's invented account on a Bluesky server."""
    pds_software.install_if_asked()
    yield from present(pds_software.missing(), pds.running)
