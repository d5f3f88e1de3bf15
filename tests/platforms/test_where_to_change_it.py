"""The way to a setting begins with what to do, so that it is a sentence wherever it is shown."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import selfaudit.platforms

ROOT = Path(selfaudit.platforms.__file__).parent
A_WAY = re.compile(r"^(?!Open |Click |In [^:]+, open )[A-Za-z“][^.]*?, then\b")


def test_every_way_to_a_setting_begins_with_a_verb() -> None:
    without = {
        f"{file.relative_to(ROOT)}: {one.value}"
        for file in sorted(ROOT.rglob("*.py"))
        if file.name in ("settings.py", "switches.py", "items.py")
        for one in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and A_WAY.match(one.value)
    }
    assert without == set()
