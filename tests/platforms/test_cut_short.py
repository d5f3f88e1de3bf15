"""A page that breaks off is told from a short one, and completes no part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from selfaudit.model.snapshot import Gap, Owner, Snapshot
from selfaudit.model.visit import Account, Document, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.cut_short import BROKEN_OFF, breaks_off, minding_the_end
from selfaudit.platforms.facebook import FACEBOOK

WHOLE = "<!DOCTYPE html><html><body><div><p>Tea</p></div></body></html>"
CUT = "<!DOCTYPE html><html><body><div><p>Tea</p>"


@pytest.mark.parametrize(
    "html",
    [
        "",
        WHOLE,
        WHOLE + "<!-- served in 3 ms -->",
        "<title>Tea</title><p>A page may leave out <b>its last tags</b>: 3 < 4",
        "<html><head><title>Tea</title><body><ul><li>One<li>Two</ul><p>Cold tea",
        "<div class=card>A piece of a page</div>",
        "<html><body><p>Hello</BODY >",
    ],
)
def test_a_page_that_is_closed_or_may_be_left_open_is_whole(html: str) -> None:
    assert not breaks_off(html)


@pytest.mark.parametrize(
    "html",
    [
        CUT,
        "<html><body><p>Tea <a href='/next",
        "<html><body><p>Tea</p><script>var later = {",
        "<html><body><DIV><Div></div><p>Tea",
        "<html><body><table><tr><td>Tea",
    ],
)
def test_a_page_that_ends_inside_an_element_breaks_off(html: str) -> None:
    assert breaks_off(html)


def reading(visits: Sequence[Visit], _account: Account | None) -> Snapshot:
    """A reader that says a part is read as soon as any page is there, as careless ones do."""
    named = {document.url for visit in visits for document in visit.documents}
    read = tuple(part for part, url in ((Part.BIO, "/"), (Part.CONTACT, "/about")) if url in named)
    return Snapshot("facebook", owner=Owner(handle="me"), read=read)


def seen(*pages: tuple[str, str]) -> Snapshot:
    platform = minding_the_end(replace(FACEBOOK, parse=reading))
    return platform.parse([Visit(None, tuple(Document(*page) for page in pages))], None)


def test_a_part_that_needs_the_cut_page_is_a_gap_and_the_others_stay_read() -> None:
    snapshot = seen(("/", WHOLE), ("/about", CUT))
    assert (snapshot.read, snapshot.gaps) == ((Part.BIO,), (Gap(Part.CONTACT, BROKEN_OFF),))


def test_a_part_that_whole_pages_show_as_well_stays_read() -> None:
    snapshot = seen(("/", WHOLE), ("/about", CUT), ("/about", WHOLE))
    assert (snapshot.read, snapshot.gaps) == ((Part.BIO, Part.CONTACT), ())


def test_whole_pages_are_read_as_they_were() -> None:
    snapshot = seen(("/", WHOLE), ("/about", WHOLE))
    assert (snapshot.read, snapshot.gaps) == ((Part.BIO, Part.CONTACT), ())
