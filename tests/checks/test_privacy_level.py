"""Privacy settings against their highest, and what a stranger really saw."""

from __future__ import annotations

from datetime import date

import pytest
from builders import BOTH, NOON, a_case, a_connection, a_policy, a_post, a_setting, a_snapshot, an_owner
from hypothesis import given
from hypothesis import strategies as st

from checks._stranger import _beginning
from checks.privacy_level import CHECK
from selfaudit.model.findings import Evidence
from selfaudit.model.policy import Approval
from selfaudit.model.snapshot import Fact, Gap, Post, Setting
from selfaudit.model.vocabulary import Audience, Confidence, Lens, Outcome, Part, PostKind, Severity

OWNER, PUBLIC = (Lens.OWNER,), (Lens.PUBLIC,)


def a_leak(item: str, quote: str, note: str, **changes: object) -> Evidence:
    fields = {
        "confidence": Confidence.CERTAIN,
        "lens": Lens.PUBLIC,
        "severity": Severity.SERIOUS,
        "time": NOON,
        **changes,
    }
    return Evidence(item=item, quote=quote, note=note, **fields)  # type: ignore[arg-type]


def evidence_of(*items: Post | Setting, **changes: object) -> tuple[Evidence, ...]:
    return CHECK.run(a_case(a_snapshot(a_setting(), *items, **changes))).evidence


def test_a_setting_below_its_highest_is_told_with_the_highest_and_where_to_change_it() -> None:
    setting = a_setting(
        "friends_list",
        "Everyone",
        label="Who can see your friends list?",
        where="Settings, then Audience and visibility",
        url="https://site.example/settings",
    )
    finding = CHECK.run(a_case(a_snapshot(a_post(), setting), a_policy("privacy_level")))
    quote = "Who can see your friends list?: Everyone"
    assert (finding.outcome, finding.severity) == (Outcome.CONCERN, Severity.MODERATE)
    assert finding.evidence == (
        Evidence(
            "setting:friends_list",
            Confidence.CERTAIN,
            quote,
            marks=((quote.index("Everyone"), len(quote)),),
            note="The most private choice is Only me. Settings, then Audience and visibility.",
            lens=Lens.OWNER,
            url="https://site.example/settings",
            severity=Severity.MODERATE,
        ),
    )


def test_a_setting_without_a_label_is_told_by_its_name() -> None:
    (piece,) = evidence_of(a_setting("post_audience", "Public"))
    assert (piece.quote, piece.note) == ("Post audience: Public", "The most private choice is Only me.")


@pytest.mark.parametrize(
    ("value", "highest"),
    [
        ("Only me", "only_me"),
        ("ONLY ME.", "Only me"),
        ("only-me", "OnlyMe"),
        ("true", "on"),
        ("Off", "disabled"),
        ("no", "False"),
        ("Никто", "никто"),
    ],
)
def test_the_highest_is_recognised_however_it_is_spelt(value: str, highest: str) -> None:
    finding = CHECK.run(a_case(a_snapshot(a_post(), a_setting(value=value, highest=highest))))
    assert (finding.outcome, finding.evidence) == (Outcome.CLEAR, ())


@pytest.mark.parametrize(
    ("value", "highest"), [("Friends", "Only me"), ("on", "off"), ("Friends of friends", "Friends")]
)
def test_anything_else_is_below(value: str, highest: str) -> None:
    assert CHECK.run(a_case(a_snapshot(a_setting(value=value, highest=highest)))).outcome is Outcome.CONCERN


def test_lesser_settings_are_advice() -> None:
    setting = a_setting("personalised_ads", "on", highest="off")
    finding = CHECK.run(a_case(a_snapshot(setting)))
    assert [piece.severity for piece in finding.evidence] == [Severity.ADVICE]
    assert finding.severity is Severity.ADVICE


def test_a_setting_whose_highest_is_not_known_needs_a_look() -> None:
    finding = CHECK.run(a_case(a_snapshot(a_post(), a_setting("stories", "Some", highest=None))))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert [(piece.item, piece.note) for piece in finding.evidence] == [
        ("setting:stories", "Whether this is private enough is not known here. Please look by hand.")
    ]


@pytest.mark.parametrize("value", ["Only me", "only_me", "Close friends"])
def test_what_is_stricter_than_asked_for_is_no_evidence(value: str) -> None:
    setting = a_setting(value=value, highest="Friends", stricter=("Only me", "Close friends"))
    finding = CHECK.run(a_case(a_snapshot(a_post(), setting)))
    assert (finding.outcome, finding.evidence) == (Outcome.CLEAR, ())


