"""The way through YouTube: which pages it opens and what it claims to have read, on a view made up for it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from selfaudit.model.visit import Account, Document, Response
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.youtube import YOUTUBE

SITE, MINE = "https://www.youtube.com", "UC" + "a" * 22
ME = Account("alexm", "told by the test", MINE)
live = YOUTUBE.live
assert live is not None


@dataclass
class Road:
    """A view that shows prepared pages and notes what was done."""

    pages: dict[str, str]
    lens: Lens = Lens.OWNER
    site: str = SITE
    done: list[str] = field(default_factory=list)

    def open(self, address: str, part: Part) -> Document:
        path = address.removeprefix(self.site)
        self.done.append(path)
        return Document(address, self.pages.get(path, "<ytd-app></ytd-app>"))

    def scroll(self) -> Document:
        path = [step for step in self.done if step.startswith("/")][-1]
        return Document(f"{SITE}{path}", self.pages.get(path, "<ytd-app></ytd-app>"))

    def fetch(self, address: str, headers: object = None) -> Response:
        self.done.append(address.removeprefix(self.site))
        return Response(address, "application/xml", b"")


def a_page(owner: str = "true", tabs: tuple[str, ...] = (), rest: str = "", **more: Any) -> str:
    notes = {"is_owner": owner, "browse_id": MINE, "logged_in": "1"}
    pairs = [{"key": key, "value": value} for key, value in notes.items()]
    about = {
        "title": "Alex",
        "description": "Tea",
        "externalId": MINE,
        "vanityChannelUrl": f"{SITE}/@alexm",
    }
    places = [{"webCommandMetadata": {"url": f"/@alexm/{tab}"}} for tab in tabs]
    data = {
        "responseContext": {"serviceTrackingParams": [{"service": "GFEEDBACK", "params": pairs}]},
        "metadata": {"channelMetadataRenderer": about},
        "contents": [{"tabRenderer": {"endpoint": {"commandMetadata": place}}} for place in places],
        **more,
    }
    script = f"<script>var ytInitialData = {json.dumps(data)};</script>"
    return f"<html><script>ytcfg.set({{'LOGGED_IN': true}})</script>{script}{rest}</html>"


def test_the_signed_in_persons_channel_is_proven_by_youtubes_own_mark_alone() -> None:
    found = live.identify(Road({"/profile": a_page()}))
    assert found is not None
    assert (found.handle, found.id) == ("alexm", MINE)
    assert live.identify(Road({"/profile": a_page(owner="false")})) is None


def test_the_page_you_leads_to_the_own_channel_where_the_short_way_does_not() -> None:
    you = {"header": {"pageHeaderRenderer": {"browseEndpoint": {"browseId": MINE}}}}
    first = f"<script>var ytInitialData = {json.dumps(you)};</script>"
    road = Road({"/feed/you": first, f"/channel/{MINE}": a_page()})
    found = live.identify(road)
    assert found is not None
    assert found.id == MINE
    assert road.done == ["/profile", "/feed/you", f"/channel/{MINE}"]


def test_a_signed_in_person_without_a_channel_is_nobody_to_read() -> None:
    assert live.identify(Road({})) is None


def test_the_owners_walk_opens_the_own_tabs_that_there_are_and_each_video() -> None:
    place = f"/channel/{MINE}"
    video = '<a id="video-title-link" title="Hello" href="/watch?v=abcdefghijk"></a>'
    road = Road(
        {
            place: a_page(tabs=("featured", "videos", "store")),
            f"{place}/videos": f"<ytd-app>{video}</ytd-app>",
        }
    )
    parts = list(live.walk_owner(road, ME))
    assert parts == [Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES, Part.CONNECTIONS]
    assert road.done == [
        place,
        f"/feeds/videos.xml?channel_id={MINE}",
        f"{place}/videos",
        "/watch?v=abcdefghijk",
        "/feed/channels",
        "/account_privacy",
    ]


def test_a_list_that_still_has_more_to_fetch_is_not_claimed() -> None:
    place = f"/channel/{MINE}"
    more = "<ytd-app><ytd-continuation-item-renderer></ytd-continuation-item-renderer></ytd-app>"
    road = Road({place: a_page(tabs=("videos",)), f"{place}/videos": more}, Lens.PUBLIC)
    assert list(live.walk_public(road, ME)) == [Part.BIO, Part.CONTACT]


def test_a_channel_page_that_shows_nothing_claims_nothing() -> None:
    assert list(live.walk_public(Road({}, Lens.PUBLIC), ME)) == []


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://consent.youtube.com/m?continue=x", "cookies"),
        ("https://accounts.google.com/v3/signin/rejected?x", "a program opened"),
        ("https://accounts.google.com/v3/signin/identifier?x", "asks for a sign-in"),
        ("https://www.google.com/sorry/index?x", "proof that a person"),
    ],
)
def test_walls_are_known_by_their_address(url: str, reason: str) -> None:
    met = [sign.reason for sign in live.walls if sign.matches(Document(url, ""), "")]
    assert reason in met[0]


def test_google_s_own_sign_in_page_is_not_taken_for_being_signed_in() -> None:
    assert live.signed_in(Document(f"{SITE}/account", a_page()))
    assert not live.signed_in(Document("https://accounts.google.com/x", a_page()))
    assert not live.signed_in(Document(f"{SITE}/", "<script>ytcfg.set({'LOGGED_IN': false})</script>"))
