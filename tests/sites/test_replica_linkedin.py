"""LinkedIn's live door against our own replica of it, in both generations of its mark-up."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from replica import Replica, gaps, in_order, rows
from replica_linkedin import ABOUT, CONNECTIONS, HEADLINE, JOBS, ME, NAME, PLACE, UPDATES, LinkedIn
from serving import serving

from selfaudit.model.snapshot import Fact, Snapshot
from selfaudit.model.vocabulary import ImageRole, Lens


@pytest.mark.browser
@pytest.mark.parametrize("generation", ["voyager", "sdui"])
def test_linkedin_is_read_as_its_replica_holds_it(
    generation: str, captured: Callable[[str, Replica], Snapshot]
) -> None:
    with serving(LinkedIn(generation)) as site:
        snapshot = captured("linkedin", site)
    assert rows(snapshot) == site.expected()
    assert (snapshot.owner.name, snapshot.owner.handle, snapshot.owner.bio) == (
        NAME,
        ME,
        f"{HEADLINE}\n{ABOUT}",
    )
    stranger = () if generation == "voyager" else (Fact("Location", PLACE), Fact("Job title", "Teacher"))
    assert tuple(Fact(fact.name, fact.value) for fact in snapshot.owner.facts) == (
        Fact("Shown below the name", PLACE),
        *(Fact("Experience", job) for job in JOBS),
        *stranger,
    )
    assert [(one.id, one.display_name, one.about, one.relation) for one in snapshot.connections] == [
        (slug, name, about, "connection") for slug, name, about in CONNECTIONS
    ]
    assert [(one.name, one.value) for one in snapshot.settings] == [
        ("public_visibility", "On"),
        ("headline", "On"),
        ("profile_photo", "Off"),
        ("articles_and_activity", "On"),
    ]
    assert [(one.id, one.role, one.post, one.file is not None) for one in snapshot.images] == [
        (f"{UPDATES[5].id}-1", ImageRole.PHOTO, UPDATES[5].id, True)
    ]
    assert gaps(snapshot) == in_order(site.missing())
    refused = {gap.reason for gap in snapshot.gaps if gap.lens is Lens.PUBLIC and "999" in gap.reason}
    assert bool(refused) is (generation == "voyager")
    assert site.changes == []
    assert site.refused_passwords == 1
