"""Texts in pictures belong to whoever put the picture there, under names of their own."""

from __future__ import annotations

from builders import BOTH, NOON, a_post, a_snapshot, an_image

from selfaudit.model.region import Region
from selfaudit.model.snapshot import Post
from selfaudit.model.vocabulary import Lens, PostKind
from selfaudit.model.written import Line, Written, texts_in_pictures

ONE = Written("Bake sale", (Line(0, 9, Region(1, 2, 30, 4)),))
TWO = Written("Closed", (Line(0, 6, Region(5, 6, 7, 8)),))


def test_without_words_there_are_no_texts() -> None:
    assert list(texts_in_pictures(a_snapshot(a_post(), an_image()), {})) == []


def test_each_text_of_a_picture_is_told_under_a_name_of_its_own() -> None:
    image = an_image(url="https://net.example/photo")
    found = list(texts_in_pictures(a_snapshot(a_post(), image), {"i1": (ONE, TWO), "gone": (ONE,)}))
    assert [(text.image, text.written) for text in found] == [(image, ONE), (image, TWO)]
    assert [text.post for text in found] == [
        Post(f"i1#words {number}", words, PostKind.CAPTION, lenses=BOTH, url="https://net.example/photo")
        for number, words in ((1, "Bake sale"), (2, "Closed"))
    ]


def test_a_text_in_a_posts_picture_is_as_the_post_is() -> None:
    theirs = a_post(
        id="c1", own=False, kind=PostKind.COMMENT, lenses=(Lens.OWNER,), url="https://net.example/c1"
    )
    snapshot = a_snapshot(theirs, an_image(post="c1", lenses=()))
    (found,) = texts_in_pictures(snapshot, {"i1": (ONE,)})
    assert (found.post.own, found.post.lenses, found.post.url, found.post.time, found.post.parent) == (
        False,
        (Lens.OWNER,),
        "https://net.example/c1",
        NOON,
        "c1",
    )


def test_a_picture_that_only_a_post_names_is_known_by_that_post() -> None:
    shared = a_post(id="r1", own=False, kind=PostKind.REPOST, images=("media/b.jpg",))
    (found,) = texts_in_pictures(a_snapshot(shared), {"r1": (ONE,)})
    assert (found.image.file, found.post.kind, found.post.shared) == ("media/b.jpg", PostKind.REPOST, True)


def test_the_place_of_words_is_around_all_their_lines() -> None:
    lines = (Line(0, 3, Region(10, 10, 50, 10)), Line(4, 9, Region(0, 30, 20, 10)))
    text = Written("the words", lines)
    assert text.place_of([(1, 2)]) == Region(10, 10, 50, 10)
    assert text.place_of([(0, 1), (8, 9)]) == Region(0, 10, 60, 30)
    assert text.place_of([]) is None
