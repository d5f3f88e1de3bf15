"""Whatever a page or an answer holds, the readers of Meta's sites neither raise nor say that they read it."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from meta_pages import an_account, document, result

from selfaudit.model.platform import Platform
from selfaudit.model.visit import Document, Response, Visit
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.facebook import FACEBOOK
from selfaudit.platforms.instagram import INSTAGRAM
from selfaudit.platforms.threads import THREADS

EACH = pytest.mark.parametrize(
    ("platform", "site"),
    [
        (FACEBOOK, "https://www.facebook.com"),
        (INSTAGRAM, "https://www.instagram.com"),
        (THREADS, "https://www.threads.com"),
    ],
    ids=["facebook", "instagram", "threads"],
)
ME = an_account("sample.worker", "1000001")
NAMES = some.sampled_from(
    """
    user viewer id pk code username biography data node edges page_info has_next_page end_cursor caption text
    taken_at thread_items post actors comet_sections content story message post_id __typename attached_story
    privacy_scope icon_image name timeline_list_feed_units path label users carousel_media image_versions2
    candidates url media_count follower_count is_private feedback body author profile_tile_sections nodes
    pageItems title owner edge_media_to_caption edge_owner_to_timeline_media text_post_app_info count comments
    """.split()  # noqa: SIM905 - fifty quoted names read worse
)
LEAVES = (
    some.none() | some.booleans() | some.integers() | some.floats(allow_nan=False) | some.text(max_size=5)
)
LEAVES |= some.sampled_from(
    ["Story", "Comment", "Photo", "1000001", "sample.worker", "everyone", "http://[x"]
)
VALUES = some.recursive(
    LEAVES,
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(NAMES, inner, max_size=6),
    max_leaves=40,
)


def reads(platform: Platform, visit: Visit) -> set[Part]:
    """Everything that is asked of a platform; the parts that it says it read to their end."""
    platform.recognise(visit)
    platform.viewer(visit)
    platform.signed_out(visit)
    platform.parse([visit], None)
    return set(platform.parse([visit], ME).read)


@EACH
@given(value=VALUES, named=VALUES)
@settings(max_examples=150)
def test_no_shape_of_data_makes_a_reader_raise(platform: Platform, site: str, value: Any, named: Any) -> None:
    page = document(result(value), named, {"user": named}, url=f"{site}/sample.worker")
    body = json.dumps({"data": value}).encode()
    lone = Response(f"{site}/api/graphql/", "application/json", body, 200, f"variables={json.dumps(named)}")
    reads(platform, Visit(None, (page,), (lone,)))


@EACH
@pytest.mark.parametrize(
    "html",
    [
        "",
        "<",
        "<script>{</script>",
        "<p>" * 5000,
        "<script type='application/json' data-sjs>[[[[[[{}</script>",
        '<a href="http://[bad">x</a><img src="http://[bad">',
        "<article><h3></h3></article><div role=article><h3><a href='//['>x</a></h3></div>",
        '<div id="root"><article><a href="?story_fbid=&id=">x</a></article></div>',
        "\x00\ufffd" * 50,
    ],
)
def test_no_mark_up_makes_a_reader_raise_or_say_that_it_read(
    platform: Platform, site: str, html: str
) -> None:
    for address in (f"{site}/sample.worker", "saved.html", "http://[bad", ""):
        assert not reads(platform, Visit(None, (Document(address, html),)))


@EACH
@pytest.mark.parametrize("body", [b"", b"null", b"[]", b'{"data":', b"\xff\xfe", b"[" * 5000, b"<html>"])
def test_no_answer_makes_a_reader_raise_or_say_that_it_read(
    platform: Platform, site: str, body: bytes
) -> None:
    for address in (f"{site}/graphql/query", "saved.json", "http://[bad"):
        assert not reads(platform, Visit(None, responses=(Response(address, "application/json", body),)))


SAMPLES = [
    (FACEBOOK, "pages-invented/facebook/profile_signed_in_owner.html"),
    (INSTAGRAM, "pages/instagram/media_info_v1_carousel.json"),
    (INSTAGRAM, "pages-invented/instagram/graphql_PolarisProfilePostsQuery.json"),
    (INSTAGRAM, "pages/instagram/users_info_v1_2021.json"),
    (THREADS, "pages-invented/threads/profile_public.html"),
]


@pytest.mark.parametrize(("platform", "name"), SAMPLES, ids=[name.rsplit("/", 1)[1] for _, name in SAMPLES])
def test_a_sample_with_any_of_its_values_swapped_never_raises(
    shared: Path, platform: Platform, name: str
) -> None:
    text = (shared / "samples" / name).read_text(encoding="utf-8")
    spoiled = (_spoiled_page if name.endswith("html") else _spoiled)(text, random.Random(7))  # noqa: S311 - the same faults in every run
    for one in spoiled:
        page = Visit(None, (Document("a.html", one),))
        lone = Visit(None, responses=(Response("a.json", "application/json", one.encode()),))
        visit = page if name.endswith("html") else lone
        assert Part.POSTS not in reads(platform, visit)


def _spoiled(text: str, dice: random.Random) -> list[str]:
    """The same data a hundred times, each with one value put in another's place."""
    found = []
    for _ in range(100):
        value = copy.deepcopy(json.loads(text))
        places = list(_places(value))
        holder, key = dice.choice(places)
        holder[key] = dice.choice(
            [None, 0, -1, True, "", "x", [], {}, [None], {"id": []}, 10**30, "http://["]
        )
        found.append(json.dumps(value))
    return found


def _spoiled_page(text: str, dice: random.Random) -> list[str]:
    script = '<script type="application/json" data-sjs>'
    pieces = text.split(script)
    parts = [piece.split("</script>", 1) for piece in pieces[1:]]
    found = []
    for one in range(len(parts)):
        for spoiled in _spoiled(parts[one][0], dice):
            told = [spoiled if at == one else part[0] for at, part in enumerate(parts)]
            found.append(pieces[0] + "".join(f"{script}{data}</script>" for data in told))
    return found


def _places(value: Any) -> list[tuple[Any, Any]]:
    waiting, found = [value], []
    while waiting:
        here = waiting.pop()
        entries = here.items() if isinstance(here, dict) else enumerate(here)
        for key, inner in entries:
            found.append((here, key))
            if isinstance(inner, dict | list):
                waiting.append(inner)
    return found


@EACH
@pytest.mark.parametrize("told", [{"viewer": None}, {"data": {"viewer": None}}])
def test_the_owners_lens_always_tells_which_switches_were_not_read(
    platform: Platform, site: str, told: Any
) -> None:
    page = document(told, url=f"{site}/sample.worker")
    owner = platform.parse([Visit(Lens.OWNER, (page,))], ME)
    stranger = platform.parse([Visit(Lens.PUBLIC, (page,))], ME)
    assert [gap.part for gap in owner.gaps].count(Part.SETTINGS) == 1
    assert [gap.part for gap in stranger.gaps].count(Part.SETTINGS) == 0


@EACH
def test_a_lens_that_never_looked_brings_nothing_and_hides_nothing(platform: Platform, site: str) -> None:
    snapshot = platform.parse([], ME)
    assert (snapshot.platform, snapshot.gaps, snapshot.read, snapshot.posts) == (platform.id, (), (), ())
