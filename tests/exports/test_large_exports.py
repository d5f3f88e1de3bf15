"""An export may be larger than memory: what nobody asks for is not opened, what is read is bounded."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from exports.packing import A_PICTURE, a_folder, a_tweet, x_archive

from benchmarks.exports import media, memory
from benchmarks.exports.making import NETWORKS
from benchmarks.exports.words import Words
from selfaudit import app
from selfaudit.exports import import_exports
from selfaudit.exports.archive import Files
from selfaudit.model.codec import json_pieces, load_snapshot
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Image, Post, Snapshot

X = next(network for network in NETWORKS if network.id == "x")
FILES = Path("/proc/self/fd")
PADDING = 400 * media.MIB


def test_films_and_pictures_beside_the_posts_cost_no_memory_and_are_not_opened(tmp_path: Path) -> None:
    archive = X.make(3000, tmp_path)
    added = media.pad(archive, PADDING)
    peak = memory.measure(archive)
    assert added > 50
    assert archive.stat().st_size > PADDING
    assert (peak.posts, peak.media) == (3000, 0)
    assert peak.written < peak.before + 60


def test_ten_times_the_posts_take_the_room_of_their_words_and_no_more(tmp_path: Path) -> None:
    few, many = (memory.measure(X.make(posts, tmp_path)) for posts in (2000, 20_000))
    assert (few.posts, many.posts) == (2000, 20_000)
    assert many.read - few.read < 18_000 * 1.5 / 1024


@pytest.mark.parametrize("network", ["facebook", "tiktok", "wordpress"])
def test_posts_of_eighty_words_with_emoji_take_no_more_room_than_short_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, network: str
) -> None:
    usual = Words.text
    monkeypatch.setattr(Words, "text", lambda words, *_length: usual(words, 80, 80))
    export = next(one for one in NETWORKS if one.id == network)
    few, many = (memory.measure(export.make(posts, tmp_path)) for posts in (1000, 10_000))
    items = many.posts - few.posts
    assert items > 9000
    assert many.words - few.words > items * 1.4 / 1024
    assert many.written - few.written < items * 0.9 / 1024


@pytest.mark.skipif(not FILES.is_dir(), reason="only Linux tells which nameless files are open")
def test_what_an_import_lays_aside_lies_in_the_private_folder_without_a_name(
    tmp_path: Path, home: Path
) -> None:
    export = a_folder(tmp_path / "x", x_archive(a_tweet(5, "Rain 🌧 " * 900)))
    seen: list[tuple[bool, list[Path]]] = []

    def is_mine(_question: str) -> bool:
        seen.append((nameless_in(home), [one for one in home.rglob("*") if b"Rain" in content_of(one)]))
        return True

    (folder,) = app.import_files([export], tmp_path / "out", is_mine=is_mine)
    assert seen == [(True, [])]
    assert not nameless_in(home)
    assert load_snapshot(folder).posts[0].text == ("Rain 🌧 " * 900).strip()


def nameless_in(folder: Path) -> bool:
    files = [str(file.readlink()) for file in FILES.iterdir() if file.is_symlink()]
    return any(name.startswith(f"{folder}/") and name.endswith("(deleted)") for name in files)


def content_of(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def test_of_all_pictures_only_those_of_own_posts_are_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    medium = {"media_url_https": "https://pbs.twimg.com/media/ab.png"}
    pictures = (
        "data/tweets_media/5-ab.png",
        "data/tweets_media/6-cd.png",
        "data/direct_messages_media/5-ab.png",
    )
    members = x_archive(a_tweet(5, entities={"media": [medium]}), **dict.fromkeys(pictures, A_PICTURE))
    opened: list[str] = []
    usual = Files.open
    monkeypatch.setattr(Files, "open", lambda files, name: opened.append(name) or usual(files, name))
    import_exports([a_folder(tmp_path / "x", members)], tmp_path / "media", Silent())
    assert [name for name in opened if name.endswith(".png")] == ["data/tweets_media/5-ab.png"]


def test_writing_a_snapshot_leaves_no_second_copy_of_its_texts() -> None:
    text = "Rain 🌧 " * 100
    before = sys.getsizeof(text)
    written = "".join(
        json_pieces(Snapshot("x", posts=(Post("1", text),), images=(Image("2", caption=text),)))
    )
    assert written.count(text) == 2
    assert sys.getsizeof(text) == before
