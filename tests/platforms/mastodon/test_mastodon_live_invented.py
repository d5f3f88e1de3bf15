"""The live door on a replica of a Mastodon server, with a real browser: both lenses, closed data, walls."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from browser.little_site import running
from platforms.mastodon.mastodon_server import HANDLE, ME, PASSWORD, PEOPLE, Mastodon, a_status, an_account
from roads import Road, an_answer, met

from selfaudit.app import capture
from selfaudit.model.codec import load_snapshot
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.mastodon import MASTODON

BOTH = (Lens.OWNER, Lens.PUBLIC)
MINE = {"note": "<p>Year 4 teacher</p>", "fields": [{"name": "School", "value": "Larkfield"}]}
ANSWER = a_status(900, "You tell them!", account=an_account("300", "person0"), in_reply_to_account_id=ME)
BOOSTED = a_status(901, "Not mine", account=an_account("301", "person1@other.example"))
live = MASTODON.live
assert live is not None


def some_statuses() -> list[dict[str, Any]]:
    """More than one page of them: of each audience, with a picture, with an answer, a boost, a reply."""
    plain = [a_status(number, f"Diary {number}") for number in range(80)]
    quiet, closed = a_status(100, "Quietly", "unlisted"), a_status(101, "For followers", "private")
    photo = [
        {"type": "image", "url": "/full.png", "preview_url": "/pictures/5.png", "description": "A banner"}
    ]
    return [
        *plain,
        quiet,
        closed,
        a_status(102, "Some of those parents!", replies_count=1),
        a_status(103, "The banner we made", media_attachments=photo),
        a_status(104, "", reblog=BOOSTED),
        a_status(105, "I agree", in_reply_to_account_id="301", in_reply_to_id="7"),
    ]


def type_into_the_form(page: Any) -> None:
    page.fill("#user_email", "sampleworker@school.example")
    page.fill("#user_password", PASSWORD)
    page.click("button")


@pytest.fixture
def server() -> Iterator[Mastodon]:
    with running(Mastodon(some_statuses(), {"1102": [ANSWER]}, account=MINE)) as site:
        for status in site.statuses:
            for one in status["media_attachments"]:
                one.update({name: site.root + one[name] for name in ("url", "preview_url")})
        yield site


def captured(server: Mastodon, folder: Path) -> Snapshot:
    return load_snapshot(
        capture("mastodon", folder / "m", site=server.root, sign_in=type_into_the_form, headless=True)
    )


def expected() -> dict[str, tuple[str, PostKind, bool, Audience, tuple[Lens, ...]]]:
    public, post = Audience.PUBLIC, PostKind.POST
    key = {str(1000 + n): (f"Diary {n}", post, True, public, BOTH) for n in range(80)}
    return key | {
        "1100": ("Quietly", post, True, public, BOTH),
        "1101": ("For followers", post, True, Audience.FRIENDS, (Lens.OWNER,)),
        "1102": ("Some of those parents!", post, True, public, BOTH),
        "1103": ("The banner we made", post, True, public, BOTH),
        "1104": ("Not mine", PostKind.REPOST, False, public, BOTH),
        "1105": ("I agree", PostKind.REPLY, True, public, BOTH),
        "1900": ("You tell them!", PostKind.COMMENT, False, public, BOTH),
    }


@pytest.mark.browser
def test_each_lens_of_a_replica_sees_exactly_what_is_meant_for_it_to_the_end(
    server: Mastodon, tmp_path: Path
) -> None:
    snapshot = captured(server, tmp_path)
    assert {
        post.id: (post.text, post.kind, post.own, post.audience, post.lenses) for post in snapshot.posts
    } == expected()
    assert {(p.handle, p.relation, p.lenses) for p in snapshot.connections} == {
        (person["acct"], "mutual" if number < 2 else "follower", BOTH) for number, person in enumerate(PEOPLE)
    }
    (image,) = snapshot.images
    assert (image.role, image.post, image.caption, image.lenses) == (
        ImageRole.PHOTO,
        "1103",
        "A banner",
        BOTH,
    )
    assert (tmp_path / "m" / str(image.file)).read_bytes().startswith(b"\x89PNG")
    assert (snapshot.owner.handle, snapshot.owner.bio) == (HANDLE, "Year 4 teacher")
    assert set(snapshot.read) == set(Part) - {Part.OTHER}
    assert snapshot.gaps == ()
    assert {one.method for one in server.log if one.path != "/auth/sign_in"} == {"GET"}
    found = {(one.name, one.value) for one in snapshot.settings if one.lens is Lens.OWNER}
    assert found == {
        ("follow_requests", "Anyone"),
        ("discoverable", "On"),
        ("indexable", "Not included"),
        ("search_engines", "Not included"),
        ("follow_lists", "Everyone"),
        ("default_audience", "Followers only"),
    }
    pages = ("/settings/privacy", "/settings/preferences")
    assert all(str(one.url).endswith(pages) for one in snapshot.settings)


@pytest.mark.browser
def test_a_replica_that_closes_its_data_to_strangers_is_believed(server: Mastodon, tmp_path: Path) -> None:
    server.closed = True
    snapshot = captured(server, tmp_path)
    assert {post.lenses for post in snapshot.posts} == {(Lens.OWNER,)}
    wall = "the site asks for a sign-in before it shows this"
    told = {gap for gap in snapshot.gaps if gap.part is not Part.OTHER}
    assert told == {Gap(part, wall, lens=Lens.PUBLIC) for part in live.public_parts}
    assert {gap.lens for gap in snapshot.gaps} == {Lens.PUBLIC}
    assert server.asked(f"/api/v1/accounts/{ME}/statuses") == 4


@pytest.mark.browser
def test_people_who_are_hidden_from_strangers_are_read_by_the_owner_alone(
    server: Mastodon, tmp_path: Path
) -> None:
    server.hides_people = True
    snapshot = captured(server, tmp_path)
    assert {other.lenses for other in snapshot.connections} == {(Lens.OWNER,)}
    assert len(snapshot.connections) == len(PEOPLE)
    assert snapshot.gaps == ()


SITE = "https://hills.example"
FRONT = '<script id="initial-state" type="application/json">{"meta": {"me": "109"}, "accounts": {}}</script>'


@pytest.mark.parametrize(
    ("answer", "proven"),
    [
        (an_account("109", HANDLE, source={"privacy": "public"}), HANDLE),
        (an_account("110", "somebody", source={"privacy": "public"}), None),
        (an_account("109", HANDLE), None),
        ({"error": "The access token is invalid"}, None),
    ],
)
def test_who_is_signed_in_is_whom_page_and_answer_agree_on(
    answer: dict[str, Any], proven: str | None
) -> None:
    road = Road(SITE, {"/": FRONT}, {"/api/v1/accounts/verify_credentials": answer})
    found = live.identify(road)
    assert (found.handle if found else None) == proven


def test_nobody_is_signed_in_on_a_page_whose_data_names_nobody() -> None:
    assert live.identify(Road(SITE, {"/": FRONT.replace('"109"', "null")})) is None


def test_a_server_that_answers_with_anything_else_claims_nothing() -> None:
    found = live.identify(
        Road(
            SITE,
            {"/": FRONT},
            {"/api/v1/accounts/verify_credentials": an_account("109", HANDLE, source={"privacy": "public"})},
        )
    )
    assert found is not None
    assert list(live.walk_public(Road(SITE, lens=Lens.PUBLIC), found)) == []
    assert list(live.walk_owner(Road(SITE, {"/": FRONT}), found)) == [Part.IMAGES]


@pytest.mark.parametrize(
    ("url", "text", "alarm"),
    [
        (f"{SITE}/auth/sign_in", "Log in", False),
        (f"{SITE}/@a", "You need to login to access this resource.", False),
        (f"{SITE}/@a", "This profile has been hidden by the moderators of hills.example.", False),
        (f"{SITE}/@a", "Too many requests", True),
        (
            f"{SITE}/@a",
            "It said: too many requests\nAccount suspended for my friend",
            None,
        ),
    ],
)
def test_walls_of_servers_are_known_and_posts_are_none(url: str, text: str, alarm: bool | None) -> None:
    assert met(MASTODON, url, text) is alarm


def test_an_old_table_asks_to_check_by_hand() -> None:
    record = an_account(ME, HANDLE, locked=True)
    visits = [replace(an_answer(record), at=datetime(year, 11, 1, tzinfo=UTC)) for year in (2026, 2027)]
    (new,), (old,) = (MASTODON.parse([visit], None).settings for visit in visits)
    assert (new.value, new.highest) == ("Only people you approve", "Only people you approve")
    assert (old.value, old.highest) == ("Only people you approve", None)
    assert str(old.where).startswith("Please check by hand")
