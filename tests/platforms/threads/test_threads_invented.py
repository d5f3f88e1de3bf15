"""Threads' pages and answers: invented, after published notes; no real one was to be had."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from meta_pages import WalkedView, an_account, answer, defining, document, result, saved
from roads import as_offered

from selfaudit.model.snapshot import Connection, Post
from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.instagram import INSTAGRAM
from selfaudit.platforms.threads import THREADS
from selfaudit.platforms.threads.pages import LIVE
from selfaudit.platforms.threads.parse import MORE_ANSWERS, MORE_POSTS, NO_POSTS, UNKNOWN_FORM
from selfaudit.platforms.threads.settings import SWITCHES
from selfaudit.platforms.threads.walls import LOGIN

SITE = "https://www.threads.com"
QUERY = f"{SITE}/graphql/query"
PROFILE = f"{SITE}/@sample.worker"
ME = an_account("sample.worker", "900001")
USER = {"pk": "900001", "username": "sample.worker", "full_name": "Sample Worker"}
OTHER = {"pk": "900002", "username": "other.person"}
Data = dict[str, Any]


def post(code: str, words: str | None, author: Data = USER, **more: Any) -> Data:
    """A post as the notes write it."""
    caption = None if words is None else {"text": words}
    return {"pk": "1", "code": code, "taken_at": 1789000000, "caption": caption, "user": author, **more}


def threads(*nodes: list[Data], end: str | None = None) -> Data:
    edges = [{"node": {"thread_items": [{"post": one} for one in node]}} for node in nodes]
    info = {"has_next_page": end is not None, "end_cursor": end}
    return {"mediaData": {"edges": edges, "page_info": info}}


def page(*nodes: list[Data], end: str | None = None, url: str = PROFILE, **record: Any) -> Visit:
    account = {**USER, "biography": "Teacher", "text_post_app_is_private": False, **record}
    return Visit(None, (document(result({"user": account}), result(threads(*nodes, end=end)), url=url),))


def more(*nodes: list[Data], after: str, end: str | None = None, question: str = "Threads") -> Visit:
    name = f"BarcelonaProfile{question}TabRefetchableDirectQuery"
    asked = {"after": after, "userID": "900001"}
    return Visit(
        None, responses=(answer({"data": threads(*nodes, end=end)}, url=QUERY, question=name, asked=asked),)
    )


def reasons(snapshot: Any, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part]


def test_the_invented_public_profile_gives_two_own_posts_and_nothing_of_the_other_person(
    shared: Path,
) -> None:
    visit = saved(shared / "samples/pages-invented/threads/profile_public.html")
    snapshot = THREADS.parse([visit], None)
    assert THREADS.recognise(visit)
    assert not INSTAGRAM.recognise(visit)
    assert (snapshot.owner.handle, snapshot.owner.name, snapshot.owner.bio) == (
        "sample.worker",
        "Sample Worker",
        "Teacher",
    )
    assert snapshot.owner.links == ("https://example.org",)
    assert snapshot.posts == (
        Post(
            "AAA1",
            "First day back at school",
            time=datetime(2026, 9, 10, 0, 26, 40, tzinfo=UTC),
            audience=Audience.PUBLIC,
            url=f"{PROFILE}/post/AAA1",
        ),
        Post(
            "AAA2",
            "My answer",
            kind=PostKind.REPLY,
            time=datetime(2026, 9, 8, 20, 41, 40, tzinfo=UTC),
            audience=Audience.PUBLIC,
            url=f"{PROFILE}/post/AAA2",
            parent="BBB0",
        ),
    )
    assert [(one.name, one.value, one.highest) for one in snapshot.settings] == [
        ("private_profile", "Public", "Private")
    ]
    assert [image.role for image in snapshot.images] == [ImageRole.AVATAR]
    assert reasons(snapshot, Part.POSTS) == [MORE_POSTS]
    assert [gap.count for gap in snapshot.gaps if gap.reason == MORE_ANSWERS] == [2]


def test_the_invented_private_profile_is_private_and_not_said_to_have_no_posts(shared: Path) -> None:
    snapshot = THREADS.parse([saved(shared / "samples/pages-invented/threads/profile_private.html")], None)
    assert [one.value for one in snapshot.settings] == ["Private"]
    assert snapshot.posts == ()
    assert reasons(snapshot, Part.POSTS) == [NO_POSTS]
    assert snapshot.read == (Part.BIO, Part.CONTACT)


def test_posts_are_whole_where_the_stretches_join_and_not_where_one_is_missing() -> None:
    first, last = page([post("A", "1")], end="x"), more([post("B", "2")], after="x")
    whole, holed = (
        THREADS.parse([first, last], ME),
        THREADS.parse([first, more([post("B", "2")], after="y")], ME),
    )
    assert [one.id for one in whole.posts] == ["A", "B"]
    assert Part.POSTS in whole.read
    assert Part.POSTS not in holed.read
    assert reasons(holed, Part.POSTS) == [MORE_POSTS]


def test_the_end_of_the_replies_is_not_the_end_of_the_posts() -> None:
    replies = more([post("Q", "?", OTHER), post("B", "2")], after="", question="Replies")
    snapshot = THREADS.parse([page([post("A", "1")], end="x"), replies], ME)
    assert Part.POSTS not in snapshot.read
    assert [(one.id, one.kind) for one in snapshot.posts] == [("A", PostKind.POST), ("B", PostKind.REPLY)]


def test_answers_of_others_to_the_owner_are_comments_and_a_thread_of_ones_own_is_posts() -> None:
    told = [post("A", "One"), post("B", "Two"), post("C", "Well said", OTHER)]
    posts = THREADS.parse([page(told)], ME).posts
    assert [(one.id, one.kind, one.own, one.parent, one.author, one.audience) for one in posts] == [
        ("A", PostKind.POST, True, None, None, Audience.PUBLIC),
        ("B", PostKind.POST, True, "A", None, Audience.PUBLIC),
        ("C", PostKind.COMMENT, False, "B", "other.person", Audience.UNKNOWN),
    ]


def test_what_was_passed_on_keeps_its_writers_name() -> None:
    info = {"share_info": {"reposted_post": post("Z", "Their words", OTHER)}}
    (one,) = THREADS.parse([page([post("A", "", text_post_app_info=info)])], ME).posts
    assert (one.id, one.text, one.own, one.kind, one.author) == (
        "A",
        "Their words",
        False,
        PostKind.REPOST,
        "other.person",
    )


def test_a_reply_is_known_by_whom_it_answers_even_where_that_is_not_shown() -> None:
    info = {"reply_to_author": OTHER}
    (one,) = THREADS.parse([page([post("A", "Yes", text_post_app_info=info)])], ME).posts
    assert one.kind is PostKind.REPLY


def test_words_in_pieces_are_put_together_and_a_post_without_any_form_of_words_is_counted() -> None:
    pieces = {"text_fragments": {"fragments": [{"plaintext": "Hello "}, {"plaintext": "there"}]}}
    cut = post("A", None, text_post_app_info=pieces)
    odd = {"pk": "2", "code": "B", "user": USER, "taken_at": 1789000000}
    snapshot = THREADS.parse([page([cut], [odd])], ME)
    assert [(one.id, one.text) for one in snapshot.posts] == [("A", "Hello there")]
    assert ("posts in a form that this version does not know", 1) in [
        (g.reason, g.count) for g in snapshot.gaps
    ]


def test_pictures_of_own_posts_are_kept_by_their_file_names() -> None:
    name = "91837465_102938475610_n.jpg"
    shown = {"image_versions2": {"candidates": [{"url": f"https://cdn.example/big/{name}?x=1"}]}}
    visit = replace(
        page([post("A", "Look", **shown)]), media={f"https://cdn.example/small/{name}": "media/p.jpg"}
    )
    snapshot = THREADS.parse([visit], ME)
    assert [(image.id, image.file, image.post) for image in snapshot.images] == [("A/1", "media/p.jpg", "A")]
    assert snapshot.posts[0].images == ("media/p.jpg",)


def test_followers_are_read_and_the_rest_is_counted() -> None:
    node = {"pk": "7", "username": "pat", "full_name": "Pat Jones"}
    listed = answer({"data": {"user": {"followers": {"edges": [{"node": node}]}}}}, url=QUERY)
    snapshot = THREADS.parse([page(follower_count=57), Visit(None, responses=(listed,))], ME)
    assert snapshot.connections == (Connection("7", "Pat Jones", "pat", "follower", url=f"{SITE}/@pat"),)
    assert [gap.count for gap in snapshot.gaps if gap.part is Part.CONNECTIONS] == [56]


def test_somebody_elses_page_gives_nothing_to_a_proven_account() -> None:
    theirs = document(
        result({"user": {**OTHER, "biography": "Not me", "text_post_app_is_private": True}}),
        result(threads([post("Z", "Theirs", OTHER)])),
        url=f"{SITE}/@other.person",
    )
    snapshot = THREADS.parse([Visit(None, (theirs,))], ME)
    assert (snapshot.posts, snapshot.settings, snapshot.images, snapshot.owner.bio) == ((), (), (), None)


@pytest.mark.parametrize(
    "told",
    [
        defining("BarcelonaProfileViewer", {"data": USER}),
        result({"viewer": {"user": USER}}),
        result({"viewer": USER}),
    ],
)
def test_whoever_is_signed_in_is_named_by_the_data(told: Data) -> None:
    visit = Visit(None, (document(told, url=f"{SITE}/settings/privacy"),))
    viewer = THREADS.viewer(visit)
    assert viewer is not None
    assert (viewer.handle, viewer.id, viewer.url) == ("sample.worker", "900001", PROFILE)
    assert not THREADS.signed_out(visit)
    assert LIVE.signed_in(visit.documents[0])
    account = LIVE.identify(WalkedView(SITE, lambda _address: visit.documents[0]))
    assert account is not None
    assert account.handle == "sample.worker"


def test_a_page_without_proof_names_nobody() -> None:
    visit = page([post("A", "1")])
    assert THREADS.viewer(visit) is None
    assert LIVE.identify(WalkedView(SITE, lambda _address: visit.documents[0])) is None
    nobody = Visit(None, (document(result({"viewer": None}), url=f"{SITE}/"),))
    assert THREADS.signed_out(nobody)
    assert reasons(THREADS.parse([nobody], ME), Part.OTHER) == [LOGIN]


@pytest.mark.parametrize(
    ("url", "body", "alarm"),
    [
        (f"{SITE}/login", "", False),
        (f"{SITE}/challenge/1/", "", True),
        (f"{SITE}/consent/", "", False),
        (PROFILE, "Please wait a few minutes before you try again.", True),
        (PROFILE, "Sorry, this page isn't available.", False),
    ],
)
def test_each_wall_is_known_by_its_sign(url: str, body: str, *, alarm: bool) -> None:
    (sign,) = [one for one in LIVE.walls if one.matches(Document(url, ""), body)]
    assert sign.alarm is alarm
    snapshot = as_offered(THREADS).parse(
        [Visit(None, (Document(url, f"<body><div>{body}</div></body>"),))], ME
    )
    assert reasons(snapshot, Part.OTHER) == [sign.reason]
    assert snapshot.read == ()


def test_a_page_in_a_form_that_nobody_knows_says_so() -> None:
    visit = Visit(None, (document({"new": 1}, url=PROFILE, body="<main>Hello</main>"),))
    assert reasons(THREADS.parse([visit], ME), Part.POSTS) == [UNKNOWN_FORM]


def test_switches_are_read_by_their_words_and_the_rest_is_a_gap() -> None:
    body = """<label>Private profile<input type="checkbox" role="switch" aria-checked="true"></label>
    <div>Mentions</div><div>Everyone</div>"""
    visit = Visit(
        Lens.OWNER, (document(result({"viewer": USER}), url=f"{SITE}/settings/privacy", body=body),)
    )
    snapshot = THREADS.parse([visit], ME)
    assert {one.name: one.value for one in snapshot.settings} == {
        "private_profile": "Private",
        "mentions": "Everyone",
    }
    assert [gap.count for gap in snapshot.gaps if gap.part is Part.SETTINGS] == [len(SWITCHES.switches) - 2]


def test_the_walks_open_only_the_owners_own_pages() -> None:
    view = WalkedView(SITE, lambda address: Document(address, ""))
    assert set(LIVE.walk_owner(view, ME)) == LIVE.parts
    assert [place for step, place in view.steps if step == "open"] == [
        "/@sample.worker",
        "/@sample.worker/replies",
        "/settings/privacy",
        "/settings/account",
    ]
    stranger = WalkedView(SITE, lambda address: Document(address, ""), Lens.PUBLIC)
    assert set(LIVE.walk_public(stranger, ME)) == LIVE.public_parts
    assert stranger.steps == [("open", "/@sample.worker"), ("scroll", "")]


def test_a_later_stretch_of_followed_people_names_the_owner_in_another_way() -> None:
    def stretch(number: str, name: str, **asked: str) -> Visit:
        node = {"pk": number, "username": name}
        value = {"data": {"fetch__XDTUserDict": {"following": {"edges": [{"node": node}]}}}}
        return Visit(
            None,
            responses=(answer(value, url=QUERY, question="BarcelonaFriendshipsFollowingTab", asked=asked),),
        )

    mine, theirs = stretch("7", "pat", id="900001", after="x"), stretch("8", "kim", id="900002")
    found = THREADS.parse([page(), mine, theirs], ME).connections
    assert [(one.handle, one.relation) for one in found] == [("pat", "following")]
