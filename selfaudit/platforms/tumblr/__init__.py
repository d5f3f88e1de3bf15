"""Tumblr: a live door, saved pages and its own export."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.tumblr.export import TUMBLR_EXPORT
from selfaudit.platforms.tumblr.pages import LIVE
from selfaudit.platforms.tumblr.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.tumblr.settings import SWITCHES

TUMBLR = Platform(
    id=PLATFORM,
    title="Tumblr",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    lacks=frozenset({Part.CONTACT}),
    viewer=viewer,
    signed_out=signed_out,
    questions=SWITCHES.questionnaire,
    evidence=(
        "Published shape: the script of its pages and its answers (2022 to 2026). Invented: all pages in"
        " our tests. No real page was to be had."
    ),
    notes={
        Part.COMMENTS: "what others replied stands in the notes of each post, which are not opened",
        Part.CONNECTIONS: (
            "Tumblr shows its lists of people only to those who are signed in, and the live door opens"
            " them there"
        ),
    },
    export=TUMBLR_EXPORT,
)
