from __future__ import annotations

import gzip
import io
import json
import os
import stat
import tarfile
import zipfile
from pathlib import Path

import pytest
from exports.answering import the_first
from exports.importing_all import import_all
from exports.packing import A_PICTURE, a_folder, a_tar, a_tweet, a_zip, x_archive, x_file

from selfaudit.errors import ImportFailed
from selfaudit.exports import containers, import_exports, limits
from selfaudit.exports.archive import opened
from selfaudit.model.export import Unreadable
from selfaudit.model.json_text import LARGEST_ITEM, MARRED
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part


def read(path: Path, media: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], media, Silent(), the_first)
    return snapshot


def gaps(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC]


@pytest.mark.parametrize("name", ["../../evil.js", "/etc/evil.js", "C:/evil.js", "data\\..\\..\\evil.js"])
def test_a_name_that_leads_out_of_its_archive_is_refused(tmp_path: Path, name: str) -> None:
    path = a_zip(tmp_path / "x.zip", {**x_archive(a_tweet()), name: "window.YTD.tweets.part0 = []"})
    snapshot = read(path, tmp_path / "media")
    shown = name.replace("\\", "/")
    assert gaps(snapshot, Part.OTHER) == [f"the file {shown} has a name that leads out of its archive"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["x.zip"]
    assert len(snapshot.posts) == 1


def test_a_link_in_a_zip_is_not_followed(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "x.zip", x_archive(a_tweet()))
    with zipfile.ZipFile(path, "a") as archive:
        link = zipfile.ZipInfo("data/note-tweet.js")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    expected = ["the file data/note-tweet.js is a link, which is not followed"]
    assert gaps(read(path, tmp_path / "media"), Part.POSTS) == expected


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE])
def test_a_link_or_device_in_a_tar_is_not_followed(tmp_path: Path, kind: bytes) -> None:
    path = a_tar(tmp_path / "m.tar.gz", {"actor.json": {"preferredUsername": "robin"}})
    with tarfile.open(path, "w:gz") as archive:
        actor = tarfile.TarInfo("actor.json")
        body = b'{"preferredUsername": "robin"}'
        actor.size = len(body)
        archive.addfile(actor, io.BytesIO(body))
        link = tarfile.TarInfo("outbox.json")
        link.type, link.linkname = kind, "/etc/passwd"
        archive.addfile(link)
    snapshot = read(path, tmp_path / "media")
    assert gaps(snapshot, Part.POSTS) == ["the file outbox.json is a link, which is not followed"]
    assert not any("ticked" in gap.reason for gap in snapshot.gaps if gap.part is Part.POSTS)
    assert not snapshot.posts
    assert Part.POSTS not in snapshot.read


def test_a_link_in_a_folder_is_not_followed(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "x", x_archive(a_tweet()))
    (tmp_path / "secret.js").write_text(x_file("note_tweet", []))
    (folder / "data/note-tweet.js").symlink_to(tmp_path / "secret.js")
    expected = ["the file data/note-tweet.js is a link, which is not followed"]
    assert gaps(read(folder, tmp_path / "media"), Part.POSTS) == expected


def test_a_bomb_is_found_while_reading_whatever_its_headers_say(tmp_path: Path) -> None:
    bomb = b"window.YTD.tweets.part0 = [" + b" " * (40 * limits.MIB) + b"]"
    path = a_zip(tmp_path / "x.zip", {**x_archive(), "data/tweets.js": bomb})
    snapshot = read(path, tmp_path / "media")
    assert gaps(snapshot, Part.POSTS) == [
        "the file data/tweets.js is packed so tightly that it looks like a trap"
    ]
    assert Part.POSTS not in snapshot.read
    assert snapshot.owner.handle == "robin_t"


def test_a_packed_tar_that_claims_to_be_huge_is_not_unpacked(tmp_path: Path) -> None:
    entry = tarfile.TarInfo("outbox.json")
    entry.size = 50 * 2**40
    path = tmp_path / "m.tar.gz"
    path.write_bytes(gzip.compress(entry.tobuf() + b"\0" * 1024))
    with pytest.raises(Unreadable, match="would be larger than 16384 MB unpacked"):
        opened([path])


def test_a_tar_that_unpacks_to_zeros_is_a_trap(tmp_path: Path) -> None:
    path = a_tar(tmp_path / "m.tar.gz", {"outbox.json": b"\0" * (8 * limits.MIB)})
    with pytest.raises(Unreadable, match="looks like a trap"):
        opened([path])


def test_all_members_together_have_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "LARGEST_TOTAL", 1000)
    tweets = [a_tweet(number, "word " * 20) for number in range(1, 20)]
    snapshot = read(a_zip(tmp_path / "x.zip", x_archive(*tweets)), tmp_path / "media")
    assert any("more than 16384 MB were read of this archive already" in gap.reason for gap in snapshot.gaps)
    assert Part.POSTS not in snapshot.read


