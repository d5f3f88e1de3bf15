"""E-mail addresses at or under given domains, also where they are spelt out or disguised.

The search starts from the ``@`` and the domain, since only known domains matter; the mailbox is then read
backwards. A general e-mail parser would first need a text in which nothing is disguised.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from selfaudit.model.folding import Folded, fold
from selfaudit.model.vocabulary import Confidence

_SPELT_DOT = (
    r"(?:\s{0,3}[\[({<]\s{0,2}(?:[.·•∙⋅‧●]|d[o0]t)\s{0,2}[\])}>]\s{0,3}"
    r"|\s{1,3}d[o0]t\s{1,3}|\s?[-_*~|/\"]d[o0]t[-_*~|/\"]\s?|(?-i:(?<=[a-z0-9])DOT(?=[a-z])))"
)
_DOT = rf"(?:{_SPELT_DOT}|\s{{0,3}}[.·•∙⋅‧●]\s{{0,3}})"
_AT = (
    r"(?P<bracketed>\s{0,3}[\[({<]\s{0,2}(?:@|at|ät)\s{0,2}[\])}>]\s{0,3})"
    r"|(?P<spaced>\s{1,3}@\s{1,3}|@\s{1,3}|\s{0,3}[(\[]a[)\]]\s{0,3})"
    r"|(?P<mention>\s{1,3}@)|(?P<tight>@)"
    r"|(?P<spelt>\s{1,3}at\s{1,3}|\s?[-_*~|/\"]at[-_*~|/\"]\s?|(?-i:(?<=[a-z0-9])AT(?=[a-z])))"
)
_ATOM = r"[^\W_](?:[\w+'-]*[^\W_])?"
_MAILBOX = re.compile(
    rf"(?:(?<!\w)\w\s){{2,}}\w\Z|(?:(?<![\w.+'-]){_ATOM}{_SPELT_DOT})*[\w+'-]+(?:\.[\w+'-]+)*\Z",
    re.IGNORECASE,
)
_CUE = re.compile(r"\be-?mail(?: address)?(?: is)?[\s:=-]*\Z", re.IGNORECASE)
_LEADING_WORD = re.compile(r"\b(?:the|a|an|our|my|your|new|more|all|these|this)\s+\Z", re.IGNORECASE)
_LONGEST_MAILBOX = 100
_PROSE = frozenset(
    """
    a about all am and are assistant at based be by call cc check class classes clerk contact council
    dear deputy details done email employed employee event find follow for found from further get go
    governor great hall head headteacher hello help her here hi him hlta i in info information is it job
    join lead leader learn live lives look looking love mail manager me meet meeting message more my
    news now nurse of office on or our out over page person photos pictures post posted posts reach read
    receptionist school see senco shop site sites staff start started stay still student support ta talk
    taught teach teacher teachers teaches teaching team thank thanks that the them there these they this
    times to today tomorrow trainee updates us via visit volunteer volunteering was we website well with
    work worked worker working works write you your
    """.split()  # noqa: SIM905 - a hundred quoted words read worse
)
"""Words that stand before "at" in a sentence, and are nobody's mailbox there."""


@dataclass(frozen=True, slots=True)
class Address:
    """One address: its place in the text, as it is written there, and what it reads as."""

    start: int
    end: int
    written: str
    address: str
    confidence: Confidence

    @property
    def disguised(self) -> bool:
        """Whether it is written otherwise than as a plain address."""
        return self.confidence is not Confidence.CERTAIN


def find_addresses(text: str, domains: Iterable[str]) -> tuple[Address, ...]:
    """Every address in the text at or under one of the domains, in the order of the text."""
    pattern = _pattern(tuple(domains))
    if pattern is None:
        return ()
    return tuple(_addresses(text, fold(text), pattern))


def _addresses(text: str, folded: Folded, pattern: re.Pattern[str]) -> Iterator[Address]:
    for match in pattern.finditer(folded.text):
        if _goes_on(match) or _two_things(match):
            continue
        mailbox = _mailbox(match)
        confidence = _confidence(match, mailbox) if mailbox else None
        if mailbox is None or confidence is None:
            continue
        start, end = folded.span(match.start() - len(mailbox), match.end())
        address = f"{_undotted(mailbox)}@{_undotted(match['under'] + match['domain'])}".lower()
        if unquote(text[start:end]).lower() != address:
            confidence = min(confidence, Confidence.LIKELY)
        yield Address(start, end, text[start:end], address, confidence)


