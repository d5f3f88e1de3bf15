"""What a newcomer sees of ``make demo`` is the demo, not the tools' talk about themselves."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKE = shutil.which("make")


@pytest.mark.skipif(MAKE is None, reason="make is not on this computer")
def test_the_build_tools_warnings_about_editable_installs_are_not_shown(tmp_path: Path) -> None:
    planned = subprocess.run(
        [str(MAKE), "--dry-run", "demo", f"VENV={tmp_path / 'none'}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    (install,) = [line for line in planned.stdout.splitlines() if "--editable" in line]
    assert install.count("--quiet") == 2, "one --quiet still shows warnings; errors are shown with two"
