"""How to save one's own pages of a site from a browser: each platform's own text."""

from __future__ import annotations

from importlib.resources import files

from selfaudit.model.platform import Platform
from selfaudit.platforms import PLATFORMS

SAVED = tuple(one for one in PLATFORMS if one.id != "practice")
"""The platforms whose pages a person would save; on the practice network nobody has pages of their own."""


def how_to_save(platform: Platform) -> str:
    """The steps, in plain English, a heading above them."""
    return (files(f"{__package__}.{platform.id}") / "saving.md").read_text(encoding="utf-8")
