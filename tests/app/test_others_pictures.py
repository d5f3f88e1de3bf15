"""Pictures that no item of the snapshot is about are not kept: most are of other people."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import a_post, a_snapshot, an_image, an_owner

from selfaudit import doors, importing
from selfaudit.model.snapshot import Snapshot

KEPT = {"photo.jpg", "in-post.png"}


def pictures(folder: Path) -> set[str]:
    return {file.name for file in (folder / "media").glob("*")}


def put(folder: Path, *names: str) -> None:
    (folder / "media").mkdir(parents=True, exist_ok=True)
    for name in names:
        (folder / "media" / name).write_bytes(b"picture")


@pytest.fixture
def imports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Path, ...]]:
    """An import whose pages brought these pictures and showed these profiles."""

    def run(*snapshots: Snapshot) -> tuple[Path, ...]:
        def reads(_files: object, media: Path, *_asked: object) -> tuple[Snapshot, ...]:
            put(media.parent, *KEPT, "colleague.jpg", "pupil.webp", "banner-ad.png")
            return snapshots

        monkeypatch.setattr("selfaudit.saved.import_pages", reads)
        return importing.import_files([], tmp_path / "out")

    return run


def test_only_pictures_of_items_stay(imports: Callable[..., tuple[Path, ...]]) -> None:
    snapshot = a_snapshot(
        an_image("media/photo.jpg"), an_image(None, id="i2"), a_post(images=("media/in-post.png", "i2"))
    )
    (folder,) = imports(snapshot)
    assert pictures(folder) == KEPT
    assert (folder / "snapshot.json").is_file()


def test_several_accounts_keep_their_own_pictures_and_nothing_in_common(
    imports: Callable[..., tuple[Path, ...]], tmp_path: Path
) -> None:
    first = a_snapshot(an_image("media/photo.jpg"), owner=an_owner(handle="one"))
    second = a_snapshot(a_post(images=("media/in-post.png",)), owner=an_owner(handle="two"))
    folders = imports(first, second)
    assert [pictures(folder) for folder in folders] == [{"photo.jpg"}, {"in-post.png"}]
    assert pictures(tmp_path / "out") == set()


def test_nothing_beside_the_pictures_is_touched(tmp_path: Path) -> None:
    put(tmp_path, "a.jpg")
    beside = tmp_path / "beside.jpg"
    beside.write_bytes(b"picture")
    (tmp_path / "media" / "link.jpg").symlink_to(beside)
    doors.drop_pictures(tmp_path)
    doors.drop_pictures(tmp_path / "no-such-folder")
    assert pictures(tmp_path) == set()
    assert beside.is_file()
