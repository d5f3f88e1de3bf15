"""What the browser reports, in words for a person: the end of a walk, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Error, Page
from playwright.sync_api import TimeoutError as TookTooLong

from selfaudit.browser.signals import BrowserFault, ConnectionLost, WalkEnded, WallMet, WindowClosed

NO_NETWORK = "the network connection was lost"
_CODE = re.compile(r"net::(ERR_[A-Z0-9_]+)")
_OURS = frozenset({"ERR_FAILED", "ERR_BLOCKED_BY_CLIENT", "ERR_BLOCKED_BY_RESPONSE", "ERR_BLOCKED_BY_CSP"})

_WORDS = (
    (r"INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_IO_SUSPENDED|NETWORK_ACCESS_DENIED", NO_NETWORK),
    (r"NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_", "no network, or there is no such site"),
    (r"PROXY|TUNNEL", "the network that this computer is on did not let the browser through"),
    (r"CERT_|SSL_", "the connection to the site was not safe, so it was not used"),
    (r"TIMED_OUT", "the site did not answer in time"),
    (
        r"CONNECTION_|ADDRESS_|EMPTY_RESPONSE|SOCKET_|HTTP2_|QUIC_|INCOMPLETE|UNSAFE_PORT",
        "the site stopped answering",
    ),
)


@contextmanager
def told_plainly(page: Page) -> Iterator[None]:
    """Turn what the browser reports about ``page`` into the signal that ends the walk."""
    try:
        yield
    except Error as error:
        raise _signal(error, page) from error


def _signal(error: Error, page: Page) -> WalkEnded:
    if page.is_closed() or "has been closed" in error.message or "Connection closed" in error.message:
        return WindowClosed()
    code = _CODE.search(error.message)
    if code is not None:
        return network_fault(code.group(1))
    if isinstance(error, TookTooLong):
        return ConnectionLost("the site did not answer in time")
    if "Target crashed" in error.message or "Page crashed" in error.message:
        return BrowserFault("the page made the browser fail")
    return BrowserFault(f"the browser could not go on ({error.message.splitlines()[0]})")


def unanswered(why: str) -> WalkEnded:
    """What it means that data which was asked for never came; ``why`` is the browser's word for it."""
    code = _CODE.search(why)
    if code is None or code.group(1) in _OURS:
        return BrowserFault("the site did not give data that was asked for")
    return network_fault(code.group(1))


def network_fault(code: str) -> WalkEnded:
    """What the browser's own code for a fault of the network means."""
    if "TOO_MANY_REDIRECTS" in code:
        return WallMet("the site sent the browser round in circles")
    words = next((words for pattern, words in _WORDS if re.search(pattern, code)), None)
    return ConnectionLost(words or f"the page could not be loaded ({code})")
