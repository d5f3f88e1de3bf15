from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from selfaudit.platforms.generic.markup import links_in, pictures_in, written_text
from selfaudit.platforms.generic.writing import Writing, writing_of
from selfaudit.platforms.reading import absolute, soup_of

BASE = "https://blog.example.org/1/"
NAMES = "a b p div br li ul blockquote pre tr td table h1 h6 span script style template noscript form ruby rt rp title head body img textarea select option svg math".split()  # noqa: E501, SIM905 - names of elements
TEXTS = st.sampled_from(
    ["x", " ", "\n", "\n\n", "a < b", "&amp;", "&lt;p&gt;", "&nbsp;", "é🎒", "&#0;", "\ud800", "]]>"]
)
TAGS = st.builds(
    lambda opening, name, more: f"<{opening}{name}{more}>",
    st.sampled_from(["", "", "/"]),
    st.sampled_from(NAMES),
    st.sampled_from(
        [
            "",
            "",
            ' href="/x"',
            ' href="http://["',
            ' href=""',
            " href",
            ' src="a.png" alt="🎒"',
            ' src="b.jpg" alt="sea"',
            "/",
        ]
    ),
)
ODD = st.sampled_from(
    ["<!-- hidden -->", "<![CDATA[x]]>", "<!DOCTYPE html>", "<?php x ?>", "<", "</", "<a", "<!--", "&"]
)


def as_a_tree(html: str) -> Writing:
    tree = soup_of(html)
    return Writing(written_text(tree), links_in(tree, BASE), pictures_in(tree, BASE))


@settings(max_examples=400)
@given(st.lists(TEXTS | TAGS | ODD, max_size=14).map("".join))
@example("<p>One</p>\n<p>Two <a href='/x'>three</a></p>")
@example("")
@example("<")
def test_mark_up_says_what_its_tree_says(html: str) -> None:
    assert writing_of(html, BASE) == as_a_tree(html)


def test_mark_up_nested_without_end_is_read() -> None:
    assert writing_of("<b>" * 50_000 + "deep").text in {"deep", ""}


@pytest.mark.parametrize("name", ["theme-unit-test-data.xml", "small-export.xml"])
def test_real_posts_say_what_their_tree_says(shared: Path, name: str) -> None:
    text = (shared / "samples/exports/wordpress/wordpress-importer" / name).read_text("utf-8")
    pieces = [piece.partition("]]>")[0] for piece in text.split("<![CDATA[")[1:]]
    assert len(pieces) > 10
    for piece in pieces:
        assert writing_of(piece, BASE) == as_a_tree(piece)


PIECES = st.sampled_from(
    [
        "http://",
        "https://",
        "HTTP://",
        "//",
        "/",
        "a.example",
        "b",
        "..",
        ".",
        ":80",
        "%20",
        "~",
        "?",
        "#",
        ";",
        " ",
        "é",
    ]
)


@settings(max_examples=400)
@given(
    st.lists(PIECES, min_size=1, max_size=7).map("".join), st.sampled_from([BASE, "", "https://a.example"])
)
@example("https://a.example/x/../y", BASE)
def test_an_address_that_is_whole_is_joined_to_nothing(address: str, base: str) -> None:
    try:
        joined = urljoin(base, address)
    except ValueError:
        joined = None
    assert absolute(base, address) == joined


@given(st.text(st.sampled_from("ab \t\r\xa0\u2003\u200b\x1c🌧\u200d"), max_size=12))
def test_white_space_of_any_kind_is_folded(text: str) -> None:
    assert writing_of(text).text == " ".join(text.split())
