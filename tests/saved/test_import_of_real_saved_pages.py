"""The door on pages and answers that nobody here wrote. Numbers are counted from the files by other means."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from saved.recordings import har_of_cassette

from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, Door, ImageRole, Lens, Part, PostKind
from selfaudit.saved import import_pages


def the_one(tmp_path: Path, *files: Path) -> Snapshot:
    (snapshot,) = import_pages(files, tmp_path / "media", Silent())
    assert snapshot.door is Door.PAGES
    return snapshot


@pytest.fixture
def pages(shared: Path) -> Path:
    return shared / "samples" / "pages"


def test_a_bluesky_profile_saved_while_signed_out(pages: Path, tmp_path: Path) -> None:
    file = pages / "bluesky" / "profile_loggedout_rendered.html"
    html, snapshot = file.read_text("utf-8"), the_one(tmp_path, file)
    handle = "stephenking.bsky.social"
    own = [post for post in snapshot.posts if post.own]
    assert (snapshot.platform, snapshot.owner.handle, snapshot.owner.name) == (
        "bluesky",
        handle,
        "Stephen King",
    )
    assert snapshot.owner.bio == "Writer"
    assert len(own) == html.count(f'data-testid="feedItem-by-{handle}"') == 26
    assert {post.id for post in own} == set(re.findall(rf'href="/profile/{handle}/post/(\w+)"', html))
    reposts = [(post.author, post.text) for post in snapshot.posts if post.kind is PostKind.REPOST]
    assert reposts == [
        (f"sampleperson{number}.bsky.social", "Sample reposted text by somebody else") for number in (3, 5)
    ]
    assert all(post.lenses == (Lens.PUBLIC,) and post.audience is Audience.PUBLIC for post in snapshot.posts)
    # The page's own label says "January 26, 2026 at 7:50 PM", in a zone that it does not name.
    assert own[0].time == datetime(2026, 1, 26, 18, 50, 47, 802000, UTC)


def test_words_quoted_from_others_are_not_in_own_posts(pages: Path, tmp_path: Path) -> None:
    snapshot = the_one(tmp_path, pages / "bluesky" / "profile_loggedout_rendered.html")
    (quoting,) = [post for post in snapshot.posts if post.id == "3mcjx2ckdos2j"]
    assert quoting.text == (
        "290 days until the midterms.\nWe can do that.\nThen, the results are good,  impeach Trump."
    )


def test_only_the_pictures_of_own_posts_are_taken_from_a_bluesky_page(pages: Path, tmp_path: Path) -> None:
    file = pages / "bluesky" / "profile_loggedout_rendered.html"
    shown = re.findall(r'src="(https://cdn.bsky.app/img/feed_[^"]+)"', file.read_text("utf-8"))
    own = [address for address in shown if "/did:plc:h7obn4tkp47wn7gqh4oe5eij/" in address]
    snapshot = the_one(tmp_path, file)
    found = [image.url for image in snapshot.images if image.role is ImageRole.PHOTO]
    assert len(shown) == 3
    assert found == own


def test_what_a_saved_profile_does_not_hold_is_a_gap(pages: Path, tmp_path: Path) -> None:
    snapshot = the_one(tmp_path, pages / "bluesky" / "profile_loggedout_rendered.html")
    gaps = {(gap.part, gap.lens): gap.count for gap in snapshot.gaps}
    assert gaps == {
        (Part.POSTS, Lens.PUBLIC): 329 - 26,
        (Part.CONNECTIONS, Lens.PUBLIC): 1101177,
        (Part.COMMENTS, None): None,
        (Part.IMAGES, None): None,
        (Part.SETTINGS, None): None,
        (Part.OTHER, Lens.OWNER): None,
    }


def test_bluesky_answers_of_one_account_join(pages: Path, tmp_path: Path) -> None:
    folder = pages / "bluesky"
    names = ("getProfile_synthetic.json", "getAuthorFeed_synthetic.json")
    snapshot = the_one(tmp_path, *(folder / name for name in names))
    assert (snapshot.owner.handle, snapshot.owner.bio) == ("alice.com", "hi there")
    (post,) = snapshot.posts
    assert (post.text, post.own, post.time) == (
        "My original post",
        True,
        datetime(2007, 7, 7, 3, 4, 5, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("name", "bio", "switches"),
    [
        (
            "test_account",
            "",
            {"follow_requests": "Only people you approve", "default_audience": "Everyone"},
        ),
        (
            "test_account_update_credentials_source_and_privacy",
            "I walk funny",
            {
                "follow_lists": "Hidden",
                "indexable": "Included",
                "default_audience": "Everyone, but kept out of timelines (quiet public)",
            },
        ),
    ],
)
def test_a_recording_of_a_real_mastodon_server(
    pages: Path, tmp_path: Path, name: str, bio: str, switches: dict[str, str]
) -> None:
    har = har_of_cassette(pages / "mastodon" / f"{name}.yaml", tmp_path / f"{name}.har")
    snapshot = the_one(tmp_path, har)
    assert (snapshot.platform, snapshot.owner.handle) == ("mastodon", "mastodonpy_test")
    assert (snapshot.owner.bio, snapshot.owner.lenses) == (bio, (Lens.OWNER,))
    assert snapshot.site == "http://localhost:3000"
    assert "mastodonpy_test" in (snapshot.proof or "")
    found = {setting.name: setting.value for setting in snapshot.settings}
    assert found.items() >= switches.items()
    assert len(found) == 7
    assert all(setting.highest and setting.where and setting.url for setting in snapshot.settings)


def test_statuses_of_a_real_mastodon_server_carry_their_audience(pages: Path, tmp_path: Path) -> None:
    cassette = pages / "mastodon" / "test_account_pinned.yaml"
    status = r'"id":"(\d+)","created_at":"[^"]+","in_reply_to_id"'
    numbers = set(re.findall(status, cassette.read_text("utf-8")))
    snapshot = the_one(tmp_path, har_of_cassette(cassette, tmp_path / "pinned.har"))
    assert {post.id for post in snapshot.posts} == numbers
    assert {(post.text, post.own, post.audience) for post in snapshot.posts} == {
        ("Toot!", True, Audience.PUBLIC),
        ("Toot, too!", True, Audience.PUBLIC),
    }
    assert {image.role for image in snapshot.images} == {ImageRole.AVATAR, ImageRole.BANNER}
    assert snapshot.owner.name == "John Lennon"
    facts = [(fact.name, fact.value) for fact in snapshot.owner.facts]
    assert facts == [("bread", "toasty."), ("lasagna", "no!!!")]


def test_mastodon_preferences_alone_tell_one_switch(pages: Path, tmp_path: Path) -> None:
    snapshot = the_one(
        tmp_path, har_of_cassette(pages / "mastodon" / "test_preferences.yaml", tmp_path / "preferences.har")
    )
    assert [(setting.name, setting.highest) for setting in snapshot.settings] == [
        ("default_audience", "Followers only")
    ]
    assert snapshot.owner.handle is None


def test_a_mastodon_account_with_its_statuses(pages: Path, tmp_path: Path) -> None:
    file = pages / "mastodon" / "account_and_statuses_synthetic.json"
    statuses = json.loads(file.read_text("utf-8"))["statuses"]
    snapshot = the_one(tmp_path, file)
    (post,) = snapshot.posts
    # The third is somebody else's boost of the first.
    own = {status["id"] for status in statuses if status["account"]["acct"] == "snarfed"}
    assert {post.id} == own
    assert (post.text, post.time) == ("foo ☕ bar", datetime(2019, 7, 29, 18, 35, 53, 446000, UTC))
    assert (snapshot.owner.name, snapshot.owner.bio) == ("Ryan Barrett", "my note")
    assert snapshot.owner.links == ("https://snarfed.org",)


def test_a_wordpress_post_with_its_author(pages: Path, tmp_path: Path) -> None:
    snapshot = the_one(tmp_path, pages / "wordpress" / "post_techcrunch.html")
    assert (snapshot.platform, snapshot.site) == ("blog", "https://techcrunch.com")
    assert (snapshot.owner.name, snapshot.owner.handle) == ("Frederic Lardinois", "frederic-lardinois")
    (post,) = snapshot.posts
    assert (post.id, post.own) == ("1260914", True)
    assert post.time == datetime(2016, 1, 12, 17, 0, 44, tzinfo=UTC)
    assert (post.audience, post.lenses) == (Audience.PUBLIC, (Lens.PUBLIC,))
    assert post.text.startswith("HackerRank Makes Technical Recruiting More Transparent\nRecruiting software")
    assert "https://www.hackerrank.com/jobs" in post.links
    assert len(snapshot.images) == 2
    assert Part.CONNECTIONS in snapshot.lacks


def test_a_wordpress_post_of_which_only_a_summary_is_marked_up(pages: Path, tmp_path: Path) -> None:
    snapshot = the_one(tmp_path, pages / "wordpress" / "post_bfi.html")
    (post,) = snapshot.posts
    assert (post.id, post.url) == ("20581", "https://bfi.uchicago.edu/podcast/the-big-tech-threat/")
    assert post.text.startswith("The Big Tech Threat?\nThe expanding market influence")
    assert any(gap.part is Part.POSTS and "summary" in gap.reason for gap in snapshot.gaps)


def test_wordpress_com_tells_the_owner_about_themselves(pages: Path, tmp_path: Path) -> None:
    snapshot = the_one(tmp_path, pages / "wordpress" / "wpcom_me_settings.json")
    owner = snapshot.owner
    assert (owner.handle, owner.name, owner.bio) == (
        "jimthetester",
        "Jim Tester",
        "Happy go lucky kind of tester.",
    )
    assert (owner.emails, owner.links) == (("jimthetester@thetestemail.org",), ("http://jimthetester.blog",))
    assert owner.lenses == (Lens.OWNER,)


def test_a_blogger_post(pages: Path, tmp_path: Path) -> None:
    file = pages / "blogger" / "post_blogger_custom_domain.html"
    snapshot = the_one(tmp_path, file)
    (post,) = snapshot.posts
    assert (post.id, post.time) == ("5559385297023483156", datetime(2024, 2, 3, 20, 38, tzinfo=UTC))
    assert post.text.startswith("A good enough map\nI\N{RIGHT SINGLE QUOTATION MARK}m often asked whether")
    assert (snapshot.owner.name, snapshot.owner.handle) == ("swardley", "04702421918430488600")
    body = file.read_text("utf-8").partition('class="post-body')[2].partition('class="post-footer')[0]
    assert len(snapshot.images) == body.count("<img ")


def test_pages_of_several_accounts_make_a_snapshot_each(pages: Path, tmp_path: Path) -> None:
    files = [
        pages / "bluesky" / "profile_loggedout_rendered.html",
        pages / "wordpress" / "post_techcrunch.html",
        pages / "mastodon" / "account_and_statuses_synthetic.json",
    ]
    found = import_pages(files, tmp_path / "media", Silent())
    assert {(snapshot.platform, snapshot.owner.handle) for snapshot in found} == {
        ("bluesky", "stephenking.bsky.social"),
        ("blog", "frederic-lardinois"),
        ("mastodon", "snarfed"),
    }
