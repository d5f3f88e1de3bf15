"""``selfaudit policy`` show, check and new, as a person meets them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner, Result
from test_policy_loading import CHECKS, GOOD, a_pack

from selfaudit.cli.policy import policy
from selfaudit.errors import PolicyError
from selfaudit.policy import listing, load_policy

TOPICS = {name: name.replace("_", " ").capitalize() for name in CHECKS}


@pytest.fixture(autouse=True)
def five_checks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks that the test pack names, whichever are registered on the day."""
    stand_ins = (SimpleNamespace(id=name, words=SimpleNamespace(topic=TOPICS[name])) for name in TOPICS)
    monkeypatch.setattr("checks.CHECKS", tuple(stand_ins))


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(policy, [str(word) for word in words])


def test_the_listing_tells_all_that_a_pack_holds(tmp_path: Path) -> None:
    pack = load_policy(a_pack(tmp_path / "larkfield"), known_checks=CHECKS)
    assert (
        listing(pack, TOPICS)
        == """\
Social Media Policy
Pack larkfield: version 3, reviewed 2026-09-01

The school
    name          Larkfield Primary School
    also called   Larkfield
    work e-mail   larkfield.sch.example, ntlp.gov.uk
    logos         crest (crest.png)

What the policy asks, and how it is looked at

    1.10          No work address
                  checked: Work email (work_email)
                  checked: School logo (school_logo)

    2             Ask
                  a question for you only: Have you asked?

Permissions in writing
    Work email    by The head, 2026-09-02 until 2027-07-31, for the choir's
                  page

Whom to ask
    The head
                  Always

2 principles, 2 checks, 1 question. Only a person can judge: 2.
"""
    )


def test_show_lists_the_usual_pack_when_none_is_named() -> None:
    result = run("show")
    assert result.exit_code == 0
    assert "Preston Grange Primary School" in result.output
    assert "no picture given: logos cannot be found" in result.output
    assert "Only a person can judge: 402, 501.1, 501.2" in result.output


def test_show_finds_the_persons_own_packs(home: Path) -> None:
    a_pack(home / "policies" / "larkfield")
    assert "Pack larkfield: version 3" in run("show", "larkfield").output


@pytest.mark.parametrize(("days", "said"), [(30, False), (500, True)])
def test_show_says_when_the_text_is_old(tmp_path: Path, days: int, said: bool) -> None:
    day: date = datetime.now(UTC).date() - timedelta(days=days)
    pack = a_pack(tmp_path / "larkfield", GOOD.replace("2026-09-01", day.isoformat()))
    assert ("whether there is a newer text" in run("show", pack).output) is said


def test_check_says_when_a_pack_is_in_order(tmp_path: Path) -> None:
    result = run("check", a_pack(tmp_path / "larkfield"))
    assert result.exit_code == 0
    assert result.output.startswith("This pack is in order: 2 principles, 2 checks, 1 question.")


def test_check_lists_every_complaint_and_cannot_finish(tmp_path: Path) -> None:
    result = run("check", a_pack(tmp_path / "larkfield", GOOD.replace('"2"', "2").replace("when", "wen")))
    assert result.output.splitlines() == [
        'larkfield/policy.toml, line 17: "wen" is not known in [[contact]]; did you mean "when"?',
        'larkfield/policy.toml, line 28: "paragraph" should be in straight quotes, as in "501.10"',
    ]
    assert isinstance(result.exception, PolicyError)
    assert result.exception.sentence == "This pack cannot be used yet: 2 things to put right."


def test_check_of_nothing_is_one_sentence(tmp_path: Path) -> None:
    result = run("check", tmp_path / "nowhere")
    assert isinstance(result.exception, PolicyError)
    assert "There is no file" in result.exception.sentence


def test_new_writes_a_pack_that_check_finds_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "sea view"
    made = run("new", folder, "--school", "Seaview", "--domain", "a.example", "--domain", "b.example")
    assert made.exit_code == 0
    assert f'selfaudit policy check "{folder}"' in made.output
    assert run("check", folder).exit_code == 0
    assert load_policy(folder, known_checks=CHECKS).school.domains == ("a.example", "b.example")


def test_new_overwrites_nothing(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "larkfield")
    result = run("new", pack, "--school", "Seaview")
    assert isinstance(result.exception, PolicyError)
    assert (pack / "policy.toml").read_text() == GOOD
