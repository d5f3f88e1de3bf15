"""Who is shown what: the owner everything, a stranger the newest public posts and the public photos."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from selfaudit.practice.world import Friend, Photo, Post, World

STRANGERS_POSTS = 20
"""How many of the newest posts a stranger is shown before the wall."""
POSTS_A_PAGE = 12
FRIENDS_A_PAGE = 20
COMMENTS_AT_FIRST = 3


class WallMet(Exception):
    """A stranger asked for more than strangers are shown."""


class _Listed(Protocol):
    id: str


Item = TypeVar("Item", bound=_Listed)


def posts_for(world: World, *, owner: bool) -> list[Post]:
    """The posts that this visitor is ever shown, newest first."""
    if owner:
        return world.posts
    return [post for post in world.posts if post.audience == "public" or post.leaks][:STRANGERS_POSTS]


def page_of_posts(world: World, after: str | None, *, owner: bool) -> tuple[list[Post], str | None]:
    """A page of posts, and the id to ask on from; ``None`` at the very end.

    Raises:
        WallMet: a stranger has come to the end of what strangers are shown.
    """
    posts, following = _page(posts_for(world, owner=owner), after, POSTS_A_PAGE)
    if not owner and not posts:
        raise WallMet
    if not owner and following is None:
        following = posts[-1].id
    return posts, following


def page_of_friends(world: World, after: str | None) -> tuple[list[Friend], str | None]:
    """A page of friends, and the id to ask on from; ``None`` at the end."""
    return _page(world.friends, after, FRIENDS_A_PAGE)


def photos_for(world: World, *, owner: bool) -> list[tuple[Photo, Post | None]]:
    """The photos of the photos page, each with the post it belongs to."""
    posts = {post.photo: post for post in world.posts if post.photo}
    shown = [(photo, posts.get(photo.id)) for photo in world.photos]
    return [(photo, post) for photo, post in shown if owner or _public(photo, post)]


def _public(photo: Photo, post: Post | None) -> bool:
    holder = post or photo.album
    return holder is None or holder.audience == "public"


def _page(items: Sequence[Item], after: str | None, size: int) -> tuple[list[Item], str | None]:
    ids = [item.id for item in items]
    start = ids.index(after) + 1 if after in ids else 0
    page = list(items[start : start + size])
    return page, page[-1].id if start + size < len(items) else None
