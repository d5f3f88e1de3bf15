"""Words by which an adult speaks: a job, a family, a business, a year long ago. They outweigh a pupil's words."""

from __future__ import annotations

import re

_SCHOOL_WORK = r"""
    teach\w* | taught | tutor\w* | tuition | lecturer | professor | head\s?teacher | headmaster | headmistress
    | (?:deputy|assistant|executive|associate|acting)\ head | head\ (?:of|at)\b | senco | sendco | hlta | lsa
    | (?-i:TA|SEN|ECT|NQT|QTS|PGCE|SCITT|SLT|DSL) | governors? | trustee | caretaker | lollipop\ (?:lady|man)
    | (?:midday|lunchtime|cover|site)\ (?:supervisor|manager|assistant|staff) | (?:phase|subject|maths|english|year|pastoral|curriculum|team|stage|ks\d
    | year\ \d)\ lead(?:er)? | marking | trainee | mentor\w* | coach\w* | pta | (?:class|school|year)\ (?:page|account)
    | resources | worksheets | 11\+ | staff | colleague\w* | childminder | nanny | nursery\ (?:nurse|manager|staff
    | practitioner|owner) | practitioner | teaching | educator | supply
"""
_FAMILY = r"""
    mum\w* | mam | mom | mommy | mother\w* | dad\w* | father\w* | parents? | step-?(?:mum|mam|mom|dad|mother|father|parent|son|daughter)\w* | foster\w* | carer | guardian
    | nan | nana | nanna | gran | granny | grandma | grandad | grandpa | grandparent\w* | grandmother | grandfather
    | (?:aunt\w*|uncle|brother|sister|sis|bro|cousin|god\w+)\ (?:to|of)
    | (?:my|our|his|her|their)\ (?:\w+\ )?(?:son|sons|daughter|daughters|kid|kids|child|children|twins|boys|girls
    | little\ ones?|eldest|youngest|niece|nephew|grand\w+) | (?:son|daughter|kids|children|twins)\ in | wife | hubby
    | husband | fianc\w+ | married | weddings? | widow\w* | divorced | engaged\ to
"""
_LIFE = r"""
    alum\w* | reunion | retired | ex-?(?:pupil|student|head) | phd | (?-i:BA|BSc|BEd|BEng|LLB|MA|MSc|MEd|MBA) | uni
    | university | undergrad\w* | postgrad\w* | degree | graduate[ds]? | student\ (?:nurse|teacher|midwife|doctor
    | union|loan|finance) | med\ school | beckett | apprentic\w* | work(?:s|ed|ing)?\ (?:at|in|with|for|as)
    | self-?employed | freelance | ltd | limited | est | established | (?<!fan\ )(?<!playing\ )(?<!dancing\ )since\ \d{4} | bookings?
    | (?:dm|message|call|email)\ (?:for|to\ order|to\ book) | orders? | salon | cafe | café | bakery
    | brewery | photograph\w* | business | company | brand | firm | services | nurse | midwife | plumber | electrician
    | joiner | builder | engineer | solicitor | accountant | police\w* | paramedic | firefighter | author | consultant
    | director | founder | owner | manager | officer | councillor | vicar | rev | driver | years['’]?\ experience
    | translator | dj | tribute | veteran
"""
_WORDS = re.compile(rf"(?<![\w#@])(?:{_SCHOOL_WORK}|{_FAMILY}|{_LIFE})(?!\w)", re.IGNORECASE | re.VERBOSE)
_CHILDS_TALK = re.compile(
    r"""
    (?:dog|cat|plant|fur|bunny|hamster|guinea\ pig)[- ](?:mum|mam|mom|dad|mummy)
    | (?:my|our|best|fave|favou?rite|love\ my)\ (?:\w+\ )?(?:teacher|coach|mum|mam|mom|dad|mummy|daddy|nan|nana
    | gran|grandma|grandad)\b
    | future\ \w+
    | (?:want|wanna|going|dream\w*)\ (?:to\ be|be|of\ being)\ an?\ \w+(?:\ \w+)?
    | (?:run|managed|monitored|supervised|checked)\ by\ (?:my\ )?(?:mum|mam|mom|dad|parents?)(?:\ (?:and|&)\ \w+)?
    | (?:mum|mam|mom|dad|parents?)[- ](?:run|runs|managed|manages|monitored|monitors?|supervised|checks)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_TITLE = re.compile(r"^\W*(?:mr|mrs|miss|ms|mx|dr|sir|prof|rev)\b\.?\s*[a-z]", re.IGNORECASE)
_TITLED_HANDLE = re.compile(
    r"^(?:mr|mrs|miss|ms|mx|dr|sir)[._-]|^(?:mrs|miss|mr)[a-z]{3}|teach|tutor|(?:mum|mam|mom|dad|ta)$|mum[._-]|est\d|since",
    re.IGNORECASE,
)
_BUSINESS_HANDLE = re.compile(
    r"photo|studio|shop|official|ltd|wedding|est\d|since|bakes|salon|mrs|mummy|(?:^|[._-])the[a-z]{3,}s(?:[._-]|\d|$)"
    r"|fc(?:[._-]|$)|band|events|design",
    re.IGNORECASE,
)
_OWN_AGE = re.compile(
    r"(?:\bi['’ ]?a?m|\baged?)\s+(?:1[89]|[2-9]\d)\b(?!\s*(?:weeks|months|days|%|st|lb|kg|mins?|miles?))"
    r"|\A\W*(?:1[89]|[2-9]\d)(?=\s*(?:\Z|[|•·,/]))",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19[3-9]\d|20\d\d)(?!\d)")
_CHILDHOOD = 19


def speaks_as_adult(about: str, year: int) -> bool:
    """Whether the words are an adult's, in the year that they were read."""
    words = _CHILDS_TALK.sub(" ", about)
    long_ago = any(int(told[0]) <= year - _CHILDHOOD for told in _YEAR.finditer(about))
    return long_ago or _WORDS.search(words) is not None or _OWN_AGE.search(words) is not None


def named_as_adult(display_name: str, handle: str) -> bool:
    """Whether a title or a trade stands in the name."""
    return bool(_TITLE.search(display_name) or _TITLED_HANDLE.search(handle) or _WORDS.search(display_name))


def names_a_business(handle: str) -> bool:
    """Whether the handle is of a kind whose years are foundings and weddings."""
    return _BUSINESS_HANDLE.search(handle) is not None
