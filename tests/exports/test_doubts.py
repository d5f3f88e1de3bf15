"""What an export does not tell of itself is asked of the person; what they leave open is a gap."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from exports.answering import the_first
from exports.importing_all import import_all
from exports.packing import a_folder

from selfaudit.errors import ImportFailed
from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part, PostKind
from selfaudit.platforms.asking import ASKED

OF_DATES = ("facebook", "instagram", "threads", "snapchat", "tiktok", "reddit")
WORDPRESS = "samples/exports/wordpress/wordpress-importer"
REDDIT = {
    "statistics.csv": "statistic,value\naccount name,robin\n",
    "posts.csv": ("id,permalink,date,ip,subreddit,gildings,title,url,body\na,/x,2024-06-01,,x,0,Hi,,There\n"),
}


class Asked:
    """Answers with this choice, and remembers what was asked."""

    def __init__(self, choice: int | None) -> None:
        self.choice = choice
        self.questions: list[tuple[str, tuple[str, ...]]] = []

    def __call__(self, question: str, choices: Sequence[str]) -> int | None:
        self.questions.append((question, tuple(choices)))
        return self.choice


def read(path: Path, tmp_path: Path, choose: Callable[[str, Sequence[str]], int | None] | None) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent(), choose)
    return snapshot


def gaps(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC]


def own(snapshot: Snapshot) -> list[str]:
    return [post.id for post in snapshot.posts if post.own]


def test_exports_that_can_be_of_a_shorter_time_are_asked_about_and_no_others() -> None:
    asked = [one.id for one in ASKED if one.export and one.export.doubt is not None and _dated(one.id)]
    assert asked == list(OF_DATES)


def _dated(platform: str) -> bool:
    reader = next(one.export for one in ASKED if one.id == platform)
    return reader is not None and "doubt_of_dates" in getattr(reader.doubt, "__qualname__", "")


@pytest.mark.parametrize(
    ("choice", "reason"),
    [
        (0, None),
        (1, "you asked for a shorter time: what is older is not in this export; ask for one of all time"),
        (None, "if you limited the dates when you asked, earlier posts are not in here"),
    ],
)
def test_the_dates_of_an_export_are_what_the_person_says(
    tmp_path: Path, choice: int | None, reason: str | None
) -> None:
    asked = Asked(choice)
    snapshot = read(a_folder(tmp_path / "r", REDDIT), tmp_path, asked)
    assert asked.questions == [
        ("When you asked Reddit for this export, which dates did you choose?", ("All time", "A shorter time"))
    ]
    assert gaps(snapshot, Part.POSTS) == ([reason] if reason else [])
    assert (Part.POSTS in snapshot.read) is (reason is None)
    assert [post.text for post in snapshot.posts] == ["Hi\nThere"]


def test_where_nobody_can_be_asked_the_dates_stay_open(tmp_path: Path) -> None:
    snapshot = read(a_folder(tmp_path / "r", REDDIT), tmp_path, None)
    assert gaps(snapshot, Part.POSTS) == [
        "if you limited the dates when you asked, earlier posts are not in here"
    ]
    assert gaps(snapshot, Part.CONNECTIONS) == gaps(
        read(a_folder(tmp_path / "s", REDDIT), tmp_path, the_first), Part.CONNECTIONS
    )


def test_of_several_who_write_in_a_blog_only_the_one_who_is_picked_is_read(
    shared: Path, tmp_path: Path
) -> None:
    path = shared / WORDPRESS / "small-export.xml"
    asked = Asked(0)
    first = read(path, tmp_path, asked)
    ((question, choices),) = asked.questions
    assert question == "Several people write in this blog's export. Which of them are you?"
    assert len(choices) > 1
    each = [read(path, tmp_path, Asked(place)) for place in range(len(choices))]
    assert own(each[0]) == own(first)
    texts = [[post for post in one.posts if post.kind is not PostKind.COMMENT] for one in each]
    assert all(post.own for posts in texts for post in posts)
    assert [int(words.rpartition(": ")[2]) for words in choices] == [len(posts) for posts in texts]
    nobody = read(path, tmp_path, None)
    written = [post.id for post in nobody.posts if post.kind is not PostKind.COMMENT]
    assert sorted(post.id for posts in texts for post in posts) == sorted(written)
    assert len({one.owner.handle for one in each}) == len(choices)
    assert Part.POSTS in first.read


def test_whoever_does_not_know_who_they_are_in_a_blog_reads_nothing(shared: Path, tmp_path: Path) -> None:
    with pytest.raises(ImportFailed) as told:
        import_all([shared / WORDPRESS / "small-export.xml"], tmp_path / "media", Silent(), Asked(None))
    assert told.value.sentence.startswith("Several people write in this blog's export, and selfaudit reads")


def test_where_nobody_can_be_asked_nothing_in_a_blog_of_several_is_the_owners(
    shared: Path, tmp_path: Path
) -> None:
    snapshot = read(shared / WORDPRESS / "small-export.xml", tmp_path, None)
    assert own(snapshot) == []
    assert snapshot.owner.handle is None
    assert any(
        "which of the people who write there is you" in reason for reason in gaps(snapshot, Part.POSTS)
    )


def test_one_who_writes_alone_is_not_asked(shared: Path, tmp_path: Path) -> None:
    asked = Asked(None)
    assert own(read(shared / WORDPRESS / "valid-wxr-1.1.xml", tmp_path, asked))
    assert asked.questions == []


def test_where_nobody_is_asked_which_writer_they_are_nothing_of_any_of_them_is_kept(
    tmp_path: Path, shared: Path
) -> None:
    path = shared / WORDPRESS / "small-export.xml"
    (snapshot,) = import_all([path], tmp_path / "media", Silent())
    assert snapshot.posts == ()
    assert next(gap.count for gap in snapshot.gaps if "which of the people who write there" in gap.reason)
