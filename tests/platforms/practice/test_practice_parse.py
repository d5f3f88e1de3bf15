"""The reader of Rookery, on the pages that the practice network really sends."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from practice.visitor import PlainView, read_both, read_one

from selfaudit.model.codec import from_json, to_json
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.practice import PLATFORM
from selfaudit.platforms.practice.items import NO_ID, NO_TEXT
from selfaudit.platforms.practice.parse import ELSEWHERE, MORE_COMMENTS, UNREADABLE, WALL
from selfaudit.practice import serve

ALEX = Account("alexmorgan", "a test says so")
Walked = tuple[Snapshot, list[Part], PlainView]


@pytest.fixture(scope="module")
def owners() -> Walked:
    with serve() as server:
        return read_one(server, Lens.OWNER)


@pytest.fixture(scope="module")
def strangers() -> Walked:
    with serve() as server:
        return read_one(server, Lens.PUBLIC)


@pytest.fixture(scope="module")
def both() -> Snapshot:
    with serve() as server:
        return read_both(server)


def a_page(data: object, url: str = "http://localhost/alexmorgan") -> Document:
    script = json.dumps(data).replace("<", "\\u003c")
    return Document(url, f'<html><script type="application/json" id="rookery-data">{script}</script></html>')


def a_visit(*pages: Document, answers: tuple[Response, ...] = (), part: Part | None = None) -> Visit:
    return Visit(Lens.OWNER, pages, answers, part=part)


def rookery(**data: object) -> dict[str, object]:
    return {"network": "rookery", "person": {"handle": "alexmorgan", "name": "Alex", "bio": ""}, **data}


def test_the_owner_sees_everything_and_nothing_is_missing(owners: Walked) -> None:
    snapshot, done, _view = owners
    kinds = Counter(post.kind for post in snapshot.posts)
    assert kinds == {PostKind.POST: 127, PostKind.COMMENT: 64, PostKind.CAPTION: 3}
    assert (len(snapshot.connections), len(snapshot.settings), len(snapshot.images)) == (40, 10, 24)
    assert snapshot.gaps == ()
    assert set(done) == PLATFORM.live.parts


def test_a_stranger_sees_what_strangers_see_and_stops_at_the_wall(strangers: Walked) -> None:
    snapshot, done, view = strangers
    kinds = Counter(post.kind for post in snapshot.posts)
    assert (kinds[PostKind.POST], kinds[PostKind.CAPTION]) == (20, 2)
    assert (len(snapshot.connections), len(snapshot.settings), len(snapshot.images)) == (0, 0, 22)
    assert done == [Part.IMAGES, Part.BIO, Part.CONTACT]
    assert not any("/friends" in document.url for visit in view.visits for document in visit.documents)
    assert snapshot.read == ()


def test_the_top_of_the_profile_is_read(owners: Walked) -> None:
    owner = owners[0].owner
    assert (owner.name, owner.handle) == ("Alex Morgan", "alexmorgan")
    assert owner.bio.endswith("School things: alex.morgan@larkfield-primary.example")
    assert owner.emails == ("alexandbiscuit@post.example", "amorgan@riverside.example")
    assert owner.phones == ("07700 900417",)
    assert ("Works at", "Larkfield Primary School") in {(fact.name, fact.value) for fact in owner.facts}


def test_a_post_a_comment_and_a_caption_are_read_with_all_that_is_known(owners: Walked) -> None:
    snapshot, _done, view = owners
    items = {post.id: post for post in snapshot.posts}
    assert items["p1123"].text.startswith("First frost on Longsands")
    assert items["p1123"].time == datetime(2026, 11, 22, 18, 41, tzinfo=UTC)
    assert items["p1123"].images == ("media/ph02.jpg",)
    assert items["p1123"].url == f"{view.site}/alexmorgan/posts/p1123"
    assert items["p1089"].links == ("mailto:head@larkfield-primary.example",)
    assert (items["k27"].kind, items["k27"].images) == (PostKind.CAPTION, ("media/ph27.jpg",))
    mams = next(post for post in snapshot.posts if post.text.startswith("Lovely photo pet"))
    reply = next(post for post in snapshot.posts if post.text == "Yes Mam")
    assert (mams.own, mams.author, mams.parent) == (False, "carolmorgan55", "p1119")
    assert (reply.own, reply.author, reply.parent) == (True, "alexmorgan", "p1119")


def test_disguised_letters_come_through_unchanged(owners: Walked) -> None:
    texts = [post.text for post in owners[0].posts]
    assert any("\N{FULLWIDTH COMMERCIAL AT}" in text for text in texts)
    assert any("lark\u200bfield-primary" in text for text in texts)


def test_audiences_are_what_the_site_tells_the_owner(owners: Walked) -> None:
    said = Counter(post.audience for post in owners[0].posts if post.kind is PostKind.POST)
    assert said == {Audience.PUBLIC: 98, Audience.FRIENDS: 28, Audience.PRIVATE: 1}


def test_pictures_know_their_role_their_post_and_their_file(owners: Walked) -> None:
    images = {image.id: image for image in owners[0].images}
    assert images["ph01"].role is ImageRole.AVATAR
    assert images["ph25"].role is ImageRole.BANNER
    assert (images["ph07"].role, images["ph07"].post) == (ImageRole.PHOTO, "p1100")
    assert all(image.file == f"media/{image.id}.jpg" for image in images.values())


def test_a_picture_that_was_not_kept_has_no_file(owners: Walked) -> None:
    visits = [replace(visit, media={}) for visit in owners[2].visits]
    assert {image.file for image in PLATFORM.parse(visits, ALEX).images} == {None}


def test_friends_are_read_with_the_line_beneath_the_name(owners: Walked) -> None:
    ellie = next(other for other in owners[0].connections if other.id == "u302")
    assert (ellie.display_name, ellie.handle) == ("Ellie-Mae Dodds", "elliemae.dodds14")
    assert (ellie.about, ellie.relation) == ("Year 6 at Larkfield Primary 🎀", "friend")
    assert ellie.since == datetime(2026, 3, 11, tzinfo=UTC)


def test_settings_are_read_with_their_most_private_value(owners: Walked) -> None:
    found = {setting.name: (setting.value, setting.highest) for setting in owners[0].settings}
    assert found["search_engines"] == ("On", "Off")
    assert found["messages"] == ("Friends", "Friends")
    assert len(found) == 10


def test_the_two_lenses_agree_on_ids_and_show_the_leaking_post(both: Snapshot) -> None:
    leaking = {
        post.id for post in both.posts if post.audience is Audience.FRIENDS and Lens.PUBLIC in post.lenses
    }
    assert leaking == {"p1117"}
    assert len({post.id for post in both.posts}) == len(both.posts) == 194


def test_nothing_is_fetched_twice_and_nothing_is_changed() -> None:
    with serve() as server:
        read_both(server)
        asked = Counter((one.address, one.signed_in) for one in server.requests if one.method == "GET")
        pictures = {one: count for one, count in asked.items() if one[0].startswith("/pictures/")}
        assert set(pictures.values()) == {1}
        assert server.changes == 0


def test_a_snapshot_of_the_whole_profile_survives_being_written_and_read(both: Snapshot) -> None:
    assert from_json(Snapshot, to_json(both), "snapshot.json") == both


def test_pages_saved_without_scrolling_tell_how_much_is_missing(owners: Walked) -> None:
    first = next(visit.documents[0] for visit in owners[2].visits if visit.part is Part.POSTS)
    saved = PLATFORM.parse([Visit(Lens.OWNER, (first,))], None)
    assert saved.owner.handle == "alexmorgan"
    assert Gap(Part.POSTS, ELSEWHERE, 115, Lens.OWNER) in saved.gaps
    assert Part.POSTS not in saved.read


def test_comments_that_were_not_opened_are_counted(owners: Walked) -> None:
    visits = [visit for visit in owners[2].visits if visit.documents]
    assert PLATFORM.parse(visits, ALEX).gaps == (Gap(Part.COMMENTS, MORE_COMMENTS, 4, Lens.OWNER),)


def test_a_saved_wall_is_told(strangers: Walked) -> None:
    visits = [replace(visit, part=None) for visit in strangers[2].visits]
    assert Gap(Part.POSTS, WALL, None, Lens.PUBLIC) in PLATFORM.parse(visits, ALEX).gaps


def test_pages_of_somebody_else_are_left_alone() -> None:
    other = rookery(
        person={"handle": "somebody", "name": "Somebody", "bio": "Hi"}, posts=[{"id": 1, "body": "x"}]
    )
    snapshot = PLATFORM.parse([a_visit(a_page(other))], ALEX)
    assert (snapshot.posts, snapshot.owner.name, snapshot.gaps) == ((), None, ())


def test_unreadable_items_are_counted_and_the_others_kept() -> None:
    posts = [
        {"id": "p1", "body": "Fine"},
        {"body": "no id"},
        {"id": "p3"},
        "nonsense",
        {"id": 4, "body": "Too"},
    ]
    snapshot = PLATFORM.parse([a_visit(a_page(rookery(posts=posts)), part=Part.POSTS)], ALEX)
    assert [post.id for post in snapshot.posts] == ["p1", "4"]
    assert set(snapshot.gaps) == {
        Gap(Part.POSTS, NO_ID, 2, Lens.OWNER),
        Gap(Part.POSTS, NO_TEXT, 1, Lens.OWNER),
    }


def test_a_page_cut_short_is_a_gap_of_what_it_was_opened_for(owners: Walked) -> None:
    page = owners[2].visits[-1].documents[0]
    cut = Document(page.url, page.html[: page.html.index('id="rookery-data"') + 80])
    snapshot = PLATFORM.parse([a_visit(cut, part=Part.SETTINGS)], ALEX)
    assert snapshot.gaps == (Gap(Part.SETTINGS, UNREADABLE, None, Lens.OWNER),)
    assert snapshot.settings == ()


def test_only_rookery_is_recognised(owners: Walked) -> None:
    assert all(PLATFORM.recognise(visit) for visit in owners[2].visits)
    other = Document(
        "https://elsewhere.example/", '<meta name="generator" content="WordPress"><p>Rookery</p>'
    )
    assert not PLATFORM.recognise(a_visit(other))
    assert not PLATFORM.recognise(a_visit(answers=(Response("u", "application/json", b'{"posts": []}'),)))


_ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
_FIELDS = some.sampled_from(
    [
        *("id", "body", "author", "handle", "name", "person", "bio", "contact", "emails", "facts", "label"),
        *("value", "photo", "src", "caption", "created_at", "audience", "comments", "comment_count", "next"),
        *("post_count", "role", "permalink", "link", "viewer", "about", "friends_since", "more_comments"),
    ]
)
_ITEM = some.dictionaries(_FIELDS, _ANYTHING | some.dictionaries(_FIELDS, _ANYTHING, max_size=4), max_size=8)
_LISTS = some.lists(_ITEM | _ANYTHING, max_size=4) | _ANYTHING
_SHEET = some.fixed_dictionaries(
    {"network": some.just("rookery")},
    optional=dict.fromkeys(("posts", "comments", "photos", "friends", "settings"), _LISTS)
    | {"person": _ITEM | _ANYTHING, "viewer": _ITEM, "next": _ANYTHING, "error": _ANYTHING},
)


@settings(max_examples=150)
@given(_SHEET, some.sampled_from([None, ALEX]), some.sampled_from([None, Part.POSTS]))
def test_no_data_of_the_site_ever_breaks_the_reader(
    sheet: dict[str, object], account: Account | None, part: Part | None
) -> None:
    page = a_page(sheet)
    answer = Response("http://localhost/api/people/alexmorgan/posts", "application/json", page.html.encode())
    visit = a_visit(page, answers=(answer,), part=part)
    assert PLATFORM.recognise(visit)
    assert PLATFORM.parse([visit], account).platform == "practice"
    assert PLATFORM.live.signed_in(page) in {True, False}


@settings(max_examples=40)
@given(some.data())
def test_a_page_cut_anywhere_never_breaks_the_reader(owners: Walked, data: some.DataObject) -> None:
    page = data.draw(some.sampled_from([d for visit in owners[2].visits for d in visit.documents]))
    cut = Document(page.url, page.html[: data.draw(some.integers(0, len(page.html)))])
    PLATFORM.recognise(a_visit(cut))
    PLATFORM.parse([a_visit(cut)], ALEX)
