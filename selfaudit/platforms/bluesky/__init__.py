"""Bluesky: the live door to bsky.app or to a server of one's own, saved pages, and data answers."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.bluesky.export import BLUESKY_EXPORT
from selfaudit.platforms.bluesky.pages import LIVE
from selfaudit.platforms.bluesky.parse import PLATFORM, parse, recognise, signed_out, viewer

BLUESKY = Platform(
    id=PLATFORM,
    title="Bluesky",
    also=("bsky",),
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    export=BLUESKY_EXPORT,
    evidence=(
        "Real software: a server of one's own (PDS 0.5.35, November 2026), signed in to by its own form."
        " Real saved data: a logged-out profile page (January 2026) and published examples of answers."
        " Invented: what bsky.app shows to whoever is signed in."
    ),
)
