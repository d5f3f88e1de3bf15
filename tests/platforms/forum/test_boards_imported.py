"""Saved pages of boards through the whole saved-pages door."""

from __future__ import annotations

from pathlib import Path

from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Door, Lens, PostKind
from selfaudit.saved import import_pages

TOP = '<body id="phpbb"><div id="page-header">{menu}</div><div id="page-body">'
SIGNED_IN = TOP.format(
    menu='<a href="./memberlist.php?mode=viewprofile&amp;u=7"><span class="username">alex</span></a>'
    '<a href="./ucp.php?mode=logout" title="Logout [ alex ]">x</a>'
)
SIGNED_OUT = TOP.format(menu='<a href="./ucp.php?mode=login">Login</a>')
THREAD = (
    '<h2 class="topic-title"><a href="./viewtopic.php?t=5">Trip</a></h2>'
    '<div class="post" id="p11"><h3>Trip</h3><p class="author">by <a href="./memberlist.php?mode=viewprofile'
    '&amp;u=7">alex</a></p><div class="content">We go at nine.</div></div>'
    '<div class="post" id="p12"><h3>Re: Trip</h3><p class="author">by <a '
    'href="./memberlist.php?mode=viewprofile'
    '&amp;u=8">pat</a></p><div class="content">Lovely!</div></div>'
)
FROM = "<!-- saved from url=(0042)https://board.example/viewtopic.php?t=5 -->"


def imported(folder: Path) -> tuple[Snapshot, ...]:
    return import_pages([folder], folder / "media", Silent())


def test_one_thread_saved_twice_joins_both_lenses_by_the_boards_own_numbers(tmp_path: Path) -> None:
    (tmp_path / "mine.html").write_text(FROM + SIGNED_IN + THREAD)
    (tmp_path / "stranger.html").write_text(FROM + SIGNED_OUT + THREAD)
    (snapshot,) = imported(tmp_path)
    assert (snapshot.platform, snapshot.door, snapshot.owner.handle) == ("forum", Door.PAGES, "alex")
    both = (Lens.OWNER, Lens.PUBLIC)
    assert [(post.id, post.text, post.kind, post.own, post.lenses) for post in snapshot.posts] == [
        ("11", "Trip\nWe go at nine.", PostKind.POST, True, both),
        ("12", "Lovely!", PostKind.COMMENT, False, both),
    ]
    assert snapshot.proof is not None
    assert "alex" in snapshot.proof


def test_a_real_signed_in_thread_is_the_account_that_it_names(shared: Path, tmp_path: Path) -> None:
    page = shared / "samples/pages/vbulletin/thread_signedin_vb3.html"
    (tmp_path / "thread.html").write_bytes(page.read_bytes())
    (snapshot,) = imported(tmp_path)
    assert (snapshot.platform, snapshot.owner.handle, snapshot.posts) == ("forum", "member13", ())
    assert any(gap.lens is Lens.PUBLIC for gap in snapshot.gaps)


def test_somebody_elses_profile_saved_while_signed_in_is_not_read(tmp_path: Path) -> None:
    profile = (
        '<dl class="details profile-details"><dt>Username:</dt><dd><span '
        'class="username">pat</span></dd></dl>'
        '<a href="./search.php?author_id=8&amp;sr=posts">Search</a>'
    )
    (tmp_path / "mine.html").write_text(FROM + SIGNED_IN + THREAD)
    (tmp_path / "pat.html").write_text(FROM + SIGNED_IN + profile)
    (snapshot,) = imported(tmp_path)
    assert snapshot.owner.handle == "alex"
    assert "pat" not in {snapshot.owner.name, snapshot.owner.handle}
    assert snapshot.owner.bio is None
