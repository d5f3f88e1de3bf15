"""The saved-pages door: files that the person saved from their own browser. Nothing is ever fetched."""

from __future__ import annotations

from selfaudit.saved.contents import Refused
from selfaudit.saved.door import import_pages
from selfaudit.saved.reading import Saved, SavedPage, read_saved

__all__ = ["Refused", "Saved", "SavedPage", "import_pages", "read_saved"]
