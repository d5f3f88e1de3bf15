"""Mastodon: the live door to the person's server, saved pages, and data answers."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.mastodon.export import MASTODON_EXPORT
from selfaudit.platforms.mastodon.pages import LIVE
from selfaudit.platforms.mastodon.parse import PLATFORM, parse, recognise, signed_out, viewer

MASTODON = Platform(
    id=PLATFORM,
    title="Mastodon",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    export=MASTODON_EXPORT,
    evidence=(
        "Real saved data: answers of a test server (August 2026). Published shape: today's pages."
        " Invented: profile pages as they stand on the screen; the server that the live door was tried on."
    ),
)
