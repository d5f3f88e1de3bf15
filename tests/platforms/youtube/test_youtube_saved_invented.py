"""YouTube's pages saved by their owner and by a stranger become one channel; others' are left alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from test_youtube_reader import MINE, THEIRS, a_channel, a_video, context

from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Lens
from selfaudit.saved import import_pages


def saved(folder: Path, name: str, data: dict[str, Any]) -> Path:
    path = folder / f"{name}.html"
    script = f"<script>var ytInitialData = {json.dumps(data)};</script>"
    path.write_text(f"<html><body>{script}</body></html>", encoding="utf-8")
    return path


def test_what_both_lenses_saw_is_one_video_of_one_channel(tmp_path: Path) -> None:
    mine = saved(tmp_path, "mine", a_channel(a_video("v1")))
    strangers = saved(tmp_path, "stranger", a_channel(a_video("v1"), owner="false", signed_in="0"))
    (snapshot,) = import_pages([mine, strangers], tmp_path / "media", Silent())
    assert [(post.id, set(post.lenses)) for post in snapshot.posts] == [("v1", set(Lens))]
    assert snapshot.proof == "YouTube showed the channel alexm as the signed-in person's own."


def test_somebody_elses_channel_beside_the_own_one_is_not_read(tmp_path: Path) -> None:
    mine = saved(tmp_path, "mine", a_channel(a_video("v1")))
    other = a_channel(a_video("v2"), owner="false")
    other["responseContext"] = context(THEIRS)
    other["metadata"]["channelMetadataRenderer"] |= {
        "externalId": THEIRS,
        "title": "Sam",
        "vanityChannelUrl": "http://www.youtube.com/@sam",
    }
    found = import_pages([mine, saved(tmp_path, "other", other)], tmp_path / "media", Silent())
    assert [(one.owner.handle, [post.id for post in one.posts]) for one in found] == [("alexm", ["v1"])]
    assert found[0].owner.url == f"https://www.youtube.com/channel/{MINE}"
