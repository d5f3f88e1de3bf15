"""Instagram's export ("Download your information"): recognise, owner, posts, comments, people, switches.

What this rests on: the form up to 2020 (a purpose-made account's real export); those of 2021, of 2022 and of
2024 on, in JSON and as web pages, on published readers and on samples constructed from them. Messages,
likes, logins and advertising are never opened.
"""

from __future__ import annotations

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.vocabulary import Door, Part
from selfaudit.platforms.exported import (
    CONNECTED_APPS,
    OTHERS_WORDS,
    Export,
    doubt_of_dates,
    finished,
    not_looked_at,
    not_told,
)
from selfaudit.platforms.instagram.addresses import SITE
from selfaudit.platforms.instagram.exported_lists import comments_of, people_of
from selfaudit.platforms.instagram.exported_owner import profile_of
from selfaudit.platforms.instagram.exported_posts import posts_of
from selfaudit.platforms.instagram.settings import SWITCHES
from selfaudit.platforms.meta.labelled import audience_of
from selfaudit.platforms.meta.lone import Unfoldered, holds_lone
from selfaudit.platforms.untold import nameless

_OLD, _NEW = "2020", "2021"
_MARKS = (
    "account_information/personal_information.*",
    "personal_information/personal_information.*",
    "personal_information/personal_information/personal_information.*",
    "followers_and_following/followers*.*",
    "followers_and_following/following.*",
    "your_instagram_activity/content/*.*",
    "your_instagram_activity/media/*.*",
    "content/posts_*.*",
)
_ONLY_MEDIA = ("media/posts/*/*", "media/stories/*/*", "media/reels/*/*")
_LONE = {
    "posts_*.json": ('"media"', '"creation_timestamp"'),
    "posts.json": ('"label_values"', '"timestamp"'),
    "reels.json": ('"ig_reels_media"',),
    "stories.json": ('"ig_stories"',),
    "post_comments*.json": ('"string_map_data"',),
    "reels_comments*.json": ('"comments_reels_comments"',),
    "followers*.json": ('"string_list_data"',),
    "following*.json": ('"relationships_following"',),
    "personal_information.json": ('"profile_user"',),
    "personal_information.html": ("_a6-g",),
    "posts_*.html": ("_a6-g",),
    "post_comments*.html": ("_a6-g",),
    "followers*.html": ("_a6-g",),
    "following*.html": ("_a6-g",),
}
"""Single files of an export: how they are called, and what each begins with."""
_UNREAD = {
    f"{folder}/*apps*.{ending}": (Part.OTHER, CONNECTED_APPS)
    for folder in ("apps_and_websites", "apps_and_websites_off_of_instagram")
    for ending in ("json", "html")
}
_UNNAMED = "none of the files says whose export this is, in words that this version knows"
_NO_BIO = "the export does not hold the text of the profile, or in words that this version does not know"


def recognise(archive: Archive) -> str | None:
    """The form of an export, told by the names of its files."""
    if archive.find("profile.json") and archive.find("connections.json", "media.json"):
        return _OLD
    known = archive.find(*_MARKS) or archive.find(*_ONLY_MEDIA)
    return _NEW if known or holds_lone(archive, _LONE) else None


def owner(archive: Archive) -> str | None:
    """The handle."""
    return profile_of(Export(Unfoldered(archive))).owner.handle


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner."""
    export = Export(Unfoldered(archive), keep)
    profile = profile_of(export)
    posts, images = posts_of(export, audience_of(private=profile.private))
    comments = comments_of(export)
    switches = tuple(profile.switches)
    snapshot = Snapshot(
        "instagram",
        Door.EXPORT,
        owner=profile.owner,
        posts=(*posts, *comments),
        connections=people_of(export),
        settings=switches,
        images=(*profile.images, *images),
        site=SITE,
    )
    gaps = [*export.own_comments(), *not_told(SWITCHES.unread(switches))]
    gaps += not_looked_at(archive, _UNREAD)
    gaps += [] if profile.owner.handle else [Gap(Part.CONTACT, _UNNAMED)]
    gaps += [] if profile.owner.bio is not None else [Gap(Part.BIO, _NO_BIO)]
    return finished(snapshot, export, gaps)


INSTAGRAM_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    doubt=doubt_of_dates("Instagram"),
    parts={
        Part.BIO: "yes",
        Part.CONTACT: "yes",
        Part.POSTS: "yes",
        Part.COMMENTS: f"in part: {OTHERS_WORDS}",
        Part.IMAGES: "yes",
        Part.CONNECTIONS: f"in part: {nameless()}",
        Part.SETTINGS: "in part: the export tells whether the account is private, and little else",
    },
)
