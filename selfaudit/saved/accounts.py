"""Which saved pages belong together: by platform, by site, and by whose profile they show.

A page that shows somebody else's profile, as told by who was signed in, is not read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote, urlsplit

from selfaudit.model.platform import Platform
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.generic.turned_away import turned_away
from selfaudit.saved.contents import Refused
from selfaudit.saved.deciding import Choose, which_platform, with_lenses
from selfaudit.saved.reading import SavedPage

_UNKNOWN_SITE = "is not a page of a site that this version can read"
_MORE = "also holds a page that this version cannot read"
_ANYBODYS = "does not tell which of the accounts found here it belongs to"


@dataclass(frozen=True, slots=True)
class Seen:
    """One visit with what it says of itself."""

    name: str
    platform: Platform
    visit: Visit
    alone: Snapshot
    viewer: Account | None
    told: Lens | None = None

    @property
    def lens(self) -> Lens | None:
        """Who was looking, where the page tells, else where the person told."""
        if self.viewer:
            return Lens.OWNER
        return Lens.PUBLIC if self.platform.signed_out(self.visit) else self.told

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
        return _nothing(told) if told and self.empty else None


@dataclass(slots=True)
class Group:
    """The pages of one account."""

    platform: Platform
    pages: list[Seen] = field(default_factory=list)

    @property
    def account(self) -> Account | None:
        """The account that was signed in on any of them."""
        return next((seen.viewer for seen in self.pages if seen.viewer), None)

    def of(self, lens: Lens | None) -> list[Visit]:
        """What this lens saw."""
        return [replace(seen.visit, lens=lens) for seen in self.pages if seen.lens is lens]

    def takes(self, seen: Seen) -> bool:
        """Whether a page is of the same account, as far as both tell."""
        return self.platform is seen.platform and any(_same(seen, other) for other in self.pages)


def recognise(
    pages: Iterable[SavedPage], platforms: Sequence[Platform], choose: Choose | None = None
) -> tuple[tuple[Group, ...], tuple[Refused, ...]]:
    """The accounts that the pages show, and the pages that belong to none.

    ``choose`` is asked only for what the pages do not tell: which site they are of, and who was looking.
    """
    known: list[Seen] = []
    refused: list[Refused] = []
    strange: list[SavedPage] = []
    for page, platform in _platforms_of(list(pages), platforms, choose):
        seen = _seen(page, platform) if platform else None
        if seen is None:
            strange.append(page)
        elif _is_foreign(seen):
            refused.append(Refused(page.name, _foreign(seen.viewer), ours=False))
        else:
            known.append(seen)
    refused += [_unknown(page, known) for page in strange]
    groups = _proven_only(_grouped(known, refused), refused)
    if choose:
        for group in groups:
            group.pages = with_lenses(group.pages, choose)
    return groups, tuple(dict.fromkeys(refused))


def _platforms_of(
    pages: Sequence[SavedPage], platforms: Sequence[Platform], choose: Choose | None
) -> Iterator[tuple[SavedPage, Platform | None]]:
    """Each page with the platform that knows it, or that the person says it is of."""
    told = [next((one for one in platforms if one.recognise(page.visit)), None) for page in pages]
    read = {page.name for page, platform in zip(pages, told, strict=True) if platform}
    strange = [page.name for page in pages if page.name not in read]
    chosen = which_platform(strange, platforms, choose) if choose and strange else None
    for page, platform in zip(pages, told, strict=True):
        yield page, platform or (None if page.name in read else chosen)


def _unknown(page: SavedPage, known: Sequence[Seen]) -> Refused:
    """A page of no known site; in a recording, one of another site than the rest is nothing of theirs."""
    sites = [_hosts(seen.visit) for seen in known if seen.name == page.name]
    if not sites:
        walls = turned_away(page.visit.documents, ())
        return Refused(page.name, _nothing(walls) if walls else _UNKNOWN_SITE)
    return Refused(page.name, _MORE, ours=bool(_hosts(page.visit) & set().union(*sites)))


def _nothing(told: Iterable[Gap]) -> str:
    return f"shows nothing of a profile: {'; '.join(dict.fromkeys(gap.reason for gap in told))}"


def _hosts(visit: Visit) -> set[str]:
    places = [urlsplit(one.url).hostname for one in visit.documents or visit.responses]
    return {place.removeprefix("www.") for place in places if place}


def _seen(page: SavedPage, platform: Platform) -> Seen:
    alone = platform.parse([page.visit], None)
    return Seen(page.name, platform, page.visit, alone, platform.viewer(page.visit))


def _is_foreign(seen: Seen) -> bool:
    """Whether a signed-in person saved a page of somebody else's profile."""
    shown = seen.alone.owner
    if seen.viewer is None or shown.handle is None:
        return False
    if any(_alike(seen, shown.handle, name) for name in seen.names):
        return False
    if shown.name and shown.name == seen.viewer.name:
        return False
    own = seen.platform.parse([seen.visit], seen.viewer)
    return own.owner.bio is None and not any(post.own for post in own.posts)


def _foreign(viewer: Account | None) -> str:
    handle = viewer.handle if viewer else "the person"
    return f"shows a profile other than that of {handle}, who was signed in; only your own is read"


def _grouped(known: Sequence[Seen], refused: list[Refused]) -> list[Group]:
    """Pages that name their account first, so that those which do not can join them."""
    groups: list[Group] = []
    for seen in sorted(known, key=_vagueness):
        homes = [group for group in groups if group.takes(seen)]
        if len(homes) == 1:
            homes[0].pages.append(seen)
        elif seen.wall:
            refused.append(Refused(seen.name, seen.wall))
        elif homes:
            refused.append(Refused(seen.name, _ANYBODYS))
        else:
            groups.append(Group(seen.platform, [seen]))
    return groups


def _vagueness(seen: Seen) -> tuple[bool, bool, bool, bool]:
    return (seen.viewer is None, not seen.handle, not seen.person, seen.empty)


def _proven_only(groups: Sequence[Group], refused: list[Refused]) -> tuple[Group, ...]:
    """Where one account of a site is proven to be the person's own, pages of others on it are not read."""
    kept = []
    for group in groups:
        proven = [o for o in groups if o.account and o.platform is group.platform and _near(o, group)]
        if group.account or not proven:
            kept.append(group)
        else:
            refused += [_stranger(seen, proven) for seen in group.pages]
    return tuple(kept)


def _stranger(seen: Seen, proven: Sequence[Group]) -> Refused:
    """A page of another account; under the person's own name, or with none to compare, it may be theirs."""
    own = [page for group in proven for page in group.pages]
    unsure = any(_one_name(seen, page) for page in own) or not (
        seen.handle or any(page.person for page in own)
    )
    return Refused(seen.name, _foreign(proven[0].account), ours=unsure)


def _near(first: Group, second: Group) -> bool:
    """Whether both are of one site, as both of them tell."""
    sites, others = ({seen.site for seen in group.pages} - {""} for group in (first, second))
    return bool(sites & others)


def _same(one: Seen, other: Seen) -> bool:
    if one.site and other.site and one.site != other.site:
        return False
    if one.viewer and other.viewer and one.viewer.id and other.viewer.id:
        return one.viewer.id == other.viewer.id  # a page may know the number, and not the chosen name
    if one.handle and other.handle:
        return any(_alike(one, name, its) for name in one.names for its in other.names)
    if one.person and other.person:
        return _one_name(one, other)
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


def _one_name(one: Seen, other: Seen) -> bool:
    return bool(one.person and other.person) and _folded(one.person or "") == _folded(other.person or "")


def _alike(seen: Seen, first: str, second: str) -> bool:
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
