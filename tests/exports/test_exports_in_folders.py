"""A folder of exports: each archive in it, and in folders below, is looked at by itself and told."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from exports.answering import the_first
from exports.importing_all import import_all
from exports.packing import A_PICTURE, a_folder, a_tweet, a_zip, unpacked, x_archive, x_file
from listening import Listening

from selfaudit import app
from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Part

X = "twitter/constructed/twitter-2026-01-22-abc123.zip"
LINKEDIN = "linkedin/constructed/Complete_LinkedInDataExport_01-05-2026.zip"
TIKTOK = "tiktok/constructed/TikTok_Data_1700000000.zip"
MASTODON = "mastodon/fedi-archive-tool/archive-20250126120000-repacked.tar.gz"
BLOG = "wordpress/wordpress-importer/wxr-simple.xml"
FACEBOOK = "facebook/constructed/facebook-marlenebrueckner-2026-01-05-AbCdEfGh"
LONE = {
    "linkedin": "linkedin/lexnetwork/Connections.csv",
    "bluesky": "bluesky/indigo/fakermaker.repo.car",
    "pinterest": "pinterest/pinterest-export-parser/pinterest-sample.html",
    "blog": BLOG,
}
COPY = "Not read: {} is a copy of what lies unpacked beside it, so that was read instead."


def given(root: Path, shared: Path, *samples: str) -> Path:
    """A folder that holds these samples."""
    root.mkdir(parents=True, exist_ok=True)
    for sample in samples:
        shutil.copy(shared / "samples/exports" / sample, root)
    return root


def names(snapshots: Sequence[Snapshot]) -> set[tuple[str, str | None]]:
    return {(one.platform, one.owner.handle) for one in snapshots}


def read(folder: Path, tmp_path: Path, told: Listening | None = None) -> tuple[Snapshot, ...]:
    return import_all([folder], tmp_path / "media", told or Listening(), the_first, is_mine=lambda _: True)


def platforms(snapshots: Sequence[Snapshot]) -> list[str]:
    return sorted(snapshot.platform for snapshot in snapshots)


def unopened(snapshots: Sequence[Snapshot]) -> list[str]:
    reasons = (gap.reason for one in snapshots for gap in one.gaps if gap.part is Part.OTHER)
    return [reason for reason in reasons if "archive" in reason]


def test_archives_beside_a_loose_export_are_all_read(shared: Path, tmp_path: Path) -> None:
    folder = given(tmp_path / "down", shared, X, LINKEDIN, MASTODON, BLOG)
    snapshots = read(folder, tmp_path)
    assert platforms(snapshots) == ["blog", "linkedin", "mastodon", "x"]
    assert unopened(snapshots) == []


@pytest.mark.parametrize("platform", LONE)
def test_an_archive_beside_a_single_file_of_another_network_is_read(
    shared: Path, tmp_path: Path, platform: str
) -> None:
    snapshots = read(given(tmp_path / "d", shared, X, LONE[platform]), tmp_path)
    assert platforms(snapshots) == sorted([platform, "x"])
    assert unopened(snapshots) == []


def test_an_archive_beside_what_was_unpacked_out_of_it_is_told_as_a_copy_and_others_are_read(
    shared: Path, tmp_path: Path
) -> None:
    folder = given(tmp_path / "d", shared, X, TIKTOK)
    unpacked(folder / "tw", folder / Path(X).name)
    told = Listening()
    snapshots = read(folder, tmp_path, told)
    assert platforms(snapshots) == ["tiktok", "x"]
    assert unopened(snapshots) == []
    assert [line for line in told.said if line.startswith("Not read")] == [COPY.format(Path(X).name)]


@pytest.mark.parametrize("below", ["", "tw/"])
def test_a_copy_leaves_what_was_read_as_it_is(shared: Path, tmp_path: Path, below: str) -> None:
    folder = given(tmp_path / "d", shared, X)
    unpacked(folder / below, folder / Path(X).name)
    (both,) = read(folder, tmp_path)
    (folder / Path(X).name).unlink()
    (alone,) = read(folder, tmp_path)
    texts = [[(post.id, post.text, len(post.images)) for post in one.posts] for one in (both, alone)]
    assert texts[0] == texts[1]
    assert (both.owner, both.read, len(both.gaps)) == (alone.owner, alone.read, len(alone.gaps))


def test_an_archive_that_differs_from_what_lies_unpacked_beside_it_is_no_copy(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "d", {f"tw/{n}": v for n, v in x_archive(a_tweet(1, "old")).items()})
    a_zip(folder / "twitter.zip", x_archive(a_tweet(2, "new")))
    told = Listening()
    (snapshot,) = read(folder, tmp_path, told)
    assert sorted(post.text for post in snapshot.posts) == ["new", "old"]
    assert not [line for line in told.said if "copy" in line]


def test_mastodons_archive_and_the_list_beside_it_are_one_account(shared: Path, tmp_path: Path) -> None:
    folder = given(tmp_path / "m", shared, MASTODON)
    (folder / "following_accounts.csv").write_text(
        "Account address,Show boosts\nkim@social.example,true\n", encoding="utf-8"
    )
    (snapshot,) = read(folder, tmp_path)
    assert (snapshot.owner.handle, len(snapshot.connections)) == ("ish", 1)
    assert not [gap for gap in snapshot.gaps if "ticked" in gap.reason]


@pytest.mark.parametrize("above", ["", "more/", "a/b/c/d/e/"])
def test_exports_in_folders_below_are_found(shared: Path, tmp_path: Path, above: str) -> None:
    root = tmp_path / "exports"
    given(root / above / "facebook", shared, f"{FACEBOOK}-1.zip", f"{FACEBOOK}-2.zip")
    given(root / above / "x", shared, X)
    told = Listening()
    snapshots = read(root, tmp_path, told)
    assert platforms(snapshots) == ["facebook", "x"]
    assert [line for line in told.said if line.startswith("Not read")] == []


def test_folders_too_deep_to_be_searched_are_told(shared: Path, tmp_path: Path) -> None:
    root = tmp_path / "exports"
    given(root / "/".join("abcdefghijklmnopqrstuvwxyz"), shared, X)
    told = Listening()
    assert not [one for one in read(root, tmp_path, told) if one.platform == "x"]
    assert [line for line in told.said if "folders 20 deep; the rest were not looked at" in line]


@pytest.mark.parametrize("hidden", [".Trash", "__MACOSX"])
def test_what_was_thrown_away_is_not_searched(shared: Path, tmp_path: Path, hidden: str) -> None:
    root = given(tmp_path / "d", shared, X)
    given(root / hidden, shared, TIKTOK)
    assert platforms(read(root, tmp_path)) == ["x"]


def test_an_archive_in_a_folder_beside_an_unpacked_export_is_read(shared: Path, tmp_path: Path) -> None:
    root = given(tmp_path / "d/sub", shared, TIKTOK).parent
    unpacked(root / "tw", shared / "samples/exports" / X)
    assert platforms(read(root, tmp_path)) == ["tiktok", "x"]


@pytest.mark.parametrize("stray", ["photo.jpg", "letter.pdf"])
def test_what_else_lies_in_a_folder_beside_an_unpacked_export_hides_no_archive(
    shared: Path, tmp_path: Path, stray: str
) -> None:
    root = given(tmp_path / "d/tiktok", shared, TIKTOK).parent
    unpacked(root / "x", shared / "samples/exports" / X)
    unpacked(root / "fb", shared / "samples/exports" / "facebook/constructed/facebook-html-2024.zip")
    (root / "tiktok" / stray).write_bytes(A_PICTURE)
    assert platforms(read(root, tmp_path)) == ["facebook", "tiktok", "x"]


def test_single_files_of_two_networks_beside_an_archive_are_read(shared: Path, tmp_path: Path) -> None:
    folder = given(tmp_path / "d", shared, X, LONE["linkedin"], LONE["bluesky"], BLOG)
    assert platforms(read(folder, tmp_path)) == ["blog", "bluesky", "linkedin", "x"]


def test_messages_that_lie_unpacked_hide_no_archive_beside_them(shared: Path, tmp_path: Path) -> None:
    root = a_folder(tmp_path / "d", {"part/your_facebook_activity/messages/inbox/k/message_1.html": "SECRET"})
    given(root / "x", shared, X)
    (root / "x" / "photo.jpg").write_bytes(A_PICTURE)
    (snapshot,) = read(root, tmp_path)
    assert (snapshot.platform, "SECRET" in str(snapshot)) == ("x", False)


def test_folders_of_an_export_are_not_searched_for_others(shared: Path, tmp_path: Path) -> None:
    """What somebody sent, or lies among pictures, is no export of the owner's."""
    root = tmp_path / "fb"
    unpacked(root, shared / "samples/exports/facebook/constructed/facebook-html-2024.zip")
    (alone,) = read(root, tmp_path)
    for place in ("your_facebook_activity/posts", "messages/inbox", "messages"):
        given(root / place, shared, X)
    (snapshot,) = read(root, tmp_path)
    assert (snapshot.platform, snapshot.posts) == ("facebook", alone.posts)


