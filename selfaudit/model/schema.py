"""The snapshot's JSON Schema as forgiving as its reader, so that who writes one elsewhere can rely on it.

What the types alone do not say: ``null`` is unknown wherever a key may be left out, exports write ids as
numbers, switches may be true or false, and a word of a later version is read as the nearest known one.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from selfaudit.model import snapshot
from selfaudit.model.vocabulary import Audience, ImageRole, Part, PostKind

_OPEN_SETS = frozenset(kind.__name__ for kind in (Audience, ImageRole, Part, PostKind))


def as_read(schema: dict[str, Any], switches: Collection[str]) -> dict[str, Any]:
    """The schema widened to what is read; ``switches`` are the keys that may hold true or false."""
    shapes = {name: _shape(name, one, switches) for name, one in schema["$defs"].items()}
    return {**_record(schema, {}, switches), "$defs": shapes}


def _shape(name: str, shape: dict[str, Any], switches: Collection[str]) -> dict[str, Any]:
    if name in _OPEN_SETS:
        known = {"enum": shape["enum"]}
        return {key: held for key, held in shape.items() if key != "enum"} | {
            "anyOf": [known, {"type": "string"}]
        }
    if "properties" not in shape:
        return shape
    return _record(shape, getattr(getattr(snapshot, name), "__pydantic_config__", {}), switches)


def _record(shape: dict[str, Any], reading: dict[str, Any], switches: Collection[str]) -> dict[str, Any]:
    numbers = ["number"] if reading.get("coerce_numbers_to_str") else []
    widened = {
        name: _wide(field, numbers + (["boolean"] if name in switches else []))
        for name, field in shape["properties"].items()
    }
    required = shape.get("required", ())
    optional = {name: _or_null(field) for name, field in widened.items() if name not in required}
    return {**shape, "properties": widened | optional}


def _wide(field: dict[str, Any], also: list[str]) -> dict[str, Any]:
    """The field where a text may also be of these types, alone, in a list, or as one choice of several."""
    changed = dict(field)
    if field.get("type") == "string" and "format" not in field and also:
        changed["type"] = ["string", *also]
    if "items" in field:
        changed["items"] = _wide(field["items"], also)
    if "anyOf" in field:
        changed["anyOf"] = [_wide(choice, also) for choice in field["anyOf"]]
    return changed


def _or_null(field: dict[str, Any]) -> dict[str, Any]:
    null = {"type": "null"}
    if null in field.get("anyOf", ()):
        return field
    about = {key: held for key, held in field.items() if key in ("title", "description", "default")}
    if "anyOf" in field:
        return {**about, "anyOf": [*field["anyOf"], null]}
    return {**about, "anyOf": [{key: held for key, held in field.items() if key not in about}, null]}
