"""Only what selfaudit wrote, and nobody changed since, is ever replaced or erased."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from selfaudit import app, storage
from selfaudit.errors import StorageError
from selfaudit.forgetting import forget, kept


def write(file: Path, text: str = "report") -> None:
    app.deliver(text, file, lambda _said: None)


def by_hand(place: Path) -> None:
    place.write_text("my thesis")


def of_ours_then_changed(place: Path) -> None:
    write(place)
    place.write_text("my thesis")


@pytest.mark.parametrize("make", [by_hand, of_ours_then_changed])
def test_a_file_of_the_persons_own_is_not_replaced(tmp_path: Path, make: Callable[[Path], None]) -> None:
    thesis = tmp_path / "thesis.txt"
    make(thesis)
    with pytest.raises(StorageError, match=r"thesis\.txt is there already, and not as selfaudit wrote it"):
        write(thesis)
    assert thesis.read_text() == "my thesis"


@pytest.mark.parametrize("make", [by_hand, of_ours_then_changed])
def test_a_file_of_the_persons_own_is_not_erased(tmp_path: Path, make: Callable[[Path], None]) -> None:
    thesis, beside = tmp_path / "thesis.txt", tmp_path / "report.txt"
    make(thesis)
    write(beside)
    erased = forget()
    assert thesis.read_text() == "my thesis"
    assert not beside.exists()
    assert erased.refused == ((str(thesis.resolve()),) if make is of_ours_then_changed else ())


def test_a_file_of_ours_is_replaced_and_erased(tmp_path: Path) -> None:
    write(tmp_path / "report.txt")
    write(tmp_path / "report.txt", "newer report")
    assert (tmp_path / "report.txt").read_text() == "newer report"
    assert forget().refused == ()
    assert list(tmp_path.iterdir()) == []


def test_the_report_in_a_folder_of_ours_and_files_of_the_private_folder_can_be_written_again(
    tmp_path: Path, home: Path
) -> None:
    for folder in (storage.claim(tmp_path / "out"), storage.make_private(home / "runs" / "a")):
        storage.write_private(folder / "report.html", "Old. Made by selfaudit.")
        write(folder / "report.html", "new")
        assert (folder / "report.html").read_text() == "new"


def test_forget_takes_what_was_written_in_a_folder_and_leaves_what_the_person_put_there(
    tmp_path: Path,
) -> None:
    folder = storage.claim(tmp_path / "out")
    with storage.filling(folder / "blog") as draft:
        storage.write_private(draft / "snapshot.json", "{}")
        storage.write_private(draft / "media" / "a.jpg", "picture")
    for name in ("result.json", "report.html", "report.html.0a1b2c3d.part"):
        storage.write_private(folder / name, "x")
    write(folder / "mine.json")
    (folder / "blog" / "letter.txt").write_text("mine")
    (folder / "snapshots").mkdir()
    (folder / "snapshots" / "snapshot.json").write_text("by hand")
    assert kept()[1:] == (folder.resolve(), (folder / "mine.json").resolve())
    erased = forget()
    left = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert left == {"blog/letter.txt", "snapshots/snapshot.json"}
    root = folder.resolve()
    assert set(erased.refused) == {str(root / "blog" / "letter.txt"), str(root / "snapshots")}
    assert erased.files == 8 + len(["kept.json"])


def test_what_lies_on_a_drive_that_is_away_for_a_while_is_not_lost_sight_of(tmp_path: Path) -> None:
    (tmp_path / "drive").mkdir()
    write(tmp_path / "drive" / "report.txt")
    (tmp_path / "drive").rename(tmp_path / "away")
    write(tmp_path / "other.txt")
    (tmp_path / "away").rename(tmp_path / "drive")
    forget()
    assert [inside.name for inside in tmp_path.rglob("*")] == ["drive"]


def test_forget_follows_no_link_out_of_a_folder(tmp_path: Path) -> None:
    folder = storage.claim(tmp_path / "out")
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "holiday.jpg").write_bytes(b"mine")
    (folder / "media").symlink_to(tmp_path / "photos")
    erased = forget()
    assert (tmp_path / "photos" / "holiday.jpg").exists()
    assert erased.refused == (str(folder.resolve() / "media"),)


def test_a_stopped_runs_draft_is_erased_too(tmp_path: Path) -> None:
    folder = storage.claim(tmp_path / "out")
    storage.write_private(folder / ".0a1b2c3d.part" / "media" / "a.jpg", "picture")
    assert forget().refused == ()
    assert not folder.exists()
