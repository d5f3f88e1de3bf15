"""The files of a Snapchat export: JSON, or web pages that repeat it as tables below headings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup, Tag

from selfaudit.model.export import Unreadable
from selfaudit.model.noting import held
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.cut_short import ends_early
from selfaudit.platforms.exported import Export
from selfaudit.platforms.reading import soup_of, visible_text

_UNKNOWN_FORM = "has a form that this version does not know"
_PAIR = 2


def sheet(export: Export, part: Part, stem: str, *, noted: bool = True) -> dict[str, Any]:
    """What a file holds, by heading; an empty one where it is not there.

    Args:
        export: what is read.
        part: which part suffers where the file cannot be read.
        stem: the name of the file without its ending.
        noted: whether the file's being there is the part's being there.
    """
    names = export.archive.find(f"json/{stem}.json") or export.archive.find(f"{stem}.json")
    pages = export.archive.find(f"html/{stem}.html") or export.archive.find(f"{stem}.html")
    if names:
        found = export.json(part, names[0])
    elif pages:
        page = export.page(pages[0], part)
        found = held(page, tables_in(soup_of(page)))
        if not found and ends_early(page):
            return {}
    else:
        return {}
    if not isinstance(found, dict) or not found:
        export.miss(part, Unreadable((*names, *pages)[0], _UNKNOWN_FORM))
        return {}
    if noted:
        export.note((*names, *pages), part)
    return found


def tables_in(soup: BeautifulSoup) -> dict[str, Any]:
    """The tables below each heading of a page, as the JSON beside them would hold them."""
    found: dict[str, Any] = {}
    heading = ""
    for tag in soup.find_all(["h1", "h2", "h3", "h4", "table"]):
        if tag.name != "table":
            heading = visible_text(tag).rstrip(":")
        elif tag.find_parent("table") is None:
            found[heading] = _together(found.get(heading), _table(tag))
    return found


def _together(before: Any, more: Any) -> Any:
    """Several tables below one heading: lists are one list, and of pairs the first counts."""
    if isinstance(before, list) and isinstance(more, list):
        return before + more
    return before or more


def _table(table: Tag) -> Any:
    """A list of rows below a row of headings, or pairs of a label and a value."""
    rows = [row.find_all(["th", "td"]) for row in table.find_all("tr")]
    cells = [[visible_text(cell) for cell in row] for row in rows if row]
    if rows and rows[0] and all(cell.name == "th" for cell in rows[0]):
        return list(_records(cells))
    if all(len(row) == _PAIR for row in cells):
        return {row[0].rstrip(": "): row[1] for row in cells}
    return list(_records(cells))


def _records(cells: list[list[str]]) -> Iterator[dict[str, str]]:
    for row in cells[1:]:
        yield dict(zip(cells[0], row, strict=False))
