"""A site may be named as people call it, by an address of it, and with a slip of the finger."""

from __future__ import annotations

from collections import Counter

import pytest
from commands import Run

from selfaudit.choosing import ids_of, live_platform, platform_of, root_address
from selfaudit.platforms import PLATFORMS

CALLED = [
    ("twitter", "x"),
    ("Twitter", "x"),
    ("twitter.com", "x"),
    ("https://x.com/me", "x"),
    ("insta", "instagram"),
    ("fb", "facebook"),
    ("m.facebook.com", "facebook"),
    ("youtube.com", "youtube"),
    ("https://www.youtube.com/@me", "youtube"),
    ("You Tube", "youtube"),
    ("youtu.be", "youtube"),
    ("uk.linkedin.com/in/me", "linkedin"),
    ("pinterest.co.uk", "pinterest"),
    ("bsky.app", "bluesky"),
    ("mastodon.social", "mastodon"),
    ("wordpress", "blog"),
    ("alex.wordpress.com", "blog"),
    ("alex.blogspot.com", "blog"),
    ("blogger", "blog"),
    ("phpbb", "forum"),
    ("message board", "forum"),
    ("slideshare.net", "documents"),
]


@pytest.mark.parametrize(("called", "platform"), CALLED)
def test_people_name_sites_as_they_call_them(run: Run, called: str, platform: str) -> None:
    found = platform_of(called)
    assert found is not None
    assert found.id == platform
    assert run("import", "--how", called).out == run("import", "--how", platform).out


@pytest.mark.parametrize(
    "word", ["", "x.example.org", "facebook.com.example.org", "schoolforum.example", "myblog.example", "."]
)
def test_what_only_looks_like_a_sites_name_names_none(word: str) -> None:
    assert platform_of(word) is None


def test_no_name_is_given_to_two_platforms() -> None:
    names = Counter(name for one in PLATFORMS for name in (one.id, *one.also))
    assert {name: count for name, count in names.items() if count > 1 or name != name.casefold()} == {}


def test_a_site_named_under_two_names_is_audited_once() -> None:
    assert ids_of(["twitter", "x", "fb", "x.com"]) == ("x", "facebook")


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("twiter", "twitter"),
        ("facebok", "facebook"),
        ("wordpres", "wordpress"),
        ("instgram.com", "instagram"),
        ("lnkedin", "linkedin"),
    ],
)
@pytest.mark.parametrize("command", [("import", "--how"), ("capture", "--yes"), ("audit", "--yes")])
def test_a_slip_is_answered_with_what_was_meant(
    run: Run, command: tuple[str, str], slip: str, meant: str
) -> None:
    said = run(*command, slip)
    assert said.code == 2
    assert said.err.splitlines()[-1].endswith(f"Did you mean {meant}?")


@pytest.mark.parametrize(
    "site", ["facebook", "fb", "m.facebook.com", "facebook.com/me", "https://www.facebook.com/me"]
)
def test_a_sites_own_name_in_its_place_leads_home(site: str) -> None:
    assert root_address(*live_platform("fb"), site) == "https://www.facebook.com"
