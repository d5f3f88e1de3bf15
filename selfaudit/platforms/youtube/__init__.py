"""YouTube: a live door, saved pages and its part of Google Takeout."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.youtube.export import YOUTUBE_EXPORT
from selfaudit.platforms.youtube.pages import LIVE
from selfaudit.platforms.youtube.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.youtube.settings import SETTINGS

YOUTUBE = Platform(
    id=PLATFORM,
    title="YouTube",
    also=("yt", "youtu"),
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    export=YOUTUBE_EXPORT,
    questions=SETTINGS.questionnaire,
    evidence=(
        "Real saved data: channel answers of 2026 (three channels) and a page of January 2024, all logged"
        " out. Published shape: videos' own pages, comments, posts, subscriptions, switches. Invented: the"
        " owner's view. The export's tables follow published readers; its samples are constructed."
    ),
    notes={
        Part.COMMENTS: (
            "YouTube fetches them only below an opened video; those that a saved video page shows are kept"
        ),
        Part.CONNECTIONS: "subscriptions are shown only to their owner; subscribers only in YouTube Studio",
    },
)
