"""What boards hand their members of themselves: Discourse's archive, NodeBB's and phpBB's downloads.

MyBB, vBulletin and the others have no such download in their own programs; their pages can be saved instead.
"""

from __future__ import annotations

from dataclasses import replace

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.snapshot import Gap, Owner, Snapshot
from selfaudit.model.vocabulary import Door, Part
from selfaudit.platforms.exported import ONLY_ADDRESSES, OTHERS_WORDS, Export, finished, not_told
from selfaudit.platforms.forum import exported_discourse as discourse
from selfaudit.platforms.forum import exported_nodebb as nodebb
from selfaudit.platforms.forum import exported_phpbb as phpbb
from selfaudit.platforms.forum.settings import DISCOURSE, NODEBB
from selfaudit.platforms.untold import nameless

_DISCOURSE, _NODEBB, _PHPBB = "discourse", "nodebb", "phpbb"
_UNNAMED = "the files do not say whose export this is; import the download of your profile too"
_FOLLOWERS = "the export does not say who follows you; please look on the board by hand"
_SETTINGS = "the export tells only some of the switches; please look at the others by hand"
_NO_PICTURES = "pictures that stand in posts are not in this export"


def recognise(archive: Archive) -> str | None:
    """The make of the board."""
    if discourse.posts_table(archive):
        return _DISCOURSE
    if nodebb.posts_table(archive) or nodebb.profile_file(archive) or nodebb.has_uploads(archive):
        return _NODEBB
    return _PHPBB if phpbb.posts_table(archive) or phpbb.account_table(archive) else None


def owner(archive: Archive) -> str | None:
    """The member's name."""
    export = Export(archive)
    match recognise(archive):
        case "discourse":
            return discourse.owner_of(export, discourse.preferences(export)).handle
        case "phpbb":
            return phpbb.owner_of(phpbb.account(export)).handle
        case _:
            return nodebb.owner_of(nodebb.profile(export)).handle


def read(archive: Archive, layout: str, keep: Keep) -> Snapshot:
    """Everything that the export holds of its owner."""
    export = Export(archive, keep)
    reader = {_DISCOURSE: _discourse, _NODEBB: _nodebb}.get(layout, _phpbb)
    snapshot = reader(export)
    gaps = [Gap(Part.COMMENTS, OTHERS_WORDS), Gap(Part.SETTINGS, _SETTINGS)]
    gaps += [] if snapshot.owner.handle else [Gap(Part.OTHER, _UNNAMED)]
    gaps += [] if Part.IMAGES in export.whole else [Gap(Part.IMAGES, _NO_PICTURES)]
    told = replace(snapshot, read=_told(snapshot.owner))
    table = {_DISCOURSE: DISCOURSE, _NODEBB: NODEBB}.get(layout)
    gaps += not_told(table.others(snapshot.settings)) if table else ()
    return finished(told, export, (*gaps, Gap(Part.CONNECTIONS, _FOLLOWERS)))


def _discourse(export: Export) -> Snapshot:
    user = discourse.preferences(export)
    found = discourse.posts_of(export)
    posts = tuple(post for post, _images in found)
    return Snapshot(
        "forum",
        Door.EXPORT,
        owner=discourse.owner_of(export, user),
        posts=posts,
        settings=discourse.settings_of(user),
        images=tuple(image for _post, images in found for image in images),
        site=discourse.site_of(posts),
    )


def _nodebb(export: Export) -> Snapshot:
    value = nodebb.profile(export)
    user = value.get("user") if isinstance(value, dict) else None
    number = str(user.get("uid") or "") if isinstance(user, dict) else ""
    posts, images = nodebb.posts_of(export, number or None)
    return Snapshot(
        "forum",
        Door.EXPORT,
        owner=nodebb.owner_of(value),
        posts=posts,
        connections=tuple(nodebb.people_of(value)),
        settings=nodebb.settings_of(value),
        gaps=tuple(nodebb.untold_of(value)),
        images=(*nodebb.avatar_of(export, value), *images),
    )


def _phpbb(export: Export) -> Snapshot:
    row = phpbb.account(export)
    posts = phpbb.posts_of(export, phpbb.zone_of(row))
    return Snapshot("forum", Door.EXPORT, owner=phpbb.owner_of(row), posts=posts)


def _told(me: Owner) -> tuple[Part, ...]:
    """What the account's own file tells of its owner."""
    return (*((Part.BIO,) if me.bio is not None else ()), *((Part.CONTACT,) if me.handle else ()))


FORUM_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    parts={
        Part.BIO: "yes",
        Part.CONTACT: "yes",
        Part.POSTS: "yes",
        Part.COMMENTS: f"no: {OTHERS_WORDS}",
        Part.IMAGES: f"in part: {ONLY_ADDRESSES}; only NodeBB hands out the files themselves",
        Part.CONNECTIONS: f"in part: {_FOLLOWERS}; {nameless()}",
        Part.SETTINGS: f"in part: {_SETTINGS}",
    },
)
