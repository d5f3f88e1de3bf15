"""The forms of words by which pupils tell that they are pupils, as a table: one row, one form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from selfaudit.model.vocabulary import Confidence

Holds = Callable[[int, int], bool]
"""Whether the year in the words fits somebody of school age, given the year they were read in."""

_ONE_TO_THIRTEEN = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
_UNDER_EIGHTEEN = rf"(?:[4-9]|1[0-7]|{_ONE_TO_THIRTEEN}|fourteen|fifteen|sixteen|seventeen)"
_NOT_AN_AGE = (
    r"(?!\s*[-/:.,]?\s?\d|\s?[+%'\"£$°]|\s*(?:weeks?|wks?|months?|days?|hours?|hrs?|min(?:ute)?s?|seconds?"
    r"|stone|st|lbs?|kgs?|foot|feet|ft|inch\w*|cm|miles?|k|km|out of|of|times|steps?|down|points?|under"
    r"|over|handicap|in|for|years?(?! old)|yrs?(?! old)|pm|am|o'?clock|percent|grand|goals?|drinks?|coffees?"
    r"|pints?|episodes?|books?|chapters?|sleeps)\b)"
)
_NOT_A_PERSON = (
    r"(?!\s+(?:whisk\w+|malt|scotch|rum|wine|cheese|dog|cat|lab\w*|spaniel|cocka\w+|pup\w*|horse|pony|cob|car"
    r"|van|bmw|vw|house|boiler|laptop|phone|tortoise|rescue|terrier|collie))"
)
_NOT_SOMEBODY_ELSE = "".join(
    rf"(?<!{word} )" for word in ("my", "our", "the", "to", "of", " a", " an", "and", "his", "her")
)
_NOT_THAT_SORT_OF_YEAR = "".join(
    rf"(?<!{word} )" for word in ("new", "light", "tax", "financial", "last", "every", "leap", "per")
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A form of words and what it tells.

    Attributes:
        pattern: the form; a year in it is the group ``year``.
        reason: what was noticed, as one sentence.
        confidence: how sure it is alone.
        holds: whether the year in it fits.
        another_school: how sure it is where another school is named; ``None`` when that changes nothing.
        own_school: how sure it is where the policy's school is named.
    """

    pattern: str
    reason: str
    confidence: Confidence = Confidence.LIKELY
    holds: Holds | None = None
    another_school: Confidence | None = None
    own_school: Confidence = Confidence.LIKELY

    def find(self, text: str, year: int) -> re.Match[str] | None:
        """The first place where the form stands with a year that fits."""
        found = re.finditer(self.pattern, text, re.IGNORECASE)
        return next((match for match in found if self._fits(match, year)), None)

    def _fits(self, match: re.Match[str], year: int) -> bool:
        if self.holds is None:
            return True
        told = match["year"]
        return self.holds(int(told if len(told) == len("2031") else f"20{told}"), year)


def _is_a_childs_birth_year(told: int, year: int) -> bool:
    return year - 18 < told <= year


def _finishes_about_now_or_later(told: int, year: int) -> bool:
    return year - 1 <= told <= year + 14


def _left_lately(told: int, year: int) -> bool:
    """Who left a primary school at eleven is under eighteen for seven years."""
    return year - 7 <= told <= year + 7


