"""The library that runs the models tells nobody that it does."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

from lettered import lettered

ROOT = Path(__file__).parents[2]
READING = """
import sys
from pathlib import Path
from selfaudit.detectors.images.screens import Screens
from selfaudit.detectors.language import LanguageReader

(remark,) = LanguageReader().read("our head is a moron")
assert remark.score is not None
assert Screens().look(Path(sys.argv[1])).texts
"""


def test_reading_texts_and_pictures_leaves_no_trace_of_the_library_in_ones_home(tmp_path: Path) -> None:
    """From 1.32 on it writes a device id and events there, to be sent, unless it is told not to in time."""
    lettered(tmp_path / "a.png", "Summer fair")
    home = tmp_path / "home"
    home.mkdir()
    places = ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "XDG_CACHE_HOME", "XDG_DATA_HOME")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ORT_")}
    subprocess.run(
        [sys.executable, "-c", READING, str(tmp_path / "a.png")],
        check=True,
        cwd=ROOT,
        env=kept | dict.fromkeys(places, str(home)),
    )
    assert list(home.rglob("*")) == []


def test_nothing_but_the_silent_way_imports_the_library_first() -> None:
    files = [file for folder in ("selfaudit", "checks", "reports") for file in (ROOT / folder).rglob("*.py")]
    importing = {
        file.name
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Import) and any(name.name.startswith("onnxruntime") for name in node.names)
    }
    assert importing == {"runtime.py"}
