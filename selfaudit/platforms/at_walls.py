"""Saved pages and answers by which a site said "no further": left unread, each a gap with its reason.

What stands on a wall is the site's own, so that no reader may take it for an empty profile. A page on which
something of a profile can be read is none, whatever is said on it. The live door ends its own walks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from selfaudit.model.platform import Platform, WallSign
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.answers import path_of, site_of
from selfaudit.platforms.generic.refused import part_asked_for, part_named, refusal_in
from selfaudit.platforms.generic.turned_away import never_silent, refused_by_status, wall_on
from selfaudit.platforms.generic.walls import LOGIN_WALL

Walls = Mapping[Document, WallSign]

_OF_PEOPLE = (Part.POSTS, Part.COMMENTS, Part.CONNECTIONS, Part.SETTINGS)
_ENOUGH = 10
_SIGN_IN = "asks for a sign-in before it shows this"
_LISTS = frozenset({Part.POSTS, Part.COMMENTS, Part.CONNECTIONS})
_NAMED_BY_PAGES = frozenset({Part.CONNECTIONS, Part.SETTINGS})


def telling_walls(platform: Platform) -> Platform:
    """The same platform, whose reader tells the walls among saved pages and answers."""
    signs = signs_of(platform)

    def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
        found = {document: sign for visit in visits for document, sign in _walls_in(visit, platform, signs)}
        met, snapshot = _sure(found, lambda left_out: _read(platform, left_out, visits, account))
        told = chain(_of_pages(met, snapshot), _of_answers(visits, snapshot, platform))
        named = (replace(gap, reason=_named(gap.reason, platform)) for gap in told)
        whole = replace(snapshot, gaps=tuple(dict.fromkeys((*snapshot.gaps, *named))))
        loud = never_silent(whole, visits, signs)
        return whole if loud is whole or any(map(platform.viewer, visits)) else loud

    return replace(platform, parse=parse)


def signs_of(platform: Platform) -> tuple[WallSign, ...]:
    """The platform's own wall signs."""
    return platform.live.walls if platform.live else ()


def _named(reason: str, platform: Platform) -> str:
    """The reason in the platform's own words, or with the network's name, where it is one network."""
    own = [sign.reason for sign in signs_of(platform) if _SIGN_IN in sign.reason]
    if reason == LOGIN_WALL and own:
        return own[0]
    home = platform.live.home if platform.live else None
    return re.sub(r"^the site\b", platform.title.partition(" (")[0], reason) if home else reason


def _walls_in(
    visit: Visit, platform: Platform, signs: tuple[WallSign, ...]
) -> Iterator[tuple[Document, WallSign]]:
    for document in visit.documents if visit.part is None else ():
        sign = wall_on(document, signs)
        if sign and (refused_by_status(document) or _is_all_there_is(sign, document, visit, platform)):
            yield document, sign


def _is_all_there_is(sign: WallSign, document: Document, visit: Visit, platform: Platform) -> bool:
    """Whether nothing of a profile can be read on this page, or in the answers that came for it.

    Nobody who is signed in is asked to sign in.
    """
    alone = replace(visit, documents=(document,))
    if sign.reason == LOGIN_WALL and platform.viewer(alone):
        return False
    return not _shows(platform.parse([alone], None))


def _shows(snapshot: Snapshot) -> bool:
    owner = snapshot.owner
    known = bool(owner.name and owner.handle and snapshot.read)
    return (
        known
        or bool(owner.bio)
        or any(map(snapshot.has, _OF_PEOPLE))
        or any(gap.count for gap in snapshot.gaps if gap.part in _LISTS)
    )


def _sure(met: Walls, read: Callable[[Walls], Snapshot]) -> tuple[Walls, Snapshot]:
    """The walls, less those that bring items once other pages say whose; and what is read without them."""
    snapshot = read(met)
    for document in [one for one in met if not refused_by_status(one)]:
        fewer = {one: sign for one, sign in met.items() if one is not document}
        with_it = read(fewer)
        if _amount(with_it) > _amount(snapshot):
            met, snapshot = fewer, with_it
    return met, snapshot


def _amount(snapshot: Snapshot) -> int:
    return len(snapshot.posts) + len(snapshot.connections)


def _read(platform: Platform, left_out: Walls, visits: Sequence[Visit], account: Account | None) -> Snapshot:
    return platform.parse([_without(left_out, visit) for visit in visits], account)


def _without(met: Walls, visit: Visit) -> Visit:
    left = tuple(document for document in visit.documents if document not in met)
    return visit if left == visit.documents else replace(visit, documents=left)


def _of_pages(met: Walls, snapshot: Snapshot) -> Iterator[Gap]:
    """A gap for each wall: of the part that the page was for, where the rest of the profile was seen."""
    for document, sign in met.items():
        part = part_named(path_of(document.url)) if _shows(snapshot) else None
        yield Gap(part if part in _NAMED_BY_PAGES else Part.OTHER, sign.reason)


def _of_answers(visits: Iterable[Visit], snapshot: Snapshot, platform: Platform) -> Iterator[Gap]:
    """A gap for each part that was not read to its end because the site refused it to its own page."""
    for visit in visits:
        for response in visit.responses if visit.part is None else ():
            sign, part = refusal_in(response, signs_of(platform)), part_asked_for(response)
            if sign is None or part in snapshot.read or not _is_own(response, visit, platform):
                continue
            if part or not (visit.documents or _shows(snapshot)):
                yield Gap(part if part and _shows(snapshot) else Part.OTHER, sign.reason)


def _is_own(response: Response, visit: Visit, platform: Platform) -> bool:
    """Whether an answer is of the site whose page asked for it, or comes from where its other answers do."""
    sites, here = {site_of(document.url) for document in visit.documents} - {""}, site_of(response.url)
    beside = [one for one in visit.responses if one is not response and site_of(one.url) == here]
    known = (platform.recognise(Visit(None, responses=(one,))) for one in beside[:_ENOUGH])
    return not sites or here in sites or any(known)
