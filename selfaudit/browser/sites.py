"""Which addresses belong to the site that is being read; nothing else is ever opened."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import SplitResult, urljoin, urlsplit

from selfaudit.browser.signals import LedAway
from selfaudit.errors import CaptureError

_PORTS = {"http": 80, "https": 443}
_READ_DIFFERENTLY_BY_BROWSERS = re.compile(r"[\\\s\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Site:
    """One site.

    Attributes:
        root: its address, without a slash at the end.
        hosts: further hosts that the site itself lives on.
    """

    root: str
    hosts: frozenset[str] = field(default_factory=frozenset)

    @property
    def host(self) -> str:
        """The host as a person would name it."""
        return (urlsplit(self.root).hostname or "").removeprefix("www.")

    @property
    def on_this_computer(self) -> bool:
        """Whether the site runs on this very computer, as the practice network does."""
        return _is_loopback(self.host)

    def holds(self, address: str) -> bool:
        """Whether this is an address of the site: its host or one below it, no step down to http."""
        parts = _split(address)
        if parts is None or parts.username is not None:
            return False
        root = urlsplit(self.root)
        if parts.scheme not in {"http", "https"} or (root.scheme == "https" and parts.scheme == "http"):
            return False
        host = (parts.hostname or "").rstrip(".")
        if any(_at_or_below(host, other) for other in self.hosts):
            return True
        upgraded = (root.scheme, parts.scheme) == ("http", "https") and not (root.port or parts.port)
        return (upgraded or _port(parts) == _port(root)) and _at_or_below(host, self.host)

    def address(self, wanted: str) -> str:
        """The full address to open; one that starts with a slash is taken from the site's root.

        Raises:
            LedAway: it is not on the site.
        """
        full = urljoin(f"{self.root}/", wanted.strip())
        if self.root.startswith("https://") and full.startswith("http://"):
            full = f"https://{full.removeprefix('http://')}"
        if not self.holds(full):
            raise LedAway(f"the next page was not on {self.host}, and selfaudit opens no other site")
        return full


def site_at(address: str, hosts: tuple[str, ...] = ()) -> Site:
    """The site that a person named, with or without ``https://``.

    Raises:
        CaptureError: that is no address of a site.
    """
    wanted = address.strip().split("#", 1)[0].split("?", 1)[0]
    if "://" not in wanted:
        bare = wanted.split("/", 1)[0].rsplit(":", 1)[0]
        wanted = f"{'http' if _is_loopback(bare) else 'https'}://{wanted}"
    parts = _split(wanted)
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        raise CaptureError(
            f"{address!r} is not the address of a site.", "Give it as in https://www.example.org."
        )
    return Site(wanted.rstrip("/"), frozenset(hosts))


def is_on_this_computer(address: str) -> bool:
    """Whether what may be the address of a site leads to this very computer."""
    parts = _split(address)
    return parts is not None and _is_loopback(parts.hostname or "")


def _split(address: str) -> SplitResult | None:
    """The address in parts; ``None`` for one that a browser might read differently from us."""
    if _READ_DIFFERENTLY_BY_BROWSERS.search(address):
        return None
    try:
        parts = urlsplit(address)
        _port(parts)
    except ValueError:
        return None
    return parts


def _port(parts: SplitResult) -> int | None:
    return parts.port or _PORTS.get(parts.scheme)


def _at_or_below(host: str, other: str) -> bool:
    return host == other or (not _is_number(other) and host.endswith(f".{other}"))


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_loopback(host: str) -> bool:
    return (
        host == "localhost"
        or host.endswith(".localhost")
        or (_is_number(host) and ip_address(host).is_loopback)
    )
