"""Instagram's walls, its switches and the way through it, on pages made up for the purpose."""

from __future__ import annotations

import pytest
from meta_pages import WalkedView, an_account, answer, defining, document
from roads import as_offered

from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.instagram import INSTAGRAM
from selfaudit.platforms.instagram.pages import LIVE
from selfaudit.platforms.instagram.settings import SWITCHES

SITE = "https://www.instagram.com"
ME = an_account("sample.worker", "3001")


def signed_in_page(url: str, body: str = "") -> Document:
    return document(
        defining("PolarisViewer", {"data": {"id": "3001", "username": "sample.worker"}}), url=url, body=body
    )


@pytest.mark.parametrize(
    ("url", "body", "alarm"),
    [
        (f"{SITE}/accounts/login/?next=%2Fpat%2F", "", False),
        (f"{SITE}/challenge/624247/lMZI350pJ1/", "", True),
        (f"{SITE}/accounts/suspended/", "", False),
        (f"{SITE}/consent/?flow=x", "", False),
        (f"{SITE}/pat/", "Sorry, this page isn't available.\nThe link may be broken", False),
        (f"{SITE}/pat/", "Please wait a few minutes before you try again.", True),
        (f"{SITE}/pat/", "We suspect automated behaviour on your account", True),
        (f"{SITE}/pat/", "We Detected An Unusual Login Attempt", True),
    ],
)
def test_each_wall_is_known_by_its_sign(url: str, body: str, *, alarm: bool) -> None:
    (sign,) = [one for one in LIVE.walls if one.matches(Document(url, ""), body)]
    assert sign.alarm is alarm
    lines = "".join(f"<div>{line}</div>" for line in body.split("\n"))
    snapshot = as_offered(INSTAGRAM).parse([Visit(None, (Document(url, f"<body>{lines}</body>"),))], ME)
    assert [gap.reason for gap in snapshot.gaps if gap.part is Part.OTHER] == [sign.reason]
    assert snapshot.read == ()


@pytest.mark.parametrize(
    "message", ["login_required", "checkpoint_required", "feedback_required", "Please wait a few minutes"]
)
def test_an_answer_that_refuses_is_a_gap_in_everything(message: str) -> None:
    refusal = answer({"message": message, "status": "fail"}, url=f"{SITE}/api/v1/users/web_profile_info/")
    snapshot = INSTAGRAM.parse([Visit(None, responses=(refusal,))], ME)
    assert len([gap for gap in snapshot.gaps if gap.part is Part.OTHER]) == 1
    assert snapshot.read == ()


def test_switches_on_the_settings_pages_are_read_by_their_words() -> None:
    body = """<label>Private account<input type="checkbox" role="switch" aria-checked="false"></label>
    <div>Allow comments from</div><div>Everyone</div><div>Who can tag you</div><div>Somebody odd</div>"""
    page = signed_in_page(f"{SITE}/accounts/who_can_see_your_content/", body)
    snapshot = INSTAGRAM.parse([Visit(Lens.OWNER, (page,))], ME)
    assert {one.name: one.value for one in snapshot.settings} == {
        "private_account": "Public",
        "comments": "Everyone",
    }
    (gap,) = [gap for gap in snapshot.gaps if gap.part is Part.SETTINGS]
    assert gap.count == len(SWITCHES.switches) - 2
    assert "Who can tag you" in gap.reason


def test_the_strictest_words_are_recognised_however_instagram_spells_them() -> None:
    body = """<div>Who can tag you</div><div>No one</div><div>Allow mentions from</div>
    <div>Don\u2019t allow mentions</div>
    <div>Who can comment on your posts</div><div>People you follow</div>"""
    page = signed_in_page(f"{SITE}/accounts/settings/", body)
    found = INSTAGRAM.parse([Visit(Lens.OWNER, (page,))], ME).settings
    assert {one.name: one.value == one.highest for one in found} == {
        "tags": True,
        "mentions": True,
        "comments": True,
    }


def test_every_switch_has_a_most_private_choice_and_a_place() -> None:
    for switch in SWITCHES.switches:
        assert switch.highest in switch.words.values()
        assert switch.url.startswith(SITE)
        assert switch.where.startswith("Open Settings, then")


def test_nobody_is_signed_in_before_the_page_names_somebody() -> None:
    assert LIVE.signed_in(signed_in_page(f"{SITE}/"))
    assert not LIVE.signed_in(signed_in_page(f"{SITE}/challenge/1/"))
    assert not LIVE.signed_in(document(defining("PolarisViewer", {"data": None}), url=f"{SITE}/"))
    assert not LIVE.signed_in(Document(f"{SITE}/accounts/login/", "<input type=password>"))


def test_the_account_is_taken_from_pages_that_show_nobodys_posts() -> None:
    view = WalkedView(SITE, signed_in_page)
    account = LIVE.identify(view)
    assert account is not None
    assert (account.handle, account.id, account.url) == ("sample.worker", "3001", f"{SITE}/sample.worker/")
    assert view.steps == [("open", "/accounts/edit/")]
    silent = WalkedView(SITE, lambda address: Document(address, "<p>Hello</p>"))
    assert LIVE.identify(silent) is None
    assert [place for _, place in silent.steps] == ["/accounts/edit/", "/accounts/web_info/"]


def test_the_walks_open_only_the_owners_own_pages() -> None:
    view = WalkedView(SITE, lambda address: Document(address, ""))
    assert set(LIVE.walk_owner(view, ME)) == LIVE.parts
    assert [place for step, place in view.steps if step == "open"] == [
        "/sample.worker/",
        "/sample.worker/followers/",
        "/sample.worker/following/",
        "/accounts/who_can_see_your_content/",
        "/accounts/edit/",
    ]
    stranger = WalkedView(SITE, lambda address: Document(address, ""), Lens.PUBLIC)
    assert set(LIVE.walk_public(stranger, ME)) == LIVE.public_parts
    assert stranger.steps == [("open", "/sample.worker/"), ("scroll", "")]
