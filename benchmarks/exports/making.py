"""Large exports in the layouts of the networks, with as many posts as one likes, all of it invented."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.exports.marked import FACEBOOK_PAGES, discourse, facebook_pages, mastodon
from benchmarks.exports.repositories import a_repository
from benchmarks.exports.tables import linkedin, reddit
from benchmarks.exports.wordpress import wordpress
from benchmarks.exports.words import EMAIL, HANDLE, NAME, Words

Members = Iterator[tuple[str, bytes]]


@dataclass(frozen=True, slots=True)
class Network:
    """An export to make.

    Attributes:
        members: names and contents of its files for so many posts.
        listed: the files, or patterns of their names, that hold what grows with the number of posts.
        wrapped: whether it comes as a zip.
        texts: how many texts it has for a post: with a comment for each post, two.
    """

    id: str
    members: Callable[[int], Members]
    listed: tuple[str, ...]
    wrapped: bool = True
    texts: float = 1

    def make(self, posts: int, folder: Path) -> Path:
        """The export in this folder."""
        if not self.wrapped:
            ((name, data),) = self.members(posts)
            path = folder / name
            path.write_bytes(data)
            return path
        path = folder / f"{self.id}.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.members(posts):
                archive.writestr(name, data)
        return path


def _json(value: Any) -> bytes:
    return json.dumps(value, indent=2, ensure_ascii=False).encode()


def _meta(value: Any) -> bytes:
    """As Meta writes it: each byte of a text as a letter of its own."""
    broken = json.dumps(value, indent=2, ensure_ascii=False).encode().decode("latin-1")
    return "".join(sign if sign < "\x7f" else f"\\u{ord(sign):04x}" for sign in broken).encode()


def x(posts: int) -> Members:
    """X's archive."""
    words = Words()
    account = {"email": EMAIL, "username": HANDLE, "accountId": "4242", "accountDisplayName": NAME}
    yield "data/account.js", b"window.YTD.account.part0 = " + _json([{"account": account}])
    profile = {"description": {"bio": "Walks.", "website": "", "location": "Leeds"}}
    yield "data/profile.js", b"window.YTD.profile.part0 = " + _json([{"profile": profile}])
    tweets = [_tweet(words, number, time) for number, time in enumerate(words.times(posts))]
    yield "data/tweets.js", b"window.YTD.tweets.part0 = " + _json(tweets)
    people = [
        {"follower": {"accountId": str(one), "userLink": f"https://twitter.com/intent/user?user_id={one}"}}
        for one in range(posts // 10)
    ]
    yield "data/follower.js", b"window.YTD.follower.part0 = " + _json(people)


def _tweet(words: Words, number: int, time: datetime) -> dict[str, Any]:
    identity = str(1_600_000_000_000_000_000 + number)
    url = {
        "url": "https://t.co/abc123",
        "expanded_url": f"https://news.example.org/{number}",
        "display_url": "news.example.org",
        "indices": ["10", "33"],
    }
    linked = words.one_in(4)
    text = words.text() + (" https://t.co/abc123" if linked else "")
    if words.one_in(6):
        text = f"RT @somebody: {text}"
    initial = {
        "editTweetIds": [identity],
        "editableUntil": f"{time:%Y-%m-%dT%H:%M:%S.000Z}",
        "editsRemaining": "5",
        "isEditEligible": True,
    }
    return {
        "tweet": {
            "edit_info": {"initial": initial},
            "retweeted": False,
            "source": '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
            "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": [url] * linked},
            "display_text_range": ["0", str(len(text))],
            "favorite_count": "2",
            "id_str": identity,
            "truncated": False,
            "retweet_count": "0",
            "id": identity,
            "created_at": f"{time:%a %b %d %H:%M:%S +0000 %Y}",
            "favorited": False,
            "full_text": text.replace("&", "&amp;"),
            "lang": "en",
        }
    }


