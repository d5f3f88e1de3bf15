"""Bluesky's repository: records in a tree of one root and many leaves, as a CAR file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import libipld

from benchmarks.exports.words import Words

_ID = bytes((0x01, 0x71, 0x12, 0x20))
_LEAF = 32
_SEVEN = 0x7F
_KEY = "234567abcdefghijklmnopqrstuvwxyz"


class Blocks:
    """The blocks of a file in the making."""

    def __init__(self) -> None:
        self.pieces: list[bytes] = []

    def put(self, value: Any) -> bytes:
        """Add a block; its id."""
        data = libipld.encode_dag_cbor(value)
        identity = _ID + hashlib.sha256(data).digest()
        self.pieces += (_number(len(identity) + len(data)), identity, data)
        return identity


def _number(value: int) -> bytes:
    made = bytearray()
    while value > _SEVEN:
        made.append(value & _SEVEN | 0x80)
        value >>= 7
    return bytes((*made, value))


def _key(number: int) -> str:
    signs = []
    for _each in range(13):
        number, rest = divmod(number, len(_KEY))
        signs.append(_KEY[rest])
    return "".join(reversed(signs))


def a_repository(posts: int) -> Iterator[tuple[str, bytes]]:
    """The whole file: leaves of the tree hold some records each, and one root leads to all of them."""
    words, blocks = Words(), Blocks()
    profile = {"$type": "app.bsky.actor.profile", "displayName": "Robin Tester", "description": "Walks."}
    entries = [("app.bsky.actor.profile/self", blocks.put(profile))]
    for number, time in enumerate(words.times(posts)):
        record = {
            "$type": "app.bsky.feed.post",
            "text": words.text(),
            "createdAt": f"{time:%Y-%m-%dT%H:%M:%S.000Z}",
            "langs": ["en"],
        }
        entries.append((f"app.bsky.feed.post/{_key(number)}", blocks.put(record)))
    leaves = [
        (entries[start], _leaf(blocks, entries[start + 1 : start + _LEAF]))
        for start in range(0, len(entries), _LEAF)
    ]
    root = blocks.put({"l": None, "e": [_entry("", *head, leaf) for head, leaf in leaves]})
    commit = blocks.put(
        {"did": "did:plc:robintester", "rev": "1", "sig": b"", "data": root, "prev": None, "version": 3}
    )
    header = libipld.encode_dag_cbor({"roots": [commit], "version": 1})
    yield "repo.car", b"".join((_number(len(header)), header, *blocks.pieces))


def _leaf(blocks: Blocks, entries: list[tuple[str, bytes]]) -> bytes:
    made, before = [], ""
    for key, value in entries:
        made.append(_entry(before, key, value, None))
        before = key
    return blocks.put({"l": None, "e": made})


def _entry(before: str, key: str, value: bytes, tree: bytes | None) -> dict[str, Any]:
    shared = next((at for at, (one, other) in enumerate(zip(before, key, strict=False)) if one != other), 0)
    return {"p": shared, "k": key[shared:].encode(), "v": value, "t": tree}
