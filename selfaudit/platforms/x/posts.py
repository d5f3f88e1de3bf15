"""Posts of X as the snapshot knows them: own words apart from reposts and from others' replies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, PostKind
from selfaudit.platforms.x.addresses import file_of, status_url
from selfaudit.platforms.x.people import Person
from selfaudit.platforms.x.tweets import Tweet


def concerns(tweet: Tweet, owner: Person, own_ids: frozenset[str]) -> bool:
    """Whether a post belongs to the profile: by the owner, passed on by them, or a reply to them."""
    if owner.same_as(tweet.author) or _passed_on(tweet, owner):
        return True
    return _to_owner(tweet, owner) or bool({tweet.parent, tweet.below} & own_ids)


def _passed_on(tweet: Tweet, owner: Person) -> bool:
    return tweet.reposted_by is not None and owner.same_as(tweet.reposted_by)


def _to_owner(tweet: Tweet, owner: Person) -> bool:
    return tweet.answers is not None and owner.same_as(tweet.answers)


def post_of(tweet: Tweet, owner: Person, media: Mapping[str, str]) -> Post:
    """One post. A repost goes by the id of what it passes on, the only one that the page shows too."""
    own = owner.same_as(tweet.author)
    handle = tweet.author.handle or (owner.handle if own else "i")
    return Post(
        id=tweet.id,
        text=tweet.text,
        kind=_kind(tweet, owner, own=own),
        own=own,
        time=tweet.time if own or not _passed_on(tweet, owner) else tweet.reposted_at,
        audience=_audience(tweet, owner, own=own),
        url=status_url(handle, tweet.id),
        images=tuple(image.file for image in images_of(tweet, owner, media) if image.file),
        links=tweet.links if own else (),
        parent=tweet.parent or (tweet.below if not own else None),
        author=None if own else tweet.author.handle or None,
    )


def images_of(tweet: Tweet, owner: Person, media: Mapping[str, str]) -> Iterator[Image]:
    """The pictures of an own post; others' pictures are not taken along."""
    for picture in tweet.pictures if owner.same_as(tweet.author) else ():
        yield Image(
            id=f"{tweet.id}-{picture.number}",
            file=file_of(picture.addresses, media),
            post=tweet.id,
            url=picture.addresses[0],
            caption=picture.caption,
        )


def _kind(tweet: Tweet, owner: Person, *, own: bool) -> PostKind:
    if not own:
        return PostKind.REPOST if _passed_on(tweet, owner) else PostKind.COMMENT
    to_others = tweet.answers is not None and not _to_owner(tweet, owner)
    return PostKind.REPLY if to_others else PostKind.POST


def _audience(tweet: Tweet, owner: Person, *, own: bool) -> Audience:
    """X has no audience for a single post: the account is protected, or it is not."""
    if tweet.open_to_all:
        return Audience.PUBLIC
    return audience_of(owner) if own else Audience.UNKNOWN


def audience_of(owner: Person) -> Audience:
    """Who sees everything that this account posts."""
    if owner.protected is None:
        return Audience.UNKNOWN
    return Audience.FRIENDS if owner.protected else Audience.PUBLIC
