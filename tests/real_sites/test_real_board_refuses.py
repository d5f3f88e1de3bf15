"""A real board that counts attempts to sign in: one of its own, since it then lets nobody in for a while."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from real_sites import spirit
from real_sites.board_content import OTHER, PASSWORD
from real_sites.expecting import present
from real_sites.signing_in import sign_in_to_spirit

from selfaudit.browser.capture import capture
from selfaudit.errors import SignInAbandoned
from selfaudit.model.progress import Silent
from selfaudit.platforms.forum import FORUM

pytestmark = [pytest.mark.real_site, pytest.mark.browser]


@pytest.fixture
def strict_board() -> Iterator[spirit.Board]:
    yield from present(spirit.missing(), spirit.running)


def test_spirits_real_rate_limit_ends_in_one_sentence_and_reads_nothing(
    strict_board: spirit.Board, tmp_path: Path
) -> None:
    """After five attempts in five minutes even the right password is sent back to the form."""

    def too_often(page: Any) -> None:
        for _ in range(5):
            sign_in_to_spirit(page, strict_board.address, OTHER, "not the password")
        sign_in_to_spirit(page, strict_board.address, OTHER, PASSWORD)
        assert "Too many submissions" in page.content()

    with pytest.raises(SignInAbandoned) as told:
        capture(
            FORUM,
            site=strict_board.address,
            media_folder=tmp_path / "media",
            sign_in=too_often,
            headless=True,
            progress=Silent(),
        )
    assert told.value.sentence.endswith(".")
    assert not (tmp_path / "media").exists()
