"""Reddit: a live door, saved pages and its export."""

from __future__ import annotations

from selfaudit.model.platform import Platform
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.reddit.export import REDDIT_EXPORT
from selfaudit.platforms.reddit.pages import LIVE
from selfaudit.platforms.reddit.parse import PLATFORM, parse, recognise, signed_out, viewer
from selfaudit.platforms.reddit.settings import SETTINGS

REDDIT = Platform(
    id=PLATFORM,
    title="Reddit",
    recognise=recognise,
    parse=parse,
    live=LIVE,
    viewer=viewer,
    signed_out=signed_out,
    export=REDDIT_EXPORT,
    questions=SETTINGS.questionnaire,
    evidence=(
        "Real saved data: answers of 2016 to 2018 and a bare page of a post (December 2025). Published"
        " shape: today's pages and the old ones. Invented: the owner's view of today, curated profiles,"
        " walls. The export's tables follow published readers; its samples are constructed."
    ),
    notes={
        Part.CONTACT: "in part: links beside a profile are kept where a page that was opened shows them",
        Part.CONNECTIONS: "Reddit shows who follows you in its app only, and whom you follow only to you",
    },
)
