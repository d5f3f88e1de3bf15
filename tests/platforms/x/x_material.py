"""Pages and answers of X for tests: real ones by name, and small ones in the same shapes about nobody."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from selfaudit.model.visit import Document, Response, Visit
from selfaudit.model.vocabulary import Lens

ROOT = "https://x.com/i/api/graphql/AbC"


def answer(name: str, value: Any, lens: Lens | None = None) -> Visit:
    """One data answer; ``name`` is its address or its file's name."""
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return Visit(lens, responses=(Response(name, "application/json", body),))


def page(html: str, url: str = "https://x.com/sample_worker", lens: Lens | None = None) -> Visit:
    return Visit(lens, (Document(url, html),))


def sample(shared: Path, name: str) -> Visit:
    file = shared / "samples" / name
    if file.suffix == ".json":
        return answer(file.name, file.read_bytes())
    return page(file.read_text(encoding="utf-8"), "https://x.com/Kikobeats")


def a_user(identity: str = "777", handle: str = "sample_worker", **changes: Any) -> dict[str, Any]:
    return {
        "__typename": "User",
        "rest_id": identity,
        "core": {"name": handle.title(), "screen_name": handle},
        "privacy": {"protected": False},
        "profile_bio": {"description": "Walks dogs"},
        "relationship_counts": {"followers": 1, "following": 1},
        "tweet_counts": {"tweets": 2},
        **changes,
    }


def a_tweet(identity: str, text: str, user: dict[str, Any] | None = None, **legacy: Any) -> dict[str, Any]:
    return {
        "__typename": "Tweet",
        "rest_id": identity,
        "core": {"user_results": {"result": user or a_user()}},
        "legacy": {"full_text": text, "created_at": "Wed Jul 08 15:46:13 +0000 2026", **legacy},
    }


def a_timeline(*tweets: Any) -> dict[str, Any]:
    entries = [
        {
            "entryId": f"tweet-{place}",
            "content": {"itemContent": {"itemType": "TimelineTweet", "tweet_results": {"result": tweet}}},
        }
        for place, tweet in enumerate(tweets)
    ]
    return _listed(entries)


def a_list_of_people(*users: dict[str, Any]) -> dict[str, Any]:
    entries = [
        {"entryId": f"user-{user['rest_id']}", "content": {"itemContent": {"user_results": {"result": user}}}}
        for user in users
    ]
    return _listed(entries)


def _listed(entries: list[dict[str, Any]]) -> dict[str, Any]:
    steps = [{"type": "TimelineClearCache"}, {"type": "TimelineAddEntries", "entries": entries}]
    return {"data": {"user": {"result": {"timeline": {"timeline": {"instructions": steps}}}}}}


def an_article(handle: str, identity: str, text: str, *, above: str = "", inside: str = "") -> str:
    return (
        f'<article data-testid="tweet">{above}<div data-testid="User-Name"><a href="/{handle}">{handle}</a>'
        f'<a href="/{handle}/status/{identity}"><time datetime="2026-03-02T09:30:00.000Z">2 Mar</time></a>'
        f'</div><div data-testid="tweetText" dir="auto">{text}</div>{inside}</article>'
    )


def an_app(content: str, *, viewer: str | None = None, script: dict[str, Any] | None = None) -> str:
    menu = f'<a data-testid="AppTabBar_Profile_Link" href="/{viewer}">Profile</a>' if viewer else ""
    state = f"<script>window.__INITIAL_STATE__={json.dumps(script)};</script>" if script else ""
    return (
        '<html><head><link rel="preconnect" href="//abs.twimg.com"></head><body>'
        f'<div id="react-root">{menu}<div data-testid="primaryColumn">{content}</div></div>{state}</body>'
        "</html>"
    )


SWITCHES = {
    "protected": True,
    "screen_name": "sample_worker",
    "always_use_https": True,
    "geo_enabled": False,
    "discoverable_by_email": True,
    "discoverable_by_mobile_phone": False,
    "allow_media_tagging": "all",
    "allow_dms_from": "following",
    "allow_dm_groups_from": "following",
    "dm_receipt_setting": "all_enabled",
}
