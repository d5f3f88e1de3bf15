"""Vimeo's pages and data answers, read top to bottom: recognise, owner, posts, connections, settings.

On what each rests: the description for search engines and the sign-in mark of a page's scripts on a real
logged-out video page of May 2025; the records of people, videos and comments on Vimeo's published programming
interface; who is signed in on published readers. No page of a person was to be had, nor a signed-in one.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from selfaudit.model.snapshot import Connection, Fact, Gap, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.generic.answers import Answer
from selfaudit.platforms.generic.counting import people_missing, shortfall
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.values import number_in, objects, part_of, text_in
from selfaudit.platforms.merging import each_person, one_each
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog
from selfaudit.platforms.vimeo.answers import (
    SITE,
    Data,
    Page,
    comments_in,
    data_of,
    handle_of,
    is_answer,
    is_viewer,
    listed,
    pages_of,
    people_in,
    total,
    user_number,
    users_in,
    videos_in,
)
from selfaudit.platforms.vimeo.settings import SWITCHES
from selfaudit.platforms.vimeo.videos import Whose, comment_of, connection_of, image_of, post_of

PLATFORM = "vimeo"
UNKNOWN_FORM = f"a page of Vimeo {OF_UNKNOWN_FORM}"
_CUT = "descriptions that Vimeo's page cuts short for search engines"
_UNWATCHED = "videos were not watched: only the stills that stand for them were looked at"
_COMMENTS = "what was written under videos stands on each video's own page and was not in what was read"


@dataclass(frozen=True, slots=True)
class _Found:
    """What the visits brought."""

    pages: tuple[Page, ...]
    answers: tuple[Answer, ...]
    strange: bool

    @property
    def videos(self) -> list[Data]:
        """Every video, records first, since they know most."""
        told = [video for answer in self.answers for video in videos_in(answer)]
        return [*told, *(video for page in self.pages for video in page.videos)]

    @property
    def users(self) -> list[Data]:
        """The people whose own records are here."""
        return [user for answer in self.answers for user in users_in(answer)]


def _gather(visits: Sequence[Visit]) -> _Found:
    pages = pages_of(visits)
    found = data_of(visits, pages)
    strange = any(visit.lens is Lens.PUBLIC for visit in visits)
    return _Found(tuple(pages), tuple(found), strange or _nobody(pages, found))


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is Vimeo's."""
    found = _gather([visit])
    return bool(found.pages) or any(map(is_answer, found.answers))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as Vimeo's own data say."""
    for answer in _gather([visit]).answers:
        user = part_of(answer.value, "user") if is_viewer(answer.value) else None
        number, handle = user_number(user), handle_of(user)
        if number and handle:
            return Account(
                handle=handle,
                proof=f"Vimeo's own data named {handle} as the account that was signed in.",
                id=number,
                name=text_in(user, "name") or None,
                url=f"{SITE}/{handle}",
            )
    return None


def signed_out(visit: Visit) -> bool:
    """Whether a page or answer says that nobody was signed in."""
    found = _gather([visit])
    return _nobody(found.pages, found.answers)


