"""Tables row by row: found by their heading, with rows that are not whole told apart from those that are."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from selfaudit.model.export import DAMAGED, TableForm, Unreadable

_LONGEST_FIELD = 2**24
_LONGEST_PREAMBLE = 20
_NO_TEXT = "\ufffd"
_EMPTY = "is empty, without even the names of its columns"
_UNKNOWN_HEADING = "has a heading that this version does not know"


def rows_in(
    name: str, lines: Iterable[str], form: TableForm, odd: Callable[[], None]
) -> Iterator[dict[str, str]]:
    """The rows below the heading.

    Args:
        name: what the file is called.
        lines: its text, where bytes that are no text became replacement signs.
        form: how it is written.
        odd: called for each row with fewer or more cells than the heading, and each that is no text.

    Raises:
        Unreadable: there is no heading, or a cell never ends.
    """
    csv.field_size_limit(_LONGEST_FIELD)
    cells = csv.reader(lines, escapechar=form.escape, skipinitialspace=form.spaced)
    try:
        columns = [form.named(cell.replace("\0", "")) for cell in _heading(name, cells, form)]
        for row in cells:
            text = "".join(row)
            if "\0" in text:
                row = [cell.replace("\0", "") for cell in row]  # noqa: PLW2901 - the same row, as text
                text = "".join(row)
            if _NO_TEXT in text:
                odd()
            if not text or text.isspace():
                continue
            if len(row) != len(columns):
                row = _fitted(row, len(columns), odd)  # noqa: PLW2901 - the same row, made whole
            yield dict(zip(columns, map(str.strip, row) if form.trimmed else row, strict=True))
    except csv.Error as error:
        raise Unreadable(name, DAMAGED) from error


def _heading(name: str, cells: Iterator[list[str]], form: TableForm) -> list[str]:
    """The first row that looks like the heading, among the first few."""
    reason = _EMPTY
    for row in islice(cells, _LONGEST_PREAMBLE):
        if form.heads(row):
            return row
        reason = _UNKNOWN_HEADING
    raise Unreadable(name, reason)


def _fitted(row: list[str], width: int, odd: Callable[[], None]) -> list[str]:
    """The row with as many cells as the heading; empty ones at the end mean nothing."""
    if len(row) < width or any(row[width:]):
        odd()
    return [*row, *[""] * (width - len(row))][:width]
