"""Texts with codes in brackets, as boards store them: quotations of others taken out, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator

_QUOTE = re.compile(r"\[(/?)quote\b[^\]]{0,300}\]", re.IGNORECASE)
_CODE = re.compile(r"\[/?[a-z*]{1,20}(?:[:=][^\]]{0,300})?\]", re.IGNORECASE)


def without_quotations(text: str) -> str:
    """The text outside quotations; one that never ends is a text like any other."""
    pieces = list(_pieces(text))
    return "\n".join(pieces) if pieces else text


def _pieces(text: str) -> Iterator[str]:
    depth, start = 0, 0
    for mark in _QUOTE.finditer(text):
        if mark[1]:
            depth = max(depth - 1, 0)
            start = mark.end() if depth == 0 else start
        else:
            if depth == 0:
                yield text[start : mark.start()]
                start = mark.start()
            depth += 1
    yield text[start:]


def without_codes(text: str) -> str:
    """The text without codes that only change how it looks."""
    return _CODE.sub("", text)
