"""Snapchat's live door against our own replica of it, in both generations of its data."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from replica import Replica, gaps, in_order, rows
from replica_snapchat import BIO, HANDLE, NAME, SNAPS, Snapchat
from serving import serving

from selfaudit.model.snapshot import Snapshot


@pytest.mark.browser
@pytest.mark.parametrize(
    ("generation", "public"),
    [("wrapped", True), ("plain", True), ("plain", False)],
    ids=["wrapped", "plain", "no-public-profile"],
)
def test_snapchat_is_read_as_its_replica_holds_it(
    generation: str, captured: Callable[[str, Replica], Snapshot], *, public: bool
) -> None:
    with serving(Snapchat(generation, public=public)) as site:
        snapshot = captured("snapchat", site)
    assert rows(snapshot) == site.expected()
    assert (snapshot.owner.name, snapshot.owner.handle) == (NAME, HANDLE)
    told = (BIO, ("https://bread.example/",)) if public else ("", ())
    assert (snapshot.owner.bio, snapshot.owner.links) == told
    assert {(one.name, one.value) for one in snapshot.settings} == {
        ("public_profile", "Yes" if public else "No")
    }
    assert {(one.id, one.post, one.file is not None) for one in snapshot.images} == (
        {*((name, name, True) for name, *_rest in SNAPS), ("avatar", None, True)} if public else set()
    )
    assert gaps(snapshot) == in_order(site.missing())
    assert snapshot.connections == ()
    assert site.changes == []
    assert site.refused_passwords == 1
