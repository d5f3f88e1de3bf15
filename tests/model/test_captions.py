"""What people say of their pictures is a text of theirs; what a program makes out in one is nobody's."""

from __future__ import annotations

import pytest
from builders import BOTH, NOON, a_post, a_snapshot, an_image, an_owner

from selfaudit.model.snapshot import Image, Post, Snapshot
from selfaudit.model.vocabulary import Audience, Lens, PostKind

NOBODY = an_owner(bio=None)


def texts(*items: Post | Image) -> list[Post]:
    return list(a_snapshot(*items, owner=NOBODY).texts())


def captions(*items: Post | Image) -> list[tuple[str, str, PostKind, bool]]:
    """The texts that are no posts: id, words, kind, whose."""
    posts = {item.id for item in items if isinstance(item, Post)}
    return [(one.id, one.text, one.kind, one.own) for one in texts(*items) if one.id not in posts]


def test_a_caption_is_a_text_of_its_own_after_the_posts() -> None:
    image = an_image(caption=" My new classroom ", url="https://net.example/i1", lenses=(Lens.OWNER,))
    assert texts(image, a_post()) == [
        a_post(),
        Post("i1", "My new classroom", PostKind.CAPTION, lenses=(Lens.OWNER,), url="https://net.example/i1"),
    ]


def test_a_picture_in_a_post_has_that_posts_time_place_and_readers() -> None:
    post = a_post(url="https://net.example/p1", audience=Audience.FRIENDS, images=("media/a.jpg",))
    (caption,) = texts(post, an_image(caption="My new classroom", post="p1", lenses=()))[1:]
    assert caption == Post(
        "i1",
        "My new classroom",
        PostKind.CAPTION,
        time=NOON,
        audience=Audience.FRIENDS,
        lenses=BOTH,
        url="https://net.example/p1",
        parent="p1",
    )


def test_words_that_the_post_says_too_are_not_read_twice() -> None:
    same = an_image(caption="Lovely walk on the beach.", post="p1")
    part = an_image(caption="Lovely walk", post="p1", id="i2")
    only_the_file = an_image("media/b.jpg", caption="Lovely walk on the beach.", id="i3")
    assert captions(a_post(images=("media/b.jpg",)), same, part, only_the_file) == []
    two = [an_image(caption="On the beach", post="p1", id=name) for name in ("i1", "i2")]
    assert [one[0] for one in captions(a_post(), *two)] == ["i1"]


def test_the_same_words_of_two_pictures_are_told_at_each_where_they_stand_in_different_places() -> None:
    two = [an_image(caption="On the beach", id=name) for name in ("i1", "i2")]
    assert [one[0] for one in captions(*two)] == ["i1", "i2"]


def test_a_picture_in_somebody_elses_words_is_theirs_and_in_what_was_shared_it_is_shared() -> None:
    theirs = a_post(id="c1", kind=PostKind.COMMENT, own=False, author="pat")
    shared = a_post(id="r1", kind=PostKind.REPOST, own=False)
    found = captions(
        theirs, shared, an_image(caption="Me", post="c1"), an_image(caption="Them", post="r1", id="i2")
    )
    assert found == [("i1", "Me", PostKind.CAPTION, False), ("i2", "Them", PostKind.REPOST, False)]


def test_a_picture_that_goes_by_its_posts_id_hides_neither() -> None:
    read = {one.id: one.text for one in texts(a_post(), an_image(id="p1", post="p1", caption="Sea view"))}
    assert read == {"p1": "Lovely walk on the beach.", "p1#caption": "Sea view"}


@pytest.mark.parametrize(
    "words",
    [
        "Image may contain: 2 people, text that says 'the head is a moron'",
        "May be an image of 1 person, beard and indoor",
        "May be a black-and-white image of text",
        "May be a Twitter screenshot of 1 person and text that says 'moron'",
        "Photo by Alex Morgan on June 01, 2021. May be an image of text that says 'moron'.",
        "This may contain: a woman standing in front of a class",
        "No photo description available.",
        "A group of people posing\n\nDescription automatically generated with medium confidence",
        "A dog on a lawn\n\nAI-generated content may be incorrect.",
    ],
)
def test_what_a_program_made_out_is_nobodys(words: str) -> None:
    assert captions(an_image(caption=words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "May be late tonight, the head is a moron",
        "Best image of the day. Might be a good idea to frame it",
        "The lunch box may contain nuts",
        "This may contain spoilers",
        "A photo of our head",
        "My image in the mirror",
    ],
)
def test_what_only_sounds_like_a_program_is_read(words: str) -> None:
    assert captions(an_image(caption=words)) == [("i1", words, PostKind.CAPTION, True)]


@pytest.mark.parametrize("words", [None, "", "  \n"])
def test_no_words_are_no_text(words: str | None) -> None:
    assert texts(an_image(caption=words)) == []


def test_an_empty_profile_has_no_texts() -> None:
    assert list(Snapshot("practice").texts()) == []
