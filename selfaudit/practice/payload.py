"""What the site says in JSON: embedded in each page, and as its data answers."""

from __future__ import annotations

from typing import Any

from selfaudit.practice.seeing import COMMENTS_AT_FIRST
from selfaudit.practice.world import Comment, Friend, Photo, Post, Profile, Setting, World

Json = dict[str, Any]


def viewer(world: World) -> Json:
    """Who is signed in, as every page names them."""
    profile = world.profile
    return {
        "id": profile.id,
        "handle": profile.handle,
        "name": profile.name,
        "url": f"/{profile.handle}",
    }


def person(profile: Profile) -> Json:
    """The top of a profile."""
    contact = profile.contact
    return {
        "id": profile.id,
        "handle": profile.handle,
        "name": profile.name,
        "pronouns": profile.pronouns,
        "bio": profile.bio,
        "joined": profile.joined.isoformat(),
        "avatar": {"id": profile.avatar, "src": picture(profile.avatar)},
        "banner": {"id": profile.banner, "src": picture(profile.banner)},
        "contact": {"emails": contact.emails, "phones": contact.phones, "links": contact.links},
        "facts": [{"label": label, "value": value} for label, value in profile.facts.items()],
    }


def post(world: World, held: Post, *, owner: bool) -> Json:
    """A post with its first comments; only its owner is told whom it was shared with."""
    place = f"/{world.profile.handle}/posts/{held.id}"
    more = len(held.comments) > COMMENTS_AT_FIRST
    return {
        "id": held.id,
        "permalink": place,
        "author": _author(world, world.profile.handle),
        "body": held.text,
        "created_at": held.at.isoformat(),
        "audience": held.audience if owner else None,
        "photo": {"id": held.photo, "src": picture(held.photo)} if held.photo else None,
        "link": held.link,
        "likes": held.likes,
        "comment_count": len(held.comments),
        "comments": [comment(world, held, each) for each in held.comments[:COMMENTS_AT_FIRST]],
        "more_comments": f"/api/posts/{held.id}/comments" if more else None,
    }


def comment(world: World, above: Post, held: Comment) -> Json:
    """A comment, and the post it stands beneath."""
    return {
        "id": held.id,
        "post": above.id,
        "permalink": f"/{world.profile.handle}/posts/{above.id}#{held.id}",
        "author": _author(world, held.by),
        "body": held.text,
        "created_at": held.at.isoformat(),
    }


def photo(world: World, held: Photo, above: Post | None) -> Json:
    """A photo: of the profile, of a post, or of the album with its caption."""
    album, profile = held.album, world.profile
    role = {profile.avatar: "avatar", profile.banner: "banner"}.get(held.id, "photo")
    return {
        "id": held.id,
        "src": picture(held.id),
        "alt": held.alt,
        "role": role,
        "permalink": f"/{profile.handle}/photos#{held.id}",
        "post": above.id if above else None,
        "created_at": album.at.isoformat() if album else None,
        "audience": album.audience if album else None,
        "caption": {"id": album.caption_id, "body": album.caption} if album else None,
    }


def friend(held: Friend) -> Json:
    """A friend, with the line beneath the name."""
    return {
        "id": held.id,
        "name": held.name,
        "handle": held.handle,
        "about": held.about,
        "friends_since": held.since.isoformat(),
        "permalink": f"/{held.handle}",
    }


def setting(held: Setting) -> Json:
    """A setting: its value, what else it could be, and which of these is the most private."""
    return {
        "name": held.name,
        "label": held.label,
        "kind": held.kind,
        "choices": held.choices,
        "value": held.value,
        "most_private": held.highest,
        "explanation": held.explanation,
    }


def picture(name: str) -> str:
    """The address of a picture."""
    return f"/pictures/{name}.jpg"


def _author(world: World, handle: str) -> Json:
    return {"handle": handle, "name": world.name_of(handle)}
