"""TikTok's export ("Download your data", as JSON): recognise, owner, posts, comments, people, switches.

What this rests on: a published demo in the ten sections of 2026, without posts of its own; the posts, the
people and the older names of the sections follow published readers and a sample constructed from them. The
one file holds everything; messages, searches, likes, purchases and advertising in it are never looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.snapshot import Connection, Gap, Image, Owner, Post, Snapshot
from selfaudit.model.vocabulary import Audience, Door, ImageRole, Part, PostKind
from selfaudit.platforms.exported import (
    ONLY_ADDRESSES,
    OTHERS_WORDS,
    UNKNOWN_COMMENT,
    UNKNOWN_PERSON,
    UNKNOWN_POST,
    Export,
    doubt_of_dates,
    fields,
    finished,
    mark_of,
    stamp,
    words_elsewhere,
)
from selfaudit.platforms.generic.times import moment_in_utc
from selfaudit.platforms.generic.values import number_in
from selfaudit.platforms.reading import ItemUnreadable
from selfaudit.platforms.tiktok.exported_sections import (
    BLOCKED,
    COMMENTS,
    FOLLOWERS,
    FOLLOWING,
    POSTS,
    PROFILE,
    REPOSTS,
    SETTINGS_MAP,
    STORY,
    Sections,
    files_in,
    folded,
    is_nothing,
    is_tiktoks,
    profile_in,
    said,
    spelled,
)
from selfaudit.platforms.tiktok.exported_switches import gaps_of, settings_of
from selfaudit.platforms.tiktok.posts import SITE
from selfaudit.platforms.told import told_in
from selfaudit.platforms.untold import nameless

_LAYOUT = "sections"
_NUMBER = re.compile(r"/(?:video|photo|v)/(\d+)")
_AUDIENCES = {
    "public": Audience.PUBLIC,
    "everyone": Audience.PUBLIC,
    "friends": Audience.FRIENDS,
    "followers": Audience.FRIENDS,
    "onlyme": Audience.PRIVATE,
    "onlyyou": Audience.PRIVATE,
    "private": Audience.PRIVATE,
    "self": Audience.PRIVATE,
}
_PEOPLE = ((FOLLOWERS, "follower"), (FOLLOWING, "following"), (BLOCKED, "blocked"))
_COUNTS = (
    (FOLLOWERS, "followerCount", "followers"),
    (FOLLOWING, "followingCount", "accounts that you follow"),
)
_ALWAYS = ((Part.BIO, "bioDescription"), (Part.CONTACT, "emailAddress"))
_FEWER = "{} that TikTok counts but does not list in the export; look through that list in TikTok's app"
_REPOSTED = "what you reposted: the export holds the address, not the words"
_STORIES = "stories in a form that this version does not know"
_VIDEOS = "the videos themselves: the export holds their titles, and what they show is not looked at"
_UNNAMED = "the export does not hold the profile; when you ask TikTok for your data, tick all of it"
_KNOWN_FIELDS = fields(
    "date link likes title text coverimage alternatetext whocanview allowcomments allowstitches allowduets",
    "allowstickers allowsharingtostory contentdisclosure aigeneratedcontent sound location addyourstext",
    "music",
)


def recognise(archive: Archive) -> str | None:
    """Whether one of the files is TikTok's, told by its sections."""
    return _LAYOUT if any(is_tiktoks(archive, name) for name in files_in(archive)) else None


