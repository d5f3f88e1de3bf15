"""Vimeo: a live door and saved pages."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.vimeo.pages import LIVE
from selfaudit.platforms.vimeo.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.vimeo.settings import SWITCHES

VIMEO = Platform(
    id=PLATFORM,
    title="Vimeo",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    questions=SWITCHES.questionnaire,
    evidence=(
        "Real saved data: a logged-out page of a video (May 2025). Published shape: records of people,"
        " videos and comments. Invented: the owner's view, who is signed in."
    ),
    notes={
        Part.COMMENTS: "they stand on each video's own page, which is not opened",
    },
)
