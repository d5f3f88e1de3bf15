"""A file or folder that the person may not open is told as that, and never passed over."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from exports.answering import the_first
from exports.importing_all import import_all
from exports.packing import a_folder, a_tweet, a_zip, x_archive
from exports.shapes import SHAPES

from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part

LISTS = (Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS)


def closed(usual: Callable[..., Any], name: str) -> Callable[..., Any]:
    """As a file or folder of this name behaves that may not be opened, also where root runs the tests."""

    def tried(path: Any, *more: Any, **named: Any) -> Any:
        if isinstance(path, str | Path) and Path(path).name == name:
            raise PermissionError(13, "Permission denied", str(path))
        return usual(path, *more, **named)

    return tried


def read(tmp_path: Path, *paths: Path) -> Snapshot:
    (snapshot,) = import_all(list(paths), tmp_path / "media", Silent(), the_first)
    return snapshot


def test_a_folder_that_cannot_be_opened_leaves_no_list_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = a_folder(tmp_path / "f", {**SHAPES["flickr"], "more/photo_2.json": {"id": "2", "name": "Sea"}})
    monkeypatch.setattr(os, "scandir", closed(os.scandir, "more"))
    snapshot = read(tmp_path, export)
    told = {gap.part for gap in snapshot.gaps if "more is a folder that may not be opened" in gap.reason}
    assert told == {Part.OTHER, *LISTS}
    assert not set(snapshot.read) & set(LISTS)


def test_a_part_that_may_not_be_opened_is_not_told_as_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (a_zip(tmp_path / f"x-{part}.zip", x_archive(a_tweet(part))) for part in (1, 2))
    monkeypatch.setattr(Path, "open", closed(Path.open, "x-2.zip"))
    reasons = [gap.reason for gap in read(tmp_path, first, second).gaps if gap.lens is not Lens.PUBLIC]
    why = (
        "the file x-2.zip may not be opened by you on this computer: give yourself the right to read it, or"
        " copy it to a folder of your own, and try again"
    )
    assert [reason for reason in reasons if "x-2.zip" in reason] == [why]


def test_a_file_in_a_folder_that_may_not_be_opened_is_not_told_as_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export = a_folder(tmp_path / "x", x_archive(a_tweet()))
    monkeypatch.setattr(Path, "open", closed(Path.open, "follower.js"))
    snapshot = read(tmp_path, export)
    (told,) = [gap for gap in snapshot.gaps if "follower.js" in gap.reason]
    assert (told.part, "may not be opened by you" in told.reason) == (Part.CONNECTIONS, True)
    assert Part.CONNECTIONS not in snapshot.read
