"""The page: one file, no script, nothing that asks anybody, and nothing that a profile could break out of."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import Any

import pytest
from audited import a_finding, a_picture, a_piece, a_result
from bs4 import BeautifulSoup, Tag
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st
from rich_result import rich_result

from reports import Format, render
from reports.untrusted import plain, web_address
from selfaudit.model.findings import AuditResult
from selfaudit.model.region import Region
from selfaudit.model.vocabulary import Outcome

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'\"--></style></title><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "\u202egnp.exe\u202c\0\x1b[31m",
    "&lt;b&gt; &amp; ]]> <!-- ",
    "W" * 400,
    "👩‍👧‍👦" * 40 + "Z̷̖̓a̶͚̅l̵̰̈́g̴̘̾o̵͔͒",
)
ALLOWED = re.compile(
    r"(?:https?://[^\s]+|#[a-z0-9-]+|data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=]+)"
)


def page_of(result: AuditResult) -> BeautifulSoup:
    return BeautifulSoup(render(result, "html"), "html.parser")


def with_every_text(value: Any, text: str) -> Any:
    """The record with ``text`` in the place of every text that anybody could have written."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(with_every_text(one, text) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        held = {one.name: with_every_text(getattr(value, one.name), text) for one in fields(value)}
        return replace(value, **held)
    return value


def assert_harmless(page: BeautifulSoup) -> None:
    tags = page.find_all(True)
    forbidden = {"script", "iframe", "object", "embed", "form", "input", "base", "link", "video", "audio"}
    assert {tag.name for tag in tags} & forbidden == set()
    for tag in tags:
        assert [name for name in tag.attrs if name.startswith("on") or name in ("style", "srcdoc")] == []
        for name in ("href", "src", "xlink:href", "action", "srcset", "poster"):
            assert tag.get(name) is None or ALLOWED.fullmatch(str(tag[name])), tag
    assert len(page.find_all("style")) == 1


def skeleton(page: BeautifulSoup) -> list[str]:
    return [tag.name for tag in page.find_all(True)]


def test_the_rich_page_is_harmless() -> None:
    assert_harmless(page_of(rich_result()))


def test_the_page_forbids_everything_but_its_own_style_and_pictures_inside_it() -> None:
    page = page_of(rich_result())
    style = page.style.string if page.style else ""
    digest = base64.b64encode(hashlib.sha256((style or "").encode()).digest()).decode()
    (policy,) = page.select("meta[http-equiv=Content-Security-Policy]")
    assert policy["content"] == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert page.select("meta[name=referrer]")[0]["content"] == "no-referrer"
    assert "url(" not in (style or "").replace("url(#hatch)", "")
    assert "@import" not in (style or "")


def test_links_that_leave_the_page_carry_nothing_with_them() -> None:
    links = [link for link in page_of(rich_result()).find_all("a") if not str(link["href"]).startswith("#")]
    assert links
    assert {" ".join(link["rel"]) for link in links} == {"noreferrer noopener"}


def test_a_link_says_what_it_opens_and_the_site_to_who_hears_the_page() -> None:
    piece = a_piece(url="https://www.site.example/p1")
    (link,) = page_of(a_result(a_finding(Outcome.CONCERN, piece))).select(".finding a.opens")
    assert link.get_text() == "Open the post at site.example"
    assert [hidden.get_text() for hidden in link.select(".unseen")] == [" at site.example"]


def test_links_inside_the_page_lead_somewhere() -> None:
    page = page_of(rich_result())
    ids = [str(tag["id"]) for tag in page.find_all(id=True)]
    assert sorted(ids) == sorted(set(ids))
    inside = {str(tag["href"])[1:] for tag in page.find_all(href=re.compile("^#"))}
    labels = {str(tag["aria-labelledby"]) for tag in page.find_all(attrs={"aria-labelledby": True})}
    assert (inside | labels) - set(ids) == set()


def test_the_page_has_its_landmarks_and_one_ladder_of_headings() -> None:
    page = page_of(rich_result())
    assert page.html is not None
    assert page.html["lang"] == "en-GB"
    assert [len(page.find_all(name)) for name in ("header", "nav", "main", "footer", "h1")] == [1] * 5
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.select_one("a.skip[href='#content']") is not None


