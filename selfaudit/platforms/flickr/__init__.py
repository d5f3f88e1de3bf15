"""Flickr: a live door and saved pages."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
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
    questions=SWITCHES.questionnaire,
    evidence=(
        "Real saved data: a contributor's own published record and a list of photos, as answers."
        " Published shape: the records inside pages (2018 to 2026). Invented: all pages in our tests, who"
        " is signed in."
    ),
    notes={
        Part.COMMENTS: (
            "they stand on each photo's own page, which is not opened; Flickr's download of your data"
            " holds those that you wrote"
        ),
        Part.CONTACT: "Flickr's “About” page shows them where you let it; this version does not read them",
        Part.CONNECTIONS: "Flickr's list of people you follow is not opened signed out",
        Part.SETTINGS: "nothing published shows how Flickr's settings pages are built",
    },
)
