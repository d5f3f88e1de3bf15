"""A small export of every network whose shape a test can write down."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from exports.packing import A_PICTURE, a_tweet, x_archive, x_file

PIN = "https://www.pinterest.com/pin/5/"
SHAPES: Mapping[str, Mapping[str, Any]] = {
    "facebook": {
        "profile_information/profile_information.json": {"profile_v2": {"name": {"full_name": "Robin"}}},
        "posts/your_posts_1.json": [
            {"timestamp": 1700000000, "attachments": [{"data": [{"media": {"uri": "posts/media/1.png"}}]}]}
        ],
        "posts/media/1.png": A_PICTURE,
    },
    "instagram": {
        "personal_information/personal_information/personal_information.json": {
            "profile_user": [{"string_map_data": {"Username": {"value": "robin"}}}]
        },
        "your_instagram_activity/media/posts_1.json": [
            {"media": [{"uri": "media/posts/1.png", "title": "Sea", "creation_timestamp": 1700000000}]}
        ],
        "media/posts/1.png": A_PICTURE,
    },
    "threads": {
        "personal_information/personal_information/personal_information.json": {},
        "threads/personal_information.json": {
            "text_post_app_text_post_app_profile": [
                {
                    "string_map_data": {
                        "Username": {"value": "robin"},
                        "Website": {"value": "https://robin.example"},
                        "Private Account": {"value": "True"},
                    }
                }
            ]
        },
        "threads/threads_and_replies.json": {
            "text_post_app_text_posts": [{"media": [{"uri": "media/1.png", "title": "Sea"}]}]
        },
        "media/1.png": A_PICTURE,
    },
    "x": x_archive(
        a_tweet(
            1,
            extended_entities={"media": [{"media_url_https": "https://pbs.example/a.png", "type": "photo"}]},
        ),
        **{
            "data/tweets_media/1-a.png": A_PICTURE,
            "data/follower.js": x_file("follower", [{"follower": {"accountId": "5"}}]),
        },
    ),
    "mastodon": {
        "actor.json": {
            "id": "https://a.example/users/robin",
            "preferredUsername": "robin",
            "summary": "<p>Hi</p>",
            "icon": {"url": "avatar.png"},
        },
        "outbox.json": {"type": "OrderedCollection", "orderedItems": []},
        "avatar.png": A_PICTURE,
        "following_accounts.csv": "Account address\nkim@b.example\n",
    },
    "youtube": {
        "Takeout/YouTube/channels/channel.csv": (
            "Channel ID,Channel Title (Original),Channel Visibility,Channel Description (Original)\n"
            "UCme,Robin,Public,I sing\n"
        )
    },
    "pinterest": {
        "pinterest.html": (
            f'<h1>Pins</h1><a href="{PIN}">{PIN}</a>\n<br>Title: Sea,\n<br>Image: abc,<br>'
            f'<h1>Comments</h1><a href="{PIN}">{PIN}</a><br>Id: 3,<br>Text: Lovely,<br>'
            f'<h1>Account</h1><a href="https://pinterest.com/robin/">x</a><br>Email: robin@example.org,<br>'
        )
    },
    "reddit": {
        "statistics.csv": "statistic,value\naccount name,robin_t\n",
        "posts.csv": (
            "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
            "p1,/r/a/comments/p1/,2024-06-01 12:00:00 UTC,,a,0,Sea,https://i.redd.it/a.png,\n"
        ),
    },
    "flickr": {
        "account_profile.json": {"screen_name": "robin", "nsid": "7@N00", "description": ""},
        "photo_4700000000.json": {"id": "4700000000", "name": "Sea", "count_views": "1"},
        "sea_4700000000_o.png": A_PICTURE,
    },
    "tumblr": {
        "posts/posts.xml": (
            '<tumblr version="1.0"><posts><post id="123456" unix-timestamp="1700000000" tumblelog="robin">'
            "<question>Who?</question><answer>Me</answer></post></posts></tumblr>"
        ),
        "media/123456.png": A_PICTURE,
    },
    "discourse": {
        "user_archive.csv": (
            "topic_title,categories,is_pm,post_raw,post_cooked,like_count,reply_count,url,created_at\n"
            'A,B,No,x,"<p><img src=""https://f.example/a.png""></p>",0,0,https://f.example/t/a/1/1,2024-06-01\n'
        )
    },
    "wordpress": {
        "wxr.xml": (
            '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
            "<wp:wxr_version>1.2</wp:wxr_version><wp:author><wp:author_login>robin</wp:author_login></wp:author>"
            "<item><title>Sea</title><dc:creator>robin</dc:creator><wp:post_id>1</wp:post_id>"
            '<content:encoded><![CDATA[<img src="https://b.example/wp-content/uploads/a.png">]]></content:encoded>'
            "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>"
        )
    },
}