def facebook(posts: int, shortest: int = 4, longest: int = 40) -> Members:
    """Facebook's export of 2024 on: two of five posts have a picture."""
    words = Words()
    profile = {"name": {"full_name": NAME}, "emails": {"emails": [EMAIL]}, "username": HANDLE}
    yield "personal_information/profile_information/profile_information.json", _meta({"profile_v2": profile})
    texts = (words.text(shortest, longest) for _each in range(posts))
    made = [_facebook_post(*post) for post in zip(range(posts), words.times(posts), texts, strict=True)]
    yield "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json", _meta(made)
    comments = [
        {
            "timestamp": int(time.timestamp()),
            "data": [
                {
                    "comment": {
                        "timestamp": int(time.timestamp()),
                        "comment": words.text(2, 15),
                        "author": NAME,
                    }
                }
            ],
            "title": f"{NAME} commented on a post.",
        }
        for time in words.times(posts // 2)
    ]
    yield "your_facebook_activity/comments_and_reactions/comments.json", _meta({"comments_v2": comments})


def _facebook_post(number: int, time: datetime, text: str) -> dict[str, Any]:
    stamp = int(time.timestamp())
    post = {"timestamp": stamp, "data": [{"post": text}], "title": f"{NAME} updated their status."}
    if number % 5 > 1:
        return post
    medium = {
        "uri": f"your_facebook_activity/posts/media/TimelinePhotos_a1/{number}.jpg",
        "creation_timestamp": stamp,
        "media_metadata": {
            "photo_metadata": {"exif_data": [{"upload_ip": "203.0.113.9", "taken_timestamp": stamp}]}
        },
        "title": "Timeline photos",
        "description": text,
    }
    return {**post, "attachments": [{"data": [{"media": medium}]}]}


def instagram(posts: int) -> Members:
    """Instagram's export of 2024 on."""
    words = Words()
    texts = {"Email": EMAIL, "Username": HANDLE, "Name": NAME, "Bio": "Walks."}
    user = {
        "title": "",
        "media_map_data": {},
        "string_map_data": {
            name: {"href": "", "value": value, "timestamp": 0} for name, value in texts.items()
        },
    }
    yield (
        "personal_information/personal_information/personal_information.json",
        _meta({"profile_user": [user]}),
    )
    made = [_instagram_post(words, number, time) for number, time in enumerate(words.times(posts))]
    yield "your_instagram_activity/media/posts_1.json", _meta(made)
    people = [
        {
            "title": "",
            "media_list_data": [],
            "string_list_data": [
                {
                    "href": f"https://www.instagram.com/p_{one}",
                    "value": f"p_{one}",
                    "timestamp": 1700000000 - one,
                }
            ],
        }
        for one in range(posts // 10)
    ]
    yield "connections/followers_and_following/followers_1.json", _meta(people)


def _instagram_post(words: Words, number: int, time: datetime) -> dict[str, Any]:
    medium = {
        "uri": f"media/posts/{time:%Y%m}/{number}.jpg",
        "creation_timestamp": int(time.timestamp()),
        "media_metadata": {"photo_metadata": {"exif_data": [{"latitude": 53.8, "longitude": -1.5}]}},
        "title": words.text(),
        "cross_post_source": {"source_app": "FB"},
    }
    return {"media": [medium]}


def tiktok(posts: int) -> Members:
    """TikTok's one file: what was watched, which is not read, is the larger half of it."""
    words = Words()
    videos = [_tiktok_video(words, number, time) for number, time in enumerate(words.times(posts))]
    comments = [_tiktok_comment(words, time) for time in words.times(posts)]
    watched = [
        {"Date": f"{time:%Y-%m-%d %H:%M:%S}", "Link": "https://www.tiktokv.com/share/video/8/"}
        for time in words.times(posts * 2)
    ]
    profile = {"userName": HANDLE, "displayName": NAME, "emailAddress": EMAIL, "bioDescription": "Walks."}
    fans = [{"Date": "2023-01-01 00:00:00", "UserName": f"fan{one}"} for one in range(posts // 10)]
    yield (
        "user_data_tiktok.json",
        _json(
            {
                "Comment": {"Comments": {"App": 1233, "CommentsList": comments}},
                "Direct Message": {"Direct Messages": {"ChatHistory": {}}},
                "Post": {"Posts": {"VideoList": videos}},
                "Profile And Settings": {
                    "Follower": {"App": 1233, "FansList": fans},
                    "Following": {"App": 1233, "Following": []},
                    "Profile Info": {"App": 1233, "ProfileMap": profile},
                    "Settings": {"App": 1233, "SettingsMap": {"Private Account": "Off"}},
                },
                "Your Activity": {"Watch History": {"VideoList": watched}},
            }
        ),
    )


def _tiktok_video(words: Words, number: int, time: datetime) -> dict[str, Any]:
    return {
        "Date": f"{time:%Y-%m-%d %H:%M:%S}",
        "Link": f"https://www.tiktokv.com/share/video/{7300000000000000000 + number}/",
        "Likes": "0",
        "WhoCanView": "Public",
        "AllowComments": "Yes",
        "Title": words.text(2, 12),
    }


def _tiktok_comment(words: Words, time: datetime) -> dict[str, Any]:
    return {
        "date": f"{time:%Y-%m-%d %H:%M:%S} UTC",
        "comment": words.text(2, 12),
        "photo": "",
        "video": "",
        "sticker": "",
        "originalPostUrl": "",
        "original post link": "https://www.tiktokv.com/share/video/9/",
    }


_FACEBOOK = (
    "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.json",
    "your_facebook_activity/comments_and_reactions/comments.json",
)
NETWORKS = (
    Network("x", x, ("data/tweets.js", "data/follower.js")),
    Network("facebook", facebook, _FACEBOOK, texts=1.5),
    Network("facebook, 80 words", partial(facebook, shortest=80, longest=80), _FACEBOOK),
    Network(
        "instagram",
        instagram,
        (
            "your_instagram_activity/media/posts_1.json",
            "connections/followers_and_following/followers_1.json",
        ),
    ),
    Network("tiktok", tiktok, ("user_data_tiktok.json",), texts=2),
    Network("linkedin", linkedin, ("Shares.csv", "Comments.csv", "Connections.csv"), texts=2),
    Network("facebook, web pages", facebook_pages, FACEBOOK_PAGES),
    Network("discourse", discourse, ("user_archive.csv",)),
    Network("mastodon", mastodon, ("outbox.json",)),
    Network("reddit", reddit, ("posts.csv", "comments.csv"), texts=2),
    Network("wordpress", wordpress, ("blog.xml",), wrapped=False),
    Network("bluesky", a_repository, ("repo.car",), wrapped=False),
)
