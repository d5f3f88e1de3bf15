"""LinkedIn's ways of naming things: members by a short name, posts by a number that tells when."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import unquote

from selfaudit.platforms.generic.answers import on_host

SITE = "https://www.linkedin.com"
_MEMBER = re.compile(r"^(?:https?://[^/]+)?/in/([^/?#]+)")
_ACTIVITY = re.compile(r"(?:urn:li:(?:activity|ugcPost|share):|-activity-|-ugcPost-|-share-)(\d{15,20})")
_POSTED = re.compile(r"/posts/([^/?#_]+)_")
_ARTICLE = re.compile(r"/pulse/([^/?#]+)")
_CLOCK_BITS = 22
_FIRST_YEAR, _LAST_YEAR = 2005, 2100


def is_site(address: str) -> bool:
    """Whether an address is on LinkedIn, in any of its countries."""
    return on_host(address, "linkedin.com")


def member_in(address: str) -> str | None:
    """The short name of the member whose page an address means; ``me`` stands for whoever looks."""
    found = _MEMBER.match(unquote(address))
    return found[1] if found and found[1] != "me" else None


def profile_url(slug: str) -> str:
    """A member's page."""
    return f"{SITE}/in/{slug}/"


def same_member(one: str | None, other: str | None) -> bool:
    """Whether two short names mean one member."""
    return bool(one and other) and unquote(str(one)).casefold() == unquote(str(other)).casefold()


def post_in(address: str) -> str | None:
    """The number of the post, or the short name of the article, that an address or a urn means."""
    found = _ACTIVITY.search(address) or _ARTICLE.search(address)
    return found[1] if found else None


def poster_in(address: str) -> str | None:
    """The short name of who wrote a post, where its address begins with it."""
    found = _POSTED.search(unquote(address))
    return found[1] if found else None


def made_at(identity: str) -> datetime | None:
    """When a post was made; pages show only how long ago that was."""
    number = int(identity) if identity.isascii() and identity.isdigit() else 0
    try:
        moment = datetime.fromtimestamp((number >> _CLOCK_BITS) / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment.replace(microsecond=0) if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None
