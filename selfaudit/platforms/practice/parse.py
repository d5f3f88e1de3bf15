"""Reads all that one lens saw of a Rookery profile. Pure and total: what cannot be read becomes a gap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import Any

from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Lens, Part, PostKind
from selfaudit.platforms.generic.values import id_in, number_in, objects, part_of, text_in
from selfaudit.platforms.merging import merge, through
from selfaudit.platforms.practice.items import Reader
from selfaudit.platforms.practice.sheets import Sheet, is_rookery, sheets_in, sheets_of
from selfaudit.platforms.reading import GapLog

PLATFORM_ID = "practice"
ELSEWHERE = "the profile has more than these pages show"
UNREADABLE = "a page of the site could not be read"
MORE_COMMENTS = "not every comment beneath the posts was shown"
WALL = "the site asks for a sign-in before it shows more"


def recognise(visit: Visit) -> bool:
    """Whether this visit is of Rookery."""
    return any(is_rookery(document) for document in visit.documents) or any(True for _ in sheets_of([visit]))


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """One lens on one profile. Pages of anybody else's profile are left alone."""
    sheets = tuple(sheets_of(visits))
    handle = account.handle if account else next((sheet.person for sheet in sheets if sheet.person), None)
    mine = tuple(sheet for sheet in sheets if sheet.person in (None, handle))
    media = {address: file for visit in visits for address, file in visit.media.items()}
    log = GapLog()
    read = [_read(sheet, Reader(sheet.url, handle, media), log) for sheet in mine]
    whole = _together(read)
    gaps = (*log.gaps, *_unreadable(visits), *_missing(whole, mine, saved=_saved(visits)))
    lens = visits[0].lens if visits else None
    ended = () if lens is Lens.PUBLIC else _ended(whole, mine)
    return through(lens, replace(whole, gaps=gaps, read=ended))


def _read(sheet: Sheet, reader: Reader, log: GapLog) -> Snapshot:
    """Everything that one sheet tells."""
    posts, photos = sheet.items("posts"), sheet.items("photos")
    remarks = [*sheet.items("comments"), *_remarks_beneath(posts)]
    pictured = [post for post in posts if part_of(post, "photo") is not None]
    captioned = [photo for photo in photos if part_of(photo, "caption") is not None]
    person = sheet.data.get("person")
    images = log.keep(Part.IMAGES, reader.photo, photos)
    images += log.keep(Part.IMAGES, reader.photo_of_post, pictured)
    return _alone(
        Snapshot(
            PLATFORM_ID,
            owner=reader.owner(person),
            posts=log.keep(Part.POSTS, reader.post, posts)
            + log.keep(Part.COMMENTS, reader.comment, remarks)
            + log.keep(Part.POSTS, reader.caption, captioned),
            connections=log.keep(Part.CONNECTIONS, reader.connection, sheet.items("friends")),
            settings=log.keep(Part.SETTINGS, reader.setting, sheet.items("settings")),
            images=(*reader.profile_pictures(person), *images),
        )
    )


def _together(read: Sequence[Snapshot]) -> Snapshot:
    """All of them as one: neighbours first, so that a long list is not copied anew for each of its pages."""
    while len(read) > 1:
        read = [reduce(merge, read[place : place + 2]) for place in range(0, len(read), 2)]
    return read[0] if read else Snapshot(PLATFORM_ID)


def _alone(snapshot: Snapshot) -> Snapshot:
    """The same with each item once, were a page to name one twice."""
    return merge(Snapshot(PLATFORM_ID), snapshot)


def _remarks_beneath(posts: list[Any]) -> Iterator[Any]:
    for post in posts:
        beneath = part_of(post, "comments")
        yield from beneath if isinstance(beneath, list) else []


def _unreadable(visits: Sequence[Visit]) -> Iterator[Gap]:
    """Pages of the site without their data: cut short, or of a make that this reader does not know."""
    for visit in visits:
        for document in visit.documents:
            if is_rookery(document) and not any(sheets_in(document)):
                yield Gap(visit.part or Part.OTHER, UNREADABLE)


def _missing(whole: Snapshot, sheets: Sequence[Sheet], *, saved: bool) -> Iterator[Gap]:
    """What the site itself counts and these pages do not hold; the live door tells of the lists by itself."""
    beneath = Counter(post.parent for post in whole.posts if post.kind is PostKind.COMMENT)
    unseen = sum(max(0, count - beneath[name]) for name, count in _comment_counts(sheets).items())
    if unseen:
        yield Gap(Part.COMMENTS, MORE_COMMENTS, unseen)
    if not saved:
        return
    posts = sum(post.kind is PostKind.POST for post in whole.posts)
    for part, name, have in (
        (Part.POSTS, "post_count", posts),
        (Part.CONNECTIONS, "friend_count", len(whole.connections)),
    ):
        said = max((number_in(sheet.data, name) or 0 for sheet in sheets), default=0)
        if said > have:
            yield Gap(part, ELSEWHERE, said - have)
    if any(text_in(sheet.data, "error") == "login_required" for sheet in sheets):
        yield Gap(Part.POSTS, WALL)


def _comment_counts(sheets: Sequence[Sheet]) -> Mapping[str, int]:
    """How many comments the site says are beneath each post."""
    counts: dict[str, int] = {}
    for sheet in sheets:
        for post in objects(sheet.data.get("posts")):
            name, count = id_in(post), number_in(post, "comment_count")
            if name and count is not None:
                counts[name] = max(count, counts.get(name, 0))
    return counts


def _ended(whole: Snapshot, sheets: Sequence[Sheet]) -> tuple[Part, ...]:
    """The parts that were read to their end, as the site itself says."""
    ended = [Part.BIO, Part.CONTACT] if whole.owner.bio is not None else []
    for name, part in (("posts", Part.POSTS), ("friends", Part.CONNECTIONS)):
        if any(name in sheet.data and "next" in sheet.data and not sheet.data["next"] for sheet in sheets):
            ended.append(part)
    for name, part in (("photos", Part.IMAGES), ("settings", Part.SETTINGS)):
        if any(name in sheet.data for sheet in sheets):
            ended.append(part)
    return tuple(ended)


def _saved(visits: Sequence[Visit]) -> bool:
    """Whether these are saved pages: a walk always says what it came for."""
    return all(visit.part is None for visit in visits)
