"""X's ways of naming things: posts, pictures, the questions that data answers answer, moments in ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

from selfaudit.platforms.generic.answers import on_host, parts_of
from selfaudit.platforms.reading import json_of

SITE = "https://x.com"
HOSTS = ("x.com", "twitter.com")
_STATUS = re.compile(r"^(?:https?://[^/]+)?/(\w{1,30})/status(?:es)?/(\d{1,20})(?:/(?:photo|video)/(\d+))?")
_OPERATION = re.compile(r"/graphql/[^/?#]+/(\w+)")
_NAMED = re.compile(
    r"(Viewer|UserByScreenName|UserByRestId|UserTweetsAndReplies|UserTweets|UserMedia|UserOriginalsTimeline"
    r"|UserRepliesTimeline|UserHighlightsTweets|TweetDetail|BlueVerifiedFollowers|Followers|Following"
    r"|AboutAccountQuery|Likes|HomeTimeline|HomeLatestTimeline|SearchTimeline)"
)
_FIRST_MOMENT = 1_288_834_974_657
_FIRST_SUCH_ID = 30_000_000_000
_CLOCK_BITS = 22
_LAST_YEAR = 2100


def split_status(address: str) -> tuple[str, str, int | None] | None:
    """Whose post an address means, its id, and which picture of it."""
    found = _STATUS.match(address)
    return (found[1], found[2], int(found[3]) if found[3] else None) if found else None


def status_url(handle: str, identity: str) -> str:
    """The page of one post."""
    return f"{SITE}/{handle}/status/{identity}"


def operation(address: str) -> str:
    """Which question a data answer answers; a lone saved answer may tell by its file's name."""
    found = _OPERATION.search(address)
    if found:
        return found[1]
    named = _NAMED.search(address) if "://" not in address else None
    if named:
        return named[1]
    lone = re.search(r"follow(ers|ing)", address, re.IGNORECASE) if "://" not in address else None
    return lone[0].capitalize() if lone else ""


def asked_about(address: str) -> str | None:
    """The id of the account that a question was about, where its address tells."""
    variables = parse_qs(parts_of(address).query).get("variables", [])
    value = json_of(variables[0]) if variables else None
    identity = value.get("userId") if isinstance(value, dict) else None
    return str(identity) if isinstance(identity, str | int) else None


def is_site(address: str) -> bool:
    """Whether an address is on X, under its present or its former name."""
    return any(on_host(address, known) for known in HOSTS)


def made_at(identity: str) -> datetime | None:
    """When a post was made: since November 2010 its id begins with the moment."""
    number = int(identity) if identity.isascii() and identity.isdigit() else 0
    if number < _FIRST_SUCH_ID:
        return None
    try:
        moment = datetime.fromtimestamp(((number >> _CLOCK_BITS) + _FIRST_MOMENT) / 1000, UTC)
    except (OverflowError, ValueError, OSError):
        return None
    return moment if moment.year <= _LAST_YEAR else None


def picture_key(address: str) -> str:
    """The same for every size and form in which X serves one picture."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return address
    if "/profile_banners/" in path:
        return "/".join(path.split("/")[:4])
    name = path.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return re.sub(r"_(normal|bigger|mini|x96|\d+x\d+)$", "", name)


def file_of(addresses: tuple[str, ...], media: Mapping[str, str]) -> str | None:
    """The file of a picture, also where it was kept under the address of another size."""
    for address in addresses:
        if address in media:
            return media[address]
    keys = {picture_key(address) for address in addresses if "twimg.com/" in address}
    return next((file for known, file in media.items() if picture_key(known) in keys), None)
