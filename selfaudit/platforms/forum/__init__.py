"""Message boards of many makes: phpBB, MyBB, NodeBB, Discourse, vBulletin, XenForo, Flarum, Spirit."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.forum.export import FORUM_EXPORT
from selfaudit.platforms.forum.pages import BOARD
from selfaudit.platforms.forum.parse import PLATFORM, parse, recognise, signed_out, viewer

FORUM = Platform(
    id=PLATFORM,
    title="Message boards",
    also=(
        "board",
        "messageboard",
        "bulletinboard",
        "phpbb",
        "mybb",
        "nodebb",
        "discourse",
        "vbulletin",
        "xenforo",
        "flarum",
        "spirit",
    ),
    recognise=recognise,
    parse=parse,
    live=BOARD,
    export=FORUM_EXPORT,
    viewer=viewer,
    signed_out=signed_out,
    evidence=(
        "Real saved data (2016 to 2019): threads of phpBB, NodeBB, XenForo and vBulletin 5, signed out,"
        " and of vBulletin 3, signed in; Discourse answers; and two boards that run in our tests (Spirit,"
        " NodeBB), signed in and out."
        " Published shape: templates of all makes. Invented: owners' views and settings of those that do"
        " not run here. Exports (Discourse, NodeBB) follow the programs that write them."
    ),
    notes={
        Part.CONNECTIONS: "boards show lists of friends only to their owner",
    },
)
