"""A later version of an export that calls its texts by another name: a gap, and never posts without words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from exports.answering import the_first
from exports.packing import a_zip

from selfaudit.exports import import_exports, left_over
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms.exported import UNKNOWN_POST

FB = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json"
FB_PROFILE = {
    "personal_information/profile_information/profile_information.json": {
        "profile_v2": {"name": {"full_name": "Robin T"}}
    }
}
IG = "your_instagram_activity/media/posts_1.json"
IG_PROFILE = {
    "personal_information/personal_information/personal_information.json": {
        "profile_user": [{"string_map_data": {"Username": {"value": "robin"}}}]
    }
}
FLICKR = {"account_profile.json": {"real_name": "R", "screen_name": "robin", "nsid": "1@N00"}}
SHOWN = {"data": [{"media": {"uri": "posts/media/1.jpg"}}]}
OF_A_SECTION = "a section in a form that this version does not know"


def a_video(**fields: str) -> dict[str, Any]:
    return a_tiktok(Post={"Posts": {"VideoList": [{"Date": "2023-07-01 10:00:00", "Link": "l", **fields}]}})


def a_tiktok(**sections: Any) -> dict[str, Any]:
    profile = {"Profile": {"Profile Information": {"ProfileMap": {"userName": "robin"}}}}
    return {"user_data_tiktok.json": {**profile, **sections}}


def a_flickr_photo(**fields: Any) -> dict[str, Any]:
    always = {"id": "200000001", "date_imported": "2013-07-12 16:37:56", "photopage": "p", "tags": []}
    photo = {**always, **fields}
    return {**FLICKR, "photo_200000001.json": photo}


def a_pin(*lines: str) -> dict[str, Any]:
    fields = "".join(f"<br>{line},\n" for line in (*lines, "Username: me", "Created at: 2017/02/13 15:35:01"))
    address = '<a href="https://www.pinterest.com/pin/1/">x</a>'
    return {"pinterest.html": f"<html><h1>Pins</h1>\n{address}\n{fields}<br></html>"}


RENAMED: Mapping[str, tuple[Part, str, dict[str, Any]]] = {
    "facebook": (
        Part.POSTS,
        UNKNOWN_POST,
        {**FB_PROFILE, FB: [{"timestamp": 1, "data": [{"post_v2": "An idiot"}], "title": "Robin T updated"}]},
    ),
    "facebook with a picture": (
        Part.POSTS,
        UNKNOWN_POST,
        {**FB_PROFILE, FB: [{"timestamp": 1, "data": [{"words": {"text": "Hm"}}], "attachments": [SHOWN]}]},
    ),
    "facebook comment": (
        Part.COMMENTS,
        "comments in a form that this version does not know",
        {
            **FB_PROFILE,
            "your_facebook_activity/comments_and_reactions/comments.json": {
                "comments_v2": [
                    {"timestamp": 1, "data": [{"comment": {"remark": "Hm", "author": "Robin T"}}]}
                ]
            },
        },
    ),
    "instagram": (
        Part.POSTS,
        UNKNOWN_POST,
        {**IG_PROFILE, IG: [{"media": [{"uri": "x.jpg", "creation_timestamp": 1, "heading": "Idiot"}]}]},
    ),
    "tiktok": (Part.POSTS, UNKNOWN_POST, a_video(Caption="Idiot")),
    "tiktok section": (
        Part.POSTS,
        OF_A_SECTION,
        a_tiktok(Post={"Posts": {"VideoListV2": [{"Title": "Hm"}]}}),
    ),
    "tiktok comment": (
        Part.COMMENTS,
        "comments in a form that this version does not know",
        a_tiktok(Comment={"Comments": {"CommentsList": [{"date": "2023-02-02 10:00:00", "text": "Hm"}]}}),
    ),
    "flickr": (
        Part.POSTS,
        "photos in a form that this version does not know",
        a_flickr_photo(headline="My head is an idiot"),
    ),
    "flickr with words elsewhere": (
        Part.POSTS,
        "photos in a form that this version does not know",
        a_flickr_photo(name="", description="", title="My head is an idiot"),
    ),
    "flickr with tags of another form": (
        Part.POSTS,
        "photos in a form that this version does not know",
        a_flickr_photo(name="Sea", description="", tags=[{"text": "idiot head"}]),
    ),
    "flickr with half of its words": (
        Part.POSTS,
        "photos in a form that this version does not know",
        a_flickr_photo(title="My head", description="At work"),
    ),
    "pinterest": (
        Part.POSTS,
        "Pins in a form that this version does not know",
        a_pin("Titel: Hm", "Beschreibung: Wort"),
    ),
}
WORDLESS = {
    "facebook": {
        **FB_PROFILE,
        FB: [
            {"timestamp": 1, "data": [], "title": "Robin T likes a page."},
            {"timestamp": 2, "title": "Robin T updated his profile picture.", "attachments": [SHOWN]},
            {"timestamp": 3, "data": [{"update_timestamp": 4}], "tags": [{"name": "Sam Smith"}]},
        ],
    },
    "instagram": {
        **IG_PROFILE,
        IG: [
            {
                "media": [
                    {
                        "uri": "media/posts/x.jpg",
                        "creation_timestamp": 1,
                        "title": "",
                        "media_metadata": {"photo_metadata": {"exif_data": [{"software": "A camera"}]}},
                        "cross_post_source": {"source_app": "Facebook"},
                    }
                ]
            }
        ],
    },
    "tiktok": a_video(Likes="3", Sound="A song", WhoCanView="Public", Location=""),
    "flickr": a_flickr_photo(name="", description="", license="All Rights Reserved"),
    "pinterest": a_pin("Title: No data", "Details: No data", "Board Name: Walks"),
}


def read(tmp_path: Path, members: Mapping[str, Any]) -> Snapshot:
    (snapshot,), _others = import_exports(
        [a_zip(tmp_path / "e.zip", members)], tmp_path / "media", Silent(), the_first
    )
    return snapshot


def unknown(snapshot: Snapshot, part: Part) -> list[tuple[str, int | None]]:
    told = (gap for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC)
    return [(gap.reason, gap.count) for gap in told if "does not know" in gap.reason]


@pytest.mark.parametrize("case", RENAMED.values(), ids=list(RENAMED))
def test_texts_by_another_name_are_a_gap(tmp_path: Path, case: tuple[Part, str, dict[str, Any]]) -> None:
    part, reason, members = case
    snapshot = read(tmp_path, members)
    assert unknown(snapshot, part) == [(reason, 1)]
    assert part not in snapshot.read


@pytest.mark.parametrize("members", WORDLESS.values(), ids=list(WORDLESS))
def test_what_truly_has_no_words_is_no_gap(tmp_path: Path, members: dict[str, Any]) -> None:
    snapshot = read(tmp_path, members)
    assert {post.text for post in snapshot.posts} <= {""}
    assert snapshot.posts
    assert unknown(snapshot, Part.POSTS) == []


def test_a_name_that_nobody_knows_is_still_listed_as_not_read(tmp_path: Path) -> None:
    *_rest, members = RENAMED["facebook"]
    left = left_over(a_zip(tmp_path / "e.zip", members)).fields
    assert (("data", "post_v2"), 1) in left[FB]
