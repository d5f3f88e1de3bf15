"""The closed sets of the model in the words that a worried person reads. British English, no verdicts."""

from __future__ import annotations

from selfaudit.model.vocabulary import Confidence, Door, Lens, Part, Severity

PLATFORMS = {
    "blog": "Blog",
    "bluesky": "Bluesky",
    "facebook": "Facebook",
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
    Confidence.CERTAIN: "Certain",
    Confidence.LIKELY: "Likely",
    Confidence.UNSURE: "Not sure: you need to look",
}

DOORS = {
    Door.LIVE: "Read live in a browser on this computer",
    Door.PAGES: "Read from pages that you saved",
    Door.EXPORT: "Read from the download of your data that the site gave you",
}

_OWNER_SAW = {
    Door.LIVE: "Only you saw this, when signed in",
    Door.PAGES: "In a page that you saved; it does not tell who else can see this",
    Door.EXPORT: "In your data download; it does not tell who else can see this",
}


def platform(name: str) -> str:
    """What people call the network."""
    return PLATFORMS.get(name, name[:1].upper() + name[1:])


def who_sees(lens: Lens | None, door: Door | None, *, public_was_stopped: bool) -> str:
    """Which lens met something; where the stranger's look was cut short, "only you" would claim too much."""
    if lens is Lens.PUBLIC:
        return "A stranger can see this"
    if lens is None:
        return "It is not known who can see this"
    if door is Door.LIVE and public_was_stopped:
        return "You saw this when signed in; whether a stranger can was not fully seen"
    return _OWNER_SAW[door or Door.PAGES]


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: "1 post", "2 posts"."""
    return f"{number:,} {one if number == 1 else many}"


def listed(items: list[str] | tuple[str, ...]) -> str:
    """Things in a row: "a, b and c"."""
    *rest, last = items
    return f"{', '.join(rest)} and {last}" if rest else last


def sentence(text: str) -> str:
    """The text begun with a capital letter and ended with a full stop."""
    text = text.strip()
    if not text:
        return ""
    ended = text if text[-1] in ".!?…" else f"{text}."
    return f"{ended[0].upper()}{ended[1:]}"
