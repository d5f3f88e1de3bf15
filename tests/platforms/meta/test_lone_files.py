"""Single files taken out of Meta's exports are read, and what is not in them is a gap."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from exports.answering import the_first

from selfaudit.exports import import_exports, is_export
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part

FB_POSTS = "your_posts__check_ins__photos_and_videos_1"
A_PAGE = (
    '<main><section class="_a6-g"><h2>Robin T updated a status.</h2><div class="_a6-p">Hello</div>'
    '<footer class="_a6-o">Jul 1, 2020 2:05:15 pm</footer></section></main>'
)
FILES: dict[str, tuple[Any, str, str, list[str]]] = {
    f"{FB_POSTS}.json": ([{"timestamp": 1, "data": [{"post": "Hello"}]}], "facebook", "posts", ["Hello"]),
    f"{FB_POSTS}.html": (A_PAGE, "facebook", "posts", ["Hello"]),
    "your_friends.json": ({"friends_v2": [{"name": "Sam", "timestamp": 1}]}, "facebook", "people", ["Sam"]),
    "posts_1.json": (
        [{"media": [{"uri": "x.jpg", "creation_timestamp": 1, "title": "Hello"}]}],
        "instagram",
        "posts",
        ["Hello"],
    ),
    "followers_1.json": (
        [{"title": "", "media_list_data": [], "string_list_data": [{"value": "sam", "timestamp": 1}]}],
        "instagram",
        "people",
        ["sam"],
    ),
    "post_comments_1.json": (
        [{"string_map_data": {"Comment": {"value": "Hello"}, "Time": {"timestamp": 1}}}],
        "instagram",
        "posts",
        ["Hello"],
    ),
}
OTHERS = {
    "your_friends.json": {"friends": ["Sam"]},
    "posts_1.json": [{"title": "A blog"}],
    "posts_2.json": {"media": [], "posts": []},
    "followers_1.json": [{"login": "sam"}],
    "comments.json": [{"comment": "Hm"}],
    "followers.html": "<html><body>Followers of Sam</body></html>",
}


def written(folder: Path, name: str, value: Any) -> Path:
    file = folder / name
    file.write_text(value if isinstance(value, str) else json.dumps(value))
    return file


def read(tmp_path: Path, *paths: Path) -> Snapshot:
    (snapshot,), others = import_exports(paths, tmp_path / "media", Silent(), the_first)
    assert others == ()
    return snapshot


@pytest.mark.parametrize("name", FILES)
def test_a_lone_file_is_read_and_the_rest_is_a_gap(tmp_path: Path, name: str) -> None:
    value, platform, what, wanted = FILES[name]
    snapshot = read(tmp_path, written(tmp_path, name, value))
    words = [post.text for post in snapshot.posts]
    people = [other.display_name or other.handle for other in snapshot.connections]
    assert snapshot.platform == platform
    assert (words, people) == ((wanted, []) if what == "posts" else ([], wanted))
    gaps = {gap.part for gap in snapshot.gaps if gap.lens is not Lens.PUBLIC}
    assert gaps >= {
        Part.BIO,
        Part.CONTACT,
        Part.COMMENTS,
        Part.POSTS if what == "people" else Part.CONNECTIONS,
    }
    assert (snapshot.owner.name, snapshot.owner.handle) == (None, None)


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_of_such_names_are_no_export(tmp_path: Path, name: str) -> None:
    assert not is_export(written(tmp_path, name, OTHERS[name]))


def test_published_files_taken_out_of_an_archive_are_read_as_in_it(shared: Path, tmp_path: Path) -> None:
    sample = shared / "samples/exports/facebook/constructed/facebook-html-2024.zip"
    with zipfile.ZipFile(sample) as archive:
        pages = {name.rpartition("/")[2]: archive.read(name).decode() for name in archive.namelist()[1:5]}
    snapshot = read(tmp_path, *(written(tmp_path, name, page) for name, page in pages.items()))
    assert (len(snapshot.posts), len(snapshot.connections), snapshot.owner.name) == (6, 5, "Marlene Brückner")
