"""Saved pages that are walls: told by the same signs as the live door knows them by, and by a few more.

Nobody clicks on a saved page, and its site does not go on: where nothing of a profile was found, a banner
about cookies or an offer to sign in is what the page is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from selfaudit.model.platform import WallSign
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.glance import glance_at
from selfaudit.platforms.generic.walls import (
    ABSENT,
    CHALLENGE,
    COOKIES,
    LOGIN_WALL,
    SIGNS,
    Look,
    of_status,
    sign_on,
)
from selfaudit.platforms.reading import OF_UNKNOWN_FORM

_PAGE_ABSENT = WallSign("the site says that there is no such page")
_BELIEVED = (
    WallSign(
        CHALLENGE,
        text=r"\b(security|human) (verification|check)\b|\bverifying (that )?you are human\b|\bcaptcha\b"
        r"|\bverify to continue\b|\bddos protection by\b"
        r"|\b(puzzle|slider)\b.{0,40}\b(piece|verify|continue)\b"
        r"|\b(drag|slide)\b.{0,20}\b(slider|puzzle)\b|\bnot a (ro)?bot\b|\bconfirm (that )?it's you\b",
    ),
    WallSign(
        "the site's guard refused to show the page",
        text=r"^(you('ve| have) been blocked|access (to this page )?(has been |is )?denied|request blocked"
        r"|sorry, you have been blocked|blocked by network security|forbidden\b|403\b)",
    ),
    WallSign(
        "the site said that it had been asked too much in a short time",
        text=r"^(please )?(slow down\b|try again later\.?$|wait a (few minutes|moment)\b)|\b429\b",
    ),
    WallSign(
        "the site says that this account was closed, suspended or locked",
        text=r"\b(account|channel|profile|user|blog)\b.{0,20}\b(is|was|has been|been) (permanently )?"
        r"(terminated|suspended|disabled|deactivated|banned|locked|closed)\b|^account suspended",
    ),
    WallSign(
        "the site shows this only to people whom its owner let in",
        text=r"\b(these (posts|tweets)|this (account|profile)'s (posts|tweets)) are (protected|private)\b"
        r"|\bthis (account|profile|page|blog|site|video) is (private|protected|password[- ]protected)\b",
    ),
    WallSign(
        COOKIES,
        text=r"^(before you continue\b|(allow|accept|manage|about)\b.{0,30}\bcookies\b"
        r"|cookies? (consent|settings)|we (use|value|care about)\b.{0,30}\b(cookies|your privacy)\b"
        r"|your (privacy|cookie) choices\b)",
    ),
    WallSign(
        LOGIN_WALL,
        text=r"\byou (must|need to|have to|are required to|should) (be |first )*"
        r"(logged|log|signed|sign|registered)\b|\byou are not (logged|signed)[ -]in\b"
        r"|\b(log|sign)[ -]?in (or (register|sign up|join|create)|to (see|view|continue|access|your))\b"
        r"|\bcreate an account (to|or)\b|^welcome back$|^members only\b",
    ),
)
"""Believed only of a page in which nothing of a profile was found."""
_HEADED = re.compile(
    r"^(please )?(log|sign)[ -]?(in|on|into)\b|^(join|sign up)\b", re.IGNORECASE | re.MULTILINE
)
"""An offer to sign in is no wall among other links, but as what the page is called."""
_MUCH_TEXT = 4000
_SIGN_IN_AND_SIGN_UP = 2
"""As many fields for a password; who changes theirs is asked for more."""


def turned_away(documents: Iterable[Document], signs: tuple[WallSign, ...]) -> tuple[Gap, ...]:
    """Why these pages, in which nothing of a profile was found, show nothing."""
    found = (sign for document in documents if (sign := wall_on(document, signs)))
    return tuple(Gap(Part.OTHER, reason) for reason in dict.fromkeys(sign.reason for sign in found))


def wall_on(document: Document, signs: tuple[WallSign, ...]) -> WallSign | None:
    """The wall that a saved page is, provided that nothing of a profile was found in it."""
    look = glance_at(document)
    if look is None:
        return of_status(document.status)
    absent = _PAGE_ABSENT if document.status in ABSENT else None
    return sign_on(look, signs) or absent or _believed(look)


def refused_by_status(document: Document) -> bool:
    """Whether the site refused the page outright, whatever stands on it."""
    return of_status(document.status) is not None


def _believed(look: Look) -> WallSign | None:
    if len(look.text) > _MUCH_TEXT or look.items > 1:
        return None
    said = f"{look.title}\n{look.headings}\n{look.dialogs}\n{look.text}".replace("\u2019", "'")
    for sign in (*(one for one in SIGNS if not one.address), *_BELIEVED):
        if any(sign.matches(look.document, line) for line in said.splitlines()):
            return sign
    if "/settings" in look.document.url:
        return None
    headed = _HEADED.search(f"{look.title}\n{look.headings}\n{look.dialogs}")
    return WallSign(LOGIN_WALL) if headed or 1 <= look.passwords <= _SIGN_IN_AND_SIGN_UP else None


NOTHING_FOUND = f"nothing of a profile was found on this page: it had not loaded whole, or {OF_UNKNOWN_FORM}"


def is_silent(snapshot: Snapshot) -> bool:
    """Whether a snapshot holds nothing at all, and no reason why."""
    return not (snapshot.gaps or snapshot.read or any(map(snapshot.has, Part)))


def never_silent(snapshot: Snapshot, visits: Sequence[Visit], signs: tuple[WallSign, ...]) -> Snapshot:
    """The snapshot; where it holds nothing at all though there were pages, with the reason why."""
    documents = [document for visit in visits for document in visit.documents]
    if not documents or not is_silent(snapshot):
        return snapshot
    return replace(snapshot, gaps=turned_away(documents, signs) or (Gap(Part.OTHER, NOTHING_FOUND),))