def test_one_endless_item_does_not_fill_the_memory(tmp_path: Path) -> None:
    text = os.urandom(LARGEST_ITEM // 2 + limits.MIB).hex()
    path = a_folder(tmp_path / "x", x_archive(a_tweet(1), a_tweet(2, text)))
    snapshot = read(path, tmp_path / "media")
    why = "what stands before it was read, and neither it nor anything after it"
    assert gaps(snapshot, Part.POSTS) == [f"the file data/tweets.js holds an item of more than 16 MB; {why}"]


def test_an_archive_in_an_archive_is_not_opened(tmp_path: Path) -> None:
    inner = a_zip(tmp_path / "inner.zip", x_archive(a_tweet())).read_bytes()
    snapshot = read(
        a_zip(tmp_path / "x.zip", {**x_archive(a_tweet()), "data/more.zip": inner}), tmp_path / "m"
    )
    assert gaps(snapshot, Part.OTHER) == [
        (
            "the file data/more.zip is an archive inside an archive;"
            " unpack it first if it holds anything of yours"
        )
    ]


TWICE = "the file data/tweets.js stands {} times in its archive; which of them is right cannot be told"


def with_more_tweets(path: Path, *more: str) -> Path:
    """The zip with further files of the same name."""
    for text in more:
        with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("data/tweets.js", x_file("tweets", [a_tweet(1, text)]))
    return path


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("second",), [TWICE.format(2)]),
        (("second", "third"), [TWICE.format(3)]),
        (("first", "third"), [TWICE.format(3)]),
        (("first",), []),
        ((), []),
    ],
)
def test_files_with_one_name_and_different_content_are_a_gap(
    tmp_path: Path, more: tuple[str, ...], told: list[str]
) -> None:
    path = with_more_tweets(a_zip(tmp_path / "x.zip", x_archive(a_tweet(1, "first"))), *more)
    snapshot = read(path, tmp_path / "media")
    assert gaps(snapshot, Part.OTHER) == told
    assert "first" in {post.text for post in snapshot.posts}


def test_of_two_members_with_one_name_both_are_read(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "x.zip", x_archive(a_tweet(1, "first")))
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("data/tweets.js", x_file("tweets", [a_tweet(2, "second")]))
    posts = read(path, tmp_path / "media").posts
    assert {post.text for post in posts} == {"first", "second"}


def test_a_name_that_stands_twice_in_a_tar_is_a_gap(tmp_path: Path) -> None:
    path = tmp_path / "m.tar"
    with tarfile.open(path, "w") as archive:
        for words in ("Walks.", "Sings."):
            body = json.dumps({"preferredUsername": "robin", "summary": words}).encode()
            entry = tarfile.TarInfo("actor.json")
            entry.size = len(body)
            archive.addfile(entry, io.BytesIO(body))
    told = "the file actor.json stands 2 times in its archive; which of them is right cannot be told"
    assert told in gaps(read(path, tmp_path / "media"), Part.OTHER)


def test_a_file_that_is_in_two_parts_of_an_export_is_no_gap(tmp_path: Path) -> None:
    parts = [a_zip(tmp_path / f"x-{number}.zip", x_archive(a_tweet(number))) for number in (1, 2)]
    (snapshot,) = import_all(parts, tmp_path / "media", Silent(), the_first)
    assert gaps(snapshot, Part.OTHER) == []


@pytest.mark.parametrize(("encoding", "read_as"), [("utf-8-sig", "Grüße"), ("utf-16", "Grüße")])
def test_other_encodings_of_a_small_file_are_read(tmp_path: Path, encoding: str, read_as: str) -> None:
    actor = json.dumps({"preferredUsername": "robin", "name": read_as}, ensure_ascii=False)
    outbox = {"type": "OrderedCollection", "orderedItems": []}
    members = {"actor.json": actor.encode(encoding), "outbox.json": outbox}
    assert read(a_zip(tmp_path / "m.zip", members), tmp_path / "media").owner.name == read_as


def test_a_list_in_a_wrong_encoding_is_a_gap_and_is_read_but_for_its_signs(tmp_path: Path) -> None:
    good, bad = json.dumps(a_tweet(1)), json.dumps(a_tweet(2, "caf#")).replace("#", "\xe9")
    body = f"window.YTD.tweets.part0 = [{good}, {bad}]".encode("latin-1")
    snapshot = read(a_zip(tmp_path / "x.zip", {**x_archive(), "data/tweets.js": body}), tmp_path / "media")
    assert [post.text for post in snapshot.posts] == ["Hello", "caf\ufffd"]
    assert gaps(snapshot, Part.POSTS) == [f"the file data/tweets.js {MARRED}"]
    assert Part.POSTS not in snapshot.read