def _nobody(pages: Sequence[Page], answers: Sequence[Answer]) -> bool:
    viewers = [part_of(answer.value, "user") for answer in answers if is_viewer(answer.value)]
    if any(viewers) or any(page.somebody for page in pages):
        return False
    return bool(viewers) or any(page.somebody is False for page in pages)


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account."""
    found, media, gaps = _gather(visits), ChainMap(*[dict(visit.media) for visit in visits]), GapLog()
    snapshot = Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    whose = _whose(found, account)
    users = [user for user in found.users if whose.is_(user)]
    authors = [video["author"] for video in found.videos if isinstance(video.get("author"), dict)]
    makers = [author for author in authors if whose.is_(author)]
    videos = [video for video in found.videos if whose.made(video)]
    posts = _posts(found, videos, whose, media, gaps)
    snapshot = replace(
        snapshot,
        owner=_owner(users, makers, whose),
        posts=posts,
        connections=each_person(_connections(found, whose)),
        settings=_settings(users, visits),
        images=one_each((*_avatar(users, makers, media), *_stills(videos, media))),
    )
    known = bool(users or makers or posts or snapshot.connections)
    return replace(
        _measured(snapshot, found, users, gaps), gaps=(*_gaps(snapshot, found, users, gaps, known),)
    )


def _whose(found: _Found, account: Account | None) -> Whose:
    """The proven account; without one, whose record is here, or who made the first video."""
    if account:
        return Whose(account.handle, account.id)
    makers = [video.get("author") or video.get("user") for video in found.videos]
    one = next((person for person in (*found.users, *makers) if isinstance(person, dict)), None)
    return Whose(handle_of(one), user_number(one)) if one else Whose()


def _owner(users: Sequence[Data], makers: Sequence[Data], whose: Whose) -> Owner:
    bios = [one["bio"] for one in (*users, *makers) if isinstance(one.get("bio"), str)]
    empty = any("bio" in user for user in users)
    places = [text_in(part_of(user, "location_details"), "formatted_address") for user in users]
    places += [text_in(user, "location") for user in users]
    place = next(filter(None, places), "")
    links = [text_in(site, "link", "uri") for user in users for site in objects(user.get("websites"))]
    handle = next(filter(None, map(handle_of, (*users, *makers))), whose.handle)
    return Owner(
        name=next(filter(None, (text_in(one, "name") for one in (*users, *makers))), None),
        handle=handle or None,
        bio=bios[0].strip() if bios else "" if empty else None,
        links=tuple(dict.fromkeys(link for link in links if link.startswith("http"))),
        facts=(Fact("Location", place),) if place else (),
        url=f"{SITE}/{handle}" if handle else None,
    )


def _posts(
    found: _Found, videos: Sequence[Data], whose: Whose, media: Mapping[str, str], gaps: GapLog
) -> tuple[Post, ...]:
    posts = gaps.keep(Part.POSTS, lambda video: post_of(video, media), videos)
    merged = one_each(posts)
    cut = sum(post.text.endswith("…") for post in merged)
    if cut:
        gaps.miss(Part.POSTS, _CUT, cut)
    own = {post.id for post in merged}
    remarks = [one for answer in found.answers for one in comments_in(answer)]
    comments = [comment_of(one, whose) for one in remarks]
    return one_each((*merged, *(one for one in comments if one.own or one.parent in own)))


def _stills(videos: Sequence[Data], media: Mapping[str, str]) -> Iterator[Image]:
    yield from (image for video in videos if (image := image_of(video, media)))


def _avatar(users: Sequence[Data], makers: Sequence[Data], media: Mapping[str, str]) -> Iterator[Image]:
    sizes = [size for user in users for size in reversed(objects(part_of(user, "pictures", "sizes")))]
    addresses = [text_in(size, "link") for size in sizes] + [text_in(maker, "image") for maker in makers]
    kept = tuple(dict.fromkeys(filter(None, addresses)))
    if kept:
        yield Image("avatar", Picture(kept).file(media), ImageRole.AVATAR, url=kept[0])


def _connections(found: _Found, whose: Whose) -> Iterator[Connection]:
    for answer in found.answers:
        if whose.id and f"/users/{whose.id}/" not in answer.path and "/users/" in answer.path:
            continue
        yield from map(connection_of, people_in(answer))


def _settings(users: Sequence[Data], visits: Sequence[Visit]) -> tuple[Setting, ...]:
    at = next((visit.at for visit in visits if visit.at), None)
    told = [setting for user in users for setting in SWITCHES.settings(user, at)]
    return tuple({setting.name: setting for setting in told}.values())


def _count(found: _Found, users: Sequence[Data]) -> int | None:
    """How many videos whoever looks can see, by Vimeo's own counts."""
    counts = [
        number_in(part_of(user, "metadata", "public_videos"), "total") for user in users if found.strange
    ]
    counts += [total(user, "videos") for user in users if not found.strange]
    lists = [
        answer
        for answer in found.answers
        if answer.path.endswith("/videos") or listed(answer) == videos_in(answer)
    ]
    counts += [number_in(answer.value, "total") for answer in lists if listed(answer)]
    return max((count for count in counts if count is not None), default=None)


def _measured(snapshot: Snapshot, found: _Found, users: Sequence[Data], gaps: GapLog) -> Snapshot:
    """The parts that were read to their end, by Vimeo's own counts."""
    read = [Part.BIO, Part.CONTACT] if users and snapshot.owner.bio is not None else []
    own = sum(post.own and post.kind is not PostKind.COMMENT for post in snapshot.posts)
    if (counted := _count(found, users)) is not None and own >= counted and not gaps.gaps:
        read.append(Part.POSTS)
    if users and not list(_people_missing(snapshot, users)):
        read.append(Part.CONNECTIONS)
    return replace(snapshot, read=tuple(read))


def _gaps(
    snapshot: Snapshot, found: _Found, users: Sequence[Data], gaps: GapLog, known: bool
) -> Iterator[Gap]:
    yield from gaps.gaps
    if not known:
        yield from [Gap(Part.OTHER, UNKNOWN_FORM)] if found.pages and not found.users else []
        return
    own = sum(post.own and post.kind is not PostKind.COMMENT for post in snapshot.posts)
    short = shortfall(Part.POSTS, _count(found, users), own, "videos")
    yield from (short,) if short else ()
    if own:
        yield Gap(Part.IMAGES, _UNWATCHED, own)
    if not snapshot.has(Part.COMMENTS):
        yield Gap(Part.COMMENTS, _COMMENTS)
    if not found.strange:
        yield from _people_missing(snapshot, users)
        yield from SWITCHES.not_seen(snapshot.settings)


def _people_missing(snapshot: Snapshot, users: Sequence[Data]) -> Iterator[Gap]:
    followers, following = (
        max((n for user in users if (n := total(user, name)) is not None), default=None)
        for name in ("followers", "following")
    )
    return people_missing(snapshot.connections, followers, following)
