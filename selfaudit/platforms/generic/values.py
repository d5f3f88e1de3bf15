"""Values out of data answers, whatever a site really sent: nothing here raises."""

from __future__ import annotations

from typing import Any

from selfaudit.platforms.generic.answers import parts_of


def text_in(value: Any, *names: str) -> str:
    """The text under the first of these names that holds any; ``""`` where none does."""
    for name in names if isinstance(value, dict) else ():
        found = value.get(name)
        if isinstance(found, str) and (text := found.strip()):
            return text
    return ""


def number_in(value: Any, name: str) -> int | None:
    """The whole number under this name; a truth value is none."""
    found = value.get(name) if isinstance(value, dict) else None
    return found if isinstance(found, int) and not isinstance(found, bool) else None


def id_in(value: Any, name: str = "id") -> str | None:
    """The id under this name as text, however it was written."""
    found = value.get(name) if isinstance(value, dict) else None
    if isinstance(found, bool) or not isinstance(found, str | int):
        return None
    return str(found) or None


def part_of(value: Any, *path: str) -> Any:
    """What lies at the end of this path of names, or ``None``."""
    for name in path:
        if not isinstance(value, dict):
            return None
        value = value.get(name)
    return value


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; anything else is an empty list."""
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def root_of(address: str) -> str | None:
    """The address of the site that this address is on, or ``None`` when it is no whole one."""
    parts = parts_of(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in {"http", "https"} and parts.netloc else None
