"""The words used everywhere: closed sets, each with the plain English that people read."""

from __future__ import annotations

from enum import StrEnum
from functools import total_ordering


@total_ordering
class _Ordered(StrEnum):
    """A closed set whose members are compared by their place in the list, least first."""

    @property
    def rank(self) -> int:
        return list(type(self)).index(self)

    def __lt__(self, other: object) -> bool:
        return self.rank < other.rank if isinstance(other, type(self)) else NotImplemented

    def __le__(self, other: object) -> bool:
        return self.rank <= other.rank if isinstance(other, type(self)) else NotImplemented

    def __gt__(self, other: object) -> bool:
        return self.rank > other.rank if isinstance(other, type(self)) else NotImplemented

    def __ge__(self, other: object) -> bool:
        return self.rank >= other.rank if isinstance(other, type(self)) else NotImplemented


class Lens(StrEnum):
    """Who is looking."""

    OWNER = "owner"
    PUBLIC = "public"


class Door(StrEnum):
    """How the material came in."""

    LIVE = "live"
    PAGES = "pages"
    EXPORT = "export"


class Part(StrEnum):
    """A named part of a profile, which a check may need and which may be missing."""

    BIO = "bio"
    CONTACT = "contact"
    POSTS = "posts"
    COMMENTS = "comments"
    IMAGES = "images"
    CONNECTIONS = "connections"
    SETTINGS = "settings"
    OTHER = "other"

    @classmethod
    def _missing_(cls, _value: object) -> Part:
        """A part that this version does not know still counts as missing something."""
        return cls.OTHER

    @property
    def words(self) -> str:
        """The part as a person would name it."""
        return _PART_WORDS[self]


_PART_WORDS = {
    Part.BIO: "what you say about yourself",
    Part.CONTACT: "contact details",
    Part.POSTS: "posts",
    Part.COMMENTS: "comments",
    Part.IMAGES: "pictures",
    Part.CONNECTIONS: "friends and followers",
    Part.SETTINGS: "privacy settings",
    Part.OTHER: "other parts of the profile",
}


class Audience(StrEnum):
    """Whom a post was shared with, as the site says."""

    PUBLIC = "public"
    FRIENDS = "friends"
    PRIVATE = "private"
    CUSTOM = "custom"
    UNKNOWN = "unknown"

    @classmethod
    def _missing_(cls, _value: object) -> Audience:
        return cls.UNKNOWN


class PostKind(StrEnum):
    """What sort of text an item is."""

    POST = "post"
    REPOST = "repost"
    COMMENT = "comment"
    REPLY = "reply"
    STORY = "story"
    CAPTION = "caption"
    BIO = "bio"

    @classmethod
    def _missing_(cls, _value: object) -> PostKind:
        return cls.POST


class ImageRole(StrEnum):
    """Where on the profile a picture stands."""

    AVATAR = "avatar"
    BANNER = "banner"
    PHOTO = "photo"

    @classmethod
    def _missing_(cls, _value: object) -> ImageRole:
        return cls.PHOTO


class Outcome(_Ordered):
    """A check's conclusion; of several, the greatest counts."""

    NOT_APPLICABLE = "not_applicable"
    CLEAR = "clear"
    NOT_CHECKED = "not_checked"
    NEEDS_REVIEW = "needs_review"
    CONCERN = "concern"


class Severity(_Ordered):
    """How much it would matter, were it so. Says nothing of how sure anyone is."""

    ADVICE = "advice"
    MODERATE = "moderate"
    SERIOUS = "serious"


class Confidence(_Ordered):
    """How sure the evidence is. UNSURE alone never makes a concern."""

    UNSURE = "unsure"
    LIKELY = "likely"
    CERTAIN = "certain"


class Detector(StrEnum):
    """What can be asked of the material before any policy is held against it."""

    LANGUAGE = "language"
    LOGOS = "logos"
    PUPILS = "pupils"
    WORDS = "words in pictures"
