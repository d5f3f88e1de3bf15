"""What two looks tell of one post is one post, also where only one of them knows the site's own id of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from selfaudit.model.snapshot import Connection, Image, Owner, Post, Snapshot
from selfaudit.model.vocabulary import ImageRole, Lens, PostKind
from selfaudit.platforms.merging import each_person, merge, through

HOME = "https://x.com/sam"
MINE = Post("77", "Mine", url="https://x.com/sam/status/77")
MET = Post("x.com/sam/status/77", "Mine", url="https://www.x.com/sam/status/77/?utm_source=share")
"""The same post as any site's page tells it: its address is all the name it has."""


def seen(lens: Lens, *posts: Post, images: tuple[Image, ...] = ()) -> Snapshot:
    return through(lens, Snapshot("x", owner=Owner(url=HOME), posts=posts, images=images))


def both(first: tuple[Post, ...], second: tuple[Post, ...]) -> tuple[Post, ...]:
    return merge(seen(Lens.OWNER, *first), seen(Lens.PUBLIC, *second)).posts


@pytest.mark.parametrize("order", [(MINE, MET), (MET, MINE)])
def test_a_post_known_by_its_address_is_the_one_that_the_other_lens_knows_by_its_id(
    order: tuple[Post, Post],
) -> None:
    first, second = order
    whole = replace(first, id="77", lenses=(Lens.OWNER, Lens.PUBLIC))
    assert both((first,), (second,)) == (whole,)


def test_a_caption_met_elsewhere_as_a_post_is_told_once() -> None:
    (told,) = both((replace(MINE, kind=PostKind.CAPTION),), (MET,))
    assert (told.id, told.kind) == ("77", PostKind.CAPTION)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (replace(MINE, url=None), replace(MET, url=None)),
        (replace(MINE, url=HOME), replace(MET, id="x.com/sam", url=HOME)),
        (replace(MINE, url="https://x.com/"), replace(MET, id="x.com", url="https://x.com")),
        (MINE, replace(MET, id="x.com/sam/status/78", url="https://x.com/sam/status/78")),
        (MINE, replace(MINE, id="78")),
        (MINE, replace(MET, kind=PostKind.COMMENT)),
        (MINE, replace(MET, own=False)),
        (MINE, replace(MET, url="https://[x.com/sam/status/77")),
    ],
    ids=[
        "no address",
        "the profile's address",
        "the site's address",
        "another address",
        "two ids",
        "a comment",
        "somebody else's",
        "no address that can be read",
    ],
)
def test_posts_that_only_look_the_same_stay_two(first: Post, second: Post) -> None:
    for one, other in ((first, second), (second, first)):
        assert [post.id for post in both((one,), (other,))] == [one.id, other.id]


def test_of_two_posts_at_one_address_neither_is_taken_for_a_third() -> None:
    album = (MINE, replace(MINE, id="78"))
    assert [post.id for post in both(album, (MET,))] == ["77", "78", MET.id]


def test_a_lens_that_tells_a_post_under_both_names_loses_neither() -> None:
    other = replace(MET, text="Mine, cut …")
    assert [post.text for post in both((MINE, other), (MINE,))] == ["Mine", "Mine, cut …"]


def test_comments_and_pictures_follow_their_post() -> None:
    comment = Post("c1", "Lovely", PostKind.COMMENT, own=False, parent=MET.id)
    picture = Image("/media/1.jpg", post=MET.id, url="https://img.x.com/media/1.jpg")
    merged = merge(seen(Lens.OWNER, MINE), seen(Lens.PUBLIC, MET, comment, images=(picture,)))
    assert [(post.id, post.parent) for post in merged.posts] == [("77", None), ("c1", "77")]
    assert [image.post for image in merged.images] == ["77"]


def test_a_picture_known_by_its_address_is_told_once_and_an_album_is_not() -> None:
    known = Image("77-1", post="77", url="https://img.x.com/media/1.jpg?signed=1")
    met = Image("/media/1.jpg", post=MET.id, url="https://img.x.com/media/1.jpg?signed=2")
    other = Image("/media/2.jpg", post=MET.id, url="https://img.x.com/media/2.jpg")
    avatar = replace(met, id="avatar", role=ImageRole.AVATAR, post=None)
    merged = merge(
        seen(Lens.OWNER, MINE, images=(known,)), seen(Lens.PUBLIC, MET, images=(met, other, avatar))
    )
    assert [(image.id, image.post) for image in merged.images] == [
        ("77-1", "77"),
        ("/media/2.jpg", "77"),
        ("avatar", None),
    ]


def follows(relation: str, **more: str) -> Connection:
    return Connection("7", handle="pat", relation=relation, **more)


@pytest.mark.parametrize(
    ("met", "relation"),
    [
        (("follower", "following"), "mutual"),
        (("following", "follower", "following"), "mutual"),
        (("follower", "follower"), "follower"),
        (("blocked", "following"), "blocked"),
        (("unknown", "following"), "following"),
    ],
)
def test_who_follows_and_is_followed_is_one_person(met: tuple[str, ...], relation: str) -> None:
    assert each_person(map(follows, met)) == (follows(relation),)


def test_what_either_list_tells_of_a_person_is_kept_and_a_namesake_is_somebody_else() -> None:
    named, told = follows("follower", display_name="Pat"), follows("following", about="Year 4")
    other = Connection("8", handle="pat", relation="following")
    assert each_person([named, told, other]) == (
        follows("mutual", display_name="Pat", about="Year 4"),
        other,
    )


def test_a_person_whom_each_lens_met_in_another_list_is_mutual() -> None:
    lists = [Snapshot("x", connections=(follows(one),)) for one in ("follower", "following")]
    (person,) = merge(through(Lens.OWNER, lists[0]), through(Lens.PUBLIC, lists[1])).connections
    assert (person.relation, person.lenses) == ("mutual", (Lens.OWNER, Lens.PUBLIC))
