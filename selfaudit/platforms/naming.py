"""Items known by nothing but their address get the id by which another look at the profile knows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from selfaudit.model.snapshot import Image, Post, Snapshot
from selfaudit.model.vocabulary import PostKind
from selfaudit.platforms.generic.answers import path_of, place

Item = TypeVar("Item", Post, Image)


def named_as_in(other: Snapshot, one: Snapshot) -> Snapshot:
    """``one``, whose items bear the ids that ``other`` has for the same addresses.

    What stands at the address of the profile or of the whole site may be any of its posts, and so may what
    shares an address with others.
    """
    homes = {place(owner.url) for owner in (one.owner, other.owner)}
    loose = {post.id for post in one.posts if _is_address(post) and post.id not in homes}
    if names := _names(one.posts, other.posts, loose, _spot):
        one = _posts_renamed(one, names)
    loose = {image.id for image in one.images if "/" in image.id and image.id in (image.url or "")}
    if names := _names(one.images, other.images, loose, _frame):
        images = (replace(image, id=names.get(image.id, image.id)) for image in one.images)
        one = replace(one, images=tuple(images))
    return one


def _posts_renamed(one: Snapshot, names: Mapping[str, str]) -> Snapshot:
    """With comments and pictures still beneath their posts."""

    def known(name: str | None) -> str | None:
        return names.get(name, name) if name else name

    posts = (replace(post, id=names.get(post.id, post.id), parent=known(post.parent)) for post in one.posts)
    images = (replace(image, post=known(image.post)) for image in one.images)
    return replace(one, posts=tuple(posts), images=tuple(images))


def _is_address(post: Post) -> bool:
    return "/" in post.id and post.id == place(post.url)


def _spot(post: Post) -> Hashable:
    return place(post.url), post.own, post.kind is PostKind.COMMENT


def _frame(image: Image) -> Hashable:
    """Where a picture hangs; the query of its address is a signature that changes."""
    return path_of(image.url or ""), image.post, image.role


def _names(
    mine: Iterable[Item], theirs: Iterable[Item], loose: set[str], spot: Callable[[Item], Hashable]
) -> Mapping[str, str]:
    """The other look's id for each of mine that is known by its address alone, where there is just one."""
    if not loose:
        return {}
    known: dict[Hashable, set[str]] = defaultdict(set)
    for item in theirs:
        known[spot(item)].add(item.id)
    taken = {item.id for item in mine}
    found = {item.id: known[spot(item)] for item in mine if item.id in loose}
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1 and not ids & taken}
