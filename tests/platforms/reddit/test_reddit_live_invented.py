"""The way through Reddit: what it asks for and what it claims to have read, on a view made up for it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from selfaudit.model.visit import Account, Document, Response
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.reddit import REDDIT

SITE = "https://www.reddit.com"
ME = Account("alexm", "told by the test", "u1")
RECORD = {"name": "alexm", "id": "u1", "link_karma": 1, "comment_karma": 1, "hide_from_robots": True}
POST = {"name": "t3_a", "id": "a", "author": "alexm", "title": "Hello", "num_comments": 2}
live = REDDIT.live
assert live is not None


@dataclass
class Road:
    """A view that answers from prepared data and notes what was done, queries left out."""

    answers: dict[str, Any] = field(default_factory=dict)
    html: str = ""
    lens: Lens = Lens.OWNER
    site: str = SITE
    done: list[str] = field(default_factory=list)

    def open(self, address: str, part: Part) -> Document:
        self.done.append(address.removeprefix(self.site))
        return Document(address, self.html)

    def scroll(self) -> Document:
        return Document(f"{SITE}/user/alexm/submitted/", self.html)

    def fetch(self, address: str, headers: object = None) -> Response:
        path = address.removeprefix(self.site)
        self.done.append(path.partition("?")[0])
        after = path.partition("after=")[2]
        value = self.answers.get(path.partition("?")[0] + (f"#{after}" if after else ""), {})
        return Response(address, "application/json", json.dumps(value).encode(), 200)


def a_listing(*posts: dict[str, Any], after: str | None = None) -> dict[str, Any]:
    return {
        "kind": "Listing",
        "data": {"children": [{"kind": "t3", "data": one} for one in posts], "after": after},
    }


def test_the_signed_in_person_is_whom_reddit_answers_with() -> None:
    road = Road({"/api/v1/me.json": {"kind": "t2", "data": {**RECORD, "inbox_count": 0}}})
    found = live.identify(road)
    assert found is not None
    assert (found.handle, found.id) == ("alexm", "u1")
    assert live.identify(Road({"/api/v1/me.json": {"kind": "t2", "data": {"features": {}}}})) is None
    assert live.identify(Road({"/api/v1/me.json": {"kind": "t2", "data": RECORD}})) is None


def test_the_owners_walk_asks_for_every_stretch_and_for_the_comments_under_each_post() -> None:
    about = {"kind": "t2", "data": {**RECORD, "subreddit": {"public_description": "Tea"}}}
    place = "/user/alexm"
    road = Road(
        {
            f"{place}/about.json": about,
            f"{place}/submitted.json": a_listing(POST, after="t3_a"),
            f"{place}/submitted.json#t3_a": a_listing({**POST, "id": "b", "num_comments": 0}),
            f"{place}/comments.json": a_listing(),
        }
    )
    parts = list(live.walk_owner(road, ME))
    assert parts == [Part.BIO, Part.SETTINGS, Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS]
    assert set(parts) == live.parts
    assert road.done == [
        f"{place}/about.json",
        f"{place}/submitted.json",
        f"{place}/submitted.json",
        f"{place}/comments.json",
        "/comments/a.json",
        f"{place}/submitted/",
        "/prefs/friends.json",
    ]


def test_an_answer_that_is_no_list_ends_the_reading_without_a_claim() -> None:
    parts = list(live.walk_owner(Road(html='<faceplate-partial src="/x?after=1">'), ME))
    assert parts == [Part.CONNECTIONS]


def test_a_list_as_long_as_reddit_ever_shows_is_not_claimed_whole() -> None:
    many = [{**POST, "id": str(number), "num_comments": 0} for number in range(950)]
    road = Road({"/user/alexm/submitted.json": a_listing(*many)})
    assert Part.POSTS not in list(live.walk_owner(road, ME))


@pytest.mark.parametrize(
    ("html", "claimed"),
    [
        ("<main>u/alexm likes to keep their posts hidden</main>", False),
        ("", False),
        ('<shreddit-post id="t3_a" author="alexm"></shreddit-post>', True),
        (
            '<shreddit-post id="t3_a" author="alexm"></shreddit-post><faceplate-partial src="/x?after=1">',
            False,
        ),
    ],
)
def test_a_stranger_claims_the_posts_only_where_some_show_and_none_wait(html: str, claimed: bool) -> None:
    assert (Part.POSTS in list(live.walk_public(Road(html=html, lens=Lens.PUBLIC), ME))) is claimed


@pytest.mark.parametrize(
    ("url", "text", "reason"),
    [
        (f"{SITE}/user/alexm/", "You've been blocked by network security.", "guard"),
        (f"{SITE}/user/alexm/", "whoa there, pardner!", "guard"),
        (f"{SITE}/login/?dest=x", "Log In", "asks for a sign-in"),
        (f"{SITE}/user/alexm/", "u/alexm\nThis account has been suspended", "suspended"),
    ],
)
def test_walls_are_known(url: str, text: str, reason: str) -> None:
    met = [sign.reason for sign in live.walls if sign.matches(Document(url, ""), text)]
    assert reason in met[0]


def test_what_people_write_is_no_wall() -> None:
    said = "alexm\nToday I read: you've been blocked by network security, haha"
    assert not [sign for sign in live.walls if sign.matches(Document(f"{SITE}/user/alexm/", ""), said)]
