"""What one saved page says of itself, and whether two are of one person, as sites tell people apart."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from selfaudit.model.platform import Platform
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Lens, Part


@dataclass(frozen=True, slots=True)
class Seen:
    """One visit with what it says of itself."""

    name: str
    platform: Platform
    visit: Visit
    alone: Snapshot
    viewer: Account | None
    signed_out: bool
    told: Lens | None = None

    @property
    def lens(self) -> Lens | None:
        """Who was looking, where the page tells, else where the person told."""
        if self.viewer:
            return Lens.OWNER
        return Lens.PUBLIC if self.signed_out else self.told

    @property
    def handle(self) -> str | None:
        """Whose page it is."""
        return self.viewer.handle if self.viewer else self.alone.owner.handle

    @property
    def names(self) -> tuple[str, ...]:
        """Every name and number that the site has for whose page it is."""
        return tuple(filter(None, (self.handle, self.viewer.id if self.viewer else None)))

    @property
    def person(self) -> str | None:
        """That person's name."""
        return self.alone.owner.name or (self.viewer.name if self.viewer else None)

    @property
    def site(self) -> str:
        """The host of its site, as far as the page tells."""
        return urlsplit(self.alone.site or "").netloc.removeprefix("www.").lower()

    @property
    def empty(self) -> bool:
        """Whether the page names nobody and shows nothing, as a wall does."""
        return not (self.handle or self.person or any(self.alone.has(part) for part in Part))

    @property
    def wall(self) -> str | None:
        """Why an empty page shows nothing, where it says so; ends a sentence that begins with its name."""
        told = [gap for gap in self.alone.gaps if gap.part is Part.OTHER]
        return nothing(told) if told and self.empty else None


def nothing(told: Iterable[Gap]) -> str:
    """Why a page shows nothing, as the end of a sentence that begins with its name."""
    return f"shows nothing of a profile: {'; '.join(dict.fromkeys(gap.reason for gap in told))}"


def same(one: Seen, other: Seen) -> bool:
    """Whether both are of one account, as far as both tell."""
    if one.site and other.site and one.site != other.site:
        return False
    if one.viewer and other.viewer and one.viewer.id and other.viewer.id:
        return one.viewer.id == other.viewer.id  # a page may know the number, and not the chosen name
    if one.handle and other.handle:
        return any(alike(one, name, its) for name in one.names for its in other.names)
    if one.person and other.person:
        return one_name(one, other)
    vague = not (one.handle or one.person) or not (other.handle or other.person)
    return vague and not _of_unknown_sites(one, other)


def _of_unknown_sites(one: Seen, other: Seen) -> bool:
    """Pages of a kind of site that stands in many places, where one does not tell in which.

    Who was signed in on one board proves nothing about another: it must not make posts there their own.
    """
    anywhere = one.platform.live is not None and one.platform.live.home is None
    viewer = one.viewer or other.viewer
    if not anywhere or viewer is None or (one.site and other.site):
        return False
    unproven = [seen for seen in (one, other) if not seen.viewer]
    return any(post.own for seen in unproven for post in seen.platform.parse([seen.visit], viewer).posts)


def one_name(one: Seen, other: Seen) -> bool:
    """Whether both are of people of one name, which is a hint and no more."""
    return bool(one.person and other.person) and _folded(one.person or "") == _folded(other.person or "")


def like_names(first: str, second: str) -> bool:
    """Whether two names may be one person's: "anna", "annahill" and "Anna M. Hill" may all be "Anna Hill"."""
    words, others = _folded(first).split(), _folded(second).split()
    closed, other = "".join(words), "".join(others)
    return set(words) <= set(others) or set(others) <= set(words) or closed in other or other in closed


def alike(seen: Seen, first: str, second: str) -> bool:
    """Whether both are one account on the site of this page, as sites tell them apart: by every sign."""
    name, _, server = _spelt(seen.platform, first).partition("@")
    other, _, place = _spelt(seen.platform, second).partition("@")
    here, there = server or seen.site, place or seen.site
    one_server = not here or not there or f".{here}".endswith(f".{there}") or f".{there}".endswith(f".{here}")
    return name == other and one_server


def _spelt(platform: Platform, handle: str) -> str:
    bare = unquote(handle).strip().removeprefix("@")
    return _folded(platform.spelling(bare) or bare)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
