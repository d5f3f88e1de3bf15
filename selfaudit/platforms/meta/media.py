"""One post of Instagram or Threads, in each of the three ways in which their data has written it down.

`image_versions2` and `taken_at` are today's (data answers of 2022, published notes of 2026); `edge_*`
and `taken_at_timestamp` are those of 2020 to 2022; `display_src` is older still.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in

Data = dict[str, Any]
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_MARKS = (
    "taken_at",
    "taken_at_timestamp",
    "media_type",
    "image_versions2",
    "edge_media_to_caption",
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as posts and comments name them."""

    id: str | None = None
    handle: str = ""

    @property
    def known(self) -> bool:
        """Whether anything is said of who this is."""
        return bool(self.id or self.handle)

    def same(self, other: Person) -> bool:
        """Whether both are one. Ids decide; handles count where one has no id."""
        if self.id and other.id:
            return self.id == other.id
        return bool(self.handle) and self.handle.casefold() == other.handle.casefold()


def person_of(value: Any) -> Person:
    """The person that a piece of data describes."""
    return Person(id_in(value, "pk") or id_in(value), text_in(value, "username").lstrip("@"))


def is_media(value: Any) -> bool:
    """Whether this is a post as any of the generations writes it."""
    if not isinstance(value, dict) or not code_of(value):
        return False
    named = bool(text_in(value, "code", "shortcode"))
    return named and any(mark in value for mark in _MARKS)


def code_of(value: Data) -> str:
    """The short name that the post's address has; made of its number where only that is told."""
    code = text_in(value, "code", "shortcode")
    number = (id_in(value, "pk") or id_in(value) or "").partition("_")[0]
    return code or code_for(number)


def code_for(number: str) -> str:
    """The short name for a post's number."""
    if not number.isascii() or not number.isdigit() or len(number) > 30:  # noqa: PLR2004 - longer is no id
        return ""
    rest, code = int(number), ""
    while rest:
        rest, last = divmod(rest, 64)
        code = _LETTERS[last] + code
    return code


def author_of(value: Data) -> Person:
    """Who made the post; unknown where the data does not tell."""
    return person_of(value.get("user")) if value.get("user") else person_of(value.get("owner"))


def words_of(value: Data) -> str | None:
    """The words beneath the pictures; ``None`` where this piece of data would not show them."""
    if "caption" in value:
        return text_in(value["caption"], "text") or text_in(value, "caption")
    if "edge_media_to_caption" in value:
        nodes = objects(part_of(value, "edge_media_to_caption", "edges"))
        return text_in(nodes[0].get("node"), "text") if nodes else ""
    return None


def second(value: Any) -> datetime | None:
    """A moment told in seconds since 1970, as a number or as text."""
    if isinstance(value, str) and value.isascii() and value.isdigit():
        value = int(value[:12])
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return datetime.fromtimestamp(value, UTC) if value > 0 else None
    except (OverflowError, ValueError, OSError):
        return None


def time_of(value: Data) -> datetime | None:
    """When it was posted."""
    return second(value.get("taken_at")) or second(value.get("taken_at_timestamp"))


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture, under every address that it may have been kept by."""

    id: str
    addresses: tuple[str, ...]


def shots_of(value: Data) -> Iterator[Shot]:
    """The pictures of a post: its own, or each of those that can be leafed through."""
    leaves = objects(value.get("carousel_media"))
    leaves += [
        edge["node"]
        for edge in objects(part_of(value, "edge_sidecar_to_children", "edges"))
        if isinstance(edge.get("node"), dict)
    ]
    for number, leaf in enumerate(leaves or [value], 1):
        addresses = tuple(dict.fromkeys(_addresses(leaf)))
        if addresses:
            yield Shot(f"{code_of(value)}/{number}", addresses)


def _addresses(value: Data) -> Iterator[str]:
    found = [
        text_in(candidate, "url") for candidate in objects(part_of(value, "image_versions2", "candidates"))
    ]
    found += [text_in(value, name) for name in ("display_url", "display_src", "thumbnail_src")]
    for resource in (
        *objects(value.get("display_resources")),
        *objects(value.get("thumbnail_resources")),
    ):
        found.append(text_in(resource, "src"))
    return (address for address in found if address)


class Shelf:
    """The pictures that were kept, found by address or by file name, which is the same in every size."""

    def __init__(self, media: Mapping[str, str]) -> None:
        self._by_address = media
        self._by_name = {name: file for address, file in media.items() if (name := _file_name(address))}

    def file(self, *addresses: str) -> str | None:
        """Where the picture was kept that is known by these addresses."""
        whole = next(
            (self._by_address[one] for one in addresses if one in self._by_address),
            None,
        )
        names = (_file_name(one) for one in addresses)
        return whole or next((self._by_name[name] for name in names if name in self._by_name), None)


def _file_name(address: str) -> str:
    try:
        name = urlsplit(address).path.rsplit("/", 1)[-1]
    except ValueError:
        return ""
    return name if len(name) > 16 else ""  # noqa: PLR2004 - shorter names are not unique
