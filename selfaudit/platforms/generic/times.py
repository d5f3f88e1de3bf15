"""Moments as sites write them. Always UTC; ``None`` where the zone or the moment cannot be known."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PIECES = 6
_BARE = len("2024-01-01 10:00:00")


def moment(written: Any) -> datetime | None:
    """The moment of an ISO 8601 or e-mail style date that names its zone."""
    stated = _iso(written) or _dated(written) or _mail(written)
    return _in_utc(stated) if stated is not None and stated.tzinfo is not None else None


_DAY = re.compile(r"\s*\d{4}-\d\d-\d\d\s*")


def day_or_moment(written: Any) -> datetime | None:
    """The same; of a bare day, which names no hour and no zone, the beginning of that day in UTC."""
    is_day = isinstance(written, str) and _DAY.fullmatch(written)
    return moment_in_utc(written) if is_day else moment(written)


def moment_in_utc(written: Any) -> datetime | None:
    """The same for a field that is defined to be UTC, with or without its zone written out."""
    # Nearly all are bare, and a zone is sooner read than set.
    is_bare = isinstance(written, str) and len(written) == _BARE
    stated = (_iso(f"{written}+00:00") if is_bare else None) or _iso(written)
    if stated is None:
        return None
    return stated.replace(tzinfo=UTC) if stated.tzinfo is None else _in_utc(stated)


def moment_of_seconds(count: Any) -> datetime | None:
    """The moment that a count of seconds since 1970 names; numbers written as text count too."""
    try:
        seconds = float(count) if not isinstance(count, bool) else 0.0
        return datetime.fromtimestamp(seconds, UTC) if seconds > 0 else None
    except (TypeError, ValueError, OverflowError, OSError):
        return None


def _iso(written: Any) -> datetime | None:
    try:
        return datetime.fromisoformat(written.strip())
    except (ValueError, AttributeError):
        return None


def _dated(written: Any) -> datetime | None:
    """``Wed Oct 10 20:19:24 +0000 2018``, as X writes every one of its moments."""
    pieces = written.split() if isinstance(written, str) else []
    if len(pieces) != _PIECES or pieces[4] != "+0000":
        return None
    try:
        month, (hours, minutes, seconds) = _MONTHS.index(pieces[1]) + 1, map(int, pieces[3].split(":"))
        return datetime(int(pieces[5]), month, int(pieces[2]), hours, minutes, seconds, tzinfo=UTC)
    except ValueError:
        return None


def _mail(written: Any) -> datetime | None:
    try:
        return parsedate_to_datetime(written)
    except (ValueError, TypeError, AttributeError, IndexError, OverflowError):
        return None


def _in_utc(stated: datetime) -> datetime | None:
    try:
        return stated.astimezone(UTC)
    except (OverflowError, ValueError):
        return None
