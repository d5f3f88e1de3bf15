from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports.damaging import never_falls_over
from exports.packing import A_PICTURE, a_folder, a_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports, is_export
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.exported import UNKNOWN_POST

SAMPLES = "samples/exports/wordpress/wordpress-importer"
HEAD = (
    '<?xml version="1.0" encoding="UTF-8" ?>\n<rss version="2.0"'
    ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/">'
)
AUTHOR = (
    "<wp:author><wp:author_id>7</wp:author_id><wp:author_login>robin</wp:author_login>"
    "<wp:author_email>robin@example.org</wp:author_email>"
    "<wp:author_display_name>Robin T</wp:author_display_name></wp:author>"
)
BASE = "<wp:base_blog_url>https://blog.example</wp:base_blog_url>"


def a_file(*items: str, author: str = AUTHOR, base: str = BASE) -> str:
    return f"{HEAD}<channel><title>My blog</title>{base}{author}{''.join(items)}</channel></rss>"


def an_item(number: int = 1, text: str = "Hello", more: str = "", **fields: str) -> str:
    values = {"status": "publish", "post_type": "post", "post_date_gmt": "2024-06-01 12:00:00", **fields}
    stated = "".join(f"<wp:{name}>{value}</wp:{name}>" for name, value in values.items())
    return (
        f"<item><title>T{number}</title><link>https://blog.example/{number}</link><dc:creator>robin</dc:creator>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded><wp:post_id>{number}</wp:post_id>{stated}{more}"
        "</item>"
    )


def a_comment(number: int = 1, text: str = "Nice", user: str = "0", approved: str = "1") -> str:
    return (
        f"<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author>Kim</wp:comment_author>"
        "<wp:comment_author_email>kim@private.example</wp:comment_author_email>"
        "<wp:comment_author_IP>192.0.2.7</wp:comment_author_IP>"
        "<wp:comment_date_gmt>2024-06-02 08:00:00</wp:comment_date_gmt>"
        f"<wp:comment_content>{text}</wp:comment_content><wp:comment_approved>{approved}</wp:comment_approved>"
        f"<wp:comment_user_id>{user}</wp:comment_user_id></wp:comment>"
    )


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent())
    return snapshot


def read_text(tmp_path: Path, text: str | bytes) -> Snapshot:
    return read(a_folder(tmp_path / "in", {"blog.xml": text}) / "blog.xml", tmp_path)


def gaps(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC]


def counts(snapshot: Snapshot) -> tuple[int, int]:
    comments = sum(post.kind is PostKind.COMMENT for post in snapshot.posts)
    return len(snapshot.posts) - comments, comments


def counted(path: Path) -> tuple[int, int]:
    """Counted by looking for words in the file, without any reader of XML."""
    text = path.read_text(encoding="utf-8", errors="replace")
    items = text.split("<item>")[1:]
    kinds = [re.search(r"post_type>(?:<!\[CDATA\[)?(\w+)", item) for item in items]
    return sum(bool(kind) and kind[1] in {"post", "page"} for kind in kinds), text.count("<wp:comment>")


@pytest.mark.parametrize(
    ("name", "expected", "writer"),
    [
        ("crazy-cdata-escaped", (1, 0), "admin"),
        ("crazy-cdata", (1, 0), "admin"),
        ("invalid-version-tag", (0, 0), "john"),
        ("malformed-simple", (1, 0), None),
        ("malformed", (0, 0), "john"),
        ("missing-tags", (1, 0), None),
        ("missing-version-tag", (0, 0), "john"),
        ("slashes", (1, 1), "author"),
        ("small-export", (11, 1), None),
        ("theme-unit-test-data", (79, 33), None),
        ("valid-wxr-1.0", (6, 1), "admin"),
        ("valid-wxr-1.1", (2, 1), "john"),
        ("wxr-simple", (1, 0), "admin"),
    ],
)
def test_published_files_are_read_to_the_numbers_of_posts_and_comments_in_them(
    shared: Path, tmp_path: Path, name: str, expected: tuple[int, int], writer: str | None
) -> None:
    path = shared / SAMPLES / f"{name}.xml"
    snapshot = read(path, tmp_path)
    assert counts(snapshot) == counted(path) == expected
    assert snapshot.owner.handle == writer
    assert {post.own for post in snapshot.posts if post.kind is PostKind.POST} <= {writer is not None}


