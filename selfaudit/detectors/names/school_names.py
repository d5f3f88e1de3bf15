"""Where a text names the policy's school, or some other one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from selfaudit.model.folding import fold

_PLACES = (
    r"(?:road|rd|street|st|avenue|ave|lane|drive|close|terrace|park|estate|farm|cricket|football|rugby|fc|afc|"
    r"cc|rfc|athletic|rovers|rangers|united|golf|bowls|dental|surgery|medical|church|hall|pub|inn|arms|brewery|"
    r"garage|garden|gardens|village|house|care|club|running|harriers|community|centre|library)"
)
_ANOTHER = re.compile(
    r"(?:\b(?:at|from|in)\s|@)\s*(?:[\w'.&-]+\s+){0,4}?(?:primary|high|juniors?|infants?|first|middle|secondary|academy|"
    r"school|college|grammar|comp|sixth form)\b",
    re.IGNORECASE,
)


class SchoolNames:
    """The policy's school under all its names."""

    def __init__(self, names: Iterable[str]) -> None:
        folded = {fold(name).text.strip() for name in names}
        known = "|".join(re.escape(name) for name in sorted(folded, key=len, reverse=True) if name)
        self._own = re.compile(
            rf"(?<!\w)(?:{known or '(?!)'})(?!\w)(?!\s+{_PLACES}\b)(?!-on-)", re.IGNORECASE
        )

    def own(self, text: str) -> bool:
        """Whether the policy's school is named; a street or a club of the same name is not it."""
        return self._own.search(text) is not None

    def another(self, text: str) -> bool:
        """Whether some other school is named and the policy's is not."""
        return not self.own(text) and _ANOTHER.search(text) is not None
