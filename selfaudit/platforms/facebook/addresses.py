"""Facebook's addresses: whom a profile's address names, what a post is called in it, where a link leads."""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote

from selfaudit.platforms.generic.answers import on_host, parts_of

SITE = "https://www.facebook.com"
DOMAINS = ("facebook.com", "fb.com")
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""Where a site that is built like Facebook may run for a test."""
_NOT_PEOPLE = frozenset(
    """
    a about account ads ajax api allactivity bookmarks business buddylist.php checkpoint composer cookie data
    dialog directory editprofile events friends gaming groups hashtag help legal login marketplace me memories
    menu messages nfx notes notifications pages people photo photos places plugins policies privacy privacyx
    profile recover reel reels rsrc.php save saved search settings share sharer stories two_step_verification
    watch
    """.split()  # noqa: SIM905 - sixty quoted words read worse
)
_VANITY = re.compile(r"[A-Za-z0-9.\-_]{2,80}")
_POST = re.compile(r"/(?:posts|permalink|videos)/(?:[^/?]+/)?(pfbid\w+|\d+)")


@dataclass(frozen=True, slots=True)
class Names:
    """A person as an address names them: by number, by chosen name, or both."""

    id: str | None = None
    vanity: str | None = None

    def __bool__(self) -> bool:
        return bool(self.id or self.vanity)


def names_in(address: str) -> Names:
    """Whose profile an address is of, if it is one."""
    if not address:
        return Names()
    parts = parts_of(address)
    if parts.hostname not in LOOPBACK and not any(on_host(address, domain) for domain in DOMAINS):
        return Names()
    steps = [unquote(step) for step in parts.path.split("/") if step]
    numbers = [entry for entry in _query(parts.query).get("id", []) if entry.isdigit()]
    if steps[:1] in (["profile.php"], ["permalink.php"], ["story.php"]):
        return Names(numbers[0] if numbers else None)
    if steps[:1] == ["people"] and len(steps) > 2 and steps[2].isdigit():  # noqa: PLR2004 - /people/Name/1
        return Names(steps[2])
    first = steps[0] if steps else ""
    if first.isdigit():
        return Names(first)
    known = _VANITY.fullmatch(first) and first.lower() not in _NOT_PEOPLE and not first.endswith(".php")
    return Names(vanity=first) if known else Names()


def post_in(address: str) -> str | None:
    """What a post is called in its own address."""
    parts = parts_of(address)
    named = _query(parts.query).get("story_fbid", [])
    found = _POST.search(parts.path)
    return named[0] if named else found[1] if found else None


def tab_in(address: str) -> str:
    """The last step of a profile's address, or what stands for it: about, friends, photos_by, ..."""
    parts = parts_of(address)
    tab = _query(parts.query).get("sk", [""])[0]
    return tab or parts.path.rstrip("/").rsplit("/", 1)[-1]


def outward(address: str) -> str:
    """Where a link leads that goes by Facebook's own door (``l.php?u=…``)."""
    parts = parts_of(address)
    led = _query(parts.query).get("u", []) if parts.path == "/l.php" else []
    return re.sub(r"[?&]fbclid=[^&#]*", "", led[0]) if led else address


def numbers_in(relay_id: str) -> tuple[str, ...]:
    """The numbers inside one of the ids that Facebook's data wraps: owner and post, or post and comment."""
    try:
        plain = base64.b64decode(relay_id + "=" * (-len(relay_id) % 4), validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return ()
    return tuple(re.findall(r"\d+", plain)) if re.match(r"(S:_I|comment:|feedback:)", plain) else ()


def profile_address(vanity: str | None, identity: str | None) -> str | None:
    """The address of a profile."""
    if vanity:
        return f"{SITE}/{vanity}"
    return f"{SITE}/profile.php?id={identity}" if identity else None


def _query(query: str) -> dict[str, list[str]]:
    try:
        return parse_qs(query, max_num_fields=200)
    except ValueError:
        return {}
