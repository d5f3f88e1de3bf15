"""What no reader takes of web pages, XML and repositories: names of their form, and nobody's words."""

from __future__ import annotations

from pathlib import Path

from exports.packing import a_folder
from exports.repositories import a_repository
from exports.test_leftovers import fields

from selfaudit.exports import left_over
from selfaudit.exports.outlines import outline_of
from selfaudit.exports.watching import Watch
from selfaudit.model.noting import ask, held, take

ACCOUNT = """<html><body><h2>Basic Information</h2><table>
<tr><td>Username:</td><td>robin</td></tr><tr><td>Name:</td><td>Robin T</td></tr>{}</table>{}</body></html>"""
FRIENDS = """<h2>Friends</h2><table><tr><th>Username</th><th>Display Name</th>{}</tr>
<tr><td>kim</td><td>Kim Secret</td><td>x</td></tr>
<tr><td>lee</td><td>Lee Secret</td><td>y</td></tr></table>{}"""
RANKED = "<h2>Ranked Friends</h2><table><tr><td>Kim Secret</td><td>9</td></tr></table>"
FACEBOOK = "personal_information/profile_information/profile_information.html"
POSTS = "your_facebook_activity/posts/your_posts__check_ins__photos_and_videos_1.html"
PEOPLE = "connections/friends/your_friends.html"
RECORD = """<section class="_a6-g"><h2 class="_a6-h">{}</h2><div class="_a6-p">{}</div>
<footer class="_a6-o"><div class="_a72d">May 1, 2014 2:05:15 pm</div></footer></section>"""
PAGE = "<html><header><h1>Title of the page</h1></header><main role='main'>{}</main></html>"
LABELS = (
    "<section class='_a6-g'><div class='_a6-p'><table><tr><td>Name</td><td>Robin T</td></tr>"
    "{}</table></div></section>"
)
PIN = (
    '<a href="https://www.pinterest.com/pin/{0}/">x</a>\n<br>Title: Tea {0},\n<br>Details: Hi\n'
    "<br>Kim Secret {1}: a line of hers,\n<br>Mood Of It: SECRET,\n<br>Username: me\n"
)
PINS = '<div id="contents"><h1 id="a">Pins</h1>\n{}<br><br>{}</div>'
WXR = """<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Tea</title><wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login>robin</wp:author_login></wp:author>{}</channel></rss>"""
ITEM = """<item><title>Hello</title><link>https://b.example/1</link><dc:creator>robin</dc:creator>
<content:encoded>&lt;h2&gt;Kim Secret&lt;/h2&gt;</content:encoded><wp:post_id>{0}</wp:post_id>
<wp:post_type>{1}</wp:post_type><wp:status>publish</wp:status>{2}</item>"""
TUMBLR = (
    '<?xml version="1.0"?><tumblr version="1.0"><posts><post id="17001" url="https://r.tumblr.com/post/17001"'
    ' type="regular" mood="SECRET" tumblelog="robin"><regular-body>Hi</regular-body><brew>SECRET</brew>'
    "</post></posts></tumblr>"
)


def names(path: Path, file: str) -> dict[str, int]:
    return dict(fields(path).get(file, []))


def snapchat(path: Path, **pages: str) -> Path:
    whole = {"account": ACCOUNT.format("", ""), "friends": FRIENDS.format("", "") + "Friend Requests Sent"}
    return a_folder(path, {f"html/{name}.html": page for name, page in (whole | pages).items()})


def facebook(path: Path, **pages: str) -> Path:
    return a_folder(path, {FACEBOOK: PAGE.format(LABELS.format(""))} | pages)


def test_headings_labels_and_columns_that_are_asked_for_are_not_listed(tmp_path: Path) -> None:
    assert fields(snapchat(tmp_path / "s")) == {}


