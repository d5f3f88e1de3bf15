"""Facebook: read live, and from saved pages and data answers."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.facebook.pages import LIVE
from selfaudit.platforms.facebook.parse import (
    PLATFORM,
    parse,
    recognise,
    signed_out,
    viewer,
)

FACEBOOK = Platform(
    id=PLATFORM,
    title="Facebook",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
)
