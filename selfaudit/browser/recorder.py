"""Listens to what pages bring: data answers, pictures, refusals. Listeners never raise.

A body can be gone before it is read (the page has moved on, the browser let go of it): then Playwright
raises, and there is nothing to be had. That is swallowed here, and only that. A picture that cannot be
stored is a fault of ours and is raised at the next `check`, outside the listener.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from playwright.sync_api import BrowserContext, Error, Request
from playwright.sync_api import Response as Answer

from selfaudit.browser.pictures import Pictures
from selfaudit.browser.shelf import Shelf
from selfaudit.browser.sites import Site
from selfaudit.model.visit import Response

MOST_DATA = 25_000_000
_MOST_ASKED = 200_000
_ASKS = frozenset({"xhr", "fetch"})
_WAITED_FOR = _ASKS | {"document", "script", "stylesheet", "image", "other"}
_NO_DATA = (
    "image/",
    "video/",
    "audio/",
    "font/",
    "text/css",
    "text/event-stream",
    "application/octet-stream",
)


class Recorder:
    """What the pages of one context brought since the last `take`.

    Attributes:
        shelf: where answers, and pages, are kept.
        status: the HTTP status of the page that is open.
        refused: data that the site would not give: address without its query, and status.
        lost: data requests to the site that got no answer: address, and the browser's word for why.
        arrived: how many data answers came in all, repeated questions left out.
    """

    def __init__(self, context: BrowserContext, site: Site, pictures: Pictures, shelf: Shelf) -> None:
        self.shelf = shelf
        self.status: int | None = None
        self.refused: list[tuple[str, int]] = []
        self.lost: dict[str, str] = {}
        self.arrived = 0
        self._site, self._pictures = site, pictures
        self._responses: list[Response] = []
        self._flying: dict[Request, float] = {}
        self._moved = time.monotonic()
        self._fault: OSError | None = None
        self._ours: set[str] = set()
        self._known: set[int] = set()
        context.on("request", self._began)
        context.on("response", self._answered)
        context.on("requestfinished", self._finished)
        context.on("requestfailed", self._failed)

    def take(self) -> tuple[Response, ...]:
        """The data answers so far, handed over."""
        taken, self._responses = tuple(self._responses), []
        return taken

    def add(self, response: Response) -> Response:
        """Keep an answer; the same one as it is kept."""
        kept = self.shelf.response(response)
        self._responses.append(kept)
        return kept

    def skip(self, address: str) -> None:
        """The answer from here is ours and is added by `add`."""
        self._ours.add(address)

    def check(self) -> None:
        """Raise what went wrong inside a listener."""
        if self._fault is not None:
            raise self._fault

    def still(self, patience: float) -> float:
        """For how many seconds nothing has moved; requests older than ``patience`` are taken to hang."""
        now = time.monotonic()
        if any(now - began < patience for began in self._flying.values()):
            return 0.0
        return now - self._moved

    def _began(self, request: Request) -> None:
        """Note it, unless it repeats an earlier one: many pages ask for their notices again and again."""
        if request.resource_type not in _WAITED_FOR:
            return
        what = hash((request.method, request.url, _asked(request)))
        if request.resource_type in _ASKS and what in self._known:
            return
        self._known.add(what)
        self._moved = time.monotonic()
        self._flying[request] = self._moved

    def _answered(self, answer: Answer) -> None:
        request = answer.request
        if _is_page(request):
            self.status = answer.status
        elif request.resource_type in _ASKS and answer.status >= 400 and self._site.holds(answer.url):  # noqa: PLR2004 - HTTP's own boundary
            self.refused.append((answer.url.split("?", 1)[0], answer.status))

    def _failed(self, request: Request) -> None:
        self._landed(request)
        why = request.failure or ""
        if request.resource_type in _ASKS and "ERR_ABORTED" not in why and self._site.holds(request.url):
            self.lost[request.url] = why

    def _finished(self, request: Request) -> None:
        try:
            answer = request.existing_response
            if answer is not None:
                self._keep(request, answer)
        except (Error, UnicodeDecodeError):
            pass
        except OSError as error:
            self._fault = error
        finally:
            self._landed(request)

    def _landed(self, request: Request) -> None:
        if self._flying.pop(request, None) is not None:
            self._moved = time.monotonic()

    def _keep(self, request: Request, answer: Answer) -> None:
        kind = answer.headers.get("content-type", "").lower()
        if request.resource_type == "image":
            self._keep_picture(request, answer)
        elif request.url in self._ours:
            self._ours.discard(request.url)
        elif _may_be_data(kind, request.resource_type):
            self._keep_data(request, answer, kind)

    def _keep_picture(self, request: Request, answer: Answer) -> None:
        addresses = tuple(_led_here(request))
        known = next((one for one in addresses if one in self._pictures.files), None)
        if known is None and answer.ok and "svg" not in answer.headers.get("content-type", ""):
            self._pictures.keep(addresses, answer.body())
        elif known is not None:
            for address in addresses:
                self._pictures.alias(address, known)

    def _keep_data(self, request: Request, answer: Answer, kind: str) -> None:
        body = answer.body()
        if len(body) > MOST_DATA or not (_says_data(kind) or _looks_like_data(body)):
            return
        self.add(Response(answer.url, kind, body, answer.status, _asked(request)))
        if request in self._flying:
            self.arrived += 1


def _is_page(request: Request) -> bool:
    """Whether this is a page of its own, rather than one inside another."""
    try:
        return request.is_navigation_request() and request.frame.parent_frame is None
    except Error:
        return False


def _led_here(request: Request) -> Iterator[str]:
    """The address asked for, and those it was redirected from: the mark-up names the first."""
    here: Request | None = request
    while here is not None:
        yield here.url
        here = here.redirected_from


def _asked(request: Request) -> str | None:
    """What the page's own script sent along, which tells one answer from another."""
    try:
        sent = request.post_data
    except UnicodeDecodeError:
        return None
    return sent[:_MOST_ASKED] if sent else None


def _may_be_data(kind: str, resource: str) -> bool:
    return _says_data(kind) or (resource in _ASKS and not kind.startswith(_NO_DATA))


def _says_data(kind: str) -> bool:
    name = kind.split(";", 1)[0].strip()
    return "json" in name or name in {"application/xml", "text/xml"} or name.endswith(("rss+xml", "atom+xml"))


def _looks_like_data(body: bytes) -> bool:
    """Some sites send JSON under the name of a page; scripts guard it with a loop that never ends."""
    start = body[:64].lstrip()
    return start.startswith((b"{", b"[", b"for (;;);", b")]}'"))
