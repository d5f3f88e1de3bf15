"""One profile, normalised: what every door ends in and every check starts from.

Unknown is ``None`` or a `Gap`, never a guess and never zero. Times are UTC. Other people's words carry
``own=False``. Optional fields default, so that a hand-written ``snapshot.json`` with only the public
contract's fields can be checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from selfaudit.model.shelf import shelved
from selfaudit.model.vocabulary import Audience, Door, ImageRole, Lens, Part, PostKind

SCHEMA = 1
BIO_ITEM = "bio"
CONTACT_ITEM = "contact"
OTHERS_WORDS = "an export does not hold what others wrote under your posts"
_BY_PROGRAM = re.compile(
    r"""
      (?:^|[.!?]\ )\s*(?:
          (?:image|photo|picture)\ (?:may|might)\ contain\b
        | (?:may|might)\ be\ (?:an?\ )?(?:[\w-]+\ ){0,3}
          (?:image|photo|picture|graphic|illustration|drawing|painting|cartoon|meme|selfie|screenshot
            |close-?up|doodle|art|text)\b
      )
    | ^\s*this\ may\ contain:
    | ^\s*this\ contains\ an\ image\ of\b
    | ^\s*no\ (?:photo|image|alternative\ text)\ description\b
    | \bdescription\ (?:was\ )?automatically\ generated\b
    | \bai-generated\ content\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""How networks and office programs begin or end what they themselves make out in a picture."""
_READING = {"coerce_numbers_to_str": True}
"""Exports write ids as numbers as often as text; `codec` reads both."""


def as_utc(moment: datetime | None) -> datetime | None:
    """The same moment in UTC; a time without a zone is taken to be UTC already."""
    if moment is None or moment.tzinfo is UTC:
        return moment
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the owner states about themselves in a field of its own: workplace, birthday, town."""

    name: str
    value: str
    lenses: tuple[Lens, ...] = ()


@dataclass(frozen=True, slots=True)
class Owner:
    """The person whose profile this is. ``bio`` is ``None`` when not seen and ``""`` when seen and empty.

    ``shown`` holds the texts among these that the stranger's lens saw: bio, addresses, numbers, links. It is
    ``None`` where nobody noted it, as in a snapshot written by hand.
    """

    name: str | None = None
    handle: str | None = None
    bio: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    url: str | None = None
    lenses: tuple[Lens, ...] = ()
    shown: tuple[str, ...] | None = None

    def lenses_of(self, text: str | None) -> tuple[Lens, ...]:
        """Which lenses saw this text: not every lens that saw the profile saw all of it."""
        if self.shown is None or Lens.PUBLIC not in self.lenses:
            return self.lenses
        if text in self.shown:
            return self.lenses
        return tuple(lens for lens in self.lenses if lens is not Lens.PUBLIC)


@shelved("text")
@dataclass(frozen=True, slots=True)
class Post:
    """A text on the profile: a post, a comment, a caption; ``own`` says whether the owner wrote it.

    What the owner passed on is known by its ``kind``, whoever is said to have written it.
    """

    __pydantic_config__ = _READING

    id: str
    text: str = ""
    kind: PostKind = PostKind.POST
    own: bool = True
    time: datetime | None = None
    audience: Audience = Audience.UNKNOWN
    lenses: tuple[Lens, ...] = ()
    url: str | None = None
    images: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    parent: str | None = None
    author: str | None = None

    def __post_init__(self) -> None:
        if self.time is not None and self.time.tzinfo is not UTC:
            object.__setattr__(self, "time", as_utc(self.time))

    @property
    def shared(self) -> bool:
        """Whether these are somebody else's words that the owner passed on."""
        return self.kind is PostKind.REPOST

    @property
    def owners_doing(self) -> bool:
        """Whether the owner put it there, by writing it or by passing it on."""
        return self.own or self.shared


@dataclass(frozen=True, slots=True)
class Connection:
    """Someone the owner is linked to. ``about`` is the line the site shows beneath the name."""

    __pydantic_config__ = _READING

    id: str
    display_name: str | None = None
    handle: str | None = None
    relation: str = "unknown"
    since: datetime | None = None
    about: str | None = None
    url: str | None = None
    lenses: tuple[Lens, ...] = ()

    def __post_init__(self) -> None:
        if self.since is not None and self.since.tzinfo is not UTC:
            object.__setattr__(self, "since", as_utc(self.since))


@dataclass(frozen=True, slots=True)
class Setting:
    """One privacy switch: its value, the most private value that is asked for, and where it is changed.

    ``stricter`` are the values that are more private still than ``highest``: nobody is advised against them.
    ``note`` is how the value is known, where that is not from the site: the person said so.
    """

    __pydantic_config__ = _READING

    name: str
    value: str | None = None
    highest: str | None = None
    lens: Lens | None = None
    label: str | None = None
    where: str | None = None
    url: str | None = None
    note: str | None = None
    stricter: tuple[str, ...] = ()


