"""What was asked of the server, so that tests can prove what the tool asked for and what it left alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

READING = frozenset({"GET", "HEAD", "OPTIONS"})
SIGN_IN = frozenset({"/login", "/login/code"})
LOG_OUT = "/logout"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request. ``address`` is the path with its query; ``signed_in`` whether a session came with it."""

    method: str
    address: str
    signed_in: bool

    @property
    def changes(self) -> bool:
        """Whether it asks for a change of anything beyond signing in; a link that logs out is one."""
        path = self.address.partition("?")[0]
        return path == LOG_OUT or (self.method not in READING and path not in SIGN_IN)


@dataclass(slots=True)
class Ledger:
    """Every request in the order it came."""

    asked: list[Asked] = field(default_factory=list)

    @property
    def changes(self) -> int:
        """How many requests asked for a change."""
        return sum(request.changes for request in self.asked)


class Recording:
    """Writes each request into the ledger before the site sees it."""

    def __init__(self, app: ASGIApp, ledger: Ledger, signed_in: Callable[[Request], bool]) -> None:
        self._app, self._ledger, self._signed_in = app, ledger, signed_in

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Note a request and pass it on."""
        if scope["type"] == "http":
            request = Request(scope)
            query = f"?{request.url.query}" if request.url.query else ""
            address = f"{request.url.path}{query}"
            self._ledger.asked.append(Asked(request.method, address, self._signed_in(request)))
        await self._app(scope, receive, send)
