"""Pinterest: a live door and saved pages."""

from __future__ import annotations

from selfaudit.model.platform import Platform
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
    questions=SWITCHES.questionnaire,
)
