"""One rich result, as file and as reports; a change of a word anywhere shows here as a diff."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

import pytest
from rich_result import rich_result

from reports import Format, render
from selfaudit.model.codec import load_result
from selfaudit.model.findings import AuditResult

GOLDEN = Path(__file__).parent / "golden"
FILES = {Format.JSON: "result.json", Format.HTML: "report.html", Format.TEXT: "report.txt"}


@pytest.mark.parametrize("form", Format)
def test_the_report_is_as_it_was_last_looked_at(form: Format) -> None:
    file, made = GOLDEN / FILES[form], render(rich_result(), form)
    if os.environ.get("SELFAUDIT_GOLDEN") == "update":
        file.write_text(made, encoding="utf-8", newline="\n")
    kept = file.read_text(encoding="utf-8")
    diff = difflib.unified_diff(kept.splitlines(), made.splitlines(), "kept", "made now", lineterm="")
    assert made == kept, "\n".join([*diff, "", "Run make golden if this is intended."])


@pytest.mark.parametrize("form", [Format.HTML, Format.TEXT])
def test_the_kept_result_alone_makes_the_kept_report(form: Format) -> None:
    kept: AuditResult = load_result(GOLDEN / "result.json")
    assert render(kept, form) == (GOLDEN / FILES[form]).read_text(encoding="utf-8")
