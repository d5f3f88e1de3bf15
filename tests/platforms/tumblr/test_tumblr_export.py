from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import pytest
from exports.damaging import never_falls_over
from exports.packing import A_PICTURE, a_folder, a_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports, is_export, unused
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind

BLOG = "robin-writes"
QUOTED = (
    '<p><a class="tumblr_blog" href="https://kim.tumblr.com/post/1">kim</a>:</p>'
    "<blockquote><p>Kim's words</p>"
    '<p><a class="tumblr_blog" href="https://lee.tumblr.com/post/2">lee</a>:</p>'
    "<blockquote><p>Lee's words</p></blockquote></blockquote>"
)


def a_post(number: int, fields: Mapping[str, str], *tags: str, **more: str) -> str:
    """A post with the attributes that published test data of such exports has."""
    told = {
        "id": str(number),
        "url": f"https://{BLOG}.tumblr.com/post/{number}",
        "type": "regular",
        "date": "Fri, 07 Dec 2018 11:48:43",
        "unix-timestamp": "1544201323",
        "state": "published",
        "is_reblog": "false",
        "tumblelog": BLOG,
        **more,
    }
    attributes = " ".join(f"{name}={quoteattr(value)}" for name, value in told.items())
    inner = "".join(f"<{name}>{escape(value)}</{name}>" for name, value in fields.items())
    return f"<post {attributes}>{inner}{''.join(f'<tag>{escape(tag)}</tag>' for tag in tags)}</post>"


def a_list(*posts: str) -> str:
    listed = f'<tumblr version="1.0"><posts>{"".join(posts)}</posts></tumblr>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{listed}'


def a_page(body: str, stamp: str = "May 8th, 2025 1:39am", *tags: str) -> str:
    tagged = "".join(f'<span class="tag">{tag}</span>' for tag in tags)
    footer = f'<div id="footer"><span id="timestamp"> {stamp} </span>{tagged}</div>'
    return f"<!DOCTYPE HTML><html><head><title>x</title></head><body>{body}{footer}</body></html>"


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent())
    return snapshot


def made(tmp_path: Path, members: Mapping[str, Any]) -> Snapshot:
    return read(a_zip(tmp_path / "blog.zip", members), tmp_path)


def gaps(snapshot: Snapshot, part: Part) -> list[tuple[str, int | None]]:
    return [(g.reason, g.count) for g in snapshot.gaps if g.part is part and g.lens is not Lens.PUBLIC]


def told(snapshot: Snapshot) -> list[tuple[str, str, PostKind, bool]]:
    return [(post.id, post.text, post.kind, post.own) for post in snapshot.posts]


def test_invented_posts_of_every_type_keep_their_owners_words(tmp_path: Path) -> None:
    posts = a_list(
        a_post(1, {"regular-title": "A <day>", "regular-body": "<p>Rain &amp; tea</p>"}, "tea", "year 4"),
        a_post(2, {"photo-caption": "<p>Sea</p>"}, type="photo"),
        a_post(3, {"quote-text": "Stay", "quote-source": "<p>somebody</p>"}, type="quote"),
        a_post(
            4, {"link-text": "A guide", "link-url": "https://x.example", "link-description": "<p>Read</p>"}
        ),
        a_post(5, {"question": "<p>Who are you?</p>", "answer": "<p>Me</p>"}, type="answer"),
        a_post(6, {"video-caption": "<p>Waves</p>"}, type="video"),
    )
    snapshot = made(tmp_path, {"posts/posts.xml": posts})
    assert told(snapshot) == [
        ("1", "A <day>\nRain & tea\n#tea #year 4", PostKind.POST, True),
        ("2", "Sea", PostKind.POST, True),
        ("3", "Stay\nsomebody", PostKind.POST, True),
        ("4", "A guide\nRead", PostKind.POST, True),
        ("5", "Me", PostKind.POST, True),
        ("5-asked", "Who are you?", PostKind.COMMENT, False),
        ("6", "Waves", PostKind.POST, True),
    ]
    assert {post.time for post in snapshot.posts if post.own} == {
        datetime(2018, 12, 7, 16, 48, 43, tzinfo=UTC)
    }
    assert (snapshot.owner.handle, snapshot.owner.bio, snapshot.owner.emails) == (BLOG, None, ())
    assert set(snapshot.read) == {Part.POSTS, Part.IMAGES}
    assert gaps(snapshot, Part.OTHER) == []


