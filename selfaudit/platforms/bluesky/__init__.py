"""Bluesky: read from saved pages and data answers. There is no live door yet."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.bluesky.parse import PLATFORM, parse, recognise, signed_out, viewer

BLUESKY = Platform(
    id=PLATFORM,
    title="Bluesky",
    recognise=recognise,
    parse=parse,
    viewer=viewer,
    signed_out=signed_out,
)
