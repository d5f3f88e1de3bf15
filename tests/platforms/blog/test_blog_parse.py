"""One post from many places, own words and others', audiences; Blogger, Ghost and feeds."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.blog import BLOG

SITE = "https://blog.example.org"
ME = Account("alex.teacher", "Signed in.", id="2", name="Alex Teacher")


def answer(value: Any, lens: Lens | None = None) -> Visit:
    body = value.encode() if isinstance(value, str) else json.dumps(value).encode()
    return Visit(lens, responses=(Response(f"{SITE}/?rest_route=/wp/v2/x", "application/json", body),))


def page(html: str, path: str = "/", lens: Lens | None = None, **media: str) -> Visit:
    generator = "" if "generator" in html else "<meta name='generator' content='WordPress 6.6'>"
    kept = {f"{SITE}/{name.replace('_', '.')}": file for name, file in media.items()}
    return Visit(lens, (Document(f"{SITE}{path}", f"<html><head>{generator}</head>{html}</html>"),), (), kept)


def a_rest_post(number: int = 7, author: int = 2, **more: Any) -> dict[str, Any]:
    return {
        "id": number,
        "date_gmt": "2026-11-02T09:30:00",
        "link": f"{SITE}/post-{number}/",
        "status": "publish",
        "title": {"rendered": "Beans"},
        "content": {"rendered": "<p>They are up.</p>", "protected": False},
        "author": author,
        **more,
    }


def parsed(*visits: Visit, account: Account | None = ME) -> Snapshot:
    return BLOG.parse(visits, account)


def test_posts_of_other_authors_leave_no_trace() -> None:
    snapshot = parsed(answer([a_rest_post(7), a_rest_post(8, author=1)]))
    assert [post.id for post in snapshot.posts] == ["7"]
    assert snapshot.gaps == ()


@pytest.mark.parametrize(
    ("changes", "audience"),
    [
        ({"status": "publish"}, Audience.PUBLIC),
        ({"status": "private"}, Audience.PRIVATE),
        ({"status": "draft"}, Audience.PRIVATE),
        ({"status": "pending"}, Audience.PRIVATE),
        ({"status": "future"}, Audience.PRIVATE),
        ({"password": "honey"}, Audience.CUSTOM),
        ({"status": "invented"}, Audience.UNKNOWN),
    ],
)
def test_the_audience_follows_the_status(changes: dict[str, str], audience: Audience) -> None:
    (post,) = parsed(answer([a_rest_post(**changes)])).posts
    assert post.audience is audience


def test_of_a_locked_post_a_stranger_has_the_title_alone_as_an_item_of_its_own() -> None:
    locked = a_rest_post(
        title={"rendered": "Protected: For friends"}, content={"rendered": "", "protected": True}
    )
    (post,) = parsed(answer([locked], Lens.PUBLIC)).posts
    assert (post.id, post.text, post.audience) == ("7-title", "For friends", Audience.PUBLIC)


def test_one_post_met_in_feed_list_and_answer_is_one_and_the_fullest_text_wins() -> None:
    feed = (
        "<rss xmlns:content='http://purl.org/rss/1.0/modules/content/' "
        "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item><title>Beans</title>"
        f"<link>{SITE}/post-7</link><dc:creator>Alex Teacher</dc:creator>"
        "<pubDate>Mon, 02 Nov 2026 10:30:00 +0100</pubDate>"
        "<content:encoded><![CDATA[<p>They are up, all of them.</p>]]></content:encoded>"
        "</item></channel></rss>"
    )
    listed = page(
        "<body class='archive author author-alex-teacher author-2'><article class='post-7 post hentry'>"
        f"<h2 class='entry-title'><a href='{SITE}/post-7/'>Beans</a></h2>"
        "<div class='entry-summary'>They are…</div></article></body>"
    )
    snapshot = parsed(listed, answer(feed))
    assert [(post.id, post.text) for post in snapshot.posts] == [("7", "Beans\nThey are up, all of them.")]
    assert snapshot.posts[0].time == datetime(2026, 11, 2, 9, 30, tzinfo=UTC)
    assert [gap.part for gap in snapshot.gaps] == [Part.SETTINGS]


def test_an_excerpt_alone_is_told_as_such() -> None:
    listed = page(
        "<body class='archive author author-alex-teacher'><article class='post-7 hentry'><h2>Beans</h2>"
        "<div class='entry-summary'>They are…</div></article></body>"
    )
    snapshot = parsed(listed, account=None)
    assert snapshot.owner.handle == "alex-teacher"
    assert [(gap.part, gap.count) for gap in snapshot.gaps] == [(Part.POSTS, 1), (Part.SETTINGS, 1)]


def test_posts_whose_writer_is_not_told_are_counted_and_left_out() -> None:
    front = page(
        "<body class='home blog'><article class='post-7 hentry'><h2>Beans</h2>"
        "<div class='entry-content'>x</div></article></body>"
    )
    snapshot = parsed(front)
    assert snapshot.posts == ()
    assert [(gap.part, gap.count) for gap in snapshot.gaps] == [(Part.POSTS, 1), (Part.SETTINGS, 1)]


SINGLE = (
    "<body class='single single-post postid-7'><main><h1 class='entry-title'>Beans</h1>"
    "<a rel='author' href='/author/alex-teacher/'>Alex Teacher</a>"
    "<time class='entry-date published' datetime='2026-11-02T09:30:00+00:00'>2 November</time>"
    "<div class='entry-content'><p>They are <a href='https://x.example/'>up</a>.</p>"
    "<img src='/beans-300x200.png' srcset='/beans.png 900w' alt='Beans'><img src='/dot.gif' width='1'></div>"
    "<ol><li class='comment byuser comment-author-alex-teacher' id='comment-3'><div class='comment-author'>"
    "<b class='fn'>Alex Teacher</b></div><div class='comment-content'>Thank you</div>"
    "<ol class='children'><li class='comment' id='comment-4'>"
    "<div class='comment-author'><b class='fn'>Sam</b></div><div class='comment-content'>Welcome</div>"
    "</li></ol></li></ol></main>"
    "<aside><article class='post-9 hentry'><h2>Elsewhere</h2></article></aside></body>"
)


def test_a_single_post_with_its_picture_and_comments() -> None:
    snapshot = parsed(page(SINGLE, "/beans/", Lens.PUBLIC, beans_png="media/beans.png"))
    assert [
        (post.id, post.kind, post.own, post.text, post.author, post.parent) for post in snapshot.posts
    ] == [
        ("7", PostKind.POST, True, "Beans\nThey are up.", None, None),
        ("comment-3", PostKind.COMMENT, True, "Thank you", None, "7"),
        ("comment-4", PostKind.COMMENT, False, "Welcome", "Sam", "7"),
    ]
    post, (image,) = snapshot.posts[0], snapshot.images
    assert (post.audience, post.links, post.images) == (
        Audience.PUBLIC,
        ("https://x.example/",),
        ("media/beans.png",),
    )
    assert (image.file, image.post, image.caption) == ("media/beans.png", "7", "Beans")


def test_comments_under_others_posts_are_kept_only_where_they_are_own() -> None:
    other = SINGLE.replace("<a rel='author' href='/author/alex-teacher/'>Alex Teacher</a>", "").replace(
        "<main>", "<main><a rel='author' href='/author/head/'>The Head</a>"
    )
    snapshot = parsed(page(other, "/beans/"))
    assert [(post.id, post.own) for post in snapshot.posts] == [("comment-3", True)]
    assert snapshot.images == ()


def test_a_guest_who_types_the_owners_name_is_not_the_owner() -> None:
    guest = SINGLE.replace("comment byuser comment-author-alex-teacher", "comment even depth-1")
    said = {post.id: (post.own, post.author) for post in parsed(page(guest, "/beans/")).posts}
    assert said["comment-3"] == (False, "Alex Teacher")
    answered = {
        "id": 3,
        "post": 7,
        "author": 0,
        "author_name": "Alex Teacher",
        "content": {"rendered": "<p>Thank you</p>"},
    }
    comment = parsed(answer([a_rest_post()]), answer([answered])).posts[1]
    assert (comment.own, comment.author) == (False, "Alex Teacher")


def test_search_engines_are_kept_out_only_by_both_words() -> None:
    def switches(robots: str) -> list[str | None]:
        html = f"<meta name='generator' content='WordPress 6.6'><meta name='robots' content='{robots}'>"
        return [setting.value for setting in parsed(page(f"{html}<body class='home'></body>")).settings]

    assert switches("noindex, nofollow") == ["Asked to keep out"]
    assert switches("max-image-preview:large") == ["Welcome"]
    assert switches("noindex, follow") == []


def test_a_ghost_post() -> None:
    html = (
        "<meta name='generator' content='Ghost 6.65'><meta property='og:type' content='article'>"
        "<link rel='canonical' href='https://blog.example.org/beans/'>"
        '<script type="application/ld+json">{"@type": "Article", "headline": "Beans", "author": {"@type": '
        '"Person", "name": "Alex Teacher", "url": "https://blog.example.org/author/alex-teacher/"},\n'
        '"datePublished": "2026-11-02T09:30:00.000Z"}</script><body class="post-template"><article>'
        "<h1 class='article-title'>Beans</h1><section class='gh-content'><p>Up.</p></section>"
        "</article></body>"
    )
    snapshot = parsed(page(html, "/beans/"), account=None)
    assert (snapshot.owner.name, snapshot.owner.handle) == ("Alex Teacher", "alex-teacher")
    assert [(post.text, post.time) for post in snapshot.posts] == [
        ("Beans\nUp.", datetime(2026, 11, 2, 9, 30, tzinfo=UTC))
    ]


def test_an_atom_feed() -> None:
    feed = (
        "<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><title>Notes</title><entry>"
        "<id>tag:blogger.com,1999:blog-1.post-5</id><title>Old post</title>"
        "<published>2012-05-01T10:00:00.000+01:00</published><link rel='self' href='https://x.example/feed'/>"
        "<link rel='alternate' href='https://notes.example/old.html'/><author><name>Alex</name></author>"
        "<content type='html'>&lt;p&gt;Text&lt;/p&gt;</content></entry></feed>"
    )
    snapshot = parsed(answer(feed), account=None)
    assert [(post.id, post.text, post.url, post.time) for post in snapshot.posts] == [
        ("5", "Old post\nText", "https://notes.example/old.html", datetime(2012, 5, 1, 9, tzinfo=UTC))
    ]
    assert snapshot.owner.name == "Alex"


def test_a_feed_cannot_make_the_reader_open_files() -> None:
    feed = (
        "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
        "<rss><channel><item><title>x &f;</title><author>Alex</author></item></channel></rss>"
    )
    assert "root:" not in " ".join(post.text for post in parsed(answer(feed), account=None).posts)


def test_pages_of_other_sites_are_not_taken_for_blogs() -> None:
    forum = (
        "<meta property='og:type' content='article'>"
        "<link rel='alternate' type='application/rss+xml' href='/1.rss'>"
        "<p>A topic</p>"
    )
    for html in ("<title>Shop</title><p>Buy</p>", "<body class='home'><article>x</article></body>", forum):
        visit = Visit(None, (Document(f"{SITE}/", html),))
        assert not BLOG.recognise(visit)
    assert not BLOG.recognise(answer({"id": 1, "name": "x"}))
    assert not BLOG.recognise(answer({"data": {"user": {"username": "alex"}}}))


FIELDS = [*a_rest_post(), "slug", "name", "description", "author_name", "post", "feed", "entry", "media_type"]
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=6),
    max_leaves=20,
)


@settings(max_examples=150)
@given(ANY)
def test_no_answer_whatever_is_raised_for(value: Any) -> None:
    seen = answer(value if not isinstance(value, str) else [value])
    BLOG.recognise(seen)
    BLOG.viewer(seen)
    parsed(seen, account=None)
    parsed(seen)


@settings(max_examples=60)
@given(st.integers(min_value=0, max_value=len(SINGLE)), st.text(max_size=20))
def test_a_page_cut_off_or_spoilt_anywhere_is_read_as_far_as_it_goes(cut: int, junk: str) -> None:
    parsed(page(SINGLE[:cut] + junk + SINGLE[cut + len(junk) :]))


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_no_feed_whatever_is_raised_for(body: bytes) -> None:
    for data in (body, b"<rss>" + body, b"<?xml version='1.0'?><feed><entry>" + body):
        parsed(Visit(None, responses=(Response(SITE, "application/xml", data),)))


def test_a_blog_of_which_one_switch_was_seen_names_the_others() -> None:
    snapshot = parsed(page("<body class='home blog'><p>Hello</p></body>"))
    assert [(one.name, one.highest) for one in snapshot.settings] == [
        ("search_engines", "Asked to keep out"),
    ]
    (gap,) = [gap for gap in snapshot.gaps if gap.part is Part.SETTINGS]
    assert (gap.count, "Comments by other people under your posts" in gap.reason) == (1, True)


def test_a_blogs_switches_are_looked_at_by_hand_once_their_table_is_old() -> None:
    late = datetime(2027, 6, 1, tzinfo=UTC)
    home = page("<body class='home blog'><p>Hello</p></body>")
    visit = Visit(None, home.documents, at=late)
    (setting,) = BLOG.parse([visit], ME).settings
    assert setting.highest is None
    assert (setting.where or "").startswith(
        "Please check by hand: this was last looked up in September 2026."
    )
    assert setting.url == f"{SITE}/wp-admin/options-reading.php"


POST = (
    "<article class='post-7 post hentry'><h1 class='entry-title'>Beans</h1>{0}"
    "<div class='entry-content'><p>They are up.</p></div></article>"
)
BY_ALEX = "<span class='author vcard'><a class='fn' href='/author/alex-teacher/'>Alex Teacher</a></span>"
SAYS = (
    "<li {1}><article {2} class='comment-body'><div class='comment-author vcard'><b class='fn'>{0}</b> "
    "<span class='says'>says:</span></div>"
    "<div class='comment-content'><p>{0} says so.</p></div></article></li>"
)
BARE_SAYS = (
    "<li class='comment'><div class='comment-author'>{0} says:</div>"
    "<div class='comment-text'><p>{0} says so.</p></div></li>"
)
BLOCKS = (
    "<main><h1 class='wp-block-post-title'>Beans</h1>{0}"
    "<div class='wp-block-post-content'><p>They are up.</p></div>"
    "<ol><li id='comment-4' class='comment'><div class='wp-block-comment-author-name'><a>Rob Elder</a></div>"
    "<div class='wp-block-comment-content'><p>Rob Elder says so.</p></div></li></ol></main>"
)
NAMED = "<div class='wp-block-post-author-name'>Alex Teacher</div>"


def by(who: str, number: int, **_more: str) -> str:
    return SAYS.format(who, f"id='comment-{number}' class='comment byuser'", f"id='div-comment-{number}'")


@pytest.mark.parametrize(
    "answers",
    [
        by("Rob Elder", 4) + by("Alex Teacher", 5),
        SAYS.format("Rob Elder", "class='comment'", "id='div-comment-4'") + by("Alex Teacher", 5),
        BARE_SAYS.format("Rob Elder") + BARE_SAYS.format("Alex Teacher"),
    ],
)
def test_comments_of_a_page_that_does_not_say_of_what_kind_it_is_are_kept(answers: str) -> None:
    snapshot = parsed(
        page(f"<body>{POST.format(BY_ALEX)}<ol class='comment-list'>{answers}</ol></body>", "/beans/"),
        account=None,
    )
    assert [(post.text, post.own, post.author, post.parent) for post in snapshot.posts] == [
        ("Beans\nThey are up.", True, None, None),
        ("Rob Elder says so.", False, "Rob Elder", "7"),
        ("Alex Teacher says so.", True, None, "7"),
    ]


@pytest.mark.parametrize("named", [NAMED, ""])
def test_a_page_of_blocks_without_an_article_holds_one_post_with_its_comments(named: str) -> None:
    snapshot = parsed(page(f"<body>{BLOCKS.format(named)}</body>", "/beans/"), account=None)
    assert [(post.text, post.own, post.author) for post in snapshot.posts] == [
        ("Beans\nThey are up.", True, None),
        ("Rob Elder says so.", False, "Rob Elder"),
    ]


def test_where_nobody_signs_the_post_the_answers_are_not_the_owners() -> None:
    unsigned = "<li id='comment-6' class='comment'><div class='comment-content'><p>You fool.</p></div></li>"
    html = f"<body>{POST.format('')}<ol>{by('Rob Elder', 4)}{unsigned}</ol></body>"
    snapshot = parsed(page(html, "/beans/"), account=None)
    assert [(post.text, post.own) for post in snapshot.posts] == [
        ("Beans\nThey are up.", True),
        ("Rob Elder says so.", False),
        ("You fool.", False),
    ]


@pytest.mark.parametrize("others", [1, 3])
def test_of_several_who_write_nobody_is_guessed_and_their_posts_are_counted(others: int) -> None:
    posts = "".join(
        POST.format(
            BY_ALEX if number else BY_ALEX.replace("alex-teacher", "rob").replace("Alex Teacher", "Rob")
        )
        .replace("post-7", f"post-{number + 7}")
        .replace("Beans</h1>", f"<a href='/b{number}/'>Beans</a></h1>")
        for number in range(others + 1)
    )
    visit = page(f"<body>{posts}</body>")
    snapshot = parsed(visit, account=None)
    assert (snapshot.owner.name, snapshot.posts) == (None, ())
    assert [(gap.part, gap.count) for gap in snapshot.gaps if gap.count] == [(Part.POSTS, others + 1)]
    alex = next(one for one in BLOG.writers([visit]) if one.name == "Alex Teacher")
    assert len(parsed(visit, account=alex).posts) == others
