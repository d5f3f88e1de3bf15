"""Real answers that hold little or nothing of a profile, each alone: what they yield, or that it is nothing.

And that no real sample lies unread: each is named in some test.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from saved.recordings import har_of_cassette
from saved.test_people_told_apart import Listener

from selfaudit.errors import ImportFailed
from selfaudit.model.snapshot import Owner, Snapshot
from selfaudit.model.vocabulary import Audience, Lens, Part
from selfaudit.samples import amounts
from selfaudit.saved import import_pages

SWITCHES = {
    "follow_requests": "Only people you approve",
    "discoverable": "Off",
    "search_engines": "Included",
}


@pytest.fixture
def pages(shared: Path) -> Path:
    return shared / "samples/pages"


def imported(folder: Path, file: Path, listener: Listener | None = None) -> Snapshot:
    (snapshot,) = import_pages([file], folder / "media", listener or Listener())
    return snapshot


def recorded(folder: Path, cassette: Path) -> Snapshot:
    return imported(folder, har_of_cassette(cassette, folder / "answers.har"))


def held(snapshot: Snapshot) -> dict[str, int]:
    """How much of each part there is, the parts of which there is nothing left out."""
    return {part.value: amount for part, amount in amounts(snapshot).items() if amount}


def values(snapshot: Snapshot) -> dict[str, str | None]:
    return {setting.name: setting.value for setting in snapshot.settings}


def test_mastodons_own_account_alone_proves_its_owner_and_tells_seven_switches(
    pages: Path, tmp_path: Path
) -> None:
    snapshot = recorded(tmp_path, pages / "mastodon/test_verify_credentials.yaml")
    assert (snapshot.owner.handle, snapshot.owner.bio) == ("mastodonpy_test", "")
    assert (snapshot.owner.lenses, held(snapshot)) == ((Lens.OWNER,), {"settings": 7})
    assert values(snapshot) == SWITCHES | {
        "quotes": "Anyone",
        "default_audience": "Everyone",
        "follow_lists": "Everyone",
        "indexable": "Not included",
    }
    # The account counts no posts and nobody; comments and pictures it cannot count.
    assert set(snapshot.read) == {Part.BIO, Part.CONTACT, Part.SETTINGS, Part.POSTS, Part.CONNECTIONS}


def test_a_mastodon_post_names_its_writer_and_proves_nobody(pages: Path, tmp_path: Path) -> None:
    snapshot = recorded(tmp_path, pages / "mastodon/test_status_post_None-public.yaml")
    assert (snapshot.owner.handle, snapshot.owner.name) == ("mastodonpy_test", "John Lennon")
    assert (snapshot.owner.bio, snapshot.owner.lenses) == ("I walk funny", ())
    assert [(post.id, post.own, post.text, post.audience) for post in snapshot.posts] == [
        ("117020585924712638", True, "Toot!", Audience.PUBLIC)
    ]
    assert held(snapshot) == {"bio": 1, "posts": 1, "images": 2, "settings": 5}
    assert values(snapshot) == SWITCHES | {"follow_lists": "Hidden", "indexable": "Included"}
    assert Part.POSTS not in snapshot.read


def test_a_bluesky_profile_record_holds_the_words_and_not_whose_they_are(pages: Path, tmp_path: Path) -> None:
    snapshot = imported(tmp_path, pages / "bluesky/record_actor.bsky.json")
    assert snapshot.owner == Owner(
        "Martin Smith", bio="this is my bio", links=("https://example.com/martin",)
    )
    assert (held(snapshot), snapshot.read) == ({"bio": 1, "contact": 1}, ())


def test_a_bluesky_quote_gives_its_own_words_and_neither_the_quoted_ones_nor_their_picture(
    pages: Path, tmp_path: Path
) -> None:
    snapshot = imported(tmp_path, pages / "bluesky/record_quote_with_image.bsky.json")
    assert snapshot.owner.handle == "did:plc:user"
    assert [(post.id, post.own, post.text) for post in snapshot.posts] == [
        ("quote-post-tid", True, "I hereby quote")
    ]
    assert (held(snapshot), snapshot.read) == ({"posts": 1}, ())


def test_a_discourse_answer_about_badges_gives_the_account_and_counts_the_posts_that_are_missing(
    pages: Path, tmp_path: Path
) -> None:
    snapshot = imported(tmp_path, pages / "discourse/user_badges.json")
    assert (snapshot.owner.handle, snapshot.owner.name) == ("test_user", "Test User")
    assert (snapshot.owner.emails, snapshot.owner.bio) == (("batman@gotham.com",), None)
    assert held(snapshot) == {"contact": 1, "images": 1}
    assert [gap.count for gap in snapshot.gaps if gap.part is Part.POSTS] == [12 + 3]
    assert snapshot.read == ()


def test_a_youtube_answer_that_resolves_an_address_is_told_to_show_nothing(
    pages: Path, tmp_path: Path
) -> None:
    listener = Listener()
    snapshot = imported(tmp_path, pages / "youtube/resolve_url.json", listener)
    assert (snapshot.owner, held(snapshot), snapshot.read) == (Owner(shown=()), {}, ())
    assert [line[:56] for line in listener.unread] == [
        "Not read: resolve_url.json shows nothing of a profile: i"
    ]
    assert {Part.POSTS, Part.BIO, Part.CONNECTIONS} <= {gap.part for gap in snapshot.gaps}


def test_reddits_own_account_proves_its_owner_and_shows_no_posts(pages: Path, tmp_path: Path) -> None:
    snapshot = recorded(tmp_path, pages / "reddit/TestUser.test_me__bypass_cache.json")
    assert (snapshot.owner.handle, snapshot.owner.bio) == ("<USERNAME>", None)
    assert snapshot.proof == "Reddit's own data named u/<USERNAME> as the account that was signed in."
    assert (values(snapshot), snapshot.posts) == ({"search_engines": "Included"}, ())
    assert snapshot.read == ()


def test_instagrams_yes_to_a_sign_in_is_nothing_of_a_profile(pages: Path, tmp_path: Path) -> None:
    with pytest.raises(ImportFailed, match=r"login-success\.json is not a page of a site"):
        imported(tmp_path, pages / "instagram/auth_login-success.json")


def test_every_real_sample_is_named_in_some_test(pages: Path) -> None:
    tests = Path(__file__).parents[1]
    written = "\n".join(file.read_text("utf-8") for file in tests.rglob("*.py"))
    unread = [
        file.name for file in pages.rglob("*.*") if file.name != "README.md" and file.stem not in written
    ]
    assert unread == []
