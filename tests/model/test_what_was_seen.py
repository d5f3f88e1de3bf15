"""What nobody saw never reads as fine, and what only the owner saw is never called public."""

from __future__ import annotations

import json

import pytest
from builders import BOTH, a_case, a_post, a_snapshot, an_image, an_owner

from checks import CHECKS
from selfaudit.coverage import coverage_of
from selfaudit.model.check import Check
from selfaudit.model.codec import from_json, to_json
from selfaudit.model.snapshot import Fact, Gap, Owner, Snapshot
from selfaudit.model.vocabulary import Lens, Outcome, Part
from selfaudit.platforms.merging import merge, through


def check(name: str) -> Check:
    return next(one for one in CHECKS if one.id == name)


@pytest.mark.parametrize("name", ["derogatory_language", "work_email"])
@pytest.mark.parametrize("gaps", [(), (Gap(Part.POSTS, "signed in only", lens=Lens.PUBLIC),)])
def test_a_bio_alone_does_not_make_unread_posts_fine(name: str, gaps: tuple[Gap, ...]) -> None:
    finding = check(name).run(a_case(a_snapshot(gaps=gaps)))
    assert finding.outcome is Outcome.NOT_CHECKED
    assert "osts: nothing of this was in what was read" in str(finding.reason)


def test_posts_that_were_read_to_their_end_and_are_none_are_fine() -> None:
    snapshot = a_snapshot(read=(Part.POSTS,))
    assert check("derogatory_language").run(a_case(snapshot)).outcome is Outcome.CLEAR


def test_comments_and_contact_details_stand_beside_what_was_seen() -> None:
    assert check("work_email").run(a_case(a_snapshot(a_post()))).outcome is Outcome.CLEAR


def test_two_items_of_one_id_are_both_kept() -> None:
    plain = json.loads(to_json(a_snapshot(a_post("One."))))
    plain["posts"] = [{"id": 1, "text": "One."}, {"id": "1", "text": "Two."}, {"id": "2", "text": "Three."}]
    snapshot = from_json(Snapshot, json.dumps(plain), "snapshot.json")
    assert [(post.id, post.text) for post in snapshot.posts] == [
        ("1", "One."),
        ("1#2", "Two."),
        ("2", "Three."),
    ]


def test_pictures_that_only_a_post_names_are_pictures_too() -> None:
    post = a_post(images=("media/a.jpg", "media/b.jpg", "media/c.jpg", "media/b.jpg"))
    snapshot = a_snapshot(post, an_image("media/a.jpg"))
    assert [(image.id, image.file) for image in snapshot.pictures()] == [
        ("i1", "media/a.jpg"),
        ("p1", "media/b.jpg"),
        ("p1#2", "media/c.jpg"),
    ]
    assert snapshot.has(Part.IMAGES)


def both(owner: Owner, stranger: Owner) -> Snapshot:
    return merge(
        through(Lens.OWNER, Snapshot("blog", owner=owner)),
        through(Lens.PUBLIC, Snapshot("blog", owner=stranger)),
    )


PRIVATE = Owner(
    name="Alex", bio="Tea.", emails=("a@ntlp.gov.uk", "b@ntlp.gov.uk"), facts=(Fact("Town", "Blyth"),)
)
OPEN = Owner(name="Alex", emails=("b@ntlp.gov.uk",))


def test_each_text_of_the_owner_has_its_own_lenses() -> None:
    owner = both(PRIVATE, OPEN).owner
    assert owner.lenses == BOTH
    assert owner.lenses_of("a@ntlp.gov.uk") == (Lens.OWNER,)
    assert owner.lenses_of("b@ntlp.gov.uk") == BOTH
    assert owner.lenses_of(owner.bio) == (Lens.OWNER,)
    assert owner.facts == (Fact("Town", "Blyth", (Lens.OWNER,)),)


def test_an_address_that_only_the_owner_sees_is_not_said_to_be_public() -> None:
    snapshot = both(PRIVATE, OPEN)
    finding = check("work_email").run(a_case(snapshot))
    assert {piece.quote: piece.lens for piece in finding.evidence} == {
        "a@ntlp.gov.uk": Lens.OWNER,
        "b@ntlp.gov.uk": Lens.PUBLIC,
    }
    shown = {(row.part, row.lens): row.seen for row in coverage_of(snapshot)}
    assert shown[Part.CONTACT, Lens.PUBLIC] == 1
    assert shown[Part.CONTACT, Lens.OWNER] == 2
    assert shown[Part.BIO, Lens.PUBLIC] == 0


def test_a_hand_written_owner_without_lenses_keeps_working() -> None:
    assert an_owner(lenses=()).lenses_of("anything") == ()


def test_what_only_a_stranger_looked_at_was_not_seen_by_the_owner_as_nothing() -> None:
    snapshot = through(Lens.PUBLIC, a_snapshot(a_post(lenses=()), owner=an_owner(lenses=())))
    seen = {(row.part, row.lens): row.seen for row in coverage_of(snapshot)}
    assert seen[Part.POSTS, Lens.OWNER] is None
    assert seen[Part.POSTS, Lens.PUBLIC] == 1
