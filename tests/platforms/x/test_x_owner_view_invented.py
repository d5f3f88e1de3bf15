"""X as its owner sees it, on answers and pages made up in the published shapes: proof, lists, switches."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from x_material import (
    ROOT,
    SWITCHES,
    a_list_of_people,
    a_timeline,
    a_tweet,
    a_user,
    an_app,
    an_article,
    answer,
    page,
    sample,
)

from selfaudit.model.snapshot import Fact, Gap, Post
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.x import X

OWNER = Account("sample_worker", "told by the test", "777")
OTHER = a_user("888", "somebody_else")


def posts(*visits: Visit, account: Account | None = OWNER) -> list[tuple[str, PostKind, bool]]:
    return [(post.id, post.kind, post.own) for post in X.parse(visits, account).posts]


def test_the_viewer_answer_proves_who_is_signed_in(shared: Path) -> None:
    visit = sample(shared, "pages-invented/twitter/graphql_Viewer_signed_in.json")
    assert X.viewer(visit) == Account(
        handle="sample_worker",
        proof="X's own data named sample_worker as the account that was signed in.",
        id="777",
        name="Sample Worker",
        url="https://x.com/sample_worker",
    )


def test_the_menu_and_the_script_prove_it_too_and_nothing_else_does() -> None:
    menu = X.viewer(page(an_app("", viewer="sample_worker")))
    assert menu is not None
    assert (menu.handle, menu.id) == ("sample_worker", None)
    users = {"777": {"id_str": "777", "screen_name": "sample_worker", "name": "Sample"}}
    state = {"session": {"user_id": "777"}, "entities": {"users": {"entities": users}}}
    script = X.viewer(page(an_app("", script=state)))
    assert script is not None
    assert (script.handle, script.id, script.name) == ("sample_worker", "777", "Sample")
    both = X.viewer(page(an_app("", viewer="sample_worker", script={"session": {"user_id": "777"}})))
    assert both is not None
    assert (both.handle, both.id) == ("sample_worker", "777")
    assert X.viewer(page(an_app(an_article("sample_worker", "1", "Hello")))) is None
    assert X.viewer(answer(f"{ROOT}/UserByScreenName", {"data": {"user": {"result": a_user()}}})) is None


def test_a_protected_account_shares_with_followers_only(shared: Path) -> None:
    record = sample(shared, "pages-invented/twitter/graphql_UserByScreenName_protected.json")
    snapshot = X.parse([record, answer("UserTweets", a_timeline(a_tweet("1", "Hello")))], OWNER)
    assert [post.audience for post in snapshot.posts] == [Audience.FRIENDS]
    assert snapshot.settings[0].value == snapshot.settings[0].highest == "Only followers you approved"


def test_an_unknown_handle_is_told_as_such(shared: Path) -> None:
    snapshot = X.parse([sample(shared, "pages-invented/twitter/graphql_UserByScreenName_missing.json")], None)
    assert snapshot.gaps == (Gap(Part.BIO, "X says that there is no account of this name"),)


def test_others_in_a_conversation_are_left_out_and_replies_to_the_owner_are_comments() -> None:
    timeline = a_timeline(
        a_tweet("10", "What a day", OTHER),
        a_tweet("11", "@somebody_else Yes!", in_reply_to_user_id_str="888", in_reply_to_status_id_str="10"),
        a_tweet("12", "@sample_worker Boo", OTHER, in_reply_to_user_id_str="777"),
    )
    assert posts(answer(f"{ROOT}/UserTweetsAndReplies", timeline)) == [
        ("11", PostKind.REPLY, True),
        ("12", PostKind.COMMENT, False),
    ]


def test_own_words_are_told_by_id_and_not_by_a_handle_that_somebody_took_over() -> None:
    impostor = a_user("999", "sample_worker")
    timeline = a_timeline(a_tweet("1", "Mine"), a_tweet("2", "Not mine", impostor))
    assert posts(answer(f"{ROOT}/UserTweets", timeline)) == [("1", PostKind.POST, True)]


def test_lists_that_x_mixes_from_everywhere_are_not_the_profile() -> None:
    timeline = a_timeline(a_tweet("1", "Mine"), a_tweet("2", "Theirs", OTHER))
    assert posts(answer(f"{ROOT}/HomeTimeline", timeline)) == []


def test_posts_wrapped_with_a_note_are_read_and_gone_ones_counted() -> None:
    wrapped = {"__typename": "TweetWithVisibilityResults", "tweet": a_tweet("1", "Limited")}
    gone = {"__typename": "TweetTombstone", "tombstone": {"text": {"text": "Unavailable"}}}
    strange = {"__typename": "Tweet", "rest_id": "3", "core": a_tweet("3", "")["core"], "details": {}}
    snapshot = X.parse([answer(f"{ROOT}/UserTweets", a_timeline(wrapped, gone, strange, None))], OWNER)
    assert [post.id for post in snapshot.posts] == ["1"]
    counted = [gap for gap in snapshot.gaps if gap.part is Part.POSTS]
    assert counted == [
        Gap(Part.POSTS, "posts that X itself does not show any more", 2),
        Gap(Part.POSTS, "posts in a form that this version does not know", 1),
        Gap(Part.POSTS, "the profile counts 2 and 1 were in what was read", 1),
    ]


def test_all_posts_that_the_profile_counts_make_the_part_read() -> None:
    snapshot = X.parse([answer("UserTweets", a_timeline(a_tweet("1", "One"), a_tweet("2", "Two")))], OWNER)
    assert snapshot.read == (Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES)


def test_followers_who_are_followed_are_mutual_and_lists_of_others_are_not_taken() -> None:
    address = '?variables={"userId":"%s"}'
    visits = [
        answer("UserTweets", a_timeline(a_tweet("1", "One"))),
        answer(f"{ROOT}/Followers{address % 777}", a_list_of_people(a_user("1", "ann"), a_user("2", "bea"))),
        answer(f"{ROOT}/Following{address % 777}", a_list_of_people(a_user("2", "bea"))),
        answer(f"{ROOT}/Followers{address % 888}", a_list_of_people(a_user("3", "cy"))),
    ]
    snapshot = X.parse(visits, OWNER)
    assert [(other.handle, other.relation) for other in snapshot.connections] == [
        ("ann", "follower"),
        ("bea", "mutual"),
    ]
    assert Part.CONNECTIONS in snapshot.read


def test_people_on_a_saved_page_are_read_where_no_answer_has_them() -> None:
    cell = '<button data-testid="UserCell"><span>{}</span><span>@{}</span><span>Follow</span></button>'
    html = an_app(cell.format("Ann Example", "ann"), viewer="sample_worker")
    html += cell.format("Suggested", "suggested")
    snapshot = X.parse([page(html, "https://x.com/sample_worker/followers")], OWNER)
    assert [(one.id, one.display_name, one.relation) for one in snapshot.connections] == [
        ("ann", "Ann Example", "follower")
    ]


@pytest.mark.parametrize("way", ["answer", "script"])
def test_every_switch_is_read_from_the_account_s_own_data(way: str) -> None:
    state = {"session": {"user_id": "777"}, "settings": {"remote": {"settings": SWITCHES}}}
    visit = (
        answer("https://api.x.com/1.1/account/settings.json", SWITCHES)
        if way == "answer"
        else page(an_app("", script=state), "https://x.com/settings/direct_messages")
    )
    snapshot = X.parse([visit], OWNER)
    assert [(one.name, one.value, one.value == one.highest) for one in snapshot.settings] == [
        ("protected", "Only followers you approved", True),
        ("photo_tagging", "Anyone", False),
        ("messages", "Only people you follow", True),
        ("group_messages", "Only people you follow", True),
        ("read_receipts", "On", False),
        ("found_by_email", "On", False),
        ("found_by_phone", "Off", True),
        ("location_in_posts", "Off", True),
    ]
    assert Part.SETTINGS in snapshot.read


def test_switches_that_were_not_shown_are_named_in_a_gap() -> None:
    snapshot = X.parse([answer("UserTweets", a_timeline(a_tweet("1", "One")))], OWNER)
    (gap,) = (gap for gap in snapshot.gaps if gap.part is Part.SETTINGS)
    assert gap.count == 7
    assert "Who can send you messages" in gap.reason
    assert Part.SETTINGS not in snapshot.read


def test_a_table_older_than_six_months_asks_to_check_by_hand() -> None:
    body = Response("https://api.x.com/1.1/account/settings.json", "application/json", b"")
    import json

    body = Response(body.url, body.content_type, json.dumps(SWITCHES).encode())
    early, late = (
        X.parse([Visit(Lens.OWNER, responses=(body,), at=datetime(*day, tzinfo=UTC))], OWNER).settings[1]
        for day in ((2027, 2, 27), (2027, 4, 1))
    )
    assert (early.value, early.highest) == ("Anyone", "Nobody")
    assert (late.value, late.highest) == ("Anyone", None)
    assert (late.where or "").startswith("Please check by hand: this was last looked up in September 2026.")


def test_a_birthday_is_a_fact_and_who_sees_it_is_a_switch() -> None:
    born = {"birthdate": {"day": 14, "month": 5, "year": 1980, "visibility": "MutualFollow"}}
    record = {"data": {"user": {"result": a_user(legacy_extended_profile=born)}}}
    snapshot = X.parse([answer(f"{ROOT}/UserByScreenName", record)], OWNER)
    assert snapshot.owner.facts == (Fact("Birthday", "14 May 1980"),)
    assert [(one.name, one.value) for one in snapshot.settings] == [
        ("protected", "Everyone"),
        ("birthday", "People who follow each other"),
    ]


def test_a_repost_on_the_screen_has_no_time_of_its_own() -> None:
    above = '<a href="/sample_worker"><span data-testid="socialContext">You reposted</span></a>'
    html = an_app(
        an_article("somebody_else", "20", "Passed on", above=above) + an_article("third", "21", "Advice"),
        viewer="sample_worker",
    )
    snapshot = X.parse([page(html)], OWNER)
    assert snapshot.posts == (
        Post(
            id="20",
            text="Passed on",
            kind=PostKind.REPOST,
            own=False,
            url="https://x.com/somebody_else/status/20",
            author="somebody_else",
        ),
    )


def test_what_others_say_below_an_own_post_is_a_comment_on_it() -> None:
    html = an_app(an_article("sample_worker", "30", "Mine") + an_article("third", "31", "Shame on you"))
    snapshot = X.parse([page(html, "https://x.com/sample_worker/status/30")], OWNER)
    assert [(post.id, post.kind, post.own, post.parent) for post in snapshot.posts] == [
        ("30", PostKind.POST, True, None),
        ("31", PostKind.COMMENT, False, "30"),
    ]


def test_pictures_are_found_again_under_the_address_that_the_page_used() -> None:
    medium = {"media_url_https": "https://pbs.twimg.com/media/AbC_d.jpg", "url": "https://t.co/x"}
    tweet = a_tweet("1", "Look https://t.co/x", extended_entities={"media": [medium]})
    body = answer("UserTweets", a_timeline(tweet)).responses
    media = {"https://pbs.twimg.com/media/AbC_d?format=jpg&name=small": "media/1.jpg"}
    snapshot = X.parse([Visit(Lens.OWNER, responses=body, media=media)], OWNER)
    assert [(image.id, image.file) for image in snapshot.images] == [("1-1", "media/1.jpg")]
    assert snapshot.posts[0].images == ("media/1.jpg",)
    assert snapshot.posts[0].text == "Look"


def test_an_answer_that_the_page_of_an_owner_got_makes_one_snapshot_with_the_page() -> None:
    html = an_app(an_article("sample_worker", "1", "One"), viewer="sample_worker")
    body = answer(f"{ROOT}/UserTweets", a_timeline(a_tweet("1", "One"))).responses
    snapshot = X.parse([Visit(Lens.OWNER, (Document("https://x.com/sample_worker", html),), body)], OWNER)
    assert [post.id for post in snapshot.posts] == ["1"]


def test_a_post_that_two_lists_miss_is_missed_once() -> None:
    gone, lost = {"__typename": "TweetTombstone"}, a_tweet("4", "RT", retweeted_status_result={})
    lists = [
        answer(f"{ROOT}/{name}", a_timeline(gone, a_tweet("1", "One"), lost))
        for name in ("UserOriginalsTimeline", "UserRepliesTimeline")
    ]
    counted = [gap for gap in X.parse(lists, OWNER).gaps if gap.part is Part.POSTS]
    assert counted == [
        Gap(Part.POSTS, "posts that X itself does not show any more", 1),
        Gap(Part.POSTS, "reposts whose original X does not show any more", 1),
        Gap(Part.POSTS, "the profile counts 2 and 1 were in what was read", 1),
    ]


def test_a_lens_that_did_not_look_has_no_gaps_of_its_own() -> None:
    assert X.parse([], OWNER).gaps == ()
