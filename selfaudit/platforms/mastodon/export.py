"""Mastodon's archive ("Request your archive"): recognise, owner, posts, people, switches.

What this rests on: the outbox and actor files are published fixtures of two servers; the lists of people
(``following_accounts.csv`` and its like, each a download of its own) follow Mastodon's own documentation.
Direct posts are private messages: they are counted, and never read. Other posts are brought into the shape of
Mastodon's data answers, whose reader does the rest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from selfaudit.model.export import Archive, ExportReader, Keep
from selfaudit.model.snapshot import Connection, Fact, Gap, Image, Owner, Post, Snapshot
from selfaudit.model.vocabulary import Door, ImageRole, Part, PostKind
from selfaudit.platforms.exported import OTHERS_WORDS, UNKNOWN_POST, Export, finished, not_told
from selfaudit.platforms.generic.markup import links_in, written_text
from selfaudit.platforms.generic.tables import start_of
from selfaudit.platforms.generic.times import moment_in_utc
from selfaudit.platforms.generic.values import objects, part_of, root_of, text_in
from selfaudit.platforms.mastodon.posts import AUDIENCES, Whose, images_of, post_of
from selfaudit.platforms.mastodon.settings import SWITCHES, settings_of
from selfaudit.platforms.reading import ItemUnreadable, soup_of
from selfaudit.platforms.told import told_in
from selfaudit.platforms.untold import nameless

_LAYOUT = "outbox"
_PUBLIC = frozenset({"https://www.w3.org/ns/activitystreams#Public", "as:Public", "Public"})
_STATUS = re.compile(r"/(?:statuses|notes|objects)/([\w-]+)(?:/activity)?$")
_LISTS = {"following_accounts": "following", "blocked_accounts": "blocked", "muted_accounts": "muted"}
_COLLECTIONS = ("outbox.json", "likes.json", "bookmarks.json")
"""The last two hold the addresses of what others wrote: they belong to the archive; nothing needs them."""
_ME = "me"
_NO_FOLLOWERS = (
    "Mastodon's archive does not say who follows you; save the page with your followers and import it as well"
)
_NO_LIST = (
    "whom you follow is not in the archive itself but in a list of its own: in Import and export, "
    "download the list “Follows”, and import it together with the archive"
)
_BOOSTED = "what you boosted: the archive holds the address, not the text"
_DIRECT = "direct posts to a few people, which are private messages and are not read"
_ALWAYS = {Part.BIO: ("summary",), Part.CONTACT: ("attachment",)}
_COUNTED = re.compile(r'"totalItems"\s*:\s*(\d{1,9})\b')
_FEWER = "posts that the archive counts and does not hold"
_UNNAMED = "the archive's actor.json, which says whose it is, is missing"
_OTHER_SWITCHES = (
    "the archive tells who may follow you, and whether you are suggested and searched for, but no other"
    " setting"
)
_SWITCHED = (("locked", "manuallyApprovesFollowers"), ("discoverable",) * 2, ("indexable",) * 2)


def recognise(archive: Archive) -> str | None:
    """Whether this is a Mastodon archive, or one of the lists that come beside it."""
    marks = (*((name, "OrderedCollection") for name in _COLLECTIONS), ("actor.json", "preferredUsername"))
    if any(mark in start_of(archive, name) for ending, mark in marks for name in archive.find(ending)):
        return _LAYOUT
    listed = archive.find("following_accounts.csv")
    return _LAYOUT if listed and start_of(archive, listed[0]).startswith("Account address") else None


def owner(archive: Archive) -> str | None:
    """The account's address, as its actor or its first post tells it."""
    export = Export(archive)
    actor = _actor(export)
    named = text_in(actor, "id") or text_in(actor, "preferredUsername")
    if named:
        return named
    first = next(export.items(Part.POSTS, archive.find("outbox.json"), "orderedItems"), None)
    return text_in(first, "actor") or None


