"""How a capture of a replica is made: the sign-in typed into its form, no window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from replica import Replica

from selfaudit.app import capture
from selfaudit.choosing import platform_of
from selfaudit.model.codec import load_snapshot
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Document


@pytest.fixture
def captured(tmp_path: Path) -> Callable[[str, Replica], Snapshot]:
    """Captures the account on a replica; nobody counts as signed in before the last page of the way in."""

    def capture_it(platform: str, replica: Replica) -> Snapshot:
        known = platform_of(platform)
        assert known is not None
        assert known.live is not None
        live = known.live

        def sign_in(page: Page) -> None:
            replica.types_itself_in(page, lambda: live.signed_in(Document(page.url, page.content())))

        folder = capture(platform, tmp_path / "out", site=replica.site, sign_in=sign_in, headless=True)
        return load_snapshot(folder)

    return capture_it
