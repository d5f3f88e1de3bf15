from __future__ import annotations

from pathlib import Path

import pytest
from exports.importing_all import import_all
from exports.packing import a_folder, a_tar, a_tweet, a_zip, x_archive
from listening import Listening

from selfaudit import app
from selfaudit.errors import ConsentWithheld
from selfaudit.exports import import_exports, is_export, unused
from selfaudit.exports.grouping import sort_out
from selfaudit.model.codec import load_snapshot
from selfaudit.model.progress import Silent
from selfaudit.model.vocabulary import Door, Lens, Part

OUTBOX = {"type": "OrderedCollection", "orderedItems": []}
ACTOR = {"id": "https://a.example/users/robin", "preferredUsername": "robin", "summary": "<p>Hello</p>"}


def test_several_networks_in_one_go_give_several_snapshots(tmp_path: Path) -> None:
    one = a_zip(tmp_path / "x.zip", x_archive(a_tweet()))
    two = a_tar(tmp_path / "archive.tar.gz", {"actor.json": ACTOR, "outbox.json": OUTBOX})
    snapshots, others = import_exports([one, two], tmp_path / "media", Silent())
    assert [(s.platform, s.door, s.owner.handle) for s in snapshots] == [
        ("x", Door.EXPORT, "robin_t"),
        ("mastodon", Door.EXPORT, "robin"),
    ]
    assert others == ()


def test_parts_of_one_export_are_read_as_one(tmp_path: Path) -> None:
    members = x_archive(a_tweet(1, "first"))
    one = a_zip(tmp_path / "twitter-1.zip", members)
    two = a_zip(
        tmp_path / "twitter-2.zip",
        {
            "data/tweets-part1.js": "window.YTD.tweets.part1 = "
            '[{"tweet": {"id_str": "2", "full_text": "second"}}]'
        },
    )
    (snapshot,), _others = import_exports([two, one], tmp_path / "media", Silent())
    assert [post.text for post in snapshot.posts] == ["first", "second"]


def test_two_accounts_of_one_network_are_kept_apart(tmp_path: Path) -> None:
    other = {**ACTOR, "id": "https://a.example/users/alex", "preferredUsername": "alex"}
    one = a_zip(tmp_path / "one.zip", {"actor.json": ACTOR, "outbox.json": OUTBOX})
    two = a_zip(tmp_path / "two.zip", {"actor.json": other, "outbox.json": OUTBOX})
    snapshots, _others = import_exports([one, two], tmp_path / "media", Silent())
    assert {snapshot.owner.handle for snapshot in snapshots} == {"robin", "alex"}


def test_a_part_that_may_belong_to_either_account_is_told_and_not_guessed(tmp_path: Path) -> None:
    other = {**ACTOR, "id": "https://a.example/users/alex", "preferredUsername": "alex"}
    paths = [
        a_zip(tmp_path / "one.zip", {"actor.json": ACTOR, "outbox.json": OUTBOX}),
        a_zip(tmp_path / "two.zip", {"actor.json": other, "outbox.json": OUTBOX}),
        a_zip(tmp_path / "three.zip", {"outbox.json": OUTBOX}),
    ]
    snapshots, _others = import_exports(paths, tmp_path / "media", Silent())
    reasons = [[gap.reason for gap in s.gaps if gap.part is Part.OTHER] for s in snapshots]
    assert reasons == [["the file three.zip does not tell which of the accounts it belongs to"]] * 2


def test_a_folder_of_downloads_is_looked_into(tmp_path: Path) -> None:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    a_zip(folder / "x.zip", x_archive(a_tweet()))
    a_zip(folder / "holiday.zip", {"beach.txt": "sand"})
    assert is_export(folder)
    (snapshot,), _others = import_exports([folder], tmp_path / "media", Silent())
    assert snapshot.platform == "x"


