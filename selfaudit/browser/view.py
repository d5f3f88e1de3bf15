"""What a walk sees through, one lens at a time: it can open, scroll and ask, and it cannot click."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

from playwright.sync_api import Error

from selfaudit.browser import scripts
from selfaudit.browser.faults import told_plainly, unanswered
from selfaudit.browser.more import offers_more
from selfaudit.browser.pictures import Pictures
from selfaudit.browser.recorder import MOST_DATA
from selfaudit.browser.scrolling import Scroll
from selfaudit.browser.signals import LedAway, WallMet
from selfaudit.browser.sites import Site
from selfaudit.browser.tab import Tab
from selfaudit.browser.walls import refusal, wall_in
from selfaudit.model.platform import WallSign
from selfaudit.model.visit import Document, Response, Visit
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.generic.walls import TOO_MANY

_LISTS = frozenset({Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS})


@dataclass(slots=True)
class _Open:
    """The visit that is being made."""

    part: Part
    at: datetime
    asked: str
    page: Document | None = None
    stretches: list[Document] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)

    def documents(self) -> tuple[Document, ...]:
        return (*self.stretches, *((self.page.stretches or (self.page,)) if self.page else ()))


class SiteView:
    """A `selfaudit.model.visit.View` on a real browser page.

    Every method may raise a `selfaudit.browser.signals.WalkEnded`.
    """

    def __init__(
        self, lens: Lens, site: Site, tab: Tab, pictures: Pictures, walls: tuple[WallSign, ...] = ()
    ) -> None:
        self.lens = lens
        self.site = site.root
        self._site, self._tab, self._pictures, self._walls = site, tab, pictures, walls
        self._made: list[_Open] = []
        self._begun = False
        self._unpressed: set[tuple[Part, str]] = set()
        self._followed: set[str] = set()

    @property
    def unpressed(self) -> frozenset[Part]:
        """The parts of which more is behind a button, or behind a link that the walk did not follow."""
        return frozenset(part for part, link in self._unpressed if link not in self._followed)

    @property
    def visits(self) -> tuple[Visit, ...]:
        """All visits so far; each knows all pictures of the lens, since a picture comes only once."""
        self._gather()
        media = MappingProxyType(dict(self._pictures.files))
        return tuple(
            Visit(self.lens, made.documents(), tuple(made.responses), media, made.part, made.at)
            for made in self._made
            if made.page or made.responses
        )

    @property
    def addresses(self) -> tuple[str, ...]:
        """The pages that were opened, each once."""
        return tuple(dict.fromkeys(made.asked for made in self._made if made.page))

    def open(self, address: str, part: Part) -> Document:
        """Open a page of the site and record it as a visit made for ``part``."""
        wanted = self._site.address(address)
        self._followed.add(wanted)
        with told_plainly(self._tab.page):
            self._pause()
            self._gather()
            made = _Open(part, datetime.now(UTC), wanted)
            self._made.append(made)
            self._tab.go(wanted)
            document = self._page_as_it_stands(wanted)
            self._refuse_walls(wanted, document)
        made.page = document
        return document

    def here(self, part: Part) -> Document:
        """The page that is open already, as it stands, recorded as a visit made for ``part``."""
        with told_plainly(self._tab.page):
            asked = self._site.address(self._tab.page.url)
            self._gather()
            made = _Open(part, datetime.now(UTC), asked)
            self._made.append(made)
            document = self._page_as_it_stands(asked)
            self._refuse_walls(asked, document)
        made.page = document
        return document

    def scroll(self) -> Document:
        """Scroll the open page until nothing new arrives; the page as it then stands."""
        if not self._made:
            raise ValueError("open a page before scrolling")
        made = self._made[-1]
        with told_plainly(self._tab.page):
            scroll = Scroll(self._tab, made.stretches.append)
            try:
                scroll.to_the_end()
            finally:
                made.page = self._what_is_left(made, scroll)
            self._refuse_walls(made.asked, made.page, scrolled=True)
            scroll.refuse_false_end()
            part = made.part if made.part in _LISTS else Part.POSTS
            links = self._tab.run(scripts.UNPRESSED, offers_more())
            self._unpressed.update((part, str(link)) for link in links)
        return made.page

    def fetch(self, address: str, headers: Mapping[str, str] | None = None) -> Response:
        """Ask the site for data with a GET, as the open page itself could, and record the answer.

        A picture is kept as one that a page showed.
        """
        wanted = self._site.address(address)
        self._followed.add(wanted)
        with told_plainly(self._tab.page):
            self._pause()
            if not self._site.holds(self._tab.page.url):
                self.open(self.site, Part.OTHER)
            response = self._ask(wanted, dict(headers or {}))
        if not self._site.holds(response.url):
            raise LedAway(f"the site sent the browser on to another site instead of answering ({wanted})")
        wall = refusal(response.status or 0)
        if wall is not None:
            raise wall
        if response.content_type.startswith("image/"):
            self._pictures.keep((wanted, response.url), response.body)
            kept = response
        else:
            kept = self._tab.recorder.add(response)
        self._gather()
        return kept

    def _ask(self, address: str, headers: dict[str, str]) -> Response:
        recorder = self._tab.recorder
        recorder.skip(address)
        recorder.lost.pop(address, None)
        try:
            answer = self._tab.run(scripts.ASK, [address, headers, MOST_DATA])
        except Error as error:
            if "Failed to fetch" not in error.message:
                raise
            self._tab.settle()
            raise unanswered(recorder.lost.get(address, "")) from error
        return Response(answer["url"], answer["type"], base64.b64decode(answer["body"]), answer["status"])

    def _pause(self) -> None:
        if self._begun:
            self._tab.wait(self._tab.pace.before_page())
        self._begun = True

    def _refuse_walls(self, asked: str, document: Document, *, scrolled: bool = False) -> None:
        """Raise the wall that the open page is, if it is one."""
        look = self._tab.look(asked, document)
        wall = wall_in(look, self._walls)
        if wall is None and not self._site.holds(document.url):
            wall = WallMet("the site sent the browser on to another site instead of showing the page")
        if wall is None and any(status == TOO_MANY for _, status in self._tab.recorder.refused):
            wall = refusal(TOO_MANY)
        if wall is None and scrolled and look.asking:
            wall = WallMet("the site asks for a sign-in before it shows more")
        if wall is not None:
            raise wall

    def _page_as_it_stands(self, asked: str, stretches: tuple[Document, ...] = ()) -> Document:
        document = self._tab.document(asked, stretches)
        if self._tab.shows_the_site:
            for address, same in self._tab.run(scripts.PICTURES):
                self._pictures.alias(address, same)
        return document

    def _what_is_left(self, made: _Open, scroll: Scroll) -> Document:
        """The page after scrolling, also when that was cut short; as it was before when it is gone."""
        try:
            return self._page_as_it_stands(made.asked, scroll.stretches())
        except Error:
            return made.page or Document(made.asked, "")

    def _gather(self) -> None:
        """Hand the data answers that came in over to the visit that is being made."""
        if self._made:
            self._made[-1].responses.extend(self._tab.recorder.take())
