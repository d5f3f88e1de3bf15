"""A recording may hold pages of other sites: they are told, asked about never, and no gap of the profile."""

from __future__ import annotations

from pathlib import Path

import pytest
from saved.recordings import a_har, an_entry
from saved.samples import a_post_page
from saved.test_people_told_apart import Listener

from selfaudit.model.vocabulary import Part
from selfaudit.saved import import_pages


@pytest.mark.parametrize(("site", "gaps"), [("search.example", 0), ("blog.example.org", 1)])
def test_an_unknown_page_is_a_gap_only_where_it_is_of_the_same_site(
    tmp_path: Path, site: str, gaps: int
) -> None:
    har = a_har(
        tmp_path / "all.har",
        an_entry("https://blog.example.org/beans/", a_post_page(), "text/html", pageref="one"),
        an_entry(f"https://{site}/", "<title>Search</title>", "text/html", pageref="two"),
        an_entry(f"https://{site}/more", "<title>More</title>", "text/html", pageref="three"),
    )
    listener, asked = Listener(), []
    (snapshot,) = import_pages(
        [har], tmp_path / "media", listener, lambda question, _choices: asked.append(question)
    )
    assert [post.text for post in snapshot.posts] == ["Beans\nBeans are up."]
    assert listener.unread == ["Not read: all.har also holds a page that this version cannot read."]
    assert sum(gap.part is Part.OTHER and "all.har" in gap.reason for gap in snapshot.gaps) == gaps
    assert not any("of which site" in question for question in asked)
