"""Whether an export's record of its owner has the fields that its network always writes.

A field that goes by another name since would otherwise look like an empty one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from selfaudit.model.snapshot import Gap
from selfaudit.model.vocabulary import Part

NOT_TOLD = (
    "in your profile in the export there is nothing under a name that this version knows for it;"
    " please look at it by hand"
)


def told_in(
    record: Mapping[str, Any] | None, always: Mapping[Part, Collection[str]], missing: str
) -> tuple[tuple[Part, ...], list[Gap]]:
    """The parts that a record tells of, and a gap for each of the others.

    Args:
        record: the record, or nothing where the export has none.
        always: the names of the fields of each part, one of which a record always has, if empty.
        missing: what to say where there is no record.
    """
    if not record:
        return (), [Gap(part, missing) for part in always]
    told = tuple(part for part, names in always.items() if any(_holds(record, name) for name in names))
    return told, [Gap(part, NOT_TOLD) for part in always if part not in told]


def _holds(record: Mapping[str, Any], name: str) -> bool:
    """Whether there is a text or a list; nothing at all in its place tells nothing."""
    return isinstance(record.get(name), str | list)
