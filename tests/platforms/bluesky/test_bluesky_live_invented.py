"""The way through bsky.app on views made up for it, and records of a repository as a server lists them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

import pytest
from roads import Road, an_answer, met

from selfaudit.model.snapshot import Connection, Gap
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import ImageRole, Lens, Part
from selfaudit.platforms.bluesky import BLUESKY

APP, HOST = "https://bsky.app", "https://pds.example"
DATA = "https://public.api.bsky.app/xrpc"
DID, HANDLE = "did:plc:me", "alex.example"
ME = Account(HANDLE, "told by the test", DID)
MENU = (
    f'<nav><a href="/">Home</a><a href="/notifications">N</a><a href="/profile/{HANDLE}">Profile</a>'
    f'<a href="/profile/{HANDLE}/feed/x">Feed</a></nav>'
)
EDIT = '<button data-testid="profileHeaderEditProfileButton">Edit</button>'
PROFILE = {"did": DID, "handle": HANDLE, "description": "Tea", "labels": []}
live = BLUESKY.live
assert live is not None


def app(page: str = EDIT, profile: Any = PROFILE, menu: str = MENU) -> Road:
    return Road(
        APP,
        {"/": menu, f"/profile/{HANDLE}": page},
        {f"{DATA}/app.bsky.actor.getProfile?actor={HANDLE}": profile},
    )


def test_the_app_proves_whom_its_menu_leads_to_and_whose_profile_it_offers_to_edit() -> None:
    found = live.identify(app())
    assert found is not None
    assert (found.handle, found.id) == (HANDLE, DID)


@pytest.mark.parametrize(
    "road",
    [
        app(page=""),
        app(profile={"error": "InvalidRequest"}),
        app(menu=MENU.replace('href="/notifications"', 'href="/about"')),
        app(menu=MENU + '<nav><a href="/profile/somebody.example">S</a></nav>'),
        app(menu=f'<a href="/notifications">N</a><p><a href="/profile/{HANDLE}">a post of mine</a></p>'),
    ],
)
def test_nothing_less_than_both_is_a_proof(road: Road) -> None:
    assert live.identify(road) is None


def an_item(key: str, who: str = DID, replies: int = 0) -> dict[str, Any]:
    record = {"$type": "app.bsky.feed.post", "text": key, "createdAt": "2026-11-02T09:30:00Z"}
    uri = f"at://{who}/app.bsky.feed.post/{key}"
    return {"post": {"uri": uri, "author": {"did": who}, "record": record, "replyCount": replies}}


def a_walk(**changes: Any) -> Road:
    actor = quote(DID, safe="")
    feed = f"{DATA}/app.bsky.feed.getAuthorFeed?actor={actor}&filter=posts_with_replies&limit=100"
    uri = quote(f"at://{DID}/app.bsky.feed.post/a", safe="")
    answers = {
        f"{DATA}/app.bsky.actor.getProfile?actor={actor}": PROFILE,
        feed: {"feed": [an_item("a", replies=1), an_item("x", "did:plc:bob", 4)], "cursor": "c"},
        f"{feed}&cursor=c": {"feed": [an_item("b")]},
        f"{DATA}/app.bsky.feed.getPostThread?uri={uri}&depth=10&parentHeight=0": {"thread": an_item("a")},
        f"{DATA}/app.bsky.graph.getFollowers?actor={actor}&limit=100": {"followers": []},
        f"{DATA}/app.bsky.graph.getFollows?actor={actor}&limit=100": {"follows": []},
    }
    names = {address.partition("?")[0].rpartition(".")[2]: address for address in answers}
    return Road(APP, {}, answers | {names[name]: value for name, value in changes.items()})


def test_the_walk_asks_for_every_stretch_and_for_the_answers_to_own_posts_alone() -> None:
    road = a_walk()
    assert set(live.walk_owner(road, ME)) == live.parts
    asked = [place.partition("?")[0].rpartition(".")[2] for place in road.done if "xrpc" in place]
    assert asked == [
        "getProfile",
        "getAuthorFeed",
        "getAuthorFeed",
        "getPostThread",
        "getFollowers",
        "getFollows",
    ]
    assert road.done[-2:] == [f"/profile/{HANDLE}", "scroll"]


@pytest.mark.parametrize(
    ("changed", "unread"),
    [
        ("getProfile", {Part.BIO, Part.CONTACT, Part.SETTINGS}),
        ("getAuthorFeed", {Part.POSTS, Part.COMMENTS}),
        ("getPostThread", {Part.COMMENTS}),
        ("getFollowers", {Part.CONNECTIONS}),
        ("getFollows", {Part.CONNECTIONS}),
    ],
)
def test_an_answer_that_is_none_leaves_its_part_unread(changed: str, unread: set[Part]) -> None:
    road = a_walk(**{changed: {"error": "InternalServerError"}})
    assert set(live.walk_public(road, ME)) == set(live.public_parts | {Part.SETTINGS}) - unread


def listed(collection: str, *values: dict[str, Any], repo: str = DID) -> Visit:
    place = f"{HOST}/xrpc/com.atproto.repo.listRecords?repo={quote(repo, safe='')}&collection={collection}"
    records = [
        {"uri": f"at://{repo}/{collection}/k{number}", "value": {"$type": collection, **value}}
        for number, value in enumerate(values)
    ]
    return an_answer({"records": records}, place)


def test_a_repository_that_holds_no_profile_has_none_and_every_switch_as_it_comes() -> None:
    kinds = ("app.bsky.actor.profile", "chat.bsky.actor.declaration", "app.bsky.notification.declaration")
    snapshot = BLUESKY.parse([listed(kind) for kind in kinds], ME)
    assert (snapshot.owner.handle, snapshot.owner.bio) == (HANDLE, "")
    assert {(one.name, one.value) for one in snapshot.settings} == {
        ("logged_out_visibility", "Visible to everyone"),
        ("messages", "People you follow"),
        ("activity_notifications", "Your followers"),
    }


def test_an_empty_repository_of_somebody_else_says_nothing_of_the_owner() -> None:
    snapshot = BLUESKY.parse([listed("app.bsky.actor.profile", repo="did:plc:bob")], ME)
    assert (snapshot.owner.bio, snapshot.settings) == (None, ())


def test_a_stored_picture_is_known_by_the_name_under_which_apps_show_it() -> None:
    stored = {"$type": "blob", "ref": {"$link": "bafkpicture"}, "mimeType": "image/png"}
    old = {"cid": "bafkold", "mimeType": "image/png"}
    post = listed(
        "app.bsky.feed.post", {"text": "Hi", "embed": {"images": [{"image": stored, "alt": "Crest"}]}}
    )
    place = f"{HOST}/xrpc/com.atproto.sync.getBlob?did={quote(DID, safe='')}&cid="
    media = {f"{place}bafkpicture": "media/p.png", f"{place}bafkold": "media/o.png"}
    profile = Visit(None, responses=listed("app.bsky.actor.profile", {"avatar": old}).responses, media=media)
    snapshot = BLUESKY.parse([post, profile], ME)
    assert {(image.id, image.role, image.file, image.caption) for image in snapshot.images} == {
        ("avatar", ImageRole.AVATAR, "media/o.png", None),
        ("bafkpicture", ImageRole.PHOTO, "media/p.png", "Crest"),
    }
    assert snapshot.posts[0].images == ("media/p.png",)


def test_people_of_a_repository_are_named_only_where_the_server_knows_them() -> None:
    follow = listed("app.bsky.graph.follow", {"subject": "did:plc:pat"}, {"subject": "did:web:far.example"})
    theirs = listed("app.bsky.graph.follow", {"subject": "did:plc:x"}, repo="did:plc:pat")
    named = an_answer({"did": "did:plc:pat", "handle": "pat.example", "didDoc": {}})
    about = listed("app.bsky.actor.profile", {"displayName": "Pat", "description": "Mum"}, repo="did:plc:pat")
    snapshot = BLUESKY.parse([follow, theirs, named, about], ME)
    shown = "https://bsky.app/profile"
    assert set(snapshot.connections) == {
        Connection("did:plc:pat", "Pat", "pat.example", "following", None, "Mum", f"{shown}/pat.example"),
        Connection("did:web:far.example", relation="following", url=f"{shown}/did:web:far.example"),
    }
    reason = "your server knows whom you follow, but not who follows you"
    assert snapshot.gaps == (Gap(Part.CONNECTIONS, reason),)
    assert snapshot.owner.bio is None


PAGE = (
    '<a href="/account/u/alex.example">Home</a><a href="/account/u/{}/manage">Account</a>'
    "<p><span>alex@school.example</span></p>"
)


def test_the_email_is_read_only_from_the_owners_own_account_page() -> None:
    own = Visit(Lens.OWNER, (Document(f"{HOST}/account/u/{HANDLE}/manage", PAGE.format(HANDLE)),))
    other = Visit(Lens.OWNER, (Document(f"{HOST}/account/u/bob/manage", PAGE.format("bob.example")),))
    assert BLUESKY.parse([own], ME).owner.emails == ("alex@school.example",)
    assert BLUESKY.parse([other], ME).owner.emails == ()


@pytest.mark.parametrize(
    ("answer", "proven"),
    [
        ({"did": DID, "handle": HANDLE}, DID),
        ({"did": DID, "handle": "bob.example"}, None),
        ({"error": "RepoNotFound"}, None),
    ],
)
def test_a_server_proves_whose_account_its_open_page_manages(
    answer: dict[str, Any], proven: str | None
) -> None:
    asked = f"/xrpc/com.atproto.repo.describeRepo?repo={HANDLE}"
    road = Road(HOST, {"": PAGE.format(HANDLE)}, {asked: answer})
    found = live.identify(road)
    assert (found.id if found else None) == proven
    assert road.done == [asked]


def test_a_server_that_answers_with_anything_else_claims_nothing() -> None:
    assert list(live.walk_owner(Road(HOST), ME)) == []
    assert list(live.walk_public(Road(HOST, lens=Lens.PUBLIC), ME)) == []


def test_a_list_that_names_the_same_next_stretch_for_ever_is_left() -> None:
    class Circle(Road):
        def fetch(self, address: str, headers: object = None) -> Response:
            self.done.append(address)
            body = b'{"cursor": "again", "records": [{"uri": "at://did:plc:me/x/y", "value": {}}]}'
            return Response(address, "application/json", body, 200)

    road = Circle(HOST)
    assert list(live.walk_public(road, ME)) == []
    assert len(road.done) == 8


@pytest.mark.parametrize(
    ("text", "alarm"),
    [
        ("Sign-in Required\nThis account has requested that users sign in to view their profile.", False),
        ("Rate Limit Exceeded", True),
        ("He said: rate limit exceeded\nMy account was suspended, profile not found they say", None),
    ],
)
def test_walls_of_the_app_are_known_and_posts_are_none(text: str, alarm: bool | None) -> None:
    assert met(BLUESKY, f"{APP}/profile/{HANDLE}", text) is alarm


def test_an_old_table_asks_to_check_by_hand_and_names_no_most_private_choice() -> None:
    visits = [replace(an_answer(PROFILE), at=datetime(year, 11, 1, tzinfo=UTC)) for year in (2026, 2027)]
    (new,), (old,) = (BLUESKY.parse([visit], ME).settings for visit in visits)
    assert (new.value, new.highest) == ("Visible to everyone", "Asked to be hidden")
    assert (old.value, old.highest) == ("Visible to everyone", None)
    assert str(old.where).startswith("Please check by hand")
