"""An import that is refused or fails costs nothing that was there before, and leaves nothing behind."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import a_snapshot, an_image, an_owner

from selfaudit import importing, keeping
from selfaudit.errors import ConsentWithheld, ImportFailed, Interrupted, StorageError
from selfaudit.exports import Read
from selfaudit.forgetting import kept
from selfaudit.model.codec import load_snapshot
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Door

Reads = Callable[..., None]
EARLIER = a_snapshot(an_image("media/earlier.jpg"), owner=an_owner(handle="earlier"))
AGAIN = a_snapshot(an_image("media/later.jpg"), owner=an_owner(handle="earlier", bio="New words"))
LATER = a_snapshot(an_image("media/later.jpg"), owner=an_owner(handle="later"))


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Reads:
    """The next import brings the pictures of these profiles, then shows them, or fails."""

    def arrange(*snapshots: Snapshot, fails: BaseException | None = None) -> None:
        def read_all(_files: object, media: Path, *_asked: object, **_more: object) -> tuple[Read, ...]:
            media.mkdir(mode=0o700, parents=True, exist_ok=True)
            for one in snapshots:
                (media / Path(one.images[0].file or "").name).write_bytes(b"picture")
            if fails:
                raise fails
            return tuple((one, None) for one in snapshots)

        monkeypatch.setattr("selfaudit.exports.read_all", read_all)

    return arrange


@pytest.fixture
def earlier(reads: Reads, tmp_path: Path) -> Path:
    """A folder with an import of yesterday, and a page that the person put beside it."""
    reads(EARLIER)
    (folder,) = importing.import_files([], tmp_path / "all" / "out")
    (folder / "notes.txt").write_text("mine")
    return folder


def test_an_answer_of_no_leaves_the_earlier_import_as_it_was(earlier: Path, reads: Reads) -> None:
    before = content(earlier)
    reads(AGAIN)
    with pytest.raises(ConsentWithheld):
        importing.import_files([], earlier, is_mine=lambda _question: False)
    assert content(earlier) == before
    assert list(earlier.parent.iterdir()) == [earlier]


def test_another_accounts_import_does_not_take_its_place(earlier: Path, reads: Reads) -> None:
    before = content(earlier)
    reads(LATER)
    with pytest.raises(StorageError, match="which is not what you import now"):
        importing.import_files([], earlier)
    assert content(earlier) == before
    assert list(earlier.parent.iterdir()) == [earlier]


@pytest.mark.parametrize("fault", [ImportFailed("Nothing there."), KeyboardInterrupt()])
def test_an_import_that_fails_or_is_stopped_leaves_the_earlier_one_as_it_was(
    earlier: Path, reads: Reads, fault: BaseException
) -> None:
    before = content(earlier)
    reads(LATER, fails=fault)
    with pytest.raises(type(fault)):
        importing.import_files([], earlier)
    assert content(earlier) == before
    assert list(earlier.parent.iterdir()) == [earlier]


def test_an_import_that_succeeds_takes_the_place_of_the_earlier_one_alone(
    earlier: Path, reads: Reads
) -> None:
    reads(AGAIN)
    assert importing.import_files([], earlier) == (earlier,)
    assert set(content(earlier)) == {".selfaudit", "snapshot.json", "media/later.jpg", "notes.txt"}
    assert load_snapshot(earlier).owner.bio == "New words"
    assert {stat.S_IMODE(path.stat().st_mode) for path in (earlier, earlier / "media")} == {0o700}
    assert list(earlier.parent.iterdir()) == [earlier]


def test_what_pages_showed_is_kept_too_and_the_same_command_does_not_promise_to_leave_it_out(
    reads: Reads, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads(EARLIER, LATER)
    saves = iter((keeping.save,))

    def save(snapshot: Snapshot, folder: Path) -> Path:
        for first in saves:
            return first(snapshot, folder)
        raise KeyboardInterrupt

    monkeypatch.setattr("selfaudit.keeping.save", save)
    with pytest.raises(Interrupted) as stop:
        importing.import_files([], tmp_path / "out")
    assert [path.parent.name for path in tmp_path.rglob("snapshot.json")] == ["practice-earlier"]
    assert "which reads again what it cannot tell to be the same" in stop.value.next_step


def test_several_accounts_are_found_where_the_answer_says(reads: Reads, tmp_path: Path) -> None:
    reads(EARLIER, LATER)
    folders = importing.import_files([], tmp_path / "out")
    assert [load_snapshot(folder).owner.handle for folder in folders] == ["earlier", "later"]
    assert {folder.parent for folder in folders} == {tmp_path / "out"}


def test_two_readings_of_one_account_never_take_each_others_place(reads: Reads, tmp_path: Path) -> None:
    me = an_owner(handle="marle")
    found = [
        a_snapshot(an_image("media/a.jpg"), owner=me, door=door, site=site)
        for door, site in [
            (Door.EXPORT, "https://one.example"),
            (Door.EXPORT, "https://two.example"),
            (Door.EXPORT, "https://two.example"),
            (Door.PAGES, "https://one.example"),
        ]
    ]
    reads(*found, a_snapshot(an_image("media/b.jpg"), owner=an_owner(handle="MARLE"), door=Door.PAGES))
    folders = importing.import_files([], tmp_path / "out")
    assert [(load_snapshot(one).door, load_snapshot(one).site) for one in folders[:4]] == [
        (one.door, one.site) for one in found
    ]
    assert [folder.name for folder in folders] == [
        "practice-marle-export-one-example",
        "practice-marle-export-two-example",
        "practice-marle-export-two-example-2",
        "practice-marle-pages-one-example",
        "practice-MARLE-pages",
    ]


def test_a_refused_import_leaves_no_folder_that_was_not_there(
    reads: Reads, tmp_path: Path, home: Path
) -> None:
    reads(LATER)
    for place in (tmp_path / "new" / "out", None):
        with pytest.raises(ConsentWithheld):
            importing.import_files([], place, is_mine=lambda _question: False)
    assert list(tmp_path.iterdir()) == []
    assert list(home.rglob("runs/*")) == []
    assert kept() == ((home,) if home.exists() else ())


def test_an_empty_folder_of_the_persons_own_stays_when_the_import_fails(reads: Reads, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    reads(LATER, fails=ImportFailed("Nothing there."))
    with pytest.raises(ImportFailed):
        importing.import_files([], tmp_path / "own")
    assert list(tmp_path.rglob("*")) == [tmp_path / "own"]
