"""Names of files, as they can be shown on a screen or in a report: a file may have any name at all."""

from __future__ import annotations

import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
"""They belong to words of some languages, and to pictures of people."""


def plain_name(name: str) -> str:
    """The name as it can be shown anywhere: signs that command a screen or turn the text round are marked."""
    return "".join(
        "\ufffd" if unicodedata.category(sign) in _UNSEEN and sign not in _JOINERS else sign for sign in name
    )
