from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports.damaging import never_falls_over
from exports.packing import A_PICTURE, a_tar, a_zip

from selfaudit.exports import import_exports
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.told import NOT_TOLD

SAMPLES = "samples/exports/mastodon"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ME = "https://a.example/users/robin"
ACTOR = {
    "id": ME,
    "preferredUsername": "robin",
    "name": "Robin",
    "summary": "<p>Hi</p>",
    "attachment": [],
    "url": "https://a.example/@robin",
    "icon": {"url": "avatar.png"},
}


def read(*paths: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports(paths, tmp_path / "media", Silent())
    return snapshot


def a_note(number: int, content: str = "<p>Hello</p>", **more: object) -> dict[str, object]:
    note = {
        "id": f"{ME}/statuses/{number}",
        "type": "Note",
        "content": content,
        "to": [PUBLIC],
        "cc": [],
        **more,
    }
    return {"type": "Create", "published": "2024-06-01T12:00:00Z", "to": note["to"], "object": note}


def an_outbox(*activities: object) -> dict[str, object]:
    return {"type": "OrderedCollection", "totalItems": len(activities), "orderedItems": list(activities)}


def gaps(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC]


def test_published_archive_in_a_folder_is_read(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / "fossilizer", tmp_path=tmp_path)
    assert (snapshot.owner.name, snapshot.owner.handle) == ("Les Orchard 🕹️🔧🐱🐰", "lmorchard")
    assert snapshot.owner.links == ("https://twitch.tv/lmorchard/",)
    assert snapshot.site == "https://mastodon.social"
    assert [(post.id, post.time, post.audience) for post in snapshot.posts] == [
        ("55864", datetime(2016, 11, 1, 19, 18, 43, tzinfo=UTC), Audience.PUBLIC),
        ("237393", datetime(2016, 11, 27, 23, 56, 46, tzinfo=UTC), Audience.PUBLIC),
    ]  # although the file itself counts one
    assert Part.POSTS in snapshot.read


def test_published_archive_in_a_tar_keeps_audiences_apart(shared: Path, tmp_path: Path) -> None:
    snapshot = read(
        shared / SAMPLES / "fedi-archive-tool/archive-20250126120000-repacked.tar.gz", tmp_path=tmp_path
    )
    assert [(post.id, post.kind, post.audience) for post in snapshot.posts] == [
        ("00001", PostKind.POST, Audience.PUBLIC),
        ("00002", PostKind.POST, Audience.PUBLIC),
        ("00003", PostKind.POST, Audience.PUBLIC),
        ("00004", PostKind.REPLY, Audience.FRIENDS),
        ("00006", PostKind.POST, Audience.FRIENDS),
        ("00007", PostKind.POST, Audience.FRIENDS),
    ]
    assert [(fact.name, fact.value) for fact in snapshot.owner.facts] == [
        ("Pronouns", "they/them"),
        ("Website", "https://ish.works"),
        ("Location", "Central Europe"),
    ]
    assert [(s.name, s.value) for s in snapshot.settings] == [
        ("follow_requests", "Anyone"),
        ("discoverable", "Off"),
        ("indexable", "Not included"),
    ]
    assert sum(image.role is ImageRole.PHOTO for image in snapshot.images) == 2


def test_published_files_given_one_by_one_are_one_archive(shared: Path, tmp_path: Path) -> None:
    folder = shared / SAMPLES / "fedi-archive-tool"
    snapshot = read(folder / "outbox.json", folder / "actor.json", tmp_path=tmp_path)
    assert (snapshot.owner.handle, len(snapshot.posts)) == ("ish", 6)


def test_invented_pictures_are_kept_and_belong_to_their_post(tmp_path: Path) -> None:
    picture = {"mediaType": "image/png", "url": "/media_attachments/files/1/original/a.png", "name": "A dog"}
    film = {"mediaType": "video/mp4", "url": "/media_attachments/files/1/original/a.mp4", "name": "A film"}
    members = {
        "actor.json": ACTOR,
        "outbox.json": an_outbox(a_note(1, attachment=[picture, film])),
        "avatar.png": A_PICTURE,
        "media_attachments/files/1/original/a.png": A_PICTURE + b"other",
    }
    snapshot = read(a_tar(tmp_path / "a.tar.gz", members), tmp_path=tmp_path)
    assert [(image.role, image.post, image.caption) for image in snapshot.images] == [
        (ImageRole.AVATAR, None, None),
        (ImageRole.PHOTO, "1", "A dog"),
    ]
    assert snapshot.posts[0].images == (snapshot.images[1].file,)
    assert all((tmp_path / str(image.file)).is_file() for image in snapshot.images)
    assert Part.IMAGES in snapshot.read


def test_invented_boosts_are_not_own_words_and_leave_a_gap(tmp_path: Path) -> None:
    boost = {
        "type": "Announce",
        "id": f"{ME}/statuses/5/activity",
        "to": [PUBLIC],
        "object": "https://b.example/1",
    }
    path = a_zip(tmp_path / "a.zip", {"actor.json": ACTOR, "outbox.json": an_outbox(boost, a_note(6))})
    snapshot = read(path, tmp_path=tmp_path)
    assert [(post.id, post.kind, post.own) for post in snapshot.posts] == [
        ("5", PostKind.REPOST, False),
        ("6", PostKind.POST, True),
    ]
    assert gaps(snapshot, Part.POSTS) == ["what you boosted: the archive holds the address, not the text"]


def test_invented_warnings_and_polls_belong_to_the_words(tmp_path: Path) -> None:
    note = a_note(1, "<p>Which?</p>", summary="Politics", oneOf=[{"name": "Red"}, {"name": "Blue"}])
    path = a_zip(tmp_path / "a.zip", {"actor.json": ACTOR, "outbox.json": an_outbox(note)})
    assert [post.text for post in read(path, tmp_path=tmp_path).posts] == ["Politics\nWhich?\nRed\nBlue"]


def test_invented_lists_of_people_are_read_with_and_without_a_heading(tmp_path: Path) -> None:
    members = {
        "actor.json": ACTOR,
        "outbox.json": an_outbox(),
        "following_accounts.csv": "Account address,Show boosts\npat@b.example,true\n",
        "blocked_accounts.csv": "troll@c.example\n",
    }
    snapshot = read(a_zip(tmp_path / "a.zip", members), tmp_path=tmp_path)
    assert [(other.handle, other.relation) for other in snapshot.connections] == [
        ("pat@b.example", "following"),
        ("troll@c.example", "blocked"),
    ]
    followers, names = gaps(snapshot, Part.CONNECTIONS)
    assert "does not say who follows you" in followers
    assert "not their names" in names


def test_unreadable_posts_are_counted(tmp_path: Path) -> None:
    odd = {"type": "Create", "object": {"id": "x", "content": None}}
    path = a_zip(
        tmp_path / "a.zip", {"actor.json": ACTOR, "outbox.json": an_outbox(odd, odd, a_note(1), "text")}
    )
    snapshot = read(path, tmp_path=tmp_path)
    missed = [(gap.reason, gap.count) for gap in snapshot.gaps if gap.part is Part.POSTS and gap.lens is None]
    assert missed == [("posts in a form that this version does not know", 3)]
    assert len(snapshot.posts) == 1


@pytest.mark.parametrize("name", ["fossilizer", "fedi-archive-tool/archive-20250126120000-repacked.tar.gz"])
def test_a_damaged_archive_is_read_as_far_as_it_goes(shared: Path, name: str) -> None:
    never_falls_over(shared / SAMPLES / name, rounds=40)


def test_invented_direct_posts_are_counted_and_nothing_of_them_is_kept(tmp_path: Path) -> None:
    picture = {"mediaType": "image/png", "url": "/media_attachments/files/1/original/a.png", "name": "SECRET"}
    direct = a_note(1, "<p>SECRET</p>", to=["https://m.example/users/kim"], attachment=[picture])
    followers = a_note(2, "<p>For followers</p>", to=[f"{ME}/followers"])
    members = {
        "actor.json": ACTOR,
        "outbox.json": an_outbox(direct, followers, a_note(3)),
        "media_attachments/files/1/original/a.png": A_PICTURE,
    }
    snapshot = read(a_zip(tmp_path / "a.zip", members), tmp_path=tmp_path)
    assert [(post.id, post.text) for post in snapshot.posts] == [("2", "For followers"), ("3", "Hello")]
    assert "SECRET" not in repr(snapshot)
    assert [image.role for image in snapshot.images] == [ImageRole.AVATAR]
    assert [(gap.reason, gap.count) for gap in snapshot.gaps if gap.part is Part.OTHER] == [
        ("direct posts to a few people, which are private messages and are not read", 1)
    ]
    assert Part.POSTS in snapshot.read


def test_an_outbox_with_fewer_posts_than_it_counts_is_a_gap(tmp_path: Path) -> None:
    outbox = {**an_outbox(a_note(1), a_note(2)), "totalItems": 5}
    snapshot = read(
        a_zip(tmp_path / "a.zip", {"actor.json": ACTOR, "outbox.json": outbox}), tmp_path=tmp_path
    )
    (gap,) = [gap for gap in snapshot.gaps if gap.part is Part.POSTS and gap.lens is not Lens.PUBLIC]
    assert (gap.reason, gap.count) == ("posts that the archive counts and does not hold", 3)
    assert Part.POSTS not in snapshot.read


def test_an_actor_whose_bio_and_fields_are_called_otherwise_leaves_them_unread(tmp_path: Path) -> None:
    names = {"summary": "about", "attachment": "fields"}
    actor = {names.get(name, name): value for name, value in ACTOR.items()}
    members = {"actor.json": actor, "outbox.json": an_outbox(a_note(1))}
    snapshot = read(a_zip(tmp_path / "a.zip", members), tmp_path=tmp_path)
    assert snapshot.owner.bio is None
    assert gaps(snapshot, Part.BIO) == gaps(snapshot, Part.CONTACT) == [NOT_TOLD]
    assert not {Part.BIO, Part.CONTACT} & set(snapshot.read)
