"""Whether an adult speaks: a job, a family, a business, a year long ago. That outweighs a pupil's words."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

_CHILDS_TALK = re.compile(
    r"""
    (?:dog|cat|plant|fur|bunny|hamster|guinea\ pig)[- ](?:mum|mam|mom|dad|mummy)
    | (?:my|our|best|fave|favou?rite|love\ my)\ (?:\w+\ )?
      (?:teacher|coach|mum|mam|mom|dad|mummy|daddy|nan|nana|gran|grandma|grandad)\b
    | future\ \w+
    | (?:want|wanna|going|dream\w*)\ (?:to\ be|be|of\ being)\ an?\ \w+(?:\ \w+)?
    | (?:run|managed|monitored|supervised|checked)\ by\ (?:my\ )?
      (?:mum|mam|mom|dad|parents?)(?:\ (?:and|&)\ \w+)?
    | (?:mum|mam|mom|dad|parents?)[- ](?:run|runs|managed|manages|monitored|monitors?|supervised|checks)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TITLE = re.compile(r"^\W*(?:mr|mrs|miss|ms|mx|dr|sir|prof|rev)\b\.?\s*[a-z]", re.IGNORECASE)
_TITLED_HANDLE = re.compile(r"^(?:mrs|mr|miss|ms|mx|dr|sir)[._-]?(?P<rest>[a-z]{3,})", re.IGNORECASE)
_ADULT_HANDLE = re.compile(
    r"teach|tutor|(?:mum|mam|mom|dad)$|[._-]ta$|mum[._-]|mummy|nana|grandad", re.IGNORECASE
)
_BUSINESS_HANDLE = re.compile(
    r"photo|studio|shop|official|ltd|wedding|est\d|since|bakes|salon|mrs|fc(?:[._-]|$)|band|events|design"
    r"|(?:^|[._-])the[a-z]{3,}s(?:[._-]|\d|$)",
    re.IGNORECASE,
)
_OWN_AGE = re.compile(
    r"(?:\bi[' ]?a?m|\baged?)\s+(?:1[89]|[2-9]\d)\b(?!\s*(?:weeks|months|days|%|st|lb|kg|mins?|miles?))"
    r"|\A\W*(?:1[89]|[2-9]\d)(?=\s*(?:\Z|[|•·,/]))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19[3-9]\d|20\d\d)(?!\d)")
_CHILDHOOD = 19


def speaks_as_adult(about: str, year: int) -> bool:
    """Whether the words are an adult's, in the year that they were read."""
    words = _CHILDS_TALK.sub(" ", about)
    long_ago = any(int(told[0]) <= year - _CHILDHOOD for told in _YEAR.finditer(about))
    return long_ago or bool(
        _OWN_AGE.search(words) or any(part.search(words) for part in _wordings().values())
    )


def named_as_adult(display_name: str, handle: str) -> bool:
    """Whether a title or a role stands in the name. Trades are left out: they are surnames too."""
    titled, surname = _TITLED_HANDLE.match(handle), display_name.lower().split()[-1:]
    if titled and surname and titled["rest"].lower().startswith(surname[0]):
        return True
    roles = (_wordings()["school work"], _wordings()["family"])
    return bool(
        _TITLE.search(display_name)
        or _ADULT_HANDLE.search(handle)
        or any(part.search(display_name) for part in roles)
    )


def names_a_business(handle: str) -> bool:
    """Whether the handle is of a kind whose years are foundings and weddings."""
    return _BUSINESS_HANDLE.search(handle) is not None


@cache
def _wordings() -> dict[str, re.Pattern[str]]:
    """Each section of the list as one pattern."""
    text = resources.files(__package__).joinpath("adult_words.txt").read_text(encoding="utf-8")
    sections: dict[str, list[str]] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        if line.startswith("["):
            sections[line.strip("[]")] = []
        elif not line.startswith("#"):
            sections[list(sections)[-1]].append(line)
    return {
        section: re.compile(rf"(?<![\w#@])(?:{'|'.join(lines)})(?!\w)", re.IGNORECASE)
        for section, lines in sections.items()
    }
