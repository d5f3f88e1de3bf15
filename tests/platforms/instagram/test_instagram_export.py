from __future__ import annotations

import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from exports.answering import the_first
from exports.damaging import members_of, never_falls_over
from exports.packing import A_PICTURE, a_zip

from selfaudit.exports import import_exports, unused
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.untold import nameless

SAMPLES = "samples/exports/instagram"
NEW = "constructed/instagram-marlene.brueckner-2025-en.zip"
OLD = "constructed/instagram-2021-account_information-layout.zip"
PRINTED = "constructed/instagram-html-2026-en.zip"
REAL = "insta4dummy/insta4dummy_20201105.zip"
FRENCH = "panopticool-demo/instagram-cam.ferrand-demo.fr.zip"


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot, *_threads), _others = import_exports([path], tmp_path / "media", Silent(), the_first)
    return snapshot


def gaps(snapshot: Snapshot, part: Part) -> list[tuple[str, int | None]]:
    return [(g.reason, g.count) for g in snapshot.gaps if g.part is part and g.lens is not Lens.PUBLIC]


def kinds(snapshot: Snapshot) -> dict[PostKind, int]:
    found = [post.kind for post in snapshot.posts]
    return {kind: found.count(kind) for kind in PostKind if kind in found}


def people(snapshot: Snapshot, *relations: str) -> int:
    return sum(other.relation in relations for other in snapshot.connections)


def a_profile(**values: str) -> dict[str, Any]:
    labels = {label.replace("_", " "): {"value": value} for label, value in values.items()}
    return {"profile_user": [{"media_map_data": {}, "string_map_data": labels}]}


def test_real_export_of_2020_is_read_to_the_numbers_of_its_own_lists(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / REAL, tmp_path)
    with zipfile.ZipFile(shared / SAMPLES / REAL) as archive:
        media = json.loads(archive.read("media.json"))
    assert (len(media["photos"]), len(media["videos"]), len(media["stories"])) == (36, 2, 26)
    single = {(entry["caption"], entry["taken_at"]) for entry in (*media["photos"], *media["videos"])}
    assert kinds(snapshot) == {PostKind.POST: len(single), PostKind.COMMENT: 13, PostKind.STORY: 26}
    assert people(snapshot, "follower", "mutual") == 10
    assert people(snapshot, "following", "mutual") == 78
    assert len(snapshot.images) == 36 + sum(not s["path"].endswith(".mp4") for s in media["stories"]) + 1


def test_real_export_of_2020_names_its_owner_and_switches(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / REAL, tmp_path)
    owner = snapshot.owner
    assert (owner.name, owner.handle) == ("Dummie de Mummie", "insta4dummy")
    assert owner.bio == "In real life I am even scarier than my profile picture haha 💀"
    assert owner.emails == ("dummie@mummiemail.com",)
    assert owner.links == ("http://www.stackoverflow.com/",)
    assert [(s.name, s.value) for s in snapshot.settings] == [
        ("private_account", "Private"),
        ("comments", "Everyone"),
    ]
    assert {post.audience for post in snapshot.posts if post.kind is PostKind.POST} == {Audience.FRIENDS}
    assert "delftslauw" not in {post.text for post in snapshot.posts}


def test_real_export_never_has_its_messages_opened(shared: Path) -> None:
    left = unused(shared / SAMPLES / REAL)
    assert {"messages.json", "likes.json", "searches.json", "account_history.json"} <= set(left)


def test_demo_in_french_is_read_by_its_labels(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / FRENCH, tmp_path)
    assert (snapshot.owner.name, snapshot.owner.handle) == ("Camille Ferrand", "cam.ferrand")
    assert snapshot.owner.emails == ("camille.ferrand@example.invalid",)
    assert snapshot.owner.phones == ("+33 6 00 00 00 00",)
    assert [(s.name, s.value) for s in snapshot.settings] == [("private_account", "Public")]
    with zipfile.ZipFile(shared / SAMPLES / FRENCH) as archive:
        folder = "your_instagram_activity/comments"
        comments = sum(
            len(json.loads(archive.read(f"{folder}/{name}.json")))
            for name in ("post_comments_1", "reels_comments")
        )
        texts = json.loads(archive.read(f"{folder}/post_comments_1.json"))
    assert kinds(snapshot)[PostKind.POST] == 40
    assert kinds(snapshot)[PostKind.STORY] == 90
    assert kinds(snapshot)[PostKind.COMMENT] == comments
    assert texts[0]["label_values"][0]["value"] in {post.text for post in snapshot.posts}
    assert people(snapshot, "follower", "mutual") == 240
    assert people(snapshot, "following", "mutual") == 380
    assert {image.file is None for image in snapshot.images} == {False}


