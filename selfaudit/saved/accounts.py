"""Which saved pages belong together: by platform, by site, and by whose profile they show.

A page that shows somebody else's profile, as told by who was signed in, is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from selfaudit.model.platform import Platform
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Lens
from selfaudit.saved.contents import Refused
from selfaudit.saved.deciding import Choose, which_platform, with_lenses
from selfaudit.saved.reading import SavedPage

_STRANGER = "shows a profile other than the one that was signed in; only your own is read"


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
    def person(self) -> str | None:
        """That person's name."""
        return self.alone.owner.name or (self.viewer.name if self.viewer else None)


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
    for page, platform in _platforms_of(list(pages), platforms, choose):
        seen = _seen(page, platform) if platform else None
        if seen is None:
            refused.append(Refused(page.name, "is not a page of a site that this version can read"))
        elif _is_foreign(seen):
            refused.append(Refused(page.name, _foreign(seen), ours=False))
        else:
            known.append(seen)
    groups = _proven_only(_grouped(known, refused), refused)
    if choose:
        for group in groups:
            group.pages = with_lenses(group.pages, choose)
    return groups, tuple(refused)


def _platforms_of(
    pages: Sequence[SavedPage], platforms: Sequence[Platform], choose: Choose | None
) -> Iterator[tuple[SavedPage, Platform | None]]:
    """Each page with the platform that knows it, or that the person says it is of."""
    told = [next((one for one in platforms if one.recognise(page.visit)), None) for page in pages]
    strange = [page.name for page, platform in zip(pages, told, strict=True) if platform is None]
    chosen = which_platform(strange, platforms, choose) if choose and strange else None
    yield from zip(pages, (platform or chosen for platform in told), strict=True)


def _seen(page: SavedPage, platform: Platform) -> Seen:
    alone = platform.parse([page.visit], None)
    return Seen(page.name, platform, page.visit, alone, platform.viewer(page.visit))


def _is_foreign(seen: Seen) -> bool:
    """Whether a signed-in person saved a page of somebody else's profile."""
    shown = seen.alone.owner.handle
    if seen.viewer is None or shown is None or _fold(shown) == _fold(seen.viewer.handle):
        return False
    if seen.alone.owner.name and seen.alone.owner.name == seen.viewer.name:
        return False
    own = seen.platform.parse([seen.visit], seen.viewer)
    return own.owner.bio is None and not any(post.own for post in own.posts)


def _foreign(seen: Seen) -> str:
    viewer = seen.viewer.handle if seen.viewer else ""
    return f"shows a profile other than that of {viewer}, who was signed in; only your own is read"


def _grouped(known: Sequence[Seen], refused: list[Refused]) -> list[Group]:
    """Pages that name their account first, so that those which do not can join them."""
    groups: list[Group] = []
    for seen in sorted(known, key=_vagueness):
        homes = [group for group in groups if group.takes(seen)]
        if len(homes) == 1:
            homes[0].pages.append(seen)
        elif homes:
            refused.append(Refused(seen.name, "does not tell which of the accounts found here it belongs to"))
        else:
            groups.append(Group(seen.platform, [seen]))
    return groups


def _vagueness(seen: Seen) -> tuple[bool, bool, bool]:
    return (seen.viewer is None, not seen.handle, not seen.person)


def _proven_only(groups: Sequence[Group], refused: list[Refused]) -> tuple[Group, ...]:
    """Where one account of a site is proven to be the person's own, pages of others on it are not read."""
    kept = []
    for group in groups:
        proven = [o for o in groups if o.account and o.platform is group.platform and _near(o, group)]
        if group.account or not proven:
            kept.append(group)
        else:
            names = (seen.name for seen in group.pages)
            refused += [Refused(name, _STRANGER, ours=False) for name in names]
    return tuple(kept)


def _near(first: Group, second: Group) -> bool:
    """Whether both are of one site, as both of them tell."""
    sites, others = ({_host(seen) for seen in group.pages} - {""} for group in (first, second))
    return bool(sites & others)


def _same(one: Seen, other: Seen) -> bool:
    if not _one_site(one, other):
        return False
    if one.viewer and other.viewer and one.viewer.id and other.viewer.id:
        return one.viewer.id == other.viewer.id  # a page may know the number, and not the chosen name
    if one.handle and other.handle and _fold(one.handle) == _fold(other.handle):
        return True
    if one.person and other.person and not (one.handle and other.handle):
        return one.person.casefold() == other.person.casefold()
    vague = not (one.handle or one.person) or not (other.handle or other.person)
    return vague and not _of_unknown_sites(one, other)


def _of_unknown_sites(one: Seen, other: Seen) -> bool:
    """Pages of a kind of site that stands in many places, where one does not tell in which.

    Who was signed in on one board proves nothing about another: it must not make posts there their own.
    """
    anywhere = one.platform.live is not None and one.platform.live.home is None
    viewer = one.viewer or other.viewer
    if not anywhere or viewer is None or (_host(one) and _host(other)):
        return False
    unproven = [seen for seen in (one, other) if not seen.viewer]
    return any(post.own for seen in unproven for post in seen.platform.parse([seen.visit], viewer).posts)


def _one_site(one: Seen, other: Seen) -> bool:
    first, second = _host(one), _host(other)
    return not first or not second or first == second


def _host(seen: Seen) -> str:
    return urlsplit(seen.alone.site or "").netloc.removeprefix("www.")


def _fold(handle: str) -> str:
    """The handle without its server, as addresses write it: "Alex.Teacher" and "alex-teacher" are one."""
    return re.sub(r"[^a-z0-9]+", "-", handle.strip().lstrip("@").partition("@")[0].casefold()).strip("-")
