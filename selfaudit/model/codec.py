"""Snapshots and results to JSON and back; the only place of the model that knows pydantic.

Reading is forgiving about what is missing or unknown and exact about what is wrong: a broken file is told
by file and place, a newer schema by its number.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError

from selfaudit.errors import SnapshotError
from selfaudit.model.findings import AuditResult
from selfaudit.model.schema import as_read
from selfaudit.model.snapshot import SCHEMA, Snapshot

Record = TypeVar("Record", Snapshot, AuditResult)

_LONG = ("posts", "connections", "images")
"""The lists of a snapshot that may be long, in its own order; what stands in them has an id."""
_HALF = re.compile("[\ud800-\udfff]")
_LATEST = {Snapshot: SCHEMA, AuditResult: 1}


def to_json(record: Snapshot | AuditResult) -> str:
    """The record as UTF-8 JSON text, indented so that its owner can read it."""
    return "".join(json_pieces(record))


def json_pieces(record: Snapshot | AuditResult) -> Iterator[str]:
    """The same text piece by piece: a whole life online is never in memory twice."""
    long = {
        name: items for name in _LONG if isinstance(record, Snapshot) and (items := getattr(record, name))
    }
    shortened: dict[str, Any] = dict.fromkeys(long, ())
    rest = _dumped(replace(record, **shortened))
    for name, items in long.items():
        before, empty, rest = rest.partition(f'\n  "{name}": []')
        yield before + empty[:-1]
        for number, item in enumerate(items):
            yield f"{',' if number else ''}\n    " + _dumped(_let_go(item)).replace("\n", "\n    ")
        yield "\n  ]"
    yield rest + "\n"


def _let_go(item: Any) -> Any:
    """The item with copies of its wide texts: in each that it writes, the writer leaves its UTF-8 behind."""
    texts = {name: held for name in item.__slots__ if isinstance(held := getattr(item, name), str)}
    wide = {name: f"{text} "[:-1] for name, text in texts.items() if not text.isascii()}
    return replace(item, **wide) if wide else item


def _dumped(record: object) -> str:
    kind: Any = type(record)
    adapter = _adapter(kind)
    try:
        return adapter.dump_json(record, indent=2).decode()
    except PydanticSerializationError:  # half a character, which JSON can write and UTF-8 cannot
        return _whole(json.dumps(adapter.dump_python(record, mode="json"), ensure_ascii=False, indent=2))


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def from_json(kind: type[Record], text: str, name: str) -> Record:
    """Read a record; ``name`` is what the person calls the file.

    Raises:
        SnapshotError: not JSON, not of this shape, or from a newer selfaudit.
    """
    return _record(kind, _plain(text, name), name)


def _plain(text: str, name: str) -> dict[str, Any]:
    """The values of a record's text."""
    try:
        plain: Any = json.loads(text, object_pairs_hook=_readable)
    except (ValueError, RecursionError) as error:
        raise SnapshotError(
            f"{name} is damaged or not a selfaudit file.", "Make it again, or pick another."
        ) from error
    if not isinstance(plain, dict):
        raise SnapshotError(f"{name} is not a selfaudit file.", "Pick the file that selfaudit wrote.")
    return plain


def _record(kind: type[Record], plain: dict[str, Any], name: str) -> Record:
    """The record of these values."""
    schema, latest = plain.get("schema", 1), _LATEST[kind]
    if str(schema).isdecimal() and int(schema) > latest:
        raise SnapshotError(
            f"{name} was written by a newer selfaudit (format {schema}; this one reads up to {latest}).",
            "Update selfaudit, then try again. The file was left as it is.",
        )
    try:
        return TypeAdapter(kind).validate_python(_apart(plain), strict=False)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise SnapshotError(
            f"{name} cannot be read: {place}: {first['msg']}.", "Make it again, or pick another."
        ) from error


def _readable(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """``null`` means unknown, as leaving the key out does; switches are words."""
    kept = {key: _whole_in(held) for key, held in pairs}
    return {
        key: _switch(held) if key in _SWITCHES else held for key, held in kept.items() if held is not None
    }


def _whole_in(held: Any) -> Any:
    """A text, or the texts of a list, without halves of characters; objects have been through this."""
    if isinstance(held, list):
        return [_whole_in(inner) for inner in held]
    return _whole(held) if isinstance(held, str) else held


def _apart(plain: dict[str, Any]) -> dict[str, Any]:
    """The same record with no two items of one id, so that neither hides the other."""
    for name in _LONG:
        held = plain.get(name)
        listed = held if isinstance(held, list) else ()
        items = [item for item in listed if isinstance(item, dict) and "id" in item]
        taken = {str(item["id"]) for item in items}
        times: Counter[str] = Counter()
        for item in items:
            own = str(item["id"])
            times[own] += 1
            if times[own] > 1:
                while f"{own}#{times[own]}" in taken:
                    times[own] += 1
                item["id"] = f"{own}#{times[own]}"
    return plain


_SWITCHES = frozenset({"value", "highest"})


def _switch(value: Any) -> Any:
    """Hand-written settings say ``true`` where a site would say "on"."""
    return {True: "on", False: "off"}[value] if isinstance(value, bool) else value


def _whole(text: str) -> str:
    """Exports escape emoji in halves; joined ones are read, lone ones become the mark for "unreadable"."""
    halved = _HALF.search(text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if halved else text


def json_schema(kind: type[Snapshot | AuditResult]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a snapshot as it is read, or of a result as it is written."""
    plain = TypeAdapter(kind).json_schema()
    shown = as_read(plain, _SWITCHES) if kind is Snapshot else plain
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **shown}


def load_snapshot(folder: Path) -> Snapshot:
    """Read the snapshot in a folder (or a lone ``snapshot.json``).

    Raises:
        SnapshotError: there is none, or it cannot be read.
    """
    file = folder / "snapshot.json" if folder.is_dir() else folder
    return _record(Snapshot, _plain(_text_of(file), str(file)), str(file))


def load_result(file: Path) -> AuditResult:
    """Read a ``result.json``, or the one in a folder.

    Raises:
        SnapshotError: there is none, or it cannot be read.
    """
    file = file / "result.json" if file.is_dir() else file
    return _record(AuditResult, _plain(_text_of(file), str(file)), str(file))


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise SnapshotError(f"There is no file {file}.", "Check the name, or make it first.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SnapshotError(
            f"{file} cannot be read.", "Check that it is the file that selfaudit wrote."
        ) from error