def test_where_a_stricter_choice_than_is_asked_for_exists_the_advice_leaves_room_for_it() -> None:
    (piece,) = evidence_of(a_setting(value="Public", highest="Friends", stricter=("Only me",), where="There"))
    assert (piece.confidence, piece.note) == (
        Confidence.CERTAIN,
        "Choose Friends, or something more private. There.",
    )


@pytest.mark.parametrize("value", ["Only me", "Only you", "No one", "Nobody", "Custom"])
def test_what_may_well_be_stricter_is_never_surely_too_open(value: str) -> None:
    finding = CHECK.run(a_case(a_snapshot(a_post(), a_setting(value=value, highest="Friends"))))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert [piece.note for piece in finding.evidence] == [
        "Whether this is private enough is not known here. Please look by hand."
    ]


def test_a_setting_that_is_to_be_looked_at_by_hand_says_why_and_where() -> None:
    (piece,) = evidence_of(
        a_setting("stories", "Some", highest=None, where="Please check by hand: it is old")
    )
    assert piece.note == "Whether this is private enough is not known here. Please check by hand: it is old."


@pytest.mark.parametrize("value", [None, "", " "])
def test_a_setting_that_could_not_be_read_is_no_evidence_and_forbids_clear(value: str | None) -> None:
    unread = a_setting("story_replies", value, label="Story replies")
    finding = CHECK.run(a_case(a_snapshot(a_post(), a_setting(), unread)))
    assert (finding.outcome, finding.evidence) == (Outcome.NOT_CHECKED, ())
    assert finding.reason == "The value of these settings could not be read: Story replies."


def test_settings_that_were_not_seen_are_never_clear() -> None:
    finding = CHECK.run(
        a_case(a_snapshot(a_post(), a_setting(), Gap(Part.SETTINGS, "the page did not open")))
    )
    assert finding.outcome is Outcome.NOT_CHECKED
    assert finding.reason == "Privacy settings: the page did not open."
    assert CHECK.run(a_case(a_snapshot(a_post()))).outcome is Outcome.NOT_CHECKED


def test_a_stranger_who_met_a_wall_or_never_looked_forbids_clear() -> None:
    walled = a_snapshot(a_post(), a_setting(), Gap(Part.POSTS, "a login wall", lens=Lens.PUBLIC))
    assert CHECK.run(a_case(walled)).reason == "Posts: a login wall."
    export = a_snapshot(a_post(lenses=OWNER), a_setting(), owner=an_owner(lenses=OWNER))
    assert CHECK.run(a_case(export)).reason == "What a stranger sees, signed out, was not looked at."


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        (Audience.FRIENDS, "only with friends"),
        (Audience.PRIVATE, "with nobody else"),
        (Audience.CUSTOM, "only with people you picked"),
    ],
)
def test_a_restricted_post_that_a_stranger_saw_is_a_serious_concern(audience: Audience, said: str) -> None:
    text = "Birthday plans for Saturday night at ours, bring cake"
    post = a_post(text, audience=audience, url="https://site.example/p1")
    finding = CHECK.run(a_case(a_snapshot(a_setting(), post)))
    assert (finding.outcome, finding.severity) == (Outcome.CONCERN, Severity.SERIOUS)
    note = f"The site says this is shared {said}, yet it was seen signed out."
    leak = a_leak("p1", "Birthday plans for Saturday night at…", note, url="https://site.example/p1")
    assert finding.evidence == (leak,)


def test_what_was_shared_is_the_workers_own_doing_here_too() -> None:
    shared = a_post("One", audience=Audience.FRIENDS, kind=PostKind.REPOST, own=False)
    assert [piece.own for piece in CHECK.run(a_case(a_snapshot(a_setting(), shared))).evidence] == [True]


def test_a_leak_is_told_even_where_the_site_has_no_settings() -> None:
    finding = CHECK.run(a_case(a_snapshot(a_post(audience=Audience.FRIENDS), lacks=(Part.SETTINGS,))))
    assert finding.outcome is Outcome.CONCERN


@pytest.mark.parametrize(
    "post",
    [
        a_post(audience=Audience.PUBLIC),
        a_post(audience=Audience.UNKNOWN),
        a_post(audience=Audience.FRIENDS, lenses=OWNER),
        a_post(audience=Audience.FRIENDS, kind=PostKind.COMMENT, own=False),
    ],
)
def test_posts_that_are_open_as_they_should_be_are_no_concern_of_this_check(post: Post) -> None:
    assert evidence_of(post) == ()


