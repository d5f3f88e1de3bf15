"""Sites for sharing documents: SlideShare, Issuu, Scribd and their kind."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.documents.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.website.pages import ANY_SITE

DOCUMENTS = Platform(
    id=PLATFORM,
    title="Document-sharing sites",
    recognise=recognise,
    parse=parse,
    live=ANY_SITE,
    viewer=viewer,
    signed_out=signed_out,
)