def test_a_folder_of_one_unpacked_export_is_one_export(shared: Path, tmp_path: Path) -> None:
    root = tmp_path / "tw"
    unpacked(root, shared / "samples/exports" / X)
    (snapshot,), others = import_exports([root], tmp_path / "media", Silent(), the_first)
    assert (snapshot.platform, others) == ("x", ())


def test_what_lies_beside_exports_in_folders_below_is_left_to_the_saved_pages(tmp_path: Path) -> None:
    root = a_folder(tmp_path / "e", {"x/notes.html": "<p>Hi</p>", "pictures/a.png": A_PICTURE})
    a_zip(root / "x" / "x.zip", x_archive(a_tweet()))
    (_snapshot,), others = import_exports([root], tmp_path / "media", Silent())
    assert others == (root / "pictures", root / "x" / "notes.html")


def test_a_damaged_archive_beside_an_unpacked_export_is_told(tmp_path: Path) -> None:
    root = a_folder(tmp_path / "e", x_archive(a_tweet()))
    (root / "half.zip").write_bytes(b"PK\x03\x04 cut")
    told = Listening()
    (snapshot,) = read(root, tmp_path, told)
    assert [line.partition(" is ")[0] for line in told.said if line.startswith("Not read")] == [
        "Not read as an export: half.zip"
    ]
    assert [reason.partition(" is ")[0] for reason in unopened([snapshot])] == []
    assert [gap.reason for gap in snapshot.gaps if "half.zip" in gap.reason]


