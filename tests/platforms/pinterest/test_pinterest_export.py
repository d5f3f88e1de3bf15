from __future__ import annotations

import html
from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports.damaging import never_falls_over
from exports.packing import a_folder, a_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports, is_export
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.cut_short import BROKEN_OFF
from selfaudit.platforms.exported import OTHERS_WORDS

SAMPLE = "samples/exports/pinterest/pinterest-export-parser/pinterest-sample.html"


def a_pin(number: int = 1, **fields: str) -> str:
    told = {"Title": "A title", "Username": "robin", "Is a repin": "False", "Private": "False", **fields}
    lines = "".join(f"\n<br>{name}: {value}," for name, value in told.items())
    address = f"https://www.pinterest.com/pin/{number}/"
    return f'<a href="{address}">{address}</a>{lines}<br><br>'


def a_page(*pins: str, more: str = "") -> str:
    return f'<div id="contents"><h1 id=y1>Pins</h1>\n{"".join(pins)}{more}</div>'


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent())
    return snapshot


def read_text(tmp_path: Path, text: str) -> Snapshot:
    return read(a_folder(tmp_path / "in", {"pinterest.html": text}) / "pinterest.html", tmp_path)


def gaps(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC]


def test_published_sample_is_read_to_the_number_of_pins_in_it(shared: Path, tmp_path: Path) -> None:
    path = shared / SAMPLE
    snapshot = read(path, tmp_path)
    assert len(snapshot.posts) == path.read_text(encoding="utf-8").count("Created at: ") == 1
    (pin,) = snapshot.posts
    assert (pin.id, pin.text, pin.kind, pin.own, pin.audience) == (
        "123456789",
        "some text",
        PostKind.REPOST,
        False,
        Audience.PUBLIC,
    )
    assert pin.time == datetime(2017, 2, 13, 15, 35, 1, tzinfo=UTC)
    assert pin.links == ("https://some-cool-address-that-leads-to-the-source-of-my-pin",)
    assert snapshot.owner.handle == "me"
    assert snapshot.read == (Part.POSTS,)
    assert "555.555" not in str(snapshot)


def test_invented_own_pins_keep_colons_commas_breaks_and_signs(tmp_path: Path) -> None:
    details = "First: second, third<br>more &amp; &lt;b&gt;"
    snapshot = read_text(tmp_path, a_page(a_pin(7, Details=details, Private="True", Image="abc")))
    assert [(p.id, p.text, p.own, p.audience) for p in snapshot.posts] == [
        ("7", "A title\nFirst: second, third\nmore & <b>", True, Audience.PRIVATE)
    ]
    assert [(image.post, image.file) for image in snapshot.images] == [("7", None)]
    assert gaps(snapshot, Part.IMAGES) == ["pictures that the export names without holding their files"]


def test_invented_link_to_another_pin_begins_no_pin_of_its_own(tmp_path: Path) -> None:
    link = '<a href="https://www.pinterest.com/pin/999/">https://www.pinterest.com/pin/999/</a>'
    snapshot = read_text(tmp_path, a_page(a_pin(7, **{"Canonical Link": link}), a_pin(8)))
    assert [(post.id, post.links) for post in snapshot.posts] == [
        ("7", ("https://www.pinterest.com/pin/999/",)),
        ("8", ()),
    ]


def test_invented_boards_and_comments_are_read_and_messages_never(tmp_path: Path) -> None:
    pin = "https://www.pinterest.com/pin/5/"
    more = (
        '<h1 id=b>Boards</h1><a href="https://www.pinterest.com/robin/b/">x</a>'
        "<br>Board Id: 12,<br>Name: My class,<br>Description: Year 4,<br>Private: True<br><br>"
        f'<h1 id=c>Comments</h1><a href="{pin}">{pin}</a><br>Id: 3,'
        "<br>Created at: 2024/01/02 10:00:00,<br>Text: Lovely,<br><br>"
        f'<h1 id=m>Messages</h1><a href="{pin}">{pin}</a><br>Text: SECRET,<br><br>'
        f'<h1 id=u>Unheard of</h1><a href="{pin}">{pin}</a><br>Text: who knows,<br><br>'
    )
    snapshot = read_text(tmp_path, a_page(a_pin(), more=more))
    assert [(p.id, p.text, p.kind, p.audience) for p in snapshot.posts[1:]] == [
        ("board-12", "My class\nYear 4", PostKind.POST, Audience.PRIVATE),
        ("comment-3", "Lovely", PostKind.COMMENT, Audience.UNKNOWN),
    ]
    assert "SECRET" not in str(snapshot)
    assert gaps(snapshot, Part.OTHER) == ["sections of the export that this version does not know"]
    assert gaps(snapshot, Part.COMMENTS) == [OTHERS_WORDS]


