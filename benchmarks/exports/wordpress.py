"""WordPress's export file, with paragraphs as its editor writes them and a comment under every third post."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from benchmarks.exports.words import EMAIL, HANDLE, NAME, Words

_HEAD = f"""<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Walks</title><link>https://blog.example.org</link><description>Just walks</description>
<pubDate>Mon, 05 Jan 2026 10:00:00 +0000</pubDate><language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://blog.example.org</wp:base_site_url>
<wp:base_blog_url>https://blog.example.org</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[{HANDLE}]]></wp:author_login>
<wp:author_email><![CDATA[{EMAIL}]]></wp:author_email>
<wp:author_display_name><![CDATA[{NAME}]]></wp:author_display_name>
<wp:author_first_name><![CDATA[]]></wp:author_first_name><wp:author_last_name></wp:author_last_name></wp:author>
"""
_COMMENT = """<wp:comment><wp:comment_id>{number}</wp:comment_id>
<wp:comment_author><![CDATA[Alex]]></wp:comment_author><wp:comment_author_email>a@example.org</wp:comment_author_email>
<wp:comment_author_url></wp:comment_author_url><wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>
<wp:comment_date><![CDATA[{time:%Y-%m-%d %H:%M:%S}]]></wp:comment_date>
<wp:comment_date_gmt><![CDATA[{time:%Y-%m-%d %H:%M:%S}]]></wp:comment_date_gmt>
<wp:comment_content><![CDATA[{text}]]></wp:comment_content><wp:comment_approved>1</wp:comment_approved>
<wp:comment_type>comment</wp:comment_type><wp:comment_parent>0</wp:comment_parent>
<wp:comment_user_id>0</wp:comment_user_id></wp:comment>"""
_ITEM = """<item><title><![CDATA[{title}]]></title><link>https://blog.example.org/{number}/</link>
<pubDate>{time:%a, %d %b %Y %H:%M:%S +0000}</pubDate><dc:creator><![CDATA[{handle}]]></dc:creator>
<guid isPermaLink="false">https://blog.example.org/?p={number}</guid><description></description>
<content:encoded><![CDATA[{content}]]></content:encoded><excerpt:encoded><![CDATA[]]></excerpt:encoded>
<wp:post_id>{number}</wp:post_id><wp:post_date><![CDATA[{time:%Y-%m-%d %H:%M:%S}]]></wp:post_date>
<wp:post_date_gmt><![CDATA[{time:%Y-%m-%d %H:%M:%S}]]></wp:post_date_gmt>
<wp:comment_status>open</wp:comment_status><wp:post_name>p{number}</wp:post_name><wp:status>publish</wp:status>
<wp:ping_status>open</wp:ping_status><wp:post_parent>0</wp:post_parent><wp:menu_order>0</wp:menu_order>
<wp:is_sticky>0</wp:is_sticky><wp:post_type>post</wp:post_type><wp:post_password></wp:post_password>
<category domain="category" nicename="walks"><![CDATA[Walks]]></category>
<wp:postmeta><wp:meta_key>_edit_last</wp:meta_key><wp:meta_value>1</wp:meta_value></wp:postmeta>{comments}</item>
"""


def _item(words: Words, number: int, time: datetime) -> str:
    paragraphs = [
        f"<!-- wp:paragraph -->\n<p>{words.text(20, 60)}</p>\n<!-- /wp:paragraph -->" for _each in range(4)
    ]
    if words.one_in(2):
        paragraphs.append(f'<p>See <a href="https://news.example.org/{number}">this</a>.</p>')
    said = _COMMENT.format(number=number, time=time, text=words.text(5, 20)) if number % 3 == 0 else ""
    return _ITEM.format(
        number=number,
        time=time,
        title=words.text(2, 6),
        content="\n\n".join(paragraphs),
        handle=HANDLE,
        comments=said,
    )


def wordpress(posts: int) -> Iterator[tuple[str, bytes]]:
    """The whole file."""
    words = Words()
    items = (_item(words, number, time) for number, time in enumerate(words.times(posts), 1))
    yield "blog.xml", (_HEAD + "".join(items) + "</channel></rss>").encode()
