"""Reading only: while a walk lasts, no page can be left by sending a form, and no picture is fetched twice.

Requests are held up at the browser itself, so that frames and other windows are covered too. Playwright's
own routing would do it as well, but it switches the browser's cache off: everything would be fetched again
for each page. Scripts of a page may still use POST for their data, since that is how many sites read.
"""

from __future__ import annotations

import base64
from typing import Any

from playwright.sync_api import Browser, CDPSession, Error

from selfaudit.browser.pictures import Pictures

_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_HELD = [{"urlPattern": "*", "resourceType": kind} for kind in ("Document", "Image")]


class ReadOnly:
    """Holds up every page and picture request of a browser, and lets through what only reads.

    Attributes:
        blocked: the addresses to which a page tried to send a form.
    """

    def __init__(self, browser: Browser, pictures: Pictures) -> None:
        self.blocked: list[str] = []
        self._pictures = pictures
        self._session: CDPSession = browser.new_browser_cdp_session()
        self._session.on("Fetch.requestPaused", self._held)
        self._session.send("Fetch.enable", {"patterns": _HELD})

    def end(self) -> None:
        """Hold nothing up any more."""
        try:
            self._session.detach()
        except Error:
            return  # the browser is gone, and the hold with it

    def _held(self, event: dict[str, Any]) -> None:
        try:
            self._decide(event["requestId"], event["request"], event.get("resourceType", ""))
        except Error:
            return  # the page went away while it waited

    def _decide(self, held: str, request: dict[str, Any], kind: str) -> None:
        address = str(request["url"])
        if kind == "Document" and request["method"] not in _READING:
            self.blocked.append(address)
            self._session.send("Fetch.failRequest", {"requestId": held, "errorReason": "Aborted"})
            return
        known = None if _is_cross_origin(request) or kind != "Image" else self._pictures.content(address)
        if known is None:
            self._session.send("Fetch.continueRequest", {"requestId": held})
        else:
            body = base64.b64encode(known).decode()
            self._session.send("Fetch.fulfillRequest", {"requestId": held, "responseCode": 200, "body": body})


def _is_cross_origin(request: dict[str, Any]) -> bool:
    """Such a request wants headers in the answer that only the site itself can give."""
    return any(name.lower() == "origin" for name in request.get("headers", {}))
