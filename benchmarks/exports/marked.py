"""The exports whose texts carry mark-up: Facebook's pages, Discourse's table and Mastodon's outbox."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from html import escape

from benchmarks.exports.tables import table
from benchmarks.exports.words import EMAIL, HANDLE, NAME, Words

Members = Iterator[tuple[str, bytes]]

_ON_A_PAGE = 10_000
_POSTS = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos"
FACEBOOK_PAGES = (f"{_POSTS}_*.html",)
_PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
_HOME = "https://social.example.org"


def facebook_pages(posts: int) -> Members:
    """Facebook's export as web pages, the form that it offers first."""
    words = Words()
    rows = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in _ABOUT)
    yield (
        "personal_information/profile_information/profile_information.html",
        _page("Profile information", f'<div class="_a6-p"><table>{rows}</table></div>'),
    )
    numbered = list(enumerate(words.times(posts)))
    for page, start in enumerate(range(0, posts, _ON_A_PAGE), 1):
        records = "".join(
            _record(words, number, time) for number, time in numbered[start : start + _ON_A_PAGE]
        )
        yield f"{_POSTS}_{page}.html", _page("Your posts, check-ins, photos and videos", records)


_ABOUT = (("Name", NAME), ("Emails", EMAIL), ("Username", HANDLE))


def _page(title: str, body: str) -> bytes:
    return (
        '<!DOCTYPE html><html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>'
        f"<title>{title}</title><style>._a6-g{{margin:0}}</style></head><body>"
        f'<div class="_a705"><header class="_as-_ _a70a"><h1>{title}</h1></header>'
        f'<main class="_a706" role="main">{body}</main></div></body></html>'
    ).encode()


def _record(words: Words, number: int, time: datetime) -> str:
    date = f"{time:%b %d, %Y} {time:%I:%M:%S} {time:%p}".lower().capitalize()
    return (
        f'<section class="_a6-g" aria-labelledby="u_0_p{number}">'
        f'<h2 class="_2ph_ _a6-h _a6-i" id="u_0_p{number}">{NAME} updated their status.</h2>'
        f'<div class="_2ph_ _a6-p"><div class="_2pin"><div>{escape(words.text())}</div></div>'
        f'<div class="_2pin"><div>Updated {date}</div></div></div>'
        '<footer class="_3-94 _a6-o"><a href="https://www.facebook.com/dyi/l/?l=AY0">'
        f'<div class="_a72d">{date}</div></a></footer></section>'
    )


def discourse(posts: int) -> Members:
    """Discourse's archive: each post as it was typed and as mark-up."""
    words = Words()
    user = {"username": HANDLE, "name": NAME, "email": EMAIL, "bio_raw": "Walks."}
    yield "preferences.json", json.dumps({"user": user}).encode()
    heading = "topic_title,categories,is_pm,post_raw,post_cooked,like_count,reply_count,url,created_at"
    made = (
        (
            f"Topic {number}",
            "General",
            "No",
            text := words.text(),
            f"<p>{escape(text)}</p>",
            1,
            0,
            f"https://forum.example.org/t/topic/{number}/1",
            f"{time:%Y-%m-%d %H:%M:%S} UTC",
        )
        for number, time in enumerate(words.times(posts))
    )
    yield "user_archive.csv", table(heading, made)


def mastodon(posts: int) -> Members:
    """Mastodon's archive."""
    words, me = Words(), f"{_HOME}/users/{HANDLE}"
    actor = {
        "id": me,
        "type": "Person",
        "preferredUsername": HANDLE,
        "name": NAME,
        "summary": "<p>Walks.</p>",
    }
    yield "actor.json", json.dumps(actor).encode()
    items = [
        {
            "id": f"{me}/statuses/{number}/activity",
            "type": "Create",
            "actor": me,
            "published": f"{time:%Y-%m-%dT%H:%M:%SZ}",
            "to": [_PUBLIC],
            "cc": [f"{me}/followers"],
            "object": {
                "id": f"{me}/statuses/{number}",
                "type": "Note",
                "summary": None,
                "inReplyTo": None,
                "published": f"{time:%Y-%m-%dT%H:%M:%SZ}",
                "url": f"{_HOME}/@{HANDLE}/{number}",
                "attributedTo": me,
                "to": [_PUBLIC],
                "sensitive": False,
                "content": f"<p>{escape(words.text())}</p>",
                "attachment": [],
                "tag": [],
            },
        }
        for number, time in enumerate(words.times(posts))
    ]
    outbox = {"id": "outbox.json", "type": "OrderedCollection", "totalItems": posts, "orderedItems": items}
    yield "outbox.json", json.dumps(outbox, ensure_ascii=False).encode()
