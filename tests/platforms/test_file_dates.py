"""When an export was made is taken from its file's name where the network writes it there."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports.answering import the_first
from exports.packing import a_zip
from exports.shapes import SHAPES

from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.platforms.file_dates import made_at

DAY = datetime(2026, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("facebook-marlenebrueckner-2026-01-05-AbCdEfGh-1.zip", DAY),
        ("facebook-2019-05-05-x-2026-01-05-AbCdEfGh.zip", DAY),
        ("some/where/instagram-marlene.b-2026-01-05-AbCdEfGh", DAY),
        ("marlene.b_20260105.zip", DAY),
        ("twitter-2026-01-05-0a1b.zip", DAY),
        ("Complete_LinkedInDataExport_01-05-2026.zip", DAY),
        ("export_marlene_20260105.zip", DAY),
        ("takeout-20260105T101500Z-001.zip", datetime(2026, 1, 5, 10, 15, tzinfo=UTC)),
        ("archive-20260105101500-0a1b.zip", datetime(2026, 1, 5, 10, 15, tzinfo=UTC)),
        ("user_archive-marlene-260105-101500-7.zip", datetime(2026, 1, 5, 10, 15, tzinfo=UTC)),
        ("mydata~1767607200000-2.zip", datetime(2026, 1, 5, 10, tzinfo=UTC)),
        ("TikTok_Data_1767607200.zip", datetime(2026, 1, 5, 10, tzinfo=UTC)),
        ("facebook-marlene-2026-13-05-AbCdEfGh.zip", None),
        ("holiday-2026-01-05-photos.zip", None),
        ("facebook.zip", None),
        ("mydata~1.zip", None),
        ("", None),
    ],
)
def test_the_date_of_a_name(name: str, made: datetime | None) -> None:
    assert made_at([name]) == made


def test_the_latest_of_several_names_counts() -> None:
    assert made_at(["facebook-m-2025-01-05-A-1.zip", "facebook-m-2026-01-05-B-1.zip", "x.zip"]) == DAY


@pytest.mark.parametrize("name", ["facebook", "instagram"])
def test_an_export_is_of_the_day_in_its_name(name: str, tmp_path: Path) -> None:
    path = a_zip(tmp_path / f"{name}-robin-2026-01-05-AbCdEfGh.zip", SHAPES[name])
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent(), the_first)
    assert snapshot.taken_at == DAY
