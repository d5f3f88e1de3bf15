"""Packs small repositories of Bluesky for tests."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import libipld

ME = "did:plc:robin"


def length(number: int) -> bytes:
    digits = b""
    while number > 0x7F:
        digits += bytes([number & 0x7F | 0x80])
        number >>= 7
    return digits + bytes([number])


class Blocks:
    """A repository being built."""

    def __init__(self) -> None:
        self.body = b""

    def add(self, value: Any) -> bytes:
        content = value if isinstance(value, bytes) else libipld.encode_dag_cbor(value)
        place = b"\x01\x71\x12\x20" + hashlib.sha256(content).digest()
        self.body += length(len(place + content)) + place + content
        return place

    def car(self, root: bytes) -> bytes:
        # A content id in DAG-CBOR is tag 42 over the id with a zero before it.
        link = b"\xd8\x2a\x58\x25\x00" + root
        header = b"\xa2\x65roots\x81" + link + b"\x67version\x01"
        return length(len(header)) + header + self.body


def linked(value: dict[str, Any], **links: bytes) -> bytes:
    """A map whose values are links, written by hand: the library's encoder writes bytes as bytes."""
    pairs = [(key, libipld.encode_dag_cbor(item)) for key, item in value.items()]
    pairs += [(key, b"\xd8\x2a\x58\x25\x00" + place) for key, place in links.items()]
    pairs.sort(key=lambda pair: (len(pair[0]), pair[0]))
    return bytes([0xA0 + len(pairs)]) + b"".join(libipld.encode_dag_cbor(key) + data for key, data in pairs)


def an_entry(key: str, shared: int, place: bytes) -> bytes:
    return linked({"p": shared, "k": key[shared:].encode(), "t": None}, v=place)


def a_repository(path: Path, records: dict[str, dict[str, Any]], *, lose: str = "") -> Path:
    blocks, entries, before = Blocks(), [], ""
    for key, record in sorted(records.items()):
        place = Blocks().add(record) if key == lose else blocks.add(record)
        shared = next((at for at in range(len(before) + 1) if before[: at + 1] != key[: at + 1]), 0)
        entries.append(an_entry(key, shared, place))
        before = key
    node = b"\xa2\x61e" + bytes([0x80 + len(entries)]) + b"".join(entries) + b"\x61l\xf6"
    root = blocks.add(linked({"did": ME, "version": 3, "rev": "1"}, data=blocks.add(node)))
    path.write_bytes(blocks.car(root))
    return path
