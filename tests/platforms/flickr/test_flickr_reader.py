"""Flickr against published answers, and on pages made up in the published shape."""

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
from selfaudit.platforms.flickr import FLICKR
from selfaudit.platforms.flickr.parse import CONTACT

SITE = "https://www.flickr.com"
ME = Account("alexm", "told by the test", "1@N00")
POSTED = datetime(2026, 9, 10, 0, 26, 40, tzinfo=UTC)
live = FLICKR.live
assert live is not None


def published(shared: Path, name: str) -> Visit:
    return an_answer((shared / "samples/pages/flickr" / name).read_bytes(), name)


def packed(value: Any) -> dict[str, Any]:
    return {"exportMetaType": "model", "data": value}


OWNER = {"id": "1@N00", "pathAlias": "alexm", "username": "alex m", "realname": "Alex%20Morgan"}
SIGNED_IN = {"signedIn": True, "user": {"nsid": "1@N00", "pathAlias": "alexm", "realname": "Alex"}}


def a_photo(number: str, title: str = "Beach%2C%20May", **more: Any) -> dict[str, Any]:
    sizes = {"sq": {"url": "//live.example/q.jpg"}, "l": {"url": "//live.example/l.jpg", "width": 9}}
    base = {"_flickrModelRegistry": "photo-models", "id": number, "title": title, "sizes": sizes}
    return {**base, "owner": OWNER, "stats": {"datePosted": "1789000000"}, **more}


def a_stream(*photos: Any, total: int | None = 1, auth: Any = SIGNED_IN, **registers: Any) -> str:
    main = {
        "photostream-models": [{"owner": OWNER, "photoPageList": {"_data": photos, "totalItems": total}}],
        "person-profile-models": [{"location": "Leeds", "photoCount": total}],
        "person-public-profile-models": [{"profileDescriptionExpanded": "Tea%2C%20dogs"}],
        "person-contacts-count-models": [{"followerCount": 0, "followingCount": 0}],
        **registers,
    }
    export = json.dumps({"main": main, "legend": []})
    return (
        f"<script>root.auth = {json.dumps(auth)};\nY.init({{modelExport: {export},\n auth: auth}});</script>"
    )


def test_a_published_record_of_a_person_is_read(shared: Path) -> None:
    visit = published(shared, "people_getInfo.json")
    snapshot = read_all(FLICKR, visit, None)
    assert FLICKR.recognise(visit)
    assert snapshot.owner == Owner(
        name="Kyle Mahan",
        handle="kindofblue115",
        bio="Trying a little bit of everything",
        facts=(Fact("Location", "San Diego, CA, USA"),),
        url=f"{SITE}/people/kindofblue115/",
    )
    assert snapshot.read == (Part.BIO,)
    assert CONTACT in snapshot.gaps
    assert (
        Gap(Part.POSTS, "the profile counts 1461 photos and 0 were in what was read", 1461) in snapshot.gaps
    )


def test_photos_of_several_people_are_nobodys_profile(shared: Path) -> None:
    visit = published(shared, "contacts_photos.json")
    assert FLICKR.recognise(visit)
    assert (read_all(FLICKR, visit, None).posts, FLICKR.parse([visit], None).owner) == ((), Owner())
    assert FLICKR.parse([visit], ME).posts == ()


def test_of_published_photos_the_owners_are_read_with_who_sees_them(shared: Path) -> None:
    visit = published(shared, "contacts_photos.json")
    for number, post in {
        "5555": Post(
            "1234",
            "First Photo\n#tag1 #tag2",
            PostKind.CAPTION,
            time=datetime(2013, 6, 9, 17, 40, 34, tzinfo=UTC),
            audience=Audience.FRIENDS,
            url=f"{SITE}/photos/me/1234/",
        ),
        "6666": Post(
            "2345",
            "Second Photo\n#tag1 #tag2",
            PostKind.CAPTION,
            time=datetime(2010, 12, 3, 1, 16, 19, tzinfo=UTC),
            audience=Audience.PUBLIC,
            url=f"{SITE}/photos/me/2345/",
        ),
    }.items():
        assert FLICKR.parse([visit], Account("me", "told", number)).posts == (post,)


