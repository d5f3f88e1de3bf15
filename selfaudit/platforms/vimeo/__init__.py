"""Vimeo: a live door and saved pages."""

from __future__ import annotations

from selfaudit.model.platform import Platform
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
)
