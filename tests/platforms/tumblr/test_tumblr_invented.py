"""Tumblr on pages and answers made up in the published shape: no real one was to be had."""

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
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.tumblr import TUMBLR
from selfaudit.platforms.tumblr.parse import UNKNOWN_FORM

SITE = "https://www.tumblr.com"
ME = Account("sampleworker", "told by the test")
BOTH = Account("sampleworker", "told", items=(("sampleworker", ""), ("sampleworker-diary", "")))
live = TUMBLR.live
assert live is not None


def invented(shared: Path, name: str) -> str:
    return (shared / "samples/pages-invented/tumblr" / name).read_text(encoding="utf-8")


def info(shared: Path) -> Visit:
    return an_answer(invented(shared, "api_user_info.json").encode(), "api_user_info.json")


def a_state(*posts: dict[str, Any], user: Any = None, **more: Any) -> str:
    queries = {"queries": [{"state": {"data": {"user": user}}}]} if user else {}
    state = {
        "apiFetchStore": {"API_TOKEN": "T"},
        "PeeprRoute": {"initialTimeline": {"objects": posts}},
        **more,
    }
    data = json.dumps({**state, "queries": queries})
    return f'<html><script type="application/json" id="___INITIAL_STATE___">{data}</script></html>'


def a_text(text: str, number: str = "1", **more: Any) -> dict[str, Any]:
    content = [{"type": "text", "text": text}] if text else []
    return {"objectType": "post", "id": number, "blogName": "sampleworker", "content": content, **more}


def parsed(*posts: dict[str, Any], account: Account = ME) -> Any:
    return TUMBLR.parse([a_page(a_state(*posts), f"{SITE}/sampleworker")], account)


def test_an_invented_page_parts_own_words_from_what_is_only_passed_on(shared: Path) -> None:
    visit = a_page(invented(shared, "blog_initial_state.html"), "blog_initial_state.html")
    snapshot = read_all(TUMBLR, visit, None)
    assert TUMBLR.recognise(visit)
    assert TUMBLR.viewer(visit) is None
    assert not TUMBLR.signed_out(visit)
    assert snapshot.owner == Owner(handle="sampleworker", url=f"{SITE}/sampleworker")
    assert snapshot.posts == (
        Post(
            id="1",
            text="My own post",
            time=datetime(2026, 9, 10, 0, 26, 40, tzinfo=UTC),
            url=f"{SITE}/sampleworker/1",
        ),
        Post(
            id="2",
            text="Somebody else wrote this",
            kind=PostKind.REPOST,
            own=False,
            time=datetime(2026, 8, 29, 10, 40, tzinfo=UTC),
            url=f"{SITE}/sampleworker/2",
            author="otherblog",
        ),
    )
    assert snapshot.read == ()


def test_the_signed_in_person_is_named_with_every_blog_the_private_one_too(shared: Path) -> None:
    assert TUMBLR.viewer(info(shared)) == Account(
        "sampleworker",
        "Tumblr's own data named sampleworker as the account that was signed in.",
        url=f"{SITE}/sampleworker",
        items=(
            ("sampleworker", f"{SITE}/sampleworker"),
            ("sampleworker-diary", f"{SITE}/sampleworker-diary"),
        ),
    )


def test_blogs_tell_their_counts_and_who_sees_them(shared: Path) -> None:
    page = a_page(invented(shared, "blog_initial_state.html"))
    snapshot = TUMBLR.parse([page, info(shared)], ME)
    assert [(post.id, post.text, post.audience, post.own) for post in snapshot.posts] == [
        ("1", "My own post", Audience.PUBLIC, True),
        ("2", "Somebody else wrote this", Audience.PUBLIC, False),
        ("blog-sampleworker-diary", "Diary", Audience.CUSTOM, True),
    ]
    assert [gap for gap in snapshot.gaps if gap.part in {Part.POSTS, Part.CONNECTIONS}] == [
        Gap(Part.POSTS, "the profile counts 7 posts and 2 were in what was read", 5),
        Gap(Part.CONNECTIONS, "the profile counts 3 followers and 0 were in what was read", 3),
        Gap(Part.CONNECTIONS, "the profile counts 20 blogs you follow and 0 were in what was read", 20),
    ]
    assert [(one.name, one.value, one.highest) for one in snapshot.settings] == [
        (
            "who_can_see sampleworker-diary",
            "People with the blog's password",
            "People signed in to Tumblr",
        )
    ]
    assert snapshot.settings[0].value in snapshot.settings[0].stricter


