"""Two real message boards and a real browser: what each lens saw, and that nothing was changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from real_sites import nodebb, spirit
from real_sites.board_content import (
    EMAIL,
    OTHER,
    OWNER,
    PASSWORD,
    THREADS,
    at,
    others_in_own_threads,
    own_texts,
)
from real_sites.signing_in import sign_in_to_nodebb, sign_in_to_spirit

from selfaudit.assembly import assemble
from selfaudit.browser.capture import Captured, capture
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Post, Snapshot
from selfaudit.model.vocabulary import Audience, Lens, Part, PostKind
from selfaudit.platforms.forum import FORUM

pytestmark = [pytest.mark.real_site, pytest.mark.browser]
BOTH = (Lens.OWNER, Lens.PUBLIC)


@dataclass(frozen=True)
class Taken:
    """One capture of a running board."""

    board: Any
    captured: Captured
    snapshot: Snapshot
    before: Any = None
    after: Any = None


def taken_from(board: Any, folder: Path, sign_in: Callable[[Any], None]) -> tuple[Captured, Snapshot]:
    captured = capture(
        FORUM,
        site=board.address,
        media_folder=folder / "media",
        sign_in=sign_in,
        headless=True,
        progress=Silent(),
    )
    assert FORUM.live is not None
    return captured, assemble(FORUM, FORUM.live, captured, board.address)


@pytest.fixture(scope="module")
def on_spirit(spirit_board: spirit.Board, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    before = spirit_board.rows()
    captured, snapshot = taken_from(
        spirit_board,
        tmp_path_factory.mktemp("snapshot"),
        lambda page: sign_in_to_spirit(page, spirit_board.address, OWNER, PASSWORD),
    )
    return Taken(spirit_board, captured, snapshot, before, spirit_board.rows())


@pytest.fixture(scope="module")
def on_nodebb(nodebb_board: nodebb.Board, tmp_path_factory: pytest.TempPathFactory) -> Taken:
    captured, snapshot = taken_from(
        nodebb_board,
        tmp_path_factory.mktemp("snapshot"),
        lambda page: sign_in_to_nodebb(page, nodebb_board.address),
    )
    return Taken(nodebb_board, captured, snapshot)


def own_posts(snapshot: Snapshot) -> dict[str, Post]:
    """Own posts by their text without the title that stands above those that began a thread."""
    return {
        post.text.rpartition("\n")[2]: post for post in snapshot.posts if post.own and post.id != "signature"
    }


def expected() -> dict[str, tuple[PostKind, str]]:
    return {
        text: (PostKind.POST, f"{title}\n{text}") if first else (PostKind.REPLY, text)
        for text, (title, first) in own_texts().items()
    }


@pytest.fixture(params=["on_spirit", "on_nodebb"])
def taken(request: pytest.FixtureRequest) -> Taken:
    found: Taken = request.getfixturevalue(request.param)
    return found


def test_every_own_post_is_read_once_in_full_with_its_title_and_kind(taken: Taken) -> None:
    found = {text: (post.kind, post.text) for text, post in own_posts(taken.snapshot).items()}
    assert found == expected()
    assert len([post for post in taken.snapshot.posts if post.own and post.id != "signature"]) == len(
        expected()
    )


def test_strangers_see_the_same_posts_though_not_where_the_owner_found_them(taken: Taken) -> None:
    seen = {(post.lenses, post.audience) for post in own_posts(taken.snapshot).values()}
    assert seen == {(BOTH, Audience.PUBLIC)}


def test_others_words_are_kept_only_where_they_stand_in_own_threads(taken: Taken) -> None:
    comments = [post for post in taken.snapshot.posts if post.kind is PostKind.COMMENT]
    assert sorted(post.text for post in comments) == others_in_own_threads()
    assert not any(post.own for post in comments)
    everything = " ".join(post.text for post in taken.snapshot.posts)
    assert "Lost property" not in everything
    assert "The crust cracked" not in everything


def test_links_of_a_post_are_read_and_quotations_of_others_are_not_its_words(taken: Taken) -> None:
    post = own_posts(taken.snapshot)["I name no names, Pat."]
    assert post.links == ("https://pat.example.org/",)
    assert "Which ones" not in post.text


def test_whose_board_account_it_is_was_said_by_the_board(taken: Taken) -> None:
    account = taken.captured.account
    assert account.handle in account.proof
    assert taken.snapshot.proof == account.proof
    assert OTHER not in account.handle


def test_spirit_tells_the_time_in_the_zone_that_its_settings_name(on_spirit: Taken) -> None:
    posts = own_posts(on_spirit.snapshot)
    assert posts["Honey is the secret."].time == at(5)
    assert posts["And that was the last number."].time == at(9)


def test_nodebb_tells_the_time_exactly(on_nodebb: Taken) -> None:
    posts = own_posts(on_nodebb.snapshot)
    assert posts["Honey is the secret."].time == at(5)
    assert all(post.time for post in posts.values())


def test_spirit_shows_the_email_address_to_its_owner_alone(on_spirit: Taken) -> None:
    owner = on_spirit.snapshot.owner
    assert (owner.name, owner.emails, owner.lenses) == ("Alex Teacher", (EMAIL,), BOTH)
    assert [(fact.name, fact.value) for fact in owner.facts] == [("location", "Larkfield")]
    stranger = FORUM.parse(on_spirit.captured.visits[Lens.PUBLIC], on_spirit.captured.account)
    assert (stranger.owner.emails, stranger.owner.bio, stranger.owner.facts) == ((), None, ())


def test_spirits_login_wall_before_profiles_is_a_gap_with_its_reason(on_spirit: Taken) -> None:
    stop = on_spirit.captured.stops[Lens.PUBLIC]
    assert stop is not None
    assert "sign-in" in stop
    walled = {(gap.part, gap.lens, gap.reason) for gap in on_spirit.snapshot.gaps}
    assert walled == {(Part.BIO, Lens.PUBLIC, stop), (Part.CONTACT, Lens.PUBLIC, stop)}


def test_a_private_letter_is_never_opened(on_spirit: Taken) -> None:
    assert "Between you and me" not in str(on_spirit.captured.visits)
    assert not any("/private/" in address for address in on_spirit.captured.addresses[Lens.OWNER])


def test_spirit_has_no_switches_and_no_friends_and_that_is_told_as_read(on_spirit: Taken) -> None:
    assert on_spirit.captured.stops[Lens.OWNER] is None
    assert set(on_spirit.snapshot.read) == set(Part) - {Part.OTHER}
    assert (on_spirit.snapshot.settings, on_spirit.snapshot.connections) == ((), ())


def test_looking_changed_nothing_that_people_made_on_the_board(on_spirit: Taken) -> None:
    assert on_spirit.before == on_spirit.after
    assert len(on_spirit.before["spirit_comment_comment"]) > sum(len(thread["posts"]) for thread in THREADS)


def test_nodebb_tells_profile_people_and_switches(on_nodebb: Taken) -> None:
    snapshot = on_nodebb.snapshot
    owner = snapshot.owner
    assert (owner.handle, owner.name, owner.bio) == (OWNER, "Alex Teacher", nodebb.ABOUT)
    assert (owner.emails, owner.links) == ((EMAIL,), (nodebb.WEBSITE,))
    assert Counter((one.handle, one.relation) for one in snapshot.connections) == {
        ("pat.friend", "mutual"): 1,
        ("sam.reader", "follower"): 1,
        ("jayden-year6", "follower"): 1,
    }
    assert {(one.name, one.value, one.highest) for one in snapshot.settings} == {
        ("show_email", "On", "Off"),
        ("show_name", "On", "Off"),
        ("chats", "Off", "On"),
    }
    assert [post.text for post in snapshot.posts if post.kind is PostKind.BIO] == ["Tea first"]


def test_nodebb_was_read_to_its_end_by_both_lenses(on_nodebb: Taken) -> None:
    assert on_nodebb.captured.stops == {Lens.OWNER: None, Lens.PUBLIC: None}
    assert on_nodebb.snapshot.gaps == ()
    assert set(on_nodebb.snapshot.read) == set(Part) - {Part.OTHER}


def test_ids_are_the_boards_own(on_nodebb: Taken) -> None:
    numbers = on_nodebb.board.posts
    assert own_posts(on_nodebb.snapshot)["Honey is the secret."].id == str(numbers["Honey is the secret."])
