from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from exports.answering import the_first
from exports.damaging import never_falls_over
from exports.packing import a_folder, a_zip
from hypothesis import given, settings
from hypothesis import strategies as st

from selfaudit.exports import import_exports, unused
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part, PostKind
from selfaudit.platforms.exported import OTHERS_WORDS

SAMPLE = "samples/exports/reddit/constructed/export_marlene_20260105.zip"
POSTS = "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
COMMENTS = "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n"
ME = "statistic,value\naccount name,robin_t\nemail address,robin@example.org\n"


def read(path: Path, tmp_path: Path) -> Snapshot:
    (snapshot,), _others = import_exports([path], tmp_path / "media", Silent(), the_first)
    return snapshot


def gaps(snapshot: Snapshot, part: Part) -> list[str]:
    return [gap.reason for gap in snapshot.gaps if gap.part is part and gap.lens is not Lens.PUBLIC]


def rows_in(path: Path, name: str) -> int:
    """Counted with the standard library alone."""
    with zipfile.ZipFile(path) as archive:
        return len([row for row in csv.reader(io.StringIO(archive.read(name).decode())) if any(row)]) - 1


def test_constructed_export_is_read_to_the_numbers_of_its_tables(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLE, tmp_path)
    kinds = [post.kind for post in snapshot.posts]
    assert kinds.count(PostKind.POST) == rows_in(shared / SAMPLE, "posts.csv") == 4
    assert kinds.count(PostKind.COMMENT) == rows_in(shared / SAMPLE, "comments.csv") == 5
    assert len(snapshot.connections) == rows_in(shared / SAMPLE, "friends.csv") == 2
    assert set(snapshot.read) == {Part.POSTS, Part.IMAGES}
    assert gaps(snapshot, Part.COMMENTS) == [OTHERS_WORDS]


def test_constructed_export_names_its_owner(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLE, tmp_path)
    owner = snapshot.owner
    assert (owner.handle, owner.emails, owner.phones) == (
        "marlene_brueckner",
        ("marlene.brueckner@example.org",),
        ("+44 7700 900123",),
    )
    assert snapshot.taken_at == datetime(2026, 1, 5, 6, 57, 14, tzinfo=UTC)
    assert "203.0.113" not in str(snapshot)


def test_constructed_posts_and_comments_keep_words_times_and_what_they_answer(
    shared: Path, tmp_path: Path
) -> None:
    posts = {post.id: post for post in read(shared / SAMPLE, tmp_path).posts}
    assert posts["t3_1a1"].text == "Titel 1, mit Komma\nText mit\nZeilenumbruch 1 ß"
    assert posts["t3_1a1"].time == datetime(2023, 9, 2, 5, 26, 12, tzinfo=UTC)
    assert [(p.id, p.text, p.parent) for p in posts.values() if p.id in {"t1_k0", "t1_k1"}] == [
        ("t1_k0", 'Antwort "0"', "t3_x"),
        ("t1_k1", 'Antwort "1"', "t1_k0"),
    ]


def test_constructed_people_and_switches(shared: Path, tmp_path: Path) -> None:
    snapshot = read(shared / SAMPLE, tmp_path)
    assert [(other.handle, other.relation) for other in snapshot.connections] == [
        ("freund_1", "following"),
        ("freund_2", "following"),
    ]
    assert [(one.name, one.value) for one in snapshot.settings] == [("search_engines", "Not included")]
    assert "Who may follow you" in gaps(snapshot, Part.SETTINGS)[0]


def test_votes_and_addresses_of_computers_are_never_opened(shared: Path) -> None:
    assert set(unused(shared / SAMPLE)) == {
        "post_votes.csv",
        "comment_votes.csv",
        "subscribed_subreddits.csv",
        "twitter.csv",
        "ip_logs.csv",
        "checkfile.csv",
    }


def test_invented_messages_drafts_and_tables_without_words_are_not_read(tmp_path: Path) -> None:
    secret = "id,permalink,date,subreddit,body\n9,/x,2024-01-01 00:00:00 UTC,a,SECRET\n"
    names = ("messages.csv", "messages_archive.csv", "chat_history.csv", "drafts.csv", "hidden_posts.csv")
    row = "a1,/r/x/comments/a1/,2024-06-01 12:00:00 UTC,,x,0,Hello,,\n"
    members = {"statistics.csv": ME, "posts.csv": POSTS + row, **dict.fromkeys(names, secret)}
    snapshot = read(a_zip(tmp_path / "r.zip", {**members, "post_headers.csv": POSTS + row}), tmp_path)
    assert [(post.id, post.text) for post in snapshot.posts] == [("t3_a1", "Hello")]
    assert "SECRET" not in str(snapshot)


