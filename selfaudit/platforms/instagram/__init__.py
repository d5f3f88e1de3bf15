"""Instagram: read live, and from saved pages and data answers."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.instagram.pages import LIVE
from selfaudit.platforms.instagram.parse import PLATFORM, parse, recognise, signed_out, viewer

INSTAGRAM = Platform(
    id=PLATFORM,
    title="Instagram",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
)
