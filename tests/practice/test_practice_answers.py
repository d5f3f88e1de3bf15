"""The answer key names only what the two lenses really see, and tempts every check with look-alikes."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from practice.visitor import read_both

from selfaudit.model.snapshot import BIO_ITEM, CONTACT_ITEM, Snapshot
from selfaudit.model.vocabulary import Lens, Outcome
from selfaudit.practice import answer_key, serve

KEY = answer_key()
BOTH_LENSES = {"school_logo", "work_email", "privacy_level", "derogatory_language"}
CHECKS = BOTH_LENSES | {"pupil_connections", "confidential_matters", "promotion", "views_on_school_policy"}


@pytest.fixture(scope="module")
def profile() -> Snapshot:
    with serve() as server:
        return read_both(server)


def _lenses(profile: Snapshot) -> dict[str, tuple[Lens, ...]]:
    items = {item.id: item.lenses for item in (*profile.posts, *profile.images, *profile.connections)}
    settings = {f"setting:{setting.name}": (Lens.OWNER,) for setting in profile.settings}
    return {**items, **settings, BIO_ITEM: profile.owner.lenses, CONTACT_ITEM: profile.owner.lenses}


def test_every_item_of_the_key_is_seen_by_the_owner(profile: Snapshot) -> None:
    lenses = _lenses(profile)
    named = {entry.item for entry in (*KEY.expected, *KEY.look_alike)}
    assert {item for item in named if Lens.OWNER not in lenses.get(item, ())} == set()


def test_the_key_says_public_exactly_where_a_stranger_sees_the_item(profile: Snapshot) -> None:
    lenses = _lenses(profile)
    seen = {e.item: Lens.PUBLIC if Lens.PUBLIC in lenses[e.item] else Lens.OWNER for e in KEY.expected}
    assert {entry.item: entry.lens for entry in KEY.expected} == seen


def test_both_lenses_have_something_to_find() -> None:
    for check in BOTH_LENSES:
        lenses = {entry.lens for entry in KEY.expected if entry.check == check}
        assert lenses == {Lens.OWNER, Lens.PUBLIC}, check


def test_every_check_has_expectations_and_look_alikes() -> None:
    assert {entry.check for entry in KEY.expected} == CHECKS
    assert {entry.check for entry in KEY.look_alike} == CHECKS
    assert {entry.outcome for entry in KEY.expected} == {Outcome.CONCERN, Outcome.NEEDS_REVIEW}


def test_nothing_is_both_expected_and_a_look_alike_or_listed_twice() -> None:
    for check in CHECKS:
        assert KEY.items_of(check).isdisjoint(KEY.look_alikes_of(check))
    for entries in (KEY.expected, KEY.look_alike):
        pairs = [(entry.check, entry.item) for entry in entries]
        assert len(pairs) == len(set(pairs))


def test_settings_below_their_highest_are_exactly_those_of_the_key(profile: Snapshot) -> None:
    below = {f"setting:{each.name}" for each in profile.settings if each.value != each.highest}
    assert below == {item for item in KEY.items_of("privacy_level") if item.startswith("setting:")}


def test_the_work_addresses_are_at_the_domains_of_the_pack(profile: Snapshot) -> None:
    pack = files("selfaudit.policy") / "packs" / "practice" / "policy.toml"
    domains = tomllib.loads(pack.read_text(encoding="utf-8"))["school"]["domains"]
    plain = {
        post.id
        for post in profile.texts()
        if any(f"@{domain}" in f"{post.text} {post.links}".replace(f"{domain}.com", "") for domain in domains)
    }
    assert plain < KEY.items_of("work_email")
    assert {BIO_ITEM} < plain


def test_others_and_the_worker_both_say_things_that_must_be_found(profile: Snapshot) -> None:
    own = {post.id: post.own for post in profile.texts()} | {image.id: True for image in profile.images}
    assert {own[item] for item in KEY.items_of("derogatory_language")} == {True, False}
    assert {own[item] for item in KEY.look_alikes_of("derogatory_language")} == {True, False}