def test_more_archives_than_are_looked_through_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selfaudit.exports.finding._MOST_ARCHIVES", 3)
    root = tmp_path / "e"
    root.mkdir()
    for number in range(5):
        a_zip(root / f"{number}.zip", {"data/tweets.js": x_file("tweets", [a_tweet(number)])})
    told = Listening()
    read(root, tmp_path, told)
    assert [line for line in told.said if "the rest were not looked at" in line]


def test_the_doctor_tells_of_each_export_in_a_folder(shared: Path, tmp_path: Path) -> None:
    folder = given(tmp_path / "d", shared, X, LONE["linkedin"])
    (folder / "half.zip").write_bytes(b"PK\x03\x04 cut")
    lines = list(app.left_of(folder).lines())
    assert "Of LinkedIn, in d:" in lines
    assert f"Of X (Twitter), in {Path(X).name}:" in lines
    assert [line for line in lines if line.startswith("Not read: half.zip is damaged")]
    whole = "\n".join(lines)
    assert all(line in whole for line in app.left_of(shared / "samples/exports" / X).lines())


def test_exports_below_a_folder_called_messages_are_found_all_the_same(shared: Path, tmp_path: Path) -> None:
    root = tmp_path / "messages" / "exports"
    given(root / "x", shared, X)
    assert platforms(read(root, tmp_path)) == ["x"]


