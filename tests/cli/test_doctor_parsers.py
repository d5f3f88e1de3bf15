"""``selfaudit doctor --parsers``: what each reader makes of its own known pages."""

from __future__ import annotations

import pytest
from commands import Run

from selfaudit import samples
from selfaudit.platforms.saving import SAVED


def test_each_reader_is_told_part_by_part(run: Run) -> None:
    said = run("doctor", "--parsers")
    assert (said.code, said.err) == (0, "")
    assert "ok       facebook, known good: bio 1, contact 1, posts 2, comments 1, images 1," in said.out
    assert "ok       facebook, known absent (absent): nothing read; Facebook asks for a sign-in" in said.out
    for platform in SAVED:
        assert f"{platform.id}, known good: bio" in said.out
        assert f"{platform.id}, known absent (absent): nothing read; " in said.out


def test_a_reader_that_fails_is_told_and_ends_in_2(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [(True, "x, known good", "posts 2"), (False, "facebook, known good", "posts 0 (there are 2)")]
    monkeypatch.setattr(samples, "look_through", lambda: iter(lines))
    said = run("doctor", "--parsers")
    assert said.code == 2
    assert said.out.splitlines() == [
        "ok       x, known good: posts 2",
        "FAIL     facebook, known good: posts 0 (there are 2)",
    ]
    assert said.err.startswith("1 samples were not read as they should be")


def test_without_the_option_the_computer_is_looked_at(run: Run) -> None:
    assert "known good" not in run("doctor").out
