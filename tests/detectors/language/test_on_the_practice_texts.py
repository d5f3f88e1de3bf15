"""Every text of the practice network, read without a browser and held against its answer key."""

from __future__ import annotations

from collections.abc import Iterator

from builders import a_case, a_policy, a_post, a_snapshot

from checks.derogatory_language import CHECK
from selfaudit import practice
from selfaudit.detectors.language import LanguageReader
from selfaudit.model.detections import Material
from selfaudit.model.progress import Silent
from selfaudit.model.snapshot import Post
from selfaudit.model.vocabulary import Confidence, PostKind
from selfaudit.practice.world import load_world


def texts() -> Iterator[Post]:
    world = load_world()
    for post in world.posts:
        yield a_post(post.text, id=post.id)
        for said in post.comments:
            own = said.by == world.profile.handle
            yield a_post(said.text, id=said.id, own=own, kind=PostKind.COMMENT)
    for photo in world.photos:
        if photo.album:
            yield a_post(photo.album.caption, id=photo.album.caption_id)


def test_remarks_equal_the_answer_key_and_nothing_unlisted_is_noticed() -> None:
    snapshot = a_snapshot(*texts())
    found = LanguageReader().detect(Material(snapshot, None, a_policy(), Silent()))
    evidence = CHECK.run(a_case(snapshot, remarks=found.matches)).evidence
    surest: dict[str, Confidence] = {}
    for piece in evidence:
        surest[piece.item] = max(piece.confidence, surest.get(piece.item, piece.confidence))
    outcomes = {
        item: "needs_review" if confidence is Confidence.UNSURE else "concern"
        for item, confidence in surest.items()
    }
    pictures = {photo.id for photo in load_world().photos}
    assert outcomes == {
        one.item: str(one.outcome)
        for one in practice.answer_key().expected
        if one.check == CHECK.id and one.item not in pictures
    }
