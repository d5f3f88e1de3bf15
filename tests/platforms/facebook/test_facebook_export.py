from __future__ import annotations

import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports.answering import the_first
from exports.damaging import never_falls_over
from exports.packing import A_PICTURE, a_zip

from selfaudit.exports import import_exports, unused
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.exported import CONNECTED_APPS, OTHERS_WORDS, UNKNOWN_POST
from selfaudit.platforms.facebook.exported_writer import OF_OTHERS, other_writer

SAMPLES = "samples/exports/facebook"
PARTS = tuple(f"constructed/facebook-marlenebrueckner-2026-01-05-AbCdEfGh-{number}.zip" for number in (1, 2))
OLD = "constructed/facebook-old-layout-2021-json.zip"
PRINTED = "constructed/facebook-html-2024.zip"
FRIENDS = ["Jörg Müller", "Zoë O’Neill", "Анна Петрова", "Li Wei 李伟", "Bob Tran"]  # noqa: RUF001 - the sign is what is tested
PROFILE = "personal_information/profile_information/profile_information.json"


def read(*paths: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports(paths, tmp_path / "media", Silent(), the_first)
    return snapshot


def gaps(snapshot: Snapshot, part: Part) -> list[tuple[str, int | None]]:
    return [(g.reason, g.count) for g in snapshot.gaps if g.part is part and g.lens is not Lens.PUBLIC]


def texts(snapshot: Snapshot, kind: PostKind) -> list[str]:
    return [post.text for post in snapshot.posts if post.kind is kind]


def friends(snapshot: Snapshot) -> list[str | None]:
    return [other.display_name for other in snapshot.connections if other.relation == "friend"]


def test_constructed_two_parts_of_2024_are_read_as_one_export(shared: Path, tmp_path: Path) -> None:
    snapshot = read(*(shared / SAMPLES / part for part in reversed(PARTS)), tmp_path=tmp_path)
    assert (snapshot.owner.name, snapshot.owner.handle) == ("Marlene Brückner", "marlene.brueckner")
    assert snapshot.owner.emails == ("marlene.brueckner@example.org", "m.brueckner@schule.example")
    assert snapshot.owner.phones == ("+44 7700 900123",)
    facts = [(fact.name, fact.value) for fact in snapshot.owner.facts]
    assert ("Work", "School social worker, Gesamtschule Beispielstadt") in facts
    assert friends(snapshot) == FRIENDS
    assert texts(snapshot, PostKind.POST) == [
        "Erster Schultag! 🎒 Schöne Grüße",
        "Klassenfahrt nach Straßburg",
        "Bitte lesen",
        "",
        "",
        "Beitrag 0 – naïve façade",  # noqa: RUF001 - the sign is what is tested
        "Wer hat Bücher übrig?",
        "Schöner Ort",
    ]  # six posts, one in a group, one check-in that is a bare record
    assert len(texts(snapshot, PostKind.COMMENT)) == 4
    assert texts(snapshot, PostKind.CAPTION) == ["Blümchen"]
    assert {post.audience for post in snapshot.posts} == {Audience.UNKNOWN}
    assert [other.display_name for other in snapshot.connections if other.relation == "following"] == [
        "Example News",
        "Schulamt Köln",
    ]


def test_constructed_export_keeps_pictures_with_their_captions(shared: Path, tmp_path: Path) -> None:
    snapshot = read(*(shared / SAMPLES / part for part in PARTS), tmp_path=tmp_path)
    assert [(image.role, image.caption, image.file is not None) for image in snapshot.images] == [
        (ImageRole.PHOTO, "Klassenfahrt nach Straßburg", True),
        (ImageRole.PHOTO, "Blümchen", False),
        (ImageRole.AVATAR, None, True),
    ]


def test_constructed_export_of_the_old_form_is_read(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / OLD, tmp_path=tmp_path)
    assert len(texts(snapshot, PostKind.POST)) == 6
    assert texts(snapshot, PostKind.CAPTION) == ["Sommerfest", "Gipfel! ⛰️"]
    assert len(texts(snapshot, PostKind.COMMENT)) == 3
    assert friends(snapshot) == FRIENDS
    assert snapshot.posts[0].time == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert {Part.CONTACT, Part.POSTS, Part.CONNECTIONS} <= set(snapshot.read)
    assert gaps(snapshot, Part.COMMENTS) == [(OTHERS_WORDS, None)]
    assert gaps(snapshot, Part.IMAGES) == [("videos, which are not looked at", 1)]
    assert "Ex Freund" not in friends(snapshot)


def test_constructed_pages_are_read_in_the_local_time_of_the_uk(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / PRINTED, tmp_path=tmp_path)
    assert snapshot.owner.emails == ("marlene.brueckner@example.org", "m.brueckner@schule.example")
    assert [(post.text, post.time) for post in snapshot.posts if post.kind is PostKind.POST] == [
        ("Beitrag Nr. 0 & Grüße 🎒", datetime(2023, 11, 14, 13, 13, 20, tzinfo=UTC)),
        ("Klassenfahrt nach Straßburg", datetime(2023, 11, 13, 2, 13, 20, tzinfo=UTC)),
        ("Beitrag Nr. 2 & Grüße 🎒", datetime(2023, 11, 12, 15, 13, 20, tzinfo=UTC)),
        ("Beitrag Nr. 3 & Grüße 🎒", datetime(2023, 11, 11, 4, 13, 20, tzinfo=UTC)),
    ]
    summer = [post.time for post in snapshot.posts if post.text == "Kommentar 0"]
    assert summer == [datetime(2022, 10, 1, 7, 12, 17, tzinfo=UTC)]
    assert friends(snapshot) == FRIENDS


def test_published_fixture_is_not_mended_and_a_strangers_comment_is_not_own(
    shared: Path, tmp_path: Path
) -> None:
    snapshot = read(shared / SAMPLES / "facebook-network-scorer", tmp_path=tmp_path)
    assert snapshot.owner.name == "Demo User"
    assert [(post.text, post.own, post.author) for post in snapshot.posts] == [
        ("Nice photo!", False, "Charlie Le"),
    ]
    assert friends(snapshot) == ["Alice Nguyen", "Bob Tran"]


def test_published_fixture_never_has_its_messages_opened(shared: Path) -> None:
    left = unused(shared / SAMPLES / "facebook-network-scorer")
    assert "your_facebook_activity/messages/inbox/alicenguyen_123/message_1.json" in left


def test_an_export_never_tells_settings_and_says_so(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / OLD, tmp_path=tmp_path)
    assert snapshot.settings == ()
    ((reason, _count),) = gaps(snapshot, Part.SETTINGS)
    assert "Who can see your friends list" in reason


def test_invented_friends_of_one_name_are_two_people(tmp_path: Path) -> None:
    listed = [{"name": "Sam Smith", "timestamp": 1700000000}, {"name": "Sam Smith", "timestamp": 1600000000}]
    members = {
        PROFILE: {"profile_v2": {"name": {"full_name": "Robin T"}}},
        "connections/friends/your_friends.json": {"friends_v2": listed},
    }
    assert friends(read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path)) == ["Sam Smith", "Sam Smith"]


