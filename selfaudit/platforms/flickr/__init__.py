"""Flickr: a live door, saved pages and its export."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.flickr.export import FLICKR_EXPORT
from selfaudit.platforms.flickr.pages import LIVE
from selfaudit.platforms.flickr.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.flickr.settings import SWITCHES

FLICKR = Platform(
    id=PLATFORM,
    title="Flickr",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    export=FLICKR_EXPORT,
    questions=SWITCHES.questionnaire,
    evidence=(
        "Real saved data: a contributor's own published record and a list of photos, as answers."
        " Published shape: the records inside pages (2018 to 2026). Invented: all pages in our tests, who"
        " is signed in. The export's files follow published readers; its samples are constructed."
    ),
    notes={
        Part.COMMENTS: (
            "they stand on each photo's own page, which is not opened; Flickr's download of your data"
            " holds those that you wrote"
        ),
        Part.CONTACT: "in part: Flickr's “About” page shows them where you let it; what it carries is kept",
        Part.CONNECTIONS: "Flickr's list of people you follow is not opened signed out",
        Part.SETTINGS: "nothing published shows how Flickr's settings pages are built",
    },
)