def test_sections_stand_in_the_order_that_was_promised() -> None:
    titles = [" ".join(tag.get_text().split()) for tag in page_of(rich_result()).find_all("h2")]
    assert titles == [
        "What was looked at",
        "What could not be seen, and why",
        "To look at first (4)",
        "Please look yourself (1)",
        "Approved in writing (1)",
        "Nothing found in what was seen (2)",
        "Questions that only you can answer",
        "Whom to ask",
        "Quiet is not proof",
        "How long this is kept, and how to erase it",
        "What selfaudit did",
    ]


def test_the_words_that_matter_are_marked_inside_an_isolated_quotation() -> None:
    page = page_of(a_result(a_finding(Outcome.CONCERN, a_piece("She is <b>an idiot</b> & more", "an idiot"))))
    (quote,) = page.find_all("blockquote")
    assert quote.bdi is not None
    assert [mark.get_text() for mark in quote.find_all("mark")] == ["an idiot"]
    assert quote.bdi.get_text() == "She is <b>an idiot</b> & more"


def test_the_region_is_drawn_over_the_picture() -> None:
    piece = a_piece(None, picture=a_picture(), picture_size=(800, 600), region=Region(10, 20, 30, 40))
    (drawing,) = page_of(a_result(a_finding(Outcome.CONCERN, piece))).select("svg.photo")
    assert drawing["viewbox"] == "0 0 800 600"
    assert {
        tuple(rect[name] for name in ("x", "y", "width", "height")) for rect in drawing.find_all("rect")
    } == {("10", "20", "30", "40")}
    assert (drawing["role"], bool(drawing["aria-label"])) == ("img", True)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,hi", "file:///etc/passwd"])
def test_an_address_that_is_not_of_the_web_is_words_and_no_link(address: str) -> None:
    page = page_of(a_result(a_finding(Outcome.CONCERN, a_piece(url=address))))
    assert address in page.get_text()
    assert [link for link in page.find_all("a") if address in str(link["href"])] == []


def test_no_word_of_a_verdict_stands_anywhere() -> None:
    text = page_of(rich_result()).get_text().lower()
    for word in ("all clear", "passed", "you are safe", "score", "violation", "guilty", "offence by you"):
        assert word not in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_place_stays_text(text: str) -> None:
    page = page_of(with_every_text(rich_result(), text))
    assert_harmless(page)
    assert plain(text) in page.get_text()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=40))
@example("<")
@example('"')
@example("&")
def test_no_text_in_any_place_changes_the_shape_of_the_page(text: str) -> None:
    assume(plain(text).strip())
    assume(web_address(plain(text)) is None)
    bare = _without_marks(rich_result())
    page = page_of(with_every_text(bare, text))
    assert_harmless(page)
    assert skeleton(page) == skeleton(page_of(with_every_text(bare, "plain")))


def _without_marks(result: AuditResult) -> AuditResult:
    """Marks cut a quotation into pieces, so that its length would change the shape."""
    return replace(
        result,
        contacts=(),
        findings=tuple(
            replace(found, evidence=tuple(replace(piece, marks=()) for piece in found.evidence))
            for found in result.findings
        ),
    )


def test_every_format_is_told_and_another_is_refused() -> None:
    assert [bool(render(rich_result(), form)) for form in Format] == [True, True, True]
    with pytest.raises(ValueError, match="pdf"):
        render(rich_result(), "pdf")


def test_a_finding_shows_headline_paragraph_why_and_what_to_do() -> None:
    (article,) = page_of(a_result(a_finding())).select("article.finding")
    assert isinstance(article, Tag)
    text = " ".join(article.get_text(" ").split())
    for said in (
        "Moderate: look at this next",
        "A work e-mail address stands on the profile",
        "Paragraph 501.8: No work e-mail address and no school logo without written approval",
        "Why it matters A work address makes private words look like the school's.",
        "What to do Take the address off, or ask for written approval.",
        "A stranger can see this",
    ):
        assert said in text
