"""What a pupil says of themselves: a school year, an age, a birth year, a class; and how sure that makes one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from selfaudit.detectors.names.adults import named_as_adult, names_a_business, speaks_as_adult
from selfaudit.detectors.names.school_names import SchoolNames
from selfaudit.model.detections import PupilSign
from selfaudit.model.folding import fold
from selfaudit.model.snapshot import Connection
from selfaudit.model.vocabulary import Confidence

_NUMBER_WORDS = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
_ADULTHOOD = 18
_YOUNGEST_WITH_ACCOUNT = 8
_LAST_SCHOOL_YEARS = 14
_NOT_AN_AGE = (
    r"(?!\s*[-–/:.,]?\s?\d|\s?[+%'\"£$°]|\s*(?:weeks?|wks?|months?|days?|hours?|hrs?|min(?:ute)?s?|seconds?|stone|st|lbs?|kgs?"
    r"|foot|feet|ft|inch\w*|cm|miles?|k|km|out of|of|times|steps?|down|points?|under|over|handicap|in|for|years?(?! old)"
    r"|yrs?(?! old)|pm|am|o'?clock|percent|grand|goals?|drinks?|coffees?|pints?|episodes?|books?|chapters?|sleeps)\b)"
)
_NOT_A_PERSON = (
    r"(?!\s+(?:whisk\w+|malt|scotch|rum|wine|cheese|dog|cat|lab\w*|spaniel|cocka\w+|pup\w*|horse|pony|cob|car|van|bmw|vw"
    r"|house|boiler|laptop|phone|tortoise|rescue|terrier|collie))"
)


@dataclass(frozen=True, slots=True)
class _Sign:
    """A form of words, what it tells, and how sure it is; ``holds`` looks at the number in it."""

    pattern: re.Pattern[str]
    reason: str
    confidence: Confidence
    holds: Callable[[re.Match[str], int], bool] = lambda _match, _year: True
    another_school_weakens: bool = False
    own_school_strengthens: bool = True


def _sign(
    pattern: str,
    reason: str,
    confidence: Confidence,
    holds: Callable[[re.Match[str], int], bool] = lambda _match, _year: True,
    **schools: bool,
) -> _Sign:
    return _Sign(re.compile(pattern, re.IGNORECASE), reason, confidence, holds, **schools)


def _birth_year(match: re.Match[str], year: int) -> bool:
    return year - _ADULTHOOD < int(match["n"]) <= year


def _this_generation(match: re.Match[str], year: int) -> bool:
    told = int(match["n"]) + (2000 if len(match["n"]) == 2 else 0)  # noqa: PLR2004 - two digits, as in '31
    return year - 1 <= told <= year + _LAST_SCHOOL_YEARS


def _left_lately(match: re.Match[str], year: int) -> bool:
    """Who left a primary school at eleven is under eighteen for seven years."""
    told = int(match["n"]) + (2000 if len(match["n"]) == 2 else 0)  # noqa: PLR2004 - two digits, as in '25
    return year - 7 <= told <= year + 7


_SIGNS = (
    _sign(
        rf"(?<!\w)(?<!new )(?<!light )(?<!tax )(?<!financial )(?<!last )(?<!every )(?<!leap )(?<!per )"
        rf"(?:(?:year|yr)[ -]?(?:1[0-3]|[1-9]|r|{_NUMBER_WORDS})|y ?(?:1[0-3]|[1-9]))(?![\w'’.:/-]?\w)"
        r"(?!\s?[&+]\s?\d)(?!\s+(?:of|anniv\w*|in business|sober|streak|running|and counting|course|plan|contract|warranty))",
        "Names a school year, as pupils do.",
        Confidence.LIKELY,
        another_school_weakens=True,
    ),
    _sign(
        rf"\b(?<!since )(?<!from )(?<!at )(?<!of )(?:i['’ ]?m|i am|aged?:?|turning|turned)\s*(?:only |now |just |nearly )?(?:[4-9]|1[0-7]|{_NUMBER_WORDS})\b"
        + _NOT_AN_AGE,
        "States an age under eighteen.",
        Confidence.LIKELY,
    ),
    _sign(
        rf"(?:\b(?:i['’ ]?m|i am) an? |(?<!\w)(?<!my )(?<!our )(?<!the )(?<!to )(?<!of )(?<! a )(?<! an )(?<!and )"
        rf"(?<!his )(?<!her ))(?:[4-9]|1[0-7]|{_NUMBER_WORDS})[ -]?(?:yo|y/o|y\.o\.?|(?:yr|yrs|year|years)[ -]old)\b"
        + _NOT_A_PERSON,
        "States an age under eighteen.",
        Confidence.LIKELY,
    ),
    _sign(
        r"\A\W*(?:[89]|1[0-7])(?=\s*(?:\Z|[^\w\s.:'’\"%/+°£$⚽🏀🏈🏐🏉🏏-]))",
        "Begins with a number that may be an age under eighteen.",
        Confidence.UNSURE,
    ),
    _sign(
        r"(?:\bborn(?: in| on)?|\bb\.|\bdob:?|\bd\.o\.b\.?:?|\bb(?:irth)?day:?|🎂)\s*(?:\w+[ ./-]+){0,2}(?P<n>20\d\d)\b",
        "Gives a birth year under eighteen years ago.",
        Confidence.LIKELY,
        _birth_year,
    ),
    _sign(
        r"(?<!\w)(?P<n>20\d\d) (?:baby|born|kid)\b",
        "Gives a birth year under eighteen years ago.",
        Confidence.LIKELY,
        _birth_year,
    ),
    _sign(
        r"\b(?:class of|c/o|grad(?:uating)?(?: in)?) ?['’]?(?P<n>20\d\d|\d\d)(?!\w)",
        "Names a class that finishes about now or later.",
        Confidence.UNSURE,
        _this_generation,
    ),
    _sign(
        r"\bleavers?['’]?s?(?: of| class of)? ?['’]?(?P<n>20\d\d|\d\d)(?!\w)",
        "Names a year of leaving school not long ago, or still to come.",
        Confidence.UNSURE,
        _left_lately,
    ),
    _sign(
        r"(?<!\w)(?P<n>20\d\d) leavers?\b",
        "Names a year of leaving school not long ago, or still to come.",
        Confidence.UNSURE,
        _left_lately,
    ),
    _sign(
        r"\b(?:i['’ ]?m|i am) in (?:reception|nursery)\b",
        "Says that they are in reception or nursery.",
        Confidence.LIKELY,
        another_school_weakens=True,
    ),
    _sign(
        r"\b(?:in|starting|started) (?:reception|nursery)\b|\b(?:reception|nursery) (?:class|pupil|kid|child|starter)\b",
        "Names reception or nursery, as pupils' families also do.",
        Confidence.UNSURE,
        own_school_strengthens=False,
    ),
    _sign(
        r"\b(?:account|acc|page|profile|insta|ig)?\s?(?:is )?(?:run|managed|monitored|supervised|checked) by (?:my )?"
        r"(?:mum|mam|mom|dad|parents?)\b|\b(?:mum|mam|mom|dad|parent)[- ](?:run|managed|monitored|supervised)\b",
        "Says that a parent looks after the account.",
        Confidence.LIKELY,
    ),
    _sign(
        r"\b(?:school council\w*|eco council\w*|(?<!ford )prefect|head (?:boy|girl)|(?:house|sports|school) captain|digital leader"
        r"|playground (?:leader|buddy))\b",
        "Names a duty that pupils have.",
        Confidence.UNSURE,
    ),
    _sign(
        r"\b(?:pupil|student) (?:at|@|of)\b(?: [\w'’.-]+){1,5}? (?:primary|high|academy|school|grammar|secondary)\b"
        r"|\b(?:doing|sitting|revising for) (?:my )?(?:sats|gcses?|a[- ]levels?|mocks)\b|\bgcses? 20\d\d\b"
        r"|\b(?:sixth|6th)[ -]?form(?:er)?\b|\b(?:secondary|high|primary) school (?:pupil|student|kid)\b",
        "Speaks of school as a pupil does.",
        Confidence.UNSURE,
    ),
    _sign(
        r"\bks ?[1-4]\b",
        "Names a key stage, as pupils' families also do.",
        Confidence.UNSURE,
        own_school_strengthens=False,
    ),
)
_AT_THE_SCHOOL = re.compile(
    r"\b(?:pupil|student|scholar|goes? to|going to|i attend|attends|learning at|classmates?|my class)\b"
    r"|(?-i:(?<!\w)(?:1[0-3]|[1-9])(?![DKGE]\b)[A-Z]{1,2}\b)|(?<!\w)[1-6][a-c]\b(?=\W*\Z)"
    r"|(?<!\w)(?:1[0-3]|[1-9]) ?(?:oak|ash|elm|birch|willow|beech|maple|rowan|holly|hazel|sycamore|chestnut|cedar|pine"
    r"|red|blue|green|yellow|robins?|owls?)\b",
    re.IGNORECASE,
)
_FORMER = re.compile(
    r"\b(?:former|ex|used to|went to|old (?:boy|girl)|left|attended|going to (?:be|the|a|work))\b",
    re.IGNORECASE,
)
_HANDLE_BIRTH_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_HANDLE_SCHOOL_YEAR = re.compile(
    r"(?:(?<=[._-])|\A)(?:y|yr|year)(?:1[0-3]|[1-9])(?=[._-]|\Z)|class(?:of)?20[2-4]\d", re.IGNORECASE
)


def signs_of(other: Connection, names: SchoolNames, year: int) -> list[PupilSign]:
    """Every sign in the line about them, their name and their handle; none where an adult speaks."""
    about, name, handle = other.about or "", other.display_name or "", other.handle or ""
    if speaks_as_adult(fold(about).text, year) or named_as_adult(fold(name).text, handle):
        return []
    said = [*_signs_in(about, names, year), *_signs_in(name, names, year)]
    return said + list(_signs_in_handle(handle, year))


def _signs_in(text: str, names: SchoolNames, year: int) -> Iterator[PupilSign]:
    folded = fold(text)
    own, another = names.own(folded.text), names.another(folded.text)
    for sign in _SIGNS:
        match = next((found for found in sign.pattern.finditer(folded.text) if sign.holds(found, year)), None)
        if match is None:
            continue
        start, end = folded.span(*match.span())
        stronger, weaker = own and sign.own_school_strengthens, another and sign.another_school_weakens
        confidence = Confidence.LIKELY if stronger else Confidence.UNSURE if weaker else sign.confidence
        yield PupilSign(confidence, _reason(sign.reason, own, weaker), text[start:end].strip())
    match = _AT_THE_SCHOOL.search(folded.text) if own and not _FORMER.search(folded.text) else None
    if match:
        start, end = folded.span(*match.span())
        yield PupilSign(Confidence.LIKELY, "Names your school together with a pupil's word.", text[start:end])


def _reason(reason: str, own: bool, another: bool) -> str:
    if own:
        return f"{reason.rstrip('.')}, and names your school."
    return f"{reason.rstrip('.')}, at another school." if another else reason


def _signs_in_handle(handle: str, year: int) -> Iterator[PupilSign]:
    """Digits are weak: a year in a handle may be anything."""
    if names_a_business(handle):
        return
    for match in _HANDLE_SCHOOL_YEAR.finditer(handle):
        reason = "The handle holds what may be a school year."
        yield PupilSign(Confidence.UNSURE, reason, match[0])
    for match in _HANDLE_BIRTH_YEAR.finditer(handle):
        if _YOUNGEST_WITH_ACCOUNT <= year - int(match[0]) < _ADULTHOOD:
            reason = "The handle holds what may be a birth year."
            yield PupilSign(Confidence.UNSURE, reason, match[0])
