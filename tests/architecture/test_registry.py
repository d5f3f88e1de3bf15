"""The lists written by hand agree with the files they list."""

from __future__ import annotations

from pathlib import Path

import pytest

from checks import CHECKS
from selfaudit.model.check import Check
from selfaudit.platforms import PLATFORMS
from selfaudit.policy import load_policy, shipped_packs

ROOT = Path(__file__).resolve().parents[2]
NAMES = frozenset(check.id for check in CHECKS)


def test_every_check_file_is_listed_once_under_its_own_name() -> None:
    files = sorted(file.stem for file in (ROOT / "checks").glob("*.py") if not file.stem.startswith("_"))
    assert sorted(check.id for check in CHECKS) == files


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_has_words_for_every_outcome_and_a_test_file(check: Check) -> None:
    words = check.words
    for text in (words.topic, words.clear, words.review, words.concern, words.why, words.advice):
        assert text.strip() == text
        assert text
    for headline in (words.clear, words.review, words.concern):
        assert not headline.endswith(".")
        assert not headline.lower().startswith(("check", "you must", "violation", "breach"))
    assert (ROOT / f"tests/checks/test_{check.id}.py").is_file()


@pytest.mark.parametrize("pack", shipped_packs())
def test_every_shipped_pack_names_only_checks_that_exist_and_leaves_none_out(pack: str) -> None:
    policy = load_policy(pack, known_checks=NAMES)
    assert set(policy.check_ids) == NAMES


def test_platform_ids_are_unique_and_equal_their_folders() -> None:
    ids = [platform.id for platform in PLATFORMS]
    assert len(ids) == len(set(ids))
    assert all((ROOT / "selfaudit/platforms" / name).is_dir() for name in ids)
