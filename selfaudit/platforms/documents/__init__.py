"""Sites for sharing documents: SlideShare, Issuu, Scribd and their kind."""

from __future__ import annotations

from dataclasses import replace

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.documents.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.website.pages import ANY_SITE

DOCUMENTS = Platform(
    id=PLATFORM,
    title="Document-sharing sites",
    also=("document", "scribd", "slideshare", "issuu"),
    recognise=recognise,
    parse=parse,
    live=replace(
        ANY_SITE,
        parts=ANY_SITE.parts - {Part.CONTACT},
        public_parts=ANY_SITE.public_parts - {Part.CONTACT},
    ),
    viewer=viewer,
    signed_out=signed_out,
    evidence=(
        "Published shape: what readers say of the data in pages of SlideShare and Issuu; schema.org for"
        " the rest. Invented: all pages in our tests. No real page was to be had."
    ),
    notes={
        Part.COMMENTS: "they stand on each document's own page and are not read",
        Part.CONTACT: "selfaudit does not know where these sites show them; please look by hand",
        Part.CONNECTIONS: "selfaudit does not know where these sites show followers; please look by hand",
        Part.SETTINGS: (
            "selfaudit does not know the privacy settings of these sites; please look through them by hand"
        ),
    },
)
