"""Bluesky's profile page as it stands on the screen, brought into the shape of the data answers.

Test marks and addresses are read, never labels, which are translated.
"""

from __future__ import annotations

import re
from typing import Any

from bs4 import BeautifulSoup, Tag

from selfaudit.platforms.bluesky.addresses import split_post
from selfaudit.platforms.generic.markup import picture_of
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import meta, script_json

_ITEM = re.compile(r"^feedItem-by-(.+)$")
_DIRECTION = dict.fromkeys(range(0x202A, 0x202F)) | dict.fromkeys(range(0x2066, 0x206A))
_OWN_PROFILE = re.compile(r"^/profile/([^/?#]+)/?$")
_SIGNED_IN = (
    '[data-testid="composeFAB"], [data-testid="profileHeaderEditProfileButton"], '
    '[data-testid="profilePager-Replies"], a[href="/notifications"], a[href="/messages"]'
)


def is_page(html: str) -> bool:
    """Whether a page is Bluesky's web app."""
    return 'content="bskyweb"' in html or 'data-testid="feedItem-by-' in html or "at://did:" in html


def is_edited_by_viewer(soup: BeautifulSoup) -> bool:
    """Whether the person who saved the page could edit the profile: it was their own."""
    return soup.select_one('[data-testid="profileHeaderEditProfileButton"]') is not None


def shows_somebody_signed_in(soup: BeautifulSoup) -> bool:
    """Whether the app offers what only signed-in people get."""
    return soup.select_one(_SIGNED_IN) is not None


def handle_of_viewer(soup: BeautifulSoup) -> str | None:
    """The one profile that the app's menu leads to, which is the viewer's own."""
    anchors = soup.select('nav a[href^="/profile/"], [role="navigation"] a[href^="/profile/"]')
    named = {found[1] for anchor in anchors if (found := _OWN_PROFILE.match(str(anchor["href"])))}
    return named.pop() if len(named) == 1 and shows_somebody_signed_in(soup) else None


def shows_nobody_signed_in(soup: BeautifulSoup) -> bool:
    """Whether a whole profile page is there, without anything that only signed-in people get."""
    whole = soup.select_one('[data-testid="profilePager"], [data-testid="profileScreen"]') is not None
    return whole and soup.select_one(_SIGNED_IN) is None


def data_of_page(soup: BeautifulSoup) -> dict[str, Any]:
    """The profile that a page shows and the feed items on it."""
    profile = _profile(soup)
    tags = soup.find_all(attrs={"data-testid": _ITEM})
    items = [_item(tag, text_in(profile, "handle")) for tag in tags]
    return {"profile": profile, "feed": [item for item in items if item]}


def _profile(soup: BeautifulSoup) -> dict[str, Any]:
    linked = list(script_json(soup, type="application/ld+json"))
    person: Any = next((found for value in linked if (found := part_of(value, "mainEntity"))), {})
    shown = soup.select_one('[data-testid="profileHeaderDescription"]')
    name = soup.select_one('[data-testid="profileHeaderDisplayName"]')
    did = text_in(person, "identifier") or meta(soup, "twitter:value1") or ""
    return {
        "did": did if did.startswith("did:") else "",
        "handle": meta(soup, "profile:username") or text_in(person, "alternateName").lstrip("@"),
        "displayName": _plain(name) or text_in(person, "name"),
        "description": _plain(shown) or part_of(person, "description") or meta(soup, "description"),
        "avatar": text_in(person, "image") or None,
        "postsCount": _counted(person, "agentInteractionStatistic", "WriteAction"),
        "followersCount": _counted(person, "interactionStatistic", "FollowAction"),
        "followsCount": _counted(person, "agentInteractionStatistic", "FollowAction"),
        "rendered": True,
    }


def _counted(person: Any, group: str, action: str) -> int | None:
    for counter in objects(part_of(person, group)):
        if text_in(counter, "interactionType").endswith(action):
            number = counter.get("userInteractionCount")
            return number if isinstance(number, int) else None
    return None


def _plain(tag: Tag | None) -> str:
    return tag.get_text().translate(_DIRECTION).strip() if tag else ""


def _item(tag: Tag, owner: str) -> dict[str, Any] | None:
    author = str(tag["data-testid"]).removeprefix("feedItem-by-")
    anchors = [str(anchor["href"]) for anchor in tag.find_all("a", href=True)]
    keys = [found for address in anchors if (found := split_post(address)) and found[0] == author]
    if not keys:
        return None
    text = tag.select_one('[data-testid="postText"]')
    links = [str(anchor["href"]) for anchor in text.find_all("a", href=True)] if text else []
    repost = author != owner and anchors[0].rstrip("/") == f"/profile/{owner}"
    return {
        "post": {
            "uri": f"at://{author}/app.bsky.feed.post/{keys[0][1]}",
            "author": {"handle": author},
            "record": {"text": _plain(text)},
            "shown": {"pictures": _pictures(tag), "links": links},
        },
        "reason": {"by": {"handle": owner}} if repost else None,
    }


def _pictures(tag: Tag) -> list[dict[str, str]]:
    """The post's pictures; which account put each there is part of its address."""
    found = (picture_of(image, "https://bsky.app") for image in tag.find_all("img"))
    return [
        {"fullsize": picture.url, "alt": picture.caption or ""}
        for picture in found
        if picture and "/img/feed_" in picture.url
    ]
