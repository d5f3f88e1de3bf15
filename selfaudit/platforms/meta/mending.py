"""Meta writes each byte of its texts as a letter of its own; this puts the letters back together, exactly."""

from __future__ import annotations

from typing import Any

_HOLDING = frozenset({str, dict, list})


def mended(value: Any) -> Any:
    """The JSON value with every text in it put right, names of fields included.

    A text is changed only where all of it is bytes, and these are proper UTF-8: what is right already stays.
    """
    kind = type(value)
    if kind is str:
        return value if value.isascii() else _mended(value)
    if kind is dict:
        return {
            key if key.isascii() else _mended(key): mended(inner) if type(inner) in _HOLDING else inner
            for key, inner in value.items()
        }
    return [mended(inner) for inner in value] if kind is list else value


def _mended(text: str) -> str:
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
