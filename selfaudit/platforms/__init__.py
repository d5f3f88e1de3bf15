"""The platforms, in a list written by hand."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.blog import BLOG
from selfaudit.platforms.bluesky import BLUESKY
from selfaudit.platforms.mastodon import MASTODON

PLATFORMS: tuple[Platform, ...] = (MASTODON, BLUESKY, BLOG)