def test_new_headings_and_labels_of_a_page_are_listed_beside_known_ones(tmp_path: Path) -> None:
    new = ACCOUNT.format(
        "<tr><td>Shoe Size:</td><td>41</td></tr>", "<h5>Pets</h5><dl><dt>Name</dt><dt>Fur</dt></dl>"
    )
    assert names(snapchat(tmp_path / "s", account=new), "html/account.html") == {
        "heading > Pets": 1,
        "label > Shoe Size:": 1,
    }


def test_new_columns_are_listed_and_the_rows_of_unread_sections_are_not(tmp_path: Path) -> None:
    path = snapchat(tmp_path / "s", friends=FRIENDS.format("<th>Pet</th>", RANKED))
    assert names(path, "html/friends.html") == {"column > Pet": 1, "heading > Ranked Friends": 1}
    assert "Secret" not in "\n".join(left_over(path).lines())


def test_a_new_label_of_facebooks_profile_is_listed(tmp_path: Path) -> None:
    row = "<tr><td>Shoe size</td><td>SECRET</td></tr>"
    assert fields(facebook(tmp_path / "f", **{FACEBOOK: PAGE.format(LABELS.format(row))})) == {
        FACEBOOK: [("label > Shoe size", 1)]
    }
    assert fields(facebook(tmp_path / "g")) == {}


def test_headings_of_records_that_are_read_are_no_leftover_and_others_only_a_number(tmp_path: Path) -> None:
    friends = PAGE.format(RECORD.format("Kim Secret", "") + RECORD.format("Lee Secret", ""))
    inner = "<h4>Secret party</h4><table><tr><td>Lee Other</td><td>1</td></tr></table>"
    posts = PAGE.format(RECORD.format("Robin T added a photo.", f"<p>Hi</p>{inner}"))
    path = facebook(tmp_path / "f", **{PEOPLE: friends, POSTS: posts})
    assert fields(path) == {POSTS: [("heading > …", 1), ("label > …", 1)]}


def test_labels_that_most_of_several_records_have_are_listed(tmp_path: Path) -> None:
    cameras = (
        "<p>Hi {0}</p><table><tr><td>Camera</td><td>x</td></tr><tr><td>Kim {0}</td><td>y</td></tr></table>"
    )
    posts = "".join(RECORD.format(f"Title {letter}", cameras.format(letter)) for letter in "abc")
    path = facebook(tmp_path / "f", **{POSTS: PAGE.format(posts)})
    assert fields(path) == {POSTS: [("label > Camera", 3), ("label > …", 3)]}


def test_sections_and_lines_of_pinterests_page_are_listed_and_lines_of_words_are_not(tmp_path: Path) -> None:
    pins = "".join(PIN.format(number, "abc"[number % 3]) for number in range(1, 4))
    path = a_folder(tmp_path / "p", {"p.html": PINS.format(pins, "<h1>Shoe sizes</h1>")})
    assert names(path, "p.html") == {"mood of it": 3, "…": 3, "heading > Shoe sizes": 1}
    one = a_folder(tmp_path / "q", {"p.html": PINS.format(PIN.format(1, "a"), "")})
    assert names(one, "p.html") == {"…": 2}


def test_new_elements_and_kinds_of_wordpress_are_listed_with_what_they_stand_in(tmp_path: Path) -> None:
    mood = "<wp:mood><wp:deep>SECRET</wp:deep></wp:mood>"
    comment = f"<wp:comment><wp:comment_id>5</wp:comment_id>{mood}</wp:comment>"
    items = ITEM.format(1, "post", comment) + ITEM.format(2, "recipe", "<wp:oven hot='SECRET'>x</wp:oven>")
    path = a_folder(tmp_path / "w", {"w.xml": WXR.format(items)})
    assert names(path, "w.xml") == {
        "rss > channel > wp:wxr_version": 1,
        "rss > channel > item > wp:post_type > recipe": 1,
        "rss > channel > item > wp:oven": 1,
        "rss > channel > item > wp:comment > wp:mood": 1,
    }
    assert not {"SECRET", "Secret"} & set(" ".join(left_over(path).lines()).split())


