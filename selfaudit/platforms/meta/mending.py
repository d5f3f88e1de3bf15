"""Meta writes each byte of its texts as a letter of its own; this puts the letters back together, exactly."""

from __future__ import annotations

from typing import Any


def mended(value: Any) -> Any:
    """The JSON value with every text in it put right, names of fields included.

    A text is changed only where all of it is bytes, and these are proper UTF-8: what is right already stays.
    What holds texts is changed where it is: whoever mends a value has read it for this alone.
    """
    kind = type(value)
    if kind is str:
        return value if value.isascii() else _mended(value)
    if kind is dict:
        return _mended_fields(value)
    return [mended(inner) for inner in value] if kind is list else value


def _mended_fields(value: dict[str, Any]) -> dict[str, Any]:
    foreign = False
    for name, inner in value.items():
        if not name.isascii():
            foreign = True
        kind = type(inner)
        if kind is str:
            if not inner.isascii():
                value[name] = _mended(inner)
        elif kind is dict:
            value[name] = _mended_fields(inner)
        elif kind is list and inner:
            value[name] = [mended(one) for one in inner]
    return {_mended(name): inner for name, inner in value.items()} if foreign else value


def _mended(text: str) -> str:
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