@pytest.mark.parametrize("name", ["malformed", "malformed-simple", "crazy-cdata"])
def test_published_damaged_files_are_never_told_as_read(shared: Path, tmp_path: Path, name: str) -> None:
    snapshot = read(shared / SAMPLES / f"{name}.xml", tmp_path)
    assert any("is damaged or not whole" in reason for reason in gaps(snapshot, Part.POSTS))
    assert snapshot.read == ()


def test_published_file_of_a_single_writer(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLES / "valid-wxr-1.1.xml", tmp_path)
    owner = snapshot.owner
    assert (owner.name, owner.emails, snapshot.site) == (
        "John Doe",
        ("johndoe@example.org",),
        "http://localhost/",
    )
    assert [(fact.name, fact.value) for fact in owner.facts] == [
        ("Blog", "Export Datasets"),
        ("Tagline", "Just another WordPress site"),
    ]
    assert [(p.id, p.own, p.time, p.audience) for p in snapshot.posts if p.kind is PostKind.POST] == [
        ("1", True, datetime(2010, 10, 16, 20, 53, 18, tzinfo=UTC), Audience.PUBLIC),
        ("2", True, datetime(2010, 10, 16, 20, 53, 18, tzinfo=UTC), Audience.PUBLIC),
    ]
    assert snapshot.posts[0].text == (
        "Hello world!\nWelcome to WordPress. This is your first post. Edit or delete it, then start blogging!"
    )


def test_published_file_of_several_writers_is_nobodys_until_one_is_chosen(
    shared: Path, tmp_path: Path
) -> None:
    snapshot = read(shared / SAMPLES / "theme-unit-test-data.xml", tmp_path)
    assert {post.own for post in snapshot.posts} == {False}
    (gap,) = (gap for gap in snapshot.gaps if gap.part is Part.POSTS and gap.lens is not Lens.PUBLIC)
    assert gap.count == 79
    assert "your own name under “Authors”" in gap.reason
    assert snapshot.images == ()
    assert snapshot.read == ()


def test_published_drafts_and_posts_for_later_are_private(shared: Path, tmp_path: Path) -> None:
    posts = read(shared / SAMPLES / "theme-unit-test-data.xml", tmp_path).posts
    entries = [post for post in posts if post.kind is PostKind.POST]
    assert sum(post.audience is Audience.PRIVATE for post in entries) == 2  # one draft, one for later
    assert sum(post.audience is Audience.CUSTOM for post in entries) == 1  # one behind a password


def test_invented_comments_tell_the_owner_from_guests_and_hide_everybodys_address(tmp_path: Path) -> None:
    said = a_comment(1) + a_comment(2, "Thanks", user="7") + a_comment(3, "Robin?", user="8")
    snapshot = read_text(tmp_path, a_file(an_item(5, more=said)))
    assert [(p.id, p.text, p.own, p.author, p.parent) for p in snapshot.posts[1:]] == [
        ("comment-1", "Nice", False, "Kim", "5"),
        ("comment-2", "Thanks", True, None, "5"),
        ("comment-3", "Robin?", False, "Kim", "5"),
    ]
    assert snapshot.posts[1].time == datetime(2024, 6, 2, 8, tzinfo=UTC)
    assert "kim@private.example" not in str(snapshot)
    assert "192.0.2.7" not in str(snapshot)


def test_invented_spam_is_left_out_and_waiting_comments_are_private(tmp_path: Path) -> None:
    said = a_comment(1, approved="spam") + a_comment(2, approved="trash") + a_comment(3, approved="0")
    snapshot = read_text(tmp_path, a_file(an_item(more=said)))
    assert [(p.id, p.audience) for p in snapshot.posts[1:]] == [("comment-3", Audience.PRIVATE)]


def test_invented_audiences_and_what_was_thrown_away(tmp_path: Path) -> None:
    items = (
        an_item(1),
        an_item(2, status="private"),
        an_item(3, status="draft", post_date_gmt="0000-00-00 00:00:00"),
        an_item(4, post_password="pw"),
        an_item(5, status="trash"),
        an_item(6, status="auto-draft"),
    )
    assert [(p.id, p.audience, p.time is None) for p in read_text(tmp_path, a_file(*items)).posts] == [
        ("1", Audience.PUBLIC, False),
        ("2", Audience.PRIVATE, False),
        ("3", Audience.PRIVATE, True),
        ("4", Audience.CUSTOM, False),
    ]


