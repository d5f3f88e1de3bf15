"""A part of an export that holds private messages alone is told and left alone, by every door."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from exports.answering import the_first
from exports.importing_all import import_all
from exports.packing import A_PICTURE, a_folder, a_tar, a_tweet, a_zip, packed, x_archive, x_file
from listening import Listening

from selfaudit.errors import ImportFailed
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Part

SECRET = "SECRET kim@school.sch.uk 07700 900123"
PAGE = (
    "<html><head><meta charset='utf-8'><title>Kim</title></head><body><div class='_a6-g'><h2>Kim</h2>"
    f"<div class='_a6-p'>{SECRET}</div><div class='_a6-o'>Jan 5, 2026 10:00 am</div></div></body></html>"
)
TALK = {"participants": [{"name": "Kim"}], "messages": [{"sender_name": "Kim", "content": SECRET}]}
TABLE = f"CONVERSATION ID,FROM,TO,CONTENT\n1,Kim,Robin,{SECRET}\n"
PARTS: Mapping[str, Mapping[str, Any]] = {
    "facebook page": {"your_facebook_activity/messages/inbox/kim_1/message_1.html": PAGE},
    "facebook page with a picture": {
        "your_facebook_activity/messages/inbox/kim_1/message_1.html": PAGE,
        "your_facebook_activity/messages/inbox/kim_1/photos/1.png": A_PICTURE,
        "your_facebook_activity/messages/inbox/kim_1/files/letter.html": PAGE,
        "messages/inbox/kim_1/photos/2.png": A_PICTURE,
        "your_facebook_activity/messages/secret_conversations.html": PAGE,
    },
    "facebook of 2021": {"messages/archived_threads/kim_1/message_1.html": PAGE},
    "facebook of 2018": {"messages/kim_1/message.html": PAGE},
    "facebook data": {"your_facebook_activity/messages/e2ee_cutover/kim_1/message_2.json": TALK},
    "facebook requests": {"messages/message_requests/kim_1/message_1.json": TALK},
    "facebook filtered": {"messages/filtered_threads/kim_1/message_1.html": PAGE},
    "instagram page": {"your_instagram_activity/messages/inbox/kim_1/message_1.html": PAGE},
    "instagram of 2020": {"messages.json": [TALK]},
    "snapchat page": {"html/chat_history.html": PAGE},
    "snapchat pages": {"index.html": "<p>My Data</p>", "html/chat_history.html": PAGE},
    "snapchat subpage": {"html/chat_history/subpage_kim.html": PAGE},
    "snapchat data": {"json/chat_history.json": {"kim": [{"From": "kim", "Content": SECRET}]}},
    "x": {"data/direct-messages.js": x_file("direct_messages", [TALK])},
    "x group": {"data/direct-messages-group.js": x_file("direct_messages_group", [TALK])},
    "linkedin": {"messages.csv": TABLE, "guide_messages.csv": TABLE},
    "reddit": {"messages_archive.csv": TABLE, "chat_history.csv": TABLE},
    "flickr": {"received_flickrmail_part001.json": {"flickrmail": [{"message": SECRET}]}},
    "tumblr": {"messages.xml": f"<tumblr><message>{SECRET}</message></tumblr>"},
    "google": {"Takeout/Google Chat/Groups/DM 1/messages.json": TALK},
    "tiktok": {"TikTok/Direct Messages/Chat History.txt": SECRET},
}
TOLD = "holds private messages alone; selfaudit does not read those"


def never(question: str, _choices: Sequence[str]) -> int:
    raise AssertionError(question)


def read(paths: Sequence[Path], tmp_path: Path, told: Listening) -> tuple[Snapshot, ...]:
    """The accounts; whoever is asked anything fails."""
    return import_all(paths, tmp_path / "media", told, never)


@pytest.mark.parametrize("pack", [a_zip, a_tar, a_folder])
@pytest.mark.parametrize("name", PARTS)
def test_a_part_of_messages_alone_beside_the_others_is_told_in_one_line(
    tmp_path: Path, name: str, pack: Callable[[Path, Mapping[str, Any]], Path]
) -> None:
    assert b"SECRET" in b"".join(map(packed, PARTS[name].values()))
    part = pack(tmp_path / "part-3.tar.gz" if pack is a_tar else tmp_path / "part-3.zip", PARTS[name])
    told = Listening()
    (snapshot,) = read([a_zip(tmp_path / "x.zip", x_archive(a_tweet())), part], tmp_path, told)
    alone = read([tmp_path / "x.zip"], tmp_path, Listening())
    assert (snapshot,) == alone
    assert [line for line in told.said if "essage" in line] == [f"Not read: {part.name} {TOLD}."]


@pytest.mark.parametrize("name", PARTS)
def test_a_part_of_messages_alone_by_itself_is_refused_in_a_clear_sentence(tmp_path: Path, name: str) -> None:
    part = a_zip(tmp_path / "part-3.zip", PARTS[name])
    told = Listening()
    with pytest.raises(ImportFailed) as failed:
        read([part], tmp_path, told)
    assert failed.value.sentence == f"Nothing could be read: part-3.zip {TOLD}."
    assert failed.value.next_step == "Import it together with the other parts of the same export."
    assert told.said == []


@pytest.mark.parametrize("name", PARTS)
def test_single_files_of_messages_are_left_alone_too(tmp_path: Path, name: str) -> None:
    folder = a_folder(tmp_path / "part", PARTS[name])
    files = [
        one for one in sorted(folder.rglob("*")) if one.suffix not in ("", ".png") and one.stem != "index"
    ]
    with pytest.raises(ImportFailed) as failed:
        read(files, tmp_path, Listening())
    assert "private messages alone; selfaudit does not read those" in failed.value.sentence


def test_a_part_of_messages_is_not_missing_by_its_number(tmp_path: Path) -> None:
    stem, members = "twitter-2026-01-05-abc123", x_archive(a_tweet())
    paths = [
        a_zip(tmp_path / f"{stem}-1.zip", members),
        a_zip(tmp_path / f"{stem}-2.zip", PARTS["x"]),
        a_zip(tmp_path / f"{stem}-3.zip", {"data/tweets-part1.js": x_file("tweets", [a_tweet(2, "two")], 1)}),
    ]
    (snapshot,) = read(paths, tmp_path, Listening())
    assert not [gap for gap in snapshot.gaps if "part 2" in gap.reason]


@pytest.mark.parametrize("below", ["", "facebook/", "exports/facebook/"])
def test_a_part_of_messages_in_a_folder_is_told_and_not_read(tmp_path: Path, below: str) -> None:
    folder = tmp_path / "given"
    (folder / below).mkdir(parents=True)
    a_zip(folder / below / "part-3.zip", PARTS["facebook page"])
    a_zip(folder / "x.zip", x_archive(a_tweet()))
    told = Listening()
    (snapshot,) = read([folder], tmp_path, told)
    assert [gap for gap in snapshot.gaps if gap.part is Part.OTHER] == []
    assert [line for line in told.said if "essage" in line] == [f"Not read: part-3.zip {TOLD}."]


def test_messages_in_a_part_of_the_sample_are_never_kept(shared: Path, tmp_path: Path) -> None:
    samples = sorted((shared / "samples/exports/facebook/constructed").glob("*AbCdEfGh-*.zip"))
    part = a_zip(tmp_path / "facebook-marlenebrueckner-2026-01-05-AbCdEfGh-3.zip", PARTS["facebook page"])
    with_it = import_all([*samples, part], tmp_path / "media", Silent(), the_first)
    assert with_it == import_all(samples, tmp_path / "media", Silent(), the_first)
    assert "SECRET" not in str(with_it)


def test_what_else_lies_in_such_a_part_is_no_page_that_a_person_saved(tmp_path: Path) -> None:
    search = f"<html><body><h2>Searches</h2><div><p>{SECRET}</p></div></body></html>"
    more = {"logged_information/search/your_search_history.html": search, "ads/advertisers.json": [SECRET]}
    part = a_zip(tmp_path / "part-3.zip", {**PARTS["facebook page"], **more})
    with pytest.raises(ImportFailed) as failed:
        read([part], tmp_path, Listening())
    assert "part-3.zip holds private messages; selfaudit does not read those" in failed.value.sentence


@pytest.mark.parametrize("pack", [a_zip, a_folder])
def test_an_export_that_somebody_keeps_in_a_folder_called_messages_is_read(
    tmp_path: Path, pack: Callable[[Path, Mapping[str, Any]], Path]
) -> None:
    (tmp_path / "messages").mkdir()
    for path in (tmp_path / "messages" / "x", tmp_path / "messages"):
        export = pack(path if pack is a_folder else path / "x.zip" if path.is_dir() else path, x_archive())
        (snapshot,) = read([export], tmp_path, Listening())
        assert snapshot.owner.handle == "robin_t"


def test_the_folder_in_which_somebody_stands_is_told_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(a_folder(tmp_path / "part-3", PARTS["snapchat page"]))
    with pytest.raises(ImportFailed) as failed:
        read([Path()], tmp_path, Listening())
    assert failed.value.sentence == f"Nothing could be read: part-3 {TOLD}."
