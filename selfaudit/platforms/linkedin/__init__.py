"""LinkedIn: read live, and from saved pages and linked data."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.linkedin.export import LINKEDIN_EXPORT
from selfaudit.platforms.linkedin.pages import LIVE
from selfaudit.platforms.linkedin.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.linkedin.settings import SWITCHES

LINKEDIN = Platform(
    id=PLATFORM,
    title="LinkedIn",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    export=LINKEDIN_EXPORT,
    questions=SWITCHES.questionnaire,
    evidence=(
        "Real saved data: the description for machines of a logged-out profile (2026) and an article"
        " (2016). Published shape: the public page (2023, 2026). Invented: signed-in pages, connections,"
        " the page of public visibility. Export: published samples of the profile and of connections; the"
        " rest is constructed after published readers."
    ),
    notes={
        Part.COMMENTS: (
            "what others wrote stands below each post, which is not opened; save posts with theirs open"
        ),
        Part.CONTACT: (
            "they are shown only at a click on “Contact info”; save that page, or look there by hand"
        ),
        Part.IMAGES: "in part: strangers are shown a few posts; the pictures of those are kept",
        Part.CONNECTIONS: "LinkedIn shows connections only to those who are signed in",
    },
)
