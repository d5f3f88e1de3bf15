"""Work addresses on a profile: whose, where, how plainly."""

from __future__ import annotations

from datetime import date

import pytest
from builders import BOTH, NOON, a_case, a_policy, a_post, a_snapshot, an_image, an_owner
from hypothesis import given
from hypothesis import strategies as st

from checks._pictured import MAY_BE_WRONG
from checks.work_email import CHECK
from selfaudit.model.findings import Evidence
from selfaudit.model.policy import Approval
from selfaudit.model.region import Region
from selfaudit.model.snapshot import Fact, Gap
from selfaudit.model.vocabulary import Confidence, Lens, Outcome, Part, PostKind, Severity
from selfaudit.model.written import Line, Written

ADDRESS = "alex@larkfield.sch.example"
NOTE = "This is an address at larkfield.sch.example."


def a_piece(item: str, quote: str = ADDRESS, note: str = NOTE, **changes: object) -> Evidence:
    fields = {"confidence": Confidence.CERTAIN, "lens": Lens.PUBLIC, **changes}
    return Evidence(item=item, quote=quote, marks=((0, len(quote)),), note=note, **fields)  # type: ignore[arg-type]


def test_an_address_in_a_post_is_a_concern_that_quotes_only_the_address() -> None:
    post = a_post(f"So proud today! Write to {ADDRESS}, or ring.", url="https://site.example/p1")
    finding = CHECK.run(a_case(a_snapshot(post), a_policy("work_email")))
    assert finding.outcome is Outcome.CONCERN
    assert finding.principle == "501.1"
    assert finding.severity is Severity.MODERATE
    assert finding.evidence == (a_piece("p1", url="https://site.example/p1", time=NOON),)


def test_every_place_of_the_profile_is_read_and_each_address_told_once_a_place() -> None:
    owner = an_owner(
        bio=f"Teacher. {ADDRESS}",
        emails=(ADDRESS,),
        links=(f"mailto:{ADDRESS}?subject=Hi", "https://larkfield.sch.example"),
        facts=(Fact("Work e-mail", "office@ntlp.gov.uk"),),
    )
    post = a_post("My page", links=("mailto:alex%40larkfield.sch.example",))
    image = an_image(caption=f"Ask {ADDRESS}")
    finding = CHECK.run(a_case(a_snapshot(post, image, owner=owner)))
    assert finding.evidence == (
        a_piece("contact"),
        a_piece("contact", "office@ntlp.gov.uk", "This is an address at ntlp.gov.uk."),
        a_piece("bio"),
        a_piece("i1"),
        a_piece("p1", "alex%40larkfield.sch.example", time=NOON),
    )


def test_an_address_in_what_was_shared_is_said_to_be_shared() -> None:
    post = a_post(f"Ring or write to {ADDRESS}", own=False, kind=PostKind.REPOST)
    (piece,) = CHECK.run(a_case(a_snapshot(post))).evidence
    note = "Somebody else wrote this and you shared it; it is an address at larkfield.sch.example."
    assert piece == a_piece("p1", note=note, time=NOON, severity=Severity.ADVICE)


def test_an_address_that_a_program_made_out_in_a_picture_is_told_too() -> None:
    image = an_image(caption=f"Image may contain: text that says '{ADDRESS}'")
    assert CHECK.run(a_case(a_snapshot(a_post(), image))).evidence == (a_piece("i1"),)


def test_an_address_in_the_words_of_a_picture_is_told_with_its_place() -> None:
    first, second = Region(10, 10, 200, 20), Region(10, 40, 200, 20)
    text = f"Summer fair. Write to {ADDRESS}"
    written = Written(text, (Line(0, 12, first), Line(13, len(text), second)))
    finding = CHECK.run(a_case(a_snapshot(a_post(), an_image()), written={"i1": (written,)}))
    note = f"{NOTE} {MAY_BE_WRONG}"
    assert finding.outcome is Outcome.CONCERN
    assert finding.evidence == (a_piece("i1", note=note, region=second, confidence=Confidence.LIKELY),)


def test_a_disguised_address_in_a_picture_needs_a_look() -> None:
    text = "alex at larkfield dot sch dot example"
    written = Written(text, (Line(0, len(text), Region(0, 0, 9, 9)),))
    finding = CHECK.run(a_case(a_snapshot(a_post(), an_image()), written={"i1": (written,)}))
    assert finding.outcome is Outcome.NEEDS_REVIEW


