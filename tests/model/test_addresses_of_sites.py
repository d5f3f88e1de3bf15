"""Two addresses are of one site where they differ only in how they are written."""

from __future__ import annotations

import pytest

from selfaudit.model.sites import may_be_one_site


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("https://a.example", "http://www.A.example/", True),
        ("https://a.example", "a.example", True),
        ("https://a.example/anna", "https://a.example/anna/", True),
        ("https://a.example/anna", None, True),
        ("https://a.example", "https://b.example", False),
        ("a.example", "b.example", False),
        ("https://blogs.example/anna", "https://blogs.example/tom", False),
    ],
)
def test_sites_are_told_apart_by_host_and_path(one: str, other: str | None, alike: bool) -> None:
    assert may_be_one_site(one, other) is alike
    assert may_be_one_site(other, one) is alike