def read(archive: Archive, _layout: str, keep: Keep) -> Snapshot:
    """Everything that the archive holds of its owner."""
    export = Export(archive, keep)
    actor = _actor(export)
    whose = Whose(_ME, text_in(actor, "preferredUsername"))
    site = root_of(text_in(actor, "url") or text_in(actor, "id"))
    posts, images = _posts(export, actor, whose)
    switches = tuple(settings_of(_switched(actor), site))
    told, untold = told_in(actor, _ALWAYS, _UNNAMED)
    snapshot = Snapshot(
        "mastodon",
        Door.EXPORT,
        owner=_owner(actor),
        posts=posts,
        connections=tuple(_people(export)),
        settings=switches,
        images=(*_profile_pictures(export, actor), *images),
        site=site,
        read=told,
    )
    gaps = [*untold, Gap(Part.COMMENTS, OTHERS_WORDS), Gap(Part.CONNECTIONS, _NO_FOLLOWERS)]
    gaps += not_told(SWITCHES.unread(switches))
    gaps += [] if archive.find("following_accounts.csv") else [Gap(Part.CONNECTIONS, _NO_LIST)]
    return finished(snapshot, export, gaps)


def _actor(export: Export) -> Any:
    found = export.first(Part.BIO, "actor.json")
    return found if isinstance(found, dict) else None


def _owner(actor: Any) -> Owner:
    summary = part_of(actor, "summary")
    bio = soup_of(summary) if isinstance(summary, str) else None
    url = text_in(actor, "url") or None
    fields = [
        (text_in(entry, "name"), soup_of(text_in(entry, "value")))
        for entry in objects(part_of(actor, "attachment"))
        if text_in(entry, "value")
    ]
    links = [link for tree in (bio, *(tree for _, tree in fields)) for link in links_in(tree, url or "")]
    return Owner(
        name=text_in(actor, "name") or None,
        handle=text_in(actor, "preferredUsername") or None,
        bio=written_text(bio) if bio is not None else None,
        links=tuple(dict.fromkeys(links)),
        facts=tuple(Fact(name, written_text(tree)) for name, tree in fields),
        url=url,
    )


def _profile_pictures(export: Export, actor: Any) -> Iterator[Image]:
    for name, role in (("icon", ImageRole.AVATAR), ("image", ImageRole.BANNER)):
        address = text_in(part_of(actor, name), "url")
        if address:
            yield Image(str(role), export.picture(address.lstrip("/")), role)


def _switched(actor: Any) -> dict[str, Any]:
    """The switches that the actor tells of, under the names that data answers give them."""
    return {name: actor[key] for name, key in _SWITCHED if isinstance(actor, dict) and key in actor}


def _posts(export: Export, actor: Any, whose: Whose) -> tuple[tuple[Post, ...], tuple[Image, ...]]:
    images: list[Image] = []

    def parsed(activity: Any) -> Post:
        if text_in(activity, "type") == "Announce":
            return _boost(activity)
        status, media = _status(activity, actor, whose), _media(activity, export)
        images.extend(images_of(status, whose, media))
        return post_of(status, whose, media)

    names = export.find(Part.POSTS, "outbox.json")
    posts = export.keep(Part.POSTS, parsed, _shown(export, _activities(export, names)))
    boosts = sum(post.kind is PostKind.REPOST for post in posts)
    if boosts:
        export.fell_short(Part.POSTS, _BOOSTED, boosts)
    if Part.POSTS in export.whole:
        export.note(names, Part.IMAGES)
    return posts, tuple(images)


def _activities(export: Export, names: Iterable[str]) -> Iterator[Any]:
    """Everything in the outbox; fewer than it counts itself is a gap, more is not: such archives exist."""
    for name in names:
        held = 0
        for activity in export.items(Part.POSTS, [name], "orderedItems"):
            held += 1
            yield activity
        stated = _COUNTED.search(start_of(export.archive, name).partition('"orderedItems"')[0])
        missing = int(stated[1]) - held if stated else 0
        if missing > 0:
            export.fell_short(Part.POSTS, _FEWER, missing)


def _shown(export: Export, activities: Iterable[Any]) -> Iterator[Any]:
    """The posts among them; those to a few people alone are private messages, and only counted."""
    for activity in filter(_is_post, activities):
        note = part_of(activity, "object")
        holder = note if isinstance(note, dict) and "to" in note else activity
        if isinstance(note, dict) and holder.get("to") and _visibility(holder) == "direct":
            export.fell_short(Part.OTHER, _DIRECT)
        else:
            yield activity


def _is_post(activity: Any) -> bool:
    """An archive may hold other activities too (an actor's move); what is no activity at all is counted."""
    return text_in(activity, "type") in {"Create", "Announce", ""}


