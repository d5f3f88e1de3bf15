"""Walls of our own replicas: what was read before is kept, what lies behind is a gap with its reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from replica import USER, WRONG, Replica, Reply, go, rows
from replica_facebook import Facebook
from replica_linkedin import LinkedIn
from replica_x import X
from serving import serving

from selfaudit.app import capture
from selfaudit.browser import signing_in
from selfaudit.errors import SignInAbandoned
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part

pytestmark = pytest.mark.browser
Captured = Callable[[str, Replica], Snapshot]


def told(snapshot: Snapshot, lens: Lens, words: str) -> set[Part]:
    """The parts that a lens could not see for a reason with these words."""
    return {gap.part for gap in snapshot.gaps if gap.lens is lens and words in gap.reason}


def test_a_checkpoint_ends_both_lenses_and_what_was_read_before_is_kept(captured: Captured) -> None:
    with serving(Facebook("2023")) as site:
        site.stops = {"/ellis.sample/friends": go("/checkpoint/1501092823525282/?next=x")}
        snapshot = captured("facebook", site)
    assert rows(snapshot) == site.expected()
    assert snapshot.connections == ()
    proof = "wants the account's owner to prove who they are"
    assert told(snapshot, Lens.OWNER, proof) == {Part.CONNECTIONS, Part.SETTINGS}
    assert told(snapshot, Lens.PUBLIC, proof) == {Part.BIO, Part.CONTACT, Part.POSTS, Part.CONNECTIONS}
    assert {lens for lens, _address in snapshot.addresses} == {Lens.OWNER}
    assert site.changes == []


def test_a_rate_limit_while_a_list_loads_is_no_end_of_the_list(captured: Captured) -> None:
    with serving(X("2026")) as site:
        limit = Reply("{}", 429, "application/json", {"x-rate-limit-remaining": "0"})
        site.stops = {"/i/api/graphql/aB-c_1/Followers": limit}
        snapshot = captured("x", site)
    assert [row.id for row in rows(snapshot)] == [row.id for row in site.expected()]
    assert snapshot.connections == ()
    often = "asked too much in a short time"
    assert told(snapshot, Lens.OWNER, often) == {Part.CONNECTIONS, Part.SETTINGS}
    assert told(snapshot, Lens.PUBLIC, often) == {Part.BIO, Part.CONTACT, Part.POSTS}
    assert site.changes == []


def test_linkedins_wall_for_strangers_does_not_say_that_the_profile_is_closed(captured: Captured) -> None:
    with serving(LinkedIn("sdui", stranger="wall")) as site:
        snapshot = captured("linkedin", site)
    assert rows(snapshot) == site.expected()
    assert told(snapshot, Lens.PUBLIC, "does not tell whether the profile can be seen") == {
        Part.BIO,
        Part.POSTS,
    }
    assert site.changes == []


def test_with_a_wrong_password_alone_nothing_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signing_in, "_LIMIT_AFTER_FUNCTION", 0.5)
    with serving(Facebook("2026")) as site, pytest.raises(SignInAbandoned, match="did not succeed"):
        capture(
            "facebook",
            tmp_path / "out",
            site=site.site,
            sign_in=lambda page: site.types_password(page, WRONG),
            headless=True,
        )
    assert site.refused_passwords == 1
    assert {asked.path for asked in site.asked} <= {"/login/", site.entry.sent_to, "/favicon.ico"}
    assert USER not in "".join(str(path) for path in tmp_path.rglob("*"))
    assert site.changes == []
