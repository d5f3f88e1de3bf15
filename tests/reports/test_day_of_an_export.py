"""An export whose file's name tells a day alone is said to be of that day, and of no hour."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from audited import a_result, an_account

from reports.view import view_of
from selfaudit.model.vocabulary import Door

WINTER, SUMMER = datetime(2026, 1, 5, tzinfo=UTC), datetime(2026, 7, 5, tzinfo=UTC)
MINUTE = datetime(2026, 1, 5, 10, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("door", "taken_at", "when"),
    [
        (Door.EXPORT, WINTER, "5 January 2026 (by its file's name)"),
        (Door.EXPORT, SUMMER, "5 July 2026 (by its file's name)"),
        (Door.EXPORT, MINUTE, "Monday 5 January 2026, 10:15 GMT"),
        (Door.LIVE, WINTER, "Monday 5 January 2026, 00:00 GMT"),
    ],
)
def test_a_bare_day_has_no_hour(door: Door, taken_at: datetime, when: str) -> None:
    account = view_of(a_result(accounts=(an_account(door=door, taken_at=taken_at),))).accounts[0]
    assert account.when == when
