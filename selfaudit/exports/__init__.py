"""The third door: the archives in which networks hand people their own data. Nothing is ever fetched."""

from __future__ import annotations

from selfaudit.exports.door import Halted, import_all, import_exports, is_export, unused

__all__ = ["Halted", "import_all", "import_exports", "is_export", "unused"]
