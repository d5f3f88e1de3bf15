"""Visits and views made up for tests of platforms: pages and answers by address, and what was done noted."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from selfaudit.model.platform import Platform
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms import PLATFORMS

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def a_page(html: str, url: str = "saved.html", lens: Lens | None = None, status: int | None = None) -> Visit:
    """A visit to one page."""
    return Visit(lens, (Document(url, html, status),))


def an_answer(value: Any, url: str = "saved.json", lens: Lens | None = None) -> Visit:
    """A visit that brought one data answer."""
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return Visit(lens, responses=(Response(url, "application/json", body, 200),))


@dataclass
class Road:
    """A view that shows prepared pages and answers by their address, and notes what was done."""

    site: str
    pages: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, Any] = field(default_factory=dict)
    lens: Lens = Lens.OWNER
    done: list[str] = field(default_factory=list)
    at: str = ""
    headers: list[Mapping[str, str]] = field(default_factory=list)

    def open(self, address: str, part: Part) -> Document:
        self.at = address.removeprefix(self.site)
        self.done.append(self.at)
        return self._shown()

    def here(self, part: Part) -> Document:
        return self._shown()

    def scroll(self) -> Document:
        self.done.append("scroll")
        return self._shown()

    def fetch(self, address: str, headers: Mapping[str, str] | None = None) -> Response:
        path = address.removeprefix(self.site)
        self.done.append(path)
        self.headers.append(headers or {})
        return Response(address, "application/json", json.dumps(self.answers.get(path, {})).encode(), 200)

    def _shown(self) -> Document:
        return Document(f"{self.site}{self.at}", self.pages.get(self.at, ""))


def as_offered(platform: Platform) -> Platform:
    """The platform as everything else gets it: its reader tells walls, and falls back on unknown forms."""
    return next(one for one in PLATFORMS if one.id == platform.id)


def read_all(platform: Platform, visit: Visit, account: Account | None) -> Snapshot:
    """Everything that a platform makes of a visit, in every way that the product asks."""
    platform.recognise(visit)
    platform.viewer(visit)
    platform.signed_out(visit)
    return platform.parse([visit], account)


def met(platform: Platform, url: str, text: str) -> bool | None:
    """Whether a page is one of the platform's walls, as its alarm; ``None`` when it is none."""
    live = platform.live
    assert live is not None
    return next((sign.alarm for sign in live.walls if sign.matches(Document(url, ""), text)), None)
