"""Who was signed in on one board says nothing of who wrote on another."""

from __future__ import annotations

from pathlib import Path

from selfaudit.model.progress import Silent
from selfaudit.saved import import_pages


def test_real_threads_of_two_boards_do_not_lend_each_other_an_owner(shared: Path, tmp_path: Path) -> None:
    snapshots = import_pages([shared / "samples/pages/vbulletin"], tmp_path / "media", Silent())
    assert not [post for snapshot in snapshots for post in snapshot.posts if post.own]
    assert {snapshot.owner.handle for snapshot in snapshots} == {"member13", None}
