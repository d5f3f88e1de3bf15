from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports.damaging import never_falls_over, read_members
from exports.packing import a_folder, a_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports, unused
from selfaudit.exports.archive import opened
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.linkedin.export import LINKEDIN_EXPORT

SAMPLES = "samples/exports/linkedin"
CONSTRUCTED = "constructed/Complete_LinkedInDataExport_01-05-2026.zip"
PUBLISHED = "rustume/complete_export.zip"
PREAMBLE = 'Notes:\n"When exporting your connection data, some of the addresses are missing."\n\n'
HEADING = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
PROFILE = "First Name,Last Name,Headline,Summary\nRobin,Taylor,Teacher,\n"
SHARES = "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility"


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent())
    return snapshot


def gaps(snapshot: Snapshot, part: Part) -> list[tuple[str, int | None]]:
    return [(g.reason, g.count) for g in snapshot.gaps if g.part is part and g.lens is not Lens.PUBLIC]


def facts(snapshot: Snapshot) -> list[tuple[str, str]]:
    return [(fact.name, fact.value) for fact in snapshot.owner.facts]


def hidden(snapshot: Snapshot) -> list[int | None]:
    return [count for reason, count in gaps(snapshot, Part.CONNECTIONS) if "nothing but the day" in reason]


def counted(text: str, heading: str) -> list[list[str]]:
    """The rows below the heading, counted without the reader."""
    return list(csv.reader(io.StringIO(text.partition(heading)[2].lstrip("\n"))))


@pytest.mark.parametrize(
    ("name", "people", "hiding"),
    [("six-hops", 4, [1]), ("lexnetwork", 4, [])],
    ids=["six-hops", "lexnetwork"],
)
def test_lone_table_of_connections_is_read_below_its_preamble(
    shared: Path, tmp_path: Path, name: str, people: int, hiding: list[int]
) -> None:
    path = shared / SAMPLES / name / "Connections.csv"
    rows = counted(path.read_text(), HEADING)
    snapshot = read(path, tmp_path)
    assert [other.display_name for other in snapshot.connections] == [
        f"{row[0]} {row[1]}" for row in rows if row[0]
    ]
    assert len(snapshot.connections) == people
    assert hidden(snapshot) == hiding
    assert Part.POSTS not in snapshot.read


def test_two_people_of_one_name_stay_two_and_their_addresses_are_left_out(
    shared: Path, tmp_path: Path
) -> None:
    snapshot = read(shared / SAMPLES / "six-hops/Connections.csv", tmp_path)
    same = [other for other in snapshot.connections if other.display_name == "Priya Sharma"]
    assert [(other.handle, other.about) for other in same] == [
        ("priya-sharma-1", "Software Engineer II at Razorpay"),
        ("priya-sharma-2", "Product Manager at Razorpay Software Pvt Ltd"),
    ]
    assert same[0].since == datetime(2021, 3, 12, tzinfo=UTC)
    assert "rahul@example.com" not in repr(snapshot)


def test_published_export_names_its_owner_and_says_what_it_does_not_hold(
    shared: Path, tmp_path: Path
) -> None:
    snapshot = read(shared / SAMPLES / PUBLISHED, tmp_path)
    owner = snapshot.owner
    assert (owner.name, owner.emails) == ("David Chen", ("david@example.com", "david.chen@gmail.com"))
    assert owner.bio is not None
    assert owner.bio.startswith("Senior Backend Engineer\nExperienced backend engineer")
    assert owner.links == ("https://davidchen.dev", "https://github.com/davidchen")
    assert [fact.name for fact in owner.facts] == ["Location", "Industry", *["Work"] * 3, *["Education"] * 2]
    assert (snapshot.posts, snapshot.connections) == ((), ())
    assert set(snapshot.read) == {Part.BIO, Part.CONTACT}
    assert {gap.part for gap in snapshot.gaps if gap.lens is None} == set(Part) - {
        Part.BIO,
        Part.CONTACT,
        Part.OTHER,
    }


