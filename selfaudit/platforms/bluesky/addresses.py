"""Bluesky's ways of naming things: at:// addresses and record keys, which carry the moment they were made."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_AT = re.compile(r"^at://([^/]+)/([^/]+)/([^/?#]+)$")
_POST = re.compile(r"/profile/([^/?#]+)/post/([^/?#]+)")
_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
_KEY_LENGTH = 13
_CLOCK_BITS = 10
_FIRST_YEAR, _LAST_YEAR = 2022, 2100
SITE = "https://bsky.app"


def split_at(uri: str) -> tuple[str, str, str] | None:
    """Whose repository, which collection and which record an at:// address means."""
    found = _AT.match(uri)
    return (found[1], found[2], found[3]) if found else None


def split_post(address: str) -> tuple[str, str] | None:
    """Whose post a web address means, and its key."""
    found = _POST.search(address)
    return (found[1], found[2]) if found else None


def made_at(key: str) -> datetime | None:
    """When a record was made: its key is a timestamp in microseconds, then a clock's number.

    Pages show the time in the reader's own zone without naming it; the key is the same everywhere.
    """
    if len(key) != _KEY_LENGTH or any(letter not in _ALPHABET for letter in key):
        return None
    number = 0
    for letter in key:
        number = number * len(_ALPHABET) + _ALPHABET.index(letter)
    try:
        moment = datetime.fromtimestamp((number >> _CLOCK_BITS) / 1_000_000, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None