@shelved("caption")
@dataclass(frozen=True, slots=True)
class Image:
    """A picture. ``file`` is its place inside the snapshot folder; ``None`` when it could not be kept."""

    __pydantic_config__ = _READING

    id: str
    file: str | None = None
    role: ImageRole = ImageRole.PHOTO
    post: str | None = None
    url: str | None = None
    caption: str | None = None
    lenses: tuple[Lens, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that could not be seen, and why, in words for a person.

    ``count`` is how many items are missing when that is known. ``lens`` is set when only one lens was
    stopped; ``None`` means that nobody could look.
    """

    part: Part
    reason: str
    count: int | None = None
    lens: Lens | None = None

    @property
    def of_others(self) -> bool:
        """Whether nothing of the owner's own is missing."""
        return self.reason == OTHERS_WORDS


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One profile as it stood at ``taken_at``.

    ``read`` lists the parts that were positively read to their end, so that an empty part can be told
    from an unread one: by the owner's lens, or by the stranger's where only that one looked; what the other
    lens did not read to its end is a gap. ``lacks`` lists the parts that this kind of site does not have at
    all.
    ``proof`` says how it was established whose profile this is.
    """

    platform: str
    door: Door = Door.PAGES
    schema: int = SCHEMA
    owner: Owner = Owner()
    posts: tuple[Post, ...] = ()
    connections: tuple[Connection, ...] = ()
    settings: tuple[Setting, ...] = ()
    images: tuple[Image, ...] = ()
    gaps: tuple[Gap, ...] = ()
    read: tuple[Part, ...] = ()
    lacks: tuple[Part, ...] = ()
    site: str | None = None
    proof: str | None = None
    taken_at: datetime | None = None
    addresses: tuple[tuple[Lens, str], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "taken_at", as_utc(self.taken_at))

    def texts(self) -> Iterator[Post]:
        """Every text: the bio first (as an own item named ``bio``), posts, what is said of pictures.

        Empty ones are left out.
        """
        if self.owner.bio:
            yield Post(
                id=BIO_ITEM,
                text=self.owner.bio,
                kind=PostKind.BIO,
                lenses=self.owner.lenses_of(self.owner.bio),
                url=self.owner.url,
            )
        yield from (post for post in self.posts if post.text)
        yield from self._captions()

    def _captions(self) -> Iterator[Post]:
        """What people wrote of pictures where no post says it too, under the picture's id.

        It is said by whoever put the picture there; what a program made out in it is said by nobody. Where a
        text goes by the picture's id already, the caption is told from it.
        """
        posts = self.posts_of_pictures()
        taken = {BIO_ITEM, *(post.id for post in self.posts)}
        told: set[tuple[str, str]] = set()
        for image in self.images:
            text = (image.caption or "").strip()
            post = posts.get(image.post or "") or posts.get(image.file or "")
            place = (post.id if post else image.id, text)
            if not text or place in told or _BY_PROGRAM.search(text) or (post and text in post.text):
                continue
            told.add(place)
            name = f"{image.id}#caption" if image.id in taken else image.id
            yield text_of_picture(name, text, image, post)

    def posts_of_pictures(self) -> Mapping[str, Post]:
        """The posts that pictures stand in, by their own id and by the files that they name."""
        by_file = {file: post for post in self.posts for file in post.images}
        return {**by_file, **{post.id: post for post in self.posts}}

    def pictures(self) -> Iterator[Image]:
        """Every picture: the listed ones, and those that only a post names, under the post's id."""
        yield from self.images
        listed = {image.file for image in self.images}
        for post in self.posts:
            alone = [file for file in dict.fromkeys(post.images) if file not in listed]
            for number, file in enumerate(alone, 1):
                name = post.id if number == 1 else f"{post.id}#{number}"
                yield Image(id=name, file=file, post=post.id, url=post.url, lenses=post.lenses)

    def has(self, part: Part) -> bool:
        """Whether anything of this part is here."""
        match part:
            case Part.BIO:
                return self.owner.bio is not None
            case Part.CONTACT:
                return bool(self.owner.emails or self.owner.phones or self.owner.links)
            case Part.POSTS:
                return any(post.kind is not PostKind.COMMENT for post in self.posts)
            case Part.COMMENTS:
                return any(post.kind is PostKind.COMMENT for post in self.posts)
            case Part.IMAGES:
                return any(True for _ in self.pictures())
            case Part.CONNECTIONS:
                return bool(self.connections)
            case Part.SETTINGS:
                return bool(self.settings)
            case Part.OTHER:
                return False

    def looked_through(self, lens: Lens) -> bool:
        """Whether this lens looked at the profile at all."""
        seen = [self.owner.lenses, *(fact.lenses for fact in self.owner.facts)]
        seen += [post.lenses for post in self.posts] + [other.lenses for other in self.connections]
        seen += [image.lenses for image in self.images]
        return (
            any(lens in lenses for lenses in seen)
            or any(looked is lens for looked, _address in self.addresses)
            or any(setting.lens is lens for setting in self.settings)
        )

    def gaps_in(self, parts: frozenset[Part], lens: Lens = Lens.OWNER) -> tuple[Gap, ...]:
        """The gaps that leave this lens unable to say that it saw all of ``parts``.

        A gap of a part that this version does not know (`Part.OTHER`) touches every part.
        """
        wanted = parts | {Part.OTHER}
        return tuple(gap for gap in self.gaps if gap.part in wanted and gap.lens in (None, lens))


def text_of_picture(name: str, text: str, image: Image, post: Post | None) -> Post:
    """What was said of a picture or in it, as a text of its own; one in no known post is the owner's."""
    if post is None:
        return Post(name, text, PostKind.CAPTION, lenses=image.lenses, url=image.url)
    return replace(
        post,
        id=name,
        text=text,
        kind=PostKind.REPOST if post.shared else PostKind.CAPTION,
        lenses=image.lenses or post.lenses,
        url=post.url or image.url,
        images=(),
        links=(),
        parent=post.id,
    )


def seen_by(lenses: tuple[Lens, ...]) -> Lens | None:
    """The lens to name for an item: ``public`` as soon as a stranger saw it."""
    if Lens.PUBLIC in lenses:
        return Lens.PUBLIC
    return lenses[0] if lenses else None
