"""Snapchat: its public page, live or saved; the settings of the phone's app are asked."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.snapchat.export import SNAPCHAT_EXPORT
from selfaudit.platforms.snapchat.pages import LIVE
from selfaudit.platforms.snapchat.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.snapchat.settings import SWITCHES

SNAPCHAT = Platform(
    id=PLATFORM,
    title="Snapchat",
    also=("snap",),
    recognise=recognise,
    parse=parse,
    live=LIVE,
    lacks=frozenset({Part.COMMENTS}),
    viewer=viewer,
    signed_out=signed_out,
    export=SNAPCHAT_EXPORT,
    questions=SWITCHES.questionnaire,
    evidence=(
        "Published shape: the data of the public page. Invented: all pages in our tests. No real page was"
        " to be had. Export: constructed after published readers."
    ),
    notes={
        Part.POSTS: "in part: stories for friends and sent snaps stand in the phone's app only",
        Part.IMAGES: "in part: pictures for friends stand in the phone's app only",
        Part.CONNECTIONS: "friends stand in the phone's app only; the download of your data lists them",
        Part.SETTINGS: "in part: nearly all stand in the phone's app only, and are asked of you",
    },
)
