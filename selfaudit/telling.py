"""What the person is told: whose profile was found and how much of it, and what to type next."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections import Counter
from pathlib import Path

from selfaudit.choosing import platform_of, title_of
from selfaudit.model.outside import on_one_line
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Door, PostKind


def whose(snapshot: Snapshot) -> str:
    """The owner's name and handle, the network, and the site where the network lives on many."""
    title = f"{title_of(snapshot.platform)}{_where(snapshot)}"
    name, handle = (text and on_one_line(text) for text in (snapshot.owner.name, snapshot.owner.handle))
    if name and handle and name != handle:
        return f"the profile of {name} ({handle}) on {title}"
    return f"the profile of {name or handle or 'somebody without a name'} on {title}"


def counted(snapshot: Snapshot) -> str:
    """The same with how much of it there is, so that a wrong one is noticed."""
    kinds = Counter(post.kind is PostKind.COMMENT for post in snapshot.posts if post.own)
    pictures = sum(image.file is not None for image in snapshot.images)
    counts = ((kinds[False], "post"), (kinds[True], "comment"), (pictures, "picture"))
    told = [f"{count:,} {word}{'s' * (count != 1)}" for count, word in counts]
    shared = sum(post.kind is PostKind.REPOST and not post.own for post in snapshot.posts)
    if shared:
        told.insert(1, f"{shared:,} shared from others")
    people = len(snapshot.connections)
    told.append(f"{people:,} {'person' if people == 1 else 'people'}")
    return f"{whose(snapshot)}: {', '.join(told)}{_untimed(snapshot)}"


def _untimed(snapshot: Snapshot) -> str:
    """That an export gives no time for some; on pages that is nothing out of the way."""
    count = sum(post.own and post.time is None for post in snapshot.posts)
    if snapshot.door is not Door.EXPORT or not count:
        return ""
    return (
        f"; when {count:,} of the posts and comments {'was' if count == 1 else 'were'} written is not known"
    )


def _where(snapshot: Snapshot) -> str:
    known = platform_of(snapshot.platform)
    at_home = known is None or known.live is None or known.live.home is not None
    return "" if at_home or snapshot.site is None else f" at {on_one_line(snapshot.site)}"


def typed(*words: str | Path) -> str:
    """These words of a command as they can be pasted into a terminal here, blanks in a path and all."""
    plain = list(map(str, words))
    return subprocess.list2cmdline(plain) if os.name == "nt" else shlex.join(plain)
