"""Instagram's real pages and answers of 2016 to 2022, as public test data has them.

The numbers were counted in the files by hand, apart from the reader.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from meta_pages import an_account, saved

from selfaudit.model.snapshot import Connection, Fact
from selfaudit.model.visit import Document, Response, Visit
from selfaudit.model.vocabulary import Audience, ImageRole, Part, PostKind
from selfaudit.platforms.instagram import INSTAGRAM
from selfaudit.platforms.instagram.measuring import NO_POSTS
from selfaudit.platforms.instagram.walls import LOGIN, PROOF, REFUSED

OWNER = an_account("robertdowneyjr", "1518284433")


@pytest.fixture
def pages(shared: Path) -> Path:
    return shared / "samples/pages/instagram"


def test_a_signed_in_page_of_2020_gives_the_account_and_its_newest_posts(pages: Path) -> None:
    visit = saved(pages / "profile_signedin_shareddata_2020.html")
    snapshot = INSTAGRAM.parse([visit], None)
    owner = snapshot.owner
    assert (owner.name, owner.handle) == ("Robert Downey Jr. Official", "robertdowneyjr")
    assert owner.bio == "@officialfootprintcoalition @coreresponse"
    assert owner.links == ("http://coreresponse.org/covid19",)
    assert len(snapshot.posts) == 21  # 12 of the grid and 12 videos, three of which are both
    assert {(post.own, post.kind, post.audience) for post in snapshot.posts} == {
        (True, PostKind.POST, Audience.PUBLIC)
    }
    assert "DAMAGED" not in str(snapshot.gaps)
    told = [(gap.reason, gap.count) for gap in snapshot.gaps if gap.part is Part.POSTS]
    assert told == [("the profile counts 455 posts and 21 were in what was read", 434)]


def test_a_viewer_whose_name_was_blotted_out_is_nobody_rather_than_somebody(pages: Path) -> None:
    visit = saved(pages / "profile_signedin_shareddata_2020.html")
    assert INSTAGRAM.viewer(visit) is None
    assert not INSTAGRAM.signed_out(visit)


def test_the_viewer_of_an_old_page_is_named_and_described_by_it(pages: Path) -> None:
    visit = saved(pages / "legacy_viewer_config.json")
    viewer = INSTAGRAM.viewer(visit)
    assert viewer is not None
    assert (viewer.handle, viewer.id) == ("snarfed", "420973239")
    snapshot = INSTAGRAM.parse([visit], viewer)
    assert (snapshot.owner.name, snapshot.owner.bio) == ("Ryan B", "something or other")


def test_a_timeline_of_2020_gives_twelve_own_posts_with_their_words_and_moments(pages: Path) -> None:
    snapshot = INSTAGRAM.parse([saved(pages / "graphql_timeline_media_2020.json")], OWNER)
    posts = snapshot.posts
    assert len(posts) == 12
    assert all(post.own and post.text for post in posts)
    assert (posts[0].id, posts[0].time) == ("B7eUksNFA-K", datetime(2020, 1, 18, 20, 9, 56, tzinfo=UTC))
    assert posts[2].text.startswith("Bumped into a buddy on #theBowery #today ...")
    assert {post.audience for post in posts} == {Audience.UNKNOWN}
    assert len(snapshot.images) == 9 + 5 + 3 + 2  # nine posts with one picture, three to leaf through
    assert Part.POSTS not in snapshot.read


def test_the_same_post_has_the_same_id_in_every_generation(pages: Path) -> None:
    (post,) = INSTAGRAM.parse([saved(pages / "media_info_v1_carousel.json")], None).posts
    assert (post.id, post.url) == ("CAnqPB-Jzcj", "https://www.instagram.com/p/CAnqPB-Jzcj/")
    assert post.time == datetime(2020, 5, 25, 17, 44, 54, tzinfo=UTC)
    assert post.audience is Audience.PUBLIC
    bare = {
        "items": [
            {"pk": 2317006284167526179, "code": "CAnqPB-Jzcj", "media_type": 8, "user": {"pk": 305701719}}
        ]
    }
    again = Visit(
        None, responses=(Response("bare.json", "application/json", str(bare).replace("'", '"').encode()),)
    )
    both = INSTAGRAM.parse([again, saved(pages / "media_info_v1_carousel.json")], None)
    assert [one.id for one in both.posts] == ["CAnqPB-Jzcj"]
    assert len(both.images) == 3


def test_the_home_feed_is_nobodys_own_posts_even_where_the_owner_is_in_it(pages: Path) -> None:
    visit = saved(pages / "home_feed_v1_2022.json")
    for account in (None, OWNER, an_account("marvel", "1")):
        snapshot = INSTAGRAM.parse([visit], account)
        assert (snapshot.posts, snapshot.images, snapshot.connections) == ((), (), ())
        assert [gap.reason for gap in snapshot.gaps if gap.part is Part.POSTS] == [NO_POSTS]
    assert INSTAGRAM.parse([visit], None).owner.handle is None


def test_both_forms_of_the_account_answer_say_the_same_of_its_owner(pages: Path) -> None:
    today = INSTAGRAM.parse([saved(pages / "web_profile_info_2022.json")], None)
    older = INSTAGRAM.parse([saved(pages / "users_info_v1_2021.json")], None)
    for snapshot in (today, older):
        assert (snapshot.owner.name, snapshot.owner.handle) == (
            "Robert Downey Jr. Official",
            "robertdowneyjr",
        )
        assert [(one.name, one.value, one.highest) for one in snapshot.settings] == [
            ("private_account", "Public", "Private")
        ]
        assert [image.role for image in snapshot.images] == [ImageRole.AVATAR]
        assert snapshot.read == (Part.BIO, Part.CONTACT)
    assert today.owner.bio == "Get involved: @officialfootprintcoalition 🌎🙏"
    assert today.owner.facts == (Fact("Category", "Artist"),)
    assert older.owner.links == ("http://www.swau.com/RDJ",)


def test_whom_the_owner_follows_is_read_and_the_rest_of_the_list_is_a_gap(pages: Path) -> None:
    snapshot = INSTAGRAM.parse([saved(pages / "graphql_following_2020.json")], OWNER)
    assert len(snapshot.connections) == 24
    assert snapshot.connections[0] == Connection(
        "70000001",
        "Sample Person 01",
        "sample_person_01",
        "following",
        url="https://www.instagram.com/sample_person_01/",
    )
    assert 31 in [gap.count for gap in snapshot.gaps if gap.part is Part.CONNECTIONS]


def test_a_private_profile_seen_by_a_stranger_is_private_and_others_posts_are_not_its_owners(
    pages: Path,
) -> None:
    visit = saved(pages / "profile_private_shareddata_synthetic.html")
    snapshot = INSTAGRAM.parse([visit], None)
    assert INSTAGRAM.signed_out(visit)
    assert [(one.name, one.value) for one in snapshot.settings] == [("private_account", "Private")]
    assert [(post.id, post.own, post.author) for post in snapshot.posts] == [
        ("ABC123", False, "jc"),
        ("XYZ789", False, "jc"),
    ]
    assert Part.POSTS not in snapshot.read
    assert [image.role for image in snapshot.images] == [ImageRole.AVATAR]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("signin_home_loggedout.html", LOGIN),
        ("auth_challenge_page.html", PROOF),
        ("auth_challenge.json", PROOF),
        ("auth_send-email.json", PROOF),
        ("auth_login-error.json", REFUSED),
        ("auth_login-generic-errors.json", REFUSED),
    ],
)
def test_a_wall_is_a_gap_in_everything_and_never_an_empty_profile(
    pages: Path, name: str, reason: str
) -> None:
    visit = saved(pages / name)
    snapshot = INSTAGRAM.parse([visit], OWNER)
    assert INSTAGRAM.recognise(visit)
    assert [gap.reason for gap in snapshot.gaps if gap.part is Part.OTHER] == [reason]
    assert snapshot.read == ()
    assert snapshot.owner.bio is None
    assert snapshot.posts == ()


@pytest.mark.parametrize(
    "name",
    [
        "profile_signedin_shareddata_2020.html",
        "graphql_timeline_media_2020.json",
        "media_info_v1_carousel.json",
        "signin_home_loggedout.html",
    ],
)
def test_what_was_cut_short_never_raises_and_never_counts_as_read(pages: Path, name: str) -> None:
    body = (pages / name).read_bytes()
    for end in range(0, len(body), 997 * max(1, len(body) // 15_000)):
        text = body[:end].decode("utf-8", "replace")
        page = Visit(None, (Document(name, text),))
        lone = Visit(None, responses=(Response(name, "application/json", body[:end]),))
        visit = page if name.endswith("html") else lone
        INSTAGRAM.recognise(visit)
        assert Part.POSTS not in INSTAGRAM.parse([visit], OWNER).read
