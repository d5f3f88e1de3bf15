"""The export and the saved pages of one account are two readings; neither hides what the other saw."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reports import render
from selfaudit import app
from selfaudit.model.vocabulary import Lens, Part


def write(folder: Path, door: str, **rest: Any) -> Path:
    folder.mkdir()
    plain = {"schema": 1, "platform": "x", "door": door, "owner": {"handle": "jo", "bio": ""}, **rest}
    (folder / "snapshot.json").write_text(json.dumps(plain), encoding="utf-8")
    return folder


def readings(tmp_path: Path) -> list[Path]:
    posts = [{"id": str(number), "text": "A fine day", "lenses": ["owner"]} for number in range(3)]
    export = write(tmp_path / "export", "export", posts=posts, read=["posts"])
    page = write(
        tmp_path / "page",
        "pages",
        posts=[{"id": "9", "text": "the deputy is a lazy cow", "lenses": ["public"]}],
        gaps=[{"part": "posts", "reason": "the page stopped after a few posts"}],
    )
    return [export, page]


def test_each_reading_keeps_its_own_figures_findings_and_gaps(tmp_path: Path) -> None:
    result = app.check(readings(tmp_path))
    seen = {(row.profile, row.lens): row.seen for row in result.coverage if row.part is Part.POSTS}
    assert seen == {(0, Lens.OWNER): 3, (0, Lens.PUBLIC): None, (1, Lens.OWNER): None, (1, Lens.PUBLIC): 1}
    remarks = {one.profile: one.outcome for one in result.findings if one.check == "derogatory_language"}
    assert remarks == {0: "clear", 1: "concern"}
    assert {gap.profile for gap in result.gaps if "stopped after" in gap.reason} == {1}


def test_the_report_names_them_apart_and_shows_both(tmp_path: Path) -> None:
    told = render(app.check(readings(tmp_path)), "text")
    first, second = "X (Twitter): @jo, data download (reading 1)", "X (Twitter): @jo, saved pages (reading 2)"
    assert first in told
    assert second in told
    gaps = told.split("What could not be seen, and why")[1].split("To look at first")[0]
    assert "stopped after a few posts" in gaps.split(second)[1]
    assert "stopped after a few posts" not in gaps.split(second)[0]


def test_a_result_written_before_profiles_were_numbered_still_renders(tmp_path: Path) -> None:
    plain = json.loads(render(app.check(readings(tmp_path)[:1]), "json"))
    for records in ("findings", "coverage", "gaps"):
        for record in plain[records]:
            del record["profile"]
    (tmp_path / "result.json").write_text(json.dumps(plain), encoding="utf-8")
    told = render(app.load_result(tmp_path / "result.json"), "text")
    assert "X (Twitter): @jo" in told
    assert "reading 1" not in told
