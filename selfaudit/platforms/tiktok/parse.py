"""TikTok's pages and data answers, read top to bottom: recognise, owner, posts, connections, settings.

On what each generation rests: the page script ``__UNIVERSAL_DATA_FOR_REHYDRATION__`` and the ``data-e2e``
parts on a real saved page of December 2025, signed out; who is signed in, lists of posts and refusals on
published shapes (2025 and 2026), never seen by us; ``SIGI_STATE`` and ``__NEXT_DATA__`` (2021 to 2023) on
published shapes.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from selfaudit.model.snapshot import Gap, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.generic.answers import Answer
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.values import id_in, part_of, text_in
from selfaudit.platforms.merging import one_each
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog
from selfaudit.platforms.tiktok.answers import (
    Data,
    answers,
    are_reposts,
    comments_in,
    is_answer,
    is_page,
    items_in,
    profiles_in,
    refusals,
    tells_of_sessions,
    viewer_in,
)
from selfaudit.platforms.tiktok.connections import connections_of
from selfaudit.platforms.tiktok.posts import (
    SITE,
    Whose,
    comment_of,
    image_of_tile,
    images_of,
    is_video,
    post_of,
    post_of_tile,
)
from selfaudit.platforms.tiktok.rendered import Head, offers_sign_in, signed_in_handle
from selfaudit.platforms.tiktok.settings import SETTINGS
from selfaudit.platforms.tiktok.shown import Shown, shown_by
from selfaudit.platforms.tiktok.walls import refused

PLATFORM = "tiktok"
UNKNOWN_FORM = f"a page of TikTok {OF_UNKNOWN_FORM}"
_LISTS_NEED_A_CLICK = (
    "TikTok opens the lists of followers and followed people only at a click, and they were not in what was "
    "read; TikTok's download of your data holds them"
)
_NO_COMMENTS = (
    "comments under your videos, and yours under other people's, were not in what was read; TikTok's "
    "download of your data holds the ones you wrote"
)
_UNWATCHED = "videos were not watched: only their covers were looked at"


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is TikTok's."""
    return any(map(is_page, visit.documents)) or any(is_answer(answer) for answer in answers([visit]))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as the page itself says."""
    for answer in answers([visit]):
        user = viewer_in(answer)
        if user:
            return proven(user)
    for _page, soup in shown_by([visit]).pages:
        handle = signed_in_handle(soup)
        if handle:
            proof = f"TikTok's own menu led to the profile of @{handle} as the signed-in person's."
            return Account(handle, proof, url=f"{SITE}/@{handle}")
    return None


def proven(user: Data) -> Account:
    """The account that TikTok's page data name as signed in."""
    handle = text_in(user, "uniqueId")
    return Account(
        handle=handle,
        proof=f"TikTok's own page data named @{handle} as the account that was signed in.",
        id=id_in(user, "uid") or id_in(user),
        name=text_in(user, "nickName", "nickname") or None,
        url=f"{SITE}/@{handle}",
    )


