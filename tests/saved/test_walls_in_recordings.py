"""Recordings in which the site refused: each refusal of its own is told, and no other failure."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from recordings import a_har, an_entry

from selfaudit.errors import ImportFailed
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.vocabulary import Part
from selfaudit.saved import import_pages

LINKEDIN = "https://www.linkedin.com/in/sample-worker"
REFUSED = "LinkedIn refused the browser (HTTP 999)"
PAGE = "text/html; charset=utf-8"


def read(tmp_path: Path, *entries: dict[str, Any]) -> tuple[Snapshot, ...]:
    return import_pages([a_har(tmp_path / "pages.har", *entries)], tmp_path / "media", Silent())


def asked_for(entry: dict[str, Any], **headers: str) -> dict[str, Any]:
    told = [{"name": name.replace("_", "-").title(), "value": value} for name, value in headers.items()]
    return {**entry, "request": {**entry["request"], "headers": told}}


def refusals(snapshot: Snapshot) -> list[Gap]:
    said = ("HTTP", "too much", "sign-in", "no such page", "proof", "guard", "legal", "fault")
    return [gap for gap in snapshot.gaps if any(word in gap.reason for word in said)]


def why_not(tmp_path: Path, *entries: dict[str, Any]) -> str:
    """The sentence with which an import of these says that nothing could be read."""
    with pytest.raises(ImportFailed) as failed:
        read(tmp_path, *entries)
    return failed.value.sentence.removeprefix("Nothing could be read: pages.har shows nothing of a profile: ")


@pytest.mark.parametrize("body", ["", "<html><script>window.location='/authwall'</script></html>"])
def test_a_recording_in_which_linkedin_refused_everything_says_so(tmp_path: Path, body: str) -> None:
    pages = [an_entry(f"{LINKEDIN}{path}", body, PAGE, status=999) for path in ("/", "/recent-activity/all/")]
    data = an_entry("https://www.linkedin.com/voyager/api/identity/profiles/x", body, status=999)
    said = why_not(tmp_path, *({**page, "pageref": page["request"]["url"]} for page in pages), data)
    assert said.startswith(REFUSED)
    assert "more file" not in said


@pytest.mark.parametrize(
    ("url", "status", "reason"),
    [
        ("https://x.com/sampleworker", 429, "X said that it had been asked too much in a short time"),
        ("https://www.instagram.com/sampleworker/", 401, "Instagram asks for a sign-in before it shows this"),
        ("https://www.facebook.com/sample.worker", 403, "Facebook refused to show the page (HTTP 403)"),
        ("https://www.reddit.com/user/sampleworker/", 403, "Reddit refused to show the page (HTTP 403)"),
        ("https://www.youtube.com/@sampleworker", 503, "YouTube had a fault of its own (HTTP 503)"),
        ("https://www.tiktok.com/@sampleworker", 404, "TikTok says that there is no such page"),
    ],
)
def test_a_lone_page_that_was_refused_is_no_empty_profile(
    tmp_path: Path, url: str, status: int, reason: str
) -> None:
    assert why_not(tmp_path, an_entry(url, "", PAGE, status=status)) == f"{reason}."


def test_a_recording_of_refused_answers_alone_is_no_empty_profile(tmp_path: Path) -> None:
    asked = "https://www.instagram.com/api/v1"
    said = why_not(
        tmp_path,
        an_entry(f"{asked}/users/web_profile_info/", '{"message":"","status":"fail"}', status=429),
        an_entry(f"{asked}/friendships/1/followers/", '{"message":"","status":"fail"}', status=429),
    )
    assert said == "Instagram said that it had been asked too much in a short time."


def a_profile(tmp_path: Path) -> list[dict[str, Any]]:
    """A recording that a platform's own samples hold, whole."""
    sample = files("selfaudit.platforms.linkedin") / "samples" / "good.har"
    return list(json.loads(sample.read_text(encoding="utf-8"))["log"]["entries"])


HTML = "<!doctype html><title>Forbidden</title>"


