"""Any other site, read by what its pages say for machines and for screen readers."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.website.pages import ANY_SITE
from selfaudit.platforms.website.parse import PLATFORM, parse, recognise, several, signed_out, viewer

WEBSITE = Platform(
    id=PLATFORM,
    title="Any other site",
    also=("site", "webpage", "homepage"),
    recognise=recognise,
    parse=parse,
    live=ANY_SITE,
    viewer=viewer,
    writers=several,
    signed_out=signed_out,
    evidence=(
        "Published formats (microformats, schema.org, OpenGraph, feeds, ARIA), and no single site."
        " Invented: all pages in our tests."
    ),
    notes={
        Part.COMMENTS: "in part: what pages mark as comments is kept; nothing tells whether that is all",
        Part.CONNECTIONS: "it is not known where such a site shows followers; please look by hand",
        Part.SETTINGS: (
            "selfaudit does not know the privacy settings of such a site; please look through them by hand"
        ),
    },
)
