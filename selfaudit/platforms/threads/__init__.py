"""Threads: read live, and from saved pages and data answers."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.threads.pages import LIVE
from selfaudit.platforms.threads.parse import PLATFORM, parse, recognise, signed_out, viewer

THREADS = Platform(
    id=PLATFORM,
    title="Threads",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
)
