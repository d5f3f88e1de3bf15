"""The practice network with a very long profile: ``python -m benchmarks.capture.long_profile POSTS``.

It serves that network on loopback and prints its address; it ends when its input does.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

from selfaudit.practice.house import House
from selfaudit.practice.serving import serve
from selfaudit.practice.world import Post, World, load_world

_COMMENTS = 3
"""More than these the site shows only when asked again, a question a post."""


def long_world(posts: int) -> World:
    """The worker's own posts, and as many older ones with the same words as there should be posts."""
    world = load_world()
    own, oldest = tuple(world.posts), min(post.at for post in world.posts)
    for number in count():
        if len(world.posts) >= posts:
            return world
        world.posts.append(_older(own[number % len(own)], number, oldest - timedelta(hours=6 * number + 6)))
    raise AssertionError("counting ended")


def _older(post: Post, number: int, at: datetime) -> Post:
    name = f"older{number}"
    comments = [replace(one, id=f"{name}c{place}") for place, one in enumerate(post.comments[:_COMMENTS])]
    return replace(post, id=name, at=at, photo=None, comments=comments)


if __name__ == "__main__":
    with serve(house=House(long_world(int(sys.argv[1])))) as server:
        sys.stdout.write(f"{server.address}\n")
        sys.stdout.flush()
        sys.stdin.read()
