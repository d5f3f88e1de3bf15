"""Own words and others', people, switches, and times from record keys."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Part, PostKind
from selfaudit.platforms.bluesky import BLUESKY
from selfaudit.platforms.bluesky.addresses import made_at

DID = "did:plc:me"
ME = Account("alex.bsky.social", "Signed in.", id=DID)


def a_profile(handle: str = "alex.bsky.social", did: str = DID, **more: Any) -> dict[str, Any]:
    return {"did": did, "handle": handle, **more}


def an_item(
    key: str = "a", text: str = "hello", who: dict[str, Any] | None = None, **more: Any
) -> dict[str, Any]:
    author = who or a_profile()
    record = {"$type": "app.bsky.feed.post", "text": text, "createdAt": "2026-11-02T09:30:00.000Z"}
    post = {"uri": f"at://{author['did']}/app.bsky.feed.post/{key}", "author": author}
    return {"post": {**post, "record": {**record, **more.pop("record", {})}, **more.pop("post", {})}, **more}


def visit(*answers: Any, html: str = "") -> Visit:
    responses = [
        Response("https://x/xrpc/y", "application/json", json.dumps(one).encode()) for one in answers
    ]
    documents = (Document("https://bsky.app/profile/alex.bsky.social", html),) if html else ()
    return Visit(None, documents, tuple(responses), {"https://cdn.example/full.jpg": "media/full.jpg"})


def parsed(*answers: Any, account: Account | None = ME) -> Snapshot:
    return BLUESKY.parse([visit(*answers)], account)


BOB = a_profile("bob.example", "did:plc:bob")


def test_a_repost_is_passed_on_and_not_own_words() -> None:
    item = an_item("b", "Not mine", BOB, reason={"by": a_profile()})
    (post,) = parsed({"feed": [item]}).posts
    assert (post.kind, post.own, post.text, post.author) == (
        PostKind.REPOST,
        False,
        "Not mine",
        "bob.example",
    )


def test_posts_of_others_in_a_timeline_are_not_read() -> None:
    assert [post.text for post in parsed({"feed": [an_item("b", "x", BOB), an_item()]}).posts] == ["hello"]


def test_replies_by_others_are_comments_and_own_replies_are_own() -> None:
    to_me = {"reply": {"parent": {"uri": f"at://{DID}/app.bsky.feed.post/a"}}}
    to_bob = {"reply": {"parent": {"uri": "at://did:plc:bob/app.bsky.feed.post/b"}}}
    thread = {
        "thread": {
            **an_item(),
            "replies": [an_item("b", "Well said", BOB, record=to_me), an_item("c", "Thanks", record=to_bob)],
        }
    }
    found = {post.text: (post.kind, post.own, post.parent) for post in parsed(thread).posts}
    assert found == {
        "hello": (PostKind.POST, True, None),
        "Well said": (PostKind.COMMENT, False, "a"),
        "Thanks": (PostKind.REPLY, True, "b"),
    }


def test_what_is_replied_to_or_quoted_is_not_an_item_of_its_own() -> None:
    shown = {"parent": an_item("b", "Others", a_profile())["post"]}
    quoted = {"embed": {"record": an_item("d", "Quoted", a_profile())["post"]}}
    assert [post.id for post in parsed({"feed": [an_item(reply=shown, post=quoted)]}).posts] == ["a"]


def test_pictures_and_links_of_an_own_post() -> None:
    images = [
        {"fullsize": "https://cdn.example/full.jpg", "thumb": "https://cdn.example/t.jpg", "alt": "Crest"}
    ]
    facets = [{"features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://x.example/"}]}]
    snapshot = parsed({"feed": [an_item(post={"embed": {"images": images}}, record={"facets": facets})]})
    (post,), (image,) = snapshot.posts, snapshot.images
    assert (post.images, post.links) == (("media/full.jpg",), ("https://x.example/",))
    assert (image.file, image.caption, image.post) == ("media/full.jpg", "Crest", "a")


def test_a_quoted_posts_picture_is_somebody_elses() -> None:
    view = {"record": {"embeds": [{"images": [{"fullsize": "https://cdn.example/full.jpg"}]}]}}
    assert parsed({"feed": [an_item(post={"embed": view})]}).images == ()


def test_a_whole_repository_is_read_without_its_likes() -> None:
    records = [
        {
            "uri": f"at://{DID}/app.bsky.feed.post/a",
            "value": {"$type": "app.bsky.feed.post", "text": "hello"},
        },
        {"uri": f"at://{DID}/app.bsky.feed.like/b", "value": {"$type": "app.bsky.feed.like", "subject": {}}},
        {
            "uri": f"at://{DID}/chat.bsky.actor.declaration/self",
            "value": {"$type": "chat.bsky.actor.declaration", "allowIncoming": "all"},
        },
    ]
    snapshot = parsed({"records": records})
    assert [(post.id, post.text, post.own) for post in snapshot.posts] == [("a", "hello", True)]
    assert [(setting.name, setting.value) for setting in snapshot.settings] == [("messages", "Everyone")]


@pytest.mark.parametrize(
    ("labels", "value"),
    [
        ([], "Visible to everyone"),
        ([{"src": DID, "val": "!no-unauthenticated"}], "Asked to be hidden"),
        ([{"src": "did:plc:moderator", "val": "!no-unauthenticated"}], "Visible to everyone"),
        ([{"src": DID, "val": "bot"}], "Visible to everyone"),
    ],
)
def test_only_the_owners_own_label_hides_the_profile(labels: list[dict[str, str]], value: str) -> None:
    (setting,) = parsed(a_profile(labels=labels)).settings
    assert (setting.value, setting.highest) == (value, "Asked to be hidden")


def test_of_the_switches_those_that_were_not_seen_are_named() -> None:
    (gap,) = [gap for gap in parsed(a_profile(labels=[])).gaps if gap.part is Part.SETTINGS]
    assert gap.count == 2
    assert gap.reason.endswith(": Who can send you messages; Who can be told of each of your posts")


def test_people_in_both_lists_are_mutual() -> None:
    pat = a_profile("pat.example", "did:plc:pat", displayName="Pat", description="Y6")
    followers, follows = {"subject": a_profile(), "followers": [pat, BOB]}, {"follows": [pat]}
    snapshot = parsed(a_profile(followersCount=2, followsCount=1), followers, follows)
    found = [
        (other.handle, other.display_name, other.relation, other.about) for other in snapshot.connections
    ]
    assert found == [("pat.example", "Pat", "mutual", "Y6"), ("bob.example", None, "follower", None)]
    assert Part.CONNECTIONS in snapshot.read


def test_the_session_proves_who_is_signed_in() -> None:
    session = a_profile(email="alex@larkfield.sch.example", emailConfirmed=True)
    account = BLUESKY.viewer(visit(session))
    assert account is not None
    assert (account.handle, account.id) == ("alex.bsky.social", DID)
    assert parsed(session, account=account).owner.emails == ("alex@larkfield.sch.example",)


def test_an_own_profile_page_offers_to_edit_it() -> None:
    html = (
        "<meta name='generator' content='bskyweb'>"
        "<meta property='profile:username' content='alex.bsky.social'>"
        "<meta name='twitter:value1' content='did:plc:me'><div data-testid='profileScreen'>{}</div>"
    ).replace("'", '"')
    own = visit(html=html.format('<button data-testid="profileHeaderEditProfileButton">Edit</button>'))
    account = BLUESKY.viewer(own)
    assert account is not None
    assert account.handle == "alex.bsky.social"
    assert not BLUESKY.signed_out(own)
    assert BLUESKY.viewer(visit(html=html)) is None
    assert BLUESKY.signed_out(visit(html=html))


def test_a_record_key_tells_when_it_was_made() -> None:
    assert made_at("3mddvy5bv6k27") == datetime(2026, 1, 26, 18, 50, 47, 802000, UTC)
    for key in ("self", "3mddvy5bv6k2", "0000000000000", "2222222222222", "zzzzzzzzzzzzz"):
        assert made_at(key) is None


@pytest.mark.parametrize("answer", [{}, [], {"did": "x"}, {"handle": "a", "did": "nothing"}, "text", None])
def test_other_answers_are_not_blueskys(answer: Any) -> None:
    assert not BLUESKY.recognise(visit(answer))


NAMES = [
    "post",
    "feed",
    "thread",
    "replies",
    "uri",
    "author",
    "record",
    "did",
    "handle",
    "records",
    "value",
    "$type",
]
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just("at://a/b/c"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=20,
)


@settings(max_examples=150)
@given(ANY)
def test_no_answer_whatever_is_raised_for(answer: Any) -> None:
    seen = visit(answer)
    BLUESKY.recognise(seen)
    BLUESKY.viewer(seen)
    BLUESKY.parse([seen], None)
    BLUESKY.parse([seen], ME)


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(["text", "createdAt", "reply", "facets", "embed"]), ANY))
def test_a_post_with_anything_in_its_fields_is_read_or_counted(changes: dict[str, Any]) -> None:
    parsed({"feed": [an_item(record=changes, post=changes)]})


def test_on_a_page_a_quoted_posts_picture_is_told_by_its_address() -> None:
    picture = "<img src='https://cdn.bsky.app/img/feed_thumbnail/plain/{}/{}@jpeg' alt='Crest'>"
    html = (
        "<meta name='generator' content='bskyweb'>"
        "<meta property='profile:username' content='alex.bsky.social'>"
        "<meta name='twitter:value1' content='did:plc:me'>"
        "<div data-testid='feedItem-by-alex.bsky.social'>"
        "<a href='/profile/alex.bsky.social/post/3mddvy5bv6k27'>1d</a>"
        f"<div data-testid='postText'>Look</div>{picture.format(DID, 'mine')}"
        "<a href='/profile/bob.example/post/3mddvy5bv6k22'>2d</a>"
        f"{picture.format('did:plc:bob', 'theirs')}</div>"
    ).replace("'", '"')
    snapshot = BLUESKY.parse([visit(html=html)], None)
    assert [(post.id, post.text, post.own) for post in snapshot.posts] == [("3mddvy5bv6k27", "Look", True)]
    assert [image.url for image in snapshot.images] == [
        f"https://cdn.bsky.app/img/feed_thumbnail/plain/{DID}/mine@jpeg"
    ]
