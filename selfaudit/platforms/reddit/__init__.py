"""Reddit: a live door and saved pages."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.reddit.pages import LIVE
from selfaudit.platforms.reddit.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.reddit.settings import SETTINGS

REDDIT = Platform(
    id=PLATFORM,
    title="Reddit",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    questions=SETTINGS.questionnaire,
)