def test_a_blogs_own_record_tells_its_description_switches_and_pictures() -> None:
    blog = {
        "name": "sampleworker",
        "uuid": "t:1",
        "title": "Notes",
        "descriptionNpf": [{"type": "text", "text": "Maths at Larkfield"}],
        "posts": 1,
        "avatar": [{"url": "https://64.example/a.png"}],
        "theme": {"headerImage": "https://64.example/h.png"},
        "isHiddenFromBlogNetwork": False,
        "allowSearchIndexing": True,
        "shareLikes": False,
        "share_following": True,
        "ask": False,
    }
    html = a_state(a_text("Hello", blog=blog))
    visit = a_page(html, f"{SITE}/sampleworker")
    visit = Visit(None, visit.documents, media={"https://64.example/a.png": "media/a.png"})
    snapshot = TUMBLR.parse([visit], ME)
    assert (snapshot.owner.name, snapshot.owner.bio) == ("Notes", "Maths at Larkfield")
    assert [(one.name, one.value, one.highest) for one in snapshot.settings] == [
        ("who_can_see", "Everyone", "People signed in to Tumblr"),
        ("search_engines", "Yes", "No"),
        ("share_likes", "No", "No"),
        ("share_following", "Yes", "No"),
        ("questions", "No", "No"),
    ]
    assert snapshot.images == (
        Image("avatar", "media/a.png", ImageRole.AVATAR, url="https://64.example/a.png"),
        Image("banner", role=ImageRole.BANNER, url="https://64.example/h.png"),
    )
    assert snapshot.posts[0].audience is Audience.PUBLIC
    assert {Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES} <= set(snapshot.read)
    hidden = a_text("Hello", blog={**blog, "isHiddenFromBlogNetwork": True})
    assert parsed(hidden).posts[0].audience is Audience.CUSTOM


def test_words_added_to_what_is_passed_on_are_own_and_tags_are_words() -> None:
    trail = [
        {"post": {"id": "77"}, "blog": {"name": "other"}, "content": [{"type": "text", "text": "Theirs"}]}
    ]
    snapshot = parsed(
        a_text("Mine", trail=trail, tags=["so true", "year 6"]), a_text("", "2", trail=trail, tags=["ha"])
    )
    assert [
        (post.id, post.text, post.kind, post.own, post.parent, post.author) for post in snapshot.posts
    ] == [
        ("1", "Mine\n#so true #year 6", PostKind.POST, True, None, None),
        ("1-77", "Theirs", PostKind.REPOST, False, "1", "other"),
        ("2", "#ha", PostKind.POST, True, None, None),
        ("2-77", "Theirs", PostKind.REPOST, False, "2", "other"),
    ]


def test_own_words_further_up_in_the_trail_are_own_too() -> None:
    mine = {
        "post": {"id": "70"},
        "blog": {"name": "SampleWorker-Diary"},
        "content": [{"type": "text", "text": "Old"}],
    }
    snapshot = parsed(a_text("", trail=[mine]), account=BOTH)
    assert [(post.id, post.text, post.own) for post in snapshot.posts] == [("1", "Old", True)]


def test_what_somebody_asked_is_not_the_owners() -> None:
    blocks = [{"type": "text", "text": "Where do you work?"}, {"type": "text", "text": "At Larkfield"}]
    layout = [{"type": "ask", "blocks": [0], "attribution": {"blog": {"name": "curious"}}}, {"type": "rows"}]
    post = {**a_text("x"), "content": blocks, "layout": layout}
    assert [(one.id, one.text, one.kind, one.own, one.author) for one in parsed(post).posts] == [
        ("1", "At Larkfield", PostKind.POST, True, None),
        ("1-asked-1", "Where do you work?", PostKind.COMMENT, False, "curious"),
    ]


