"""X, which was Twitter: read live, and from saved pages and data answers."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.x.pages import LIVE
from selfaudit.platforms.x.parse import PLATFORM, parse, recognise, signed_out, viewer

X = Platform(
    id=PLATFORM,
    title="X (Twitter)",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
)
