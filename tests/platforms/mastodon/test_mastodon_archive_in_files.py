"""The files of an unpacked Mastodon archive, given one by one, are that archive and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from exports.packing import a_folder

from selfaudit import app
from selfaudit.exports import import_exports
from selfaudit.model.codec import load_snapshot
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Part

SAMPLE = "samples/exports/mastodon/fedi-archive-tool"
NOT_ONE = {"type": "Article", "likes": ["OrderedList"]}


def test_the_list_of_likes_beside_actor_and_outbox_is_no_second_profile(shared: Path, tmp_path: Path) -> None:
    folder = shared / SAMPLE
    asked: list[str] = []
    (out,) = app.import_files(
        [folder / name for name in ("likes.json", "actor.json", "outbox.json")],
        tmp_path / "out",
        is_mine=lambda question: not asked.append(question),
        choose=lambda question, _choices: pytest.fail(question),
    )
    (alone,), _others = import_exports([folder / "actor.json", folder / "outbox.json"], tmp_path, Silent())
    snapshot = load_snapshot(out)
    assert [post.id for post in snapshot.posts] == [post.id for post in alone.posts]
    assert snapshot.owner.handle == alone.owner.handle == "ish"
    assert [question for question in asked if not question.startswith("This export is of")] == []
    assert len(asked) == 1


@pytest.mark.parametrize("name", ["likes.json", "bookmarks.json"])
def test_a_list_of_what_others_wrote_is_told_by_its_form_and_brings_nothing(
    tmp_path: Path, name: str
) -> None:
    listed = {"id": name, "type": "OrderedCollection", "orderedItems": ["https://b.example/users/alex/1"]}
    folder = a_folder(tmp_path / "a", {name: listed})
    (snapshot,), others = import_exports([folder / name], tmp_path / "media", Silent())
    assert (snapshot.platform, snapshot.posts, snapshot.read, others) == ("mastodon", (), (), ())
    assert Part.POSTS in {gap.part for gap in snapshot.gaps}
    other = a_folder(tmp_path / "b", {name: NOT_ONE})
    assert import_exports([other / name], tmp_path / "media", Silent()) == ((), (other / name,))