def signed_out(visit: Visit) -> bool:
    """Whether the page shows that nobody was signed in."""
    if viewer(visit):
        return False
    told = any(tells_of_sessions(answer) for answer in answers([visit]))
    return told or any(offers_sign_in(soup) for _page, soup in shown_by([visit]).pages)


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account."""
    found, shown = answers(visits), shown_by(visits)
    media = ChainMap(*[dict(visit.media) for visit in visits])
    whose, gaps = _whose(found, shown, account), GapLog()
    snapshot = Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    if whose is None:
        return replace(snapshot, gaps=(*_stops(found), *_unknown(found, shown)))
    profiles = [one for answer in found for one in profiles_in(answer) if whose.is_(one["user"])]
    heads = [head for head in shown.heads if whose.goes_by(head.handle)]
    posts, images = _posts(found, shown, whose, media, gaps)
    snapshot = replace(
        snapshot,
        owner=_owner(profiles, heads, whose),
        posts=posts,
        connections=connections_of(found, gaps, frozenset(_long_numbers(profiles))),
        settings=_settings(found, whose),
        images=one_each((*_avatar(profiles, heads, media), *images)),
    )
    known = bool(profiles or heads or posts)
    stops = (*_stops(found), *(() if known else _unknown(found, shown)))
    hidden = not posts and _strangers(visits) and any(map(_is_private, profiles))
    snapshot = replace(snapshot, read=(Part.POSTS, Part.IMAGES) if hidden else ())
    snapshot = _measured(snapshot, profiles, _unwatched(found, shown, whose), gaps)
    absent = _absent(snapshot, _strangers(visits)) if profiles or heads else ()
    return replace(snapshot, gaps=(*stops, *snapshot.gaps, *absent))


def _whose(found: Sequence[Answer], shown: Shown, account: Account | None) -> Whose | None:
    """The proven account; without one, whom the pages are about, or whoever was signed in."""
    if account:
        return Whose(account.handle, account.id)
    for profile in (one for answer in found for one in profiles_in(answer)):
        return Whose(text_in(profile["user"], "uniqueId"), id_in(profile["user"]))
    for handle in (*(head.handle for head in shown.heads), *shown.handles):
        return Whose(handle)
    for user in (user for answer in found if (user := viewer_in(answer))):
        return Whose(text_in(user, "uniqueId"), id_in(user, "uid"))
    authors = {_author(item) for answer in found if not are_reposts(answer) for item in items_in(answer)}
    return Whose(authors.pop()) if len(authors) == 1 and "" not in authors else None


def _author(item: Data) -> str:
    author = item["author"]
    return author if isinstance(author, str) else text_in(author, "uniqueId")


def _owner(profiles: Sequence[Data], heads: Sequence[Head], whose: Whose) -> Owner:
    users = [profile["user"] for profile in profiles]
    bios = [user["signature"] for user in users if isinstance(user.get("signature"), str)]
    bios += [head.bio for head in heads if head.bio is not None]
    names = [text_in(user, "nickname", "nickName") for user in users] + [head.name for head in heads]
    links = [text_in(part_of(user, "bioLink"), "link") for user in users] + [
        head.link or "" for head in heads
    ]
    return Owner(
        name=next(filter(None, names), None),
        handle=next((text_in(user, "uniqueId") for user in users), whose.handle),
        bio=bios[0].strip() if bios else None,
        links=tuple(dict.fromkeys(filter(None, links))),
        url=f"{SITE}/@{whose.handle}",
    )


def _long_numbers(profiles: Sequence[Data]) -> Iterator[str]:
    yield from filter(None, (text_in(profile["user"], "secUid") for profile in profiles))


def _avatar(profiles: Sequence[Data], heads: Sequence[Head], media: Mapping[str, str]) -> Iterator[Image]:
    names = ("avatarLarger", "avatarMedium", "avatarThumb")
    addresses = [text_in(profile["user"], name) for profile in profiles for name in names]
    addresses += [address for head in heads if head.avatar for address in head.avatar.addresses]
    kept = tuple(dict.fromkeys(filter(None, addresses)))
    if kept:
        yield Image("avatar", Picture(kept).file(media), ImageRole.AVATAR, url=kept[0])


def _posts(
    found: Sequence[Answer], shown: Shown, whose: Whose, media: Mapping[str, str], gaps: GapLog
) -> tuple[tuple[Post, ...], list[Image]]:
    """What the owner made and passed on, then the comments; data before what the grid shows."""
    items = [item for answer in found for item in items_in(answer) if whose.made(item) or are_reposts(answer)]
    tiles = [tile for tile in shown.tiles if whose.goes_by(tile.handle)]
    remarks = [one for answer in found for one in comments_in(answer)]
    posts = gaps.keep(Part.POSTS, lambda item: post_of(item, whose, media), items)
    posts += tuple(post_of_tile(tile, media) for tile in tiles)
    own = {post.id for post in posts if post.own}
    comments = gaps.keep(Part.COMMENTS, lambda one: comment_of(one, whose), remarks)
    comments = tuple(one for one in comments if one.own or one.parent in own)
    images = [image for item in items for image in images_of(item, whose, media)]
    images += [image for tile in tiles for image in image_of_tile(tile, media)]
    return one_each((*posts, *comments)), images


def _settings(found: Sequence[Answer], whose: Whose) -> tuple[Setting, ...]:
    settings: dict[str, Setting] = {}
    for answer in found:
        for profile in profiles_in(answer):
            if whose.is_(profile["user"]):
                settings |= {one.name: one for one in SETTINGS.settings(profile["user"], answer.at)}
    return tuple(settings.values())


def _unwatched(found: Sequence[Answer], shown: Shown, whose: Whose) -> int:
    """How many own videos there are."""
    videos = {id_in(i) for answer in found for i in items_in(answer) if whose.made(i) and is_video(i)}
    photos = {id_in(i) for answer in found for i in items_in(answer) if whose.made(i)} - videos
    tiles = {tile.id for tile in shown.tiles if whose.goes_by(tile.handle) and not tile.photos}
    return len((videos | tiles) - photos)


def _strangers(visits: Sequence[Visit]) -> bool:
    """Whether only strangers looked."""
    return bool(visits) and all(visit.lens is Lens.PUBLIC for visit in visits)


def _is_private(profile: Data) -> bool:
    """Whether TikTok's data say that this account shows its videos to no stranger."""
    return profile["user"].get("privateAccount") is True


