"""A missing WordPress is a skipped test on somebody's laptop and a red one where it is expected."""

from __future__ import annotations

from pathlib import Path

import pytest
from real_sites.expecting import REQUIRED, absent

ROOT = Path(__file__).resolve().parents[2]


def test_what_is_missing_is_skipped_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(REQUIRED, raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"^not installed: php$"):
        absent("not installed: php")


def test_what_is_missing_where_it_is_expected_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(REQUIRED, "1")
    with pytest.raises(pytest.fail.Exception, match=r"^not installed: php; "):
        absent("not installed: php")


def test_ci_expects_the_real_software_before_it_runs_the_tests() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert lines.index(f"export {REQUIRED}=1") < lines.index("make test")