def test_invented_export_without_friends_is_not_read_to_the_end(tmp_path: Path) -> None:
    members = {
        PROFILE: {"profile_v2": {"name": {"full_name": "Robin T"}}},
        "connections/followers/who_you’ve_followed.json": {  # noqa: RUF001 - the sign is what is tested
            "following_v3": [{"name": "News", "timestamp": 1}]
        },
    }
    snapshot = read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path)
    assert [other.display_name for other in snapshot.connections] == ["News"]
    assert Part.CONNECTIONS not in snapshot.read


FRIENDS_FILE = "connections/friends/your_friends.json"
NO_FOLLOWERS = "the export holds no list of your followers"


@pytest.mark.parametrize(
    ("file", "missing"),
    [
        ("connections/followers/people_who_followed_you.json", False),
        ("connections/followers/no-data.txt", False),
        ("connections/friends/removed_friends.json", True),
    ],
)
def test_invented_friends_without_a_word_on_followers_are_not_all_people(
    tmp_path: Path, file: str, *, missing: bool
) -> None:
    listed = {"friends_v2": [{"name": "Sam Smith", "timestamp": 1}]}
    followers = {"followers_v3": [{"name": "Pat Jones", "timestamp": 1}]}
    path = a_zip(tmp_path / "f.zip", {FRIENDS_FILE: listed, file: followers})
    snapshot = read(path, tmp_path=tmp_path)
    assert (
        any(reason.startswith(NO_FOLLOWERS) for reason, _count in gaps(snapshot, Part.CONNECTIONS)) is missing
    )
    assert (Part.CONNECTIONS in snapshot.read) is not missing