def test_a_disguised_address_is_a_concern_and_comes_after_plain_ones() -> None:
    hidden = "alex [at] larkfield dot sch dot example"
    finding = CHECK.run(a_case(a_snapshot(a_post(hidden), a_post(ADDRESS, id="p2"))))
    assert finding.outcome is Outcome.CONCERN
    note = f"{NOTE[:-1]}, written in a disguise that people and programs see through. It reads as {ADDRESS}."
    assert finding.evidence == (
        a_piece("p2", time=NOON),
        a_piece("p1", hidden, note, confidence=Confidence.LIKELY, time=NOON),
    )


@pytest.mark.parametrize(
    "written",
    [
        "".join(chr(ord(letter) + 0xFEE0) for letter in ADDRESS),
        ADDRESS.replace("@", "\u200b@\u200b").replace(".", "\u200b.\u200b"),
    ],
    ids=["full-width", "zero-width"],
)
def test_letters_that_no_screen_shows_are_told_as_the_address_that_they_read_as(written: str) -> None:
    (piece,) = CHECK.run(a_case(a_snapshot(a_post(written)))).evidence
    assert (piece.quote, piece.confidence) == (written, Confidence.LIKELY)
    assert piece.note.endswith(f" It reads as {ADDRESS}.")


def test_an_address_that_somebody_else_wrote_is_worded_apart_and_weighs_less() -> None:
    comment = a_post(f"Mail {ADDRESS}!", id="c1", kind=PostKind.COMMENT, own=False, author="Pat")
    finding = CHECK.run(a_case(a_snapshot(a_post(), comment)))
    note = "Somebody else wrote this on your page; it is an address at larkfield.sch.example."
    assert finding.severity is Severity.ADVICE
    assert finding.evidence == (a_piece("c1", note=note, own=False, severity=Severity.ADVICE, time=NOON),)


def test_what_may_be_a_mention_needs_a_look() -> None:
    finding = CHECK.run(a_case(a_snapshot(a_post("alex @ntlp.gov.uk", lenses=(Lens.OWNER,)))))
    assert finding.outcome is Outcome.NEEDS_REVIEW
    assert finding.evidence == (
        a_piece(
            "p1",
            "alex @ntlp.gov.uk",
            "This may be an address at ntlp.gov.uk. If it is one, it reads as alex@ntlp.gov.uk.",
            confidence=Confidence.UNSURE,
            lens=Lens.OWNER,
            time=NOON,
        ),
    )


@pytest.mark.parametrize(
    "text",
    [
        "x@notntlp.gov.uk",
        "x@ntlp.gov.uk.example.com",
        "See ntlp.gov.uk",
        "I work at northtyneside.gov.uk",
        "alex@home.example",
    ],
)
def test_look_alikes_are_clear(text: str) -> None:
    finding = CHECK.run(a_case(a_snapshot(a_post(text))))
    assert (finding.outcome, finding.evidence) == (Outcome.CLEAR, ())


def test_a_mastodon_handle_at_a_work_domain_is_no_address() -> None:
    assert CHECK.run(a_case(a_snapshot(a_post(), owner=an_owner(handle="alex@ntlp.gov.uk")))).evidence == ()


@pytest.mark.parametrize("part", [Part.BIO, Part.CONTACT, Part.POSTS, Part.COMMENTS])
def test_what_was_not_seen_is_never_clear(part: Part) -> None:
    finding = CHECK.run(a_case(a_snapshot(a_post(), Gap(part, "a login wall"))))
    assert finding.outcome is Outcome.NOT_CHECKED
    assert finding.reason == f"{part.words[0].upper()}{part.words[1:]}: a login wall."


def test_a_policy_without_domains_cannot_be_checked() -> None:
    finding = CHECK.run(a_case(a_snapshot(a_post(ADDRESS)), a_policy(domains=())))
    assert finding.outcome is Outcome.NOT_CHECKED
    assert finding.reason == "The policy names no work e-mail addresses to look for."


def test_written_approval_makes_it_clear_and_is_named() -> None:
    approval = Approval("work_email", "J. Head", date(2026, 9, 1))
    policy = a_policy("work_email", approvals=(approval,))
    finding = CHECK.run(a_case(a_snapshot(a_post(ADDRESS)), policy))
    assert finding.outcome is Outcome.CLEAR
    assert finding.approval == approval
    assert finding.evidence == (a_piece("p1", time=NOON),)


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    snapshot = a_snapshot(a_post(text, links=(text,)), owner=an_owner(bio=text, emails=(text,), lenses=BOTH))
    assert CHECK.run(a_case(snapshot)).outcome in Outcome
