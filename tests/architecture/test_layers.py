"""Imports point one way, and a command starts without the heavy libraries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"spacy", "cv2", "playwright", "pydantic", "starlette", "uvicorn", "numpy", "jinja2", "bs4", "rich"}


def test_imports_point_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_vocabulary_imports_only_the_standard_library_except_where_files_are_read() -> None:
    allowed = {"selfaudit", "__future__", *sys.stdlib_module_names}
    foreign = {
        (file.name, line.split()[1].split(".")[0])
        for file in (ROOT / "selfaudit/model").glob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith(("import ", "from "))
        if line.split()[1].split(".")[0] not in allowed
    }
    assert foreign <= {("codec.py", "pydantic"), ("addresses.py", "idna")}


def test_help_starts_without_a_heavy_library() -> None:
    code = "import sys; import selfaudit.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not HEAVY & set(done.stdout.split())


def test_no_drawer_modules() -> None:
    drawers = {"utils", "util", "common", "helpers", "helper", "misc", "core"}
    packages = ("selfaudit", "checks", "reports")
    found = [file for package in packages for file in (ROOT / package).rglob("*.py") if file.stem in drawers]
    assert not found
