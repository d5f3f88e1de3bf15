"""Any other site, read by what its pages say for machines and for screen readers."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.platforms.website.pages import ANY_SITE
from selfaudit.platforms.website.parse import PLATFORM, parse, recognise, signed_out, viewer

WEBSITE = Platform(
    id=PLATFORM,
    title="Any other site",
    recognise=recognise,
    parse=parse,
    live=ANY_SITE,
    viewer=viewer,
    signed_out=signed_out,
)
