"""Two people of one name are two accounts where their exports tell so; each is asked about by its files."""

from __future__ import annotations

from pathlib import Path

import pytest
from exports.packing import a_zip
from exports.test_files_of_strangers import Said, taken
from exports.test_sorting_of_exports import Listening

from selfaudit.errors import ConsentWithheld

PROFILE = "First Name,Last Name,Headline\nRobin,Taylor,{}\n"
SHARES = (
    "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\n2026-04-01 12:00:00,https://l/{0},{0},,,\n"
)
ASKED = "More than one account on LinkedIn here has the name Robin Taylor. Is the one in {} your own?"
MINE = "This export is of the profile of Robin Taylor on LinkedIn. Is this your own profile?"
PROOF = (
    "The owner's name was taken from the export. More than one account here has that name; you said that this"
    " one is yours."
)


def linkedin(path: Path, words: str, *emails: str, registered: str = "") -> Path:
    members = {"Profile.csv": PROFILE.format(words), "Shares.csv": SHARES.format(words)}
    if emails:
        members["Email Addresses.csv"] = "\n".join(
            ["Email Address,Confirmed,Primary,Updated On", *(f"{one},Yes,No,Not Available" for one in emails)]
        )
    if registered:
        members["Registration.csv"] = f"Registered At,Registration Ip\n{registered},203.0.113.7\n"
    return a_zip(path, members)


def test_two_members_of_one_name_with_other_addresses_are_two_accounts_asked_about_by_file(
    tmp_path: Path,
) -> None:
    one = linkedin(tmp_path / "one.zip", "Teacher", "robin@school.example", "rt@example.org")
    two = linkedin(tmp_path / "two.zip", "Baker", "robin@bakery.example")
    said = Said()
    snapshots = taken(said, tmp_path, one, two)
    assert said.asked == [ASKED.format("one.zip"), ASKED.format("two.zip")]
    assert [(one.owner.bio, len(one.posts), one.proof) for one in snapshots] == [
        ("Teacher", 1, PROOF),
        ("Baker", 1, PROOF),
    ]


def test_of_two_members_of_one_name_the_other_is_left_out_and_told(tmp_path: Path) -> None:
    one = linkedin(tmp_path / "one.zip", "Teacher", "robin@school.example")
    two = linkedin(tmp_path / "two.zip", "Baker", "robin@bakery.example")
    told = Listening()
    (snapshot,) = taken(Said("two.zip"), tmp_path, one, two, told=told)
    assert (snapshot.owner.bio, snapshot.owner.emails) == ("Teacher", ("robin@school.example",))
    assert [line for line in told.said if "two.zip" in line] == [
        "Left out: two.zip is of an account whose name another has too, and you did not say that it is yours."
    ]
    assert "Baker" not in str(snapshot)


def test_where_neither_of_two_members_of_one_name_is_the_person_nothing_is_kept(tmp_path: Path) -> None:
    one = linkedin(tmp_path / "one.zip", "Teacher", "robin@school.example")
    two = linkedin(tmp_path / "two.zip", "Baker", "robin@bakery.example")
    with pytest.raises(ConsentWithheld):
        taken(Said("zip"), tmp_path, one, two)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("rt@example.org", "robin@school.example"), ("RT@example.org ",)),
        (("rt@example.org",), ()),
        ((), ("rt@example.org",)),
        ((), ()),
    ],
)
def test_the_exports_of_one_member_are_one_account_also_where_only_one_holds_addresses(
    tmp_path: Path, first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    one = linkedin(tmp_path / "Basic_LinkedInDataExport_01-05-2026.zip", "a", *first)
    two = linkedin(tmp_path / "Complete_LinkedInDataExport_01-06-2026.zip", "b", *second)
    said = Said()
    (snapshot,) = taken(said, tmp_path, one, two)
    assert (said.asked, len(snapshot.posts)) == ([MINE], 2)


def test_a_member_who_changed_every_address_is_known_by_the_day_of_joining(tmp_path: Path) -> None:
    one = linkedin(tmp_path / "1.zip", "a", "old@example.org", registered="2/1/15, 3:00 PM")
    two = linkedin(tmp_path / "2.zip", "b", "new@example.org", registered="2/1/15, 3:00 PM")
    said = Said()
    (snapshot,) = taken(said, tmp_path, one, two)
    assert (said.asked, len(snapshot.posts)) == ([MINE], 2)


def test_days_of_joining_that_are_written_otherwise_tell_nobody_apart(tmp_path: Path) -> None:
    one = linkedin(tmp_path / "1.zip", "a", registered="2/1/15, 3:00 PM")
    two = linkedin(tmp_path / "2.zip", "b", "new@example.org", registered="2015-02-01 15:00 UTC")
    assert len(taken(Said(), tmp_path, one, two)) == 1


@pytest.mark.parametrize("order", [("1", "2", "3"), ("3", "2", "1"), ("2", "1", "3"), ("1", "3", "2")])
def test_an_export_without_addresses_beside_two_members_of_its_name_joins_neither(
    tmp_path: Path, order: tuple[str, ...]
) -> None:
    emails = {"1": ("robin@school.example",), "2": (), "3": ("robin@bakery.example",)}
    paths = [linkedin(tmp_path / f"{name}.zip", name, *emails[name]) for name in order]
    snapshots = taken(Said(), tmp_path, *paths)
    assert sorted(post.text for one in snapshots for post in one.posts) == ["1", "3"]
    told = "the file 2.zip does not tell which of the accounts it belongs to"
    assert all(told in [gap.reason for gap in one.gaps] for one in snapshots)
