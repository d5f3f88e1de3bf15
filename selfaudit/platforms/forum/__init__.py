"""Message boards of many makes: phpBB, MyBB, NodeBB, Discourse, vBulletin, XenForo, Flarum, Spirit."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.forum.pages import BOARD
from selfaudit.platforms.forum.parse import PLATFORM, parse, recognise, signed_out, viewer

FORUM = Platform(
    id=PLATFORM,
    title="Message boards",
    recognise=recognise,
    parse=parse,
    live=BOARD,
    viewer=viewer,
    signed_out=signed_out,
)