def test_constructed_export_of_2024_on_is_read(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / NEW, tmp_path)
    assert (snapshot.owner.name, snapshot.owner.handle) == ("Marlene Brückner", "marlene.brueckner")
    assert snapshot.owner.bio == "Schulsozialarbeiterin 🌻 Zürich/Köln"
    assert kinds(snapshot) == {PostKind.POST: 6, PostKind.COMMENT: 3, PostKind.STORY: 1}
    assert (people(snapshot, "follower"), people(snapshot, "following")) == (5, 4)
    assert {other.handle for other in snapshot.connections if other.relation == "following"} == {
        f"following_{number}" for number in range(4)
    }
    assert gaps(snapshot, Part.CONNECTIONS) == [(nameless(), 9)]
    assert not any("Thread" in post.text for post in snapshot.posts)


def test_constructed_export_of_2021_is_read(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / OLD, tmp_path)
    assert kinds(snapshot) == {PostKind.POST: 4, PostKind.COMMENT: 3, PostKind.STORY: 1}
    assert (people(snapshot, "follower"), people(snapshot, "following")) == (3, 2)
    assert [post.text for post in snapshot.posts if post.kind is PostKind.POST] == [
        "Karussell 0 – größer @kollegin",  # noqa: RUF001 - the sign is what is tested
        "Einzelbild 1 😍 #schule",
        "Einzelbild 2 😍 #schule",
        "Karussell 3 – größer @kollegin",  # noqa: RUF001 - the sign is what is tested
    ]
    assert snapshot.posts[0].time == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert [image.role for image in snapshot.images].count(ImageRole.AVATAR) == 1


def test_constructed_pages_are_read_and_their_times_put_right_by_their_own_distance(
    shared: Path, tmp_path: Path
) -> None:
    snapshot = read(shared / SAMPLES / PRINTED, tmp_path)
    assert (snapshot.owner.handle, snapshot.owner.emails) == (
        "marlene.brueckner",
        ("marlene.brueckner@example.org",),
    )
    assert [(post.text, post.time) for post in snapshot.posts] == [
        (f"Beitrag {number} – größer & schöner", datetime(2023, 8, number + 1, number + 8, 5, tzinfo=UTC))  # noqa: RUF001 - the sign is what is tested
        for number in range(3)
    ]  # printed as 1:05 am and so on, seven hours behind
    assert (people(snapshot, "follower"), people(snapshot, "following")) == (4, 3)
    assert {other.handle for other in snapshot.connections if other.relation == "following"} == {
        f"following_{number}" for number in range(3)
    }


def test_invented_labels_in_an_unknown_language_leave_a_gap_and_no_empty_bio(tmp_path: Path) -> None:
    members = {
        "personal_information/personal_information/personal_information.json": a_profile(Käyttäjänimi="robin")
    }
    snapshot = read(a_zip(tmp_path / "i.zip", members), tmp_path)
    assert (snapshot.owner.handle, snapshot.owner.bio) == (None, None)
    assert {Part.BIO, Part.CONTACT} & set(snapshot.read) == set()
    assert len(gaps(snapshot, Part.BIO)) == 1


def switched(title: str, time: int) -> dict[str, Any]:
    return {"title": title, "string_map_data": {"Time": {"href": "", "value": "", "timestamp": time}}}


@pytest.mark.parametrize(
    ("last", "value"),
    [("Switched to private", "Private"), ("Switched to public", "Public"), ("Passé en privé", None)],
)
def test_invented_history_tells_whether_the_account_is_private_where_its_record_does_not(
    tmp_path: Path, last: str, value: str | None
) -> None:
    changes = [
        switched(last, 1700000300),
        switched("Switched to private", 1700000200),
        switched("Switched to public", 5),
    ]
    members = {
        "account_information/personal_information.json": a_profile(Username="robin"),
        "login_and_account_creation/account_privacy_changes.json": {
            "account_history_account_privacy_history": changes
        },
    }
    snapshot = read(a_zip(tmp_path / "i.zip", members), tmp_path)
    assert [(one.name, one.value) for one in snapshot.settings] == (
        [("private_account", value)] if value else []
    )


def test_invented_list_of_profile_pictures_gives_the_one_that_is_shown(tmp_path: Path) -> None:
    photos = [{"uri": f"media/other/{n}.png", "is_active_profile": n == 1} for n in range(3)]
    members = {
        "account_information/personal_information.json": a_profile(Username="robin"),
        "content/profile_photos.json": {"ig_profile_picture": photos},
        **{f"media/other/{n}.png": A_PICTURE + bytes([n]) for n in range(3)},
    }
    snapshot = read(a_zip(tmp_path / "i.zip", members), tmp_path)
    (avatar,) = snapshot.images
    assert avatar.role is ImageRole.AVATAR
    assert avatar.file
    assert (tmp_path / avatar.file).read_bytes() == A_PICTURE + bytes([1])