def test_constructed_complete_export_is_read_to_the_numbers_of_its_tables(
    shared: Path, tmp_path: Path
) -> None:
    path = shared / SAMPLES / CONSTRUCTED
    snapshot = read(path, tmp_path)
    with zipfile.ZipFile(path) as archive:
        tables = {name: archive.read(name).decode() for name in archive.namelist()}
    shares = [post for post in snapshot.posts if post.kind is PostKind.POST]
    comments = [post for post in snapshot.posts if post.kind is PostKind.COMMENT]
    listed = counted(tables["Connections.csv"], HEADING)
    assert len(shares) == len(counted(tables["Shares.csv"], SHARES)) + 1 == 3 + 1  # and one article
    assert len(comments) == len(counted(tables["Comments.csv"], "Date,Link,Message")) == 2
    assert len(snapshot.connections) == sum(bool(row[0]) for row in listed) == 7
    assert hidden(snapshot) == [sum(not row[0] for row in listed)] == [1]
    assert len(snapshot.owner.emails) == 2
    assert snapshot.owner.phones == ("+44 7700 900123",)
    assert snapshot.owner.bio == "School social worker\nZeile 1\nZeile 2, mit Komma"
    assert snapshot.owner.links == ("https://blog.example.org",)
    assert ("Twitter", "oldname") in facts(snapshot)


def test_constructed_shares_have_their_audience_time_and_text_over_several_lines(
    shared: Path, tmp_path: Path
) -> None:
    posts = read(shared / SAMPLES / CONSTRUCTED, tmp_path).posts
    assert [(post.text, post.audience) for post in posts] == [
        ('Neuer Beitrag\n\nmit "Zitat" und Ümläut', Audience.UNKNOWN),
        ("", Audience.FRIENDS),
        ("Drei", Audience.UNKNOWN),
        ("Mein Artikel\nText…", Audience.UNKNOWN),
        ("Glückwunsch, toll!", Audience.UNKNOWN),
        ("+1", Audience.UNKNOWN),
    ]
    assert posts[0].time == datetime(2026, 2, 9, 1, 21, 47, tzinfo=UTC)
    assert posts[1].links == ("https://news.example.org",)


def test_invitations_and_reactions_are_never_opened(shared: Path) -> None:
    assert set(unused(shared / SAMPLES / CONSTRUCTED)) == {"Invitations.csv", "Reactions.csv"}


def test_invented_messages_and_address_books_are_never_opened(tmp_path: Path) -> None:
    members = {
        "Profile.csv": PROFILE,
        "messages.csv": "FROM,TO,CONTENT\nAlex,Robin,secret words\n",
        "ImportedContacts.csv": "FirstName,Emails\nKim,kim@example.org\n",
    }
    path = a_zip(tmp_path / "Basic_LinkedInDataExport_01-05-2026.zip", members)
    assert set(unused(path)) == {"messages.csv", "ImportedContacts.csv"}
    assert "secret" not in repr(read(path, tmp_path))


def test_invented_formulas_stay_text(tmp_path: Path) -> None:
    formula = "=cmd|' /C calc'!A0"
    comments = f'Date,Link,Message\n2025-05-05 10:00:00,,"{formula}"\n2025-05-06 10:00:00,,+1\n'
    people = (
        f'{HEADING}\n"=HYPERLINK(""http://x"")",Bell,https://www.linkedin.com/in/b,,,@SUM(A1),01 Feb 2026\n'
    )
    members = {"Profile.csv": PROFILE, "Comments.csv": comments, "Connections.csv": people}
    snapshot = read(a_zip(tmp_path / "l.zip", members), tmp_path)
    assert [post.text for post in snapshot.posts] == [formula, "+1"]
    assert [(other.display_name, other.about) for other in snapshot.connections] == [
        ('=HYPERLINK("http://x") Bell', "@SUM(A1)")
    ]


def test_invented_comments_escape_quotation_marks_and_are_named_by_the_member(tmp_path: Path) -> None:
    rows = [
        '2024-06-10 18:53:49,https://x/a,"Back on the \\"night\\" team,\n\nwith tea"',
        '2024-06-11 00:00:00,https://x/b,"They said: \\"make it so.\\""',
        '2024-06-12 00:00:00,https://x/c,"They call it ""now"""',
        ",https://x/d,Undated",
    ]
    comments = "\n".join(["Date,Link,Message", *rows])
    shares = f'{SHARES}\n2026-04-01 12:00:00,https://l/1,"See ""this"", C:\\",,,PUBLIC\n'
    members = {"Profile.csv": PROFILE, "Comments_17529.csv": comments, "Shares_17529.csv": shares}
    snapshot = read(a_zip(tmp_path / "l.zip", members), tmp_path)
    assert [(post.text, post.time is None) for post in snapshot.posts] == [
        ('See "this", C:\\', False),
        ('Back on the "night" team,\n\nwith tea', False),
        ('They said: "make it so."', False),
        ('They call it "now"', False),
        ("Undated", True),
    ]


