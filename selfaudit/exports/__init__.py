"""The third door: the archives in which networks hand people their own data. Nothing is ever fetched."""

from __future__ import annotations

from selfaudit.exports.copying import Copies
from selfaudit.exports.door import (
    Halted,
    Read,
    fault_in,
    import_exports,
    is_export,
    left_of_each,
    left_over,
    read_all,
    sources_in,
    unused,
)
from selfaudit.exports.finding import is_unfinished
from selfaudit.exports.hollows import advice
from selfaudit.exports.leftovers import Leftover, Leftovers
from selfaudit.exports.ownership import SAID_SO, withheld

__all__ = [
    "SAID_SO",
    "Copies",
    "Halted",
    "Leftover",
    "Leftovers",
    "Read",
    "advice",
    "fault_in",
    "import_exports",
    "is_export",
    "is_unfinished",
    "left_of_each",
    "left_over",
    "read_all",
    "sources_in",
    "unused",
    "withheld",
]