def test_pictures_links_and_polls_are_read_and_a_linked_sites_own_title_is_not() -> None:
    blocks = [
        {"type": "image", "media": [{"url": "https://i/s", "width": 1}, {"url": "https://i/l", "width": 9}]},
        {"type": "link", "url": "https://news.example/", "title": "Their title"},
        {"type": "poll", "question": "Tea?", "answers": [{"answerText": "Yes"}]},
        {"type": "text", "text": "See", "formatting": [{"type": "link", "url": "https://b.example/"}]},
        {"type": "something new"},
    ]
    snapshot = parsed({**a_text("x"), "content": blocks})
    assert snapshot.posts[0].text == "Tea?\nYes\nSee"
    assert snapshot.posts[0].links == ("https://news.example/", "https://b.example/")
    assert snapshot.images == (Image("1-1", post="1", url="https://i/l"),)


def test_the_older_form_is_read_with_what_it_passes_on_apart() -> None:
    base = {"blog_name": "sampleworker", "reblog_key": "k", "timestamp": 1789000000, "type": "text"}
    plain = {**base, "id": 1, "title": "Day", "body": '<p>Out <a href="https://a.example/">here</a></p>'}
    item = {"blog": {"name": "other"}, "post": {"id": 5}, "content_raw": "<p>Theirs</p>"}
    mine = {"blog": {"name": "sampleworker"}, "is_current_item": True, "content_raw": "<p>Agreed</p>"}
    passed = {**base, "id": 2, "body": "<p>Theirs</p><p>Agreed</p>", "trail": [item, mine]}
    photo = {
        **base,
        "id": 3,
        "caption": "",
        "photos": [{"original_size": {"url": "https://i/3"}}],
        "state": "draft",
    }
    asked = {**base, "id": 4, "question": "Who?", "answer": "<p>Me</p>", "asking_name": "anon"}
    answer = {"meta": {"status": 200}, "response": {"posts": [plain, passed, photo, asked]}}
    snapshot = TUMBLR.parse([an_answer(answer, f"{SITE}/svc/indash_blog/posts")], ME)
    assert [(one.id, one.text, one.kind, one.own) for one in snapshot.posts] == [
        ("1", "Day\nOut here", PostKind.POST, True),
        ("2", "Agreed", PostKind.POST, True),
        ("2-5", "Theirs", PostKind.REPOST, False),
        ("3", "", PostKind.POST, True),
        ("4", "Me", PostKind.POST, True),
        ("4-asked-1", "Who?", PostKind.COMMENT, False),
    ]
    assert snapshot.posts[0].links == ("https://a.example/",)
    assert snapshot.posts[3].audience is Audience.PRIVATE
    assert snapshot.images == (Image("3-1", post="3", url="https://i/3"),)


def test_other_peoples_posts_on_the_same_page_are_left_alone() -> None:
    stranger = {**a_text("Not mine", "9"), "blogName": "stranger"}
    assert [post.id for post in parsed(a_text("Mine"), stranger).posts] == ["1"]


def test_followers_and_followed_blogs_are_read_from_their_own_lists() -> None:
    users = {
        "response": {"users": [{"name": "pat", "url": "https://pat.tumblr.com/"}, {"x": 1}], "total_users": 1}
    }
    blogs = {"response": {"blogs": [{"name": "pat", "title": "Pat's"}, {"name": "lee", "title": "Lee"}]}}
    visits = [
        an_answer(users, f"{SITE}/api/v2/blog/sampleworker/followers?limit=20"),
        an_answer(blogs, f"{SITE}/api/v2/user/following"),
    ]
    assert TUMBLR.parse(visits, ME).connections == (
        Connection("pat", "Pat's", "pat", "mutual", url="https://pat.tumblr.com/"),
        Connection("lee", "Lee", "lee", "following", url=f"{SITE}/lee"),
    )


def test_a_script_from_before_is_read_even_with_what_is_no_data_in_it() -> None:
    state = '{"csrfToken":"x","nothing":undefined,"PeeprRoute":{"initialTimeline":{"objects":[POST]}}}'
    script = state.replace("POST", json.dumps(a_text("Old page")))
    visit = a_page(
        f"<script>window['___INITIAL_STATE___'] = {script};</script>", f"{SITE}/blog/view/sampleworker"
    )
    assert [post.text for post in TUMBLR.parse([visit], ME).posts] == ["Old page"]