@pytest.mark.parametrize("beside", [True, False])
def test_invented_friends_in_a_file_of_another_name_are_a_gap(tmp_path: Path, *, beside: bool) -> None:
    listed = {"friends_v2": [{"name": "Sam Smith", "timestamp": 1}]}
    members = {
        PROFILE: {"profile_v2": {"name": {"full_name": "Robin T"}}},
        "connections/followers/no-data.txt": "",
        "connections/friends/friends_list.json": listed,
        "connections/friends/removed_friends.json": {"deleted_friends_v2": []},
        "connections/friends/friend_requests_sent.json": {},
        **({FRIENDS_FILE: listed} if beside else {}),
    }
    snapshot = read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path)
    told = [reason for reason, _count in gaps(snapshot, Part.CONNECTIONS) if "does not know" in reason]
    assert told == [
        "a list of friends in a file that this version does not know: connections/friends/friends_list.json"
    ]
    assert Part.CONNECTIONS not in snapshot.read


def test_invented_friends_in_several_files_are_all_read(tmp_path: Path) -> None:
    members = {
        f"connections/friends/your_friends{ending}.json": {"friends_v2": [{"name": name, "timestamp": 1}]}
        for ending, name in (("", "Sam Smith"), ("_2", "Pat Jones"))
    }
    assert friends(read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path)) == ["Sam Smith", "Pat Jones"]


def test_invented_address_of_2023_with_its_folder_written_twice_is_found(tmp_path: Path) -> None:
    place = "your_activity_across_facebook/your_activity_across_facebook/posts/media/1.png"
    post = {"timestamp": 1700000000, "data": [], "attachments": [{"data": [{"media": {"uri": place}}]}]}
    members = {
        "your_activity_across_facebook/posts/your_posts_1.json": [post],
        "profile_information/profile_information.json": {"profile_v2": {"name": {"full_name": "Robin T"}}},
        "your_activity_across_facebook/posts/media/1.png": A_PICTURE,
    }
    snapshot = read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path)
    assert [image.file is not None for image in snapshot.images] == [True]


def test_invented_pages_with_other_classes_are_read_by_their_structure(tmp_path: Path) -> None:
    page = (
        "<html><body><main><div><h2>Sam Smith</h2><div>May 1, 2014 2:05:15 pm</div></div>"
        "<div><h2>Pat Jones</h2><div>2 June 2015 at 10:00</div></div></main></body></html>"
    )
    members = {
        PROFILE: {"profile_v2": {"name": {"full_name": "Robin T"}}},
        "connections/friends/your_friends.html": page,
    }
    snapshot = read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path)
    assert [(other.display_name, other.since) for other in snapshot.connections] == [
        ("Sam Smith", datetime(2014, 5, 1, 13, 5, 15, tzinfo=UTC)),
        ("Pat Jones", datetime(2015, 6, 2, 9, 0, tzinfo=UTC)),
    ]


@pytest.mark.parametrize(
    "renamed", [("_a6-p",), ("_2pin", "_a6-p", "_a72d"), ("_a6-h", "_a6-p"), ("_a6-g", "_a6-p")]
)
def test_constructed_pages_say_the_same_when_classes_go_by_other_names(
    shared: Path, tmp_path: Path, renamed: tuple[str, ...]
) -> None:
    plain = read(shared / SAMPLES / PRINTED, tmp_path=tmp_path)
    again = read(renaming(shared / SAMPLES / PRINTED, tmp_path / "later.zip", renamed), tmp_path=tmp_path)
    assert [post.text for post in plain.posts if post.text]
    assert [(post.text, post.time, post.kind) for post in again.posts] == [
        (post.text, post.time, post.kind) for post in plain.posts
    ]
    assert friends(again) == friends(plain)


def renaming(sample: Path, made: Path, names: tuple[str, ...]) -> Path:
    """The sample with these classes of its pages called otherwise."""
    members: dict[str, bytes] = {}
    with zipfile.ZipFile(sample) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            for old in names if name.endswith(".html") else ():
                whole = rb"(?<![\w-])" + old.encode() + rb"(?![\w-])"
                content = re.sub(whole, b"_new" + old[-1:].encode(), content)
            members[name] = content
    return a_zip(made, members)


@pytest.mark.parametrize("name", [*PARTS, OLD, PRINTED])
def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path, name: str) -> None:
    never_falls_over(shared / SAMPLES / name, rounds=30)


