"""Several exports unpacked in one folder or archive: each is its owner's, and nothing beside is lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from exports.answering import the_first
from exports.importing_all import import_all
from exports.packing import A_PICTURE, a_folder, unpacked
from listening import Listening

from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Part

FACEBOOK = "facebook/constructed/facebook-html-2024.zip"
INSTAGRAM = "instagram/constructed/instagram-marlene.brueckner-2025-en.zip"
INSTAGRAM_OLD = "instagram/insta4dummy/insta4dummy_20201105.zip"
LINKEDIN = "linkedin/constructed/Complete_LinkedInDataExport_01-05-2026.zip"
STRANGERS = "linkedin/lexnetwork/Connections.csv"
TAKEOUT = "youtube_takeout/constructed/takeout-20260105T100000Z-001.zip"
X = "twitter/constructed/twitter-2026-01-22-abc123.zip"
X_2018 = "twitter/perkeep/camlistore_test.zip"
SNAPCHAT = "snapchat/constructed/mydata~1700000000000.zip"
REPOSITORIES = ("bluesky/indigo/fakermaker.repo.car", "bluesky/indigo/greenground.repo.car")
BOARDS = "nodebb/constructed"
HAR = "reddit.har"


def packed(folder: Path) -> Path:
    return Path(shutil.make_archive(str(folder), "zip", folder))


def read(path: Path, tmp_path: Path) -> dict[tuple[str, str | None], Snapshot]:
    found = import_all([path], tmp_path / "media", Silent(), the_first, is_mine=lambda _: True)
    return {(one.platform, one.owner.handle or one.owner.name): one for one in found}


@pytest.mark.parametrize(("mine", "hers"), [(INSTAGRAM, INSTAGRAM_OLD), (X, X_2018)])
@pytest.mark.parametrize("pack", [Path, packed])
def test_exports_of_two_people_in_two_forms_are_two_accounts(
    shared: Path, tmp_path: Path, mine: str, hers: str, pack: type[Path]
) -> None:
    samples = shared / "samples/exports"
    alone = [read(samples / one, tmp_path) for one in (mine, hers)]
    for name, one in (("mine", mine), ("hers", hers)):
        unpacked(tmp_path / "both" / name, samples / one)
    both = read(pack(tmp_path / "both"), tmp_path)
    for one in alone:
        for account, snapshot in one.items():
            assert len(both[account].posts) == len(snapshot.posts)
            assert len(both[account].connections) == len(snapshot.connections)
    assert len(both) == sum(map(len, alone))


def test_a_strangers_table_in_another_folder_joins_only_where_the_person_says_so(
    shared: Path, tmp_path: Path
) -> None:
    mine = unpacked(tmp_path / "both/mine", shared / "samples/exports" / LINKEDIN)
    (tmp_path / "both/hers").mkdir()
    shutil.copy(shared / "samples/exports" / STRANGERS, tmp_path / "both/hers")
    asked: list[str] = []

    def is_mine(question: str) -> bool:
        asked.append(question)
        return False

    (alone,) = read(mine, tmp_path).values()
    (snapshot,) = import_all([mine.parent], tmp_path / "media", Silent(), the_first, is_mine=is_mine)
    assert snapshot.connections == alone.connections
    assert len(asked) == 1
    assert "hers" in asked[0]


@pytest.mark.parametrize("beside", [FACEBOOK, X, *REPOSITORIES[:1], STRANGERS])
def test_a_recording_beside_a_loose_export_is_left_to_the_other_door(
    shared: Path, tmp_path: Path, beside: str
) -> None:
    folder, sample = tmp_path / "d", shared / "samples/exports" / beside
    folder.mkdir()
    if beside.endswith(".zip"):
        unpacked(folder, sample)
    else:
        shutil.copy(sample, folder)
    (folder / HAR).write_text("{}", encoding="utf-8")
    (folder / "page.html").write_text(
        '<!-- saved from url=(0023)https://www.reddit.com/ --><p class="x">Hi</p>', encoding="utf-8"
    )
    snapshots, others = import_exports([folder], tmp_path / "media", Silent(), the_first)
    assert len(snapshots) == 1
    assert set(others) == {folder / HAR, folder / "page.html"}


def test_what_is_no_export_beside_an_unpacked_one_and_an_archive_hides_neither(
    shared: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "Downloads"
    unpacked(folder / "facebook-marlene", shared / "samples/exports" / FACEBOOK)
    (folder / "work").mkdir()
    shutil.copy(shared / "samples/exports" / X, folder / "work")
    for name in ("work/notes.txt", "class-marks.csv", "menu.json"):
        (folder / name).write_text("a,b\n", encoding="utf-8")
    (folder / "IMG_1.png").write_bytes(A_PICTURE)
    snapshots, _others = import_exports([folder], tmp_path / "media", Silent(), the_first)
    assert {one.platform for one in snapshots} == {"facebook", "x"}
    assert [gap.reason for one in snapshots for gap in one.gaps if "archive inside" in gap.reason] == []


def test_repositories_of_two_people_beside_an_unpacked_takeout_are_all_read(
    shared: Path, tmp_path: Path
) -> None:
    folder = unpacked(tmp_path / "d", shared / "samples/exports" / TAKEOUT)
    for one in REPOSITORIES:
        shutil.copy(shared / "samples/exports" / one, folder)
    assert sorted(platform for platform, _ in read(folder, tmp_path)) == ["bluesky", "bluesky", "youtube"]


def test_an_older_export_of_an_account_that_is_not_read_beside_a_newer_one_is_told(
    shared: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "d"
    old = unpacked(tmp_path / "old", shared / "samples/exports" / SNAPCHAT) / "json/friends.json"
    old.write_text(old.read_text(encoding="utf-8").replace('"Friends"', '"Friends" '), encoding="utf-8")
    folder.mkdir()
    shutil.copy(packed(tmp_path / "old"), folder / "old.zip")
    shutil.copy(shared / "samples/exports" / SNAPCHAT, folder / "new.zip")
    (snapshot,) = read(folder, tmp_path).values()
    told = [gap.part for gap in snapshot.gaps if gap.reason.startswith("old.zip was not read")]
    assert Part.CONNECTIONS in told
    assert Part.CONNECTIONS not in snapshot.read


def test_the_same_export_twice_misses_nothing(shared: Path, tmp_path: Path) -> None:
    (tmp_path / "d").mkdir()
    for name in ("one.zip", "two.zip"):
        shutil.copy(shared / "samples/exports" / SNAPCHAT, tmp_path / "d" / name)
    (snapshot,) = read(tmp_path / "d", tmp_path).values()
    assert [gap for gap in snapshot.gaps if "was not read" in gap.reason] == []


def test_a_second_profile_of_another_board_in_the_same_folder_is_told(shared: Path, tmp_path: Path) -> None:
    folder = tmp_path / "d"
    shutil.copytree(shared / "samples/exports" / BOARDS, folder)
    shutil.copy(folder / "5_profile.json", folder / "9_profile.json")
    (snapshot,) = read(folder, tmp_path).values()
    assert [gap for gap in snapshot.gaps if gap.reason.startswith("the file 9_profile.json was not read")]


@pytest.mark.parametrize("wrapper", ["your_things_of_2031", "Kram"])
def test_an_export_with_a_folder_of_an_unknown_name_is_one_export(tmp_path: Path, wrapper: str) -> None:
    post = {"timestamp": 1700000000, "data": [{"post": "Hello"}]}
    folder = a_folder(
        tmp_path / "d",
        {
            "profile_information/profile_information.json": {
                "profile_v2": {"name": {"full_name": "Robin T"}}
            },
            f"{wrapper}/posts/your_posts_1.json": [post],
        },
    )
    (snapshot,) = import_all([folder], tmp_path / "media", Silent(), the_first)
    assert (snapshot.owner.name, [post.text for post in snapshot.posts]) == ("Robin T", ["Hello"])


def test_a_strangers_table_in_a_folder_of_ones_own_export_is_asked_about(
    shared: Path, tmp_path: Path
) -> None:
    mine = unpacked(tmp_path / "mine", shared / "samples/exports" / LINKEDIN)
    (alone,) = read(mine, tmp_path).values()
    (mine / "hers").mkdir()
    shutil.copy(shared / "samples/exports" / STRANGERS, mine / "hers")
    (snapshot,) = import_all([mine], tmp_path / "media", Silent(), the_first, is_mine=lambda _: False)
    assert snapshot.connections == alone.connections


def test_archives_in_folders_of_a_networks_names_beside_an_unpacked_export_are_read(
    shared: Path, tmp_path: Path
) -> None:
    unpacked(tmp_path / "d/Twitter", shared / "samples/exports" / X)
    for name, one in (("YouTube", TAKEOUT), ("Photos", INSTAGRAM_OLD)):
        (tmp_path / "d" / name).mkdir()
        shutil.copy(shared / "samples/exports" / one, tmp_path / "d" / name)
    found = read(tmp_path / "d", tmp_path)
    assert {platform for platform, _ in found} == {"x", "youtube", "instagram"}
    assert [gap.reason for one in found.values() for gap in one.gaps if "archive inside" in gap.reason] == []


@pytest.mark.parametrize(("mine", "hers"), [("data", "posts"), ("profile", "friends"), ("account", "other")])
def test_two_people_whose_folders_are_called_as_networks_call_theirs_are_two_accounts(
    shared: Path, tmp_path: Path, mine: str, hers: str
) -> None:
    unpacked(tmp_path / "d" / mine, shared / "samples/exports" / X)
    unpacked(tmp_path / "d" / hers, shared / "samples/exports" / X_2018)
    assert set(read(tmp_path / "d", tmp_path)) == {("x", "marlene_brueckner"), ("x", "camlistore_test")}


def test_another_persons_export_in_a_folder_of_ones_own_that_cannot_be_told_apart_is_refused(
    shared: Path, tmp_path: Path
) -> None:
    mine = unpacked(tmp_path / "d", shared / "samples/exports" / INSTAGRAM)
    unpacked(mine / "friends", shared / "samples/exports" / INSTAGRAM_OLD)
    told = Listening()
    found = import_all([mine], tmp_path / "media", told, the_first, is_mine=lambda _: True)
    assert "instagram" not in {one.platform for one in found}
    assert [line for line in told.said if "more than one account on Instagram mixed together" in line]


@pytest.mark.parametrize("pack", [Path, packed])
def test_a_further_part_that_no_network_knows_by_itself_goes_with_its_export(
    shared: Path, tmp_path: Path, pack: type[Path]
) -> None:
    first = unpacked(tmp_path / "d/takeout-20260105T100000Z-001", shared / "samples/exports" / TAKEOUT)
    second = tmp_path / "d/takeout-20260105T100000Z-002/Takeout"
    second.mkdir(parents=True)
    (first / "Takeout/Profile").rename(second / "Profile")
    if pack is packed:
        for folder in (first, second.parent):
            packed(folder)
            shutil.rmtree(folder)
    (snapshot,) = read(tmp_path / "d", tmp_path).values()
    assert snapshot.owner.emails == ("marlene.brueckner@example.org",)


@pytest.mark.parametrize("sample", [FACEBOOK, X, INSTAGRAM])
def test_an_export_in_a_folder_called_messages_is_read(shared: Path, tmp_path: Path, sample: str) -> None:
    alone = read(shared / "samples/exports" / sample, tmp_path)
    unpacked(tmp_path / "d/messages", shared / "samples/exports" / sample)
    found = read(tmp_path / "d", tmp_path)
    assert {key: len(one.posts) for key, one in found.items()} == {
        key: len(one.posts) for key, one in alone.items()
    }


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 cut", b"<html>Sign in</html>"])
def test_a_further_part_that_cannot_be_opened_is_told_and_the_rest_is_read(
    shared: Path, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "d").mkdir()
    shutil.copy(shared / "samples/exports" / TAKEOUT, tmp_path / "d")
    (tmp_path / "d" / Path(TAKEOUT).name.replace("001", "002")).write_bytes(content)
    (snapshot,) = read(tmp_path / "d", tmp_path).values()
    assert [gap for gap in snapshot.gaps if "-002.zip is damaged" in gap.reason]


@pytest.mark.parametrize("months", [("2026-01", "2026-02"), ("Downloads 2026-1", "Downloads 2026-2")])
def test_folders_of_months_are_no_parts_of_one_export(
    shared: Path, tmp_path: Path, months: tuple[str, str]
) -> None:
    mine = unpacked(tmp_path / "d" / months[0], shared / "samples/exports" / LINKEDIN)
    (alone,) = read(mine, tmp_path).values()
    (tmp_path / "d" / months[1]).mkdir()
    shutil.copy(shared / "samples/exports" / STRANGERS, tmp_path / "d" / months[1])
    (snapshot,) = import_all(
        [tmp_path / "d"], tmp_path / "media", Silent(), the_first, is_mine=lambda _: False
    )
    assert snapshot.connections == alone.connections


@pytest.mark.parametrize("folder", ["saved", "pages", "profile"])
def test_a_saved_page_in_a_folder_with_a_networks_name_beside_a_loose_export_is_left_to_the_other_door(
    shared: Path, tmp_path: Path, folder: str
) -> None:
    unpacked(tmp_path / "d", shared / "samples/exports" / X)
    (tmp_path / "d" / folder).mkdir()
    page = tmp_path / "d" / folder / "page.html"
    page.write_text('<!-- saved from url=(0023)https://www.reddit.com/ --><p class="x">Hi</p>', "utf-8")
    _snapshots, others = import_exports([tmp_path / "d"], tmp_path / "media", Silent(), the_first)
    assert others == (page,)


def test_what_lies_in_an_archive_outside_the_exports_that_are_read_of_it_is_told(
    shared: Path, tmp_path: Path
) -> None:
    unpacked(tmp_path / "usb/Instagram", shared / "samples/exports" / INSTAGRAM)
    shutil.copy(shared / "samples/exports" / X, tmp_path / "usb")
    (tmp_path / "usb/My profile.html").write_text("<p>Hi</p>", encoding="utf-8")
    found = read(packed(tmp_path / "usb"), tmp_path)
    assert {platform for platform, _ in found} == {"instagram", "threads"}
    for snapshot in found.values():
        (told,) = (gap.reason for gap in snapshot.gaps if "holds more than the exports" in gap.reason)
        assert Path(X).name in told
        assert "My profile.html" in told


def test_a_question_about_a_folder_names_what_lies_in_it(shared: Path, tmp_path: Path) -> None:
    unpacked(tmp_path / "d/LinkedIn", shared / "samples/exports" / LINKEDIN)
    shutil.copy(shared / "samples/exports" / STRANGERS, tmp_path / "d")
    asked: list[str] = []
    import_all(
        [tmp_path / "d"], tmp_path / "media", Silent(), the_first, is_mine=lambda one: bool(asked.append(one))
    )
    assert [
        one for one in asked if one.startswith("This folder does not say whose it is: d (with Connections")
    ]
