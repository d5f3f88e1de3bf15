"""Pinterest on pages and answers made up in the published shape: no real one was to be had."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from roads import JSON, Road, a_page, an_answer, as_offered, met, read_all

from selfaudit.model.snapshot import Connection, Gap, Image, Owner, Post
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.pinterest import PINTEREST

SITE = "https://www.pinterest.com"
ME = Account("sampleworker", "told by the test", "700001")
USER = {"id": "700001", "username": "sampleworker", "full_name": "Sample", "about": "Hi", "pin_count": 1}
REFUSED = "Pinterest did not give data that its own page asked for"
live = PINTEREST.live
assert live is not None


def invented(shared: Path, name: str) -> str:
    return (shared / "samples/pages-invented/pinterest" / name).read_text(encoding="utf-8")


def a_state(name: str = "__PWS_INITIAL_PROPS__", **state: Any) -> str:
    data = json.dumps({"initialReduxState": state})
    return f'<html><script id="{name}" type="application/json">{data}</script></html>'


def an_operation(name: str, data: Any, **more: Any) -> Visit:
    value = {"resource_response": {"status": "success", "data": data, **more}, "resource": {"name": name}}
    return an_answer(value, f"{SITE}/resource/{name}/get/?source_url=x")


def test_an_invented_profile_page_is_read_with_its_boards_the_secret_one_too(shared: Path) -> None:
    visit = a_page(invented(shared, "profile_pws.html"), "profile_pws.html")
    snapshot = read_all(PINTEREST, visit, None)
    assert PINTEREST.recognise(visit)
    assert PINTEREST.viewer(visit) is None
    assert not PINTEREST.signed_out(visit)
    assert snapshot.owner == Owner(
        name="Sample Worker", handle="sampleworker", bio="Ideas for class", url=f"{SITE}/sampleworker/"
    )
    assert snapshot.posts == (
        Post(
            id="9001",
            text="Poster",
            time=datetime(2026, 9, 7, 10, 0, tzinfo=UTC),
            url=f"{SITE}/pin/9001/",
            links=("https://example.org",),
        ),
        Post(id="board-8001", text="Classroom", audience=Audience.PUBLIC),
        Post(id="board-8002", text="Wedding", audience=Audience.PRIVATE),
    )
    assert [(one.name, one.value, one.highest) for one in snapshot.settings] == [
        ("private_profile", "Everyone", "Only followers you approve"),
        ("search_engines", "No", "No"),
    ]
    assert snapshot.read == (Part.BIO, Part.CONTACT)
    assert {gap.part for gap in snapshot.gaps if gap.part is Part.SETTINGS} == {Part.SETTINGS}
    assert [(gap.part, gap.count) for gap in snapshot.gaps if gap.part is not Part.SETTINGS] == [
        (Part.POSTS, 11),
        (Part.COMMENTS, None),
        (Part.CONNECTIONS, 5),
        (Part.CONNECTIONS, 9),
    ]


def test_an_invented_answer_tells_the_same_account(shared: Path) -> None:
    answer = an_answer(invented(shared, "user_resource.json").encode(), "user_resource.json")
    page = a_page(invented(shared, "profile_pws.html"))
    assert PINTEREST.recognise(answer)
    assert PINTEREST.parse([answer], None).owner == PINTEREST.parse([page], None).owner


def test_what_was_saved_from_others_is_not_the_owners_and_the_owners_note_on_it_is() -> None:
    other = {"username": "pat", "id": "5"}
    pins = [
        {"id": "1", "title": "Mine", "pinner": USER, "images": {"orig": {"url": "https://i/1"}}},
        {
            "id": "2",
            "description": "Theirs",
            "pinner": USER,
            "native_creator": other,
            "closeup_user_note": "For Y6",
        },
        {"id": "3", "description": "Saved", "pinner": USER, "is_repin": True},
        {"id": "4", "description": "Not on this profile", "pinner": other},
        {"title": "Without a number", "pinner": USER},
    ]
    snapshot = PINTEREST.parse([an_operation("UserPinsResource", pins)], ME)
    assert [(one.id, one.text, one.kind, one.own, one.parent, one.author) for one in snapshot.posts] == [
        ("1", "Mine", PostKind.POST, True, None, None),
        ("2", "Theirs", PostKind.REPOST, False, None, "pat"),
        ("2-note", "For Y6", PostKind.POST, True, "2", None),
        ("3", "Saved", PostKind.REPOST, False, None, None),
    ]
    assert snapshot.images == (Image("1", post="1", url="https://i/1"),)
    assert Gap(Part.POSTS, "Pins in a form that this version does not know", 1) in snapshot.gaps


@pytest.mark.parametrize(
    ("privacy", "private", "audience"),
    [
        ("public", False, Audience.PUBLIC),
        ("public", True, Audience.FRIENDS),
        ("secret", False, Audience.PRIVATE),
        ("protected", False, Audience.CUSTOM),
        ("new word", False, Audience.UNKNOWN),
    ],
)
def test_a_pin_is_seen_by_whoever_sees_its_board(privacy: str, private: bool, audience: Audience) -> None:
    visits = [
        an_operation("UserResource", {**USER, "is_private_profile": private}),
        an_operation(
            "BoardsResource",
            [{"id": "8", "name": "Board", "privacy": privacy, "url": "/sampleworker/board/"}],
        ),
        an_operation(
            "BoardFeedResource", [{"id": "1", "title": "Pin", "pinner": USER, "board": {"id": "8"}}]
        ),
    ]
    snapshot = PINTEREST.parse(visits, ME)
    assert [(post.id, post.audience) for post in snapshot.posts] == [("1", audience), ("board-8", audience)]
    assert snapshot.posts[1].url == f"{SITE}/sampleworker/board/"


def test_counts_that_are_met_make_the_posts_read_and_only_then() -> None:
    pin = {"id": "1", "title": "Pin", "pinner": USER}
    for counted, read in ((1, True), (2, False), (None, False)):
        user = {**USER, "pin_count": counted, "board_count": 0}
        visits = [an_operation("UserResource", user), an_operation("UserPinsResource", [pin])]
        assert (Part.POSTS in PINTEREST.parse(visits, ME).read) is read


def test_what_pinterest_suggests_is_left_alone() -> None:
    for name in ("RelatedPinFeedResource", "UserHomefeedResource", "BoardContentRecommendationResource"):
        assert PINTEREST.parse([an_operation(name, [{"id": "1", "title": "Suggested"}])], ME).posts == ()


def test_followers_and_followed_people_are_read_from_their_own_answers() -> None:
    pat = {"id": "5", "username": "pat", "full_name": "Pat Jones", "about": "Year 6"}
    visits = [
        an_operation("UserFollowersResource", [pat, {"x": 1}]),
        an_operation("UserFollowingResource", [pat]),
    ]
    assert PINTEREST.parse(visits, ME).connections == (
        Connection("5", "Pat Jones", "pat", "mutual", about="Year 6", url=f"{SITE}/pat/"),
    )


def test_answers_prepared_for_a_page_are_read_in_their_own_way_of_writing() -> None:
    user = {
        "entityId": "700001",
        "username": "sampleworker",
        "fullName": "Sample",
        "about": "Hi",
        "pinCount": 1,
    }
    pin = {"entityId": "1", "title": "Pin", "createdAt": "Mon, 07 Sep 2026 10:00:00 +0000", "pinner": user}
    pin |= {"images_736x": {"url": "https://i/1"}}
    answer = json.dumps({"data": {"v3GetUser": {"data": user}, "pins": [pin]}})
    html = f'<script>__PWS_RELAY_REGISTER_COMPLETED_REQUEST__("q", {answer});</script>'
    snapshot = PINTEREST.parse([a_page(html, f"{SITE}/sampleworker/")], ME)
    assert (snapshot.owner.name, snapshot.owner.bio) == ("Sample", "Hi")
    assert [(post.id, post.text, post.time) for post in snapshot.posts] == [
        ("1", "Pin", datetime(2026, 9, 7, 10, 0, tzinfo=UTC))
    ]
    assert snapshot.images == (Image("1", post="1", url="https://i/1"),)


@pytest.mark.parametrize(
    "html",
    [
        a_state(viewer=USER),
        a_state("__PWS_DATA__", session={"isAuthenticated": True, "user": USER}),
        f'<script id="__PWS_DATA__">{json.dumps({"props": {"context": {"user": USER}}})}</script>',
        f'<script id="__PWS_INITIAL_PROPS__">{json.dumps({"context": {"viewer": USER}})}</script>',
    ],
)
def test_the_signed_in_person_is_named_at_each_place_that_is_known(html: str) -> None:
    assert PINTEREST.viewer(a_page(html, SITE)) == Account(
        "sampleworker",
        "Pinterest's own data named sampleworker as the account that was signed in.",
        "700001",
        "Sample",
        f"{SITE}/sampleworker/",
    )


def test_the_menu_names_the_signed_in_person_where_the_data_do_not() -> None:
    html = '<div data-test-id="header-profile"><a href="/sampleworker/">me</a></div>'
    found = PINTEREST.viewer(a_page(html, SITE))
    assert found is not None
    assert (found.handle, found.proof) == (
        "sampleworker",
        "Pinterest's own menu led to sampleworker as the account that was signed in.",
    )


def test_nobody_was_signed_in_where_the_page_says_so() -> None:
    out = a_page(a_state(session={"isAuthenticated": False}, users={"700001": USER}), f"{SITE}/sampleworker/")
    assert PINTEREST.signed_out(out)
    assert not [gap for gap in PINTEREST.parse([out], None).gaps if gap.part is Part.SETTINGS]
    assert not PINTEREST.signed_out(a_page(a_state(users={}), SITE))


def test_of_several_accounts_on_a_page_the_one_in_its_address_is_meant() -> None:
    users = {"5": {"id": "5", "username": "pat", "about": "Other"}, "700001": USER}
    page = a_page(a_state(users=users), "https://www.pinterest.co.uk/sampleworker/")
    assert PINTEREST.parse([page], None).owner.handle == "sampleworker"


def test_other_sites_are_not_pinterest() -> None:
    assert not PINTEREST.recognise(a_page("<a href='https://pinterest.com/x'>pins</a>", "https://a.example/"))
    assert not PINTEREST.recognise(a_page("<p>Hi</p>", "https://pinterest.com.evil.example/"))
    assert not PINTEREST.recognise(an_answer({"resource": "x", "resource_response": {}}))


@pytest.mark.parametrize(
    ("visit", "reason"),
    [
        (
            a_page("<p>Log in</p>", f"{SITE}/login/?next=x"),
            "Pinterest asks for a sign-in before it shows this",
        ),
        (a_page("<p>Home</p>", f"{SITE}/?show_error=true"), "Pinterest says that there is no such page"),
        (
            a_page("<p>New</p>", f"{SITE}/x/"),
            "a page of Pinterest has a form that this version does not know",
        ),
        (an_operation("UserResource", None, status="failure", code=30), REFUSED),
    ],
)
def test_a_page_without_a_profile_says_why_and_claims_nothing(visit: Visit, reason: str) -> None:
    snapshot = read_all(as_offered(PINTEREST), visit, ME)
    assert (snapshot.gaps, snapshot.read) == ((Gap(Part.OTHER, reason),), ())


def test_walls_are_known_and_what_people_write_is_none() -> None:
    assert met(PINTEREST, "https://uk.pinterest.com/login/", "Log in") is False
    assert met(PINTEREST, f"{SITE}/x", "Too many requests") is True
    assert met(PINTEREST, f"{SITE}/x", "Your account is suspended.") is True
    for said in ("Too many requests for this recipe", "User not found funny", "Let's make sure to rest"):
        assert met(PINTEREST, f"{SITE}/x", f"alexm\n{said}") is None


def test_the_settings_page_proves_who_is_signed_in_and_without_it_nobody_is_read() -> None:
    road = Road(SITE, {"/settings/privacy": a_state(viewer=USER)})
    found = live.identify(road)
    assert found is not None
    assert (found.handle, found.id, road.done) == ("sampleworker", "700001", ["/settings/privacy"])
    assert live.identify(Road(SITE)) is None
    assert live.signed_in(a_page(a_state(viewer=USER), SITE).documents[0])
    assert not live.signed_in(a_page(a_state(session={"isAuthenticated": False}), SITE).documents[0])
    assert live.sign_in(f"{SITE}/") == f"{SITE}/login/"


LINKS = "".join(
    f'<a href="{path}">x</a>'
    for path in ("/sampleworker/classroom/", "/pat/theirs/", "/sampleworker/_saved/")
)


def test_the_walks_open_own_tabs_and_own_boards_alone() -> None:
    profile = a_state(users={"700001": {**USER, "is_private_profile": False}})
    for walk, parts, lens in (
        (live.walk_owner, live.parts, Lens.OWNER),
        (live.walk_public, live.public_parts, Lens.PUBLIC),
    ):
        road = Road(SITE, {"/sampleworker/": profile, "/sampleworker/_saved/": LINKS}, lens=lens)
        assert set(walk(road, ME)) == parts
        assert road.done == [
            "/sampleworker/",
            "scroll",
            "/sampleworker/_created/",
            "scroll",
            "/sampleworker/_saved/",
            "scroll",
            "/sampleworker/classroom/",
            "scroll",
        ]


def test_a_page_that_is_cut_short_anywhere_never_raises_and_claims_nothing(shared: Path) -> None:
    html = invented(shared, "profile_pws.html")
    for end in range(0, len(html) - 30, 13):
        for account in (None, ME):
            assert read_all(PINTEREST, a_page(html[:end], f"{SITE}/sampleworker/"), account).read == ()


@settings(max_examples=150)
@given(
    st.sampled_from(["id", "title", "pinner", "board", "images", "native_creator", "created_at", "type"]),
    JSON,
    JSON,
)
def test_data_with_anything_anywhere_never_raises(place: str, put: Any, other: Any) -> None:
    pin = {"id": "1", "pinner": USER, place: put}
    board = {"id": "8", "name": "B", "privacy": put, "owner": other, "pin_count": put, "url": other}
    user = {**USER, "about": put, "pin_count": other, "image_xlarge_url": put, "is_private_profile": other}
    page = a_page(
        a_state(users={"1": user, "2": put}, boards={"8": board}, pins={"1": pin, "2": other}, viewer=put),
        SITE,
    )
    prepared = json.dumps({"data": {"pin": {**pin, "images": put}, "user": {**user, "fullName": other}}})
    script = f"<script>__PWS_RELAY_REGISTER_COMPLETED_REQUEST__(1, {prepared})</script>"
    for account in (None, ME):
        read_all(PINTEREST, page, account)
        read_all(PINTEREST, a_page(script, SITE), account)
        for name in ("UserPinsResource", "UserResource", "BoardsResource", "UserFollowersResource"):
            read_all(PINTEREST, an_operation(name, [pin, put, user]), account)
            read_all(PINTEREST, an_operation(name, put), account)


def comments(place: str, *said: tuple[str, str, str], **options: Any) -> Visit:
    data = [
        {
            "id": number,
            "text": text,
            "created_at": "Tue, 08 Sep 2026 10:00:00 +0000",
            "user": {"username": who},
        }
        for number, text, who in said
    ]
    value = {
        "resource_response": {"status": "success", "data": data},
        "resource": {"name": "UnifiedCommentsFeedResource", "options": options},
    }
    return an_answer(value, f"{SITE}/resource/UnifiedCommentsFeedResource/get/?source_url={place}")


@pytest.mark.parametrize(
    ("place", "options"),
    [("%2Fpin%2F9001%2F", {}), ("x", {"pin_id": "9001"}), ("x", {"objectId": "77"})],
)
def test_comments_below_own_pins_are_others_words(place: str, options: dict[str, str]) -> None:
    pin = {"id": "9001", "description": "Poster", "pinner": USER, "aggregated_pin_data": {"id": "77"}}
    said = [("c1", "Where from?", "pat"), ("c2", "My own wall", "sampleworker")]
    snapshot = PINTEREST.parse(
        [an_operation("UserPinsResource", [pin]), comments(place, *said, **options)], ME
    )
    found = [post for post in snapshot.posts if post.kind is PostKind.COMMENT]
    assert [(one.id, one.text, one.own, one.author, one.parent) for one in found] == [
        ("c1", "Where from?", False, "pat", "9001"),
        ("c2", "My own wall", True, None, "9001"),
    ]
    assert found[0].time == datetime(2026, 9, 8, 10, 0, tzinfo=UTC)
    assert any(gap.part is Part.COMMENTS and "only those below" in gap.reason for gap in snapshot.gaps)


def test_comments_below_saved_or_unknown_pins_are_left_out() -> None:
    saved = {"id": "9002", "pinner": USER, "is_repin": True, "native_creator": {"username": "pat"}}
    visits = [
        an_operation("UserPinsResource", [saved]),
        comments("%2Fpin%2F9002%2F", ("c1", "x", "kim")),
        comments("%2Fpin%2F5%2F", ("c2", "y", "kim")),
        comments("nowhere", ("c3", "z", "kim")),
    ]
    snapshot = PINTEREST.parse(visits, ME)
    assert [post for post in snapshot.posts if post.kind is PostKind.COMMENT] == []


def test_somebody_elses_list_of_people_is_not_the_owners() -> None:
    value = {
        "resource_response": {"status": "success", "data": [{"id": "5", "username": "kim"}]},
        "resource": {"name": "UserFollowersResource", "options": {"username": "pat"}},
    }
    visit = an_answer(value, f"{SITE}/resource/UserFollowersResource/get/")
    assert PINTEREST.parse([visit], ME).connections == ()
