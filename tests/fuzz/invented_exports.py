"""Exports of networks without a sample, invented in the form that their published programs write."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from exports.packing import A_PICTURE

_BLOG = "robin-writes"
_QUOTED = (
    '<p><a class="tumblr_blog" href="https://kim.tumblr.com/post/1">kim</a>:</p>'
    "<blockquote><p>Kim's words</p></blockquote><p>Mine &amp; more</p>"
)
_POSTS = (
    (
        "regular",
        {"regular-title": "A <day>", "regular-body": '<p>Tea</p><img src="https://64.example/a.jpg">'},
    ),
    ("photo", {"photo-caption": "<p>Sea</p>", "photo-url": "https://64.example/b.jpg"}),
    ("quote", {"quote-text": "Stay", "quote-source": "<p>somebody</p>"}),
    ("link", {"link-text": "Look", "link-url": "https://a.example/", "link-description": _QUOTED}),
    ("conversation", {"conversation-title": "Talk", "conversation-text": "Kim: Hello\nRobin: Hello"}),
    ("answer", {"question": "Why?", "answer": "<p>Because</p>"}),
)
_PAGE = (
    "<!DOCTYPE HTML><html><head><title>x</title></head><body><h1>A day</h1><p>Tea &amp; rain</p>{}"
    '<div id="footer"><span id="timestamp"> May 8th, 2025 1:39am </span><span class="tag">tea</span></div>'
    "</body></html>"
)
_BOARD_POSTS = (
    "post_id, topic_id, forum_id, poster_ip, post_time, post_subject, post_text\n"
    '1, 3, 4, 203.0.113.9, "Fri Jul 05, 2019 3:30 pm", "Rain", "<t>Tea, and &lt;rain&gt;<br/>\nmore</t>"\n'
    '2, 3, 4, 203.0.113.9, "Mon Jan 07, 2019 3:30 pm", "Re: Rain", "<r><QUOTE author=""kim"">'
    '<s>[quote=kim]</s>KIM<e>[/quote]</e></QUOTE> I think <URL url=""https://x.example/a"">https://x.example/a</URL></r>"\n'
    '3, 3, 4, 203.0.113.9, "Mon Jan 07, 2019 3:31 pm", "Re: Rain", "[quote=&quot;kim&quot;:1a2b]KIM'
    '[/quote:1a2b]Old [b:1a2b]words[/b:1a2b]"\n'
)
_BOARD_ACCOUNT = (
    "user_id, user_ip, user_regdate, username, user_email, user_timezone, user_sig, pf_phpbb_location,"
    " pf_phpbb_website\n"
    '"7", "203.0.113.9", "Mon Jan 01, 2018 10:00 am", "robin", "robin@example.org", "Europe/London",'
    ' "<t>Be kind</t>", "Leeds", "https://robin.example"\n'
)


def _post(number: int, kind: str, fields: Mapping[str, str]) -> str:
    told = {
        "id": f"17{number:05}",
        "url": f"https://{_BLOG}.tumblr.com/post/17{number:05}",
        "type": kind,
        "date": "Fri, 07 Dec 2018 11:48:43",
        "unix-timestamp": "1544201323",
        "state": ("published", "private", "draft")[number % 3],
        "is_reblog": "true" if number % 2 else "false",
        "tumblelog": _BLOG,
    }
    attributes = " ".join(f"{name}={quoteattr(value)}" for name, value in told.items())
    inner = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items())
    return f"<post {attributes}>{inner}<tag>tea</tag></post>"


def _list() -> str:
    posts = "".join(_post(number, kind, fields) for number, (kind, fields) in enumerate(_POSTS, 1))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<tumblr version="1.0"><posts>{posts}</posts></tumblr>'


_SHEET = "<h3>{}</h3><table>{}</table>"
_DAY = "<td>2019-04-02 10:00:00 UTC</td>"
_SNAPCHAT = {
    "account": _SHEET.format(
        "Basic Information",
        "<tr><td>Username:</td><td>robin</td></tr><tr><td>Name:</td><td>Robin T</td></tr>",
    )
    + _SHEET.format("Login History", "<tr><th>IP</th></tr><tr><td>x</td></tr>"),
    "account_history": _SHEET.format(
        "Email Change",
        f"<tr><th>Date</th><th>Email Address</th></tr><tr>{_DAY}<td>robin@example.org</td></tr>",
    ),
    "friends": _SHEET.format(
        "Friends",
        "<tr><th>Username</th><th>Display Name</th><th>Creation Timestamp</th>"
        "<th>Last Modified Timestamp</th></tr>"
        f"<tr><td>kim</td><td>Kim</td>{_DAY}<td></td></tr>",
    )
    + _SHEET.format("Friend Requests Sent", "")
    + _SHEET.format("Blocked Users", f"<tr><td>Username</td><td>a</td>{_DAY}</tr><tr><td>lee</td></tr>"),
    "story_history": _SHEET.format(
        "Your Story Views", f"<tr><th>Story Date</th><th>Story Views</th></tr><tr>{_DAY}<td>3</td></tr>"
    ),
}

INVENTED: Mapping[str, Mapping[str, bytes]] = {
    "snapchat, its pages": {
        f"html/{name}.html": f"<html><body>{page}</body></html>".encode() for name, page in _SNAPCHAT.items()
    },
    "tumblr, its list": {
        "posts/posts.xml": _list().encode(),
        "messages.xml": b"<messages><message>Secret</message></messages>",
        "media/1700002.png": A_PICTURE,
        "media/1700001_0.png": A_PICTURE,
    },
    "tumblr, its pages": {
        "posts/html/1700001.html": _PAGE.format(_QUOTED).encode(),
        "posts/html/1700002.html": _PAGE.format('<img src="../../media/1700002.png">').encode(),
        "posts/html/submissions/1700003.html": _PAGE.format("").encode(),
        "media/1700002.png": A_PICTURE,
    },
    "phpbb": {"my_post_data.csv": _BOARD_POSTS.encode(), "my_user_data.csv": _BOARD_ACCOUNT.encode()},
}
"""By name, the files of each."""
