"""A Bluesky repository as its owner downloads it (.car): blocks by their content's id, and their records.

Commits of versions 2 and 3 are read. Blocks come in any order, may come twice, and may be missing; a block
whose content is not what its id says is as good as missing. Only what the root leads to is counted.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

import libipld

from selfaudit.model.export import Unreadable
from selfaudit.model.noting import Noting
from selfaudit.platforms.generic.embedded import each_object

_LARGEST_BLOCK = 2**21
_LARGEST_REPOSITORY = 192 * 2**20
_MOST_BITS = 63
_SHA2, _DIGEST = 0x12, 32
_V0 = b"\x12\x20"
_BLOB = b"cref"
"""How a record names a stored file: it is packed with the length of the name before it."""
_TOO_LARGE = f"is larger than {_LARGEST_REPOSITORY // 2**20} MB, and the rest was left out"
_OWN = ("app.bsky.", "chat.bsky.")
_CUT = "is damaged or not whole; what stands before the damage was read"
_NO_REPOSITORY = "is damaged, or no Bluesky repository"


@dataclass(slots=True)
class Repository:
    """What the root of a repository leads to.

    Attributes:
        did: whose repository it is.
        kept: by collection, key and block of each record: packed they take a tenth of the room.
        lost: how many parts of the tree, or records of a collection, are missing; ``""`` is the tree itself.
        noting: notes what is asked for, where somebody wants to know.
    """

    did: str = ""
    kept: dict[str, list[tuple[str, bytes]]] = field(default_factory=dict)
    lost: dict[str, int] = field(default_factory=dict)
    fault: Unreadable | None = None
    noting: Noting | None = None

    def note_all(self, noting: Noting | None) -> None:
        """Have noted from now on what is asked for, and which collections there are."""
        self.noting = noting
        if noting:
            for collection, records in self.kept.items():
                noting.there((_plain(collection),), len(records))

    def take(self, *collections: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Collection, key and record of each in these; unpacked, and let go, as they are asked for."""
        for collection in collections:
            if self.noting:
                self.noting.asked(_plain(collection))
            waiting = self.kept.pop(collection, [])
            waiting.reverse()
            while waiting:
                key, block = waiting.pop()
                record = _decoded(block)
                value = _with_links(record) if _BLOB in block else record
                yield (
                    collection,
                    key,
                    self.noting.watched(value, (_plain(collection),)) if self.noting else value,
                )

    def lose(self, collection: str) -> None:
        """Note one that is missing."""
        self.lost[collection] = self.lost.get(collection, 0) + 1


def _plain(collection: str) -> str:
    """A collection's name in words: ``app.bsky.feed.post`` is "feed post"; one of another app is "other"."""
    return " ".join(collection.split(".")[2:]) if collection.startswith(_OWN) else "other"


def repository_in(name: str, stream: BinaryIO) -> Repository:
    """The repository of a file.

    Raises:
        Unreadable: it is none at all.
    """
    root, blocks, fault = _blocks(name, stream)
    commit = _decoded(blocks.get(root, b""))
    if not isinstance(commit, dict) or not isinstance(commit.get("did"), str):
        raise fault or Unreadable(name, _NO_REPOSITORY)
    found = Repository(did=commit["did"], fault=fault)
    for key, place in _entries(commit.get("data"), blocks, found):
        collection, _slash, record_key = key.partition("/")
        block = blocks.get(place, b"")
        if isinstance(_decoded(block), dict):
            found.kept.setdefault(collection, []).append((record_key, block))
        else:
            found.lose(collection)
    return found


