"""When an export was made, by its file's name: most networks write it there, and few write it inside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

_NAMES = (
    (r"(?:facebook|instagram)-.+-(\d{4}-\d\d-\d\d)-\w+", "%Y-%m-%d"),
    (r"twitter-(\d{4}-\d\d-\d\d)-\w+", "%Y-%m-%d"),
    (r"takeout-(\d{8}T\d{6}Z)", "%Y%m%dT%H%M%SZ"),
    (r"(?:Basic|Complete)_LinkedInDataExport_(\d\d-\d\d-\d{4})", "%m-%d-%Y"),
    (r"archive-(\d{14})-[0-9a-f]+", "%Y%m%d%H%M%S"),
    (r"user_archive-.+-(\d{6}-\d{6})", "%y%m%d-%H%M%S"),
    (r"(?:export_)?[\w.]+_(20\d{6})(?:_part_\d+)?(?:\.zip)?$", "%Y%m%d"),
)
"""How a name begins, with its date; a bare day is the beginning of that day in UTC."""
_COUNTED = ((r"mydata~(\d{13})\b", 1000), (r"TikTok_Data_(\d{10})\b", 1))
"""Names that count the time since 1970, and how many of their units are a second."""


def made_at(names: Iterable[str]) -> datetime | None:
    """The latest date in the names of these files, ``None`` where none has one."""
    last = (name.replace("\\", "/").rpartition("/")[2] for name in names)
    return max((found for name in last for found in _dates(name)), default=None)


def _dates(name: str) -> Iterator[datetime]:
    for pattern, form in _NAMES:
        found = re.match(pattern, name, re.IGNORECASE)
        try:
            if found:
                yield datetime.strptime(found[1], form).replace(tzinfo=UTC)
        except ValueError:
            continue
    for pattern, units in _COUNTED:
        found = re.match(pattern, name, re.IGNORECASE)
        if found:
            yield datetime.fromtimestamp(int(found[1]) // units, UTC)
