"""The packs that come with selfaudit: in order, complete, and in words that accuse nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from test_policy_loading import CHECKS

from selfaudit.model.policy import Policy
from selfaudit.policy import check_pack, load_policy, shipped_packs
from selfaudit.policy.loading import SHIPPED


@pytest.fixture
def preston_grange() -> Policy:
    return load_policy("preston-grange", known_checks=CHECKS)


@pytest.mark.parametrize("name", shipped_packs())
def test_every_shipped_pack_is_in_order(name: str) -> None:
    from checks import CHECKS as REGISTERED

    known = CHECKS | {check.id for check in REGISTERED}
    assert isinstance(check_pack(SHIPPED / name, known_checks=known), Policy)


def test_preston_grange_covers_every_paragraph_that_asks_something_of_a_worker(
    preston_grange: Policy,
) -> None:
    assert {each.paragraph: each.checks for each in preston_grange.principles} == {
        "402": (),
        **{f"501.{number}": () for number in range(1, 13)},
        "501.3": ("promotion",),
        "501.5": ("confidential_matters",),
        "501.6": ("pupil_connections",),
        "501.7": ("views_on_school_policy",),
        "501.8": ("work_email", "school_logo"),
        "501.9": ("derogatory_language",),
        "501.9 note": ("privacy_level",),
        "601": (),
        "701": (),
    }


def test_preston_grange_has_the_schools_facts_and_invents_none(preston_grange: Policy) -> None:
    school = preston_grange.school
    assert school.name == "Preston Grange Primary School"
    assert school.names == ("Preston Grange Primary", "Preston Grange")
    assert school.domains == ("northtyneside.gov.uk", "ntlp.gov.uk")
    assert school.logos == ()
    assert (preston_grange.version, preston_grange.reviewed, preston_grange.approvals) == ("", None, ())


def test_preston_grange_names_help_inside_and_outside_the_school(preston_grange: Policy) -> None:
    names = " ".join(contact.name for contact in preston_grange.contacts)
    for wanted in ("line manager", "SMT", "headteacher", "HR", "trade union", "Helpline", "Safer Internet"):
        assert wanted in names


def test_questions_are_short_and_ask(preston_grange: Policy) -> None:
    for each in preston_grange.principles:
        if each.question:
            assert "?" in each.question
            assert len(each.question) <= 240, each.paragraph
            assert len(re.findall(r"[.?](?= |$)", each.question)) <= 2, each.paragraph


def test_nothing_in_the_pack_accuses_or_acquits(preston_grange: Policy) -> None:
    words = " ".join(f"{each.title} {each.question or ''}" for each in preston_grange.principles).lower()
    for verdict in (
        "misconduct",
        "dismiss",
        "guilty",
        "you must",
        "violat",
        "offender",
        "disciplin",
        "breach",
    ):
        assert verdict not in words


def test_the_pack_paraphrases_and_copies_at_most_a_clause(preston_grange: Policy, shared: Path) -> None:
    policy = (shared / "facts" / "preston-grange-social-networking-policy.txt").read_text(encoding="utf-8")
    source = re.findall(r"\w+", policy.lower())
    runs = {tuple(source[at : at + 9]) for at in range(len(source))}
    for each in preston_grange.principles:
        ours = re.findall(r"\w+", f"{each.title}. {each.question or ''}".lower())
        assert not [run for at in range(len(ours) - 8) if (run := tuple(ours[at : at + 9])) in runs]