@pytest.mark.parametrize("damage", [b"\xff", b"\xff\xfe", b"\xc3", b"\xf0\x9f\x8e"])
def test_signs_that_are_no_text_cost_no_more_than_themselves(tmp_path: Path, damage: bytes) -> None:
    tweets = [a_tweet(number, f"#{number} café 🎒") for number in range(1, 400)]
    body = x_file("tweets", tweets).encode().replace(b"#200 ", b"#200" + damage + b" ")
    snapshot = read(a_zip(tmp_path / "x.zip", {**x_archive(), "data/tweets.js": body}), tmp_path / "media")
    texts = [post.text for post in snapshot.posts]
    assert [one for one in texts if "\ufffd" not in one] == [
        f"#{number} café 🎒" for number in range(1, 400) if number != 200
    ]
    assert [one.replace("\ufffd", "") for one in texts if "\ufffd" in one] == ["#200 café 🎒"]
    assert gaps(snapshot, Part.POSTS) == [f"the file data/tweets.js {MARRED}"]
    assert Part.POSTS not in snapshot.read


def test_a_truncated_list_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    tweets = [a_tweet(number, "x" * 3000) for number in range(1, 101)]
    cut = x_file("tweets", tweets)[: -(100 * 1500)]
    snapshot = read(a_zip(tmp_path / "x.zip", {**x_archive(), "data/tweets.js": cut}), tmp_path / "media")
    assert 0 < len(snapshot.posts) < 100
    assert gaps(snapshot, Part.POSTS) == [
        "the file data/tweets.js is damaged or not whole; what stands before the damage was read"
    ]


def test_a_truncated_zip_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "x.zip", x_archive(*(a_tweet(number) for number in range(1, 400))))
    path.write_bytes(path.read_bytes()[:-300])
    with pytest.raises(ImportFailed, match="damaged or not whole"):
        import_all([path], tmp_path / "media", Silent())


def test_a_damaged_archive_beside_a_good_one_is_a_gap_of_the_good_one(tmp_path: Path) -> None:
    good = a_zip(tmp_path / "x-1.zip", x_archive(a_tweet()))
    bad = tmp_path / "x-2.zip"
    bad.write_bytes(good.read_bytes()[:-300])
    (snapshot,) = import_all([good, bad], tmp_path / "media", Silent())
    assert len(snapshot.posts) == 1
    assert gaps(snapshot, Part.OTHER) != []
    assert all("x-2.zip" in reason for reason in gaps(snapshot, Part.OTHER))


def test_a_changed_byte_in_a_packed_file_is_a_gap(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "x.zip", x_archive(*(a_tweet(number, str(number)) for number in range(1, 400))))
    with zipfile.ZipFile(path) as archive:
        entry = archive.getinfo("data/tweets.js")
    data = bytearray(path.read_bytes())
    at = entry.header_offset + 200
    data[at : at + 40] = b"\xff" * 40
    path.write_bytes(bytes(data))
    snapshot = read(path, tmp_path / "media")
    assert any("data/tweets.js is damaged" in reason for reason in gaps(snapshot, Part.POSTS))
    assert Part.POSTS not in snapshot.read


def test_json_with_a_million_keys_is_read_past_without_filling_the_memory(tmp_path: Path) -> None:
    keys = ",".join(f'"k{number}": {number % 7}' for number in range(1_000_000))
    outbox = f'{{"type": "OrderedCollection", {keys}, "orderedItems": []}}'
    folder = a_folder(tmp_path / "m", {"actor.json": {"preferredUsername": "robin"}, "outbox.json": outbox})
    snapshot = read(folder, tmp_path / "media")
    assert not snapshot.posts
    assert gaps(snapshot, Part.POSTS) in (
        [],
        [
            (
                f"the file outbox.json holds an item of more than {LARGEST_ITEM // limits.MIB} MB; what"
                " stands before it was read, and neither it nor anything after it"
            )
        ],
    )


def test_a_damaged_file_that_is_gone_through_twice_is_one_file(tmp_path: Path) -> None:
    members = {**x_archive(a_tweet()), "data/account.js": "window.YTD.account.part0 = [{"}
    snapshot = read(a_folder(tmp_path / "x", members), tmp_path / "media")
    found = [(gap.part, gap.count) for gap in snapshot.gaps if "account.js" in gap.reason]
    assert found == [(Part.CONTACT, 1)]


