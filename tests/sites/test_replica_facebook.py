"""Facebook's live door against our own replica of it, in both generations of its data."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from facebook_held import FRIENDS, LEFT_OUT, ME, SETTINGS
from replica import Replica, gaps, in_order, rows
from replica_facebook import Facebook
from serving import serving

from selfaudit.model.snapshot import Fact, Snapshot
from selfaudit.model.vocabulary import ImageRole, Lens, Part
from selfaudit.platforms.facebook.parse import MORE_POSTS
from selfaudit.platforms.facebook.walls import LOGIN

Captured = Callable[[str, Replica], Snapshot]


@pytest.mark.browser
@pytest.mark.parametrize("generation", ["2023", "2026"])
def test_facebook_is_read_as_its_replica_holds_it(generation: str, captured: Captured) -> None:
    with serving(Facebook(generation)) as site:
        snapshot = captured("facebook", site)
    new = generation == "2026"
    assert rows(snapshot) == site.expected()
    owner = snapshot.owner
    assert (owner.name, owner.handle) == ("Ellis Sample", ME if new else "ellis.sample")
    assert (owner.bio, owner.emails, owner.phones, owner.links) == (
        "Bakes. Teaches.",
        ("ellis@home.example",),
        (),
        (),
    )
    assert owner.facts == (Fact("Work", "An Invented School", (Lens.OWNER,)),)
    assert [(one.id, one.display_name, one.relation) for one in snapshot.connections] == [
        (identity, name, "friend") for identity, name, _named in FRIENDS
    ]
    shown = {
        words
        for tab in SETTINGS.values()
        for question, words in tab.items()
        if not new or question not in LEFT_OUT
    }
    assert {one.value for one in snapshot.settings} == shown
    assert len(snapshot.settings) == (9 if new else 11)
    assert [(one.id, one.role, one.post, one.file is not None) for one in snapshot.images] == [
        ("501", ImageRole.PHOTO, "9007", True)
    ]
    assert gaps(snapshot) == in_order(site.missing())
    assert {gap.reason for gap in snapshot.gaps if gap.part is Part.POSTS and gap.lens is Lens.PUBLIC} == (
        {"the site asks for a sign-in before it shows more", MORE_POSTS} if new else {LOGIN}
    )
    assert site.changes == []
    assert site.refused_passwords == 1
