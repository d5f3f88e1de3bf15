"""Dates as Meta's pages print them, in the language of the account; an unknown form is never guessed at.

Two numbers with slashes between them may be day and month or month and day: these are left unread.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone, tzinfo

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
_ZONES = {
    "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "cet": 1, "west": 1, "cest": 2, "eet": 2, "eest": 3,
    "edt": -4, "est": -5, "cdt": -5, "cst": -6, "mdt": -6, "mst": -7, "pdt": -7, "pst": -8,
}  # fmt: skip
"""How many hours each zone that older pages print is ahead of Greenwich; an offset may follow."""
_DATE = re.compile(
    rf"(?:\b(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}}),?"
    rf"|(?P<day2>\d{{1,2}})\.? (?:de )?(?P<month2>{_MONTH})\.?(?: de)?,?"
    r"|(?P<day3>\d{1,2})\.(?P<month3>\d{1,2})\.)"
    r" ?(?P<year>\d{4}),?(?: at| à| um| om| kl\.)? (?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?"
    r"\s*(?P<half>[ap]\.?\s?m\b|vorm|nachm|da manhã|da tarde|da noite)?"
    rf"(?:\.?\s*(?P<zone>{'|'.join(_ZONES)})\b(?:\s?(?P<ahead>[+-])(?P<shift>\d{{1,2}})(?::?(?P<part>\d{{2}}))?)?)?",
    re.IGNORECASE,
)
_AFTERNOON = ("p", "nachm", "da tarde", "da noite")
_NOON = 12
_LONGEST = 60
_CHANGED = (
    r"(?:updated|aktualisiert|mis à jour|mise à jour|actualizado|actualización|aggiornato|bijgewerkt|"
    r"atualizado|zaktualizowano|uppdaterad|uppdaterades|opdateret|oppdatert)\b"
)
_WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|"
    r"lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|"
    r"(?:luned|marted|mercoled|gioved|venerd)[iì]|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)-feira|"
    r"(?:maan|dins|woens|donder|vrij|zater|zon)dag|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|"
    r"(?:mån|man|tis|ons|tors|fre|lör|lør|sön|søn)dag)\b"
)
_BESIDE = re.compile(
    rf"\W*(?:{_CHANGED})?\W*(?:{_WEEKDAY})?\W*(?:am|le|el|den|em|il|op)?\W*(?:uhr)?\W*(?:edited|bearbeitet|modifié)?\W*",
    re.IGNORECASE,
)
"""What Meta writes on one line with a date; everything else is somebody's words."""
_NUMBERS_OF_DATE = r"(?=.*\b\d{4})(?=.*\d{1,2}[:.]\d{2})(?=(?:\D*\d){8})"
_UNREAD = re.compile(
    rf"(?!.*\d{{5}}){_NUMBERS_OF_DATE}(?:{_CHANGED}\W+)?"
    rf"(?:(?:[\W\d]|[年月日時分]|\bkl\b){{12,40}}|\d{{1,2}}\.? {_MONTH}\.? \d{{4}}\S* \d\S{{3,7}})",
    re.IGNORECASE,
)


def date_in(text: str, zone: tzinfo) -> datetime | None:
    """The first date and time of a text, as of the zone that stands with it, or else of this one."""
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
            tzinfo=_zone(found) or zone,
        )
        return local.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _zone(found: re.Match[str]) -> tzinfo | None:
    """The zone printed with a time; ``ValueError`` where it is none on earth."""
    if not found["zone"]:
        return None
    shift = timedelta(hours=int(found["shift"] or 0), minutes=int(found["part"] or 0))
    return timezone(
        timedelta(hours=_ZONES[found["zone"].lower()]) + (-shift if found["ahead"] == "-" else shift)
    )


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
