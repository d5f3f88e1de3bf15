"""Facebook's walls, its switches and the way through it, on pages made up for the purpose."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from meta_pages import WalkedView, an_account, document, user
from roads import as_offered

from selfaudit.model.snapshot import Setting
from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.facebook import FACEBOOK
from selfaudit.platforms.facebook.pages import LIVE
from selfaudit.platforms.facebook.settings import SWITCHES

SITE = "https://www.facebook.com"
ME = an_account("sample.worker", "1000001")
PRIVACY = """
<main><div>Your activity</div>
<div><div>Who can see your future posts?</div><div>You manage who sees this.</div><div>Public</div></div>
<div><div>Who can see your friends list?</div><div>Remember…</div><div>Only me</div><div>Edit</div></div>
<div><div>Who can send you friend requests?</div><div>Something else entirely</div></div>
<label>Review posts you're tagged in before the post appears on your profile?
<input type="checkbox" role="switch" aria-checked="true"></label></main>
"""


def settings_page(body: str, at: datetime | None = None) -> Visit:
    place = f"{SITE}/settings/?tab=privacy"
    return Visit(Lens.OWNER, (document(user("1000001"), url=place, body=body),), at=at)


def test_switches_are_read_by_their_words_and_what_is_not_there_is_a_gap() -> None:
    snapshot = FACEBOOK.parse([settings_page(PRIVACY)], ME)
    assert {one.name: (one.value, one.highest) for one in snapshot.settings} == {
        "future_posts": ("Public", "Friends"),
        "friends_list": ("Only me", "Only me"),
        "review_tags": ("On", "On"),
    }
    (gap,) = [gap for gap in snapshot.gaps if gap.part is Part.SETTINGS]
    assert gap.count == len(SWITCHES.switches) - 3
    assert "Who can send you friend requests" in gap.reason
    assert Part.SETTINGS not in snapshot.read


@pytest.mark.parametrize(
    "said", ["Only me", "Specific friends", "Friends except\u2026", "Your friends", "Friends"]
)
def test_posts_that_only_friends_or_fewer_people_see_are_private_enough(said: str) -> None:
    page = settings_page(f"<div>Who can see your future posts?</div><div>{said}</div>")
    (setting,) = FACEBOOK.parse([page], ME).settings
    assert setting.value in {setting.highest, *setting.stricter}


def test_people_picked_by_hand_are_for_the_person_to_look_at() -> None:
    page = settings_page("<div>Who can see your future posts?</div><div>Custom</div>")
    (setting,) = FACEBOOK.parse([page], ME).settings
    assert (setting.value, setting.highest) == ("Custom", None)
    assert (setting.where or "").startswith("Please check by hand: ")


def test_words_of_a_setting_on_any_other_page_are_no_setting() -> None:
    page = document(user("1000001"), url=f"{SITE}/sample.worker", body=PRIVACY)
    assert FACEBOOK.parse([Visit(Lens.OWNER, (page,))], ME).settings == ()


def test_a_table_that_is_too_old_no_longer_says_what_is_most_private() -> None:
    late = settings_page(PRIVACY, datetime(2027, 6, 1, tzinfo=UTC))
    (setting, *_others) = FACEBOOK.parse([late], ME).settings
    assert (setting.highest, setting.value) == (None, "Public")
    assert setting.where is not None
    assert setting.where.startswith("Please check by hand")


def test_every_switch_says_in_plain_words_where_it_is_changed() -> None:
    for switch in SWITCHES.switches:
        assert switch.highest in switch.words.values()
        assert switch.url.startswith(SITE)
        assert switch.where.startswith("Open Settings and privacy, then")
        assert isinstance(SWITCHES.setting(switch, None), Setting)


@pytest.mark.parametrize(
    ("url", "body", "alarm"),
    [
        (f"{SITE}/login/?next=x", "", False),
        (f"{SITE}/login.php", "", False),
        (f"{SITE}/checkpoint/1501092823525282/", "", True),
        (f"{SITE}/two_step_verification/authentication/", "", True),
        (f"{SITE}/privacy/consent/?flow=user_cookie_choice", "", False),
        (f"{SITE}/sample.worker", "This content isn't available right now\nWhen this happens…", False),
        (f"{SITE}/sample.worker", "We suspect automated behaviour on your account", True),
        (f"{SITE}/sample.worker", "You're Temporarily Blocked\nIt looks like…", True),
    ],
)
def test_each_wall_is_known_by_its_sign(url: str, body: str, *, alarm: bool) -> None:
    (sign, *_others) = [one for one in LIVE.walls if one.matches(Document(url, ""), body)]
    assert sign.alarm is alarm
    lines = "".join(f"<div>{line}</div>" for line in body.split("\n"))
    snapshot = as_offered(FACEBOOK).parse([Visit(None, (Document(url, f"<body>{lines}</body>"),))], None)
    assert [gap.reason for gap in snapshot.gaps if gap.part is Part.OTHER] == [sign.reason]
    assert snapshot.read == ()
    assert snapshot.owner.bio is None


@pytest.mark.parametrize(
    "said",
    [
        "My class said: this content isn't available right now, sir!",
        "We went to login street",
        "He told me you're temporarily blocked",
    ],
)
def test_what_people_write_is_no_wall(said: str) -> None:
    page = Document(f"{SITE}/sample.worker/posts/1", "")
    assert not [sign for sign in LIVE.walls if sign.matches(page, said)]


def test_nobody_is_signed_in_before_the_page_names_somebody() -> None:
    assert not LIVE.signed_in(document(user("0"), url=f"{SITE}/"))
    assert not LIVE.signed_in(document(user("5"), url=f"{SITE}/checkpoint/1/"))
    assert not LIVE.signed_in(Document(f"{SITE}/login/", "<form><input name=pass></form>"))
    assert LIVE.signed_in(document(user("5", "Pat"), url=f"{SITE}/"))


def test_the_account_is_whom_facebooks_own_address_for_me_names() -> None:
    view = WalkedView(
        SITE, lambda _address: document(user("1000001", "Sample Worker"), url=f"{SITE}/sample.worker")
    )
    account = LIVE.identify(view)
    assert account is not None
    assert (account.handle, account.id, account.name) == ("sample.worker", "1000001", "Sample Worker")
    assert account.url == f"{SITE}/sample.worker"
    assert view.steps == [("open", "/me/")]
    nobody = WalkedView(SITE, lambda _address: document(user("0"), url=f"{SITE}/login/"))
    assert LIVE.identify(nobody) is None


def test_the_owners_walk_opens_only_their_own_pages() -> None:
    view = WalkedView(SITE, lambda address: Document(address, ""))
    assert set(LIVE.walk_owner(view, ME)) == LIVE.parts
    assert [place for step, place in view.steps if step == "open"] == [
        "/sample.worker",
        "/sample.worker/about",
        "/sample.worker/about_contact_and_basic_info",
        "/sample.worker/photos_by",
        "/sample.worker/friends",
        "/settings/?tab=privacy",
        "/settings/?tab=profile_and_tagging",
        "/settings/?tab=followers",
    ]
    assert [place for step, place in view.steps if step == "scroll"] == ["", "", ""]


def test_a_profile_that_has_only_a_number_is_walked_by_it_and_a_stranger_sees_no_settings() -> None:
    view = WalkedView(SITE, lambda address: Document(address, ""), Lens.PUBLIC)
    assert set(LIVE.walk_public(view, an_account("1000001", "1000001"))) == LIVE.public_parts
    assert [place for step, place in view.steps if step == "open"] == [
        "/profile.php?id=1000001",
        "/profile.php?id=1000001&sk=friends",
    ]