def test_invented_private_contact_forms_are_never_read_and_unknown_kinds_are_counted(tmp_path: Path) -> None:
    items = (an_item(1, "SECRET", post_type="feedback"), an_item(2, post_type="recipe"), an_item(3))
    snapshot = read_text(tmp_path, a_file(*items))
    assert "SECRET" not in str(snapshot)
    assert [post.id for post in snapshot.posts] == ["3"]
    assert gaps(snapshot, Part.POSTS) == [
        "entries of a kind of its own that this version does not read (recipe)"
    ]


def test_invented_paragraphs_stay_apart_and_pictures_are_found_in_the_archive(tmp_path: Path) -> None:
    address = "https://blog.example/wp-content/uploads/2024/06/dog.png"
    body = f'One\n\nTwo <b>bold</b>\n<!-- wp:more --> <img src="{address}" alt="A dog"><script>x</script>'
    members = {"blog.xml": a_file(an_item(1, body)), "2024/06/dog.png": A_PICTURE}
    snapshot = read(a_zip(tmp_path / "b.zip", members), tmp_path)
    assert snapshot.posts[0].text == "T1\nOne\nTwo bold"
    (image,) = snapshot.images
    assert (image.post, image.url, image.caption, image.file is not None) == ("1", address, "A dog", True)
    assert Part.IMAGES in snapshot.read


def test_invented_uploads_without_files_leave_a_gap(tmp_path: Path) -> None:
    upload = "https://blog.example/wp-content/uploads/a.jpg"
    item = an_item(9, post_type="attachment", status="inherit", attachment_url=upload, post_parent="1")
    film = an_item(10, post_type="attachment", status="inherit", attachment_url=upload.replace("jpg", "mp4"))
    snapshot = read_text(tmp_path, a_file(an_item(1), item, film))
    assert [(image.post, image.url) for image in snapshot.images] == [("1", upload)]
    assert gaps(snapshot, Part.IMAGES) == ["pictures that the export names without holding their files"]


def test_invented_two_blogs_keep_their_numbers_apart(tmp_path: Path) -> None:
    other = a_file(an_item(1, "Other"), base=BASE.replace("blog.example", "second.example"))
    path = a_zip(tmp_path / "b.zip", {"a.xml": a_file(an_item(1, "First", a_comment())), "b.xml": other})
    assert [(post.id, post.parent) for post in read(path, tmp_path).posts] == [
        ("1", None),
        ("comment-1", "1"),
        ("https://second.example#1", None),
    ]


def test_invented_other_prefixes_and_line_breaks_in_names(tmp_path: Path) -> None:
    author = AUTHOR.replace("robin<", "\n  Robin\n <", 1)
    text = a_file(an_item(), author=author).replace("wp:", "odd:").replace("xmlns:wp", "xmlns:odd")
    snapshot = read_text(tmp_path, f"\n\n\ufeff{text}".encode())
    assert (snapshot.owner.name, counts(snapshot)) == ("Robin T", (1, 0))


def test_entities_are_never_unfolded_and_no_file_is_opened(tmp_path: Path) -> None:
    secret = a_folder(tmp_path, {"secret.txt": "SECRET"}) / "secret.txt"
    declared = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    doctype = (
        f'<!DOCTYPE rss [<!ENTITY l0 "lol">{declared}<!ENTITY x SYSTEM "{secret.as_uri()}">'
        '<!ENTITY % p SYSTEM "http://192.0.2.1/x.dtd">%p;]>\n<rss '
    )
    text = a_file(an_item(1, "]]>&l11;&x;<![CDATA[")).replace("<rss ", doctype, 1)
    snapshot = read_text(tmp_path, text)
    assert snapshot.posts == ()
    assert "SECRET" not in str(snapshot)
    assert any("declares a document type" in reason for reason in gaps(snapshot, Part.POSTS))


@pytest.mark.parametrize(
    "inner", ["<a>" * 100_000, f"<title>{'x' * 12_000_000}</title>", "<title>" + "&#0;\x01\x02" * 50]
)
def test_traps_of_depth_length_and_signs_end_in_a_gap(tmp_path: Path, inner: str) -> None:
    snapshot = read_text(tmp_path, a_file(an_item(1), inner))
    assert [post.id for post in snapshot.posts if post.own] in (["1"], [])
    assert Part.POSTS not in snapshot.read


def test_a_file_cut_short_gives_what_stands_before_the_cut(tmp_path: Path) -> None:
    text = a_file(*(an_item(number) for number in range(1, 9)))
    snapshot = read_text(tmp_path, text[: text.index("<wp:post_id>5<")])
    assert [post.id for post in snapshot.posts][:4] == ["1", "2", "3", "4"]
    assert Part.POSTS not in snapshot.read


