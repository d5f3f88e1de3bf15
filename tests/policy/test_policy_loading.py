"""A pack is found by name or path, and everything that is in it arrives."""

from __future__ import annotations

import struct
from datetime import date
from pathlib import Path

import pytest

from selfaudit.errors import PolicyError
from selfaudit.model.policy import Approval, Contact, Logo, Policy, Principle, School
from selfaudit.policy import check_pack, is_stale, load_policy, shipped_packs
from selfaudit.policy.loading import SHIPPED

CHECKS = frozenset(
    {
        "confidential_matters",
        "derogatory_language",
        "privacy_level",
        "promotion",
        "pupil_connections",
        "school_logo",
        "views_on_school_policy",
        "work_email",
    }
)
PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", 13, b"IHDR") + b"\0" * 17

GOOD = """\
schema = 1
title = "Social Media Policy"
version = "3"
reviewed = 2026-09-01

[school]
name = "Larkfield Primary School"
names = ["Larkfield"]
domains = [".larkfield.sch.example", "@NTLP.gov.uk"]

[[logo]]
name = "crest"
file = "pictures/crest.png"

[[contact]]
name = "The head"
when = "Always"

[[principle]]
paragraph = "1.10"
title = "No work address"
checks = [
    "work_email",
    "school_logo",
]

[[principle]]
paragraph = "2"
title = "Ask"
question = "Have you asked?"

[[approval]]
check = "work_email"
by = "The head"
on = 2026-09-02
until = 2027-07-31
covers = "the choir's page"
"""


def a_pack(folder: Path, text: str | bytes = GOOD) -> Path:
    """A pack with this text and a logo."""
    (folder / "pictures").mkdir(parents=True, exist_ok=True)
    (folder / "pictures" / "crest.png").write_bytes(PNG)
    (folder / "policy.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_everything_in_a_pack_arrives(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "larkfield")
    assert load_policy(pack, known_checks=CHECKS) == Policy(
        id="larkfield",
        title="Social Media Policy",
        version="3",
        reviewed=date(2026, 9, 1),
        school=School(
            name="Larkfield Primary School",
            names=("Larkfield",),
            domains=("larkfield.sch.example", "ntlp.gov.uk"),
            logos=(Logo("crest", pack.resolve() / "pictures" / "crest.png"),),
        ),
        contacts=(Contact("The head", "Always"),),
        principles=(
            Principle("1.10", "No work address", ("work_email", "school_logo")),
            Principle("2", "Ask", (), "Have you asked?"),
        ),
        approvals=(
            Approval("work_email", "The head", date(2026, 9, 2), date(2027, 7, 31), "the choir's page"),
        ),
    )


def test_the_file_itself_may_be_named(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "larkfield")
    assert load_policy(pack / "policy.toml", known_checks=CHECKS).id == "larkfield"
    assert load_policy(str(pack / "policy.toml"), known_checks=CHECKS).id == "larkfield"


def test_a_file_of_another_name_gives_the_pack_its_name(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "larkfield")
    (pack / "policy.toml").rename(pack / "autumn.toml")
    assert load_policy(pack / "autumn.toml", known_checks=CHECKS).id == "autumn"


@pytest.mark.parametrize("change", [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n")])
def test_what_windows_editors_add_does_no_harm(tmp_path: Path, change: object) -> None:
    pack = a_pack(tmp_path / "larkfield", change(GOOD).encode())  # type: ignore[operator]
    plain = a_pack(tmp_path / "plain")
    windows, unix = (load_policy(each, known_checks=CHECKS) for each in (pack, plain))
    assert (windows.title, windows.principles) == (unix.title, unix.principles)


def test_a_name_is_looked_up_among_the_persons_own_packs_first(tmp_path: Path) -> None:
    a_pack(tmp_path / "own" / "larkfield")
    a_pack(tmp_path / "own" / "preston-grange")
    own = tmp_path / "own"
    assert load_policy("larkfield", known_checks=CHECKS, own_packs=own).title == "Social Media Policy"
    assert load_policy("preston-grange", known_checks=CHECKS, own_packs=own).version == "3"
    assert load_policy("preston-grange", known_checks=CHECKS).version == ""
    assert "larkfield" not in shipped_packs()
    assert "preston-grange" in shipped_packs()


def test_own_packs_need_not_exist(tmp_path: Path) -> None:
    pack = load_policy("preston-grange", known_checks=CHECKS, own_packs=tmp_path / "nowhere")
    assert pack.id == "preston-grange"


def test_a_folder_beside_the_person_is_found_by_its_bare_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_pack(tmp_path / "larkfield")
    monkeypatch.chdir(tmp_path)
    assert load_policy("larkfield", known_checks=CHECKS).id == "larkfield"
    monkeypatch.chdir(tmp_path / "larkfield")
    assert load_policy(".", known_checks=CHECKS).id == "larkfield"
    assert load_policy("policy.toml", known_checks=CHECKS).id == "larkfield"


def test_a_name_that_climbs_is_never_taken_for_a_shipped_pack() -> None:
    with pytest.raises(PolicyError):
        load_policy("..", known_checks=CHECKS, own_packs=SHIPPED)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        (
            "preston-grnage",
            'There is no policy pack called "preston-grnage"; did you mean "preston-grange"?',
        ),
        ("nowhere/at-all", "There is no file"),
        ("", "There is no policy pack called"),
        ("a\0b", "There is no policy pack called"),
        ("x" * 5000, "There is no policy pack called"),
        ("y/" + "x" * 5000, "cannot be read"),
    ],
)
def test_a_pack_that_is_not_there_is_told_in_one_sentence(name: str, sentence: str) -> None:
    with pytest.raises(PolicyError) as told:
        load_policy(name, known_checks=CHECKS)
    assert sentence in told.value.sentence


def test_loading_tells_the_first_complaint_and_how_many_more_there_are(tmp_path: Path) -> None:
    pack = a_pack(tmp_path / "larkfield", GOOD.replace("work_email", "work_mail").replace("when", "wen"))
    with pytest.raises(PolicyError) as told:
        load_policy(pack, known_checks=CHECKS)
    assert (
        told.value.sentence
        == 'larkfield/policy.toml, line 17: "wen" is not known in [[contact]]; did you mean "when"?'
    )
    assert told.value.next_step == (
        "There are 2 more things to put right; selfaudit policy check FOLDER lists them all."
    )


def test_checking_gives_the_policy_when_there_is_nothing_to_put_right(tmp_path: Path) -> None:
    assert isinstance(check_pack(a_pack(tmp_path / "larkfield"), known_checks=CHECKS), Policy)


@pytest.mark.parametrize(
    ("reviewed", "today", "stale"),
    [
        (date(2025, 9, 1), date(2026, 10, 1), False),
        (date(2025, 9, 1), date(2026, 10, 2), True),
        (date(2025, 8, 31), date(2026, 9, 30), False),
        (date(2025, 8, 31), date(2026, 10, 1), True),
        (date(2025, 12, 15), date(2027, 1, 15), False),
        (date(2025, 12, 15), date(2027, 1, 16), True),
        (date(2025, 9, 1), date(2025, 1, 1), False),
        (None, date(2040, 1, 1), False),
    ],
)
def test_a_policy_is_stale_a_year_and_a_month_after_its_review(
    reviewed: date | None, today: date, stale: bool
) -> None:
    policy = Policy(id="x", title="x", school=School("x"), principles=(), reviewed=reviewed)
    assert is_stale(policy, today) is stale
