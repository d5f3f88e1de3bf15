"""How to ask a site for one's own data: each platform's own text, and what its reader claims to find."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms import PLATFORMS

ASKED = tuple(one for one in PLATFORMS if one.export)
"""The platforms that hand people an export which is read."""


def how_to_ask(platform: Platform) -> str:
    """The steps, in plain English, a heading above them, and what the export brings of a profile."""
    steps = (files(f"{__package__}.{platform.id}") / "asking.md").read_text(encoding="utf-8")
    parts = platform.export.parts if platform.export else {}
    return "\n".join((steps, *_brought(parts))) + "\n"


def _brought(parts: Mapping[Part, str]) -> Iterator[str]:
    whole = [part.words for part, told in parts.items() if told == "yes"]
    yield f"It brings, where you ticked all: {', '.join(whole)}."
    yield from _each(parts, "in part: ", "- In part: {}: {}.")
    yield from _each(parts, "no: ", "- Not: {}: {}.")


def _each(parts: Mapping[Part, str], mark: str, line: str) -> Iterator[str]:
    for part, told in parts.items():
        if told.startswith(mark):
            yield line.format(part.words, told.removeprefix(mark))
