"""The platforms, in a list written by hand."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.at_walls import telling_walls
from selfaudit.platforms.blog import BLOG
from selfaudit.platforms.bluesky import BLUESKY
from selfaudit.platforms.cut_short import minding_the_end
from selfaudit.platforms.discord import DISCORD
from selfaudit.platforms.documents import DOCUMENTS
from selfaudit.platforms.facebook import FACEBOOK
from selfaudit.platforms.falling_back import falling_back
from selfaudit.platforms.flickr import FLICKR
from selfaudit.platforms.forum import FORUM
from selfaudit.platforms.instagram import INSTAGRAM
from selfaudit.platforms.linkedin import LINKEDIN
from selfaudit.platforms.mastodon import MASTODON
from selfaudit.platforms.pinterest import PINTEREST
from selfaudit.platforms.practice import PLATFORM as PRACTICE
from selfaudit.platforms.reddit import REDDIT
from selfaudit.platforms.snapchat import SNAPCHAT
from selfaudit.platforms.threads import THREADS
from selfaudit.platforms.tiktok import TIKTOK
from selfaudit.platforms.tumblr import TUMBLR
from selfaudit.platforms.vimeo import VIMEO
from selfaudit.platforms.website import WEBSITE
from selfaudit.platforms.x import X
from selfaudit.platforms.youtube import YOUTUBE

PLATFORMS: tuple[Platform, ...] = tuple(
    minding_the_end(telling_walls(falling_back(one)))
    for one in (
        FACEBOOK,
        INSTAGRAM,
        THREADS,
        SNAPCHAT,
        X,
        LINKEDIN,
        TIKTOK,
        YOUTUBE,
        REDDIT,
        MASTODON,
        BLUESKY,
        PINTEREST,
        FLICKR,
        VIMEO,
        TUMBLR,
        DISCORD,
        PRACTICE,
        FORUM,
        DOCUMENTS,
        BLOG,
        WEBSITE,
    )
)
"""The first that knows a page takes it; a blog can be anywhere and any site's page can be
"any other site", so they come last."""