def test_what_is_no_export_is_left_to_the_saved_pages(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<p>Hello</p>")
    assert import_exports([page], tmp_path / "media", Silent()) == ((), (page,))


def test_an_archive_that_no_door_knows_keeps_none_of_its_name_from_the_saved_pages(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    tables = a_zip(tmp_path / "mine.zip", {"posts.csv": "id,text\n1,Hi\n"})
    pages = a_zip(tmp_path / "other" / "mine.zip", {"page.html": "<p>Hello</p>"})
    told = Listening()
    assert import_exports([tables, pages], tmp_path / "media", told) == ((), (tables, pages))
    assert [line.partition(" holds ")[0] for line in told.said] == ["Not read as an export: mine.zip"]
    found = sort_out([tables, pages])
    assert (found.others, found.closed) == ((tables, pages), {tables})


def test_an_export_beside_a_file_that_nobody_can_read_is_still_read(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("shopping")
    progress = Listening()
    (snapshot,) = import_all(
        [a_zip(tmp_path / "x.zip", x_archive(a_tweet())), text], tmp_path / "m", progress
    )
    assert snapshot.platform == "x"
    assert any("notes.txt" in sentence for sentence in progress.said)


def test_progress_is_told_in_bytes_and_never_beyond_the_whole(tmp_path: Path) -> None:
    progress = Listening()
    import_exports([a_zip(tmp_path / "x.zip", x_archive(a_tweet()))], tmp_path / "media", progress)
    total = progress.counts[-1][1]
    assert [done for done, _total in progress.counts] == sorted(done for done, _total in progress.counts)
    assert 0 < progress.counts[-1][0] <= total


def test_files_that_no_reader_used_are_listed(tmp_path: Path) -> None:
    path = a_zip(
        tmp_path / "x.zip", x_archive(a_tweet(), **{"data/new-thing.js": "window.YTD.new.part0 = []"})
    )
    assert unused(path) == ("data/new-thing.js",)


def test_an_export_says_that_no_stranger_looked(tmp_path: Path) -> None:
    (snapshot,), _others = import_exports(
        [a_zip(tmp_path / "x.zip", x_archive(a_tweet()))], tmp_path / "media", Silent()
    )
    blind = {gap.part for gap in snapshot.gaps if gap.lens is Lens.PUBLIC}
    assert blind == {Part.BIO, Part.CONTACT, Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS}
    assert {post.lenses for post in snapshot.posts} == {(Lens.OWNER,)}
    assert not snapshot.looked_through(Lens.PUBLIC)


def test_import_asks_whose_export_it_is_and_keeps_nothing_of_a_stranger(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "x.zip", x_archive(a_tweet()))
    asked: list[str] = []

    def no(question: str) -> bool:
        asked.append(question)
        return False

    with pytest.raises(ConsentWithheld):
        app.import_files([path], tmp_path / "out", is_mine=no)
    assert asked == [
        "This export is of the profile of Robin T (robin_t) on X (Twitter). Is this your own profile?"
    ]
    assert not (tmp_path / "out").exists()


WXR = """<?xml version="1.0"?><rss xmlns:wp="http://wordpress.org/export/1.2/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>b</title><wp:wxr_version>1.2</wp:wxr_version><wp:base_blog_url>{site}</wp:base_blog_url>
<wp:author><wp:author_login>admin</wp:author_login></wp:author><item><title>{site}</title>
<dc:creator>admin</dc:creator><content:encoded>words</content:encoded><wp:post_id>1</wp:post_id>
<wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item></channel></rss>"""


def test_two_sites_whose_writers_have_one_name_are_two_accounts_and_each_address_is_asked_about(
    tmp_path: Path,
) -> None:
    sites = ["https://a.example", "https://b.example", "http://www.B.example/"]
    paths = [tmp_path / f"blog{number}.xml" for number in range(3)]
    for path, site in zip(paths, sites, strict=True):
        path.write_text(WXR.format(site=site))
    asked: list[str] = []
    folders = app.import_files(paths, tmp_path / "out", is_mine=lambda one: not asked.append(one))
    assert [len(load_snapshot(folder).posts) for folder in folders] == [1, 2]
    assert asked == [
        f"This export is of the profile of admin on WordPress and other blogs at {site}."
        " Is this your own profile?"
        for site in sites[:2]
    ]


def test_an_imported_export_is_a_snapshot_folder_like_any_other(tmp_path: Path) -> None:
    folder = a_folder(tmp_path / "x", x_archive(a_tweet(3, "Hello there")))
    (out,) = app.import_files([folder], tmp_path / "out")
    snapshot = load_snapshot(out)
    assert (snapshot.door, [post.text for post in snapshot.posts]) == (Door.EXPORT, ["Hello there"])


def test_an_archive_that_holds_two_networks_gives_both(shared: Path) -> None:
    (archive,) = (shared / "samples/exports/instagram/constructed").glob("*2025-en.zip")
    groups = sort_out([archive]).groups
    assert [group.platform.id for group in groups] == ["instagram", "threads"]


def test_what_one_of_two_readers_read_of_an_archive_is_read(shared: Path) -> None:
    (archive,) = (shared / "samples/exports/instagram/constructed").glob("*2025-en.zip")
    left = unused(archive)
    assert len(left) == len(set(left))
    assert not [name for name in left if "threads_and_replies" in name or "posts_1" in name]
    assert "your_instagram_activity/likes/liked_posts.json" in left