def test_a_few_wrong_bytes_cost_no_post_and_are_told(tmp_path: Path) -> None:
    text = a_file(an_item(1, "caf\xe9"), an_item(2), an_item(3)).encode("latin-1")
    snapshot = read_text(tmp_path, text)
    assert [post.text for post in snapshot.posts] == ["T1\ncaf\ufffd", "T2\nHello", "T3\nHello"]
    assert any("is damaged or not whole" in reason for reason in gaps(snapshot, Part.POSTS))


def test_control_signs_cost_no_post(tmp_path: Path) -> None:
    snapshot = read_text(tmp_path, a_file(an_item(1, "one\x0b two\x00"), an_item(2)))
    assert [post.text for post in snapshot.posts] == ["T1\none two", "T2\nHello"]
    assert Part.POSTS in snapshot.read


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1"])
def test_other_encodings_are_read_as_the_file_declares_them(tmp_path: Path, encoding: str) -> None:
    text = a_file(an_item(1, "caf\xe9")).replace('encoding="UTF-8"', f'encoding="{encoding}"')
    snapshot = read_text(tmp_path, text.encode(encoding))
    assert [post.text for post in snapshot.posts] == ["T1\ncaf\xe9"]
    assert Part.POSTS in snapshot.read


def test_a_damaged_end_tag_costs_no_post_after_it(tmp_path: Path) -> None:
    text = a_file(an_item(1), an_item(2), an_item(3)).replace("</wp:base_blog_url>", "</wp:base_bl_url>")
    snapshot = read_text(tmp_path, text)
    assert [post.id for post in snapshot.posts] == ["1", "2", "3"]
    assert Part.POSTS not in snapshot.read


def test_a_sign_that_begins_no_tag_costs_nothing(tmp_path: Path) -> None:
    text = a_file(an_item(1, "2 < 3 & 4 <> 5"), an_item(2)).replace(">T1<", ">T < 1<")
    snapshot = read_text(tmp_path, text)
    assert [post.text for post in snapshot.posts] == ["T < 1\n2 < 3 & 4 <> 5", "T2\nHello"]


def test_an_ordinary_feed_is_no_export(tmp_path: Path) -> None:
    feed = '<?xml version="1.0"?><rss version="2.0"><channel><item><title>Hi</title></item></channel></rss>'
    assert not is_export(a_folder(tmp_path, {"feed.xml": feed}) / "feed.xml")


def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path) -> None:
    never_falls_over(shared / SAMPLES / "small-export.xml", rounds=40)


@settings(max_examples=60)
@given(noise=st.binary(max_size=300), at=st.integers(0, 3000), cut=st.booleans())
def test_any_bytes_inside_a_file_never_make_the_reader_fall_over(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int, cut: bool
) -> None:
    whole = a_file(an_item(1, more=a_comment()), an_item(2)).encode()
    place = tmp_path_factory.mktemp("b")
    path = a_folder(place, {"blog.xml": whole[:at] + noise + (b"" if cut else whole[at:])}) / "blog.xml"
    snapshots, _others = import_exports([path], place / "media", Silent())
    for snapshot in snapshots:
        assert not any(gap.part in snapshot.read and gap.lens is None for gap in snapshot.gaps)


def test_posts_whose_words_are_called_otherwise_are_a_gap(tmp_path: Path) -> None:
    renamed = an_item(1, "An idiot").replace("content:encoded", "content:body")
    empty = an_item(2, "")
    snapshot = read(a_folder(tmp_path / "in", {"wxr.xml": a_file(renamed, empty)}), tmp_path)
    told = [gap for gap in snapshot.gaps if gap.part is Part.POSTS and gap.lens is not Lens.PUBLIC]
    assert [(gap.reason, gap.count) for gap in told] == [(UNKNOWN_POST, 1)]
    assert Part.POSTS not in snapshot.read


def test_a_file_without_any_entry_is_not_an_empty_blog(tmp_path: Path) -> None:
    renamed = an_item(1, "An idiot").replace("item>", "entry>")
    snapshot = read(a_folder(tmp_path / "in", {"wxr.xml": a_file(renamed)}), tmp_path)
    assert not {Part.POSTS, Part.COMMENTS, Part.IMAGES} & set(snapshot.read)
    assert any("no entry of the blog" in reason for reason in gaps(snapshot, Part.POSTS))
