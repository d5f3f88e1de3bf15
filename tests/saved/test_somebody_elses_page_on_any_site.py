"""A saved page of somebody else's, on a site that nobody described, is refused. All is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from selfaudit.errors import ImportFailed
from selfaudit.model.progress import Silent
from selfaudit.saved.door import import_pages
from selfaudit.saved.seen import like_names

BAR = '<nav><a href="/people/{0}">My profile</a> <b>Signed in as {1}</b> <a href="/logout">Sign out</a></nav>'
CARD = (
    '<script type="application/ld+json">{{"@type": "Person", "name": "{0}", "description": "Tea",'
    ' "url": "https://club.example/people/{1}"}}</script><article><p>Porridge again.</p></article>'
)


def saved(folder: Path, viewer: tuple[str, str], shown: tuple[str, str]) -> list[Path]:
    address = f"https://club.example/people/{shown[1]}"
    mark = f"<!-- saved from url=({len(address):04d}){address} -->"
    page = folder / "page.html"
    page.write_text(
        f"<!DOCTYPE html>\n{mark}\n<html><body>{BAR.format(*viewer)}{CARD.format(*shown)}</body></html>"
    )
    return [page]


def read(folder: Path, viewer: tuple[str, str], shown: tuple[str, str]) -> list[str | None]:
    snapshots = import_pages(saved(folder, viewer, shown), folder / "media", Silent())
    return [snapshot.owner.name for snapshot in snapshots]


def test_a_profile_of_another_name_and_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFailed, match="only your own is read"):
        read(tmp_path, ("alex", "Alex Teacher"), ("Rob Elder", "rob"))


@pytest.mark.parametrize(
    ("viewer", "shown"),
    [
        (("alex", "Alex Teacher"), ("Alex Teacher", "alex")),
        (("alex", "Alex"), ("Alex M. Teacher", "alex.t")),
        (("alex", "Lexi"), ("Alex Teacher", "alex")),
    ],
)
def test_ones_own_profile_is_read_by_either(
    tmp_path: Path, viewer: tuple[str, str], shown: tuple[str, str]
) -> None:
    assert len(read(tmp_path, viewer, shown)) == 1


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("Alex Teacher", "alex", True),
        ("alexteacher", "Alex Teacher", True),
        ("Alex M. Teacher", "Alex Teacher", True),
        ("Alex Teacher", "Rob Teacher", False),
        ("Alex Teacher", "Rob Elder", False),
    ],
)
def test_names_that_may_be_one_persons(first: str, second: str, alike: bool) -> None:
    assert like_names(first, second) is alike
    assert like_names(second, first) is alike