@pytest.mark.parametrize(
    "setting",
    [
        a_setting("is_private", "true", highest="true"),
        a_setting("account_privacy", "Private", highest="Private"),
        a_setting("x1", "On", highest="On", label="Private account"),
        a_setting("x2", "on", highest="on", label="Protect your posts"),
    ],
)
def test_posts_of_a_private_account_that_a_stranger_saw_are_told_once(setting: Setting) -> None:
    posts = (a_post("One", lenses=OWNER), a_post("Two", id="p2"), a_post("Three", id="p3"))
    note = "Your account is set to private, yet 2 posts could be seen signed out."
    assert evidence_of(setting, *posts) == (a_leak("p2", "Two", note),)


@pytest.mark.parametrize(
    "setting",
    [
        a_setting("is_private", "false", highest="false"),
        a_setting("private_messages", "on", highest="on"),
        a_setting("private_likes", "on", highest="on"),
    ],
)
def test_other_private_things_do_not_make_an_account_private(setting: Setting) -> None:
    assert evidence_of(setting, a_post()) == ()


def test_connections_that_a_stranger_saw_are_one_piece_of_advice_without_a_name() -> None:
    seen = (a_connection("Pat Jones", lenses=BOTH), a_connection("Sam Lee", id="c2", lenses=PUBLIC))
    evidence = evidence_of(*seen, a_connection("Kim", id="c3"))
    assert evidence == (
        Evidence(
            "connections",
            Confidence.LIKELY,
            note="A stranger saw 2 of your friends or followers, and through them whom you know.",
            lens=Lens.PUBLIC,
            severity=Severity.ADVICE,
        ),
    )


def a_contact(quote: str, confidence: Confidence, note: str) -> Evidence:
    moderate = Severity.MODERATE
    marks = ((0, len(quote)),)
    return a_leak("contact", quote, note, confidence=confidence, severity=moderate, marks=marks, time=None)


def test_contact_details_that_only_a_stranger_can_have_shown_are_certain() -> None:
    owner = an_owner(emails=("alex@home.example",), phones=("07700 900123",), lenses=PUBLIC)
    quote = "alex@home.example, 07700 900123"
    expected = a_contact(quote, Confidence.CERTAIN, "A stranger can see this.")
    assert evidence_of(a_post(), owner=owner) == (expected,)


def test_contact_details_on_a_profile_that_both_saw_need_a_look() -> None:
    owner = an_owner(phones=("07700 900123",), lenses=BOTH)
    note = "Your profile is open to strangers; please sign out and look whether this shows."
    assert evidence_of(a_post(), owner=owner) == (a_contact("07700 900123", Confidence.UNSURE, note),)
    assert evidence_of(a_post(), owner=an_owner(phones=("07700 900123",), lenses=OWNER)) == ()


def test_facts_that_trace_a_person_are_told_where_a_stranger_saw_them() -> None:
    facts = (
        Fact("Birthday", "3 May 1990", BOTH),
        Fact("Phone", "07700 900123", OWNER),
        Fact("Town", "Blyth", BOTH),
    )
    expected = a_contact("3 May 1990", Confidence.LIKELY, "A stranger can see this.")
    assert evidence_of(a_post(), owner=an_owner(facts=facts)) == (expected,)


def test_written_approval_makes_it_clear() -> None:
    approval = Approval("privacy_level", "J. Head", date(2026, 9, 1))
    policy = a_policy("privacy_level", approvals=(approval,))
    finding = CHECK.run(a_case(a_snapshot(a_post(), a_setting(value="Everyone")), policy))
    assert finding.outcome is Outcome.CLEAR
    assert [piece.item for piece in finding.evidence] == ["setting:friends_list"]


@given(st.text(), st.text(), st.text())
def test_no_text_breaks_it(name: str, value: str, text: str) -> None:
    setting = a_setting(name, value, highest=text, label=text)
    snapshot = a_snapshot(setting, a_post(text, audience=Audience.FRIENDS))
    for piece in CHECK.run(a_case(snapshot)).evidence:
        assert all(0 <= start <= end <= len(piece.quote or "") for start, end in piece.marks)


def test_a_post_of_which_only_the_beginning_is_quoted_shows_that_more_follows() -> None:
    said = [
        ("Quiet one tonight. Mam's results came back", "Quiet one tonight. Mam's results came…"),
        ("One two three four five six. Seven", "One two three four five six…"),
        ("Only for my friends. ", "Only for my friends."),
        ("x" * 80, "x" * 60 + "…"),
    ]
    assert [_beginning(text) for text, _quote in said] == [quote for _text, quote in said]
