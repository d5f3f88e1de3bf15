"""Records of a repository, as its server lists them, brought into the shape that apps are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import parse_qs

from selfaudit.platforms.bluesky.addresses import split_at
from selfaudit.platforms.generic.answers import parts_of
from selfaudit.platforms.generic.values import objects, part_of, text_in

Data = dict[str, Any]
POST, PROFILE = "app.bsky.feed.post", "app.bsky.actor.profile"
REPOST, FOLLOW, BLOCK = "app.bsky.feed.repost", "app.bsky.graph.follow", "app.bsky.graph.block"
CHAT, NOTIFICATIONS = "chat.bsky.actor.declaration", "app.bsky.notification.declaration"
RELATIONS = {FOLLOW: "following", BLOCK: "blocked"}
_PICTURES = "https://cdn.bsky.app/img/{size}/plain/{did}/{cid}"
_LIST, _BLOB = "/xrpc/com.atproto.repo.listRecords", "/xrpc/com.atproto.sync.getBlob"
_SIZES = ("feed_fullsize", "avatar", "banner")


def records_in(value: Any, collection: str) -> list[Data]:
    """The records of a repository that are of this kind, each with its address."""
    listed = objects(part_of(value, "records"))
    lone = [value] if isinstance(value, dict) and isinstance(value.get("value"), dict) else []
    return [entry for entry in (*listed, *lone) if part_of(entry, "value", "$type") == collection]


def is_empty_list(url: str, value: Any, collection: str, repo: str) -> bool:
    """Whether a server said that this repository holds nothing of this kind."""
    parts = parts_of(url)
    if parts.path != _LIST or part_of(value, "records") != []:
        return False
    query = parse_qs(parts.query)
    return (query.get("repo"), query.get("collection")) == ([repo], [collection]) and "cursor" not in query


def as_item(entry: Data) -> Data:
    """A post's record as feeds carry it: with addresses of its pictures."""
    uri, record = text_in(entry, "uri"), entry["value"]
    place = split_at(uri)
    shown = [_shown(one, place[0]) for one in _images(record)] if place else []
    return {"post": {"uri": uri, "record": record, "embed": {"images": shown}}}


def as_profile(entry: Data) -> Data:
    """A profile's record with addresses of its pictures."""
    place = split_at(text_in(entry, "uri"))
    record = dict(entry["value"])
    for name in ("avatar", "banner"):
        cid = blob_in(record.pop(name, None))
        if cid and place:
            record[name] = picture_address(name, place[0], cid)
    return record


def blobs_in(value: Any) -> Iterator[str]:
    """The own pictures that the posts and profiles of an answer carry."""
    for entry in records_in(value, POST):
        yield from filter(None, (blob_in(one.get("image")) for one in _images(entry["value"])))
    for entry in records_in(value, PROFILE):
        yield from filter(None, (blob_in(entry["value"].get(name)) for name in ("avatar", "banner")))


def blob_in(value: Any) -> str | None:
    """The name of a stored file, in its present form and in that of the first months."""
    return text_in(part_of(value, "ref"), "$link") or text_in(value, "cid") or None


def picture_address(size: str, did: str, cid: str) -> str:
    """Where apps show a stored picture."""
    return _PICTURES.format(size=size, did=did, cid=cid)


def shown_addresses(media: Mapping[str, str]) -> dict[str, str]:
    """The pictures that a server gave out as they are stored, under the addresses where apps show them."""
    found: dict[str, str] = {}
    for address, file in media.items():
        parts = parts_of(address)
        query = parse_qs(parts.query) if parts.path == _BLOB else {}
        for did, cid in zip(query.get("did", []), query.get("cid", []), strict=False):
            found |= {picture_address(size, did, cid): file for size in _SIZES}
    return found


def people_of(value: Any, repo: str) -> Iterator[tuple[str, Data]]:
    """Whom this repository follows or blocks; of most of them it knows nothing but the id."""
    for collection, relation in RELATIONS.items():
        for entry in records_in(value, collection):
            place, did = split_at(text_in(entry, "uri")), text_in(entry["value"], "subject")
            if place and place[0] == repo and did.startswith("did:"):
                yield relation, {"did": did, "since": entry["value"].get("createdAt")}


def _images(record: Any) -> list[Data]:
    direct, beside = part_of(record, "embed", "images"), part_of(record, "embed", "media", "images")
    return [*objects(direct), *objects(beside)]


def _shown(image: Data, did: str) -> Data:
    cid = blob_in(image.get("image"))
    return {
        "fullsize": picture_address("feed_fullsize", did, cid) if cid else "",
        "alt": text_in(image, "alt"),
    }
