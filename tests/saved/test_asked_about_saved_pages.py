"""Saved pages are asked about only where they do not tell: which site they are of, and who was looking."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from samples import a_post_page

from selfaudit.errors import ImportFailed
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens
from selfaudit.saved import import_pages

SIGNED_IN, SIGNED_OUT, EACH = 0, 1, 2


@dataclass
class Person:
    """Answers with these, one after the other, and remembers what was asked."""

    answers: list[int | None] = field(default_factory=list)
    asked: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)

    def __call__(self, question: str, choices: Sequence[str]) -> int | None:
        self.asked.append((question, tuple(choices)))
        return self.answers.pop(0)


def a_listing(folder: Path, name: str, number: str) -> Path:
    """A lone data answer of Reddit, which does not say who looked."""
    post = {
        "id": number,
        "name": f"t3_{number}",
        "title": f"Post {number}",
        "selftext": "",
        "author": "sampleworker",
        "created_utc": 1789000000,
        "permalink": f"/r/hills/comments/{number}/",
    }
    data = {"children": [{"kind": "t3", "data": post}], "after": None, "before": None}
    file = folder / name
    file.write_text(json.dumps({"kind": "Listing", "data": data}), encoding="utf-8")
    return file


def imported(folder: Path, person: Person | None, *files: Path) -> Snapshot:
    (snapshot,) = import_pages(files, folder / "media", Silent(), person)
    return snapshot


def lenses(snapshot: Snapshot) -> dict[str, tuple[Lens, ...]]:
    return {post.id: post.lenses for post in snapshot.posts}


@pytest.mark.parametrize(
    ("answer", "seen"), [(SIGNED_IN, (Lens.OWNER,)), (SIGNED_OUT, (Lens.PUBLIC,)), (None, ())]
)
def test_a_file_that_does_not_tell_who_looked_is_asked_about(
    tmp_path: Path, answer: int | None, seen: tuple[Lens, ...]
) -> None:
    person = Person([answer])
    snapshot = imported(tmp_path, person, a_listing(tmp_path, "submitted.json", "a1"))
    assert lenses(snapshot) == {"t3_a1": seen}
    assert person.asked == [
        (
            "the file submitted.json (Reddit) does not tell whether you were signed in when you saved it.",
            ("I was signed in", "I was not signed in"),
        )
    ]


def test_where_nobody_is_asked_it_stays_unknown_with_its_gaps(tmp_path: Path) -> None:
    snapshot = imported(tmp_path, None, a_listing(tmp_path, "submitted.json", "a1"))
    assert lenses(snapshot) == {"t3_a1": ()}
    assert {gap.lens for gap in snapshot.gaps if "no page was saved" in gap.reason} == set(Lens)


def test_several_files_are_asked_about_together(tmp_path: Path) -> None:
    files = [a_listing(tmp_path, f"{n}.json", n) for n in ("a1", "a2", "a3")]
    person = Person([SIGNED_OUT])
    assert set(lenses(imported(tmp_path, person, *files)).values()) == {(Lens.PUBLIC,)}
    ((question, choices),) = person.asked
    assert question.startswith("the 3 files a1.json, a2.json, a3.json (Reddit) do not tell")
    assert len(choices) == 3


def test_some_of_each_are_asked_about_one_by_one(tmp_path: Path) -> None:
    files = [a_listing(tmp_path, f"{n}.json", n) for n in ("a1", "a2", "a3")]
    person = Person([EACH, SIGNED_IN, None, SIGNED_OUT])
    assert lenses(imported(tmp_path, person, *files)) == {
        "t3_a1": (Lens.OWNER,),
        "t3_a2": (),
        "t3_a3": (Lens.PUBLIC,),
    }
    assert [question.split()[2] for question, _choices in person.asked[1:]] == [
        "a1.json",
        "a2.json",
        "a3.json",
    ]


def test_a_page_that_tells_is_not_asked_about(tmp_path: Path) -> None:
    page = tmp_path / "beans.html"
    page.write_text(a_post_page(), encoding="utf-8")
    person = Person()
    imported(tmp_path, person, page)
    assert person.asked == []


def a_strange_answer(folder: Path) -> Path:
    file = folder / "strange.json"
    file.write_text('{"nothing": "that anybody knows"}', encoding="utf-8")
    return file


def test_files_of_no_known_site_are_asked_about_once(tmp_path: Path) -> None:
    person = Person([None, None])
    known = a_listing(tmp_path, "submitted.json", "a1")
    snapshot = imported(tmp_path, person, known, a_strange_answer(tmp_path))
    question, choices = person.asked[0]
    assert question == "It cannot be told of which site the file strange.json is. Do you know?"
    assert "Facebook" in choices
    assert not any("practice" in choice for choice in choices)
    assert any("strange.json" in gap.reason for gap in snapshot.gaps)


def test_the_site_that_the_person_names_is_taken(tmp_path: Path) -> None:
    person = Person([0, SIGNED_IN])
    snapshot = imported(tmp_path, person, a_strange_answer(tmp_path))
    assert (snapshot.platform, snapshot.posts) == ("facebook", ())
    assert snapshot.gaps


def test_without_a_site_nothing_is_read(tmp_path: Path) -> None:
    with pytest.raises(ImportFailed, match="not a page of a site"):
        imported(tmp_path, Person([None]), a_strange_answer(tmp_path))


def test_the_choices_on_the_terminal_are_numbered_and_nobody_there_leaves_it_open(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from selfaudit.cli.asking import chooser

    choose = chooser(yes=False)
    assert choose is not None
    monkeypatch.setattr("sys.stdin", io.StringIO("2\n0\n"))
    assert choose("the file a.json does not tell.", ("One", "Two")) == 1
    shown = capsys.readouterr().err.splitlines()
    assert [line.strip() for line in shown[1:4]] == ["The file a.json does not tell.", "1  One", "2  Two"]
    assert choose("Again?", ("One",)) is None
    assert choose("And with nobody there?", ("One",)) is None
    assert "left open" in capsys.readouterr().err
    assert chooser(yes=True) is None


SHARED_BLOG = "".join(
    f"<article class='post-{number} post hentry'>"
    f"<h2 class='entry-title'><a href='/{number}/'>Day {number}</a></h2>"
    f"<span class='author vcard'><a class='fn' href='/author/{who.lower()}/'>{who}</a></span>"
    f"<div class='entry-content'><p>{who} writes.</p></div></article>"
    for number, who in ((1, "Alex"), (2, "Rob"))
)
SHARED_SITE = "".join(
    f"<article><h2>Day</h2><p class='byline'>by {who}</p><p>{who} writes.</p></article>"
    for who in ("Alex", "Rob")
)
MAKER = "<meta name='generator' content='WordPress 6.6'>"


@pytest.mark.parametrize(("head", "body"), [(MAKER, SHARED_BLOG), ("", SHARED_SITE)])
@pytest.mark.parametrize("answer", [1, None])
def test_where_several_people_write_the_person_is_asked_which_of_them_they_are(
    tmp_path: Path, head: str, body: str, answer: int | None
) -> None:
    page = tmp_path / "front.html"
    page.write_text(f"<html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    person = Person([answer, None])
    snapshot = imported(tmp_path, person, page)
    assert ("several people write" in person.asked[0][0], person.asked[0][1]) == (True, ("Alex", "Rob"))
    own = [post.text for post in snapshot.posts if post.own]
    unclear = [
        gap.count for gap in snapshot.gaps if "which of the people who write there is you" in gap.reason
    ]
    if answer is None:
        assert (snapshot.owner.name, own, unclear) == (None, [], [2])
    else:
        assert snapshot.owner.name == "Rob"
        assert ["Rob writes." in text and "Alex" not in text for text in own] == [True]
        assert unclear == []
        assert snapshot.proof is not None
        assert snapshot.proof.startswith("You said")


def test_one_writer_alone_is_not_asked_about(tmp_path: Path) -> None:
    page = tmp_path / "front.html"
    body = SHARED_BLOG.replace("Rob", "Alex").replace("/rob/", "/alex/")
    page.write_text(f"<html><head>{MAKER}</head><body>{body}</body></html>", encoding="utf-8")
    person = Person([None])
    snapshot = imported(tmp_path, person, page)
    assert len(person.asked) == 1
    assert "signed in" in person.asked[0][0]
    assert snapshot.owner.name == "Alex"
