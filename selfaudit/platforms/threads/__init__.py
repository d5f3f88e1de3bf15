"""Threads: read live, and from saved pages and data answers."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.threads.export import THREADS_EXPORT
from selfaudit.platforms.threads.pages import LIVE
from selfaudit.platforms.threads.parse import PLATFORM, parse, recognise, signed_out, viewer

THREADS = Platform(
    id=PLATFORM,
    title="Threads",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    export=THREADS_EXPORT,
    evidence=(
        "Published shape: names of its data (2025). Invented: all pages in our tests; who is signed in,"
        " lists of people, the words on the settings pages. No real page was to be had. Export:"
        " constructed after published readers; it lies inside an export of Instagram."
    ),
    notes={
        Part.COMMENTS: "in part: not every answer to a post is shown; those that are shown are kept",
        Part.CONNECTIONS: (
            "Threads opens its lists of people only at a click; a recording of the browser (HAR) holds them"
        ),
    },
)
