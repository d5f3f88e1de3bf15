"""Moments as people in the United Kingdom write them: Europe/London, with BST or GMT said."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

_LONDON = ZoneInfo("Europe/London")


def day(moment: date) -> str:
    """A day, as in "2 November 2026"; "%-d" would do, but Windows does not know it."""
    local = moment.astimezone(_LONDON) if isinstance(moment, datetime) else moment
    return f"{local.day} {local:%B} {local.year}"


def minute(moment: datetime) -> str:
    """A moment, as in "Monday 2 November 2026, 09:05 GMT"."""
    local = moment.astimezone(_LONDON)
    return f"{local:%A} {day(moment)}, {local:%H:%M} {local.tzname()}"


def day_of(text: str) -> str:
    """A day written as YYYY-MM-DD in words; anything else as it stands."""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


def span(oldest: datetime | None, newest: datetime | None) -> str:
    """From which month to which; empty where that is not known."""
    if oldest is None or newest is None:
        return ""
    first, last = (f"{moment.astimezone(_LONDON):%B %Y}" for moment in (oldest, newest))
    return first if first == last else f"{first} to {last}"
