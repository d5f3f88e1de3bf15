"""Facebook's real pages: two logged-out ones of 2023 and two old signed-in ones of 2021.

The numbers were counted in the files by hand, apart from the reader.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from meta_pages import saved

from selfaudit.model.snapshot import Fact, Post
from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part
from selfaudit.platforms.facebook import FACEBOOK
from selfaudit.platforms.facebook.parse import DAMAGED, MORE_POSTS

OWNER = "100028295814975"


@pytest.fixture
def pages(shared: Path) -> Path:
    return shared / "samples/pages/facebook"


def test_a_logged_out_page_in_polish_is_read_by_names_and_not_by_words(pages: Path) -> None:
    visit = saved(pages / "profile_loggedout_2023_a.html")
    snapshot = FACEBOOK.parse([visit], None)
    assert FACEBOOK.recognise(visit)
    assert FACEBOOK.signed_out(visit)
    assert FACEBOOK.viewer(visit) is None
    (post,) = snapshot.posts
    assert post.text.startswith("MENU   17  STYCZNIA\n")
    assert post.text.endswith("DESERY \nNALEŚNIKI Z DŻEMEM 15 ZŁ")
    assert replace(post, text="", url=None) == Post(
        id="1054930068793510",
        time=datetime(2023, 1, 16, 19, 26, 11, tzinfo=UTC),
        audience=Audience.PUBLIC,
    )
    assert "pfbid0L45BV7SFeSH8Gc3SQvCLHC2VUwqPc7bYtJB7kh1EN12T2uBYXYFx7BLDqoGLjDNjl" in (post.url or "")


def test_the_owner_and_the_cards_of_a_logged_out_page_are_read(pages: Path) -> None:
    snapshot = FACEBOOK.parse([saved(pages / "profile_loggedout_2023_a_photo.html")], None)
    owner = snapshot.owner
    assert (owner.name, owner.handle) == ("Pół Żartem Pół Serio", OWNER)
    assert owner.url == f"https://www.facebook.com/profile.php?id={OWNER}"
    assert owner.bio == "slow bistro, slow catering mg, catering kuchnie świata"
    assert owner.emails == ("biuro@catering-mg.pl",)
    assert owner.phones == ("735 915 100",)
    assert owner.links == ("http://www.catering-mg.pl/",)
    assert len(owner.facts) == 7
    assert Fact("Address", "Wlodarzewska 58S, Warsaw, Poland", (Lens.PUBLIC,)) in owner.facts


def test_the_photo_of_a_post_and_the_owners_grid_are_one_set_of_pictures(pages: Path) -> None:
    visit = saved(pages / "profile_loggedout_2023_a_photo.html")
    name = "324664178_697242131899053_5170232909577886640_n.jpg"
    kept = {f"https://cdn.example/files/{name}": "media/a.jpg"}
    snapshot = FACEBOOK.parse([replace(visit, media=kept)], None)
    roles = [image.role for image in snapshot.images]
    assert roles == [ImageRole.AVATAR, ImageRole.BANNER] + [ImageRole.PHOTO] * 9
    of_post = [(image.id, image.file) for image in snapshot.images if image.post]
    assert of_post == [("1053189592300891", "media/a.jpg")]
    assert snapshot.posts[0].images == ("media/a.jpg",)
    assert snapshot.posts[0].text == "Nasza nowość sałatka z warzyw korzennych \nz avocado i hummusem"


def test_both_pages_together_are_one_account_with_two_posts_and_not_said_to_be_whole(pages: Path) -> None:
    visits = [saved(pages / f"profile_loggedout_2023_{name}.html") for name in ("a", "a_photo")]
    snapshot = FACEBOOK.parse(visits, None)
    assert [post.id for post in snapshot.posts] == ["1054930068793510", "1053189635634220"]
    assert snapshot.read == (Part.BIO, Part.CONTACT)
    assert [gap.reason for gap in snapshot.gaps if gap.part is Part.POSTS] == [MORE_POSTS]


def test_somebody_elses_page_gives_nothing_to_a_proven_account(pages: Path) -> None:
    visit = saved(pages / "profile_loggedout_2023_a.html")
    me = FACEBOOK.viewer(saved(pages / "facebook.mbasic.about.html"))
    snapshot = FACEBOOK.parse([visit], me)
    assert snapshot.owner.bio is None
    assert (snapshot.posts, snapshot.images, snapshot.owner.emails) == ((), (), ())


def test_an_old_about_page_names_its_signed_in_owner_and_all_they_say(pages: Path) -> None:
    visit = saved(pages / "facebook.mbasic.about.html")
    viewer, owner = FACEBOOK.viewer(visit), FACEBOOK.parse([visit], None).owner
    assert viewer is not None
    assert (viewer.handle, viewer.id, viewer.name) == ("snarfed.org", "212038", "Ryan Barrett")
    assert (owner.name, owner.handle) == ("Ryan Barrett", "snarfed.org")
    assert owner.bio == "No longer here. Follow me on snarfed.org!\nfoo bar"
    assert owner.emails == ("facebook@ryanb.org",)
    assert owner.links == ("https://snarfed.org/", "https://foo.bar/")
    assert {fact.name: fact.value for fact in owner.facts} == {
        "Current City": "San Francisco, California",
        "Address": "San Francisco, CA, United States",
        "Facebook": "/snarfed.org",
        "Birthday": "October 1, 1980",
        "Gender": "Male",
        "Anniversary": "October 6, 2012",
    }


def test_an_old_timeline_tells_the_audience_and_no_moment_without_its_zone(pages: Path) -> None:
    visit = saved(pages / "facebook.mbasic.profile.html")
    posts = FACEBOOK.parse([visit], None).posts
    assert [(post.id, post.audience, post.own, post.time) for post in posts] == [
        ("123", Audience.PUBLIC, True, None),
        ("456", Audience.PRIVATE, True, None),
    ]
    assert posts[0].text.startswith("Checking another side project off my list.")
    assert posts[1].links == ("https://di5.us/b/Y4?",)


@pytest.mark.parametrize("name", ["profile_loggedout_2023_a.html", "facebook.mbasic.about.html"])
def test_a_page_that_was_cut_short_never_raises_and_never_says_that_it_read_the_posts(
    pages: Path, name: str
) -> None:
    html = (pages / name).read_text(encoding="utf-8")
    for end in range(0, len(html), 9973 * max(1, len(html) // 150_000)):
        visit = Visit(None, (Document(name, html[:end]),))
        snapshot = FACEBOOK.parse([visit], None)
        FACEBOOK.recognise(visit)
        assert Part.POSTS not in snapshot.read
        assert any(gap.part is Part.POSTS for gap in snapshot.gaps)


def test_a_page_that_was_cut_within_its_data_says_so(pages: Path) -> None:
    html = (pages / "profile_loggedout_2023_a.html").read_text(encoding="utf-8")
    cut = Visit(None, (Document("a.html", html[: html.index('"post_id"') + 200]),))
    assert DAMAGED in [gap.reason for gap in FACEBOOK.parse([cut], None).gaps]
    assert FACEBOOK.parse([cut], None).posts == ()
