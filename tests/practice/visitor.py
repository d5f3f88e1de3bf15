"""A visitor without a browser: signs in, scrolls by asking for data, shows a walk what a browser would."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urljoin

import httpx

from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Document, Response, Visit
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.merging import merge
from selfaudit.platforms.practice import PLATFORM
from selfaudit.platforms.practice.pages import WALLS
from selfaudit.platforms.reading import json_of, soup_of, visible_text
from selfaudit.practice import PracticeServer


class Walled(Exception):
    """The site said "no further"."""


@contextmanager
def a_visitor(server: PracticeServer, *, signed_in: bool = True) -> Iterator[httpx.Client]:
    """A client that keeps cookies, signed in or not."""
    with httpx.Client(base_url=server.address, follow_redirects=True) as client:
        if signed_in:
            client.post("/login", data={"username": server.username, "password": server.password})
            client.post("/login/code", data={"code": server.code})
        yield client


@dataclass
class PlainView:
    """A View over plain HTTP. It loads pictures as a browser does, each address once."""

    client: httpx.Client
    lens: Lens
    site: str
    visits: list[Visit] = field(default_factory=list)
    media: dict[str, str] = field(default_factory=dict)
    _page: Document = field(default_factory=lambda: Document("", ""))

    def open(self, address: str, part: Part) -> Document:
        answer = self.client.get(address)
        self._keep(Document(str(answer.url), answer.text, answer.status_code), (), part)
        return self._page

    def scroll(self) -> Document:
        data = json_of(soup_of(self._page.html).select_one("#rookery-data").get_text())
        following, source = data.get("next"), soup_of(self._page.html).select_one("[data-list]")
        pieces, answers, ending = [], [], "list-end"
        while source and following:
            response = self._ask(f"{source['data-list']}?after={following}")
            answers.append(response)
            if response.status == httpx.codes.UNAUTHORIZED:
                ending = "list-wall"
                break
            page = json_of(response.body)
            pieces.append(page["html"])
            following = page["next"]
        grown = self._page.html.replace('<p id="sentinel"', "".join(pieces) + f'<p id="{ending}"')
        self._keep(Document(self._page.url, grown, 200), tuple(answers), self.visits.pop().part)
        if ending == "list-wall":
            raise Walled("the newest posts only")
        return self._page

    def fetch(self, address: str, headers: Mapping[str, str] | None = None) -> Response:
        response = self._ask(address, headers)
        self.visits.append(
            Visit(self.lens, responses=(response,), media=self.media, part=self.visits[-1].part)
        )
        return response

    def _ask(self, address: str, headers: Mapping[str, str] | None = None) -> Response:
        answer = self.client.get(address, headers=headers)
        kind = answer.headers["content-type"]
        return Response(str(answer.url), kind, answer.content, answer.status_code)

    def _keep(self, document: Document, responses: tuple[Response, ...], part: Part | None) -> None:
        self._page = document
        for source in re.findall(r'<img [^>]*src="(/pictures/[^"]+)"', document.html):
            address = urljoin(document.url, source)
            if address not in self.media:
                self.client.get(address).raise_for_status()
                self.media[address] = f"media/{source.rsplit('/', 1)[1]}"
        self.visits.append(Visit(self.lens, (document,), responses, self.media, part))
        for sign in WALLS:
            if sign.matches(document, visible_text(soup_of(document.html))):
                raise Walled(sign.reason)


def read_one(server: PracticeServer, lens: Lens) -> tuple[Snapshot, list[Part], PlainView]:
    """The profile as one lens walks and reads it: the snapshot, the parts read to their end, the view."""
    live, done = PLATFORM.live, []
    with a_visitor(server) as owner:
        account = live.identify(PlainView(owner, Lens.OWNER, server.address))
    with a_visitor(server, signed_in=lens is Lens.OWNER) as visitor:
        view = PlainView(visitor, lens, server.address)
        walk = live.walk_owner if lens is Lens.OWNER else live.walk_public
        with suppress(Walled):
            for part in walk(view, account):
                done.append(part)  # noqa: PERF402 - what came before a wall counts
    return PLATFORM.parse(view.visits, account), done, view


def read_both(server: PracticeServer) -> Snapshot:
    """The profile as both lenses together see it."""
    return merge(read_one(server, Lens.OWNER)[0], read_one(server, Lens.PUBLIC)[0])
