"""LinkedIn: read live, and from saved pages and linked data."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.linkedin.pages import LIVE
from selfaudit.platforms.linkedin.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.linkedin.settings import SWITCHES

LINKEDIN = Platform(
    id=PLATFORM,
    title="LinkedIn",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    questions=SWITCHES.questionnaire,
)
