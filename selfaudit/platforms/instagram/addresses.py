"""Instagram's addresses: whom a profile's address names, and whose list of people an answer is."""

from __future__ import annotations

import re

from selfaudit.platforms.generic.answers import path_of
from selfaudit.platforms.meta.answers import at_or_below

SITE = "https://www.instagram.com"
DOMAINS = ("instagram.com",)
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""Where a site that is built like Instagram may run for a test."""
_NOT_PEOPLE = frozenset(
    """
    about accounts ajax api archive ar challenge data developer direct download emails explore graphql
    legal locations p press privacy query reel reels session settings stories tags tv your_activity web
    """.split()  # noqa: SIM905 - forty quoted words read worse
)
HANDLE = re.compile(r"[A-Za-z0-9._]{1,30}")
_LIST = re.compile(r"/friendships/(\d+)/(followers|following)/?$")


def handle_in(address: str) -> str | None:
    """Whose profile an address is of, if it is one."""
    if address.startswith(("http://", "https://")) and not _ours(address):
        return None
    first = path_of(address).strip("/").split("/")[0] if address.startswith(("http", "/")) else ""
    return first if HANDLE.fullmatch(first) and first.lower() not in _NOT_PEOPLE else None


def _ours(address: str) -> bool:
    return at_or_below(address, (*DOMAINS, *LOOPBACK))


def list_in(address: str) -> tuple[str, str] | None:
    """Whose list of people an answer's address is of, by number, and which list."""
    found = _LIST.search(path_of(address))
    return (found[1], found[2]) if found else None


def post_address(code: str) -> str:
    """The address of a post."""
    return f"{SITE}/p/{code}/"
