"""Long lists of JSON, item by item: memory holds one at a time, and what stands before a damage is read."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Any

import ijson

from selfaudit.exports.limits import DAMAGED, Bounded
from selfaudit.model.export import Unreadable

_BLOCK = 2**16
_LONGEST_CODE = 4096
_SPACE = b" \t\r\n"
_END = _SPACE + b";"


def items_in(name: str, raw: Bounded, keys: tuple[str, ...]) -> Iterator[Any]:
    """The items of the list at the root, or of the first list below one of ``keys``.

    Raises:
        Unreadable: the file is no JSON, or is cut short or damaged after the items given so far.
    """
    raw.by_item = True
    with raw:
        stream = _Json(raw)
        if stream.opening not in (b"[", b"{"):
            raise Unreadable(name, f"{DAMAGED}, or no data")
        events = _lists(stream, keys if stream.opening == b"{" else ())
        while True:
            try:
                item = next(events)
            except StopIteration:
                return
            except (ijson.JSONError, ijson.common.IncompleteJSONError, UnicodeError, RecursionError) as error:
                raise Unreadable(name, f"{DAMAGED}; what stands before the damage was read") from error
            raw.since = 0
            yield item


def _lists(stream: _Json, keys: tuple[str, ...]) -> Iterator[Any]:
    if not keys:
        yield from ijson.items(stream, "item", use_float=True)
    else:
        yield from _below(stream, {f"{key}.item" for key in keys})


def _below(stream: _Json, prefixes: set[str]) -> Iterator[Any]:
    """The items of every list whose place is one of these."""
    builder, here = None, ""
    for prefix, event, value in ijson.parse(stream, use_float=True):
        if builder is None and prefix in prefixes and event not in ("end_map", "end_array"):
            builder, here = ijson.ObjectBuilder(), prefix
        if builder is not None:
            builder.event(event, value)
            closed = event not in ("start_map", "map_key", "start_array")
            if prefix == here and closed:
                yield builder.value
                builder = None


class _Json:
    """The JSON of a stream from its first bracket on: code before it and a semicolon after it are no part."""

    def __init__(self, raw: Bounded) -> None:
        self._raw = raw
        self._held = self._begin()
        self.opening = self._held[:1]

    def read(self, count: int = _BLOCK) -> bytes:
        """The next bytes. What may be the end of the code is held back until more comes."""
        data = b""
        if count == 0:  # the parser asks for nothing first, to learn whether bytes or text come
            return data
        while not data:
            block = self._raw.read(_BLOCK)
            if not block:
                data, self._held = self._held.rstrip(_END), b""
                return data
            whole = self._held + block
            data = whole.rstrip(_END)
            self._held = whole[len(data) :]
        return data

    def _begin(self) -> bytes:
        start = (self._raw.read(_LONGEST_CODE) or b"").removeprefix(codecs.BOM_UTF8).lstrip(_SPACE)
        if start[:1] in (b"[", b"{"):
            return start
        _code, equals, rest = start.partition(b"=")
        return rest.lstrip(_SPACE) if equals else start
