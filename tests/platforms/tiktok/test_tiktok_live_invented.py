"""The way through TikTok: which pages it opens and what it claims to have read, on a view made up for it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from selfaudit.model.visit import Account, Document, Response
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.tiktok import TIKTOK

SITE = "https://www.tiktok.com"
ME = Account("alexm", "told by the test", "66")
live = TIKTOK.live
assert live is not None


@dataclass
class Road:
    """A view that shows prepared pages and notes what was done; ``grown`` is the page once scrolled."""

    pages: dict[str, str]
    grown: str = ""
    lens: Lens = Lens.OWNER
    site: str = SITE
    done: list[str] = field(default_factory=list)

    def open(self, address: str, part: Part) -> Document:
        path = address.removeprefix(self.site)
        self.done.append(path)
        return Document(address, self.pages.get(path, ""))

    def scroll(self) -> Document:
        self.done.append("scroll")
        return Document(f"{SITE}/@alexm", self.grown)

    def fetch(self, address: str, headers: object = None) -> Response:
        raise AssertionError(f"TikTok is asked for nothing but its pages, not for {address}")


def a_page(*tiles: str, count: int = 2, viewer: bool = True, **user: Any) -> str:
    context = {"user": {"uid": "66", "uniqueId": "alexm"}} if viewer else {"language": "en"}
    person = {"id": "66", "uniqueId": "alexm", "nickname": "Alex", "signature": "Tea", **user}
    info = {"user": person, "statsV2": {"videoCount": str(count)}}
    data = {"webapp.app-context": context, "webapp.user-detail": {"userInfo": info, "statusCode": 0}}
    script = json.dumps({"__DEFAULT_SCOPE__": data})
    grid = "".join(f'<div data-e2e="user-post-item"><a href="{SITE}{tile}"></a></div>' for tile in tiles)
    return f'<html>{grid}<script id="__UNIVERSAL_DATA_FOR_REHYDRATION__">{script}</script></html>'


def test_the_signed_in_person_is_named_by_the_page_alone() -> None:
    assert live.identify(Road({"/": a_page()})) == Account(
        "alexm",
        "TikTok's own page data named @alexm as the account that was signed in.",
        "66",
        url=f"{SITE}/@alexm",
    )
    assert live.identify(Road({"/": a_page(viewer=False)})) is None
    assert live.signed_in(Document(f"{SITE}/", a_page()))
    assert not live.signed_in(Document(f"{SITE}/login", a_page(viewer=False)))


def test_the_owners_walk_opens_own_pages_alone_and_each_post_of_photos() -> None:
    whole = a_page("/@alexm/video/1", "/@alexm/photo/2", "/@sam/photo/3")
    road = Road({"/@alexm": a_page(privateAccount=False)}, whole)
    parts = list(live.walk_owner(road, ME))
    assert parts == [Part.BIO, Part.CONTACT, Part.SETTINGS, Part.POSTS, Part.IMAGES]
    assert set(parts) == live.parts
    assert road.done == ["/@alexm", "scroll", "/@alexm/photo/2"]


@pytest.mark.parametrize(
    ("grown", "claimed"),
    [
        (a_page("/@alexm/video/1", count=2), False),
        (a_page("/@alexm/video/1", "/@sam/video/2", count=2), False),
        ("<html>Something went wrong</html>", False),
        (a_page("/@alexm/video/1", count=1), True),
        (a_page(count=9, privateAccount=True), True),
    ],
)
def test_a_stranger_claims_the_posts_only_when_all_that_are_counted_are_there_or_the_account_is_private(
    grown: str, claimed: bool
) -> None:
    road = Road({"/@alexm": a_page(viewer=False)}, grown, Lens.PUBLIC)
    assert (Part.POSTS in list(live.walk_public(road, ME))) is claimed


def test_a_page_that_shows_nothing_claims_nothing() -> None:
    assert list(live.walk_owner(Road({}), ME)) == []


@pytest.mark.parametrize(
    ("url", "text", "alarm"),
    [
        (f"{SITE}/login?redirect_url=x", "Log in to TikTok", False),
        (f"{SITE}/@alexm", "Please wait..", True),
        (f"{SITE}/@alexm", "Videos\nDrag the slider to fit the puzzle", True),
        (f"{SITE}/login/phone", "Maximum number of attempts reached. Try again later.", None),
    ],
)
def test_walls_are_known(url: str, text: str, alarm: bool | None) -> None:
    met = [sign for sign in live.walls if sign.matches(Document(url, ""), text)]
    assert met
    assert alarm is None or met[0].alarm is alarm


@pytest.mark.parametrize("text", ["alexm\nPlease wait.. for part two", "I had to drag the slider all day"])
def test_what_people_write_is_no_wall(text: str) -> None:
    assert not [sign for sign in live.walls if sign.matches(Document(f"{SITE}/@alexm", ""), text)]
