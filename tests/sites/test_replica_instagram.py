"""Instagram's live door against our own replica of it, in both generations of its data."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from instagram_held import BIO, FOLLOWERS, HANDLE, NAME, SHOTS
from replica import Replica, gaps, in_order, rows
from replica_instagram import Instagram
from serving import serving

from selfaudit.model.snapshot import Snapshot
from selfaudit.model.vocabulary import Lens, Part


@pytest.mark.browser
@pytest.mark.parametrize("generation", ["edge", "polaris"])
def test_instagram_is_read_as_its_replica_holds_it(
    generation: str, captured: Callable[[str, Replica], Snapshot]
) -> None:
    with serving(Instagram(generation)) as site:
        snapshot = captured("instagram", site)
    owner = snapshot.owner
    assert rows(snapshot) == site.expected()
    assert (owner.name, owner.handle, owner.bio, owner.links) == (
        NAME,
        HANDLE,
        BIO,
        ("https://bread.example/",),
    )
    assert {(one.id, one.handle, one.display_name, one.relation) for one in snapshot.connections} == {
        *((pk, handle, name, "follower") for pk, handle, name in FOLLOWERS if pk != "5003"),
        ("5003", "follower.03", "Follower 03", "mutual"),
        ("4001", "pat.invented", "Pat Invented", "following"),
    }
    assert {(one.name, one.value) for one in snapshot.settings} == {
        ("private_account", "Private" if site.old else "Public"),
        ("activity_status", "On"),
        ("tags", "People you follow"),
        ("mentions", "Everyone"),
        ("comments", "Everyone"),
        ("similar_accounts", "Off"),
    }
    assert {(one.id, one.post, one.file is not None) for one in snapshot.images} == {
        (f"{shot.code}/{number + 1}", shot.code, number == 0)
        for shot in SHOTS
        if shot.by == "3001"
        for number in range(shot.pictures)
    }
    unkept = [(Part.IMAGES, None, 1)]
    assert gaps(snapshot) == in_order([*site.missing(), *unkept])
    told = {gap.reason for gap in snapshot.gaps if gap.part is Part.POSTS and gap.lens is Lens.PUBLIC}
    assert ("the site asks for a sign-in before it shows more" in told) is (generation == "polaris")
    assert site.changes == []
    assert site.refused_passwords == 1