def _blocks(name: str, stream: BinaryIO) -> tuple[bytes, dict[bytes, bytes], Unreadable | None]:
    """The root's id, and every block; the fault where the file ends too early."""
    blocks: dict[bytes, bytes] = {}
    total = 0
    header = _decoded(_chunk(name, stream) or b"")
    roots = header.get("roots") if isinstance(header, dict) else None
    if not isinstance(roots, list) or not roots or not isinstance(roots[0], bytes):
        raise Unreadable(name, _NO_REPOSITORY)
    try:
        while (chunk := _chunk(name, stream)) is not None:
            total += len(chunk)
            if total > _LARGEST_REPOSITORY:
                return roots[0], blocks, Unreadable(name, _TOO_LARGE)
            end = _id_length(chunk)
            if end and _is_true(chunk[:end], chunk[end:]):
                blocks[chunk[:end]] = chunk[end:]
    except Unreadable as fault:
        return roots[0], blocks, fault
    return roots[0], blocks, None


def _chunk(name: str, stream: BinaryIO) -> bytes | None:
    """The next length and as many bytes; ``None`` at the end."""
    length = shift = 0
    while True:
        byte = stream.read(1)
        if not byte and not shift:
            return None
        if not byte or shift > _MOST_BITS:
            raise Unreadable(name, _CUT)
        length |= (byte[0] & 0x7F) << shift
        shift += 7
        if not byte[0] & 0x80:
            break
    data = stream.read(length) if length <= _LARGEST_BLOCK else b""
    if len(data) < length:
        raise Unreadable(name, _CUT)
    return data


def _id_length(chunk: bytes) -> int:
    """How many bytes of a block are its id; 0 where it begins with none."""
    if chunk.startswith(_V0):
        return len(_V0) + _DIGEST
    at = 0
    for _number in ("version", "codec", "hash"):
        at = _after_number(chunk, at)
    return at + 1 + chunk[at] if at < len(chunk) else 0


def _after_number(chunk: bytes, at: int) -> int:
    while at < len(chunk) and chunk[at] & 0x80:
        at += 1
    return at + 1


def _is_true(identity: bytes, content: bytes) -> bool:
    """Whether the content is what its id says; ids of other kinds than SHA-256 are believed."""
    digest = identity[-_DIGEST:]
    known = len(identity) > _DIGEST + 1 and identity[-_DIGEST - 2] == _SHA2
    return not known or hashlib.sha256(content).digest() == digest


def _decoded(block: bytes) -> Any:
    try:
        return libipld.decode_dag_cbor(block) if block else None
    except (ValueError, RecursionError, OverflowError):
        return None


def _entries(root: Any, blocks: dict[bytes, bytes], found: Repository) -> Iterator[tuple[str, bytes]]:
    """Key and block of every record that the tree leads to, without recursion and no part of it twice."""
    waiting, seen = [root], set()
    while waiting:
        here = waiting.pop()
        if here is None or here in seen:
            continue
        seen.add(here)
        node = _decoded(blocks.get(here, b"")) if isinstance(here, bytes) else None
        entries = node.get("e") if isinstance(node, dict) else None
        if not isinstance(node, dict) or not isinstance(entries, list):
            found.lose("")
            continue
        key = b""
        waiting.append(node.get("l"))
        for entry in entries:
            shared, rest, value = _pieces(entry)
            if value is None:
                found.lose("")
                continue
            key = key[:shared] + rest
            yield key.decode("utf-8", "replace"), value
            waiting.append(entry.get("t"))


def _pieces(entry: Any) -> tuple[int, bytes, bytes | None]:
    """How much of the former key a key shares, the rest of it, and the record's block."""
    if not isinstance(entry, dict):
        return 0, b"", None
    shared, rest, value = entry.get("p"), entry.get("k"), entry.get("v")
    good = isinstance(shared, int) and isinstance(rest, bytes) and isinstance(value, bytes)
    return (shared, rest, value) if good else (0, b"", None)  # type: ignore[return-value]  # just looked at


def _with_links(record: dict[str, Any]) -> dict[str, Any]:
    """The record with the ids of pictures written as data answers write them."""
    for inner in each_object(record):
        if isinstance(inner.get("ref"), bytes):
            inner["ref"] = {"$link": _written(inner["ref"])}
    return record


def _written(identity: bytes) -> str:
    try:
        return str(libipld.encode_cid(identity))
    except ValueError:
        return ""