def test_json_nested_without_end_is_a_gap(tmp_path: Path) -> None:
    deep = "[" * 200_000 + "]" * 200_000
    members = {**x_archive(a_tweet()), "data/manifest.js": f"window.__THAR_CONFIG = {deep}"}
    snapshot = read(a_folder(tmp_path / "x", members), tmp_path / "media")
    assert gaps(snapshot, Part.OTHER) == ["the file data/manifest.js is damaged or not whole, or no data"]
    assert len(snapshot.posts) == 1


def test_a_formula_in_a_table_is_text_like_any_other(tmp_path: Path) -> None:
    path = a_folder(
        tmp_path / "t", {"t.csv": 'Name,Note\r\n"=HYPERLINK(""http://evil.example"")",+1+cmd\r\n'}
    )
    rows = list(opened([path]).rows("t.csv"))
    assert rows == [{"name": '=HYPERLINK("http://evil.example")', "note": "+1+cmd"}]


@pytest.mark.parametrize(
    ("rows", "counted"),
    [
        (b"a,/x,2024-06-01 12:00:00 UTC,,x,0,Hello,,Bye\n", 0),
        (b"a,/x,2024-06-01 12:00:00 UTC,,x,0,Hello,,Bye,,\n", 0),
        (b"a,/x,2024-06-01 12:00:00 UTC,,x,0,Hello,\n", 1),
        (b"a,/x,2024-06-01 12:00:00 UTC,,x,0,Hello,,Bye, now\n", 1),
        (b"a,/x,2024-06-01 12:00:00 UTC,,x,0,Gr\xfc\xdfe,,Bye\n", 1),
        (b" , ,\n\n,,,\n", 0),
    ],
)
def test_rows_that_do_not_fit_their_heading_are_counted(tmp_path: Path, rows: bytes, counted: int) -> None:
    members = {
        "statistics.csv": "statistic,value\naccount name,robin\n",
        "posts.csv": b"id,permalink,date,ip,subreddit,gildings,title,url,body\n" + rows,
    }
    snapshot = read(a_folder(tmp_path / "r", members), tmp_path / "media")
    found = [gap.count for gap in snapshot.gaps if gap.reason == "rows that are not whole"]
    assert found == [counted] * bool(counted)
    assert (Part.POSTS in snapshot.read) is not bool(counted)


def test_a_table_without_even_a_heading_is_not_called_read(tmp_path: Path) -> None:
    members = {"statistics.csv": "statistic,value\naccount name,robin\n", "posts.csv": ""}
    snapshot = read(a_folder(tmp_path / "r", members), tmp_path / "media")
    assert gaps(snapshot, Part.POSTS) == [
        "the file posts.csv is empty, without even the names of its columns"
    ]


def test_a_script_in_a_page_is_only_text(tmp_path: Path) -> None:
    page = "<p>Hello <script>fetch('http://evil.example')</script></p>"
    path = a_folder(tmp_path / "t", {"page.html": page})
    assert opened([path]).text("page.html") == page


def test_a_picture_is_kept_by_its_content_for_its_owner_alone(tmp_path: Path) -> None:
    medium = {"media_url_https": "https://pbs.twimg.com/media/ab.png"}
    tweet = a_tweet(5, entities={"media": [medium]})
    members = x_archive(tweet, **{"data/tweets_media/5-ab.png": A_PICTURE})
    snapshot = read(a_zip(tmp_path / "x.zip", members), tmp_path / "media")
    (image,) = snapshot.images
    kept = tmp_path / str(image.file)
    assert kept.read_bytes() == A_PICTURE
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert Part.IMAGES in snapshot.read


def test_what_only_calls_itself_a_picture_is_not_kept(tmp_path: Path) -> None:
    medium = {"media_url_https": "https://pbs.twimg.com/media/ab.png"}
    tweet = a_tweet(5, entities={"media": [medium]})
    members = x_archive(tweet, **{"data/tweets_media/5-ab.png": b"<script>alert(1)</script>"})
    snapshot = read(a_zip(tmp_path / "x.zip", members), tmp_path / "media")
    assert [image.file for image in snapshot.images] == [None]
    assert gaps(snapshot, Part.IMAGES) == ["pictures that the export names without holding their files"]
    assert not (tmp_path / "media").exists()


def test_a_locked_archive_says_so(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "x.zip", x_archive(a_tweet()))
    data = bytearray(path.read_bytes())
    at = data.rindex(b"data/protected-history.js") - 46
    data[at + 8] |= 1
    path.write_bytes(bytes(data))
    snapshot = read(path, tmp_path / "media")
    assert [gap.reason for gap in snapshot.gaps if "protected-history" in gap.reason] == [
        "the file data/protected-history.js is locked with a password; unlock it and try again"
    ]


def test_an_archive_of_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers, "MOST_FILES", 3)
    with pytest.raises(Unreadable, match="holds more than 3 files"):
        opened([a_zip(tmp_path / "x.zip", x_archive(a_tweet()))])