def test_words_of_a_damaged_file_that_look_like_elements_are_only_counted(tmp_path: Path) -> None:
    items = ITEM.format(1, "post", "<wp:oven>x</wp:oven><Kim SECRET='1'>hello</Lee></item>")
    path = a_folder(tmp_path / "w", {"w.xml": WXR.format(items)})
    assert names(path, "w.xml") == {
        "rss > channel > wp:wxr_version": 1,
        "rss > channel > item > wp:oven": 1,
        "rss > channel > item > …": 1,
    }


def test_new_attributes_and_elements_of_tumblrs_list_are_listed(tmp_path: Path) -> None:
    path = a_folder(tmp_path / "t", {"posts/posts.xml": TUMBLR})
    assert names(path, "posts/posts.xml") == {
        "tumblr > posts > post > type": 1,
        "tumblr > posts > post > mood": 1,
        "tumblr > posts > post > brew": 1,
    }


def test_new_fields_and_collections_of_a_repository_are_listed(tmp_path: Path) -> None:
    records = {
        "app.bsky.feed.post/3a": {"text": "Hi", "createdAt": "2024-01-01T10:00:00Z", "mood": "SECRET"},
        "app.bsky.feed.brew/3b": {"tea": "SECRET"},
        "org.secret.app/3c": {"a": 1},
    }
    path = a_repository(tmp_path / "r.car", records)
    assert names(path, "r.car") == {"feed brew": 1, "other": 1, "feed post > mood": 1}


def test_people_whom_an_export_names_are_told_nowhere() -> None:
    watch = Watch()
    known = watch.reading("a.json").watched({"id": 1, "kim secret": 2, "photos of Kim Secret": 3, "mood": 4})
    known.get("id")
    assert watch.unasked({"kim secret"}) == {"a.json": [(("…",), 2), (("mood",), 1)]}


def test_a_page_whose_every_word_is_read_has_no_leftover() -> None:
    watch = Watch()
    page = watch.page(
        "a.html", "<h1>My party</h1><h2>With Kim</h2><table><tr><td>a</td><td>b</td></tr></table>"
    )
    assert watch.unasked() == {"a.html": [(("heading", "…"), 2), (("label", "…"), 1)]}
    take(page)
    assert watch.unasked() == {}


def test_words_of_a_page_that_is_not_watched_are_plain() -> None:
    value = {"a": 1}
    ask("<p>")
    take("<p>", "x")
    assert held("<p>", value) is value


def test_the_outline_bears_broken_pages() -> None:
    for page in (
        "<h1",
        "<table><td>x</table></table>",
        "<tr><td>x</td></tr></h2></header>",
        "<dt>x</dt>",
        "\0<![",
        "<![CIATA[x]]>",
        "<![ 1>",
    ):
        assert list(outline_of(page).names()) == []
    assert "Tea" in outline_of("<![CIATA[<b>]]><h2>Tea</h2>").headings


def test_real_samples_are_listed(shared: Path) -> None:
    samples = shared / "samples/exports"
    page = "pinterest/pinterest-export-parser/pinterest-sample.html"
    assert names(samples / page, "pinterest-sample.html") == {"…": 5, "heading > Something else": 1}
    found = names(
        samples / "wordpress/wordpress-importer/theme-unit-test-data.xml", "theme-unit-test-data.xml"
    )
    assert found["rss > channel > item > wp:post_type > nav_menu_item"] == 70
    assert found["rss > channel > item > wp:comment > wp:comment_author_IP"] == 33
    assert not {
        name for name in found if name.startswith("rss > channel > item > wp:comment > wp:comment_content")
    }
    for pages in (
        "facebook/constructed/facebook-html-2024.zip",
        "instagram/constructed/instagram-html-2026-en.zip",
    ):
        assert fields(samples / pages) == {}
