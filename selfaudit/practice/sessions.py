"""Who is signed in: sessions by cookie, opened by a password and then a second factor."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field

from starlette.requests import Request

USERNAME = "alexmorgan"
EMAIL = "alexandbiscuit@post.example"
PASSWORD = "larks-over-longsands"  # noqa: S105 - the practice worker's, who is invented
CODE = "482913"
COOKIE = "rookery_session"


@dataclass(slots=True)
class Session:
    """A visitor who gave the right password. ``open`` once the second factor was right too.

    ``following`` is the page that they were on their way to.
    """

    open: bool = False
    following: str = "/"
    form_token: str = field(default_factory=lambda: secrets.token_urlsafe(16))


@dataclass(slots=True)
class Sessions:
    """The sessions of one server, in memory only."""

    held: dict[str, Session] = field(default_factory=dict)

    def of(self, request: Request) -> Session | None:
        """The session that this request belongs to."""
        return self.held.get(request.cookies.get(COOKIE, ""))

    def signed_in(self, request: Request) -> bool:
        """Whether the whole sign-in was passed."""
        session = self.of(request)
        return session is not None and session.open

    def begin(self, username: str, password: str, following: str) -> str | None:
        """The cookie of a session that still wants its second factor; ``None`` for a wrong password."""
        within = following.startswith("/") and not following.startswith("//")
        if username.strip().casefold() not in (USERNAME, EMAIL) or not _same(password, PASSWORD):
            return None
        return self._keep(Session(following=following if within else "/"))

    def confirm(self, request: Request, code: str) -> str | None:
        """The cookie of an open session, a new one; ``None`` for a wrong code."""
        session = self.of(request)
        if session is None or not _same("".join(code.split()), CODE):
            return None
        self.end(request)
        return self._keep(Session(open=True))

    def end(self, request: Request) -> None:
        """Forget the session of this request."""
        self.held.pop(request.cookies.get(COOKIE, ""), None)

    def _keep(self, session: Session) -> str:
        cookie = secrets.token_urlsafe(24)
        self.held[cookie] = session
        return cookie


def _same(given: str, right: str) -> bool:
    return hmac.compare_digest(given.encode(), right.encode())