def test_an_invented_photostream_is_read_whole() -> None:
    privacy = [{"id": "10", "isPublic": False, "isFriend": False, "isFamily": False}]
    html = a_stream(a_photo("10", description="At%20the%20fair"), None, **{"photo-privacy-models": privacy})
    visit = a_page(html, f"{SITE}/photos/alexm/")
    visit = Visit(None, visit.documents, media={"https://live.example/l.jpg": "media/l.jpg"})
    snapshot = FLICKR.parse([visit], FLICKR.viewer(visit))
    assert snapshot.owner == Owner(
        name="Alex Morgan",
        handle="alexm",
        bio="Tea, dogs",
        facts=(Fact("Location", "Leeds"),),
        url=f"{SITE}/people/alexm/",
    )
    assert snapshot.posts == (
        Post(
            "10",
            "Beach, May\nAt the fair",
            PostKind.CAPTION,
            time=POSTED,
            audience=Audience.PRIVATE,
            url=f"{SITE}/photos/alexm/10/",
            images=("media/l.jpg",),
        ),
    )
    assert snapshot.images == (
        Image("10", "media/l.jpg", post="10", url="https://live.example/l.jpg", caption="Beach, May"),
    )
    assert set(snapshot.read) == {Part.BIO, Part.POSTS, Part.IMAGES, Part.CONNECTIONS}


def test_packed_registers_are_read_like_unpacked_ones() -> None:
    stream = packed(
        {
            "owner": "~0",
            "photoPageList": packed({"_data": [packed(a_photo("10", owner="~0"))], "totalItems": 1}),
        }
    )
    people = [packed({**OWNER, "buddyicon": packed({"large": "//live.example/me.jpg"})})]
    main = {"photostream-models": [stream], "person-models": people}
    export = json.dumps({"main": main, "legend": [["person-models", 0], ["gone", 5]]})
    visit = a_page(f"<script>x({{modelExport: {export}, auth: auth}})</script>", "saved.html")
    snapshot = FLICKR.parse([visit], None)
    assert (snapshot.owner.handle, snapshot.owner.name) == ("alexm", "Alex Morgan")
    assert [(post.id, post.text) for post in snapshot.posts] == [("10", "Beach, May")]
    assert snapshot.images[0] == Image("avatar", role=ImageRole.AVATAR, url="https://live.example/me.jpg")


def test_a_photo_has_the_same_number_through_every_form() -> None:
    answer = {"photo": {"id": "10", "owner": {"nsid": "1@N00"}, "title": {"_content": "Beach, May"}}}
    visibility = {
        "visibility": {"ispublic": 0, "isfriend": 0, "isfamily": 1},
        "dates": {"posted": "1789000000"},
    }
    answer["photo"] |= {**visibility, "tags": {"tag": [{"raw": "Sea Side"}]}}
    visits = [
        a_page(a_stream(a_photo("10")), f"{SITE}/photos/alexm/"),
        an_answer(answer, "https://api.flickr.com/x"),
    ]
    (post,) = FLICKR.parse(visits, ME).posts
    assert (post.id, post.audience, post.time) == ("10", Audience.FRIENDS, POSTED)


def test_photos_that_others_took_are_not_the_owners() -> None:
    fave = a_photo("11", owner={"id": "2@N00", "pathAlias": "pat"})
    snapshot = FLICKR.parse([a_page(a_stream(a_photo("10"), fave), f"{SITE}/photos/alexm/")], ME)
    assert [post.id for post in snapshot.posts] == ["10"]


def test_comments_and_followed_people_come_from_their_own_answers() -> None:
    said = [
        {"id": "c1", "author": "2@N00", "authorname": "pat", "_content": "Nice", "datecreate": "1789000000"},
        {"id": "c2", "author": "1@N00", "_content": "Thanks"},
        {"author": "2@N00"},
    ]
    contacts = [{"nsid": "2@N00", "username": "pat", "realname": "Pat Jones", "path_alias": "pat"}, {"x": 1}]
    visits = [
        a_page(a_stream(a_photo("10")), f"{SITE}/photos/alexm/"),
        an_answer(
            {"comments": {"photo_id": "10", "comment": said}, "stat": "ok"}, "https://api.flickr.com/a"
        ),
        an_answer({"contacts": {"contact": contacts}}, "https://api.flickr.com/b"),
    ]
    snapshot = FLICKR.parse(visits, ME)
    assert [(one.id, one.text, one.own, one.author, one.parent) for one in snapshot.posts[1:]] == [
        ("c1", "Nice", False, "pat", "10"),
        ("c2", "Thanks", True, None, "10"),
    ]
    assert snapshot.connections == (
        Connection("2@N00", "Pat Jones", "pat", "following", url=f"{SITE}/people/pat/"),
    )
    assert Gap(Part.COMMENTS, "comments in a form that this version does not know", 1) in snapshot.gaps