def test_invented_tables_without_words_alone_are_a_gap(tmp_path: Path) -> None:
    headers = "id,permalink,date,ip,subreddit,gildings,url\na,/x,2024-06-01 12:00:00 UTC,,x,0,\n"
    snapshot = read(a_zip(tmp_path / "r.zip", {"statistics.csv": ME, "post_headers.csv": headers}), tmp_path)
    assert gaps(snapshot, Part.POSTS) == ["the export holds post_headers.csv only, which has no words in it"]
    assert snapshot.posts == ()


def test_invented_pictures_and_galleries_leave_a_gap(tmp_path: Path) -> None:
    rows = (
        "a,/r/x/comments/a/,2024-06-01 12:00:00 UTC,,x,0,One,https://i.redd.it/q.jpg,\n"
        "b,/r/x/comments/b/,2024-06-01 12:00:00 UTC,,x,0,Many,https://www.reddit.com/gallery/b,\n"
        "c,/r/x/comments/c/,2024-06-01 12:00:00 UTC,,x,0,Link,https://news.example/1,[removed]\n"
    )
    snapshot = read(a_zip(tmp_path / "r.zip", {"statistics.csv": ME, "posts.csv": POSTS + rows}), tmp_path)
    assert [(image.post, image.url) for image in snapshot.images] == [("t3_a", "https://i.redd.it/q.jpg")]
    assert gaps(snapshot, Part.IMAGES) == [
        "galleries of pictures, which the export does not hold",
        "pictures that the export names without holding their files",
    ]
    assert [post.text for post in snapshot.posts] == ["One", "Many", "Link"]


def test_invented_lone_table_is_read_without_claiming_to_be_all(tmp_path: Path) -> None:
    row = "a,/r/x/comments/b/y/a/,2024-06-01 12:00:00 UTC,,x,0,,,=1+1,\n"
    snapshot = read(a_folder(tmp_path, {"comments.csv": COMMENTS + row}) / "comments.csv", tmp_path)
    assert [(post.id, post.text) for post in snapshot.posts] == [("t1_a", "=1+1")]
    assert any("do not say whose" in reason for reason in gaps(snapshot, Part.OTHER))


def test_invented_rows_of_an_unknown_form_are_counted(tmp_path: Path) -> None:
    rows = "a,/x,2024-06-01 12:00:00 UTC,,x,0,Hello,,\n!!,/x\n,,,\n"
    snapshot = read(a_zip(tmp_path / "r.zip", {"statistics.csv": ME, "posts.csv": POSTS + rows}), tmp_path)
    found = [gap for gap in snapshot.gaps if gap.part is Part.POSTS and gap.lens is not Lens.PUBLIC]
    assert {(gap.reason, gap.count) for gap in found} == {
        ("rows that are not whole", 1),
        ("rows in a form that this version does not know", 1),
    }
    assert Part.POSTS not in snapshot.read


def test_other_tables_of_the_same_names_are_no_reddit_export(tmp_path: Path) -> None:
    path = a_zip(tmp_path / "o.zip", {"posts.csv": "id,text\n1,Hi\n", "comments.csv": "Comment ID,Text\n"})
    assert import_exports([path], tmp_path / "media", Silent(), the_first) == ((), (path,))


def test_people_are_who_the_owner_follows(tmp_path: Path) -> None:
    members = {"statistics.csv": ME, "friends.csv": "username,note\nKim,\nkim,\n"}
    assert [(c.id, c.handle) for c in read(a_zip(tmp_path / "r.zip", members), tmp_path).connections] == [
        ("kim", "Kim")
    ]


def test_a_damaged_export_is_read_as_far_as_it_goes(shared: Path) -> None:
    never_falls_over(shared / SAMPLE, rounds=40)


@settings(max_examples=60)
@given(title=st.text(max_size=80), body=st.text(max_size=200))
def test_any_words_come_out_as_they_went_in(
    tmp_path_factory: pytest.TempPathFactory, title: str, body: str
) -> None:
    written = io.StringIO()
    clean = [part.encode("utf-8", "ignore").decode().replace("\0", "") for part in (title, body)]
    row = ["a", "/x", "2024-06-01 12:00:00 UTC", "", "x", 0, clean[0], "", clean[1]]
    csv.writer(written).writerow(row)
    place = tmp_path_factory.mktemp("r")
    members = {"statistics.csv": ME, "posts.csv": POSTS + written.getvalue()}
    (post,) = read(a_zip(place / "r.zip", members), place).posts
    words = [part.strip() for part in clean]
    expected = "\n".join(filter(None, (words[0], "" if words[1] == "[deleted]" else words[1])))
    assert post.text == expected
