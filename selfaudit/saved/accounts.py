"""Which saved pages belong together: by platform, by site, and by whose profile they show.

A page that shows somebody else's profile, as told by who was signed in, is not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from selfaudit.model.platform import Platform
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Lens
from selfaudit.platforms.generic.answers import place
from selfaudit.platforms.generic.turned_away import turned_away
from selfaudit.saved.contents import Refused
from selfaudit.saved.deciding import Choose, which_platform, which_writer, with_lenses
from selfaudit.saved.reading import SavedPage
from selfaudit.saved.seen import Seen, alike, like_names, nothing, one_name, same

_UNKNOWN_SITE = "is not a page of a site that this version can read"
_MORE = "also holds a page that this version cannot read"
_ANYBODYS = "does not tell which of the accounts found here it belongs to"


@dataclass(slots=True)
class Group:
    """The pages of one account."""

    platform: Platform
    pages: list[Seen] = field(default_factory=list)
    told: Account | None = None

    @property
    def account(self) -> Account | None:
        """The account that was signed in on any of them, else the writer whom the person said to be."""
        return next((seen.viewer for seen in self.pages if seen.viewer), self.told)

    def of(self, lens: Lens | None) -> list[Visit]:
        """What this lens saw."""
        return [replace(seen.visit, lens=lens) for seen in self.pages if seen.lens is lens]

    def takes(self, seen: Seen) -> bool:
        """Whether a page is of the same account, as far as both tell."""
        return self.platform is seen.platform and any(same(seen, other) for other in self.pages)


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
            refused += _left_aside(seen)
    refused += [_unknown(page, known) for page in strange]
    groups = _proven_only(_grouped(known, refused), refused)
    if choose:
        for group in groups:
            group.told = None if group.account else which_writer(group.pages, choose)
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
        return Refused(page.name, nothing(walls) if walls else _UNKNOWN_SITE)
    return Refused(page.name, _MORE, ours=bool(_hosts(page.visit) & set().union(*sites)))


def _hosts(visit: Visit) -> set[str]:
    places = [urlsplit(one.url).hostname for one in visit.documents or visit.responses]
    return {place.removeprefix("www.") for place in places if place}


def _seen(page: SavedPage, platform: Platform) -> Seen:
    alone, viewer = platform.parse([page.visit], None), platform.viewer(page.visit)
    signed_out = viewer is None and platform.signed_out(page.visit)
    return Seen(page.name, platform, page.visit, alone, viewer, signed_out)


def _is_foreign(seen: Seen) -> bool:
    """Whether a signed-in person saved a page of somebody else's profile."""
    if seen.viewer is None or _may_be_theirs(seen, seen.viewer):
        return False
    own = seen.platform.parse([seen.visit], seen.viewer)
    return own.owner.bio is None and not any(post.own for post in own.posts)


def _may_be_theirs(seen: Seen, viewer: Account) -> bool:
    """Whether the profile shown is the viewer's, by handle, name or address; with nothing to compare, too."""
    shown = seen.alone.owner
    if shown.name and shown.name == viewer.name:
        return True
    if shown.handle:
        return any(alike(seen, shown.handle, name) for name in seen.names)
    if shown.url and place(shown.url) == place(viewer.url):
        return True
    return not (shown.name and viewer.name) or like_names(shown.name, viewer.name)


def _left_aside(seen: Seen) -> Iterator[Refused]:
    """What stands on somebody else's page beside the viewer's own words or data."""
    if seen.viewer is not None and not _may_be_theirs(seen, seen.viewer):
        yield Refused(seen.name, f"also {_foreign(seen.viewer)}", ours=False)


def _foreign(viewer: Account | None) -> str:
    return f"shows a profile other than that of {_called(viewer)}, who was signed in; only your own is read"


def _called(viewer: Account | None) -> str:
    """The person as people know them: nobody knows a number."""
    if viewer is None:
        return "the person"
    return viewer.name or viewer.handle if viewer.handle.isdigit() else viewer.handle


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
    unsure = any(one_name(seen, page) for page in own) or not (
        seen.handle or any(page.person for page in own)
    )
    return Refused(seen.name, _foreign(proven[0].account), ours=unsure)


def _near(first: Group, second: Group) -> bool:
    """Whether both are of one site, as both of them tell."""
    sites, others = ({seen.site for seen in group.pages} - {""} for group in (first, second))
    return bool(sites & others)
