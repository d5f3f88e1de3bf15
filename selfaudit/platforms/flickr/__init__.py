"""Flickr: a live door and saved pages."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.flickr.pages import LIVE
from selfaudit.platforms.flickr.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.flickr.settings import SWITCHES

FLICKR = Platform(
    id=PLATFORM,
    title="Flickr",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    questions=SWITCHES.questionnaire,
)