def test_counts_that_are_not_met_are_a_gap() -> None:
    snapshot = FLICKR.parse([a_page(a_stream(a_photo("10"), total=3), f"{SITE}/photos/alexm/")], ME)
    assert Gap(Part.POSTS, "the profile counts 3 photos and 1 were in what was read", 2) in snapshot.gaps
    assert Part.POSTS not in snapshot.read


def test_who_was_signed_in_is_what_the_pages_script_says() -> None:
    page = a_page(a_stream(), f"{SITE}/photos/alexm/")
    assert FLICKR.viewer(page) == Account(
        "alexm",
        "Flickr's own page named Alex as the account that was signed in.",
        "1@N00",
        "Alex",
        f"{SITE}/people/alexm/",
    )
    out = a_page(a_stream(auth={"signedIn": False, "user": {}}), f"{SITE}/photos/alexm/")
    assert (FLICKR.viewer(out), FLICKR.signed_out(out), FLICKR.signed_out(page)) == (None, True, False)
    assert not [gap for gap in FLICKR.parse([out], None).gaps if gap.part is Part.SETTINGS]


def test_other_sites_are_not_flickr() -> None:
    assert not FLICKR.recognise(a_page("<p>modelExport: {}</p>", "https://a.example/"))
    assert not FLICKR.recognise(an_answer({"photos": {"photo": [{"id": "1"}]}}))


@pytest.mark.parametrize(
    ("visit", "reason"),
    [
        (
            a_page("<p>Log in</p>", "https://identity.flickr.com/"),
            "Flickr asks for a sign-in before it shows this",
        ),
        (
            a_page("<p>New</p>", f"{SITE}/photos/x/"),
            "a page of Flickr has a form that this version does not know",
        ),
        (
            an_answer({"stat": "fail", "code": 1}, "https://api.flickr.com/services/rest"),
            "Flickr did not give data that its own page asked for",
        ),
    ],
)
def test_a_page_without_a_profile_says_why_and_claims_nothing(visit: Visit, reason: str) -> None:
    snapshot = read_all(as_offered(FLICKR), visit, ME)
    assert (snapshot.gaps, snapshot.read) == ((Gap(Part.OTHER, reason),), ())


def test_walls_are_known_and_what_people_write_is_none() -> None:
    assert met(FLICKR, "https://identity.flickr.com/sign-in", "Log in") is False
    assert met(FLICKR, f"{SITE}/photos/x", "This photo is private") is False
    assert met(FLICKR, f"{SITE}/photos/x", "Hold your clicks a moment please") is True
    for said in ("This photo is private property", "Too many requests for prints"):
        assert met(FLICKR, f"{SITE}/photos/x", f"alexm\n{said}") is None


def test_the_settings_page_proves_who_is_signed_in_and_without_it_nobody_is_read() -> None:
    road = Road(SITE, {"/account/privacy/": f"<script>root.auth = {json.dumps(SIGNED_IN)};</script>"})
    found = live.identify(road)
    assert found is not None
    assert (found.handle, found.id, road.done) == ("alexm", "1@N00", ["/account/privacy/"])
    assert live.identify(Road(SITE)) is None
    assert live.signed_in(a_page(a_stream(), SITE).documents[0])
    assert not live.signed_in(a_page(a_stream(auth={"signedIn": False}), SITE).documents[0])
    assert live.sign_in(f"{SITE}/") == f"{SITE}/signin"


def test_the_walks_turn_every_page_of_the_photostream() -> None:
    pages = {
        "/people/alexm/": a_stream(),
        "/photos/alexm/": a_stream(a_photo("1"), a_photo("2")),
        "/photos/alexm/page2/": a_stream(a_photo("3")),
        "/photos/alexm/page3/": a_stream(a_photo("3")),
    }
    turned = ["/people/alexm/", "/photos/alexm/", "scroll", "/photos/alexm/page2/", "scroll"]
    turned += ["/photos/alexm/page3/", "scroll"]
    road = Road(SITE, pages)
    assert set(live.walk_owner(road, ME)) == live.parts
    assert road.done == [*turned, "/people/alexm/contacts/", "scroll"]
    road = Road(SITE, pages, lens=Lens.PUBLIC)
    assert set(live.walk_public(road, ME)) == live.public_parts
    assert road.done == turned


