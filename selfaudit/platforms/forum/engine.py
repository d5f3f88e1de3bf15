"""What makes a board's software: how it is known, how its pages are read, and where on it things are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.model.visit import Account, Document
from selfaudit.platforms.forum.material import Entry, Material
from selfaudit.platforms.generic.switches import SwitchTable
from selfaudit.platforms.generic.values import root_of
from selfaudit.platforms.reading import soup_of

Places = Callable[[Account], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a tree, with the address that its links start from."""

    soup: BeautifulSoup
    url: str
    base: str
    at: datetime | None = None

    @property
    def site(self) -> str | None:
        """The host that the page came from, where that is known."""
        return root_of(self.base)


def page_of(document: Document, at: datetime | None = None) -> Page:
    """The page of a document."""
    soup = soup_of(document.html)
    stated = soup.select_one("base[href]")
    base = str(stated["href"]) if stated else ""
    return Page(soup, document.url, base if base.startswith("http") else document.url, at)


def _nowhere(_account: Account) -> tuple[str, ...]:
    return ()


def _nothing(_url: str, _value: Any) -> Material:
    return Material()


def _no_more(_url: str, _value: Any) -> str | None:
    return None


def _no_data(_entry: Entry) -> str | None:
    return None


def _no_thread(_number: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Ways:
    """Where things are on a board of this make, below its root address.

    Attributes:
        profile: the member's own page; what it tells is the bio and the contact fields.
        lists: the lists of the member's own posts and threads.
        people: the lists of friends, followers and blocked members; none where there is no such thing.
        settings: the pages with the privacy switches.
        proof: a data address that names who is signed in, where pages do not.
        data: the board answers these with data, so they are asked for and not opened.
        following: how the link to the next page of a list or thread is marked.
        further: the address of the next part of a list of data.
        whole: the data address that has a post's whole text; otherwise its page is opened.
        thread: the data address of a whole thread; otherwise the page of its first post is opened.
    """

    profile: Places
    lists: Places
    people: Places = _nowhere
    settings: Places = _nowhere
    proof: str | None = None
    data: bool = False
    following: str = "a[rel~='next'][href], link[rel~='next'][href]"
    further: Callable[[str, Any], str | None] = _no_more
    whole: Callable[[Entry], str | None] = _no_data
    thread: Callable[[str], str | None] = _no_thread


@dataclass(frozen=True, slots=True)
class Engine:
    """A make of board.

    Attributes:
        id: the word for it.
        title: what people call it.
        knows: whether a page is of this make.
        read: everything that a page of this make shows.
        ways: where things are.
        answer: everything that a data answer of this make holds; nothing, when it is none.
        switches: the dated table of its privacy switches.
    """

    id: str
    title: str
    knows: Callable[[BeautifulSoup], bool]
    read: Callable[[Page], Material]
    ways: Ways
    answer: Callable[[str, Any], Material] = _nothing
    switches: SwitchTable | None = None
