"""Snapchat's public profile page, read top to bottom: recognise, owner, posts, settings.

What this rests on: names of the data inside the page, published by several readers of it; no page of
Snapchat was to be had. There is no other view of a profile on the web: what the owner sees stands in the
phone's app. Friends, chats and stories for friends are told as gaps, or come with the download of one's data.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.model.questions import unanswered
from selfaudit.model.snapshot import Fact, Gap, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.visit import Account, Document, Visit
from selfaudit.model.vocabulary import Audience, Door, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.generic.values import part_of
from selfaudit.platforms.merging import one_each
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog, ItemUnreadable, soup_of
from selfaudit.platforms.snapchat.answers import (
    SITE,
    Data,
    Profile,
    described_on,
    is_site,
    moment_of,
    plain_text,
    profile_of,
    profile_url,
    props_on,
    signed_in_name,
    snaps_in,
)
from selfaudit.platforms.snapchat.settings import SWITCHES
from selfaudit.platforms.snapchat.walls import NOT_FOUND

PLATFORM = "snapchat"
_UNKNOWN_FORM = f"a page of Snapchat {OF_UNKNOWN_FORM}"
_VIDEO = 1
IN_THE_APP = (
    Gap(
        Part.POSTS,
        "stories for friends and sent snaps stand in the phone's app only",
        lens=Lens.OWNER,
    ),
    Gap(Part.IMAGES, "pictures for friends stand in the phone's app only", lens=Lens.OWNER),
    Gap(
        Part.CONNECTIONS,
        "friends stand in the phone's app only; the download of your data lists them",
        lens=Lens.OWNER,
    ),
    *unanswered(SWITCHES.questions),
)


@dataclass(frozen=True, slots=True)
class _Page:
    document: Document
    soup: BeautifulSoup
    part: Part | None
    at: datetime | None
    props: Data | None

    @property
    def profile(self) -> Profile | None:
        """Whose page it is."""
        told = profile_of(self.props) if self.props else None
        return told or described_on(self.soup)

    @property
    def fault(self) -> str | None:
        """Why nothing of a profile stands here, or ``None`` when it does."""
        profile = self.profile
        if profile and profile.known_form:
            return None
        if profile is None and self.props is not None and not part_of(self.props, "userProfile"):
            return NOT_FOUND
        is_account = signed_in_name(self.document, self.soup) is not None
        return None if is_account else _UNKNOWN_FORM


def _pages(visits: Sequence[Visit]) -> list[_Page]:
    found = []
    for visit in visits:
        for document in visit.documents:
            soup = soup_of(document.html) if "snapchat" in (document.url + document.html).lower() else None
            props = props_on(soup) if soup else None
            if soup and (props is not None or is_site(document.url)):
                found.append(_Page(document, soup, visit.part, visit.at, props))
    return found


def recognise(visit: Visit) -> bool:
    """Whether a page is Snapchat's."""
    return bool(_pages([visit]))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in, as Snapchat's account pages say; its profile pages say nothing of it."""
    for document in visit.documents:
        handle = signed_in_name(document, soup_of(document.html)) if "/accounts" in document.url else None
        if handle:
            proof = f"Snapchat's account page named {handle} as the account that was signed in."
            return Account(handle, proof, url=profile_url(handle))
    return None