@pytest.mark.parametrize(
    "entry",
    [
        an_entry("https://www.linkedin.com/favicon.ico", HTML, PAGE, status=404),
        an_entry("https://www.linkedin.com/in/sample-worker", "", PAGE, status=304),
        an_entry("https://ads.example/frame", HTML, PAGE, status=403),
        asked_for(an_entry("https://www.linkedin.com/ads", HTML, PAGE, status=403), sec_fetch_dest="iframe"),
        an_entry("https://tracker.example/api/profile", '{"error":"no"}', status=403),
        an_entry("https://www.linkedin.com/li/track", "", "application/json", status=429),
        an_entry("https://www.linkedin.com/photo.png", "", "image/png", status=403),
        an_entry("https://www.linkedin.com/api/messaging", '{"status":403}', status=403),
        an_entry("https://www.linkedin.com/anything", "", PAGE, status=0),
        an_entry("https://www.linkedin.com/anything", HTML, PAGE, status=403, _resourceType="script"),
        an_entry("https://www.linkedin.com/api/profile", "", PAGE, method="OPTIONS", status=403),
        an_entry("https://www.linkedin.com/api/profile", '{"message":"gone"}', status=404),
    ],
)
def test_an_ordinary_failure_in_a_recording_is_nobodys_business(
    tmp_path: Path, entry: dict[str, Any]
) -> None:
    whole = a_profile(tmp_path)
    (plain,) = read(tmp_path, *whole)
    (snapshot,) = read(tmp_path, *whole, {"pageref": whole[0].get("pageref"), **entry})
    assert refusals(plain) == []
    assert snapshot.gaps == plain.gaps
    assert (snapshot.posts, snapshot.read) == (plain.posts, plain.read)


def test_what_came_at_the_second_try_was_not_refused(tmp_path: Path) -> None:
    whole = a_profile(tmp_path)
    first = {**whole[0], "response": {"status": 429, "content": {"mimeType": PAGE, "text": ""}}}
    (plain,), (snapshot,) = read(tmp_path, *whole), read(tmp_path, first, *whole)
    assert snapshot.gaps == plain.gaps


def test_one_page_that_was_refused_beside_others_is_a_gap_of_its_part(tmp_path: Path) -> None:
    whole = a_profile(tmp_path)
    asked = "https://www.linkedin.com/mynetwork/invite-connect/connections/?refused"
    wall = {"pageref": "page_99", **an_entry(asked, HTML, PAGE, status=999)}
    (plain,), (snapshot,) = read(tmp_path, *whole), read(tmp_path, *whole, wall)
    assert (snapshot.posts, snapshot.owner.handle) == (plain.posts, plain.owner.handle)
    assert [gap.part for gap in refusals(snapshot)] == [Part.CONNECTIONS]


def test_a_page_from_the_browsers_own_store_counts_as_it_stood(tmp_path: Path) -> None:
    whole = a_profile(tmp_path)
    stored = [{**one, "response": {**one["response"], "status": 304}} for one in whole]
    (plain,), (snapshot,) = read(tmp_path, *whole), read(tmp_path, *stored)
    assert (snapshot.posts, snapshot.gaps) == (plain.posts, plain.gaps)


def test_a_sign_in_that_the_browser_was_led_to_is_a_wall(tmp_path: Path) -> None:
    form = "<title>Login • Instagram</title><body><form><input type=password><button>Log in</button></form>"
    led = an_entry("https://www.instagram.com/sampleworker/", "", PAGE, status=302)
    login = an_entry("https://www.instagram.com/accounts/login/?next=%2Fsampleworker%2F", form, PAGE)
    assert why_not(tmp_path, led, login) == "Instagram asks for a sign-in before it shows this."


def test_a_guard_before_a_site_that_nobody_knows_is_told(tmp_path: Path) -> None:
    guard = "<title>Just a moment...</title><body>Verifying you are human.</body>"
    said = why_not(tmp_path, an_entry("https://hills.example/@sam", guard, PAGE, status=403))
    assert "wanted proof that a person is looking" in said
