"""The posts of X's archive, brought into the shape of X's data answers, whose reader does the rest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from selfaudit.model.snapshot import Image, Post
from selfaudit.model.vocabulary import Audience, Part, PostKind
from selfaudit.platforms.exported import Export
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.reading import ItemUnreadable
from selfaudit.platforms.x.addresses import made_at
from selfaudit.platforms.x.people import Data, Person
from selfaudit.platforms.x.posts import audience_of, images_of, post_of
from selfaudit.platforms.x.tweets import Tweet, tweet_by

_FIRST = datetime(2006, 3, 21, tzinfo=UTC)
_RETWEET = re.compile(r"^RT @(\w{1,30}): ")
_SHORTENED = 60
_LONGEST_NUMBER = 20
_UNKNOWN_FORM = "posts in a form that this version does not know"


@dataclass(frozen=True, slots=True)
class RawTweet:
    """One item of a file of posts, wrapped or not; ``circle`` where only a chosen circle could see it."""

    item: Any
    circle: bool = False

    @property
    def number(self) -> str | None:
        """The post's number, ``None`` where the item is none."""
        try:
            return id_in(self.tweet, "id_str")
        except ItemUnreadable:
            return None

    @property
    def is_earlier(self) -> bool:
        """Whether a later version took this post's place: its number is not the last of the versions."""
        try:
            edits = part_of(self.tweet, "edit_info")
        except ItemUnreadable:
            return False
        whole = part_of(edits, "initial") or part_of(edits, "edit", "editControlInitial")
        versions = part_of(whole, "editTweetIds")
        numbers = [int(one) for one in versions if _is_number(one)] if isinstance(versions, list) else []
        return _is_number(self.number) and any(number > int(self.number or 0) for number in numbers)

    @property
    def tweet(self) -> Data:
        """The post itself: since January 2020 each stands in a wrapper of its own."""
        inner = part_of(self.item, "tweet")
        if inner is None and isinstance(self.item, dict) and len(self.item) == 1:
            inner = next(iter(self.item.values()))
        found = inner if isinstance(inner, dict) else self.item
        if not isinstance(found, dict) or id_in(found, "id_str") is None:
            raise ItemUnreadable(_UNKNOWN_FORM)
        return found


def _is_number(stated: Any) -> bool:
    return isinstance(stated, str) and stated.isascii() and stated.isdigit() and len(stated) < _LONGEST_NUMBER


@dataclass(slots=True)
class Apart:
    """Posts that are in the archive and not on the profile: deleted ones, and earlier versions of others.

    Attributes:
        deleted: the numbers of posts that are known to be deleted.
        left_out: how many posts were kept apart so far.
        earlier: how many of these were earlier versions.
    """

    deleted: frozenset[str]
    left_out: int = 0
    earlier: int = 0

    def present(self, raws: Iterable[RawTweet]) -> Iterator[RawTweet]:
        """The others."""
        for raw in raws:
            gone = bool(self.deleted) and raw.number in self.deleted
            earlier = not gone and raw.is_earlier
            self.left_out += gone or earlier
            self.earlier += earlier
            if not gone and not earlier:
                yield raw


class Notes:
    """Long posts, which the archive keeps apart and without the number of the post that they belong to."""

    def __init__(self, notes: Iterable[Any]) -> None:
        self._by_second: dict[str, list[tuple[str, str]]] = {}
        for note in notes:
            text, time = text_in(part_of(note, "core"), "text"), moment(part_of(note, "createdAt"))
            if text and time:
                identity = id_in(note, "noteTweetId") or f"{len(self._by_second)}"
                self._by_second.setdefault(_second(time), []).append((identity, text))

    def whole(self, text: str, time: datetime | None) -> str | None:
        """The long form of a post: of the same second, with the same beginning. Each is taken once."""
        waiting = self._by_second.get(_second(time), []) if time else []
        begun = _plain(text)[:_SHORTENED] if waiting else ""
        for at, (_identity, long) in enumerate(waiting):
            if begun and _plain(long).startswith(begun):
                return waiting.pop(at)[1]
        return None

    def left(self, audience: Audience) -> list[Post]:
        """Those that belong to no post of the archive, as posts of their own."""
        return [
            Post(f"note-{identity}", text, time=datetime.fromisoformat(second), audience=audience)
            for second, notes in self._by_second.items()
            for identity, text in notes
        ]


def _second(time: datetime) -> str:
    return time.replace(microsecond=0).isoformat()


def _plain(text: str) -> str:
    return re.sub(r"https?://\S+|…", "", " ".join(text.split())).strip()


def posts_of(
    raws: Iterable[RawTweet], me: Person, notes: Notes, export: Export
) -> tuple[tuple[Post, ...], tuple[Image, ...]]:
    """All posts and the pictures of the own ones."""
    images: list[Image] = []

    def parsed(raw: RawTweet) -> Post:
        tweet = _tweet(raw.tweet, me)
        media = _media(raw.tweet, export) if me.same_as(tweet.author) else {}
        images.extend(images_of(tweet, me, media))
        long = notes.whole(tweet.text, tweet.time)
        whole = replace(tweet, text=long) if long else tweet
        return _as_seen(post_of(whole, me, media), circle=raw.circle)

    posts = export.keep(Part.POSTS, parsed, raws)
    own = frozenset(post.id for post in posts if post.own)
    return (*(_in_thread(post, own) for post in posts), *notes.left(audience_of(me))), tuple(images)


def _in_thread(post: Post, own: frozenset[str]) -> Post:
    """An answer to an own post goes on with it; the archive does not always say whom an answer is to."""
    goes_on = post.kind is PostKind.REPLY and post.parent in own
    return replace(post, kind=PostKind.POST) if goes_on else post


def _as_seen(post: Post, *, circle: bool) -> Post:
    return replace(post, audience=Audience.CUSTOM) if circle and post.own else post


def _tweet(raw: Data, me: Person) -> Tweet:
    """The post as X's data answers would carry it."""
    text = raw.get("full_text") if isinstance(raw.get("full_text"), str) else raw.get("text")
    if not isinstance(text, str):
        raise ItemUnreadable(_UNKNOWN_FORM)
    passed_on = _RETWEET.match(text)
    found = text_in(part_of(raw, "retweeted_status", "user"), "screen_name")
    handle = found or (passed_on[1] if passed_on else "")
    author, time = Person(handle=handle) if handle else me, _time(raw)
    legacy = raw if raw.get("full_text") == text else {**raw, "full_text": text}
    tweet = tweet_by(author, {"rest_id": id_in(raw, "id_str"), "legacy": legacy}, time)
    return replace(tweet, reposted_by=me, reposted_at=time) if handle else tweet


def _time(raw: Data) -> datetime | None:
    """When it was posted. Some archives hold years before there was a Twitter; the number knows better."""
    written = text_in(raw, "created_at")
    stated = moment(written) or moment(written.replace(" +0000", "+00:00"))
    return stated if stated and stated >= _FIRST else made_at(id_in(raw, "id_str") or "")


def _media(raw: Data, export: Export) -> dict[str, str]:
    """The kept pictures of a post, under the addresses that the post names."""
    entries = objects(part_of(raw, "extended_entities", "media")) or objects(
        part_of(raw, "entities", "media")
    )
    kept: dict[str, str] = {}
    for entry in entries:
        address = text_in(entry, "media_url_https", "media_url")
        name = f"{id_in(raw, 'id_str')}-{address.rsplit('/', 1)[-1]}"
        file = export.picture(f"tweets_media/{name}", f"tweet_media/{name}", f"community_tweet_media/{name}")
        kept |= {address: file} if file else {}
    return kept