def test_invented_archived_posts_are_private_and_films_are_counted(tmp_path: Path) -> None:
    folder = "your_instagram_activity/media"
    members = {
        "personal_information/personal_information/personal_information.json": a_profile(
            Username="robin", Private_Account="False"
        ),
        f"{folder}/posts_1.json": [
            {
                "media": [
                    {"uri": "media/posts/202301/1.png", "creation_timestamp": 1700000000, "title": "Open"}
                ]
            },
            {
                "media": [
                    {"uri": "media/posts/202301/2.mp4", "creation_timestamp": 1700000001, "title": "Film"}
                ]
            },
        ],
        f"{folder}/archived_posts.json": {
            "ig_archived_post_media": [
                {"media": [{"uri": "media/archived_posts/202301/3.png", "title": "Hidden"}]}
            ]
        },
        "media/posts/202301/1.png": A_PICTURE,
        "media/archived_posts/202301/3.png": A_PICTURE,
    }
    snapshot = read(a_zip(tmp_path / "i.zip", members), tmp_path)
    assert {post.text: post.audience for post in snapshot.posts} == {
        "Open": Audience.PUBLIC,
        "Film": Audience.PUBLIC,
        "Hidden": Audience.PRIVATE,
    }
    assert gaps(snapshot, Part.IMAGES) == [("videos, which are not looked at", 1)]


def test_invented_list_of_followed_people_alone_is_not_the_whole_list(tmp_path: Path) -> None:
    members = {
        "personal_information/personal_information/personal_information.json": a_profile(Username="robin"),
        "connections/followers_and_following/following.json": {"relationships_following": []},
    }
    snapshot = read(a_zip(tmp_path / "i.zip", members), tmp_path)
    assert Part.CONNECTIONS not in snapshot.read


def test_invented_parts_of_one_export_are_read_as_one(tmp_path: Path) -> None:
    name = "instagram-robin-2026-01-05-AbCd"
    one = a_zip(
        tmp_path / f"{name}-1.zip",
        {"personal_information/personal_information/personal_information.json": a_profile(Username="robin")},
    )
    post = {"media": [{"uri": "media/posts/202301/1.png", "title": "Open", "creation_timestamp": 1}]}
    two = a_zip(tmp_path / f"{name}-2.zip", {"your_instagram_activity/media/posts_1.json": [post]})
    three = a_zip(tmp_path / f"{name}-3.zip", {"media/posts/202301/1.png": A_PICTURE})
    (snapshot,), others = import_exports([three, two, one], tmp_path / "media", Silent(), the_first)
    assert (snapshot.owner.handle, [post.text for post in snapshot.posts], others) == ("robin", ["Open"], ())
    assert snapshot.images[0].file is not None


@pytest.mark.parametrize("name", [REAL, NEW, OLD, PRINTED])
def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path, name: str) -> None:
    never_falls_over(shared / SAMPLES / name, rounds=30)


def test_invented_pages_of_comments_and_of_posts_with_tables_give_the_own_words_alone(tmp_path: Path) -> None:
    made = '<aside>Made on <time datetime="2026-08-12T05:03Z">August 12, 2026 at 06:03</time></aside>'
    comment = (
        '<div class="_a6-g"><div class="_a6-p"><table>'
        "<tr><td>Comment</td><td>Well done &amp; thanks</td></tr>"
        "<tr><td>Media Owner</td><td>someone</td></tr>"
        "<tr><td>Time</td><td>Jul 10, 2026 4:38 pm</td></tr></table></div></div>"
    )
    post = (
        '<div class="_a6-g"><h2 class="_a6-h">At the lake</h2>'
        '<div class="_a6-p"><img src="media/posts/202607/1.png">'
        "<table><tr><td>Has Camera Metadata</td><td>false</td></tr>"
        "<tr><td>Latitude</td><td>55.0</td></tr></table>"
        '</div><div class="_a6-o">Jul 11, 2026 4:38 pm</div></div>'
    )
    table = "<table><tr><td>Username</td><td>robin</td></tr></table>"
    members = {
        "personal_information/personal_information/personal_information.html": f"<main>{table}</main>",
        "your_instagram_activity/comments/post_comments_1.html": f"{made}<main>{comment}</main>",
        "your_instagram_activity/media/posts_1.html": f"{made}<main>{post}</main>",
    }
    snapshot = read(a_zip(tmp_path / "i.zip", members), tmp_path)
    assert [(post.kind, post.text, post.time) for post in snapshot.posts] == [
        (PostKind.POST, "At the lake", datetime(2026, 7, 11, 15, 38, tzinfo=UTC)),
        (PostKind.COMMENT, "Well done & thanks", datetime(2026, 7, 10, 15, 38, tzinfo=UTC)),
    ]


