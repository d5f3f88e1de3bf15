"""X's walls, its unknown forms and hostile input: never an empty part that reads as clear."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from roads import as_offered
from x_material import a_list_of_people, a_timeline, a_tweet, a_user, an_app, an_article, answer, page

from selfaudit.model.snapshot import Gap
from selfaudit.model.visit import Account
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.x import X

OWNER = Account("sample_worker", "told by the test", "777")
SURE = {Part.POSTS, Part.CONNECTIONS, Part.COMMENTS}


@pytest.mark.parametrize(
    ("url", "text", "reason"),
    [
        ("https://x.com/i/flow/login?redirect=%2Fsample", "", "X asks for a sign-in before it shows this"),
        (
            "https://x.com/account/access",
            "Are you human?",
            "X wants the account's owner to prove who they are first",
        ),
        (
            "https://x.com/sample_worker",
            "Something went wrong. Try reloading.",
            "X did not load what it was asked for",
        ),
        ("https://x.com/sample_worker", "Account suspended", "X says that this account is suspended"),
        (
            "https://x.com/sample_worker",
            "Hmm...this page doesn\u2019t exist. Try searching.",
            "X says that there is no such page",
        ),
        (
            "https://x.com/sample_worker",
            "Sorry, you are rate limited. Please wait a few moments then try again.",
            "X said that it had been asked too much in a short time",
        ),
        (
            "https://x.com/sample_worker",
            "JavaScript is not available.",
            "X did not load, because the page was saved or opened without its scripts",
        ),
        (
            "https://x.com/sample_worker",
            "Brand new X",
            "a page of X has a form that this version does not know",
        ),
    ],
)
def test_a_page_without_a_profile_says_why(url: str, text: str, reason: str) -> None:
    snapshot = as_offered(X).parse([page(an_app(f"<span>{text}</span>"), url)], OWNER)
    assert [gap for gap in snapshot.gaps if gap.part is Part.OTHER] == [Gap(Part.OTHER, reason)]
    assert snapshot.read == ()


def test_a_post_that_speaks_of_a_wall_is_none() -> None:
    html = an_app(an_article("sample_worker", "1", "Something went wrong. Try reloading."))
    snapshot = X.parse([page(html)], OWNER)
    assert [gap for gap in snapshot.gaps if gap.part is Part.OTHER] == []
    assert len(snapshot.posts) == 1


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (
            {"code": 88, "message": "Rate limit exceeded"},
            "X said that it had been asked too much in a short time",
        ),
        ({"code": 326}, "X wants the account's owner to prove who they are first"),
        ({"message": "strange"}, "X answered with an error instead"),
    ],
)
def test_an_error_comes_with_an_ordinary_status_and_is_a_gap(error: dict[str, Any], reason: str) -> None:
    visit = answer("https://x.com/i/api/graphql/Q/Followers", {"errors": [error], "data": {"user": {}}})
    assert Gap(Part.CONNECTIONS, reason) in X.parse([visit], OWNER).gaps


def test_an_error_beside_whole_data_is_no_gap() -> None:
    value = {**a_timeline(a_tweet("1", "One")), "errors": [{"code": 29}]}
    gaps = X.parse([answer("https://x.com/i/api/graphql/Q/UserTweets", value)], OWNER).gaps
    assert not any("too long" in gap.reason for gap in gaps)


def test_a_timeline_in_an_unknown_form_is_told() -> None:
    value = {"data": {"user": {"result": {"feed": {"posts": [{"text": "new form"}]}}}}}
    visit = answer("https://x.com/i/api/graphql/Q/UserOriginalsTimeline", value)
    reason = "this answer has a form that this version does not know"
    assert Gap(Part.POSTS, reason) in X.parse([visit], OWNER).gaps


def test_an_account_that_x_does_not_show_is_told() -> None:
    value = {"data": {"user": {"result": {"__typename": "UserUnavailable", "reason": "Suspended"}}}}
    visit = answer("https://x.com/i/api/graphql/Q/UserByScreenName", value)
    assert Gap(Part.BIO, "X does not show this account") in X.parse([visit], OWNER).gaps


def test_a_stranger_who_is_shown_no_post_is_not_told_that_there_are_none() -> None:
    name = '<div data-testid="UserName"><span>Sample</span><span>@sample_worker</span></div>'
    html = an_app(name + '<a data-testid="login" href="/login">Log in</a>')
    snapshot = X.parse([page(html, lens=Lens.PUBLIC)], OWNER)
    reason = "X shows people who are not signed in only a few posts of its own choice"
    assert snapshot.gaps == (Gap(Part.POSTS, reason),)


def test_a_protected_account_hides_its_posts_from_strangers_which_is_no_gap() -> None:
    lock = '<i data-testid="icon-lock"></i>'
    name = f'<div data-testid="UserName"><span>Sample</span>{lock}<b>@sample_worker</b></div>'
    html = an_app(name + '<a data-testid="login" href="/login">Log in</a>')
    snapshot = X.parse([page(html, lens=Lens.PUBLIC)], OWNER)
    assert (snapshot.gaps, snapshot.read) == ((), ())


def test_each_wall_sign_that_means_danger_stops_the_other_lens_too() -> None:
    assert X.live is not None
    alarms = [sign.reason for sign in X.live.walls if sign.alarm]
    assert len(alarms) == 4


def harmless(visit: Any) -> None:
    for account in (None, OWNER):
        X.recognise(visit)
        X.viewer(visit)
        X.signed_out(visit)
        snapshot = X.parse([visit], account)
        counted = {gap.part for gap in snapshot.gaps}
        assert not counted & set(snapshot.read) & SURE


@pytest.mark.parametrize(
    "name", ["XUserTweetsAndRepliesMedia.json", "profile_loggedout_og_only.html", "user_by_login_2026.json"]
)
def test_a_sample_that_is_cut_short_anywhere_never_raises(shared: Path, name: str) -> None:
    data = (shared / "samples/pages/twitter" / name).read_bytes()
    for end in range(0, len(data), max(997, len(data) // 60)):
        harmless(
            answer(name, data[:end])
            if name.endswith(".json")
            else page(data[:end].decode("utf-8", "replace"), "https://x.com/Kikobeats")
        )


def test_the_rendered_page_that_is_cut_short_never_claims_its_posts(shared: Path) -> None:
    whole = (shared / "samples/pages/twitter/profile_loggedout_rendered.html").read_text(encoding="utf-8")
    for end in range(0, len(whole), len(whole) // 9):
        visit = page(whole[:end], "https://x.com/Kikobeats")
        harmless(visit)
        snapshot = X.parse([visit], None)
        assert Part.POSTS not in snapshot.read
        assert snapshot.gaps or not whole[:end]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
WHOLE = {
    **a_timeline(a_tweet("1", "One", extended_entities={"media": [{"media_url_https": "https://p/1.jpg"}]})),
    "people": a_list_of_people(a_user()),
}


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, child in inner for place in places(child, (*path, key)))]


@settings(max_examples=120)
@given(st.sampled_from(places(WHOLE)[1:]), JSON, st.sampled_from(["UserTweets", "Followers", "Viewer"]))
def test_an_answer_with_anything_in_any_place_never_raises(
    path: tuple[Any, ...], put: Any, name: str
) -> None:
    value = json.loads(json.dumps(WHOLE))
    holder = value
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = put
    harmless(answer(f"https://x.com/i/api/graphql/Q/{name}", value))