def _boost(activity: Any) -> Post:
    shown = activity.get("object")
    url = shown if isinstance(shown, str) else text_in(shown, "id")
    key = _key(text_in(activity, "id"))
    if not url or not key:
        raise ItemUnreadable(UNKNOWN_POST)
    time = moment_in_utc(activity.get("published"))
    return Post(
        key, kind=PostKind.REPOST, own=False, time=time, audience=AUDIENCES[_visibility(activity)], url=url
    )


def _status(activity: Any, actor: Any, whose: Whose) -> dict[str, Any]:
    """The post as Mastodon's data answers would carry it."""
    note = part_of(activity, "object")
    key = _key(text_in(note, "id"))
    if not key or not isinstance(note.get("content"), str):
        raise ItemUnreadable(UNKNOWN_POST)
    visibility = _visibility(note if "to" in note else activity)
    if visibility == "direct":  # to nobody: whom it was meant for is not known
        raise ItemUnreadable(UNKNOWN_POST)
    answered, own = text_in(note, "inReplyTo"), text_in(actor, "id")
    to_self = bool(own) and answered.startswith((f"{own}/", f"{text_in(actor, 'url')}/"))
    return {
        "id": key,
        "account": {"acct": whose.acct, "id": _ME},
        "content": note["content"],
        "spoiler_text": text_in(note, "summary"),
        "created_at": text_in(note, "published") or text_in(activity, "published"),
        "visibility": visibility,
        "url": text_in(note, "url") or text_in(note, "id"),
        "in_reply_to_id": _key(answered) if answered else None,
        "in_reply_to_account_id": (_ME if to_self else "other") if answered else None,
        "media_attachments": [
            {"url": text_in(one, "url"), "type": "image", "description": text_in(one, "name")}
            for one in objects(note.get("attachment"))
            if text_in(one, "mediaType").startswith("image/")
        ],
        "poll": {"options": [{"title": text_in(one, "name")} for one in _choices(note)]},
    }


def _choices(note: dict[str, Any]) -> list[dict[str, Any]]:
    return [*objects(note.get("oneOf")), *objects(note.get("anyOf"))]


def _key(address: str) -> str | None:
    """The number of a post, as its address ends in it."""
    found = _STATUS.search(address)
    return found[1] if found else address or None


def _visibility(holder: Any) -> str:
    to, copied = _addresses(holder, "to"), _addresses(holder, "cc")
    if to & _PUBLIC:
        return "public"
    if copied & _PUBLIC:
        return "unlisted"
    return "private" if any(one.endswith("/followers") for one in to | copied) else "direct"


def _addresses(holder: Any, name: str) -> frozenset[str]:
    value = part_of(holder, name)
    listed = value if isinstance(value, list) else [value]
    return frozenset(one for one in listed if isinstance(one, str))


def _media(activity: Any, export: Export) -> dict[str, str]:
    kept: dict[str, str] = {}
    for one in objects(part_of(activity, "object", "attachment")):
        address = text_in(one, "url")
        if address and text_in(one, "mediaType").startswith("image/"):
            file = export.picture(address.lstrip("/"), address[max(address.find("media_attachments/"), 0) :])
            kept |= {address: file} if file else {}
    return kept


def _people(export: Export) -> Iterator[Connection]:
    for name, relation in _LISTS.items():
        for file in export.find(Part.CONNECTIONS, f"{name}.csv"):
            for address in _listed(export, file):
                yield Connection(address.casefold(), handle=address, relation=relation)


def _listed(export: Export, file: str) -> Iterator[str]:
    """The addresses in the first column; some of these lists have a heading and some have none."""
    for line in export.text(Part.CONNECTIONS, file).splitlines():
        address = line.split(",", 1)[0].strip().strip('"').lstrip("@")
        if "@" in address:
            yield address


MASTODON_EXPORT = ExportReader(
    recognise=recognise,
    owner=owner,
    read=read,
    parts={
        Part.BIO: "yes",
        Part.CONTACT: "yes",
        Part.POSTS: "yes",
        Part.COMMENTS: f"no: {OTHERS_WORDS}",
        Part.IMAGES: "yes",
        Part.CONNECTIONS: f"in part: {_NO_FOLLOWERS}; {nameless()}",
        Part.SETTINGS: f"in part: {_OTHER_SWITCHES}",
    },
)
