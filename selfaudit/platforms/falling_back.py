"""A network's page in a form that its reader does not know: what it says to any reader is read all the same.

The gap that the form is unknown stays, so that nothing counts as read to its end. On a network everybody's
pages stand beside each other: only what names the owner by handle or address is taken for the owner's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import unquote

from selfaudit.model.platform import Platform
from selfaudit.model.snapshot import Gap, Owner, Snapshot
from selfaudit.model.visit import Account, Document, Visit
from selfaudit.model.vocabulary import Part, PostKind
from selfaudit.platforms.generic.answers import host_of, path_of
from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.generic.turned_away import is_silent
from selfaudit.platforms.generic.walls import SIGNS
from selfaudit.platforms.merging import merge
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, soup_of
from selfaudit.platforms.website.described import Item, Person, joined
from selfaudit.platforms.website.parse import said_by, shown_of

_SIGN_IN = re.compile(
    r"/(log-?in|sign-?in|sign-?up|auth\w*|checkpoint|challenge|consent|captcha)\b", re.IGNORECASE
)
_SITES_WORDS = (
    r"\b(log|sign)[ -]?(in|up|on) (to|for|on|or|and)\b|^(log|sign) (in|up)\b|create an account"
    r"|\b\d[\d.,]*[km]? followers\b|\b(is|are) on {0}\b|\bjoin {0}\b|\b(on|from) {0}\. "
)
"""How a site speaks of a profile in its own words: inviting to sign in, counting, naming itself."""
_SHOWN = frozenset(Part) - {Part.SETTINGS}


def falling_back(platform: Platform) -> Platform:
    """The same platform, whose reader looks again as at any site where it does not know a page's form."""

    def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
        snapshot = platform.parse(visits, account)
        for visit in _strange(platform, visits, account) if _baffled(snapshot) else ():
            told = _told_anyhow(visit, account, platform.title)
            if told.owner != Owner() or told.posts:
                snapshot = merge(snapshot, replace(told, gaps=(*told.gaps, *_form(snapshot))))
        return snapshot

    return replace(platform, parse=parse)


def _form(snapshot: Snapshot) -> tuple[Gap, ...]:
    """That the form of a page is not known, where the reader took the page for a wall instead."""
    known = any(OF_UNKNOWN_FORM in gap.reason for gap in snapshot.gaps)
    return () if known else (Gap(Part.OTHER, f"a page {OF_UNKNOWN_FORM}"),)


def _baffled(snapshot: Snapshot) -> bool:
    told = any(gap.part is Part.OTHER or OF_UNKNOWN_FORM in gap.reason for gap in snapshot.gaps)
    return told or is_silent(snapshot)


def _strange(platform: Platform, visits: Sequence[Visit], account: Account | None) -> Iterator[Visit]:
    """Each page in which the platform's own reader finds nothing, and that is no wall either."""
    for visit in visits:
        for document in visit.documents:
            one = replace(visit, documents=(document,), responses=())
            alone = platform.parse([one], account)
            if _baffled(alone) and not any(map(alone.has, _SHOWN)) and not _is_wall(platform, document):
                yield one


def _is_wall(platform: Platform, document: Document) -> bool:
    """Whether a page asks to sign in or turns people away; a link to sign in stands on every other page."""
    soup = soup_of(document.html)
    if soup.select_one('input[type="password" i]') or _SIGN_IN.search(path_of(document.url)):
        return True
    voice = [tag.get_text(" ", strip=True) for tag in soup.select("title, h1, h2, h3")]
    if any(sign.matches(document, line) for sign in SIGNS for line in voice or [""]):
        return True
    text = written_text(soup.body).replace("\u2019", "'")
    return any(sign.matches(document, text) for sign in (platform.live.walls if platform.live else ()))


def _told_anyhow(visit: Visit, account: Account | None, site: str) -> Snapshot:
    """What a page says, by data for machines and roles for screen readers, of its owner and by its owner."""
    (document,) = visit.documents
    found = said_by(document, soup_of(document.html))
    people = [one for one in (found.about, *found.people) if one]
    handle = account.handle if account else _named_by(document, found.about)
    mine = [_plain(one, handle, site) for one in people if handle and _is(one, handle, document.url)]
    person = joined_all([*mine, Person(handle=handle)]) if mine else None
    own = [item for item in found.items if person and _by(item, person, document.url)]
    return shown_of(found.items, own, person, account, [visit])


def joined_all(people: Sequence[Person]) -> Person:
    """One person of all these descriptions."""
    first, *others = people
    for other in others:
        first = joined(first, other)
    return first


def _named_by(document: Document, about: Person | None) -> str | None:
    """The handle by which a page's address names the person whom the page says it is about."""
    if about is None:
        return None
    named = {_fold(part) for part in (*_parts(document.url), host_of(document.url).split(".")[0])}
    told = [about.handle or "", *_parts(about.url)[-1:]]
    return next((name.lstrip("@") for name in told if name and _fold(name) in named), None)


def _is(person: Person, handle: str, page: str) -> bool:
    """Whether this is whoever goes by this handle on the page's own site; a name alone is many people's."""
    if person.handle and _fold(person.handle) == _fold(handle):
        return True
    links = [link for link in (person.url, *person.links) if link and host_of(link) == host_of(page)]
    return any(_fold(handle) in map(_fold, _parts(link)) for link in links)


def _by(item: Item, person: Person, page: str) -> bool:
    """Whether a text is signed by the owner; by the bare name only on the owner's page and no comment."""
    author = item.author
    if author.handle or author.url:
        return _is(author, person.handle or "", page)
    bare = bool(author.name) and author.name == person.name
    return bare and item.kind is not PostKind.COMMENT


def _plain(person: Person, handle: str, site: str) -> Person:
    """The person without what the site itself says: an invitation as "bio", a title around the name."""
    words = _SITES_WORDS.format(re.escape(site.partition(" (")[0].casefold()))
    invites = person.bio is not None and re.search(words, f"{person.bio.casefold()} ")
    named = re.match(rf"(.+?)\s*\(@?{re.escape(handle)}\)", person.name or "", re.IGNORECASE)
    name = named[1] if named else person.name
    return replace(person, name=name, bio=None if invites else person.bio)


def _fold(name: str) -> str:
    return name.strip().lstrip("@").casefold()


def _parts(address: str | None) -> list[str]:
    """The names in an address's path."""
    return [unquote(part) for part in path_of(address).split("/") if part]
