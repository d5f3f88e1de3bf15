"""What is read today takes the place of nothing that was read yesterday."""

from __future__ import annotations

from pathlib import Path

from commands import Run
from saved.samples import a_post_page

from selfaudit.model.codec import load_snapshot


def test_two_imports_without_a_place_make_two_snapshots(run: Run, tmp_path: Path, home: Path) -> None:
    for name in ("beans", "peas"):
        page = tmp_path / f"{name}.html"
        page.write_text(a_post_page(text=name), encoding="utf-8")
        assert run("import", "--yes", page).code == 0
    found = [load_snapshot(file) for file in (home / "runs").rglob("snapshot.json")]
    assert {post.text for snapshot in found for post in snapshot.posts} == {"Beans\nbeans", "Beans\npeas"}