def test_a_folder_that_is_a_copy_under_letters_written_in_two_parts_is_a_copy(tmp_path: Path) -> None:
    members = x_archive(a_tweet())
    folder = a_folder(tmp_path / "d", {**members, "data/u\u0308ber.js": "x"})
    a_zip(folder / "twitter.zip", {**members, "data/\u00fcber.js": "x"})
    told = Listening()
    read(folder, tmp_path, told)
    assert [line for line in told.said if line.startswith("Not read")] == [COPY.format("twitter.zip")]


def test_two_exports_of_one_name_are_each_told_by_the_doctor(tmp_path: Path) -> None:
    for place, name in (("a", "robin_t"), ("b", "alex_q")):
        account = {"username": name, "accountId": place, "accountDisplayName": name}
        (tmp_path / "e" / place).mkdir(parents=True)
        members = {**x_archive(), "data/account.js": x_file("account", [{"account": account}])}
        a_zip(tmp_path / "e" / place / "twitter.zip", members)
    lines = list(app.left_of(tmp_path / "e").lines())
    assert lines.count("Of X (Twitter), in twitter.zip:") == 2


def test_a_link_to_an_export_elsewhere_is_not_followed(shared: Path, tmp_path: Path) -> None:
    elsewhere = given(tmp_path / "other", shared, LONE["linkedin"]) / "Connections.csv"
    folder = given(tmp_path / "d", shared, X)
    (folder / "Connections.csv").symlink_to(elsewhere)
    snapshots, _others = import_exports([folder], tmp_path / "media", Silent(), the_first)
    assert not [one for one in snapshots if one.connections and one.platform == "linkedin"]
    assert "x" in platforms(snapshots)


@pytest.mark.parametrize("below", ["net", "mine/net"])
def test_an_archive_beside_a_loose_export_in_a_folder_below_is_read_too(
    tmp_path: Path, shared: Path, below: str
) -> None:
    given(tmp_path / "all" / below, shared, X, LONE["linkedin"])
    found = read(tmp_path / "all", tmp_path)
    assert names(found) == {("linkedin", None), ("x", "marlene_brueckner")}
    said = "\n".join(app.left_of(tmp_path / "all").lines())
    assert "Of X (Twitter), in twitter" in said
    assert "Of LinkedIn, in " in said


def test_mastodons_pair_in_a_folder_below_is_one_account(tmp_path: Path, shared: Path) -> None:
    given(tmp_path / "all" / "mast", shared, MASTODON)
    followed = "Account address,Show boosts\nkim@social.example,true\n"
    (tmp_path / "all" / "mast" / "following_accounts.csv").write_text(followed, encoding="utf-8")
    (snapshot,) = read(tmp_path / "all", tmp_path)
    assert snapshot.owner.handle == "ish"
    assert [one.handle for one in snapshot.connections][:1] == ["kim@social.example"]


@pytest.mark.parametrize("loose", [True, False])
def test_a_download_that_has_not_finished_is_told_as_one_in_a_folder_too(
    shared: Path, tmp_path: Path, loose: bool
) -> None:
    folder = given(tmp_path / "d", shared, X)
    if loose:
        unpacked(folder, folder / Path(X).name)
    (folder / "facebook-me.zip.crdownload").write_bytes(b"PK\x03\x04 cut")
    told = Listening()
    (snapshot,) = read(folder, tmp_path, told)
    (said,) = (line for line in told.said if "crdownload" in line)
    assert said.startswith("Not read as an export: facebook-me.zip.crdownload is a download that has not fin")
    assert [gap for gap in snapshot.gaps if "crdownload is a download that has not finished" in gap.reason]


def test_what_is_wrong_with_one_file_is_not_said_of_another(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "d", {"data/tweets.js": "window.YTD.tweets.part0 = []"})
    a_zip(folder / "talk.zip", {"_chat.txt": "Bob: hello"})
    told = Listening()
    read(folder, tmp_path, told)
    assert [line for line in told.said if "X (Twitter)" in line and "talk.zip" in line] == []