def test_invented_pages_of_a_range_of_dates_are_not_the_whole_account(tmp_path: Path) -> None:
    page = (
        '<aside>It contains data from May 1, 2026</aside><main><div class="_a6-g"><h2>Hello</h2></div></main>'
    )
    members = {
        "personal_information/personal_information/personal_information.json": a_profile(Username="robin"),
        "your_instagram_activity/media/posts_1.html": page,
    }
    snapshot = read(a_zip(tmp_path / "i.zip", members), tmp_path)
    assert [post.text for post in snapshot.posts] == ["Hello"]
    assert Part.POSTS not in snapshot.read


def test_invented_page_with_other_headings_and_classes_is_read_by_its_structure(tmp_path: Path) -> None:
    when = '</div><div class="o">Aug 01, 2023 1:05 am</div></div>'
    records = "".join(
        f'<div class="pam"><{tag} class="new">Walk {tag}</{tag}><div><img src="media/{tag}.jpg">{when}'
        for tag in ("h4", "div")
    )
    members = {
        "personal_information/personal_information/personal_information.json": a_profile(Username="robin"),
        "your_instagram_activity/media/posts_1.html": (
            f'<main>{records}<div class="pam"><div class="p"><img src="media/none.jpg">{when}'
            f'<div class="pam"><div>Words alone{when}</main>'
        ),
    }
    snapshot = read(a_zip(tmp_path / "i.zip", members), tmp_path)
    assert [post.text for post in snapshot.posts] == ["Walk h4", "Walk div", "", "Words alone"]
    assert {post.time for post in snapshot.posts} == {datetime(2023, 8, 1, 0, 5, tzinfo=UTC)}


INSTAGRAM_PROFILE = "personal_information/personal_information/personal_information.json"
ABOUT_ME = "Ask me about pupils of class 9"


@pytest.mark.parametrize(
    ("label", "words", "told"),
    [
        ("About me", ABOUT_ME, False),
        ("Bio", ABOUT_ME, True),
        ("Mail checked", "True", True),
        ("Gender", "female", True),
        ("New e-mail", "kim@school.example", True),
    ],
)
def test_invented_words_under_an_unknown_label_are_no_empty_bio(
    tmp_path: Path, label: str, words: str, *, told: bool
) -> None:
    profile = {
        "profile_user": [{"string_map_data": {"Username": {"value": "robin.t"}, label: {"value": words}}}]
    }
    snapshot = read(a_zip(tmp_path / "i.zip", {INSTAGRAM_PROFILE: profile}), tmp_path)
    assert (Part.BIO in snapshot.read) is told
    assert bool(gaps(snapshot, Part.BIO)) is not told


def test_an_address_is_taken_whatever_its_label_is(shared: Path, tmp_path: Path) -> None:
    for sample, name, old in (
        (NEW, INSTAGRAM_PROFILE, b'"Email"'),
        (PRINTED, INSTAGRAM_PROFILE.replace(".json", ".html"), b">Email<"),
        (REAL, "profile.json", b'"email"'),
    ):
        members = members_of(shared / SAMPLES / sample)
        plain = read(shared / SAMPLES / sample, tmp_path).owner.emails
        members[name] = members[name].replace(old, old.replace(b"mail", b"lectronic post"))
        again = read(a_zip(tmp_path / sample.rpartition("/")[2], members), tmp_path).owner.emails
        assert (len(plain), again) == (1, plain)


def test_words_under_an_unknown_name_in_the_profile_of_2020_are_no_empty_bio(
    shared: Path, tmp_path: Path
) -> None:
    members = members_of(shared / SAMPLES / REAL)
    members["profile.json"] = members["profile.json"].replace(b'"biography"', b'"about_me"')
    snapshot = read(a_zip(tmp_path / "i.zip", members), tmp_path)
    assert snapshot.owner.bio is None
    assert Part.BIO not in snapshot.read
    assert gaps(snapshot, Part.BIO)


@pytest.mark.parametrize(
    ("old", "new"), [("photos", "pictures"), ("videos", "films"), ("stories", "moments")]
)
def test_lists_of_2020_under_another_name_are_counted(
    shared: Path, tmp_path: Path, old: str, new: str
) -> None:
    members = members_of(shared / SAMPLES / REAL)
    media = json.loads(members["media.json"])
    count = len(media[old])
    media[new] = media.pop(old)
    snapshot = read(a_zip(tmp_path / "i.zip", {**members, "media.json": media}), tmp_path)
    assert gaps(snapshot, Part.POSTS) == [("posts in a form that this version does not know", count)]


def test_a_file_of_2020_without_a_list_of_posts_is_not_read_to_its_end(shared: Path, tmp_path: Path) -> None:
    members = {**members_of(shared / SAMPLES / REAL), "media.json": json.dumps({"profile": []}).encode()}
    snapshot = read(a_zip(tmp_path / "i.zip", members), tmp_path)
    assert Part.POSTS not in snapshot.read
