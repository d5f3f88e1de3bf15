"""Pinterest: a live door, saved pages and its export."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.pinterest.export import PINTEREST_EXPORT
from selfaudit.platforms.pinterest.pages import LIVE
from selfaudit.platforms.pinterest.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.pinterest.settings import SWITCHES

PINTEREST = Platform(
    id=PLATFORM,
    title="Pinterest",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    export=PINTEREST_EXPORT,
    questions=SWITCHES.questionnaire,
    evidence=(
        "Published shape: the records in its pages and answers (2023 to 2026). Invented: all pages in our"
        " tests. No real page was to be had. Export: one published Pin; its other sections are invented."
    ),
    notes={
        Part.COMMENTS: "they stand on each Pin's own page, which is not opened",
        Part.CONNECTIONS: (
            "Pinterest opens its lists of people only at a click; a recording of the browser (HAR) holds them"
        ),
    },
)
