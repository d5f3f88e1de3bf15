"""How to save one's own pages of a site from a browser: each platform's own text."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable

from selfaudit.model.platform import Platform
from selfaudit.platforms import PLATFORMS


def _steps(platform: Platform) -> Traversable:
    return files(f"{__package__}.{platform.id}") / "saving.md"


SAVED = tuple(one for one in PLATFORMS if _steps(one).is_file())
"""The platforms whose pages a person would save: not the practice network, nor what has no pages to save."""

SHOWN = tuple(one for one in PLATFORMS if one in SAVED or one.export)
"""The platforms that a person would name: those with pages to save, or with an export."""

SAFARI = (
    "\nIn Safari: File, Save As, format Web Archive (iPhone: Share, Options, Web Archive)."
    " Record with Chrome, Edge or Firefox.\n"
)
"""Said once for every site: Safari has neither \"web page, complete\" nor the key F12."""


def how_to_save(platform: Platform) -> str:
    """The steps, in plain English, a heading above them."""
    return _steps(platform).read_text(encoding="utf-8") + SAFARI