def owner(archive: Archive) -> str | None:
    """The handle."""
    return said(profile_in(archive), "userName") or None


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner."""
    export = Export(archive, keep)
    sections = Sections(export, {POSTS: _post, REPOSTS: _repost, COMMENTS: _comment})
    profile, switched = sections.map(PROFILE), sections.map(SETTINGS_MAP)
    switches = tuple(settings_of(switched))
    always = {part: (spelled(profile, name),) for part, name in _ALWAYS}
    told, untold = told_in(profile, always, _UNNAMED)
    private = next((one.value == one.highest for one in switches if one.name == "private_account"), None)
    snapshot = Snapshot(
        "tiktok",
        Door.EXPORT,
        owner=_owner(profile),
        posts=(*_posts(export, sections, private=private), *_comments(sections)),
        connections=tuple(_people(export, sections, profile)),
        settings=switches,
        images=(*_avatar(profile), *_covers(sections)),
        site=SITE,
        read=told,
    )
    gaps = [*untold, *export.own_comments(), Gap(Part.IMAGES, _VIDEOS), *gaps_of(switches)]
    return finished(snapshot, export, gaps)


def _owner(profile: dict[str, Any]) -> Owner:
    handle, email = said(profile, "userName").lstrip("@"), said(profile, "emailAddress")
    phone = said(profile, "telephoneNumber")
    links = (said(profile, name) for name in ("instagramLink", "youtubeLink", "lemon8Link"))
    return Owner(
        name=said(profile, "displayName") or None,
        handle=handle or None,
        bio=said(profile, "bioDescription") if profile else None,
        emails=(email,) if email else (),
        phones=(phone,) if phone else (),
        links=tuple(filter(None, links)),
        url=f"{SITE}/@{handle}" if handle else None,
    )


def _avatar(profile: dict[str, Any]) -> Iterator[Image]:
    address = said(profile, "profilePhoto")
    if address:
        yield Image(str(ImageRole.AVATAR), None, ImageRole.AVATAR, url=address)


def _covers(sections: Sections) -> Iterator[Image]:
    return (cover for _post, cover in sections.listed(POSTS) if cover)


def _posts(export: Export, sections: Sections, *, private: bool | None) -> Iterator[Post]:
    sections.note(Part.POSTS, (POSTS,))
    yield from (_seen_by(post, private=private) for post, _cover in sections.listed(POSTS))
    reposts = sections.listed(REPOSTS)
    if reposts:
        export.fell_short(Part.POSTS, _REPOSTED, len(reposts))
    yield from reposts
    if any(not is_nothing(held) and held not in ({}, []) for held in sections.within(STORY)):
        export.fell_short(Part.POSTS, _STORIES)


def _post(item: Any) -> tuple[Post, Image | None]:
    """A post with its cover; whether the account is private stands further down in the file."""
    link, time, text = said(item, "Link"), _time(item), said(item, "Title", "Text")
    renamed = not text and words_elsewhere(item, _KNOWN_FIELDS)
    if renamed or (not link and time is None):
        raise ItemUnreadable(UNKNOWN_POST)
    key, address = _key(link, time, text), said(item, "CoverImage")
    audience = _AUDIENCES.get(folded(said(item, "WhoCanView", "Who can view")), Audience.UNKNOWN)
    post = Post(key, text, time=time, audience=audience, url=link or None)
    if not address:
        return post, None
    return post, Image(f"{key}:cover", post=key, url=address, caption=said(item, "AlternateText") or None)


def _seen_by(post: Post, *, private: bool | None) -> Post:
    """The post, marked where it is; with a private account, "everyone" are the followers."""
    if post.audience is Audience.PUBLIC and private is not False:
        object.__setattr__(post, "audience", Audience.FRIENDS if private else Audience.UNKNOWN)
    return post


def _repost(item: Any) -> Post:
    link, time = said(item, "Link"), _time(item)
    if not link:
        raise ItemUnreadable(UNKNOWN_POST)
    key = f"repost-{_key(link, time, '')}"
    return Post(key, kind=PostKind.REPOST, own=False, time=time, url=link)


def _key(link: str, time: datetime | None, text: str) -> str:
    found = _NUMBER.search(link)
    if found:
        return found[1]
    mark = mark_of(link, text)
    return f"{stamp(time)}-{mark}" if time else mark


def _time(item: Any) -> datetime | None:
    """UTC, written out or not."""
    return moment_in_utc(said(item, "Date").removesuffix("UTC").rstrip())


def _comments(sections: Sections) -> list[Post]:
    sections.note(Part.COMMENTS, (COMMENTS,))
    return sections.listed(COMMENTS)


def _comment(item: Any) -> Post:
    text, time = said(item, "comment"), _time(item)
    if not text and (time is None or spelled(item, "comment") not in item):
        raise ItemUnreadable(UNKNOWN_COMMENT)
    link = said(item, "originalPostUrl", "original post link")
    return Post(f"comment-{_key('', time, text)}", text, PostKind.COMMENT, time=time, url=link or None)


def _people(export: Export, sections: Sections, profile: dict[str, Any]) -> Iterator[Connection]:
    sections.note(Part.CONNECTIONS, (FOLLOWERS, FOLLOWING))
    for section, relation in _PEOPLE:
        raws = sections.listed(section)
        yield from export.keep(Part.CONNECTIONS, partial(_person, relation=relation), raws)
    for section, name, words in _COUNTS:
        stated = number_in(profile, spelled(profile, name)) or 0
        missing = stated - len(sections.listed(section))
        if missing > 0:
            export.fell_short(Part.CONNECTIONS, _FEWER.format(words), missing)


def _person(item: Any, relation: str) -> Connection:
    handle = said(item, "UserName").lstrip("@")
    if not handle:
        raise ItemUnreadable(UNKNOWN_PERSON)
    since = _time(item)
    return Connection(handle.casefold(), None, handle, relation, since, url=f"{SITE}/@{handle}")


TIKTOK_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    doubt=doubt_of_dates("TikTok"),
    parts={
        Part.BIO: "yes",
        Part.CONTACT: "yes",
        Part.POSTS: "yes",
        Part.COMMENTS: f"in part: {OTHERS_WORDS}",
        Part.IMAGES: f"in part: {ONLY_ADDRESSES}; the videos themselves are not looked at",
        Part.CONNECTIONS: f"in part: {nameless()}",
        Part.SETTINGS: "in part: the export tells some of the switches only",
    },
)
