"""How a file of an export begins, a table above all, and the moments in it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from selfaudit.model.export import Archive, Unreadable
from selfaudit.model.json_text import encoding_of
from selfaudit.platforms.generic.times import moment_in_utc

_START = 4096


def start_of(archive: Archive, name: str, length: int = _START) -> str:
    """The beginning of a file, so many bytes of it; ``""`` where it cannot be read."""
    try:
        with archive.open(name) as stream:
            start = stream.read(length)
            return start.decode(encoding_of(start), "replace").lstrip("\ufeff \t\r\n")
    except Unreadable:
        return ""


def headed(archive: Archive, headings: Iterable[str], *endings: str) -> tuple[str, ...]:
    """The tables of these names whose first line holds all of these headings."""
    wanted = [heading.casefold() for heading in headings]
    return tuple(name for name in archive.find(*endings) if _holds(start_of(archive, name), wanted))


def _holds(start: str, wanted: list[str]) -> bool:
    line = next(iter(start.splitlines()), "")
    columns = {column.strip().strip('"').casefold() for column in line.split(",")}
    return columns.issuperset(wanted)


def stated(written: str) -> datetime | None:
    """The moment of ``2024-01-01 10:00:00 UTC``."""
    return moment_in_utc(written.strip().removesuffix("UTC"))
