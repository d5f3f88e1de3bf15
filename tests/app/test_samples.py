"""Every reader reads its own known pages whole, and nothing into pages that show no profile."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from selfaudit import samples
from selfaudit.model.platform import Platform
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.facebook import FACEBOOK
from selfaudit.platforms.forum.engines import gather
from selfaudit.platforms.saving import SAVED
from selfaudit.saved import import_pages, read_saved
from selfaudit.storage import temporary

FOLDER = Path(str(files("selfaudit.platforms")))


@pytest.mark.parametrize("platform", SAVED, ids=lambda one: one.id)
def test_the_reader_agrees_with_its_samples(platform: Platform) -> None:
    told = list(samples.look_through([platform]))
    assert [line for line in told if not line[0]] == []
    assert len(told) >= 2


@pytest.mark.parametrize("platform", SAVED, ids=lambda one: one.id)
def test_the_samples_are_small_invented_and_hold_what_they_say(platform: Platform) -> None:
    folder = FOLDER / platform.id / "samples"
    held = sorted(file.name for file in folder.iterdir())
    assert {"absent.html", "expected.json", "good.har"} <= set(held)
    for file in folder.iterdir():
        text = file.read_text(encoding="utf-8")
        assert len(text.encode()) <= 10 * 1024
        assert file.name.startswith("expected") or "Invented: nobody's page." in text
    wanted = samples.expected(folder)
    assert set(wanted) <= set(samples.PARTS)
    assert all(wanted.values())
    assert {"posts"} <= set(wanted)


@pytest.fixture
def changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Facebook's samples, copied to where a test may change them."""
    shutil.copytree(FOLDER / "facebook/samples", tmp_path / "samples")
    monkeypatch.setattr(samples, "files", lambda _package: tmp_path)
    return tmp_path / "samples"


def lines(platform: Platform = FACEBOOK) -> list[tuple[bool, str, str]]:
    return list(samples.look_through([platform]))


@pytest.mark.parametrize("part", ["posts", "comments", "connections", "settings", "images", "bio"])
def test_a_known_part_that_comes_up_with_another_number_fails(changed: Path, part: str) -> None:
    wanted = samples.expected(changed)
    (changed / "expected.json").write_text(json.dumps({**wanted, part: wanted[part] + 1}), encoding="utf-8")
    right, _name, words = lines()[0]
    assert not right
    assert f"{part} {wanted[part]} (there are {wanted[part] + 1})" in words
    assert words.count("there are") == 1


def test_a_part_that_is_not_expected_fails_when_it_is_read(changed: Path) -> None:
    wanted = samples.expected(changed)
    del wanted["images"]
    (changed / "expected.json").write_text(json.dumps(wanted), encoding="utf-8")
    assert lines()[0][0] is False


def test_pages_that_nobody_recognises_fail(changed: Path) -> None:
    (changed / "good.har").write_text("{}", encoding="utf-8")
    right, _name, words = lines()[0]
    assert (right, words.startswith("could not be read: ")) == (False, True)


def test_pages_that_another_reader_takes_fail(changed: Path) -> None:
    shutil.copy(FOLDER / "vimeo/samples/good.har", changed / "good.har")
    right, _name, words = lines()[0]
    assert (right, words) == (False, "taken for pages of: vimeo (sampleworker)")


def parsing(snapshot: Snapshot) -> Platform:
    def parse(_visits: object, _account: Account | None) -> Snapshot:
        return snapshot

    return replace(FACEBOOK, parse=parse)


@pytest.mark.parametrize(
    ("snapshot", "words"),
    [
        (Snapshot("facebook"), "read as empty, without saying why"),
        (
            Snapshot("facebook", read=(Part.POSTS,), gaps=(Gap(Part.OTHER, "a wall"),)),
            "read as if it showed: posts",
        ),
    ],
)
def test_a_wall_that_is_read_as_something_or_as_nothing_without_a_reason_fails(
    snapshot: Snapshot, words: str
) -> None:
    absent = [line for line in lines(parsing(snapshot)) if "absent" in line[1]]
    assert absent == [(False, "facebook, known absent (absent)", words)]


def test_a_wall_that_a_reader_takes_for_a_profile_fails(changed: Path) -> None:
    shutil.copy(changed / "good.har", changed / "absent-not.har")
    assert [right for right, name, _words in lines() if "absent-not" in name] == [False]


def test_a_visit_without_pages_needs_no_reason() -> None:
    assert all(platform.parse([Visit(None)], None).read == () for platform in SAVED)


def test_every_make_of_board_that_is_read_has_pages_of_its_own() -> None:
    forum = next(one for one in SAVED if one.id == "forum")
    told = {name: (right, words) for right, name, words in samples.look_through([forum])}
    makes = ("discourse", "flarum", "mybb", "phpbb", "vbulletin", "xenforo")
    assert [told[f"forum, known good ({make})"][0] for make in makes] == [True] * 6
    pages = ["good.har", *(f"good-{make}.har" for make in makes)]
    found = set()
    for page in pages:
        (group,) = read_engines(FOLDER / "forum/samples" / page)
        found.add(group)
    assert found == {"nodebb", *makes}


@pytest.mark.parametrize(
    ("site", "makes"), [("blog", ("blogger", "feed", "ghost")), ("documents", ("issuu",))]
)
def test_every_make_of_blog_and_of_site_for_documents_has_pages_of_its_own(
    site: str, makes: tuple[str, ...]
) -> None:
    (platform,) = [one for one in SAVED if one.id == site]
    told = {name: (right, words) for right, name, words in samples.look_through([platform])}
    assert [told[f"{site}, known good ({make})"][0] for make in makes] == [True] * len(makes)
    assert {file.stem.removeprefix("good-") for file in held(site, "good-*")} == set(makes)


def held(site: str, pattern: str) -> list[Path]:
    return list((FOLDER / site / "samples").glob(pattern))


def test_ghosts_word_for_its_template_is_nobodys_name() -> None:
    (snapshot,) = import_pages([FOLDER / "blog/samples/good-ghost.har"], Path("unused"), Silent())
    assert (snapshot.owner.handle, snapshot.owner.name) == ("sampleworker", "Sample Worker")
    assert [post.text for post in snapshot.posts] == ["Rain\nAgain.", "Beans\nThey are up."]


def read_engines(recording: Path) -> set[str]:
    """The makes of board that the pages of a recording are of."""
    with temporary() as media:
        visits = [page.visit for page in read_saved([recording], media).pages]
    return set(gather(visits).engines)


def test_a_wrong_number_of_a_further_make_fails(changed: Path) -> None:
    shutil.copytree(FOLDER / "forum/samples", changed, dirs_exist_ok=True)
    (changed / "expected-mybb.json").write_text('{"posts": 3}', encoding="utf-8")
    forum = next(one for one in SAVED if one.id == "forum")
    wrong = [(name, "posts 2 (there are 3)" in words) for right, name, words in lines(forum) if not right]
    assert wrong == [("forum, known good (mybb)", True)]