def test_invented_pins_of_two_names_leave_the_owner_open(tmp_path: Path) -> None:
    snapshot = read_text(tmp_path, a_page(a_pin(1), a_pin(2, Username="kim")))
    assert snapshot.owner.handle is None
    assert any("does not say whose" in reason for reason in gaps(snapshot, Part.OTHER))


def test_scripts_in_a_page_are_text_and_nothing_else(tmp_path: Path) -> None:
    snapshot = read_text(tmp_path, a_page(a_pin(1, Details="<script>alert(1)</script><img src=x onerror=y>")))
    assert [post.text for post in snapshot.posts] == ["A title\nalert(1)"]


def test_a_page_about_pinterest_is_no_export(tmp_path: Path) -> None:
    page = '<h1>Pins</h1><a href="https://www.pinterest.com/pin/1/">x</a><p>Title: none</p>'
    assert not is_export(a_folder(tmp_path, {"page.html": page}) / "page.html")


@pytest.mark.parametrize("trap", ["<a " * 200_000, "<h1 " * 200_000, "<br>" * 200_000, "<" * 500_000])
def test_traps_are_read_in_a_moment(tmp_path: Path, trap: str) -> None:
    (post,) = read_text(tmp_path, a_page(a_pin(3, Title="A title" + trap))).posts
    assert (post.id, post.text.startswith("A title")) == ("3", True)


def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path) -> None:
    never_falls_over(shared / SAMPLE, rounds=60)


@settings(max_examples=60)
@given(words=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=120))
def test_any_words_come_out_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    place = tmp_path_factory.mktemp("p")
    page = a_page(a_pin(1, Title=html.escape(f"a {words}x")))
    (post,) = read(a_zip(place / "p.zip", {"pinterest.html": page}), place).posts
    assert post.text == f"a {words}x"


def test_a_page_longer_than_what_is_read_in_one_piece_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selfaudit.exports.archive.LARGEST_WHOLE", 1000)
    pins = [a_pin(number, Details=f"Pin {number} ü" + "x" * (number % 700)) for number in range(1, 1001)]
    snapshot = read_text(tmp_path, a_page(*pins, more="<h1 id=z>Shoe sizes</h1>"))
    assert [post.id for post in snapshot.posts] == [str(number) for number in range(1, 1001)]
    assert {post.text.splitlines()[1].partition("x")[0] for post in snapshot.posts} == {
        f"Pin {number} ü" for number in range(1, 1001)
    }
    assert Part.POSTS in snapshot.read


def test_a_page_that_breaks_off_is_read_and_called_whole_by_nobody(tmp_path: Path) -> None:
    page = f"<html><body>{a_page(a_pin(1), a_pin(2))}</body></html>"
    snapshot = read_text(tmp_path, page[: page.index("/pin/2/")])
    assert [post.id for post in snapshot.posts] == ["1"]
    assert BROKEN_OFF in gaps(snapshot, Part.POSTS)
    assert Part.POSTS not in snapshot.read


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_a_page_in_another_encoding_keeps_its_signs(tmp_path: Path, encoding: str) -> None:
    page = tmp_path / "pinterest.html"
    page.write_bytes(a_page(a_pin(1, Details="Grüße vom Café")).encode(encoding))
    assert [post.text for post in read(page, tmp_path).posts] == ["A title\nGrüße vom Café"]