def _stops(found: Sequence[Answer]) -> tuple[Gap, ...]:
    return tuple(Gap(Part.OTHER, refused(code)) for code in dict.fromkeys(refusals(found)))


def _unknown(found: Sequence[Answer], shown: Shown) -> tuple[Gap, ...]:
    """A page of TikTok in which nothing was recognised and that gives no reason."""
    explained = any(True for _code in refusals(found))
    return (Gap(Part.OTHER, UNKNOWN_FORM),) if shown.pages and not explained else ()


def _measured(snapshot: Snapshot, profiles: Sequence[Data], videos: int, gaps: GapLog) -> Snapshot:
    """The parts that were read to their end, by the profile's own count; what is missing is a gap."""
    read = [*snapshot.read, *([Part.BIO, Part.CONTACT] if snapshot.owner.bio is not None else [])]
    own = sum(post.own and post.kind is PostKind.POST for post in snapshot.posts)
    total = max((count for one in profiles if (count := _count(one)) is not None), default=None)
    if total is not None and own >= total:
        read.append(Part.POSTS)
    elif total is not None and Part.POSTS not in read:
        gaps.miss(
            Part.POSTS, f"the profile counts {total} videos and {own} were in what was read", total - own
        )
    if videos:
        gaps.miss(Part.IMAGES, _UNWATCHED, videos)
    return replace(snapshot, read=tuple(dict.fromkeys(read)), gaps=gaps.gaps)


def _absent(snapshot: Snapshot, strangers: bool) -> Iterator[Gap]:
    """What a profile's page does not show, though the account has it."""
    if not snapshot.connections:
        yield Gap(Part.CONNECTIONS, _LISTS_NEED_A_CLICK)
    if not snapshot.has(Part.COMMENTS):
        yield Gap(Part.COMMENTS, _NO_COMMENTS)
    if not strangers:
        yield from SETTINGS.not_seen(snapshot.settings)


def _count(profile: Data) -> int | None:
    """How many videos the profile counts; the exact figure first, which is written as text."""
    for holder in (profile.get("statsV2"), profile.get("stats")):
        found = part_of(holder, "videoCount")
        if isinstance(found, str) and found.isdecimal():
            return int(found)
        if isinstance(found, int) and not isinstance(found, bool):
            return found
    return None
