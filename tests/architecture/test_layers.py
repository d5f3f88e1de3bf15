"""Imports point one way, and a command starts without the heavy libraries."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from itertools import pairwise
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HEAVY = {"spacy", "cv2", "playwright", "pydantic", "starlette", "uvicorn", "numpy", "jinja2", "bs4", "rich"}


def test_imports_point_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [linter, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_two_test_files_have_one_name() -> None:
    """Test folders are no packages; told here, where a run of some folders sees it too."""
    names = sorted(file.name for file in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, other in pairwise(names) if name == other] == []


def test_every_module_of_the_package_has_its_layer() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers = [name for layer in contract["contracts"][0]["layers"] for name in layer.split(" | ")]
    inside = [path for path in (ROOT / "selfaudit").iterdir() if (path / "__init__.py").exists()]
    inside += (ROOT / "selfaudit").glob("*.py")
    modules = {f"selfaudit.{path.stem}" for path in inside} - {"selfaudit.__init__"}
    assert sorted(layers) == sorted({"checks", "reports"} | modules)


ASKED_OF_NOBODY = {"__future__", "collections.abc", "dataclasses", "re", "checks"}
"""What a check may import beside the model: nothing of it can see a file, a clock, a network or a chance."""
FROM_THE_DATE_AND_TIME = {"date", "datetime", "timedelta", "timezone", "UTC"}
WITH_FILES = {"model.codec", "model.shelf"}
DOORS_TO_THE_WORLD = {"open", "input", "eval", "exec", "compile", "__import__", "breakpoint", "print"}
CLOCKS = {"now", "today", "utcnow"}


def what_reaches_out(source: str) -> list[str]:
    """Every import and call in a check's source through which it could see more than its case."""
    return [reach for node in ast.walk(ast.parse(source)) for reach in _reaches(node)]


def _reaches(node: ast.AST) -> list[str]:
    match node:
        case ast.Import(names=names):
            return [one.name for one in names if one.name not in ASKED_OF_NOBODY]
        case ast.ImportFrom(module="datetime", names=names):
            return [f"datetime.{one.name}" for one in names if one.name not in FROM_THE_DATE_AND_TIME]
        case ast.ImportFrom(module=module, level=level) if level or not _is_free(module or ""):
            return [f"{'.' * level}{module or ''}"]
        case ast.Name(id=name) if name in DOORS_TO_THE_WORLD:
            return [name]
        case ast.Attribute(attr=name) if name in CLOCKS:
            return [name]
    return []


def _is_free(module: str) -> bool:
    top, _, rest = module.partition(".")
    if top == "selfaudit":
        return rest == "errors" or (rest.startswith("model.") and rest not in WITH_FILES)
    return module in ASKED_OF_NOBODY or top == "checks"


@pytest.mark.parametrize(
    ("source", "reach"),
    [
        ("import socket", ["socket"]),
        ("import re, os", ["os"]),
        ("import os.path as re", ["os.path"]),
        ("from pathlib import Path", ["pathlib"]),
        ("from importlib import import_module", ["importlib"]),
        ("from random import random", ["random"]),
        ("import datetime", ["datetime"]),
        ("from datetime import datetime\ndatetime.now()", ["now"]),
        ("from datetime import date\ntoday = date.today", ["today"]),
        ("def find(case):\n    import time", ["time"]),
        ("open('policy.toml')", ["open"]),
        ("read = open", ["open"]),
        ("__import__('socket')", ["__import__"]),
        ("from selfaudit import storage", ["selfaudit"]),
        ("from selfaudit.browser.view import View", ["selfaudit.browser.view"]),
        ("from selfaudit.model.codec import load_snapshot", ["selfaudit.model.codec"]),
        ("from . import reports", ["."]),
        ("import re\nfrom selfaudit.model.check import Check\nfrom datetime import timedelta", []),
    ],
)
def test_the_test_of_checks_would_notice(source: str, reach: list[str]) -> None:
    assert what_reaches_out(source) == reach


@pytest.mark.parametrize("file", sorted((ROOT / "checks").glob("*.py")), ids=lambda file: file.stem)
def test_a_check_sees_its_case_and_nothing_else(file: Path) -> None:
    assert what_reaches_out(file.read_text(encoding="utf-8")) == []


def test_the_vocabulary_imports_only_the_standard_library_except_where_files_are_read() -> None:
    allowed = {"selfaudit", "__future__", *sys.stdlib_module_names}
    foreign = {
        (file.name, line.split()[1].split(".")[0])
        for file in (ROOT / "selfaudit/model").glob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith(("import ", "from "))
        if line.split()[1].split(".")[0] not in allowed
    }
    assert foreign <= {("codec.py", "pydantic"), ("codec.py", "pydantic_core"), ("addresses.py", "idna")}


def test_help_starts_without_a_heavy_library() -> None:
    code = "import sys; import selfaudit.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert not HEAVY & set(done.stdout.split())


NEVER_IMPORTED = {
    "python-multipart": "starlette reads forms with it",
    "tzdata": "zoneinfo looks into it where the system has no time zones",
}


def test_every_dependency_is_imported_somewhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[><=~ \[]", line)[0] for line in project["dependencies"]}
    holders = {module: set(names) for module, names in packages_distributions().items()}
    files = [
        file for package in ("selfaudit", "checks", "reports") for file in (ROOT / package).rglob("*.py")
    ]
    imported = {name for file in files for name in _imported(ast.parse(file.read_text(encoding="utf-8")))}
    used = {holder.lower() for name in imported for holder in holders.get(name, ())}
    assert declared - used == set(NEVER_IMPORTED)


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name.split(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_no_drawer_modules() -> None:
    drawers = {"utils", "util", "common", "helpers", "helper", "misc", "core"}
    packages = ("selfaudit", "checks", "reports")
    found = [file for package in packages for file in (ROOT / package).rglob("*.py") if file.stem in drawers]
    assert not found