def test_a_page_that_is_cut_short_anywhere_never_raises_and_claims_nothing() -> None:
    html = a_stream(a_photo("10"))
    for end in range(0, len(html) - 40, 13):
        for account in (None, ME):
            assert read_all(FLICKR, a_page(html[:end], f"{SITE}/photos/alexm/"), account).read == ()


@pytest.mark.parametrize(
    "legend", [[["photostream-models", 0]], [["x"]], [[0]], "no", [["photostream-models", "99"]]]
)
def test_pointers_that_lead_in_circles_or_nowhere_never_raise(legend: Any) -> None:
    export = json.dumps(
        {"main": {"photostream-models": ["~0"], "person-models": ["~7", "~0"]}, "legend": legend}
    )
    read_all(FLICKR, a_page(f"<script>modelExport: {export}, auth: auth</script>", SITE), ME)


@settings(max_examples=150)
@given(
    st.sampled_from(["id", "title", "owner", "sizes", "stats", "isPublic", "visibility", "description"]),
    JSON,
    JSON,
)
def test_data_with_anything_anywhere_never_raises(place: str, put: Any, other: Any) -> None:
    photo = a_photo("1", **{place: put})
    html = a_stream(photo, put, auth=other, **{"photo-privacy-models": [put], "person-profile-models": other})
    person = {"nsid": "1@N00", "description": put, "photos": other, "username": put}
    for account in (None, ME):
        read_all(FLICKR, a_page(html, SITE), account)
        read_all(FLICKR, a_page(a_stream(**{"photostream-models": put}), SITE), account)
        for value in (
            {"person": person},
            {"photos": {"photo": [photo, put], "total": other}},
            {"photo": photo},
            put,
        ):
            read_all(FLICKR, an_answer(value, "https://api.flickr.com/services/rest"), account)
        comments = {"comments": {"photo_id": put, "comment": [{"id": other, "_content": put}, other]}}
        read_all(FLICKR, an_answer(comments, "https://api.flickr.com/services/rest"), account)


PROFILE = {
    "nsid": "1@N00",
    "first_name": "Alex",
    "email": "alex@tea.example",
    "website": "tea.example",
    "facebook": "https://www.facebook.com/alexm",
    "twitter": "@alexm",
    "instagram": "",
}


def test_what_the_about_page_tells_of_reaching_somebody_is_read_from_its_answer() -> None:
    visit = an_answer({"profile": PROFILE, "stat": "ok"}, "https://api.flickr.com/services/rest")
    snapshot = FLICKR.parse([visit, a_page(a_stream(a_photo("10")), f"{SITE}/photos/alexm/")], ME)
    assert snapshot.owner.emails == ("alex@tea.example",)
    assert snapshot.owner.links == (
        "http://tea.example",
        "https://www.facebook.com/alexm",
        "https://twitter.com/alexm",
    )
    assert (Part.CONTACT in snapshot.read, CONTACT in snapshot.gaps) == (True, False)


def test_what_registers_tell_of_reaching_somebody_is_read_and_their_silence_is_a_gap() -> None:
    told = [{"location": "Leeds", "photoCount": 1, "website": "https://tea.example/", "email": ""}]
    page = a_stream(a_photo("10"), **{"person-profile-models": told})
    assert FLICKR.parse([a_page(page, f"{SITE}/photos/alexm/")], ME).owner.links == ("https://tea.example/",)
    silent = FLICKR.parse([a_page(a_stream(a_photo("10")), f"{SITE}/photos/alexm/")], ME)
    assert (Part.CONTACT in silent.read, CONTACT in silent.gaps) == (False, True)


def test_somebody_elses_about_page_is_not_the_owners() -> None:
    visit = an_answer({"profile": {**PROFILE, "nsid": "9@N00"}}, "https://api.flickr.com/services/rest")
    snapshot = FLICKR.parse([visit, a_page(a_stream(a_photo("10")), f"{SITE}/photos/alexm/")], ME)
    assert (snapshot.owner.emails, Part.CONTACT in snapshot.read) == ((), False)
