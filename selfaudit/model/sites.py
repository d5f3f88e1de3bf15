"""Whether two addresses are of one site, however they are written."""

from __future__ import annotations


def may_be_one_site(one: str | None, other: str | None) -> bool:
    """Whether both are one site as far as both are known; blogs may share a host and differ in the path."""
    return not (one and other) or _plain(one) == _plain(other)


def _plain(site: str) -> str:
    """The address without what differs between two ways of writing it."""
    return (site.partition("://")[2] or site).casefold().removeprefix("www.").rstrip("/")
