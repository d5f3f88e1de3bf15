"""X's live door against our own replica of it, in both generations of its data."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from replica import Replica, gaps, in_order, rows
from replica_x import X
from serving import serving
from x_held import BIO, FOLLOWERS, HANDLE, WITH_PHOTO

from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import ImageRole


@pytest.mark.browser
@pytest.mark.parametrize("generation", ["2025", "2026"])
def test_x_is_read_as_its_replica_holds_it(
    generation: str, captured: Callable[[str, Replica], Snapshot]
) -> None:
    with serving(X(generation)) as site:
        snapshot = captured("x", site)
    new = generation == "2026"
    assert rows(snapshot) == site.expected()
    assert gaps(snapshot) == in_order(site.missing())
    assert (snapshot.owner.name, snapshot.owner.handle, snapshot.owner.bio) == ("Ellis Sample", HANDLE, BIO)
    assert {(one.id, one.handle, one.display_name, one.relation) for one in snapshot.connections} == {
        *((identity, handle, name, "follower") for identity, handle, name in FOLLOWERS if identity != "9004"),
        ("9004", "follower_04", "Follower 04", "mutual"),
        ("811", "pat_inv", "Pat Invented", "following"),
    }
    assert len(snapshot.connections) == len(FOLLOWERS) + 1
    assert {(one.name, one.value) for one in snapshot.settings} == {
        ("protected", "Everyone" if new else "Only followers you approved"),
        ("photo_tagging", "Only people you follow"),
        ("messages", "Verified accounts"),
        ("group_messages", "Everyone"),
        ("read_receipts", "On"),
        ("found_by_email", "On"),
        ("location_in_posts", "On"),
        *(() if new else (("found_by_phone", "Off"),)),
    }
    assert [(one.id, one.role, one.post, one.file is not None) for one in snapshot.images] == [
        (f"{WITH_PHOTO.id}-1", ImageRole.PHOTO, WITH_PHOTO.id, True)
    ]
    assert site.changes == []
    assert site.refused_passwords == 1
