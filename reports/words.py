"""The closed sets of the model in the words that a worried person reads. British English, no verdicts."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from selfaudit.model.vocabulary import Confidence, Door, Lens, Part, Severity

PLATFORMS = {
    "blog": "Blog",
    "bluesky": "Bluesky",
    "documents": "Document-sharing site",
    "draft": "Draft",
    "facebook": "Facebook",
    "flickr": "Flickr",
    "forum": "Forum",
    "instagram": "Instagram",
    "linkedin": "LinkedIn",
    "mastodon": "Mastodon",
    "pinterest": "Pinterest",
    "practice": "Practice network",
    "reddit": "Reddit",
    "snapchat": "Snapchat",
    "threads": "Threads",
    "tiktok": "TikTok",
    "tumblr": "Tumblr",
    "vimeo": "Vimeo",
    "website": "Website",
    "x": "X (Twitter)",
    "youtube": "YouTube",
}

PARTS = {
    Part.BIO: "About you",
    Part.CONTACT: "Contact details",
    Part.POSTS: "Posts",
    Part.COMMENTS: "Comments",
    Part.IMAGES: "Pictures",
    Part.CONNECTIONS: "Friends and followers",
    Part.SETTINGS: "Privacy settings",
    Part.OTHER: "Other parts",
}

SEVERITIES = {
    Severity.SERIOUS: "Serious: look at this first",
    Severity.MODERATE: "Moderate: look at this next",
    Severity.ADVICE: "Advice: when you have a moment",
}

CONFIDENCES = {
    Confidence.CERTAIN: "How sure: certain",
    Confidence.LIKELY: "How sure: likely",
    Confidence.UNSURE: "How sure: not sure, you need to look",
}

DOORS = {
    Door.LIVE: "Read live in a browser on this computer",
    Door.PAGES: "Read from pages that you saved",
    Door.EXPORT: "Read from the download of your data that the site gave you",
}

SOURCES = {Door.LIVE: "read live", Door.PAGES: "saved pages", Door.EXPORT: "data download"}


class Opened(StrEnum):
    """What a link leads to."""

    POST = "post"
    COMMENT = "comment"
    PHOTO = "photo"
    PROFILE = "profile"
    SETTING = "setting"
    PAGE = "page"


SETTING = "Your setting, as the site shows it to you"
_OWNER_SAW = {
    Door.LIVE: "Only you saw this, when signed in",
    Door.PAGES: "In a page that you saved; who else can see this is not known",
    Door.EXPORT: "In your data download; who else can see this is not known",
}


def platform(name: str) -> str:
    """What people call the network."""
    return PLATFORMS.get(name, name[:1].upper() + name[1:])


def who_sees(lens: Lens | None, door: Door | None, *, public_was_stopped: bool) -> str:
    """Which lens met something; where the stranger's look was cut short, "only you" would claim too much."""
    if lens is Lens.PUBLIC:
        return "A stranger can see this"
    if lens is None or door is None:
        return "Who can see this is not known"
    if door is Door.LIVE and public_was_stopped:
        return "You saw this when signed in; a stranger may see it too"
    return _OWNER_SAW[door]


def opens(what: Opened) -> str:
    """The words of a link that leads to this."""
    return f"Open the {what}"


def key(name: str) -> str:
    """What a piece of evidence is called by, for who takes it for a false alarm."""
    return f"Key {name}" if name else ""


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 post", "2 posts"."""
    return f"{number:,} {one if number == 1 else many}"


def named(items: Iterable[str]) -> str:
    """Things in a row whose names may hold an "and" of their own: "a, b and b, c"."""
    return ", ".join(items)


def sentence(text: str) -> str:
    """The text begun with a capital letter and ended with a full stop."""
    text = text.strip()
    if not text:
        return ""
    ended = text if text.rstrip("\"'”\u2019")[-1:] in (*".!?…",) else f"{text}."
    return f"{ended[0].upper()}{ended[1:]}"
