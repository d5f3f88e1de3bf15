"""X's lists, as its data answers carry them: posts and people, without what X itself mixes in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.x.people import Data, Person, person_of

RELATIONS = {
    "Followers": "follower",
    "BlueVerifiedFollowers": "follower",
    "Following": "following",
    "BlockedAccountsAll": "blocked",
    "MutedAccounts": "muted",
}
GONE = "posts that X itself does not show any more"


def is_list(value: Any) -> bool:
    """Whether an answer holds a list of X's."""
    return any(_instructions(value))


def _instructions(value: Any) -> Iterator[list[Data]]:
    """The steps of every list; they stand below named places only, never inside other lists."""
    waiting = [part_of(value, "data")]
    while waiting:
        holder = waiting.pop()
        found = objects(part_of(holder, "instructions"))
        if any(text_in(step, "type").startswith("Timeline") for step in found):
            yield found
        waiting.extend(holder.values() if isinstance(holder, dict) else ())


def entries_in(value: Any) -> Iterator[tuple[str, Data]]:
    """Every item of an answer's lists, with the name of the entry that it stands in."""
    for step in (step for steps in _instructions(value) for step in steps):
        lone = [step["entry"]] if isinstance(step.get("entry"), dict) else []
        for entry in (*objects(step.get("entries")), *lone):
            name, content = text_in(entry, "entryId"), part_of(entry, "content")
            modules = [part_of(item, "item", "itemContent") for item in objects(part_of(content, "items"))]
            for item in (part_of(content, "itemContent"), *modules):
                if isinstance(item, dict):
                    yield name, item
        for added in objects(step.get("moduleItems")):
            item = part_of(added, "item", "itemContent")
            if isinstance(item, dict):
                yield text_in(added, "entryId"), item


def tweets_in(value: Any) -> list[Data]:
    """The data of every post in an answer's lists."""
    return [tweet for _name, tweet in _places(value) if tweet]


def gone_in(value: Any) -> list[str]:
    """The names of the entries that X leaves empty; the same post has the same name in every list.

    A conversation may hold empty places of other people; only a place of its own counts as a missing post.
    """
    return [name for name, tweet in _places(value) if not tweet and name.startswith("tweet-")]


def _places(value: Any) -> Iterator[tuple[str, Data | None]]:
    """Every place for a post, with what stands there."""
    for name, item in entries_in(value):
        if "tweet_results" in item and not isinstance(item.get("promotedMetadata"), dict):
            tweet = part_of(item, "tweet_results", "result")
            empty = not tweet or text_in(tweet, "__typename") in {"TweetTombstone", "TweetUnavailable"}
            yield name, None if empty else tweet


def people_in(value: Any) -> Iterator[Person]:
    """Everybody in an answer's list of people; whom X suggests to follow is left out."""
    for name, item in entries_in(value):
        found = person_of(part_of(item, "user_results", "result")) if name.startswith("user-") else None
        if found:
            yield found