def test_an_invented_conversation_keeps_its_speakers(tmp_path: Path) -> None:
    spoken = '<conversation><line name="Me">Pasta?</line><line name="Kim">Salad.</line></conversation>'
    post = a_post(7, {"conversation-title": "Kitchen"}, type="conversation").replace(
        "</post>", f"{spoken}</post>"
    )
    assert told(made(tmp_path, {"posts.xml": a_list(post)})) == [
        ("7", "Kitchen\nMe: Pasta?\nKim: Salad.", PostKind.POST, True)
    ]


def test_what_others_wrote_in_an_invented_post_is_not_the_owners(tmp_path: Path) -> None:
    own = f"{QUOTED}<p>So true</p>"
    posts = a_list(
        a_post(1, {"regular-body": own}, is_reblog="true"),
        a_post(2, {"regular-body": QUOTED}, is_reblog="true"),
        a_post(3, {"regular-body": "<p>Nobody is named</p>"}, is_reblog="true"),
        a_post(4, {"regular-body": "<p>Nobody is named</p>"}, "mine", is_reblog="true"),
        a_post(5, {"regular-body": f"{QUOTED.replace('kim', BLOG)}"}, is_reblog="true"),
        a_post(6, {"regular-body": "<blockquote><p>A saying</p></blockquote><p>I like it</p>"}),
    )
    assert told(made(tmp_path, {"posts.xml": posts})) == [
        ("1", "So true", PostKind.POST, True),
        ("1-1", "Kim's words", PostKind.REPOST, False),
        ("1-2", "Lee's words", PostKind.REPOST, False),
        ("2", "Kim's words", PostKind.REPOST, False),
        ("2-2", "Lee's words", PostKind.REPOST, False),
        ("3", "Nobody is named", PostKind.REPOST, False),
        ("4", "#mine", PostKind.POST, True),
        ("4-1", "Nobody is named", PostKind.REPOST, False),
        ("5", "Kim's words", PostKind.POST, True),
        ("5-1", "Lee's words", PostKind.REPOST, False),
        ("6", "A saying\nI like it", PostKind.POST, True),
    ]


@pytest.mark.parametrize("state", ["draft", "queued", "private"])
def test_invented_posts_that_are_not_published_are_private(tmp_path: Path, state: str) -> None:
    posts = a_list(a_post(1, {"regular-body": "x"}, state=state), a_post(2, {"regular-body": "y"}))
    audiences = [post.audience for post in made(tmp_path, {"posts.xml": posts}).posts]
    assert audiences == [Audience.PRIVATE, Audience.UNKNOWN]


def test_invented_pages_of_posts_are_read_with_the_hours_of_the_uk(tmp_path: Path) -> None:
    page = a_page("<h1>Notes</h1><p>Rain</p>", "May 8th, 2025 1:39am", "tea")
    snapshot = made(
        tmp_path,
        {
            "posts/html/123456.html": page,
            "posts/html/123457.html": a_page("<p>Snow</p>", "January 2nd, 2025 12:05pm"),
            "posts/html/submissions/99999.html": a_page("<p>SOMEBODY ELSE'S</p>"),
            "posts/posts_index.html": "<a href='html/123456.html'>x</a>",
        },
    )
    assert told(snapshot) == [
        ("123456", "Notes\nRain\n#tea", PostKind.POST, True),
        ("123457", "Snow", PostKind.POST, True),
    ]
    assert [post.time for post in snapshot.posts] == [
        datetime(2025, 5, 8, 0, 39, tzinfo=UTC),
        datetime(2025, 1, 2, 12, 5, tzinfo=UTC),
    ]
    assert snapshot.owner.handle is None
    assert len(gaps(snapshot, Part.OTHER)) == 1


def test_where_there_is_a_list_the_pages_are_not_read_a_second_time(tmp_path: Path) -> None:
    members = {
        "posts/posts.xml": a_list(a_post(123456, {"regular-body": "<p>Rain</p>"})),
        "posts/html/123456.html": a_page("<p>Rain</p>"),
    }
    assert told(made(tmp_path, members)) == [("123456", "Rain", PostKind.POST, True)]


def test_the_archive_as_it_is_downloaded_with_its_posts_packed_once_more(tmp_path: Path) -> None:
    inner = a_zip(tmp_path / "posts.zip", {"posts.xml": a_list(a_post(123456, {"photo-caption": "Sea"}))})
    members = {
        "posts.zip": inner.read_bytes(),
        "media/123456_0.png": A_PICTURE,
        "media/123456_1.mp4": b"film",
        "media/777777.png": A_PICTURE,
        "messages.xml": "<tumblr><conversations>PRIVATE</conversations></tumblr>",
    }
    for path in (a_zip(tmp_path / "blog.zip", members), a_folder(tmp_path / "unpacked", members)):
        snapshot = read(path, tmp_path)
        assert told(snapshot) == [("123456", "Sea", PostKind.POST, True)]
        assert [(image.post, image.file is not None) for image in snapshot.images] == [("123456", True)]
        assert gaps(snapshot, Part.IMAGES) == [("films and sound, which are not looked at", 1)]
        assert gaps(snapshot, Part.OTHER) == []
        assert "messages.xml" in unused(path)
        assert "PRIVATE" not in str(snapshot)