@pytest.mark.parametrize(
    ("told", "nobody"),
    [
        ({"isLoggedIn": False}, True),
        ({"isLoggedIn": {"isLoggedIn": False}}, True),
        ({"isLoggedIn": True}, False),
        ({}, False),
    ],
)
def test_whether_nobody_was_signed_in_is_what_the_page_says(told: dict[str, Any], nobody: bool) -> None:
    assert TUMBLR.signed_out(a_page(a_state(**told), f"{SITE}/sampleworker")) is nobody


def test_another_site_with_a_script_of_the_same_name_is_not_tumblr() -> None:
    html = '<script>window.___INITIAL_STATE___ = {"restaurants": [{"name": "Cake"}]};</script>'
    assert not TUMBLR.recognise(a_page(html, "https://food.example/"))
    assert not TUMBLR.recognise(an_answer({"response": {"posts": [{"id": 1}]}, "meta": {"status": 200}}))


@pytest.mark.parametrize(
    ("url", "html", "reason"),
    [
        (f"{SITE}/login?x", "<p>Log in</p>", "Tumblr asks for a sign-in before it shows this"),
        (
            f"{SITE}/x",
            "<p>This Tumblr is password protected</p>",
            "Tumblr asks for the password of this blog",
        ),
        (
            "https://sampleworker.tumblr.com/",
            "<p>My theme</p>",
            UNKNOWN_FORM,
        ),
    ],
)
def test_a_page_without_a_profile_says_why_and_claims_nothing(url: str, html: str, reason: str) -> None:
    snapshot = read_all(as_offered(TUMBLR), a_page(html, url), ME)
    assert (snapshot.gaps, snapshot.read) == ((Gap(Part.OTHER, reason),), ())


def test_walls_are_known_and_what_people_write_is_none() -> None:
    assert met(TUMBLR, f"{SITE}/login", "Log in") is False
    assert met(TUMBLR, f"{SITE}/x", "Limit exceeded.") is True
    for said in ("There's nothing here to see", "Slow down, it is icy", "This account has been fun"):
        assert met(TUMBLR, f"{SITE}/x", f"alexm\n{said}") is None


USER = {"name": "sampleworker", "blogs": [{"name": "sampleworker"}, {"name": "sampleworker-diary"}]}


def test_the_settings_page_proves_who_is_signed_in_and_else_tumblr_is_asked_as_its_page_would() -> None:
    road = Road(SITE, {"/settings/account": a_state(user=USER)})
    found = live.identify(road)
    assert found is not None
    assert (found.handle, road.done) == ("sampleworker", ["/settings/account"])
    answers = {"/api/v2/user/info": {"meta": {"status": 200}, "response": {"user": USER}}}
    road = Road(SITE, {"/settings/account": a_state()}, answers)
    assert live.identify(road) == found
    assert road.headers == [{"Authorization": "Bearer T"}]
    assert live.identify(Road(SITE, {"/settings/account": a_state()})) is None
    assert live.identify(Road(SITE, {"/settings/account": "<p>Hello</p>"})) is None
    assert live.signed_in(a_page(a_state(user=USER), SITE).documents[0])
    assert not live.signed_in(a_page(a_state(isLoggedIn=False), SITE).documents[0])
    assert live.sign_in(f"{SITE}/") == f"{SITE}/login"


def test_the_walk_reads_every_own_blog_and_nobody_elses() -> None:
    blog = {"name": "sampleworker", "uuid": "t:1", "title": "Notes", "description": "Hi"}
    pages = {"/sampleworker": a_state(a_text("Hello", blog=blog))}
    road = Road(SITE, pages)
    assert set(live.walk_owner(road, BOTH)) == live.parts
    assert road.done == [
        "/sampleworker",
        "scroll",
        "/sampleworker-diary",
        "scroll",
        "/blog/sampleworker/followers",
        "scroll",
        "/blog/sampleworker-diary/followers",
        "scroll",
        "/following",
        "scroll",
        "/settings/blog/sampleworker",
        "/settings/blog/sampleworker-diary",
    ]
    road = Road(SITE, pages, lens=Lens.PUBLIC)
    assert set(live.walk_public(road, BOTH)) == live.public_parts
    assert road.done == ["/sampleworker", "scroll", "/sampleworker-diary", "scroll"]


