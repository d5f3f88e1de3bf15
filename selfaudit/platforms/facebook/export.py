"""Facebook's export ("Download your information"): recognise, owner, posts, comments, people.

What this rests on: published readers and samples constructed from them, in JSON (the forms of 2018 on and of
2024 on) and as web pages; a published sample confirms the names of files and fields. An export holds no
audience of any post and no privacy setting. Messages, reactions, logins and advertising are never opened.
"""

from __future__ import annotations

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.vocabulary import Door, Part
from selfaudit.platforms.exported import (
    CONNECTED_APPS,
    NO_SWITCHES,
    OTHERS_WORDS,
    Export,
    doubt_of_dates,
    finished,
    not_looked_at,
    not_told,
)
from selfaudit.platforms.facebook.exported_lists import comments_of, people_of
from selfaudit.platforms.facebook.exported_owner import owner_of
from selfaudit.platforms.facebook.exported_posts import posts_of
from selfaudit.platforms.facebook.settings import SWITCHES
from selfaudit.platforms.meta.lone import Unfoldered, holds_lone

_LAYOUTS = {
    "2024": (
        "personal_information/profile_information/profile_information.*",
        "your_facebook_activity/*/*.*",
        "connections/friends/your_friends.*",
    ),
    "2018": (
        "profile_information/profile_information.*",
        "posts/your_posts*.*",
        "friends_and_followers/friends.*",
        "comments_and_reactions/comments.*",
    ),
}
_LONE = {
    "your_posts*.json": ('"timestamp"', '"data"'),
    "your_posts__check_ins*.html": ("<",),
    "your_friends.json": ('"friends_v2"',),
    "friends.json": ('"friends', '"timestamp"'),
    "comments.json": ('"comments_v2"', '"comment"'),
    "group_posts_and_comments.json": ('"group_posts_v2"',),
    "your_comments_in_groups.json": ('"group_comments_v2"',),
    "profile_information.json": ('"profile_v2"',),
    "profile_information.html": ("_a6-g",),
    "your_friends.html": ("_a6-g",),
    "comments.html": ("_a6-g",),
}
"""Single files of an export: how they are called, and what each begins with."""
_LEFT = {
    "posts/posts_you_re_tagged_in": (
        Part.POSTS,
        "posts that others tagged you in are not looked at",
    ),
    "posts/other_people_s_posts_to_your_timeline": (
        Part.POSTS,
        "what others wrote on your profile is not looked at",
    ),
    "posts/archive": (Part.OTHER, "posts in your archive, which only you see, are not looked at"),
    "posts/trash": (Part.OTHER, "posts in your trash, which only you see, are not looked at"),
    "apps_and_websites*/*apps_and_websites": (Part.OTHER, CONNECTED_APPS),
}
_UNREAD = {f"{name}.{ending}": why for name, why in _LEFT.items() for ending in ("json", "html")}
_ONLY_MEDIA = ("your_facebook_activity/posts/media/*/*",)
_NO_BIO = "Facebook's export does not hold the line of introduction on your profile"
_UNNAMED = "none of the files says whose export this is"


def recognise(archive: Archive) -> str | None:
    """The generation of an export, told by the names of its files."""
    for layout, marks in _LAYOUTS.items():
        if archive.find(*marks):
            return layout
    return "2024" if archive.find(*_ONLY_MEDIA) or holds_lone(archive, _LONE) else None


def owner(archive: Archive) -> str | None:
    """The name: it is always there, and the handle is not."""
    return owner_of(Export(Unfoldered(archive))).name


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner."""
    export = Export(Unfoldered(archive), keep)
    me = owner_of(export)
    posts, images = posts_of(export, me.name)
    snapshot = Snapshot(
        "facebook",
        Door.EXPORT,
        owner=me,
        posts=(*posts, *comments_of(export, me.name)),
        connections=people_of(export),
        images=images,
        site="https://www.facebook.com",
    )
    gaps = [Gap(Part.BIO, _NO_BIO), *export.own_comments(), *not_told(SWITCHES.unread(()))]
    gaps += not_looked_at(archive, _UNREAD)
    gaps += [] if me.name else [Gap(Part.CONTACT, _UNNAMED)]
    return finished(snapshot, export, gaps)


FACEBOOK_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    doubt=doubt_of_dates("Facebook"),
    parts={
        Part.BIO: f"no: {_NO_BIO}",
        Part.CONTACT: "yes",
        Part.POSTS: "yes",
        Part.COMMENTS: f"in part: {OTHERS_WORDS}",
        Part.IMAGES: "yes",
        Part.CONNECTIONS: "yes",
        Part.SETTINGS: f"no: {NO_SWITCHES}",
    },
)
