"""A few rounds of the fuzzer for every sample; `python -m fuzz` runs it for as long as one likes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from fuzz.harming import harmed
from fuzz.holding import Broken, held, hold
from fuzz.invented_exports import INVENTED
from fuzz.whole_exports import SAMPLES, Members, whole

from selfaudit.model.snapshot import Gap, Post, Snapshot
from selfaudit.model.vocabulary import Part

DISCOURSE = "topic_title,categories,is_pm,post_raw,post_cooked,url,created_at\n"
POST = "Hi,,No,Hello,,{},2024-01-01 10:00:00 UTC\n"
YOUTUBE = 'Comment ID,"Comment Text,Video ID\nabc,def"\nabc,def\n'


@pytest.mark.parametrize("name", SAMPLES)
def test_a_harmed_export_is_read_and_claims_no_more_than_was_seen(shared: Path, name: str) -> None:
    ((_name, members),) = whole(shared / "samples/exports", name)
    holds_when_harmed(name, members)


@pytest.mark.parametrize("name", INVENTED)
def test_an_invented_export_is_read_when_harmed_too(name: str) -> None:
    holds_when_harmed(name, INVENTED[name])


def holds_when_harmed(name: str, members: Members) -> None:
    assert hold(members)
    for number in range(3):
        hold(harmed(members, {"index.html": b"<p>"}, random.Random(f"{name}:{number}")))  # noqa: S311 - no secret


def test_an_address_that_is_none_costs_nothing() -> None:
    address = "http://[board.example/t/hello/5/1"
    (snapshot,) = hold({"user_archive.csv": (DISCOURSE + POST.format(address)).encode()})
    assert [post.text for post in snapshot.posts] == ["Hi\nHello"]


def test_a_comment_whose_words_are_missing_costs_nothing() -> None:
    (snapshot,) = hold({"Takeout/YouTube and YouTube Music/comments/comments.csv": YOUTUBE.encode()})
    assert [post.id for post in snapshot.posts] == ["abc"]


def test_a_comment_before_a_file_that_is_one_record_alone_costs_nothing() -> None:
    mark = "wordpress.org/export/1.2/"
    (snapshot,) = hold({"a.xml": f"<?xml version='1.0'?><!-- {mark} --><author>x</author>".encode()})
    assert snapshot.posts == ()


@pytest.mark.parametrize(
    "wrong",
    [
        Snapshot("x", read=(Part.POSTS,), gaps=(Gap(Part.POSTS, "damaged"),)),
        Snapshot("x", posts=(Post("1", "a"), Post("1", "b"))),
    ],
)
def test_a_snapshot_that_claims_too_much_is_noticed(wrong: Snapshot) -> None:
    with pytest.raises(Broken):
        held(wrong)