def test_invented_posts_as_labelled_values_are_read_or_counted(tmp_path: Path) -> None:
    read_so = {"timestamp": 1700000000, "label_values": [{"label": "Message", "value": "Newest form"}]}
    unknown = {"timestamp": 1700000000, "label_values": [{"label": "Viesti", "value": "?"}]}
    members = {
        PROFILE: {"profile_v2": {"name": {"full_name": "Robin T"}}},
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json": [read_so, unknown],
    }
    snapshot = read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path)
    assert texts(snapshot, PostKind.POST) == ["Newest form"]
    assert gaps(snapshot, Part.POSTS) == [("posts in a form that this version does not know", 1)]


def test_invented_photos_as_pages_are_read(tmp_path: Path) -> None:
    place = "your_facebook_activity/posts/media/your_posts/7.png"
    page = (
        f'<main><section class="_a6-g"><div class="_a6-p"><img src="{place}"><div>At the lake</div></div>'
        '<footer class="_a6-o">Jul 1, 2020 2:05:15 pm</footer></section></main>'
    )
    members = {
        PROFILE: {"profile_v2": {"name": {"full_name": "Robin T"}}},
        "your_facebook_activity/posts/your_uncategorized_photos.html": page,
        place: A_PICTURE,
    }
    snapshot = read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path)
    assert [(post.kind, post.text, post.time) for post in snapshot.posts] == [
        (PostKind.CAPTION, "At the lake", datetime(2020, 7, 1, 13, 5, 15, tzinfo=UTC)),
    ]
    assert [image.file is not None for image in snapshot.images] == [True]


def test_invented_stories_of_the_archive_are_stories(tmp_path: Path) -> None:
    media = {
        "uri": "stories/1.png",
        "creation_timestamp": 1700000000,
        "description": "Gute Nacht \u00e2\u0098\u0080",
    }
    stories = {
        "archived_stories_v2": [{"timestamp": 1700000000, "attachments": [{"data": [{"media": media}]}]}]
    }
    members = {
        PROFILE: {"profile_v2": {"name": {"full_name": "Robin"}}},
        "your_facebook_activity/stories/archived_stories.json": stories,
        "stories/1.png": A_PICTURE,
    }
    snapshot = read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path)
    assert [(post.text, post.kind, post.audience, len(post.images)) for post in snapshot.posts] == [
        ("Gute Nacht ☀", PostKind.STORY, Audience.UNKNOWN, 1)
    ]
    assert snapshot.posts[0].time == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
    assert Part.POSTS not in snapshot.read  # stories alone are not all posts


def test_an_invented_edited_post_stands_as_it_is_now_and_at_its_own_time(tmp_path: Path) -> None:
    edited = {"timestamp": 1700000000, "data": [{"post": "Now"}, {"update_timestamp": 1710000000}]}
    earlier = {"label_values": [{"label": "Text", "value": "SECRET before"}], "timestamp": 1700000000}
    members = {
        PROFILE: {"profile_v2": {"name": {"full_name": "Robin"}}},
        "your_facebook_activity/posts/your_posts_1.json": [edited],
        "your_facebook_activity/posts/edits_you_made_to_posts.json": [earlier],
    }
    path = a_zip(tmp_path / "f.zip", members)
    (post,) = read(path, tmp_path=tmp_path).posts
    assert (post.text, post.time) == ("Now", datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC))
    assert unused(path) == ("your_facebook_activity/posts/edits_you_made_to_posts.json",)


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Ann Alpha updated her status.", None),
        ("ann alpha updated her status.", None),
        ("Ann Alpha and Bob Beta were at the lake.", None),
        ("A Ann Alpha le gusta una foto.", None),
        ("Updated her status", None),
        ("Happy Birthday Everyone", None),
        ("", None),
        ("Bob Beta updated his status.", "Bob Beta"),
        ("Bob van der Beta hat einen Link geteilt.", "Bob van der Beta"),
        ("Bob Beta wrote on Ann Alpha's timeline.", "Bob Beta"),
    ],
)
def test_the_title_of_a_post_tells_who_wrote_it(title: str, other: str | None) -> None:
    assert other_writer(title, "Ann Alpha") == other


