"""Missing real software is a skipped test on somebody's laptop and a red one where it is expected."""

from __future__ import annotations

import os
import subprocess
import sys
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


@pytest.mark.parametrize(("expected", "end"), [("0", "skipped"), ("1", "error")])
def test_every_board_and_server_is_expected_where_real_software_is(
    tmp_path: Path, expected: str, end: str
) -> None:
    """The tests themselves, run where nothing is installed."""
    environment = {**os.environ, REQUIRED: expected, "SELFAUDIT_REAL_SITES": str(tmp_path)}
    environment.pop("SELFAUDIT_INSTALL_PDS", None)
    reading = "spirit_tells or nodebb_tells_profile or whom_the_owner_follows"
    command = [sys.executable, "-m", "pytest", "tests/real_sites", "-k", reading, "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "-q", "--no-header"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert f" 3 {end}" in f" {done.stdout.splitlines()[-1]}", done.stdout[-2000:]


def test_ci_expects_the_real_software_before_it_runs_the_tests() -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert lines.index(f"export {REQUIRED}=1") < lines.index("make test")
