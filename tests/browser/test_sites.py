"""Which addresses are the site's own, and how fast it is walked."""

from __future__ import annotations

import random

import pytest

from selfaudit.browser.pace import AT_ONCE, Pace, pace_for
from selfaudit.browser.signals import LedAway
from selfaudit.browser.sites import Site, site_at
from selfaudit.errors import CaptureError


@pytest.mark.parametrize(
    ("root", "address"),
    [
        ("https://www.example.org", "https://www.example.org/alex"),
        ("https://www.example.org", "https://example.org/alex"),
        ("https://www.example.org", "https://settings.example.org/privacy?x=1#top"),
        ("https://www.example.org", "https://www.example.org:443/alex"),
        ("http://127.0.0.1:8081", "http://127.0.0.1:8081/wp-admin/"),
        ("http://blog.example.org", "https://blog.example.org/"),
    ],
)
def test_the_sites_own_addresses_are_held(root: str, address: str) -> None:
    assert site_at(root).holds(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org.evil.test/",
        "https://notexample.org/",
        "https://evil.test/?u=https://www.example.org/",
        "https://www.example.org@evil.test/",
        "https://alex:pass@www.example.org/",
        "https://evil.test\\.example.org/",
        "https://evil.test\t.example.org/",
        "http://www.example.org/",
        "https://www.example.org:8443/",
        "ftp://www.example.org/",
        "javascript:alert(1)",
        "data:text/html,hello",
        "file:///etc/passwd",
        "https://[broken/",
        "https://www.example.org:99999/",
        "",
    ],
)
def test_addresses_that_only_look_like_the_sites_are_not_held(address: str) -> None:
    assert not site_at("https://www.example.org").holds(address)


def test_numbers_have_nothing_below_them_and_other_ports_are_other_sites() -> None:
    site = site_at("http://127.0.0.1:8081")
    held = [
        address
        for address in ("http://1.127.0.0.1:8081/", "http://127.0.0.1:8082/", "http://localhost:8081/")
        if site.holds(address)
    ]
    assert held == []


def test_hosts_that_the_platform_names_belong_to_the_site() -> None:
    site = site_at("https://bsky.example", hosts=("host.example",))
    assert site.holds("https://pds.host.example/xrpc/getRecord")
    assert not site.holds("https://badhost.example/")


def test_addresses_are_made_whole_and_safe() -> None:
    site = site_at("https://www.example.org")
    assert site.address("/alex") == "https://www.example.org/alex"
    assert site.address("http://www.example.org/alex") == "https://www.example.org/alex"
    with pytest.raises(LedAway, match=r"was not on example\.org"):
        site.address("//evil.test/alex")


@pytest.mark.parametrize(
    ("given", "root"),
    [
        ("https://blog.example.org/", "https://blog.example.org"),
        ("blog.example.org/me/", "https://blog.example.org/me"),
        ("127.0.0.1:8081", "http://127.0.0.1:8081"),
        ("localhost:8081/", "http://localhost:8081"),
        ("http://blog.example.org/?a=1#b", "http://blog.example.org/"),
    ],
)
def test_a_site_may_be_named_as_people_do(given: str, root: str) -> None:
    assert site_at(given).root == root.rstrip("/")


@pytest.mark.parametrize(
    "given", ["", "https://", "ftp://example.org", "https://a b.example", "http://x:y@z.example"]
)
def test_what_is_no_address_is_told_in_one_sentence(given: str) -> None:
    with pytest.raises(CaptureError, match="is not the address of a site"):
        site_at(given)


@pytest.mark.parametrize(
    ("root", "here"),
    [
        ("http://127.0.0.1:8081", True),
        ("http://127.1.2.3", True),
        ("http://localhost:3000", True),
        ("http://practice.localhost:3000", True),
        ("http://[::1]:8000", True),
        ("https://www.facebook.com", False),
        ("http://192.168.1.5", False),
        ("https://localhost.example.org", False),
        ("https://127.0.0.1.example.org", False),
    ],
)
def test_only_this_computers_own_sites_are_walked_at_once(root: str, here: bool) -> None:
    assert Site(root).on_this_computer is here
    assert (pace_for(Site(root)) == AT_ONCE) is here


def test_the_pace_elsewhere_is_a_persons_and_never_twice_the_same() -> None:
    pace = Pace(draw=random.Random(7))  # noqa: S311 - only a pace
    pages, scrolls = ([wait() for _ in range(50)] for wait in (pace.before_page, pace.before_scroll))
    assert min(pages) >= 2
    assert max(pages) <= 5
    assert min(scrolls) >= 0.8
    assert len(set(pages)) == len(set(scrolls)) == 50
    assert AT_ONCE.before_page() == AT_ONCE.before_scroll() == 0
