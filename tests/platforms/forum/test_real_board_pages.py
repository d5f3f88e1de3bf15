"""Real saved threads and data answers of boards, against numbers counted in the files by hand and by grep."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from selfaudit.model.visit import Account, Document, Response, Visit
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.forum import FORUM
from selfaudit.platforms.forum.engines import gather

THREADS = {
    "phpbb/topic_loggedout.html": "phpbb",
    "nodebb/topic_loggedout.html": "nodebb",
    "vbulletin/thread_signedin_vb3.html": "vbulletin",
    "vbulletin/topic_loggedout_vb5.html": "vbulletin5",
    "xenforo/thread_loggedout_xf2.html": "xenforo",
}


def page(shared: Path, name: str, lens: Lens | None = None) -> Visit:
    html = (shared / "samples/pages" / name).read_text(errors="replace")
    return Visit(lens, (Document(name, html),))


def answer(shared: Path, name: str, kind: str = "pages") -> Visit:
    body = (shared / "samples" / kind / "discourse" / name).read_bytes()
    return Visit(None, responses=(Response(name, "application/json", body),))


def as_member(name: str, number: str | None = None) -> Account:
    return Account(handle=name, proof="the test says so", id=number)


@pytest.mark.parametrize("name", THREADS)
def test_each_real_thread_is_known_by_its_make(shared: Path, name: str) -> None:
    visit = page(shared, name)
    assert FORUM.recognise(visit)
    assert gather([visit]).engines == [THREADS[name]]


@pytest.mark.parametrize("name", [name for name in THREADS if "signedin" not in name])
def test_a_thread_saved_signed_out_names_nobody_so_nothing_in_it_is_taken_for_ones_own(
    shared: Path, name: str
) -> None:
    visit = page(shared, name)
    snapshot = FORUM.parse([visit], None)
    assert FORUM.signed_out(visit)
    assert FORUM.viewer(visit) is None
    assert (snapshot.posts, snapshot.owner.handle, snapshot.read) == ((), None, ())
    (gap,) = snapshot.gaps
    assert (gap.part, gap.count) == (Part.POSTS, len(gather([visit]).entries))


@pytest.mark.parametrize(
    ("name", "writers"),
    [
        (
            "phpbb/topic_loggedout.html",
            {"member01": 12, "member02": 4, "member03": 4, "member04": 4, "member05": 1},
        ),
        (
            "nodebb/topic_loggedout.html",
            {
                "member01": 3,
                "member04": 3,
                "member05": 3,
                "member02": 1,
                "member03": 1,
                "member06": 1,
                "member07": 1,
            },
        ),
        ("vbulletin/topic_loggedout_vb5.html", {"member01": 9, "member02": 4, "member03": 2}),
        (
            "xenforo/thread_loggedout_xf2.html",
            {"member01": 2} | {f"member0{number}": 1 for number in range(2, 8)},
        ),
        (
            "vbulletin/thread_signedin_vb3.html",
            {
                "member02": 5,
                "member01": 2,
                "member03": 2,
                "member04": 2,
                "member07": 2,
                "member05": 1,
                "member06": 1,
                "member08": 1,
                "member09": 1,
                "member10": 1,
                "member11": 1,
                "member12": 1,
            },
        ),
    ],
)
def test_every_post_of_a_thread_is_read_with_its_writer(
    shared: Path, name: str, writers: dict[str, int]
) -> None:
    entries = gather([page(shared, name)]).entries
    assert Counter(entry.author.name for entry in entries) == writers
    assert all(entry.author.number and entry.whole for entry in entries)
    assert all(entry.text or entry.pictures for entry in entries)
    assert len({entry.id for entry in entries}) == sum(writers.values())


def test_phpbb_own_posts_have_their_time_in_utc_and_no_quotation(shared: Path) -> None:
    snapshot = FORUM.parse([page(shared, "phpbb/topic_loggedout.html", Lens.PUBLIC)], as_member("member03"))
    posts = [post for post in snapshot.posts if post.kind is not PostKind.BIO]
    assert {(post.own, post.audience, post.kind) for post in posts} == {
        (True, Audience.PUBLIC, PostKind.REPLY)
    }
    assert len(posts) == 4
    first = next(post for post in posts if post.id == "2729874")
    # The page says "Sun May 26, 2019 5:25 pm" and "All times are UTC [ DST ]", which is an hour ahead of UTC.
    assert first.time == datetime(2019, 5, 26, 16, 25, tzinfo=UTC)
    assert first.text.startswith("I kitten harbor if pillow museum")
    assert "http://www.ilovephilosophy.com/viewtopic.php?f=6&t=194003" in first.links
    assert not any("wrote:" in post.text for post in posts)


def test_phpbb_signatures_belong_to_their_member_alone(shared: Path) -> None:
    found = gather([page(shared, "phpbb/topic_loggedout.html")])
    signed = Counter(member.who.name for member in found.members if member.signature)
    assert sum(signed.values()) == 20
    assert "member03" not in signed
    for name, count in (("member03", 0), ("member01", 1)):
        snapshot = FORUM.parse([page(shared, "phpbb/topic_loggedout.html")], as_member(name))
        assert [post.id for post in snapshot.posts if post.kind is PostKind.BIO] == ["signature"] * count


def test_vbulletin_3_names_who_was_signed_in_and_reads_no_post_of_others(shared: Path) -> None:
    visit = page(shared, "vbulletin/thread_signedin_vb3.html")
    viewer = FORUM.viewer(visit)
    assert viewer is not None
    assert (viewer.handle, viewer.id) == ("member13", "1001")
    assert "member13" in viewer.proof
    assert not FORUM.signed_out(visit)
    snapshot = FORUM.parse([visit], viewer)
    assert (snapshot.owner.handle, snapshot.posts, snapshot.images) == ("member13", (), ())


def test_vbulletin_3_quotations_are_not_the_writers_words(shared: Path) -> None:
    visit = page(shared, "vbulletin/thread_signedin_vb3.html")
    snapshot = FORUM.parse([visit], as_member("member01", "1002"))
    assert (len(snapshot.posts), snapshot.posts[0].id) == (2, "5768670")
    assert snapshot.posts[0].text.startswith("Let me ticket it marble forest")
    assert not any("Originally Posted" in post.text or "Quote:" in post.text for post in snapshot.posts)
    # Neither the page nor its foot says in which zone its times are.
    assert {post.time for post in snapshot.posts} == {None}


def test_vbulletin_5_tells_the_first_post_and_the_moment(shared: Path) -> None:
    visit = page(shared, "vbulletin/topic_loggedout_vb5.html", Lens.PUBLIC)
    snapshot = FORUM.parse([visit], as_member("member03"))
    own = [post for post in snapshot.posts if post.own and post.kind is not PostKind.BIO]
    assert len(own) == 2
    starters = [entry for entry in gather([visit]).entries if entry.first]
    assert [(entry.id, entry.time) for entry in starters] == [
        ("727744", datetime(2019, 4, 9, 15, 37, 23, tzinfo=UTC))
    ]
    assert not any("Originally posted" in entry.text for entry in gather([visit]).entries)


def test_answers_in_a_thread_of_ones_own_are_others_words_and_kept_as_comments(shared: Path) -> None:
    visit = page(shared, "xenforo/thread_loggedout_xf2.html", Lens.PUBLIC)
    snapshot = FORUM.parse([visit], as_member("member01", "1001"))
    assert Counter((post.kind, post.own) for post in snapshot.posts) == {
        (PostKind.POST, True): 1,
        (PostKind.REPLY, True): 1,
        (PostKind.COMMENT, False): 6,
    }
    assert {post.parent for post in snapshot.posts if post.kind is PostKind.COMMENT} == {"114210"}
    assert {post.author for post in snapshot.posts if not post.own} == {f"member0{n}" for n in range(2, 8)}
    second = next(post for post in gather([visit]).entries if post.id == "114243")
    assert second.time == datetime(2010, 11, 21, 13, 24, 47, tzinfo=UTC)


def test_answers_in_somebody_elses_thread_are_not_kept(shared: Path) -> None:
    visit = page(shared, "nodebb/topic_loggedout.html", Lens.PUBLIC)
    snapshot = FORUM.parse([visit], as_member("member04", "15135"))
    assert [(post.kind, post.own) for post in snapshot.posts] == [(PostKind.REPLY, True)] * 3
    began = FORUM.parse([visit], as_member("member01", "15372"))
    assert Counter((post.kind, post.own) for post in began.posts) == {
        (PostKind.POST, True): 1,
        (PostKind.REPLY, True): 2,
        (PostKind.COMMENT, False): 10,
    }
    first = next(post for post in began.posts if post.kind is PostKind.POST)
    assert (first.id, first.time) == ("73812", datetime(2019, 3, 24, 19, 54, 11, 505000, tzinfo=UTC))
    assert first.text.startswith("New desing for NodeBB chat!\nRiver do you pillow")


def test_discourse_tells_a_member_of_themselves(shared: Path) -> None:
    visit = answer(shared, "user.json")
    snapshot = FORUM.parse([visit], as_member("test_user", "1"))
    owner = snapshot.owner
    assert (owner.handle, owner.name, owner.bio, owner.emails) == (
        "test_user",
        "Test User",
        "",
        ("test_user@example.com",),
    )
    assert snapshot.read == (Part.BIO, Part.CONTACT)


def test_discourse_activity_and_threads_become_posts(shared: Path) -> None:
    replies = FORUM.parse([answer(shared, "replies.json")], as_member("testuser", "11"))
    assert [(post.id, post.text, post.kind, post.time) for post in replies.posts] == [
        ("39-3", "Test Reply #1", PostKind.REPLY, datetime(2016, 6, 29, 20, 27, 55, 767000, tzinfo=UTC))
    ]
    begun = FORUM.parse([answer(shared, "topics_created_by.json")], as_member("test_user", "1"))
    assert [(post.id, post.text, post.kind) for post in begun.posts] == [
        ("1-1", "Test topic #1", PostKind.POST)
    ]
    assert [(gap.part, gap.count) for gap in begun.gaps] == [(Part.POSTS, 1)]


def test_another_members_activity_is_not_ones_own(shared: Path) -> None:
    snapshot = FORUM.parse([answer(shared, "replies.json")], as_member("somebody", "12"))
    assert snapshot.posts == ()


@pytest.mark.parametrize("name", THREADS)
def test_a_real_page_cut_anywhere_never_raises_and_never_claims_to_be_whole(shared: Path, name: str) -> None:
    html = (shared / "samples/pages" / name).read_text(errors="replace")
    for end in range(0, len(html), max(997, len(html) // 8)):
        visit = Visit(None, (Document(name, html[:end]),))
        FORUM.recognise(visit)
        snapshot = FORUM.parse([visit], as_member("member01"))
        assert not {Part.POSTS, Part.SETTINGS, Part.CONNECTIONS} & set(snapshot.read)
