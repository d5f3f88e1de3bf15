"""TikTok's reader: on a real saved page, and in named tests on pages invented from published shapes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from platforms.mutations import mutated

from selfaudit.model.snapshot import Gap, Owner, Post, Snapshot
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.tiktok import TIKTOK
from selfaudit.platforms.tiktok.parse import UNKNOWN_FORM
from selfaudit.platforms.tiktok.settings import SETTINGS

REAL = "samples/pages/tiktok/profile_loggedout_rendered.html"
ALEX = Account("alexm", "a test says so", id="66")


def a_page(data: object, url: str = "https://www.tiktok.com/@alexm", body: str = "") -> Document:
    script = json.dumps(data)
    name = "__UNIVERSAL_DATA_FOR_REHYDRATION__"
    return Document(url, f'<html><body>{body}<script id="{name}">{script}</script></body></html>')


def profile_data(count: int = 2, viewer: bool = True, **user: Any) -> dict[str, Any]:
    person = {"id": "66", "uniqueId": "alexm", "nickname": "Alex", "signature": "Tea", "secUid": "S", **user}
    context = {"language": "en", **({"user": {"uid": "66", "uniqueId": "alexm"}} if viewer else {})}
    info = {"user": person, "statsV2": {"videoCount": str(count)}, "stats": {"videoCount": count + 1000}}
    detail = {"userInfo": info, "statusCode": 0}
    return {"__DEFAULT_SCOPE__": {"webapp.app-context": context, "webapp.user-detail": detail}}


def an_item(number: str, desc: str = "Hello", author: str = "alexm", **more: Any) -> dict[str, Any]:
    maker = {"id": "66" if author == "alexm" else "7", "uniqueId": author}
    return {"id": number, "desc": desc, "createTime": 1789000000, "author": maker, **more}


def an_answer(value: object, path: str = "/api/post/item_list/?cursor=0") -> Response:
    return Response(f"https://www.tiktok.com{path}", "application/json", json.dumps(value).encode())


def read(*documents: Document, answers: tuple[Response, ...] = (), lens: Lens | None = None) -> Snapshot:
    return TIKTOK.parse([Visit(lens, documents, answers)], None)


def reasons(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part]


@pytest.fixture
def real(shared: Path) -> Document:
    return Document("https://www.tiktok.com/@illojuan", (shared / REAL).read_text(encoding="utf-8"))


def test_the_real_page_is_a_strangers_view(real: Document) -> None:
    visit = Visit(None, (real,))
    assert (TIKTOK.recognise(visit), TIKTOK.viewer(visit), TIKTOK.signed_out(visit)) == (True, None, True)


def test_the_top_of_the_real_page_is_read(real: Document) -> None:
    assert read(real).owner == Owner(
        name="IlloJuan",
        handle="illojuan",
        bio="Timing, saludos desde Almería",
        links=("twitch.tv/illojuan",),
        url="https://www.tiktok.com/@illojuan",
    )


def test_the_real_pages_eighteen_of_nineteen_videos_are_read_and_the_missing_one_is_told(
    real: Document,
) -> None:
    snapshot = read(real)
    assert (len(snapshot.posts), len(snapshot.images)) == (18, 19)
    assert {(post.own, post.kind, post.time, post.audience) for post in snapshot.posts} == {
        (True, PostKind.POST, None, Audience.UNKNOWN)
    }
    assert (snapshot.posts[0].id, snapshot.posts[-1].id) == ("7571863205253778710", "6781208758358985989")
    assert snapshot.posts[0].text.startswith("La nueva locurilla de fin de año")
    assert not any("created by" in post.text for post in snapshot.posts)
    assert reasons(snapshot, Part.POSTS) == ["the profile counts 19 videos and 18 were in what was read"]
    assert snapshot.read == (Part.BIO, Part.CONTACT)


def test_the_real_pages_switches_are_read_and_none_is_taken_from_its_silence(real: Document) -> None:
    assert {one.name: one.value for one in read(real).settings} == {
        "private_account": "Everyone",
        "following_list": "Everyone",
        "liked_videos": "Only you",
        "comments": "Everyone",
        "duets": "Everyone",
        "stitches": "Everyone",
    }


def test_suggested_accounts_of_the_real_page_are_nobodys_connections(real: Document) -> None:
    snapshot = read(real)
    assert snapshot.connections == ()
    assert len(reasons(snapshot, Part.CONNECTIONS)) == 1


def test_the_real_page_without_its_scripts_is_read_from_what_it_shows(real: Document) -> None:
    bare = replace(real, html=real.html.replace('id="__UNIVERSAL_DATA_FOR_REHYDRATION__"', ""))
    snapshot = read(bare)
    whole = read(real)
    assert snapshot.owner == whole.owner
    assert [post.id for post in snapshot.posts] == [post.id for post in whole.posts]
    assert snapshot.settings == ()


def test_the_real_page_cut_anywhere_never_raises_nor_claims_all_posts(real: Document) -> None:
    for length in range(0, len(real.html), 99_700):
        snapshot = read(replace(real, html=real.html[:length]))
        assert Part.POSTS not in snapshot.read
        assert snapshot.gaps


def test_the_invented_owners_page_proves_the_account(shared: Path) -> None:
    page = (shared / "samples/pages-invented/tiktok/profile_signed_in_owner_private.html").read_text()
    visit = Visit(None, (Document("saved.html", page),))
    account = TIKTOK.viewer(visit)
    assert account == Account(
        handle="sampleworker",
        proof="TikTok's own page data named @sampleworker as the account that was signed in.",
        id="66",
        name="Sample Worker",
        url="https://www.tiktok.com/@sampleworker",
    )
    assert not TIKTOK.signed_out(visit)
    snapshot = TIKTOK.parse([visit], account)
    assert snapshot.owner.bio == "Teacher"
    assert {one.name: one.value for one in snapshot.settings} == {
        "private_account": "Only followers you approve",
        "following_list": "Only you",
        "liked_videos": "Only you",
    }
    assert reasons(snapshot, Part.POSTS) == ["the profile counts 2 videos and 0 were in what was read"]


def test_the_invented_owners_list_completes_the_invented_page(shared: Path) -> None:
    folder = shared / "samples/pages-invented/tiktok"
    page = Document("saved.html", (folder / "profile_signed_in_owner_private.html").read_text())
    body = (folder / "api_post_item_list_owner.json").read_bytes()
    snapshot = read(page, answers=(Response("api_post_item_list_owner.json", "application/json", body),))
    assert [(post.id, post.text, post.audience, post.time) for post in snapshot.posts] == [
        ("1", "Class project", Audience.PUBLIC, datetime(2026, 9, 10, 0, 26, 40, tzinfo=UTC)),
        ("2", "Holiday", Audience.PRIVATE, datetime(2026, 8, 29, 10, 40, tzinfo=UTC)),
    ]
    assert Part.POSTS in snapshot.read


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("profile_not_found_10221.html", "TikTok says that there is no such account"),
        (
            "profile_private_stranger_10222.html",
            "TikTok shows this account only to followers it approved, or to people who are signed in",
        ),
    ],
)
def test_the_invented_refusals_are_told_with_their_reason(shared: Path, name: str, reason: str) -> None:
    page = (shared / "samples/pages-invented/tiktok" / name).read_text()
    snapshot = read(Document("saved.html", page))
    assert snapshot == Snapshot(
        "tiktok", site="https://www.tiktok.com", gaps=(Gap(Part.OTHER, reason),), door=snapshot.door
    )


def test_an_invented_page_of_an_unknown_form_says_so() -> None:
    snapshot = read(Document("https://www.tiktok.com/@alexm", "<html><main>Hello</main></html>"))
    assert (snapshot.owner.handle, snapshot.read) == ("alexm", ())
    assert UNKNOWN_FORM in reasons(snapshot, Part.OTHER)


def test_other_peoples_videos_on_an_invented_page_are_left_out_and_reposts_are_not_own_words() -> None:
    feed = an_answer({"itemList": [an_item("1"), an_item("2", author="pat")]})
    passed = an_answer({"itemList": [an_item("3", "Not mine", author="sam")]}, "/api/repost/item_list/")
    snapshot = read(a_page(profile_data()), answers=(feed, passed))
    assert [(post.id, post.own, post.kind, post.author) for post in snapshot.posts] == [
        ("1", True, PostKind.POST, None),
        ("3", False, PostKind.REPOST, "sam"),
    ]


def test_in_invented_data_the_same_handle_with_another_id_is_somebody_else() -> None:
    old = an_item("9")
    old["author"] = {"id": "999", "uniqueId": "alexm"}
    assert read(a_page(profile_data()), answers=(an_answer({"itemList": [old]}),)).posts == ()


def test_an_invented_post_seen_by_grid_and_data_is_one_post() -> None:
    tile = (
        '<div data-e2e="user-post-item"><a href="https://www.tiktok.com/@alexm/video/5">'
        '<img src="https://cdn.example/5.jpg" alt="Hi created by Alex with a sound"></a></div>'
    )
    listed = an_answer({"itemList": [an_item("5", "Hi", privateItem=False, forFriend=True)]})
    visit = Visit(
        Lens.OWNER,
        (a_page(profile_data(1), body=tile),),
        (listed,),
        {"https://cdn.example/5.jpg": "media/5.jpg"},
    )
    snapshot = TIKTOK.parse([visit], ALEX)
    assert snapshot.posts == (
        Post(
            "5",
            "Hi",
            time=datetime(2026, 9, 10, 0, 26, 40, tzinfo=UTC),
            audience=Audience.FRIENDS,
            url="https://www.tiktok.com/@alexm/video/5",
            images=("media/5.jpg",),
        ),
    )
    assert [(image.id, image.file, image.role) for image in snapshot.images] == [
        ("5:0", "media/5.jpg", ImageRole.PHOTO)
    ]


def test_writing_across_an_invented_picture_and_its_photos_are_read() -> None:
    photos = {"title": "Sports day", "images": [{"imageURL": {"urlList": ["https://cdn.example/a.jpg"]}}]}
    item = an_item("6", "Fun", imagePost=photos, stickersOnItem=[{"stickerText": ["Year 6!"]}])
    snapshot = read(a_page(profile_data(1)), answers=(an_answer({"itemList": [item]}),))
    assert [(post.text, post.url) for post in snapshot.posts] == [
        ("Sports day\nFun\nYear 6!", "https://www.tiktok.com/@alexm/photo/6")
    ]
    assert not [gap for gap in snapshot.gaps if gap.part is Part.IMAGES]


def test_an_ordinary_video_of_an_invented_private_account_is_not_called_public() -> None:
    item = an_item("1", privateItem=False, forFriend=False)
    item["author"] = {"id": "66", "uniqueId": "alexm", "privateAccount": True}
    snapshot = read(a_page(profile_data()), answers=(an_answer({"itemList": [item]}),))
    assert [post.audience for post in snapshot.posts] == [Audience.UNKNOWN]


def test_a_stranger_at_an_invented_private_account_has_seen_that_there_is_nothing_to_see() -> None:
    page = a_page(profile_data(7, viewer=False, privateAccount=True))
    assert Part.POSTS in read(page, lens=Lens.PUBLIC).read
    assert Part.POSTS not in read(page, lens=Lens.OWNER).read
    assert Part.POSTS not in read(a_page(profile_data(7, viewer=False)), lens=Lens.PUBLIC).read


def test_older_invented_generations_are_read() -> None:
    person = {"id": "66", "uniqueId": "alexm", "nickname": "Alex", "signature": "Tea"}
    item = {"id": "1", "desc": "Old", "createTime": "1600000000", "author": "alexm", "authorId": "66"}
    sigi = {
        "AppContext": {"appContext": {"user": {"uid": "66", "uniqueId": "alexm"}}},
        "UserModule": {"users": {"alexm": person}, "stats": {"alexm": {"videoCount": 1}}},
        "ItemModule": {"1": item},
    }
    for name, data in (
        ("SIGI_STATE", sigi),
        ("__NEXT_DATA__", {"props": {"pageProps": {"userInfo": {"user": person}, "items": [item]}}}),
    ):
        html = f'<script id="{name}">{json.dumps(data)}</script>'
        snapshot = read(Document("https://www.tiktok.com/@alexm", html))
        assert (snapshot.owner.name, [post.text for post in snapshot.posts]) == ("Alex", ["Old"])


def test_invented_comments_of_others_are_not_own_words() -> None:
    comments = [
        {"cid": "c1", "text": "Nice", "aweme_id": "1", "create_time": 1789000100, "user": {"uid": "8"}},
        {"cid": "c2", "text": "Ta", "aweme_id": "1", "create_time": 1789000200, "user": {"uid": "66"}},
        {"cid": "c3", "text": "Elsewhere", "aweme_id": "4", "create_time": 1, "user": {"uid": "8"}},
    ]
    answers = (
        an_answer({"itemList": [an_item("1")]}),
        an_answer({"comments": comments}, "/api/comment/list/"),
    )
    snapshot = read(a_page(profile_data()), answers=answers)
    assert [(post.id, post.own) for post in snapshot.posts if post.kind is PostKind.COMMENT] == [
        ("c1", False),
        ("c2", True),
    ]


def test_invented_lists_of_people_are_told_apart_by_their_address() -> None:
    people = [{"user": {"id": "8", "uniqueId": "pat", "nickname": "Pat", "signature": "Hi"}}]
    both = tuple(
        an_answer({"userList": people}, f"/api/user/list/?count=30&scene={scene}") for scene in (21, 67)
    )
    found = read(a_page(profile_data()), answers=both).connections
    assert [(one.id, one.display_name, one.relation, one.about) for one in found] == [
        ("8", "Pat", "mutual", "Hi")
    ]


def test_a_table_of_switches_that_is_old_asks_to_check_by_hand() -> None:
    late = datetime(2027, 6, 1, tzinfo=UTC)
    found = list(SETTINGS.settings({"privateAccount": True}, late))
    assert [(one.highest, (one.where or "")[:20]) for one in found] == [(None, "Please check by hand")]


def test_a_blog_that_shows_a_tiktok_is_no_tiktok_page() -> None:
    page = Document("https://blog.example/", '<p>See <a href="https://www.tiktok.com/@alexm">TikTok</a></p>')
    assert not TIKTOK.recognise(Visit(None, (page,)))


@pytest.mark.parametrize("seed", range(12))
def test_spoilt_real_data_never_raise(real: Document, seed: int) -> None:
    start = real.html.index('"webapp.user-detail":') + len('"webapp.user-detail":')
    detail = json.JSONDecoder().raw_decode(real.html, start)[0]
    data = {"__DEFAULT_SCOPE__": {"webapp.user-detail": mutated(detail, seed), "webapp.app-context": {}}}
    assert read(a_page(data, "https://www.tiktok.com/@illojuan")).posts == ()


ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=5) | some.just("alexm"),
    lambda inner: (
        some.lists(inner, max_size=3)
        | some.dictionaries(
            some.sampled_from(
                ["id", "uniqueId", "desc", "author", "user", "userInfo", "stats", "itemList", "comments"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@settings(max_examples=60)
@given(ANYTHING)
def test_hostile_data_never_raise_and_never_claim_all_posts(value: Any) -> None:
    data = {"__DEFAULT_SCOPE__": {"webapp.user-detail": value, "webapp.app-context": value}}
    snapshot = read(a_page(data), answers=(an_answer(value), an_answer({"itemList": [value]})))
    assert Part.POSTS not in snapshot.read


def test_somebody_elses_followers_in_an_invented_recording_are_not_the_owners() -> None:
    people = [{"user": {"id": "8", "uniqueId": "pat", "nickname": "Pat"}}]
    data = profile_data(secUid="MS%3D")
    lists = {
        number: an_answer({"userList": people}, f"/api/user/list/?scene=67&secUid={number}")
        for number in ("MS%253D", "Other", "")
    }
    found = {
        number: [one.relation for one in read(a_page(data), answers=(listed,)).connections]
        for number, listed in lists.items()
    }
    assert found == {"MS%253D": ["follower"], "Other": [], "": ["follower"]}
