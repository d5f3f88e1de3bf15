"""Vimeo against a real page, and on answers made up in the published shape."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from roads import JSON, Road, a_page, an_answer, as_offered, met, read_all

from selfaudit.model.snapshot import Connection, Fact, Gap, Image, Owner, Post
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.vimeo import VIMEO

SITE = "https://vimeo.com"
ME = Account("sampleworker", "told by the test", "4242")
live = VIMEO.live
assert live is not None


def video_page(shared: Path) -> str:
    return (shared / "samples/pages/vimeo/video_loggedout.html").read_text(encoding="utf-8")


def invented(shared: Path, name: str) -> Visit:
    return an_answer((shared / "samples/pages-invented/vimeo" / name).read_bytes(), name)


def test_a_real_video_page_gives_its_video_with_the_whole_description(shared: Path) -> None:
    visit = a_page(video_page(shared), f"{SITE}/311983548")
    snapshot = read_all(VIMEO, visit, None)
    assert VIMEO.recognise(visit)
    assert VIMEO.signed_out(visit)
    assert VIMEO.viewer(visit) is None
    assert snapshot.owner == Owner(
        name="Vimeo Curation",
        handle="vimeocuration",
        bio="The curation department behind the best videos on Vimeo, led by Ina Pira and Meghan Oretsky. "
        "Watch Staff Picks here: vimeo.com/watch",
        url=f"{SITE}/vimeocuration",
    )
    assert snapshot.posts == (
        Post(
            id="311983548",
            text="Vimeo Best of the Year 2018: Winners\n"
            "The results are in! After much deliberation, our panel of judges have picked their favorites.\n"
            "See the winners at https://vimeo.com/bestoftheyear\n"
            'Music: "Darma" by Alphabets Heaven\n'
            "Courtesy of https://vimeo.com/channels/kingdeluxe",
            time=datetime(2019, 1, 17, 21, 34, 21, tzinfo=UTC),
            url=f"{SITE}/311983548",
        ),
    )
    assert [(image.id, image.role) for image in snapshot.images] == [
        ("avatar", ImageRole.AVATAR),
        ("311983548-still", ImageRole.PHOTO),
    ]
    assert snapshot.read == ()


def test_a_description_that_is_only_there_cut_short_is_a_gap(shared: Path) -> None:
    html = video_page(shared).replace("<p", "<b").replace("The results are in! After much", "Nothing of it")
    html = html.replace('"description":"Nothing of it', '"description":"The results are in! After much')
    (gap,) = [one for one in VIMEO.parse([a_page(html)], None).gaps if "cuts short" in one.reason]
    assert gap == Gap(Part.POSTS, "descriptions that Vimeo's page cuts short for search engines", 1)


def test_somebody_elses_video_is_not_the_owners(shared: Path) -> None:
    snapshot = VIMEO.parse([a_page(video_page(shared))], ME)
    assert (snapshot.posts, snapshot.images) == ((), ())
    assert snapshot.owner.bio is None


def test_a_real_page_that_is_cut_short_anywhere_never_raises_and_claims_nothing(shared: Path) -> None:
    html = video_page(shared)[165_000:]
    for end in range(0, len(html), 9970):
        for account in (None, ME):
            assert read_all(VIMEO, a_page(html[:end], f"{SITE}/1"), account).read == ()


def test_invented_answers_tell_who_is_signed_in_and_who_sees_each_video(shared: Path) -> None:
    names = ("api_user.json", "api_user_videos.json", "viewer_signed_in.json")
    visits = [invented(shared, name) for name in names]
    account = VIMEO.viewer(visits[2])
    assert account == Account(
        "sampleworker",
        "Vimeo's own data named sampleworker as the account that was signed in.",
        "4242",
        "Sample Worker",
        f"{SITE}/sampleworker",
    )
    snapshot = VIMEO.parse(visits, account)
    assert snapshot.owner == Owner(
        name="Sample Worker",
        handle="sampleworker",
        bio="Films",
        facts=(Fact("Location", "Leeds"),),
        url=f"{SITE}/sampleworker",
    )
    assert [(post.id, post.text, post.audience) for post in snapshot.posts] == [
        ("1", "School play", Audience.PUBLIC),
        ("2", "Trip", Audience.PUBLIC),
        ("3", "Family", Audience.PRIVATE),
    ]
    assert snapshot.read == (Part.BIO, Part.CONTACT, Part.POSTS)
    assert (
        Gap(Part.CONNECTIONS, "the profile counts 1 followers and 0 were in what was read", 1)
        in snapshot.gaps
    )
    assert VIMEO.signed_out(invented(shared, "viewer_logged_out.json"))


def test_videos_that_are_missing_are_counted_by_what_the_one_who_looks_can_see(shared: Path) -> None:
    record = invented(shared, "api_user.json")
    counted = {
        Lens.OWNER: Gap(Part.POSTS, "the profile counts 3 videos and 0 were in what was read", 3),
        Lens.PUBLIC: Gap(Part.POSTS, "the profile counts 2 videos and 0 were in what was read", 2),
    }
    for lens, gap in counted.items():
        snapshot = VIMEO.parse([Visit(lens, responses=record.responses)], ME)
        assert [one for one in snapshot.gaps if one.part is Part.POSTS] == [gap]
        assert Part.POSTS not in snapshot.read


def test_invented_settings_comments_and_people_are_read() -> None:
    user = {
        "uri": "/users/4242",
        "name": "Sample Worker",
        "link": f"{SITE}/sampleworker",
        "bio": None,
        "websites": [{"link": "https://sample.example/"}],
        "preferences": {"videos": {"privacy": {"view": "anybody", "comments": "nobody", "download": True}}},
        "metadata": {"connections": {"followers": {"total": 1}, "following": {"total": 1}}},
    }
    pat = {"uri": "/users/7", "name": "Pat", "link": f"{SITE}/pat", "bio": "Year 6"}
    video = {"uri": "/videos/9:ab12", "name": "Trip", "privacy": {"view": "unlisted"}, "user": user}
    video["pictures"] = {"sizes": [{"link": "https://i.example/s.jpg"}, {"link": "https://i.example/l.jpg"}]}
    remarks = [
        {
            "uri": "/videos/9/comments/1",
            "text": "Lovely",
            "user": pat,
            "created_on": "2020-02-02T10:00:00+00:00",
        },
        {"uri": "/videos/9/comments/2", "text": "Thank you", "user": user},
        {"uri": "/videos/8/comments/3", "text": "Elsewhere", "user": pat},
    ]
    root = "https://api.vimeo.com"
    visits = [
        an_answer(user, f"{root}/users/4242"),
        an_answer({"total": 1, "data": [video]}, f"{root}/users/4242/videos?page=1"),
        an_answer({"data": remarks}, f"{root}/videos/9/comments"),
        an_answer({"data": [pat]}, f"{root}/users/4242/followers?page=1"),
        an_answer({"data": [pat]}, f"{root}/users/4242/following"),
        an_answer(
            {"data": [{"uri": "/videos/77", "name": "Liked", "user": pat}]}, f"{root}/users/4242/likes"
        ),
    ]
    visits[1] = Visit(None, responses=visits[1].responses, media={"https://i.example/l.jpg": "media/l.jpg"})
    snapshot = VIMEO.parse(visits, ME)
    assert [(one.name, one.value, one.highest) for one in snapshot.settings] == [
        ("new_videos", "Anyone", "Only you"),
        ("comments", "Nobody", "Nobody"),
        ("downloads", "Yes", "No"),
    ]
    assert [(post.id, post.kind, post.own, post.parent, post.author) for post in snapshot.posts] == [
        ("9", PostKind.POST, True, None, None),
        ("9-comment-1", PostKind.COMMENT, False, "9", "Pat"),
        ("9-comment-2", PostKind.COMMENT, True, "9", None),
    ]
    assert snapshot.posts[0].audience is Audience.CUSTOM
    assert snapshot.images == (Image("9-still", "media/l.jpg", post="9", url="https://i.example/l.jpg"),)
    assert snapshot.connections == (
        Connection("7", "Pat", "pat", "mutual", about="Year 6", url=f"{SITE}/pat"),
    )
    assert (snapshot.owner.bio, snapshot.owner.links) == ("", ("https://sample.example/",))
    assert set(snapshot.read) == {Part.BIO, Part.CONTACT, Part.POSTS, Part.CONNECTIONS}


def test_a_page_that_only_shows_somebody_elses_player_is_not_vimeo() -> None:
    assert not VIMEO.recognise(
        a_page('<iframe src="https://player.vimeo.com/video/1"></iframe>', "https://a.example/")
    )
    assert not VIMEO.recognise(an_answer({"user": None, "jwt": "x", "apiUrl": "api.other.example"}))


@pytest.mark.parametrize(
    ("url", "html", "reason"),
    [
        (f"{SITE}/log_in?redirect=x", "<p>Log in</p>", "Vimeo asks for a sign-in before it shows this"),
        (
            f"{SITE}/x",
            "<p>Sorry, we couldn\u2019t find that page</p>",
            "Vimeo says that there is no such page",
        ),
        (f"{SITE}/x", "<p>New</p>", "a page of Vimeo has a form that this version does not know"),
    ],
)
def test_a_page_without_a_profile_says_why_and_claims_nothing(url: str, html: str, reason: str) -> None:
    snapshot = read_all(as_offered(VIMEO), a_page(html, url), ME)
    assert (snapshot.gaps, snapshot.read) == ((Gap(Part.OTHER, reason),), ())


def test_walls_are_known_and_what_people_write_is_none() -> None:
    assert met(VIMEO, f"{SITE}/log_in", "Log in") is False
    assert met(VIMEO, f"{SITE}/x", "Menu\nToo many requests") is True
    assert met(VIMEO, f"{SITE}/x", "This video is private.") is False
    for said in (
        "Too many requests for this song, so here it is",
        "I had to verify to continue",
        "Log in first",
    ):
        assert met(VIMEO, f"{SITE}/x", f"alexm\n{said}") is None


USER = {"uri": "/users/4242", "name": "S", "link": f"{SITE}/sampleworker", "bio": "Films"}
VIEWER = {"jwt": "x", "apiUrl": "api.vimeo.com", "user": USER}
API = "https://api.vimeo.com/users/4242"


def a_road(**answers: Any) -> Road:
    known = {"/_next/viewer": VIEWER, API: USER}
    for name in ("videos", "followers", "following"):
        known[f"{API}/{name}?per_page=100&page=1"] = answers.get(name, {"data": []})
    known[f"{API}/videos?per_page=100&page=2"] = answers.get("second", {})
    return Road(SITE, answers=known)


def test_the_walk_asks_with_the_pages_own_pass_and_follows_each_list_to_its_end() -> None:
    first = {"data": [{"uri": "/videos/1"}], "paging": {"next": "/users/4242/videos?page=2"}}
    road = a_road(videos=first, second={"data": [{"uri": "/videos/2"}], "paging": {"next": None}})
    assert live.identify(road) == VIMEO.viewer(an_answer(VIEWER))
    parts = list(live.walk_owner(road, ME))
    assert parts == [Part.BIO, Part.CONTACT, Part.POSTS, Part.IMAGES, Part.CONNECTIONS]
    assert road.done[1:] == [
        "/sampleworker",
        "scroll",
        "/_next/viewer",
        API,
        f"{API}/videos?per_page=100&page=1",
        f"{API}/videos?per_page=100&page=2",
        f"{API}/followers?per_page=100&page=1",
        f"{API}/following?per_page=100&page=1",
    ]
    assert road.headers[2:] == [{"Authorization": "jwt x"}] * 5


def test_the_walk_claims_no_list_that_did_not_come() -> None:
    road = a_road(videos={"error": "no"}, following={"data": None})
    assert list(live.walk_public(road, ME)) == [Part.BIO, Part.CONTACT]
    assert live.identify(Road(SITE, answers={"/_next/viewer": {**VIEWER, "user": None}})) is None


def test_signing_in_is_seen_by_the_pages_own_scripts(shared: Path) -> None:
    out = video_page(shared)
    document = a_page(out, f"{SITE}/1").documents[0]
    assert not live.signed_in(document)
    inside = out.replace('"user_status":"logged_out"', '"user_status":"logged_in"').replace(
        "{id: '0'", "{id: '7'"
    )
    assert live.signed_in(a_page(inside, f"{SITE}/1").documents[0])
    assert live.sign_in(f"{SITE}/") == f"{SITE}/log_in"


@settings(max_examples=100)
@given(
    st.sampled_from(["uri", "name", "link", "bio", "metadata", "preferences", "pictures", "websites"]),
    JSON,
    JSON,
)
def test_data_with_anything_anywhere_never_raises(place: str, put: Any, other: Any) -> None:
    user = {**USER, place: put}
    video = {"uri": "/videos/1", "name": other, "user": user, "privacy": put, "created_time": other}
    comment = {"uri": "/videos/1/comments/2", "text": put, "user": other}
    for value in (user, put, {"data": [video, put, comment], "total": other}, {**VIEWER, "user": user}):
        for account in (None, ME):
            read_all(VIMEO, an_answer(value, f"{API}/followers"), account)
    linked = json.dumps([{"@type": "VideoObject", "url": f"{SITE}/1", "description": put, "author": other}])
    read_all(VIMEO, a_page(f'<script type="application/ld+json">{linked}</script>', SITE), ME)