def test_invented_names_of_files_and_columns_of_other_generations_are_known(tmp_path: Path) -> None:
    columns = "Connected On,Position,Company,Email Address,Last Name,First Name,URL"
    members = {
        "export/email_addresses.csv": "\ufeffEmail Address,Confirmed\nrobin@example.org,Yes\n",
        "export/Phone Numbers.csv": "Extension,Number,Type\n12,020 7946 0000,WORK\n",
        "export/Connections (1).csv": f"{columns}\n08 Feb 2026,,,,Bell,Alex,https://www.linkedin.com/in/alex-bell\n",
        "export/Registration.csv": "Registered At,Registration Ip\n2/1/15 3:00 PM,203.0.113.7\n",
    }
    snapshot = read(a_folder(tmp_path, members) / "export", tmp_path)
    assert snapshot.owner.emails == ("robin@example.org",)
    assert snapshot.owner.phones == ("020 7946 0000 ext. 12",)
    assert facts(snapshot) == [("Member since", "2/1/15 3:00 PM")]
    assert "203.0.113.7" not in repr(snapshot)
    assert [(other.display_name, other.handle) for other in snapshot.connections] == [
        ("Alex Bell", "alex-bell")
    ]


def test_invented_smaller_download_and_lone_table_are_one_export(tmp_path: Path) -> None:
    profile = a_zip(tmp_path / "Basic_LinkedInDataExport_01-05-2026.zip", {"Profile.csv": PROFILE})
    people = tmp_path / "Connections.csv"
    people.write_text(f"{PREAMBLE}{HEADING}\nAlex,Bell,https://www.linkedin.com/in/alex,,,,08 Feb 2026")
    given, asked = [people, profile], list[str]()
    (snapshot,), others = import_exports(
        given, tmp_path / "media", Silent(), is_mine=lambda question: not asked.append(question)
    )
    assert [question.partition(". ")[0] for question in asked] == [
        "This file does not say whose it is: Connections.csv"
    ]
    assert (snapshot.owner.name, len(snapshot.connections), others) == ("Robin Taylor", 1, ())
    (reason, _count) = gaps(snapshot, Part.POSTS)[0]
    assert "ask LinkedIn for the larger data archive" in reason


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("comments.csv", "id,permalink,date,ip,subreddit,gildings,link,parent,body,media"),
        ("comments.csv", "Comment ID,Channel ID,Comment Text"),
        ("Connections.csv", "Host,Port,Protocol"),
    ],
)
def test_invented_tables_of_others_are_not_taken(tmp_path: Path, name: str, heading: str) -> None:
    files = opened([a_zip(tmp_path / "other.zip", {name: f"{heading}\n1,2,3\n"})])
    assert LINKEDIN_EXPORT.recognise(files) is None
    files.close()


def test_invented_connections_cut_in_the_middle_of_a_row_are_not_called_whole(tmp_path: Path) -> None:
    whole = f"{PREAMBLE}{HEADING}\nAlex,Bell,https://www.linkedin.com/in/alex,,,,08 Feb 2026\n"
    members = {"Profile.csv": PROFILE, "Connections.csv": f"{whole}Kim,Lee,https://www.link"}
    snapshot = read(a_zip(tmp_path / "l.zip", members), tmp_path)
    assert ("rows that are not whole", 1) in gaps(snapshot, Part.CONNECTIONS)


def test_invented_heading_in_another_language_is_a_gap_and_no_empty_list(tmp_path: Path) -> None:
    members = {"Profile.csv": PROFILE, "Shares.csv": "Datum,Link,Text\n2025-05-05 10:00:00,https://l,Hallo\n"}
    snapshot = read(a_zip(tmp_path / "l.zip", members), tmp_path)
    assert gaps(snapshot, Part.POSTS) == [
        ("the file Shares.csv has a heading that this version does not know", 1)
    ]
    assert Part.POSTS not in snapshot.read


@pytest.mark.parametrize("name", [CONSTRUCTED, PUBLISHED, "six-hops/Connections.csv"])
def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path, name: str) -> None:
    never_falls_over(shared / SAMPLES / name, rounds=20)


@settings(max_examples=40)
@given(
    st.sampled_from(["Shares.csv", "Comments.csv", "Connections.csv", "Profile.csv"]), st.text(max_size=200)
)
def test_whatever_stands_below_a_heading_is_read_without_falling_over(name: str, rest: str) -> None:
    headings = {"Shares.csv": SHARES, "Comments.csv": "Date,Link,Message", "Connections.csv": HEADING}
    data = f"{headings.get(name, 'First Name,Last Name,Headline')}\n{rest}".encode("utf-8", "replace")
    for snapshot in read_members({"Email Addresses.csv": b"Email Address,Confirmed\n", name: data}):
        assert snapshot.platform == "linkedin"
