"""Snapchat's public page, on pages made up in the published shape: no real page was to be had."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from roads import as_offered

from selfaudit.model.snapshot import Fact, Gap, Image, Owner, Post
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.snapchat import SNAPCHAT
from selfaudit.platforms.snapchat.parse import IN_THE_APP
from selfaudit.platforms.snapchat.settings import SWITCHES

URL = "https://www.snapchat.com/@sampleworker"
ACCOUNTS = "https://accounts.snapchat.com/accounts/welcome"
OWNER = Account("SampleWorker", "told by the test")
DAILY = Gap(Part.POSTS, "public stories last a day, so that earlier ones are not on the page any more")
NOT_FOUND = "Snapchat says that there is no profile of this name"
UNKNOWN = "a page of Snapchat has a form that this version does not know"
live = SNAPCHAT.live
assert live is not None


def page(html: str, url: str = URL, lens: Lens | None = None, status: int | None = None) -> Visit:
    return Visit(lens, (Document(url, html, status),))


def with_props(props: Any, url: str = URL, lens: Lens | None = None) -> Visit:
    data = json.dumps({"props": {"pageProps": props}, "page": "/@[username]"})
    script = f'<script id="__NEXT_DATA__" type="application/json">{data}</script>'
    return page(f"<html><body>{script}</body></html>", url, lens)


def sample(shared: Path, name: str, lens: Lens | None = None) -> Visit:
    html = (shared / "samples/pages-invented/snapchat" / name).read_text(encoding="utf-8")
    return page(html, name, lens)


def a_profile(**changes: Any) -> dict[str, Any]:
    return {"publicProfileInfo": {"username": "sampleworker", "title": "Sample", "bio": "Hi", **changes}}


def test_a_public_profile_is_read_with_its_story(shared: Path) -> None:
    visit = sample(shared, "profile_public.html")
    snapshot = SNAPCHAT.parse([visit], None)
    assert SNAPCHAT.recognise(visit)
    assert SNAPCHAT.signed_out(visit)
    assert SNAPCHAT.viewer(visit) is None
    assert snapshot.owner == Owner(
        name="Sample Worker", handle="sampleworker", bio="Maths teacher. Hiking.", url=URL
    )
    assert snapshot.posts == (
        Post(
            id="snap-1790000000-0",
            kind=PostKind.STORY,
            time=datetime(2026, 9, 21, 14, 13, 20, tzinfo=UTC),
            audience=Audience.PUBLIC,
        ),
    )
    assert snapshot.images == (
        Image("avatar", role=ImageRole.AVATAR, url="https://example.org/p.jpg"),
        Image("snap-1790000000-0", post="snap-1790000000-0", url="https://example.org/1.jpg"),
    )
    assert [(one.name, one.value, one.highest) for one in snapshot.settings] == [
        ("public_profile", "Yes", "No")
    ]
    assert snapshot.gaps == (DAILY, *IN_THE_APP)


def test_no_public_profile_is_itself_the_answer(shared: Path) -> None:
    snapshot = SNAPCHAT.parse([sample(shared, "profile_no_public.html", Lens.PUBLIC)], OWNER)
    assert snapshot.owner == Owner(name="Sample Worker", handle="sampleworker", bio="", url=URL)
    assert [(one.name, one.value, one.highest) for one in snapshot.settings] == [
        ("public_profile", "No", "No")
    ]
    assert snapshot.gaps_in(frozenset({Part.POSTS}), Lens.PUBLIC) == ()
    assert snapshot.gaps == IN_THE_APP


def test_what_stands_in_the_app_is_never_told_as_seen() -> None:
    for visits in ([], [with_props({"userProfile": a_profile()}, lens=Lens.OWNER)]):
        snapshot = SNAPCHAT.parse(visits, OWNER)
        for part in (Part.POSTS, Part.IMAGES, Part.CONNECTIONS, Part.SETTINGS):
            assert snapshot.gaps_in(frozenset({part}))
            assert part not in snapshot.read


def test_highlights_and_spotlights_are_posts_with_their_title() -> None:
    snap = {"snapId": {"value": "s1"}, "timestampInSec": 1790000000, "snapUrls": {"mediaUrl": "https://m/1"}}
    film = {**snap, "snapId": "s2", "snapMediaType": 1}
    film["snapUrls"] = {"mediaUrl": "https://m/2", "mediaPreviewUrl": {"value": "https://m/2.jpg"}}
    props = {
        "userProfile": a_profile(address="Leeds", websiteUrl="https://sample.example/"),
        "curatedHighlights": [{"storyTitle": {"value": "Trip"}, "snapList": [snap, {"snapId": "broken"}]}],
        "spotlightHighlights": [{"snapList": [film]}],
    }
    visit = with_props(props)
    media = {"https://m/2.jpg": "media/2.jpg"}
    snapshot = SNAPCHAT.parse([Visit(None, visit.documents, media=media)], None)
    assert [(post.id, post.text, post.kind, post.images) for post in snapshot.posts] == [
        ("s1", "Trip", PostKind.POST, ()),
        ("s2", "", PostKind.POST, ("media/2.jpg",)),
    ]
    assert snapshot.owner.facts == (Fact("Location", "Leeds"),)
    assert snapshot.owner.links == ("https://sample.example/",)
    assert Gap(Part.POSTS, "public snaps in a form that this version does not know", 1) in snapshot.gaps


def test_somebody_else_s_page_is_not_read() -> None:
    other = with_props({"userProfile": a_profile(username="another")}, "https://www.snapchat.com/@another")
    snapshot = SNAPCHAT.parse([other], OWNER)
    assert (snapshot.owner, snapshot.posts) == (Owner(handle="SampleWorker"), ())
    assert snapshot.gaps == IN_THE_APP


def test_a_new_form_falls_back_to_what_search_engines_are_told_and_says_so() -> None:
    person = {"mainEntity": {"alternateName": "sampleworker", "name": "Sample", "description": "Hi"}}
    html = f'<script type="application/ld+json">{json.dumps(person)}</script>'
    snapshot = SNAPCHAT.parse([page(html)], OWNER)
    assert (snapshot.owner.name, snapshot.owner.bio) == ("Sample", "Hi")
    assert Gap(Part.OTHER, UNKNOWN) in snapshot.gaps
    assert snapshot.settings == ()
    described = page('<meta property="og:title" content="Sample (@sampleworker) | Snapchat">')
    assert SNAPCHAT.parse([described], None).owner.handle == "sampleworker"


@pytest.mark.parametrize(
    ("visit", "reason"),
    [
        (page("<h1>404</h1>", status=404), NOT_FOUND),
        (
            page("<p>Sorry, we couldn\u2019t find it</p>"),
            NOT_FOUND,
        ),
        (with_props({"statusCode": 404}), NOT_FOUND),
        (
            page("<p>Log in</p>", "https://accounts.snapchat.com/accounts/v2/login?x=1"),
            "Snapchat asks for a sign-in before it shows this",
        ),
        (page("<p>New</p>"), UNKNOWN),
        (
            with_props({"userProfile": {"x": 1}}),
            UNKNOWN,
        ),
    ],
)
def test_a_page_without_a_profile_says_why(visit: Visit, reason: str) -> None:
    snapshot = as_offered(SNAPCHAT).parse([visit], OWNER)
    assert [gap for gap in snapshot.gaps if gap.part is Part.OTHER] == [Gap(Part.OTHER, reason)]
    assert snapshot.read == ()


def test_other_sites_that_keep_data_in_the_same_script_are_not_snapchat() -> None:
    html = '<script id="__NEXT_DATA__">{"props": {"pageProps": {"userProfile": {"name": "x"}}}}</script>'
    assert not SNAPCHAT.recognise(page(html + "<a href='https://snapchat.com/add/x'>me</a>", "saved.html"))
    assert not SNAPCHAT.recognise(page("<p>I like Snapchat</p>", "https://blog.example/snapchat.com"))


def test_the_questions_begin_with_the_most_private_answer() -> None:
    assert [(one.name, one.highest) for one in SWITCHES.questions] == [
        ("contact", "Friends"),
        ("story", "Only some friends"),
        ("location", "Nobody (Ghost Mode)"),
        ("quick_add", "No"),
        ("found_by_phone", "No"),
        ("found_by_email", "No"),
        ("active_status", "No"),
    ]
    assert all(one.where.startswith("In the app, open ") for one in SWITCHES.questions)


@dataclass
class Road:
    """A view that shows one page everywhere and notes what was opened."""

    html: str = ""
    lens: Lens = Lens.OWNER
    site: str = "https://www.snapchat.com"
    done: list[str] = field(default_factory=list)

    def open(self, address: str, part: Part) -> Document:
        self.done.append(address)
        return Document(address, self.html)

    def scroll(self) -> Document:
        raise AssertionError("there is nothing to scroll for")

    def fetch(self, address: str, headers: object = None) -> Response:
        raise AssertionError("nothing is asked of Snapchat beside its pages")


NAMED = '<script id="__NEXT_DATA__">{"props": {"user": {"username": "SampleWorker"}}}</script>'


def test_the_account_page_proves_who_is_signed_in_and_without_it_nobody_is_read() -> None:
    road = Road(NAMED)
    assert live.identify(road) == Account(
        handle="sampleworker",
        proof="Snapchat's account page named sampleworker as the account that was signed in.",
        url=URL,
    )
    assert road.done == [ACCOUNTS]
    assert live.identify(Road("<p>Hello</p>")) is None
    assert not live.signed_in(Document(URL, NAMED))
    assert not live.signed_in(Document(ACCOUNTS, NAMED + '<input type="password">'))


def test_each_walk_opens_the_one_page_there_is() -> None:
    for walk, parts in ((live.walk_owner, live.parts), (live.walk_public, live.public_parts)):
        road = Road()
        assert set(walk(road, Account("sampleworker", "told"))) == parts
        assert road.done == [URL]
    assert live.sign_in("https://www.snapchat.com") == "https://accounts.snapchat.com/accounts/v2/login"
    assert live.sign_in("http://127.0.0.1:8000") == "http://127.0.0.1:8000/accounts/v2/login"


def harmless(visit: Visit) -> None:
    for account in (None, OWNER):
        SNAPCHAT.recognise(visit)
        SNAPCHAT.viewer(visit)
        SNAPCHAT.signed_out(visit)
        assert Part.POSTS not in SNAPCHAT.parse([visit], account).read


def test_a_page_that_is_cut_short_anywhere_never_raises(shared: Path) -> None:
    html = sample(shared, "profile_public.html").documents[0].html
    for end in range(0, len(html), 17):
        harmless(page(html[:end]))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
SNAP = {"snapId": "1", "timestampInSec": 1, "snapUrls": {"mediaUrl": "x"}, "snapMediaType": 1, "snapIndex": 0}


@settings(max_examples=150)
@given(st.sampled_from(sorted(SNAP)), st.sampled_from(["username", "title", "bio", "address"]), JSON, JSON)
def test_data_with_anything_anywhere_never_raises(place: str, name: str, put: Any, other: Any) -> None:
    props = {
        "userProfile": a_profile(**{name: other}),
        "story": {"snapList": [{**SNAP, place: put}]},
        "curatedHighlights": [put, {"snapList": [SNAP], "storyTitle": other}],
    }
    harmless(with_props(props))
    harmless(with_props(put))
    harmless(with_props({"userProfile": put}))


def test_the_address_of_a_snap_may_stand_by_itself() -> None:
    snap = {"snapId": "a", "timestampInSec": 1790000000, "mediaUrl": "https://example.org/1.jpg"}
    props = {"userProfile": a_profile(), "story": {"snapList": [snap]}}
    snapshot = SNAPCHAT.parse([with_props(props)], OWNER)
    assert [(image.id, image.post, image.url) for image in snapshot.images] == [("a", "a", snap["mediaUrl"])]
    assert [(post.id, post.kind) for post in snapshot.posts] == [("a", PostKind.STORY)]
