"""Which words stand where, before any mark-up."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from audited import LINKED, a_finding, a_piece, a_result, an_account
from rich_result import rich_result

from reports import render
from reports.view import view_of
from reports.view.closing import KEPT_DAYS
from reports.view.findings import Kind
from selfaudit import storage
from selfaudit.model.findings import AuditResult, PolicyCard, Question
from selfaudit.model.policy import Approval, Contact
from selfaudit.model.vocabulary import Outcome, Severity

APPROVAL = Approval("work_email", "A. Head", date(2026, 9, 7), date(2027, 8, 31), "the reading club's page")


def summary(result: AuditResult) -> str:
    return " · ".join(f"{jump.number} {jump.words}" for jump in view_of(result).opening.summary)


def test_the_summary_counts_each_kind_and_never_says_all_clear() -> None:
    assert summary(rich_result()) == (
        "4 things to look at first · 1 to look at yourself · 1 approved in writing · "
        "2 with nothing found · 1 could not be checked"
    )


def test_without_a_concern_the_report_says_that_this_is_no_proof() -> None:
    view = view_of(a_result(a_finding(Outcome.CLEAR)))
    assert view.opening.summary_note == (
        "No concern came up in what was seen; that is no proof that there is none."
    )
    assert [(section.kind, len(section.findings)) for section in view.sections] == [
        (Kind.CONCERN, 0),
        (Kind.CLEAR, 1),
    ]
    assert "no proof" in view.sections[0].intro


@pytest.mark.parametrize(
    "site", ["http://127.0.0.1:8000", "http://localhost:8000", "http://[::1]:8000", "http://blog.localhost"]
)
def test_links_to_a_program_on_this_computer_are_told_at_the_top(site: str) -> None:
    piece = a_piece(url=f"{site}/alexm")
    note = view_of(a_result(a_finding(Outcome.CONCERN, piece))).opening.links_note
    assert note == (
        "Some links below lead to a program on this computer, such as the practice network. They worked "
        "only while it ran: when it has ended, they cannot be opened, and nothing is wrong."
    )


@pytest.mark.parametrize(
    "url", ["https://127.example.org/", "https://localhost.example.org/", "https://www.example.org/", None]
)
def test_links_to_real_sites_need_no_note(url: str | None) -> None:
    assert view_of(a_result(a_finding(Outcome.CONCERN, a_piece(url=url)))).opening.links_note == ""


def test_an_empty_result_still_says_that_quiet_is_no_proof() -> None:
    view = view_of(a_result(accounts=()))
    assert view.opening.summary == ()
    assert "no proof" in view.opening.summary_note
    assert view.closing.not_proof


def test_sections_stand_in_their_order_with_every_finding_in_exactly_one() -> None:
    view = view_of(rich_result())
    assert [(section.kind, len(section.findings), len(section.apart)) for section in view.sections] == [
        (Kind.CONCERN, 4, 0),
        (Kind.REVIEW, 1, 0),
        (Kind.APPROVED, 1, 0),
        (Kind.CLEAR, 2, 1),
    ]
    assert [one.headline for one in view.gaps.unanswered] == ["Privacy settings: could not be checked"]


def test_the_weightier_concern_stands_first_and_others_doing_last() -> None:
    by_others = a_piece("nasty", own=False)
    findings = (
        a_finding(Outcome.CONCERN, by_others, severity=Severity.SERIOUS, headline="Others"),
        a_finding(severity=Severity.ADVICE, headline="Light"),
        a_finding(severity=Severity.SERIOUS, headline="Heavy"),
        a_finding(severity=Severity.MODERATE, headline="Middle, first"),
        a_finding(severity=Severity.MODERATE, headline="Middle, second"),
    )
    (concerns,) = view_of(a_result(*findings)).sections
    assert [one.headline for one in concerns.findings] == [
        "Heavy",
        "Middle, first",
        "Middle, second",
        "Light",
        "Others",
    ]


def test_what_nobody_is_sure_of_matters_only_if_it_is_so() -> None:
    sure, unsure = (
        a_finding(severity=Severity.SERIOUS),
        a_finding(Outcome.NEEDS_REVIEW, severity=Severity.SERIOUS),
    )
    assert [section.findings[0].label for section in view_of(a_result(sure, unsure)).sections] == [
        "Serious: look at this first",
        "If it is so, serious: look at this first",
    ]


UNREAD = "The words in your 3 pictures were not read."


def test_what_could_not_be_looked_at_is_told_in_every_format_beside_what_was_found() -> None:
    reason = "Besides, not everything could be looked at: 1 text was not read."
    result = a_result(
        a_finding(Outcome.CONCERN, reason=reason), a_finding(Outcome.NEEDS_REVIEW, reason=reason)
    )
    for form in ("html", "text", "json"):
        assert " ".join(render(result, form).split()).count(reason) == 2, form


def test_what_quiet_findings_of_one_profile_do_not_speak_of_is_told_once() -> None:
    elsewhere = {"platform": "x", "account": "other"}
    quiet = [a_finding(Outcome.CLEAR, reason=UNREAD), a_finding(Outcome.CLEAR, reason=UNREAD, check="other")]
    result = a_result(*quiet, a_finding(Outcome.CLEAR, reason=UNREAD, **elsewhere))
    (_, section) = view_of(result).sections
    assert [finding.said for finding in section.findings] == [(UNREAD,), (), (UNREAD,)]
    for form in ("html", "text"):
        assert " ".join(render(result, form).split()).count(UNREAD) == 2, form


def test_what_does_not_apply_needs_no_reason() -> None:
    result = a_result(a_finding(Outcome.NOT_APPLICABLE, reason="This kind of site has nothing of the sort."))
    assert [one.said for section in view_of(result).sections for one in section.apart] == [()]


def test_others_words_stand_apart_from_ones_own() -> None:
    finding = a_finding(Outcome.CONCERN, a_piece("mine"), a_piece("theirs", own=False), a_piece("mine too"))
    shown = view_of(a_result(finding)).sections[0].findings[0]
    assert [piece.quote[0].text for piece in shown.own.shown] == ["mine", "mine too"]
    assert [piece.quote[0].text for piece in shown.others.shown] == ["theirs"]


def test_after_eight_places_the_rest_is_folded() -> None:
    pieces = (a_piece(f"place {number}") for number in range(9))
    shown = view_of(a_result(a_finding(Outcome.CONCERN, *pieces))).sections[0].findings[0].own
    assert (len(shown.shown), len(shown.more), shown.more_title) == (8, 1, "1 more place")


def test_an_approval_tells_who_when_until_and_what_and_asks_for_nothing() -> None:
    finding = a_finding(Outcome.CLEAR, a_piece(), approval=APPROVAL)
    (_, approved) = view_of(a_result(finding)).sections
    (shown,) = approved.findings
    assert shown.said == (
        "Approved in writing by A. Head on 7 September 2026, until 31 August 2027.",
        "It covers: The reading club's page.",
    )
    assert (approved.kind, shown.label, shown.advice) == (
        Kind.APPROVED,
        "Approved: nothing to do while the permission stands",
        "",
    )


def test_an_approval_without_an_end_stands_until_it_is_withdrawn() -> None:
    finding = a_finding(
        Outcome.CLEAR, a_piece(), approval=Approval("work_email", "A. Head", date(2026, 9, 7))
    )
    assert view_of(a_result(finding)).sections[1].findings[0].said == (
        "Approved in writing by A. Head on 7 September 2026, until it is withdrawn.",
    )


def test_what_an_approval_covers_is_shown_even_where_the_rest_could_not_be_checked() -> None:
    finding = a_finding(Outcome.NOT_CHECKED, a_piece(), approval=APPROVAL, reason="Approved. Posts: a wall.")
    view = view_of(a_result(finding))
    assert [section.kind for section in view.sections] == [Kind.CONCERN, Kind.APPROVED]
    assert [one.reason for one in view.gaps.unanswered] == ["Approved. Posts: a wall."]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), "Thursday 2 July 2026, 00:30 BST"),
        (datetime(2026, 12, 1, 9, 5, tzinfo=UTC), "Tuesday 1 December 2026, 09:05 GMT"),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "Sunday 29 March 2026, 02:00 BST"),
    ],
)
def test_moments_are_told_in_london_time_with_summer_time_named(moment: datetime, said: str) -> None:
    assert view_of(a_result(made_at=moment)).opening.made == said


def test_a_stale_policy_says_so_and_a_fresh_one_does_not() -> None:
    card = PolicyCard("p", "Policy", "Larkfield", reviewed="2024-09-01", stale=True)
    assert view_of(a_result()).policy.warning == ""
    assert view_of(a_result(policy=card)).policy.warning == (
        "This text is dated 1 September 2024, more than a year before this report. "
        "Ask Larkfield whether there is a newer one before you rely on it."
    )


def test_questions_of_one_paragraph_stand_together() -> None:
    questions = (
        Question("501.3", "At work", "First?"),
        Question("501.11", "Safeguarding", "Second?"),
        Question("501.3", "At work", "Third?"),
    )
    assert [(one.title, one.questions) for one in view_of(a_result(questions=questions)).questions] == [
        ("Paragraph 501.3: At work", ("First?", "Third?")),
        ("Paragraph 501.11: Safeguarding", ("Second?",)),
    ]


def test_signposts_that_the_school_names_itself_are_not_repeated() -> None:
    named = (Contact("Mrs R. Okafor, Headteacher", "Pupils."), Contact("UNISON, your union", "Support."))
    shown = view_of(a_result(contacts=named)).help
    assert [one.name for one in shown.school] == ["Mrs R. Okafor, Headteacher", "UNISON, your union"]
    assert [one.name for one in shown.others] == [
        "Your line manager",
        "Professionals Online Safety Helpline (POSH), UK Safer Internet Centre",
    ]


def test_what_a_contact_is_for_is_a_sentence_of_its_own_and_an_address_is_left_alone() -> None:
    named = (Contact("Head", "a pupil has contacted you", "head@larkfield.sch.example"),)
    shown = view_of(a_result(contacts=named)).help.school[0]
    assert (shown.when, shown.how) == ("A pupil has contacted you.", "head@larkfield.sch.example")


def test_without_contacts_all_four_signposts_stand() -> None:
    assert len(view_of(a_result()).help.others) == 4


def test_how_long_things_are_kept_is_what_the_private_folder_does() -> None:
    assert KEPT_DAYS == storage.KEPT_DAYS
    assert f"{KEPT_DAYS} days" in view_of(a_result()).closing.kept


def test_addresses_are_listed_lens_by_lens() -> None:
    trails = view_of(rich_result()).accounts[0].trails
    assert [(trail.title, len(trail.addresses)) for trail in trails] == [
        ("Signed in as you", 4),
        ("Signed out, as a stranger", 2),
    ]


def test_a_finding_of_an_unknown_profile_still_says_its_network() -> None:
    (concerns,) = view_of(a_result(a_finding(platform=LINKED[0], account="somebody"))).sections
    assert concerns.findings[0].where == "LinkedIn"


def test_a_handle_stands_for_a_profile_without_a_name() -> None:
    names = [
        view_of(a_result(accounts=(an_account(**named),))).accounts[0].title
        for named in (
            {"name": None},
            {"handle": None},
            {"name": None, "handle": None},
            {"handle": "@alexm"},
        )
    ]
    assert names == [
        "Practice network: @alexm",
        "Practice network: Alex Morgan",
        "Practice network",
        "Practice network: Alex Morgan (@alexm)",
    ]


def test_what_stands_in_no_paragraph_is_called_good_practice() -> None:
    finding = a_finding(principle=None, principle_title=None)
    shown = view_of(a_result(finding)).sections[0].findings[0]
    assert shown.paragraph == "No paragraph of the policy; good practice"


def test_a_profile_that_was_never_proven_or_dated_says_so() -> None:
    account = view_of(a_result(accounts=(an_account(proof=None, taken_at=None),))).accounts[0]
    assert (account.proof, account.when) == (
        "Not known: what was read does not say whose profile it is.",
        "Not known",
    )
