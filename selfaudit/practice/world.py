"""What the practice network holds: one worker's profile as data, loaded fresh for each server."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib.resources import files
from typing import Any

from pydantic import TypeAdapter

CONTENT = files(__package__) / "content"
_POSTS = ("posts-autumn-2026.toml", "posts-summer-2026.toml", "posts-winter-2025.toml")


@dataclass(slots=True)
class Comment:
    """Somebody's words beneath a post. ``by`` is a handle."""

    id: str
    by: str
    at: datetime
    text: str


@dataclass(slots=True)
class Post:
    """A post of the worker. ``leaks`` is the site's own fault: strangers see it whatever its audience."""

    id: str
    at: datetime
    audience: str
    text: str
    likes: int = 0
    photo: str | None = None
    link: str | None = None
    leaks: bool = False
    comments: list[Comment] = field(default_factory=list)


@dataclass(slots=True)
class Album:
    """What an album says of a photo that belongs to no post."""

    at: datetime
    audience: str
    caption_id: str
    caption: str


@dataclass(slots=True)
class Photo:
    """A picture; the file has its name."""

    id: str
    alt: str
    album: Album | None = None


@dataclass(slots=True)
class Friend:
    """Somebody the worker is friends with, or who asks to be."""

    id: str
    name: str
    handle: str
    since: date
    about: str


@dataclass(slots=True)
class Setting:
    """A privacy switch; ``highest`` is its most private value."""

    name: str
    label: str
    kind: str
    choices: list[str]
    value: str
    highest: str
    explanation: str


@dataclass(slots=True)
class Contact:
    """How to reach the worker, as the profile shows it."""

    emails: list[str]
    phones: list[str]
    links: list[str]


@dataclass(slots=True)
class Profile:
    """The worker, as the top of the profile shows her."""

    id: str
    name: str
    handle: str
    pronouns: str
    bio: str
    avatar: str
    banner: str
    joined: date
    contact: Contact
    facts: dict[str, str]


@dataclass(slots=True)
class World:
    """Everything on the site. Whoever signs in can really change it, which the tool must never do."""

    profile: Profile
    posts: list[Post]
    photos: list[Photo]
    friends: list[Friend]
    requests: list[Friend]
    settings: list[Setting]

    def name_of(self, handle: str) -> str:
        """The name behind a handle; the handle itself for somebody who is no friend."""
        if handle == self.profile.handle:
            return self.profile.name
        return next((friend.name for friend in self.friends if friend.handle == handle), handle)


def load_world() -> World:
    """The profile as its files tell it, newest posts first."""
    people = _table("friends.toml")
    return TypeAdapter(World).validate_python(
        {
            "profile": _table("profile.toml"),
            "posts": [post for name in _POSTS for post in _table(name)["post"]],
            "photos": _table("photos.toml")["photo"],
            "friends": people["friend"],
            "requests": people["request"],
            "settings": _table("settings.toml")["setting"],
        }
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(CONTENT.joinpath(name).read_text(encoding="utf-8"))
