"""Messages between people are never read: what lies beside a profile is known to be there, and not opened."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from exports.answering import the_first
from exports.packing import a_folder, x_file
from exports.repositories import a_repository
from exports.shapes import SHAPES

from selfaudit.exports import import_exports, unused
from selfaudit.model.progress import Silent

SECRET = "SECRET WORDS"
MESSAGE = {"messages": [{"sender_name": "Kim", "timestamp_ms": 1700000000000, "content": SECRET}]}
TABLE = f"id,permalink,thread_id,date,ip,from,to,subject,body\n1,/m,t,2024-06-01,,kim,robin,Hi,{SECRET}\n"
TIKTOK = {
    "Profile And Settings": {"Profile Info": {"ProfileMap": {"userName": "robin"}}},
    "Direct Message": {"Direct Messages": {"ChatHistory": {"kim": [{"From": "kim", "Content": SECRET}]}}},
    "Post": {"Posts": {"VideoList": []}},
}
NOTE = {"data": [{"post": SECRET}]}
PICTURED = {
    "title": SECRET,
    "media": [{"uri": "a.jpg", "creation_timestamp": 1700000000, "title": SECRET}],
    "string_list_data": [{"value": SECRET, "timestamp": 1700000000}],
}
NODEBB = {"user": {"uid": 5, "username": "robin", "userslug": "robin"}, "messages": [{"content": SECRET}]}
BESIDE: Mapping[str, Mapping[str, Any]] = {
    "facebook": {
        "your_facebook_activity/messages/inbox/kim_1/message_1.json": MESSAGE,
        "messages/archived_threads/kim_2/message_1.html": f"<main><div class='_a6-g'>{SECRET}</div></main>",
        "your_facebook_activity/messages/inbox/kim_1/posts/your_posts_1.json": [
            {**NOTE, "timestamp": 1700000000}
        ],
        "your_facebook_activity/messages/e2ee/k/posts/your_posts.html": f"<div class='_a6-g'>{SECRET}</div>",
    },
    "instagram": {
        "your_instagram_activity/messages/inbox/kim_1/message_1.json": MESSAGE,
        "your_instagram_activity/messages/inbox/kim_1/content/posts_3.json": [PICTURED],
        "messages/inbox/kim_1/media/posts_1.json": [PICTURED],
        "messages/inbox/kim_1/media/stories.json": {"ig_stories": [PICTURED]},
        "messages/inbox/kim_1/followers_and_following/followers_1.json": [PICTURED],
    },
    "threads": {
        "your_instagram_activity/messages/inbox/kim_1/message_1.json": MESSAGE,
        "messages/inbox/kim_1/threads/threads_and_replies.json": {"text_post_app_text_posts": [PICTURED]},
        "messages/inbox/kim_1/threads/followers.json": {"text_post_app_text_post_app_followers": [PICTURED]},
    },
    "x": {
        f"data/{name}.js": x_file(
            name.replace("-", "_"), [{"dmConversation": {"messages": [{"text": SECRET}]}}]
        )
        for name in ("direct-messages", "direct-messages-group", "direct-message-headers")
    },
    "mastodon": {"conversations.json": MESSAGE},
    "youtube": {
        "Takeout/Mail/All mail.mbox": SECRET,
        "Takeout/Google Chat/Groups/DM 1/messages.json": MESSAGE,
    },
    "reddit": {"messages.csv": TABLE, "messages_archive.csv": TABLE, "chat_history.csv": TABLE},
    "flickr": {"received_flickrmail_part001.json": {"flickrmail": [{"message": SECRET}]}},
    "tumblr": {
        "messages.xml": f"<tumblr><conversations><message>{SECRET}</message></conversations></tumblr>",
        "conversations/kim.html": f"<html><body>{SECRET}</body></html>",
    },
    "discourse": {"user_messages.csv": TABLE},
}
INSIDE: Mapping[str, Mapping[str, Any]] = {
    "snapchat": {
        "json/account.json": {"Basic Information": {"Username": "robin"}},
        "json/chat_history.json": {"kim": [{"From": "kim", "Content": SECRET}]},
    },
    "linkedin": {
        "Profile.csv": "First Name,Last Name,Headline\nRobin,T,Teacher\n",
        "messages.csv": f"CONVERSATION ID,FROM,TO,DATE,SUBJECT,CONTENT\n1,Kim,Robin,2024-06-01,,{SECRET}\n",
    },
    "tiktok": {"user_data_tiktok.json": TIKTOK},
    "nodebb": {"5_profile.json": NODEBB},
    "discord": {
        "account/user.json": {"username": "robin", "discriminator": "0"},
        "messages/c1/channel.json": {"id": "1", "type": "DM", "recipients": ["1"]},
        "messages/c1/messages.json": [{"ID": 1, "Timestamp": "2024-06-01 10:00:00", "Contents": SECRET}],
    },
}


@pytest.mark.parametrize("name", BESIDE)
def test_messages_that_lie_beside_a_profile_are_never_opened(tmp_path: Path, name: str) -> None:
    folder = a_folder(tmp_path / "e", {**SHAPES[name], **BESIDE[name]})
    snapshots, _others = import_exports([folder], tmp_path / "media", Silent(), the_first)
    assert snapshots
    assert SECRET not in str(snapshots)
    assert set(BESIDE[name]) <= set(unused(folder))


@pytest.mark.parametrize("name", INSIDE)
def test_messages_that_lie_in_the_same_files_are_never_kept(tmp_path: Path, name: str) -> None:
    folder = a_folder(tmp_path / "e", INSIDE[name])
    assert SECRET in "".join(map(json.dumps, INSIDE[name].values()))
    snapshots, _others = import_exports([folder], tmp_path / "media", Silent(), the_first)
    assert snapshots
    assert SECRET not in str(snapshots)


def test_messages_beside_a_repository_of_bluesky_are_never_opened(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "e", {"chat.jsonl": json.dumps({"text": SECRET})})
    a_repository(folder / "repo.car", {"app.bsky.actor.profile/self": {"displayName": "Robin"}})
    snapshots, _others = import_exports([folder], tmp_path / "media", Silent())
    assert snapshots
    assert SECRET not in str(snapshots)
    assert unused(folder) == ("chat.jsonl",)
