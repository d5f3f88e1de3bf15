"""A member's profile and what they shared, the same from every generation of LinkedIn's pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from selfaudit.model.snapshot import Fact
from selfaudit.model.vocabulary import Audience


@dataclass(frozen=True, slots=True)
class Profile:
    """What a page tells of a member; ``None`` is unknown.

    ``reached`` says that the ways to reach the member were read, even where there are none.
    """

    slug: str | None = None
    name: str | None = None
    headline: str | None = None
    about: str | None = None
    picture: str | None = None
    facts: tuple[Fact, ...] = ()
    links: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    reached: bool | None = None

    @property
    def bio(self) -> str | None:
        """The line below the name and the text about oneself."""
        lines = [line for line in (self.headline, self.about) if line is not None]
        return "\n".join(line for line in lines if line) if lines else None


@dataclass(frozen=True, slots=True)
class Shared:
    """A post or article. ``author`` is the short name of who wrote it, ``by`` of who passed it on."""

    id: str
    text: str
    author: str | None = None
    author_name: str | None = None
    by: str | None = None
    time: datetime | None = None
    audience: Audience = Audience.UNKNOWN
    url: str | None = None
    pictures: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment below a post: ``post`` is the post's number, ``author`` the writer's short name."""

    id: str
    post: str
    text: str
    author: str | None = None
    author_name: str | None = None
    time: datetime | None = None


def joined(profiles: Sequence[Profile]) -> Profile:
    """What several pages tell of one member; the first that knows a thing is kept, lists are put together."""
    first, *others = profiles
    for other in others:
        changes: dict[str, Any] = {}
        for field in fields(first):
            mine, theirs = getattr(first, field.name), getattr(other, field.name)
            if isinstance(mine, tuple):
                changes[field.name] = tuple(dict.fromkeys(mine + theirs))
            elif mine is None:
                changes[field.name] = theirs
        first = replace(first, **changes)
    return first
