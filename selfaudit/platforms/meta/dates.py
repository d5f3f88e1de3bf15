"""Dates as Meta's pages print them, in the language of the account; an unknown form is never guessed at.

Two numbers with slashes between them may be day and month or month and day: these are left unread.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, tzinfo

_MONTHS = (
    "jan gen ene sty",
    "feb fev lut",
    "mar mrz maa mrt",
    "apr avr abr kwi",
    "may mai mei mag maj",
    "jun juin giu cze",
    "jul juil lug lip",
    "aug aou ago sie",
    "sep set wrz",
    "oct okt ott out paz",
    "nov lis",
    "dec dez dic des gru",
)
"""How months begin in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and the north."""
_MONTH = r"[^\W\d_]{3,12}"
_DATE = re.compile(
    rf"(?:\b(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}}),?"
    rf"|(?P<day2>\d{{1,2}})\.? (?:de )?(?P<month2>{_MONTH})\.?(?: de)?,?"
    r"|(?P<day3>\d{1,2})\.(?P<month3>\d{1,2})\.)"
    r" ?(?P<year>\d{4}),?(?: at| à| um| om| kl\.)? (?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"\s*(?P<half>[ap]\.?\s?m|vorm|nachm|da manhã|da tarde|da noite)?",
    re.IGNORECASE,
)
_AFTERNOON = ("p", "nachm", "da tarde", "da noite")
_NOON = 12
_LONGEST = 60
_CHANGED = (
    r"(?:updated|aktualisiert|mis à jour|mise à jour|actualizado|actualización|aggiornato|bijgewerkt|"
    r"atualizado|zaktualizowano|uppdaterad|uppdaterades|opdateret|oppdatert)\b"
)
_BESIDE = re.compile(
    rf"\W*(?:{_CHANGED})?\W*(?:am|le|el|den|em|il|op)?\W*(?:uhr|utc|gmt|bst)?\W*", re.IGNORECASE
)
"""What Meta writes on one line with a date; everything else is somebody's words."""
_NUMBERS_OF_DATE = r"(?=.*\b\d{4})(?=.*\d{1,2}[:.]\d{2})(?=(?:\D*\d){8})"
_UNREAD = re.compile(
    rf"{_NUMBERS_OF_DATE}(?:{_CHANGED}\W+)?"
    rf"(?:(?:[\W\d]|[年月日時分]|\bkl\b){{12,40}}|\d{{1,2}}\.? {_MONTH}\.? \d{{4}}\S* \d\S{{3,7}})",
    re.IGNORECASE,
)


def date_in(text: str, zone: tzinfo) -> datetime | None:
    """The first date and time of a text, as of this zone."""
    found = _DATE.search(text)
    month = _month(found) if found else None
    if found is None or month is None:
        return None
    hour, half = int(found["hour"]), (found["half"] or "").lower()
    hour = hour % _NOON + (_NOON if half.startswith(_AFTERNOON) else 0) if half else hour
    try:
        local = datetime(
            int(found["year"]),
            month,
            int(found["day"] or found["day2"] or found["day3"]),
            hour,
            int(found["minute"]),
            int(found["second"] or 0),
            tzinfo=zone,
        )
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _month(found: re.Match[str]) -> int | None:
    if found["month3"]:
        return int(found["month3"])
    name = unicodedata.normalize("NFKD", found["month"] or found["month2"]).casefold()
    plain = "".join(sign for sign in name if not unicodedata.combining(sign))
    starts = (plain[:4], plain[:3])
    return next(
        (at for start in starts for at, known in enumerate(_MONTHS, 1) if start in known.split()), None
    )


def is_date(line: str) -> bool:
    """Whether a line is nothing but a date, with "Updated" before it or not; also one that cannot be read."""
    if date_in(line, UTC) and _BESIDE.fullmatch(_DATE.sub(" ", line, count=1)):
        return True
    return len(line) < _LONGEST and _UNREAD.fullmatch(line) is not None