def test_a_page_that_is_cut_short_anywhere_never_raises_and_claims_nothing(shared: Path) -> None:
    html = invented(shared, "blog_initial_state.html")
    for end in range(0, len(html), 13):
        for account in (None, ME):
            assert read_all(TUMBLR, a_page(html[:end], f"{SITE}/sampleworker"), account).read == ()


@settings(max_examples=150)
@given(
    st.sampled_from(["content", "trail", "layout", "tags", "id", "blog", "photos", "type", "state"]),
    JSON,
    JSON,
)
def test_data_with_anything_anywhere_never_raises(place: str, put: Any, other: Any) -> None:
    trail = [
        {"blog": put, "content": other, "post": put},
        {"blog": {"name": "x"}, "content": [put], "is_current_item": True},
    ]
    new = {
        **a_text("Hi", trail=trail, layout=[{"type": "ask", "blocks": other, "attribution": put}]),
        place: put,
    }
    old = {"blog_name": "sampleworker", "reblog_key": "k", "id": 1, "trail": trail, "body": other, place: put}
    user = {
        "name": "sampleworker",
        "blogs": [{"name": "sampleworker", "title": other, "posts": put, "avatar": other}],
    }
    for account in (None, BOTH):
        read_all(TUMBLR, a_page(a_state(new, old, user=user), f"{SITE}/sampleworker"), account)
        read_all(
            TUMBLR,
            an_answer({"meta": {"status": 200}, "response": {"posts": [new, put], "user": other}}),
            account,
        )
        read_all(TUMBLR, an_answer({"users": put, "blogs": other}, f"{SITE}/api/v2/user/following"), account)


NOTES = [
    {"type": "reply", "blog_name": "pat", "reply_text": "Same <b>here</b>", "timestamp": 1789000100},
    {
        "type": "reply",
        "blogName": "sampleworker",
        "content": [{"type": "text", "text": "Ta"}],
        "replyId": "9",
    },
    {"type": "reblog", "blog_name": "kim", "added_text": "So true", "post_id": "77", "timestamp": 1789000200},
    {"type": "like", "blog_name": "lee", "timestamp": 1789000300},
    {"type": "reblog", "blog_name": "lee", "timestamp": 1789000300, "post_id": "78"},
]


@pytest.mark.parametrize("path", ["post/1/notes/timeline?mode=replies", "notes?id=1&mode=replies"])
def test_replies_in_the_notes_of_an_own_post_are_others_words(path: str) -> None:
    notes = an_answer(
        {"meta": {"status": 200}, "response": {"notes": NOTES}}, f"{SITE}/api/v2/blog/sampleworker/{path}"
    )
    snapshot = TUMBLR.parse([a_page(a_state(a_text("Rain")), f"{SITE}/sampleworker"), notes], ME)
    found = [post for post in snapshot.posts if post.kind is PostKind.COMMENT]
    assert [(one.text, one.own, one.author, one.parent) for one in found] == [
        ("Same here", False, "pat", "1"),
        ("Ta", True, None, "1"),
        ("So true", False, "kim", "1"),
    ]
    assert len({one.id for one in found}) == 3
    assert any(gap.part is Part.COMMENTS and "only the notes" in gap.reason for gap in snapshot.gaps)


def test_notes_inside_a_post_are_read_and_those_of_other_blogs_posts_are_not() -> None:
    inside = parsed(a_text("Rain", notes=NOTES[:1]), a_text("Not mine", "2", blogName="pat", notes=NOTES[:1]))
    assert [post.parent for post in inside.posts if post.kind is PostKind.COMMENT] == ["1"]


@settings(max_examples=30)
@given(JSON)
def test_hostile_notes_raise_nothing(put: Any) -> None:
    for notes in (put, [put], [{"type": "reply", "blog_name": "pat", "reply_text": put, "timestamp": put}]):
        parsed(a_text("Rain", notes=notes))
