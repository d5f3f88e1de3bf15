"""Tumblr: a live door and saved pages."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.tumblr.pages import LIVE
from selfaudit.platforms.tumblr.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.tumblr.settings import SWITCHES

TUMBLR = Platform(
    id=PLATFORM,
    title="Tumblr",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    questions=SWITCHES.questionnaire,
)