def signed_out(visit: Visit) -> bool:
    """A profile page is the same for everybody: what it shows, a stranger sees."""
    return any(page.profile is not None for page in _pages([visit]))


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account."""
    pages, media = _pages(visits), ChainMap(*[dict(visit.media) for visit in visits])
    strange = any(visit.lens is Lens.PUBLIC for visit in visits) or (
        bool(pages) and all(visit.lens is None for visit in visits)
    )
    faults = tuple(dict.fromkeys(Gap(page.part or Part.OTHER, page.fault) for page in pages if page.fault))
    snapshot = Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    mine = _of_one([page.profile for page in pages if page.profile], account)
    if not mine:
        owner = Owner(handle=account.handle) if account else Owner()
        return replace(snapshot, owner=owner, gaps=(*faults, *(IN_THE_APP if account else ())))
    profile, gaps = mine[0], GapLog()
    told = [page for page in pages if page.profile and page.profile.handle == profile.handle]
    posts, images = _posts(told, media, gaps)
    settings = tuple(_settings(profile, told[0].at))
    return replace(
        snapshot,
        owner=_told(profile),
        posts=posts,
        settings=settings,
        images=one_each((*_profile_pictures(profile, media), *images)),
        read=(Part.BIO, Part.CONTACT) if profile.bio is not None else (),
        gaps=(
            *gaps.gaps,
            *(_daily(profile) if strange else ()),
            *faults,
            *IN_THE_APP,
            *SWITCHES.unread(settings),
        ),
    )


def _of_one(profiles: Sequence[Profile], account: Account | None) -> list[Profile]:
    """The proven account's, or those of whom the first page is about; whole forms come first."""
    handle = account.handle.lower() if account else next((one.handle for one in profiles), None)
    mine = [one for one in profiles if one.handle == handle]
    return sorted(mine, key=lambda one: not one.known_form)


def _told(profile: Profile) -> Owner:
    return Owner(
        name=profile.name,
        handle=profile.handle,
        bio=profile.bio,
        links=(profile.link,) if profile.link else (),
        facts=(Fact("Location", profile.place),) if profile.place else (),
        url=profile_url(profile.handle),
    )


def _profile_pictures(profile: Profile, media: Mapping[str, str]) -> Iterator[Image]:
    for address, role in ((profile.picture, ImageRole.AVATAR), (profile.banner, ImageRole.BANNER)):
        if address:
            yield Image(str(role), media.get(address), role, url=address)


def _posts(
    pages: Sequence[_Page], media: Mapping[str, str], gaps: GapLog
) -> tuple[tuple[Post, ...], list[Image]]:
    snaps = [snap for page in pages if page.props for snap in snaps_in(page.props)]
    read = gaps.keep(Part.POSTS, lambda snap: _snap(snap, media), snaps)
    return one_each(post for post, _image in read), [image for _post, image in read if image]


def _snap(found: tuple[str, str, Data], media: Mapping[str, str]) -> tuple[Post, Image | None]:
    """One public snap; its words are in the picture, so that only a collection's title is text."""
    place, title, snap = found
    address = _address(snap, "mediaUrl")
    time = moment_of(snap.get("timestampInSec"))
    identity = plain_text(snap.get("snapId")) or _made_up(time, snap.get("snapIndex"))
    if identity is None or not address:
        raise ItemUnreadable("public snaps in a form that this version does not know")
    still = _address(snap, "mediaPreviewUrl") if _is_video(snap) else address
    image = Image(identity, media.get(still), post=identity, url=still) if still else None
    post = Post(
        id=identity,
        text=title,
        kind=PostKind.STORY if place == "story" else PostKind.POST,
        time=time,
        audience=Audience.PUBLIC,
        images=(image.file,) if image and image.file else (),
    )
    return post, image


def _address(snap: Data, name: str) -> str:
    """One of a snap's addresses, which stand together or by themselves."""
    return plain_text(part_of(snap, "snapUrls", name)) or plain_text(part_of(snap, name))


def _is_video(snap: Data) -> bool:
    return snap.get("snapMediaType") in {_VIDEO, "VIDEO"} if _is_plain(snap.get("snapMediaType")) else False


def _is_plain(value: Any) -> bool:
    return isinstance(value, int | str)


def _made_up(time: datetime | None, index: Any) -> str | None:
    """A name for a snap without one, the same each time: its second, and its place in that story."""
    if time is None:
        return None
    return f"snap-{int(time.timestamp())}" + (f"-{index}" if isinstance(index, int) else "")


def _settings(profile: Profile, at: datetime | None) -> Iterator[Setting]:
    if profile.public is not None:
        switch = SWITCHES.switches[0]
        yield SWITCHES.setting(switch, switch.words[profile.public], at)


def _daily(profile: Profile) -> Iterator[Gap]:
    """Without a public profile there is nothing that a stranger could see: that is known, not missing."""
    if profile.public is not False:
        yield Gap(Part.POSTS, "public stories last a day, so that earlier ones are not on the page any more")
