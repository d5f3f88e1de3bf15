"""Own words and others', audiences, people and switches; pages as they stand on the screen."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Audience, Part, PostKind
from selfaudit.platforms.mastodon import MASTODON

SITE = "https://example.social"
ME = Account("sampleworker", "Signed in.", id="109")


def an_account(acct: str = "sampleworker", number: str = "109", **more: Any) -> dict[str, Any]:
    name = acct.partition("@")[0]
    return {"id": number, "acct": acct, "username": name, "url": f"{SITE}/@{name}", **more}


def a_status(number: str = "1", text: str = "hello", **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "content": f"<p>{text}</p>",
        "created_at": "2026-11-02T09:30:00.000Z",
        "visibility": "public",
        "account": an_account(),
        **more,
    }


def visit(*answers: Any, path: str = "/api/v1/accounts/109/statuses", html: str = "") -> Visit:
    responses = [Response(f"{SITE}{path}", "application/json", json.dumps(one).encode()) for one in answers]
    documents = (Document(f"{SITE}/@sampleworker", html),) if html else ()
    return Visit(None, documents, tuple(responses), {f"{SITE}/media/beach.jpg": "media/beach.jpg"})


def parsed(*answers: Any, account: Account | None = ME, **more: Any) -> Snapshot:
    return MASTODON.parse([visit(*answers, **more)], account)


def test_a_boost_is_passed_on_and_not_own_words() -> None:
    boosted = a_status("5", "Not mine", account=an_account("bob@other.net", "7"))
    (post,) = parsed([a_status("9", "", reblog=boosted)]).posts
    assert (post.kind, post.own, post.text, post.author) == (
        PostKind.REPOST,
        False,
        "Not mine",
        "bob@other.net",
    )


def test_statuses_of_others_in_a_home_timeline_are_not_read() -> None:
    other = a_status("5", "Somebody else's day", account=an_account("bob@other.net", "7"))
    assert [post.text for post in parsed([other, a_status()]).posts] == ["hello"]


def test_a_reply_by_somebody_else_is_a_comment_and_an_own_reply_is_own() -> None:
    theirs = a_status("5", "Well said", account=an_account("bob", "7"), in_reply_to_id="1")
    theirs["in_reply_to_account_id"] = "109"
    mine = a_status("6", "Thank you", in_reply_to_id="5", in_reply_to_account_id="7")
    thread = a_status("7", "And another thing", in_reply_to_id="1", in_reply_to_account_id="109")
    found = {post.text: (post.kind, post.own, post.author) for post in parsed([theirs, mine, thread]).posts}
    assert found == {
        "Well said": (PostKind.COMMENT, False, "bob"),
        "Thank you": (PostKind.REPLY, True, None),
        "And another thing": (PostKind.POST, True, None),
    }


@pytest.mark.parametrize(
    ("visibility", "audience"),
    [
        ("public", Audience.PUBLIC),
        ("unlisted", Audience.PUBLIC),
        ("private", Audience.FRIENDS),
        ("direct", Audience.CUSTOM),
        ("something new", Audience.UNKNOWN),
    ],
)
def test_the_audience_is_what_the_server_says(visibility: str, audience: Audience) -> None:
    (post,) = parsed([a_status(visibility=visibility)]).posts
    assert post.audience is audience


def test_every_word_that_the_owner_typed_is_read() -> None:
    status = a_status(
        text='With <a href="https://x.example/">a link</a>, <a class="mention" href="https://o/@b">@b</a>',
        spoiler_text="School things",
        poll={"options": [{"title": "Yes"}, {"title": "No"}]},
        media_attachments=[{"type": "image", "url": f"{SITE}/media/beach.jpg", "description": "The beach"}],
    )
    snapshot = parsed([status])
    (post,), (image,) = snapshot.posts, snapshot.images
    assert post.text == "School things\nWith a link, @b\nYes\nNo"
    assert (post.links, post.images) == (("https://x.example/",), ("media/beach.jpg",))
    assert (image.post, image.caption, image.file) == ("1", "The beach", "media/beach.jpg")


def test_pictures_of_others_are_not_taken_along() -> None:
    picture = {"type": "image", "url": f"{SITE}/media/beach.jpg"}
    boosted = a_status("5", "x", account=an_account("bob", "7"), media_attachments=[picture])
    snapshot = parsed([a_status("9", "", reblog=boosted)])
    assert snapshot.images == ()


def test_people_in_both_lists_are_mutual() -> None:
    pat, sam = an_account("pat", "2", display_name="Pat", note="<p>Year 6!</p>"), an_account("sam", "3")
    snapshot = MASTODON.parse(
        [
            visit(an_account(followers_count=2, following_count=1)),
            visit([pat, sam], path="/api/v1/accounts/109/followers"),
            visit([pat], path="/api/v1/accounts/109/following"),
        ],
        ME,
    )
    found = [
        (other.handle, other.display_name, other.relation, other.about) for other in snapshot.connections
    ]
    assert found == [("pat", "Pat", "mutual", "Year 6!"), ("sam", None, "follower", None)]
    assert Part.CONNECTIONS in snapshot.read


def test_counts_of_the_profile_tell_what_is_missing() -> None:
    snapshot = parsed([a_status(account=an_account(statuses_count=12, followers_count=0, following_count=0))])
    assert [(gap.part, gap.count) for gap in snapshot.gaps] == [(Part.POSTS, 11)]
    assert Part.CONNECTIONS in snapshot.read


def test_switches_of_an_account_that_nobody_touched() -> None:
    source = {"privacy": "public", "quote_policy": "public"}
    account = an_account(
        locked=False, discoverable=None, indexable=True, hide_collections=None, source=source
    )
    found = {setting.name: (setting.value, setting.highest) for setting in parsed(account).settings}
    assert found == {
        "follow_requests": ("Anyone", "Only people you approve"),
        "discoverable": ("Off", "Off"),
        "indexable": ("Included", "Not included"),
        "follow_lists": ("Everyone", "Hidden"),
        "default_audience": ("Everyone", "Followers only"),
        "quotes": ("Anyone", "Just me"),
    }


def test_of_an_account_whose_record_tells_some_switches_the_others_are_named() -> None:
    snapshot = parsed(an_account(locked=True))
    assert [one.name for one in snapshot.settings] == ["follow_requests"]
    (gap,) = [gap for gap in snapshot.gaps if gap.part is Part.SETTINGS]
    assert (gap.count, "Your profile in search engines" in gap.reason) == (5, True)
    assert Part.SETTINGS not in snapshot.read


PAGE = """<html><head><meta property="og:type" content="profile">
<meta property="profile:username" content="sampleworker@example.social">
<meta property="og:title" content="Sample Worker (@sampleworker@example.social)"></head><body>
<div id="mastodon"><div class="account__header__content"><p>Teacher</p></div>
<div class="status__wrapper status__wrapper-private"><div class="status status-private" data-id="11">
<a class="status__relative-time" href="/@sampleworker/11"><time datetime="2026-11-02T09:30:00.000Z">2d</time>
</a><a class="status__display-name" href="/@sampleworker">
<span class="display-name__account">@sampleworker</span></a>
<div class="status__content"><div class="status__content__text"><p>Marking again</p></div></div></div></div>
<div class="status__wrapper"><div class="status__prepend">boosted</div>
<div class="status status-public" data-id="12">
<a class="status__display-name" href="/@bob"><span class="display-name__account">@bob@other.net</span></a>
<div class="status__content"><div class="status__content__text"><p>Not mine</p></div></div></div></div>
</div></body></html>"""


def test_a_profile_page_as_it_stands_on_the_screen() -> None:
    page = visit(html=PAGE)
    assert MASTODON.recognise(page)
    snapshot = MASTODON.parse([page], None)
    owner = snapshot.owner
    assert (owner.handle, owner.name, owner.bio) == ("sampleworker", "Sample Worker", "Teacher")
    assert [(post.id, post.text, post.own, post.audience, post.kind) for post in snapshot.posts] == [
        ("11", "Marking again", True, Audience.FRIENDS, PostKind.POST),
        ("12", "Not mine", False, Audience.PUBLIC, PostKind.REPOST),
    ]
    assert snapshot.posts[0].time == datetime(2026, 11, 2, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("answer", [{}, [], {"id": 1}, {"acct": "a"}, [{"content": "x"}], "text", 3, None])
def test_other_answers_are_not_mastodons(answer: Any) -> None:
    assert not MASTODON.recognise(visit(answer))


ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*a_status(), "reblog", "source", "fields", "statuses"]), inner, max_size=6
        )
    ),
    max_leaves=20,
)


@settings(max_examples=150)
@given(ANY)
def test_no_answer_whatever_is_raised_for(answer: Any) -> None:
    for seen in (visit(answer), visit([answer], path="/api/v1/accounts/1/followers")):
        MASTODON.recognise(seen)
        MASTODON.viewer(seen)
        MASTODON.parse([seen], None)
        MASTODON.parse([seen], ME)


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from(list(a_status())), ANY))
def test_a_status_with_anything_in_its_fields_is_read_or_counted(changes: dict[str, Any]) -> None:
    MASTODON.parse([visit([a_status(**changes)])], ME)


@settings(max_examples=60)
@given(st.integers(min_value=0, max_value=len(PAGE)))
def test_a_page_cut_off_anywhere_is_read_as_far_as_it_goes(cut: int) -> None:
    MASTODON.parse([visit(html=PAGE[:cut])], None)
