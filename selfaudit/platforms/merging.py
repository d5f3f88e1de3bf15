"""Two lenses, or two pages, on one profile: items that are the same become one that both have seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from typing import Any, TypeVar

from selfaudit.model.snapshot import Connection, Fact, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.vocabulary import Audience, Lens
from selfaudit.platforms.naming import named_as_in

Record = TypeVar("Record", Owner, Fact, Post, Connection, Image, Setting)

_UNKNOWN: tuple[Any, ...] = (None, "", (), Audience.UNKNOWN, "unknown")


def merge(first: Snapshot, second: Snapshot) -> Snapshot:
    """One snapshot of what either saw. Where both know something, ``first`` (the owner's lens) is kept.

    So is what ``first`` read to its end: that one lens came to the end of a list says nothing of the other.
    What ``second`` did not read to its end has to be among its gaps.
    """
    first, second = named_as_in(second, first), named_as_in(first, second)
    return replace(
        first,
        owner=_owners(first.owner, second.owner),
        posts=_united(first.posts, second.posts, lambda post: post.id),
        connections=each_person((*first.connections, *second.connections)),
        images=_united(first.images, second.images, lambda image: image.id),
        settings=_united(first.settings, second.settings, lambda setting: (setting.name, setting.lens)),
        gaps=_each_once(first.gaps + second.gaps),
        lacks=_each_once(first.lacks + second.lacks),
        addresses=_each_once(first.addresses + second.addresses),
        proof=first.proof or second.proof,
        taken_at=first.taken_at or second.taken_at,
        site=first.site or second.site,
    )


def through(lens: Lens | None, snapshot: Snapshot) -> Snapshot:
    """The same snapshot with every item marked as seen by ``lens``; unchanged when that is not known."""
    if lens is None:
        return snapshot
    seen = (lens,)
    return replace(
        snapshot,
        owner=_owner_through(lens, snapshot.owner),
        posts=tuple(replace(post, lenses=seen) for post in snapshot.posts),
        connections=tuple(replace(other, lenses=seen) for other in snapshot.connections),
        images=tuple(replace(image, lenses=seen) for image in snapshot.images),
        settings=tuple(replace(setting, lens=setting.lens or lens) for setting in snapshot.settings),
        gaps=tuple(replace(gap, lens=gap.lens or lens) for gap in snapshot.gaps),
    )


def _owner_through(lens: Lens, owner: Owner) -> Owner:
    """The owner as this lens saw them, each text and fact for itself."""
    texts = (owner.bio, owner.name, *owner.emails, *owner.phones, *owner.links)
    return replace(
        owner,
        lenses=(lens,),
        facts=tuple(replace(fact, lenses=fact.lenses or (lens,)) for fact in owner.facts),
        shown=tuple(text for text in texts if text) if lens is Lens.PUBLIC else (),
    )


def _owners(first: Owner, second: Owner) -> Owner:
    facts = _united(first.facts, second.facts, lambda fact: (fact.name, fact.value))
    shown = (
        None if first.shown is None and second.shown is None else (first.shown or ()) + (second.shown or ())
    )
    return replace(_combine(first, second), facts=facts, shown=shown)


def one_each(items: Iterable[Record]) -> tuple[Record, ...]:
    """Items that one lens met more than once, joined by their id; what was known first is kept."""
    every: tuple[Any, ...] = tuple(items)
    met_once = len({item.id for item in every}) == len(every)
    return every if met_once else _united((), every, lambda item: item.id)


def each_person(
    people: Iterable[Connection], name: Callable[[Connection], str] = lambda person: person.id
) -> tuple[Connection, ...]:
    """Everybody once, by this name; who follows and is followed is mutual, and else the first link counts."""
    known: dict[str, Connection] = {}
    for person in people:
        before = known.setdefault(name(person), person)
        if before is not person:
            known[name(person)] = _met_again(before, person)
    return tuple(known.values())


def _met_again(before: Connection, person: Connection) -> Connection:
    mutual = {before.relation, person.relation} == {"follower", "following"}
    whole = _combine(before, person)
    return replace(whole, relation="mutual") if mutual else whole


def _united(first: tuple[Any, ...], second: tuple[Any, ...], key: Any) -> tuple[Any, ...]:
    known = {key(item): item for item in first}
    for item in second:
        known[key(item)] = _combine(known[key(item)], item) if key(item) in known else item
    return tuple(known.values())


def _combine(first: Record, second: Record) -> Record:
    """Field by field: lenses are joined, an unknown value gives way to a known one."""
    changes: dict[str, Any] = {}
    for entry in fields(first):
        mine, theirs = getattr(first, entry.name), getattr(second, entry.name)
        if entry.name == "lenses":
            changes["lenses"] = _each_once(mine + theirs)
        elif isinstance(mine, tuple) and isinstance(theirs, tuple):
            changes[entry.name] = _each_once(mine + theirs)
        elif mine in _UNKNOWN and mine != theirs and theirs is not None:
            changes[entry.name] = theirs
    return replace(first, **changes)


def _each_once(items: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(items))