WORDINGS = (
    Wording(
        rf"(?<!\w){_NOT_THAT_SORT_OF_YEAR}"
        rf"(?:(?:year|yr)[ -]?(?:1[0-3]|[1-9]|r|{_ONE_TO_THIRTEEN})|y ?(?:1[0-3]|[1-9]))(?![\w'.:/-]?\w)"
        r"(?!\s?[&+]\s?\d)(?!\s+(?:of|anniv\w*|in business|sober|streak|running|and counting|course|plan"
        r"|contract|warranty|nissan|reg|plate)\b)",
        "Names a school year, as pupils do.",
        another_school=Confidence.UNSURE,
    ),
    Wording(
        r"\b(?<!since )(?<!from )(?<!at )(?<!of )(?:i[' ]?m|i am|aged?:?|turning|turned)\s*"
        rf"(?:only |now |just |nearly )?{_UNDER_EIGHTEEN}\b{_NOT_AN_AGE}",
        "States an age under eighteen.",
    ),
    Wording(
        rf"(?:\b(?:i[' ]?m|i am) an? |(?<!\w){_NOT_SOMEBODY_ELSE}){_UNDER_EIGHTEEN}"
        rf"[ -]?(?:yo|y/o|y\.o\.?|(?:yr|yrs|year|years)[ -]old)\b{_NOT_A_PERSON}",
        "States an age under eighteen.",
    ),
    Wording(
        r"\A\W*(?:[89]|1[0-7])(?=\s*(?:\Z|[^\w\s.:'\"%/+°£$⚽🏀🏈🏐🏉🏏-]))",
        "Begins with a number that may be an age under eighteen.",
        Confidence.UNSURE,
    ),
    Wording(
        r"(?:\bborn(?: in| on)?|\bb\.|\bdob:?|\bd\.o\.b\.?:?|\bb(?:irth)?day:?|🎂)\s*(?:\w+[ ./-]+){0,2}"
        r"(?P<year>20\d\d)\b",
        "Gives a birth year under eighteen years ago.",
        holds=_is_a_childs_birth_year,
    ),
    Wording(
        r"(?<!\w)(?P<year>20\d\d) (?:baby|born|kid)\b",
        "Gives a birth year under eighteen years ago.",
        holds=_is_a_childs_birth_year,
    ),
    Wording(
        r"\b(?:class of|c/o|grad(?:uating)?(?: in)?) ?'?(?P<year>20\d\d|\d\d)(?!\w)",
        "Names a class that finishes about now or later.",
        Confidence.UNSURE,
        _finishes_about_now_or_later,
    ),
    Wording(
        r"\bleavers?'?s?(?: of| class of)? ?'?(?P<year>20\d\d|\d\d)(?!\w)",
        "Names a year of leaving school not long ago, or still to come.",
        Confidence.UNSURE,
        _left_lately,
    ),
    Wording(
        r"(?<!\w)(?P<year>20\d\d) leavers?\b",
        "Names a year of leaving school not long ago, or still to come.",
        Confidence.UNSURE,
        _left_lately,
    ),
    Wording(
        r"\b(?:i[' ]?m|i am) in (?:reception|nursery)\b",
        "Says that they are in reception or nursery.",
        another_school=Confidence.UNSURE,
    ),
    Wording(
        r"\b(?:(?<!m )in|starting|started) (?:reception|nursery)\b"
        r"|\b(?:reception|nursery) (?:class|pupil|kid|child|starter)\b",
        "Names reception or nursery, as pupils' families also do.",
        Confidence.UNSURE,
        own_school=Confidence.UNSURE,
    ),
    Wording(
        r"\b(?:(?:account|acc|page|profile|insta) )?(?:is )?(?:run|managed|monitored|supervised|checked) by "
        r"(?:my )?(?:mum|mam|mom|dad|parents?)\b"
        r"|\b(?:mum|mam|mom|dad|parent)[- ](?:run|managed|monitored|supervised)\b",
        "Says that a parent looks after the account.",
    ),
    Wording(
        r"\b(?:school council\w*|eco council\w*|(?<!ford )prefect|head (?:boy|girl)"
        r"|(?:house|sports|school) captain|digital leader|playground (?:leader|buddy))\b",
        "Names a duty that pupils have.",
        Confidence.UNSURE,
    ),
    Wording(
        r"\b(?:pupil|student) (?:at|@|of)(?: [\w'.-]+){1,5}? (?:primary|high|academy|school|grammar"
        r"|secondary)\b"
        r"|\b(?:doing|sitting|revising for) (?:my )?(?:sats|gcses?|a[- ]levels?|mocks)\b|\bgcses? 20\d\d\b"
        r"|\b(?:sixth|6th)[ -]?form(?:er)?\b|\b(?:secondary|high|primary) school (?:pupil|student|kid)\b",
        "Speaks of school as a pupil does.",
        Confidence.UNSURE,
    ),
    Wording(
        r"\bks ?[1-4]\b",
        "Names a key stage, as pupils' families also do.",
        Confidence.UNSURE,
        own_school=Confidence.UNSURE,
    ),
)

AT_THE_SCHOOL = re.compile(
    r"\b(?:pupil|student|scholar|goes? to|i attend|attends|learning at|classmates?|my class)\b"
    r"|(?-i:(?<!\w)(?:1[0-3]|[1-9])(?![DKGE]\b)[A-Z]{1,2}\b)|(?<!\w)[1-6][a-c]\b(?=\W*\Z)"
    r"|(?<!\w)(?:1[0-3]|[1-9]) ?(?:oak|ash|elm|birch|willow|beech|maple|rowan|holly|hazel|sycamore|chestnut"
    r"|cedar|pine|red|blue|green|yellow|robins?|owls?)\b",
    re.IGNORECASE,
)
"""Words and forms ("6B", "5 Oak") that make a pupil only beside the name of the school."""

FORMER = re.compile(r"\b(?:former|ex|used to|went to|old (?:boy|girl)|left|attended)\b", re.IGNORECASE)
