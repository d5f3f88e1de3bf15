"""Pages and data answers as Meta's sites carry them, made from plain values."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Lens, Part

Data = dict[str, Any]


def saved(path: Path, url: str | None = None) -> Visit:
    """A file as the saved-pages door hands it on."""
    if path.suffix == ".html":
        return Visit(None, (Document(url or path.name, path.read_text(encoding="utf-8")),))
    return Visit(None, responses=(Response(url or path.name, "application/json", path.read_bytes()),))


def scripts(*values: Any) -> str:
    """Data in the scripts of a page."""
    return "".join(
        f'<script type="application/json" data-sjs>{json.dumps(value)}</script>' for value in values
    )


def document(*values: Any, url: str, body: str = "", title: str = "") -> Document:
    """A page that carries these values."""
    head = f"<head><title>{title}</title></head>"
    return Document(url, f"<html>{head}<body>{body}{scripts(*values)}</body></html>")


def result(data: Any) -> Data:
    """A prepared answer as pages carry it."""
    return {
        "require": [["RelayPrefetchedStreamCache", "next", [], ["x", {"__bbox": {"result": {"data": data}}}]]]
    }


def defining(name: str, data: Any) -> Data:
    """What a page hands to a module."""
    return {"require": [["S", "handle", None, [{"__bbox": {"define": [[name, [], data, 1]]}}]]]}


def user(identity: str, name: str = "") -> Data:
    """Who is signed in, as Facebook's pages tell."""
    return defining("CurrentUserInitialData", {"ACCOUNT_ID": identity, "USER_ID": identity, "NAME": name})


def answer(
    *values: Any, url: str, question: str | None = None, asked: Mapping[str, Any] | None = None
) -> Response:
    """A data answer: one JSON document a line; with what was sent along, where that was kept."""
    sent = {"fb_api_req_friendly_name": question, "variables": json.dumps(asked)} if question else None
    body = "\n".join(json.dumps(value) for value in values).encode()
    return Response(url, "application/json", body, 200, urlencode(sent) if sent else None)


class WalkedView:
    """A view that shows prepared pages and remembers what was done."""

    def __init__(self, site: str, show: Callable[[str], Document], lens: Lens = Lens.OWNER) -> None:
        self.site, self.lens, self._show = site, lens, show
        self.steps: list[tuple[str, str]] = []

    def open(self, address: str, part: Part) -> Document:
        self.steps.append(("open", address.removeprefix(self.site)))
        return self._show(address)

    def scroll(self) -> Document:
        self.steps.append(("scroll", ""))
        return self._show("")

    def fetch(self, address: str, headers: Mapping[str, str] | None = None) -> Response:
        raise AssertionError("these walks ask for nothing that the page does not ask for itself")


def an_account(handle: str, identity: str | None) -> Account:
    """A proven account."""
    return Account(handle, "the site said so", identity)
