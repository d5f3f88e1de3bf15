"""An account as X describes it, the same from every generation of its data.

Until spring 2025 nearly all stood under ``legacy``; from May 2025 names and privacy stood apart; since
August 2026 nothing is left under ``legacy``. The page's own script and the old data answers keep it flat.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from selfaudit.model.snapshot import Fact
from selfaudit.platforms.generic.values import id_in, number_in, objects, part_of, text_in

Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Person:
    """One account; ``None`` is unknown.

    Attributes:
        bio: what the account says of itself, links written out.
        protected: whether only approved followers see its posts.
        linked: that its links would stand beside the bio, if it had any; a preview for machines has none.
    """

    id: str | None = None
    handle: str = ""
    name: str | None = None
    bio: str | None = None
    protected: bool | None = None
    posts: int | None = None
    followers: int | None = None
    following: int | None = None
    avatar: str | None = None
    banner: str | None = None
    links: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    linked: bool | None = None

    def same_as(self, other: Person) -> bool:
        """Whether both are one account. An id decides; handles count where one has no id."""
        if self.id and other.id:
            return self.id == other.id
        return bool(self.handle) and self.handle.casefold() == other.handle.casefold()


def person_of(value: Any) -> Person | None:
    """The account that a record describes, or ``None`` when it is none."""
    layers = [part_of(value, "core"), part_of(value, "legacy"), value]
    handle = _first(layers, "screen_name")
    identity = id_in(value, "rest_id") or id_in(value, "id_str")
    if not handle:
        return None
    bio = _bio(value)
    return Person(
        id=identity,
        handle=handle,
        name=_first(layers, "name") or None,
        bio=bio,
        protected=_told(part_of(value, "privacy"), *layers),
        posts=_count(value, ("tweet_counts", "tweets"), "statuses_count"),
        followers=_count(value, ("relationship_counts", "followers"), "followers_count"),
        following=_count(value, ("relationship_counts", "following"), "friends_count"),
        avatar=_avatar(value) or None,
        banner=text_in(part_of(value, "banner"), "image_url") or _first(layers, "profile_banner_url") or None,
        links=_links(value),
        facts=tuple(_facts(value)),
        linked=None if bio is None else True,
    )


def joined(people: Sequence[Person]) -> Person:
    """What all these records of one account tell together; the first that knows a thing is kept."""
    first, *others = people
    for other in others:
        unknown = [field.name for field in fields(first) if getattr(first, field.name) in (None, "", ())]
        known = {name: value for name in unknown if (value := getattr(other, name)) is not None}
        first = replace(first, **known)
    return first


def written_out(text: str, entities: Iterable[Any]) -> str:
    """The text with X's shortened links written out."""
    for entity in entities:
        short, full = text_in(entity, "url"), text_in(entity, "expanded_url", "display_url")
        if short and full:
            text = text.replace(short, full)
    return text


def _first(layers: Sequence[Any], name: str) -> str:
    return next((found for layer in layers if (found := text_in(layer, name))), "")


def _told(*layers: Any) -> bool | None:
    found = [part_of(layer, "protected") for layer in layers]
    return next((value for value in found if isinstance(value, bool)), None)


def _count(value: Any, path: tuple[str, str], old: str) -> int | None:
    numbers = [
        number_in(part_of(value, path[0]), path[1]),
        number_in(part_of(value, "legacy"), old),
        number_in(value, old),
    ]
    return next((number for number in numbers if number is not None), None)


def _bio(value: Any) -> str | None:
    for holder in (part_of(value, "profile_bio"), part_of(value, "legacy"), value):
        found = part_of(holder, "description")
        if isinstance(found, str):
            return written_out(found, objects(part_of(holder, "entities", "description", "urls"))).strip()
    return None


def _avatar(value: Any) -> str:
    layers = [part_of(value, "legacy"), value]
    return text_in(part_of(value, "avatar"), "image_url") or _first(layers, "profile_image_url_https")


def _links(value: Any) -> tuple[str, ...]:
    found = []
    for holder in (part_of(value, "profile_bio"), part_of(value, "legacy"), value):
        for name in ("url", "description"):
            entities = objects(part_of(holder, "entities", name, "urls"))
            found += [text_in(entity, "expanded_url", "url") for entity in entities]
    website = text_in(part_of(value, "website"), "url")
    known = [link for link in found if link]
    return tuple(dict.fromkeys(known or ([website] if website else [])))


def _facts(value: Any) -> Iterable[Fact]:
    where = text_in(part_of(value, "location"), "location") or _first(
        [part_of(value, "legacy"), value], "location"
    )
    if where:
        yield Fact("Location", where)
    for category in objects(part_of(value, "professional", "category")):
        if text_in(category, "name"):
            yield Fact("Category", text_in(category, "name"))
    born = _birthday(part_of(value, "legacy_extended_profile", "birthdate"))
    if born:
        yield Fact("Birthday", born)
    based = text_in(part_of(value, "about_profile"), "account_based_in")
    if based:
        yield Fact("Account based in", based)


def _birthday(value: Any) -> str:
    day, month, year = (number_in(value, name) for name in ("day", "month", "year"))
    try:
        moment = date(year or 2000, month or 0, day or 0)
    except ValueError:
        return ""
    return f"{moment.day} {moment:%B}" + (f" {year}" if year else "")
