"""Sites for sharing documents. No real page was to be had: every page here is invented."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Account, Document, Visit
from selfaudit.model.vocabulary import Audience, Lens, Part
from selfaudit.platforms.documents import DOCUMENTS
from selfaudit.platforms.documents.parse import _INSIDE

INVENTED = "samples/pages-invented"


def seen(html: str, url: str = "saved.html", lens: Lens | None = None) -> Visit:
    return Visit(lens, (Document(url, html),))


def counted(snapshot: Snapshot) -> list[tuple[Part, str, int | None]]:
    return [(gap.part, gap.reason, gap.count) for gap in snapshot.gaps if gap.count]


def next_data(props: object) -> str:
    data = json.dumps({"props": {"pageProps": props}})
    return f'<script id="__NEXT_DATA__" type="application/json">{data}</script>'


def test_an_invented_slideshare_deck_with_its_owner_and_date(shared: Path) -> None:
    visit = seen((shared / INVENTED / "slideshare/deck_next_data.html").read_text())
    assert DOCUMENTS.recognise(visit)
    snapshot = DOCUMENTS.parse([visit], None)
    assert (snapshot.owner.handle, snapshot.owner.name) == ("sampleworker", "Sample Worker")
    assert [(post.id, post.text, post.own, post.time, post.audience) for post in snapshot.posts] == [
        ("55", "Lesson plan\nYear 7", True, datetime(2019, 3, 1, 10, tzinfo=UTC), Audience.UNKNOWN)
    ]
    assert counted(snapshot) == [(Part.POSTS, _INSIDE, 1)]


def test_an_invented_issuu_page_with_escaped_data(shared: Path) -> None:
    visit = seen((shared / INVENTED / "issuu/user_page_escaped.html").read_text())
    assert DOCUMENTS.recognise(visit)
    snapshot = DOCUMENTS.parse([visit], None)
    assert snapshot.owner.handle == "sampleworker"
    assert [(post.id, post.text, post.time) for post in snapshot.posts] == [
        ("school_paper", "School paper", datetime(2021, 5, 1, tzinfo=UTC))
    ]


def test_documents_of_others_on_the_page_are_not_ones_own() -> None:
    decks = [
        {"id": "1", "title": "Mine", "username": "alex", "totalSlides": 3},
        {"id": "2", "title": "Recommended", "username": "pat", "totalSlides": 9},
    ]
    user = {"login": "alex", "name": "Alex Teacher", "description": "Tea", "slideshowCount": 2}
    snapshot = DOCUMENTS.parse([seen(next_data({"user": user, "slideshows": decks}))], None)
    assert [(post.id, post.text) for post in snapshot.posts] == [("1", "Mine")]
    assert (snapshot.owner.name, snapshot.owner.bio) == ("Alex Teacher", "Tea")
    assert (Part.POSTS, "the profile counts 2 and 1 were in what was read", 1) in counted(snapshot)


def test_without_anybody_named_nothing_is_taken_for_ones_own() -> None:
    decks = [{"id": "1", "title": "A", "totalSlides": 3}, {"id": "2", "title": "B", "totalSlides": 3}]
    snapshot = DOCUMENTS.parse([seen(next_data({"slideshows": decks}))], None)
    assert snapshot.posts == ()
    assert [(part, count) for part, _, count in counted(snapshot)] == [(Part.POSTS, 2)]


def test_who_may_see_a_document_is_told_where_the_data_tells_it() -> None:
    decks = [
        {"id": "1", "title": "A", "username": "alex", "totalSlides": 3, "private": True},
        {"id": "2", "title": "B", "username": "alex", "totalSlides": 3, "access": "unlisted"},
        {"id": "3", "title": "C", "username": "alex", "totalSlides": 3},
    ]
    visit = seen(next_data({"slideshows": decks}))
    account = Account("alex", "the test says so")
    assert [post.audience for post in DOCUMENTS.parse([visit], account).posts] == [
        Audience.PRIVATE,
        Audience.CUSTOM,
        Audience.UNKNOWN,
    ]
    public = seen(next_data({"slideshows": decks[2:]}), lens=Lens.PUBLIC)
    assert [post.audience for post in DOCUMENTS.parse([public], account).posts] == [Audience.PUBLIC]


def test_a_scribd_kind_of_page_is_read_by_its_linked_data_and_else_by_its_head() -> None:
    url = "https://www.scribd.com/document/123/Lesson-plan"
    book = {
        "@type": "Book",
        "name": "Lesson plan",
        "url": url,
        "description": "Year 7",
        "author": [{"@type": "Person", "name": "Alex Teacher", "url": "https://www.scribd.com/user/9/Alex"}],
    }
    page = f'<script type="application/ld+json">{json.dumps(book)}</script>'
    snapshot = DOCUMENTS.parse([seen(page, url)], None)
    assert [(post.id, post.text, post.url) for post in snapshot.posts] == [
        ("/document/123/Lesson-plan", "Lesson plan\nYear 7", url)
    ]
    assert snapshot.owner.name == "Alex Teacher"
    head = (
        f'<meta property="og:url" content="{url}"><meta property="og:title" content="Lesson plan">'
        '<meta name="author" content="Alex Teacher"><meta property="og:image" '
        'content="https://img.example/c.png">'
    )
    shown = DOCUMENTS.parse([seen(head)], None)
    assert [(post.id, post.text) for post in shown.posts] == [("/document/123/Lesson-plan", "Lesson plan")]
    assert [(image.url, image.post) for image in shown.images] == [
        ("https://img.example/c.png", "/document/123/Lesson-plan")
    ]


def test_a_book_on_any_other_site_is_no_shared_document() -> None:
    page = '<script type="application/ld+json">{"@type": "Book", "name": "Emma"}</script>'
    assert not DOCUMENTS.recognise(seen(page, "https://shop.example/emma"))
    typed = '<script type="application/ld+json">{"@type": "TextDigitalDocument", "name": "Minutes"}</script>'
    assert DOCUMENTS.recognise(seen(typed, "https://files.example/1"))


def test_a_page_of_the_site_without_documents_says_that_it_was_not_understood() -> None:
    visit = seen("<h1>Sign in</h1>", "https://www.slideshare.net/login")
    assert DOCUMENTS.recognise(visit)
    snapshot = DOCUMENTS.parse([visit], None)
    assert (snapshot.posts, snapshot.read) == ((), ())
    assert Part.OTHER in {gap.part for gap in snapshot.gaps}


@pytest.mark.parametrize(
    "url", ["https://notslideshare.net/x", "https://slideshare.net.evil.example/x", "http://[bad"]
)
def test_look_alike_addresses_are_not_the_site(url: str) -> None:
    assert not DOCUMENTS.recognise(seen("<h1>Hello</h1>", url))


@settings(max_examples=100)
@given(
    value=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["props", "pageProps", "slideshow", "user", "login", "id", "title", "totalSlides", "url"]
                ),
                inner,
                max_size=6,
            )
        ),
        max_leaves=20,
    )
)
def test_no_data_raises_and_no_list_is_told_as_whole(value: object) -> None:
    visit = seen(f'<script id="__NEXT_DATA__">{json.dumps(value)}</script>', "https://issuu.com/alex")
    DOCUMENTS.recognise(visit)
    snapshot = DOCUMENTS.parse([visit], Account("alex", "the test says so"))
    assert set(snapshot.read) <= {Part.BIO}
