from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from exports.damaging import never_falls_over
from exports.packing import a_folder
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports, is_export
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part, PostKind

POSTS = "post_id, topic_id, forum_id, poster_ip, post_time, post_subject, post_text\n"
ACCOUNT = (
    "user_id, user_ip, user_regdate, username, user_email, user_timezone, user_sig, pf_phpbb_location,"
    " pf_phpbb_website\n"
    '"7", "203.0.113.9", "Mon Jan 01, 2018 10:00 am", "robin", "robin@example.org", "Europe/London",'
    ' "<t>Be kind</t>", "Leeds", "https://robin.example"\n'
)


def cell(text: str) -> str:
    """As the extension writes a text."""
    return '"' + text.replace('"', '""') + '"'


def a_row(number: int, text: str, subject: str = "Re: Rain", time: str = "Fri Jul 05, 2019 3:30 pm") -> str:
    return f"{number}, 3, 4, 203.0.113.9, {cell(time)}, {cell(subject)}, {cell(text)}\n"


def made(tmp_path: Path, members: Mapping[str, Any]) -> Snapshot:
    folder = a_folder(tmp_path / "e", members)
    (snapshot,), _others = import_exports([folder], tmp_path / "media", Silent())
    return snapshot


def both(*rows: str) -> dict[str, str]:
    return {"my_post_data.csv": POSTS + "".join(rows), "my_user_data.csv": ACCOUNT}


def gaps(snapshot: Snapshot, part: Part) -> list[tuple[str, int | None]]:
    return [(g.reason, g.count) for g in snapshot.gaps if g.part is part and g.lens is not Lens.PUBLIC]


def told(snapshot: Snapshot) -> list[tuple[str, str, PostKind]]:
    return [(post.id, post.text, post.kind) for post in snapshot.posts]


def test_invented_downloads_name_their_owner_and_keep_no_address_of_a_computer(tmp_path: Path) -> None:
    snapshot = made(tmp_path, both(a_row(1, "<t>Hello</t>")))
    owner = snapshot.owner
    assert (owner.handle, owner.bio, owner.emails, owner.links) == (
        "robin",
        "Be kind",
        ("robin@example.org",),
        ("https://robin.example",),
    )
    assert [(fact.name, fact.value) for fact in owner.facts] == [("Location", "Leeds")]
    assert set(snapshot.read) == {Part.BIO, Part.CONTACT, Part.POSTS}
    assert "203.0.113" not in str(snapshot)


def test_invented_posts_keep_their_own_words_in_every_form_of_storing(tmp_path: Path) -> None:
    quoted = '<QUOTE author="kim"><s>[quote=kim]</s>KIM SAID<e>[/quote]</e></QUOTE>'
    bold = "<B><s>[b]</s>so<e>[/b]</e></B>"
    link = '<URL url="https://x.example/a"><s>[url]</s>https://x.example/a<e>[/url]</e></URL>'
    snapshot = made(
        tmp_path,
        both(
            a_row(1, "<t>Tea, and &lt;rain&gt;<br/>\nSecond line</t>", "Weather"),
            a_row(2, f"<r>{quoted} I think {bold}: {link}</r>"),
            a_row(3, "[quote=&quot;kim&quot;:1a2b]KIM SAID[/quote:1a2b]Old [b:1a2b]words[/b:1a2b]\nof mine"),
            a_row(4, '<t>He said "no", twice</t>'),
        ),
    )
    assert told(snapshot) == [
        ("1", "Weather\nTea, and <rain>\nSecond line", PostKind.POST),
        ("2", "I think so: https://x.example/a", PostKind.REPLY),
        ("3", "Old words\nof mine", PostKind.REPLY),
        ("4", 'He said "no", twice', PostKind.REPLY),
    ]
    assert [post.links for post in snapshot.posts][1] == ("https://x.example/a",)
    assert "KIM SAID" not in str(snapshot)


def test_times_are_of_the_members_own_clock_with_summer_time(tmp_path: Path) -> None:
    summer, winter = a_row(1, "<t>a</t>"), a_row(2, "<t>b</t>", time="Mon Jan 07, 2019 3:30 pm")
    assert [post.time for post in made(tmp_path, both(summer, winter)).posts] == [
        datetime(2019, 7, 5, 14, 30, tzinfo=UTC),
        datetime(2019, 1, 7, 15, 30, tzinfo=UTC),
    ]


def test_without_the_account_nobody_knows_the_owner_or_the_hour(tmp_path: Path) -> None:
    snapshot = made(tmp_path, {"my_post_data.csv": POSTS + a_row(1, "<t>a</t>")})
    assert [post.time for post in snapshot.posts] == [None]
    assert snapshot.owner.handle is None
    assert len(gaps(snapshot, Part.OTHER)) == 1


def test_rows_in_an_unknown_form_are_counted(tmp_path: Path) -> None:
    snapshot = made(tmp_path, both(a_row(1, "<t>a</t>"), "x, 3, 4, 5, 6, 7, 8\n"))
    assert [post.id for post in snapshot.posts] == ["1"]
    assert gaps(snapshot, Part.POSTS) == [("posts in a form that this version does not know", 1)]


def test_a_script_in_a_post_is_no_words(tmp_path: Path) -> None:
    posts = made(tmp_path, both(a_row(1, "<r>Tea<script>alert(1)</script></r>"))).posts
    assert [post.text for post in posts] == ["Tea"]


def test_another_table_of_that_name_is_no_export(tmp_path: Path) -> None:
    assert not is_export(a_folder(tmp_path / "x", {"my_post_data.csv": "a, b\n1, 2\n"}))


@pytest.mark.parametrize("trap", ["<r>" * 100_000, "[quote]" * 100_000, "[b" * 200_000])
def test_traps_are_read_in_a_moment(tmp_path: Path, trap: str) -> None:
    assert len(made(tmp_path, both(a_row(1, trap))).posts) == 1


def test_a_damaged_export_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "e", both(*(a_row(n, f"<t>word {n}, and</t>") for n in range(1, 6))))
    never_falls_over(folder, rounds=60)


@settings(max_examples=60)
@given(words=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Z"]), max_size=120))
def test_any_words_come_out_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    place = tmp_path_factory.mktemp("p")
    stored = f"a{words}x".replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    (post,) = made(place, both(a_row(1, f"<t>{stored}</t>"))).posts
    assert post.text == f"a{words}x"