@lru_cache(maxsize=16)
def _pattern(domains: tuple[str, ...]) -> re.Pattern[str] | None:
    forms = {form for domain in domains for form in _forms(domain.strip().strip("@.").lower()) if form}
    if not forms:
        return None
    known = "|".join(_spread(form) for form in sorted(forms, key=len, reverse=True))
    under = rf"(?P<under>(?:[^\W_](?:[\w-]{{0,62}}{_DOT})){{0,6}}?)"
    return re.compile(rf"(?:{_AT}){under}(?P<domain>{known})(?!-?[^\W_]|_+[^\W_]|@)", re.IGNORECASE)


def _forms(domain: str) -> Iterator[str]:
    """The domain in letters, and as the network writes letters beyond a to z."""
    yield domain
    with suppress(UnicodeError):
        yield domain.encode("idna").decode("ascii")
    with suppress(UnicodeError):
        yield domain.encode("ascii").decode("idna")


def _spread(domain: str) -> str:
    """The domain's labels, whole or letter by letter, with any sort of dot between."""
    labels = domain.split(".")
    spaced = [r"\s".join(map(re.escape, label)) for label in labels]
    return _DOT.join(rf"(?:{re.escape(label)}|{apart})" for label, apart in zip(labels, spaced, strict=True))


def _mailbox(match: re.Match[str]) -> str | None:
    """What stands before the ``@``; dots spelt out in it count only where the domain's are too."""
    before = match.string[max(0, match.start() - _LONGEST_MAILBOX) : match.start()]
    found = _MAILBOX.search(before)
    if found is None:
        return None
    mailbox = found[0].lstrip("'-+")
    if _is_spelt(mailbox) and not _is_spelt(match["domain"]):
        mailbox = re.split(_SPELT_DOT, mailbox, flags=re.IGNORECASE)[-1]
    return mailbox or None


def _confidence(match: re.Match[str], mailbox: str) -> Confidence | None:
    """How surely this is an address and not a sentence or a mention; ``None`` when it is not one."""
    before = match.string[max(0, match.start() - len(mailbox) - 40) : match.start() - len(mailbox)]
    if match["tight"]:
        return Confidence.UNSURE if before.endswith("@") else Confidence.CERTAIN
    if match["bracketed"]:
        return Confidence.LIKELY
    if mailbox.lower() in _PROSE or _LEADING_WORD.search(before):
        return None
    if re.search(r"[^\W\d_]", mailbox) and re.search(r"[._]", mailbox):
        return Confidence.LIKELY
    shouted = "AT" in (match["spelt"] or "") and not mailbox.isupper()
    if match["spaced"] or shouted or (match["spelt"] and _is_spelt(match["domain"])):
        return Confidence.LIKELY
    return Confidence.UNSURE if match["mention"] or _CUE.search(before) else None


def _goes_on(match: re.Match[str]) -> bool:
    """Whether the domain is only the beginning of another one."""
    tail = match.string[match.end() :]
    dot = re.match(rf"({_DOT})[^\W_]", tail[:20], re.IGNORECASE)
    if dot is None:
        return False
    own_dots = re.findall(_DOT, match["domain"], re.IGNORECASE)
    return dot[1] == "." or _is_spelt(dot[1]) or dot[1] in own_dots


def _two_things(match: re.Match[str]) -> bool:
    """Whether a spaced dot or bullet parts somebody else's address from the domain."""
    parted = re.search(r"\s[.·•∙⋅‧●]|[.·•∙⋅‧●]\s", match["under"])
    return bool(parted and re.search(r"[^\s]\.[^\s]", match["domain"] + match["under"]))


def _is_spelt(text: str) -> bool:
    return re.search(_SPELT_DOT, text, re.IGNORECASE) is not None


def _undotted(text: str) -> str:
    """The same with plain dots and no white space."""
    return re.sub(r"\s", "", re.sub(_DOT, ".", text, flags=re.IGNORECASE))
