"""What a profile says that it has, held against what was read; and switches that have to be asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selfaudit.model.snapshot import Connection, Gap
from selfaudit.model.vocabulary import Part


def shortfall(part: Part, counted: int | None, seen: int, things: str, why: str = "") -> Gap | None:
    """The gap between what the profile counts and what was read; ``None`` where nothing is missing.

    Args:
        part: what it is of.
        counted: the profile's own count, ``None`` where it does not tell.
        seen: how many were read.
        things: how a person names them, in the plural.
        why: what is known about the reason, as the end of the sentence.
    """
    end = f"; {why}" if why else ""
    if counted is None:
        return Gap(
            part, f"{things}: the profile does not say how many, so there may be more than were read{end}"
        )
    if seen >= counted:
        return None
    reason = f"the profile counts {counted} {things} and {seen} were in what was read{end}"
    return Gap(part, reason, counted - seen)


def people_missing(
    people: Iterable[Connection],
    followers: int | None,
    following: int | None,
    followed: str = "people you follow",
    why: str = "",
) -> Iterator[Gap]:
    """What is missing of either list, by the profile's own counts; who is in both counts in each."""
    relations = [other.relation for other in people]
    for counted, relation, things in (
        (followers, "follower", "followers"),
        (following, "following", followed),
    ):
        seen = relations.count(relation) + relations.count("mutual")
        short = shortfall(Part.CONNECTIONS, counted, seen, things, why)
        yield from (short,) if short else ()
