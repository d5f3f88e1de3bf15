"""TikTok's pages saved by their owner and by a stranger become one profile; others' are left alone."""

from __future__ import annotations

import json
from pathlib import Path

from test_tiktok_reader import a_page, profile_data

from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Lens
from selfaudit.saved import import_pages

TILE = (
    '<div data-e2e="user-post-item"><a href="https://www.tiktok.com/@alexm/video/5"><img src="x.jpg" '
    'alt="Hello"></a></div>'
)


def saved(folder: Path, name: str, data: object, body: str = "") -> Path:
    path = folder / name
    path.write_text(a_page(data, body=body).html, encoding="utf-8")
    return path


def test_what_both_lenses_saw_is_one_post_of_one_profile(tmp_path: Path) -> None:
    mine = saved(tmp_path, "mine.html", profile_data(1), TILE)
    strangers = saved(tmp_path, "stranger.html", profile_data(1, viewer=False), TILE)
    (snapshot,) = import_pages([mine, strangers], tmp_path / "media", Silent())
    assert [(post.id, post.text, set(post.lenses)) for post in snapshot.posts] == [("5", "Hello", set(Lens))]
    assert snapshot.proof == "TikTok's own page data named @alexm as the account that was signed in."


def test_somebody_elses_profile_saved_while_signed_in_is_not_read(tmp_path: Path) -> None:
    mine = saved(tmp_path, "mine.html", profile_data(1), TILE)
    data = profile_data(1)
    data["__DEFAULT_SCOPE__"]["webapp.user-detail"]["userInfo"]["user"] |= {"id": "7", "uniqueId": "sam"}
    other = saved(tmp_path, "other.html", data, TILE.replace("alexm", "sam"))
    (snapshot,) = import_pages([mine, other], tmp_path / "media", Silent())
    assert "sam" not in json.dumps([post.url for post in snapshot.posts])
    assert snapshot.owner.handle == "alexm"