def test_an_archive_packed_into_the_inner_one_is_not_opened(tmp_path: Path) -> None:
    deepest = a_zip(
        tmp_path / "a.zip", {"posts.xml": a_list(a_post(5, {"regular-body": "deep"}))}
    ).read_bytes()
    inner = {
        "posts.xml": a_list(a_post(123456, {"regular-body": "Sea"})),
        "posts.zip": deepest,
        "b.zip": deepest,
    }
    packed = a_zip(tmp_path / "posts.zip", inner).read_bytes()
    snapshot = made(tmp_path, {"posts.zip": packed})
    assert told(snapshot) == [("123456", "Sea", PostKind.POST, True)]
    assert [reason.split(";")[0] for reason, _count in gaps(snapshot, Part.OTHER)] == [
        "the file posts/posts.zip is an archive inside an archive",
        "the file posts/b.zip is an archive inside an archive",
    ]


@pytest.mark.parametrize("hidden", [b"no archive at all", b"PK\x03\x04 cut"])
def test_a_damaged_inner_archive_is_told(tmp_path: Path, hidden: bytes) -> None:
    posts = {"posts/html/123456.html": a_page("<p>Rain</p>"), "posts.zip": hidden}
    snapshot = made(tmp_path, posts)
    assert gaps(snapshot, Part.OTHER)[-1] == ("the file posts.zip is damaged or not whole", None)


def test_a_bomb_in_the_inner_archive_is_told(tmp_path: Path) -> None:
    packed = a_zip(
        tmp_path / "posts.zip", {"posts.xml": a_list(a_post(1, {"regular-body": "x"})) + " " * 2**24}
    )
    with zipfile.ZipFile(tmp_path / "blog.zip", "w") as archive:
        archive.write(packed, "posts.zip")
        archive.writestr("posts/html/123456.html", a_page("<p>Rain</p>"))
    snapshot = read(tmp_path / "blog.zip", tmp_path)
    reasons = [reason for reason, _count in gaps(snapshot, Part.POSTS)]
    assert any("looks like a trap" in reason for reason in reasons)
    assert Part.POSTS not in snapshot.read


def test_other_pages_in_a_folder_of_that_name_are_no_export_of_tumblr(tmp_path: Path) -> None:
    pages = {
        "html/123456.html": "<html><body>A page</body></html>",
        "posts.xml": "<posts><post id='1'/></posts>",
    }
    assert not is_export(a_folder(tmp_path / "x", pages))


def test_a_list_that_declares_a_document_type_is_not_read(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + a_list(a_post(1, {"regular-body": "x"})).partition("?>")[2]
    snapshot = made(tmp_path, {"posts.xml": bomb})
    assert snapshot.posts == ()
    assert Part.POSTS not in snapshot.read
    assert any("declares a document type" in reason for reason, _count in gaps(snapshot, Part.POSTS))


def test_a_script_in_an_invented_post_is_no_words(tmp_path: Path) -> None:
    body = "<p>Tea</p><script>alert(1)</script><img src=x onerror=alert(2)>"
    assert told(made(tmp_path, {"posts.xml": a_list(a_post(1, {"regular-body": body}))})) == [
        ("1", "Tea", PostKind.POST, True)
    ]


@pytest.mark.parametrize("members", ["list", "pages"])
def test_a_damaged_export_is_read_as_far_as_it_goes(tmp_path: Path, members: str) -> None:
    posts = [a_post(100000 + n, {"regular-body": f"{QUOTED}<p>mine {n}</p>"}, "t") for n in range(5)]
    pages = {f"posts/html/{100000 + n}.html": a_page(f"{QUOTED}<p>mine {n}</p>") for n in range(5)}
    path = a_folder(tmp_path / "e", {"posts.xml": a_list(*posts)} if members == "list" else pages)
    never_falls_over(path, rounds=60)


@settings(max_examples=60)
@given(words=st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs"]), max_size=120))
def test_any_words_come_out_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    place = tmp_path_factory.mktemp("t")
    body = f"<p>{escape(f'a{words}x')}</p>"
    (post,) = made(place, {"posts.xml": a_list(a_post(1, {"regular-body": body}))}).posts
    assert post.text == f"a{words}x".replace("\ufffe", " ").replace("\uffff", " ").strip()
