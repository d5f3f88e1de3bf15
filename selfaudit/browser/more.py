"""The words by which buttons offer more of a list: ``more.toml`` as one pattern for the page's script."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_NUMBER = r"(?:\s+\d[\d.,]*)?\s+"


@cache
def offers_more() -> str:
    """A regular expression of all languages, for JavaScript with the flags ``i`` and ``u``."""
    table = tomllib.loads((files(__package__ or "") / "more.toml").read_text(encoding="utf-8"))
    return "|".join(_pattern(phrase) for phrases in table.values() for phrase in phrases)


def _pattern(phrase: str) -> str:
    words = ("|".join(map(re.escape, word.split("|"))) for word in phrase.split(" "))
    return _NUMBER.join(f"(?:{word})" for word in words)
