"""Snapshots and results to JSON and back; the only place of the model that knows pydantic.

Reading is forgiving about what is missing or unknown and exact about what is wrong: a broken file is told
by file and place, a newer schema by its number.
"""

from __future__ import annotations

import json
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
from selfaudit.model.json_text import JsonText, whole_text
from selfaudit.model.schema import as_read
from selfaudit.model.snapshot import SCHEMA, Connection, Image, Post, Snapshot

Record = TypeVar("Record", Snapshot, AuditResult)

_LONG: dict[str, type] = {"posts": Post, "connections": Connection, "images": Image}
"""The lists of a snapshot that may be long, in its own order; what stands in them has an id."""
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
        return whole_text(json.dumps(adapter.dump_python(record, mode="json"), ensure_ascii=False, indent=2))


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def from_json(kind: type[Record], text: str, name: str) -> Record:
    """Read a record; ``name`` is what the person calls the file.

    Raises:
        SnapshotError: not JSON, not of this shape, or from a newer selfaudit.
    """
    try:
        plain: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SnapshotError(
            f"{name} is damaged or not a selfaudit file.", "Make it again, or pick another."
        ) from error
    if not isinstance(plain, dict):
        raise SnapshotError(f"{name} is not a selfaudit file.", "Pick the file that selfaudit wrote.")
    schema, latest = plain.get("schema", 1), _LATEST[kind]
    if str(schema).isdecimal() and int(schema) > latest:
        raise SnapshotError(
            f"{name} was written by a newer selfaudit (format {schema}; this one reads up to {latest}).",
            "Update selfaudit, then try again. The file was left as it is.",
        )
    try:
        return TypeAdapter(kind).validate_python(_apart(_readable(plain)), strict=False)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise SnapshotError(
            f"{name} cannot be read: {place}: {first['msg']}.", "Make it again, or pick another."
        ) from error


def _readable(value: Any) -> Any:
    """``null`` means unknown, as leaving the key out does; switches are words; half a character is a mark."""
    if isinstance(value, dict):
        kept = {key: _readable(held) for key, held in value.items() if held is not None}
        return {key: _switch(held) if key in _SWITCHES else held for key, held in kept.items()}
    if isinstance(value, list):
        return [_readable(held) for held in value]
    return whole_text(value) if isinstance(value, str) else value


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
    return _streamed(file) or from_json(Snapshot, _text_of(file), str(file))


def _streamed(file: Path) -> Snapshot | None:
    """The same without ever holding the whole text; ``None`` where anything about the file is unusual."""
    try:
        with file.open("rb") as raw:
            text = JsonText(file.name, raw)
            plain = {name: _streamed_value(name, text) for name in text.fields()}
            text.end()
        read: Snapshot = _adapter(Snapshot).validate_python(_readable(plain), strict=False)
    except (OSError, ValueError):
        return None
    return read if read.schema <= SCHEMA else None


def _streamed_value(name: str, text: JsonText) -> Any:
    """What comes next; of a long list, item by item what is made of it."""
    if name not in _LONG or text.sign() != "[":
        return text.value()
    adapter = _adapter(_LONG[name])
    items = tuple(adapter.validate_python(_readable(item), strict=False) for item in text.items())
    if len({item.id for item in items}) < len(items):
        raise ValueError(name)
    return items


def load_result(file: Path) -> AuditResult:
    """Read a ``result.json``, or the one in a folder.

    Raises:
        SnapshotError: there is none, or it cannot be read.
    """
    file = file / "result.json" if file.is_dir() else file
    return from_json(AuditResult, _text_of(file), str(file))


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise SnapshotError(f"There is no file {file}.", "Check the name, or make it first.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise SnapshotError(
            f"{file} cannot be read.", "Check that it is the file that selfaudit wrote."
        ) from error
