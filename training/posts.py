"""A post to learn from: what it says, and what is known about it; what is not known is left open."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

from selfaudit.detectors.language.disguise import undisguise
from selfaudit.detectors.language.folding import fold
from selfaudit.detectors.language.model.wording import for_model

SOMEHOW_FOUL = "foul"
"""Known of posts of sets that say "toxic" without saying how."""


@dataclass(frozen=True, slots=True)
class Post:
    """One text with, by head, (1 or 0, how much that is to be trusted).

    ``group`` keeps minimal pairs together when posts are set aside.
    """

    text: str
    known: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    group: str = ""
    source: str = ""


def as_read(text: str) -> str:
    """The text as the model will meet it: disguises undone, emoji by name."""
    return for_model(undisguise(fold(text)).text).text


def set_apart(posts: list[Post], share: float, seed: int) -> tuple[list[Post], list[Post]]:
    """Posts to learn from and posts held back; a group goes one way as a whole, however the corpus grows."""
    held = {group for group in {post.group for post in posts} if lot(f"{seed} {group}") < share}
    return [p for p in posts if p.group not in held], [p for p in posts if p.group in held]


def lot(name: str) -> float:
    """A number from 0 to 1 that this name always draws."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) / 16**8
