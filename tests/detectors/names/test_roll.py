"""A roll read from CSV, and names held against it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfaudit.detectors.names import Pupil, Roll
from selfaudit.detectors.names.roll import tidy
from selfaudit.errors import SnapshotError
from selfaudit.model.detections import PupilSign
from selfaudit.model.vocabulary import Confidence

ROLL = Roll([Pupil("P1", ("Isabella Dodds", "Bella Dodds")), Pupil("P2", ("Noah O'Brien",))])
SAME = PupilSign(
    Confidence.LIKELY, "A pupil of this name is on the roll; somebody else may have the same name."
)
NEAR = PupilSign(
    Confidence.UNSURE, "A pupil of nearly this name is on the roll; somebody else may have the same name."
)


@pytest.mark.parametrize(
    ("name", "handle", "expected"),
    [
        ("Isabella Dodds", None, [SAME]),
        ("Dodds Isabella", None, [SAME]),
        ("🦄 𝓑𝓮𝓵𝓵𝓪 Dodds 🦄", None, [SAME]),  # noqa: RUF001 - decorated letters
        ("B e l l a dodds", None, [SAME]),
        ("Noah Obrien", None, [SAME]),
        ("🎮", "bella.dodds_11", [SAME]),
        ("Isabela Doddds", None, [NEAR]),
        ("Sarah Hindmarsh", "sarah.h", []),
        ("Bella", "bella", []),
        (None, None, []),
        ("", "", []),
    ],
)
def test_a_name_is_held_against_every_name_a_pupil_goes_by(
    name: str | None, handle: str | None, expected: list[PupilSign]
) -> None:
    assert ROLL.signs_of(name, handle) == expected


def test_decorated_names_are_tidied() -> None:
    assert tidy("✨ Zoë-Mae  O'Neill ✨") == "zoemae oneill"


def test_a_roll_is_read_with_known_as_and_without(tmp_path: Path) -> None:
    file = tmp_path / "roll.csv"
    file.write_text(
        "\ufeffpupil_id,forename,surname,known_as\nP1,Isabella,Dodds,Bella\nP2,Noah,Bell,\n", "utf-8"
    )
    roll = Roll.from_csv(file)
    assert len(roll) == 2
    assert roll.best("Bella Dodds", None) == ("P1", 100.0)
    assert roll.best("Noah Bell", None) == ("P2", 100.0)


def test_a_roll_that_lacks_a_column_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "roll.csv"
    file.write_text("pupil_id,forename\nP1,Isabella\n", encoding="utf-8")
    with pytest.raises(SnapshotError) as said:
        Roll.from_csv(file)
    assert str(said.value) == f"{file} has no column surname. A roll needs pupil_id, forename and surname."


def test_a_roll_that_is_no_text_is_told_so(tmp_path: Path) -> None:
    file = tmp_path / "roll.csv"
    file.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(SnapshotError) as said:
        Roll.from_csv(file)
    assert str(said.value) == f"{file} cannot be read as a roll. Save it as CSV in UTF-8."


def test_an_empty_roll_matches_nobody() -> None:
    assert Roll([]).signs_of("Isabella Dodds", "bella") == []


def test_plainly_written_pupils_of_the_development_sets_are_found(shared: Path) -> None:
    names = shared / "data/names"
    roll = Roll.from_csv(names / "roll_420_s0.csv")
    with (names / "conn_420_600_s0.csv").open(encoding="utf-8") as text:
        exact = [row for row in csv.DictReader(text) if row["kind"] == "exact"]
    found = sum(bool(roll.signs_of(row["display"], row["handle"])) for row in exact)
    assert exact
    assert found == len(exact)


@given(st.text(), st.text())
def test_no_text_breaks_it(name: str, handle: str) -> None:
    assert isinstance(ROLL.signs_of(name, handle), list)