@pytest.mark.parametrize("printed", [False, True])
def test_invented_part_of_somebody_elses_export_is_not_taken_for_the_owners(
    tmp_path: Path, *, printed: bool
) -> None:
    titles = {"Mine": "Ann Alpha updated her status.", "Hers": "Bob Beta added a new photo."}
    page = "".join(
        f'<section class="_a6-g"><h2>{title}</h2><div class="_a6-p"><img src="posts/media/{text}.png">'
        f'<div>{text}</div></div><footer class="_a6-o">Jul 1, 2020 2:05:15 pm</footer></section>'
        for text, title in titles.items()
    )
    listed = [
        {
            "timestamp": 1700000000,
            "data": [{"post": text}],
            "title": title,
            "attachments": [{"data": [{"media": {"uri": f"posts/media/{text}.png"}}]}],
        }
        for text, title in titles.items()
    ]
    file = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1"
    members = {
        PROFILE: {"profile_v2": {"name": {"full_name": "Ann Alpha"}}},
        **({f"{file}.html": f"<main>{page}</main>"} if printed else {f"{file}.json": listed}),
    }
    snapshot = read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path)
    assert [(post.text, post.own, post.author) for post in snapshot.posts] == [
        ("Mine", True, None),
        ("Hers", False, "Bob Beta"),
    ]
    assert [image.id for image in snapshot.images] == ["posts/media/Mine.png"]
    assert gaps(snapshot, Part.POSTS) == [(OF_OTHERS, 1)]


@pytest.mark.parametrize("printed", [False, True])
def test_invented_posts_on_other_pages_are_the_owners_too(tmp_path: Path, *, printed: bool) -> None:
    title = "Robin T wrote on Kim Lee's timeline."
    page = (
        f'<main><section class="_a6-g"><h2>{title}</h2><div class="_a6-p">Well done!</div>'
        '<footer class="_a6-o">Jul 1, 2020 2:05:15 pm</footer></section></main>'
    )
    listed = [{"timestamp": 1700000000, "data": [{"post": "Well done!"}], "title": title}]
    file = "your_facebook_activity/posts/posts_on_other_pages_and_profiles"
    members = {
        PROFILE: {"profile_v2": {"name": {"full_name": "Robin T"}}},
        **({f"{file}.html": page} if printed else {f"{file}.json": listed}),
    }
    snapshot = read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path)
    assert [(post.text, post.own) for post in snapshot.posts] == [("Well done!", True)]


@pytest.mark.parametrize(
    ("file", "part", "reason"),
    [
        (
            "posts/posts_you're_tagged_in.json",
            Part.POSTS,
            "posts that others tagged you in are not looked at",
        ),
        (
            "posts/archive.json",
            Part.OTHER,
            "posts in your archive, which only you see, are not looked at",
        ),
        ("posts/trash.html", Part.OTHER, "posts in your trash, which only you see, are not looked at"),
    ],
)
def test_invented_files_that_are_left_are_named(tmp_path: Path, file: str, part: Part, reason: str) -> None:
    secret = [{"timestamp": 1700000000, "data": [{"post": "SECRET"}], "title": "Kim Lee tagged Robin T."}]
    members = {
        PROFILE: {"profile_v2": {"name": {"full_name": "Robin T"}}},
        f"your_facebook_activity/{file}": secret,
        "apps_and_websites_off_of_facebook/connected_apps_and_websites.json": {"installed_apps_v2": []},
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json": [],
    }
    snapshot = read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path)
    apart = [(CONNECTED_APPS, None)]
    assert gaps(snapshot, part) == ([(reason, None), *apart] if part is Part.OTHER else [(reason, None)])
    assert gaps(snapshot, Part.OTHER)[-1:] == apart
    assert "SECRET" not in repr(snapshot)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<div><div>Hello</div><div>Jul 1, 2020 2:05:15 pm</div></div>", [(UNKNOWN_POST, 1)]),
        ("<div>There is nothing here.</div>", []),
    ],
)
def test_invented_page_of_which_no_record_is_known_is_a_gap_unless_it_is_empty(
    tmp_path: Path, body: str, told: list[tuple[str, int]]
) -> None:
    page = f"<html><body><header>Made Jul 2, 2020 2:05:15 pm</header>{body}</body></html>"
    members = {
        PROFILE: {"profile_v2": {"name": {"full_name": "Robin T"}}},
        "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html": page,
    }
    assert gaps(read(a_zip(tmp_path / "f.zip", members), tmp_path=tmp_path), Part.POSTS) == told
