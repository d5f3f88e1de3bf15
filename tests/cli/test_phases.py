"""Each phase runs alone from the files of the one before."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from commands import Run

from checks import CHECKS

HAND_WRITTEN = {
    "schema": 1,
    "platform": "facebook",
    "door": "export",
    "owner": {"name": "Alex Morgan", "handle": "alexm", "bio": "", "emails": ["a@ntlp.gov.uk"],
              "phones": [], "links": []},
    "posts": [
        {"id": "p1", "kind": "post", "own": True, "text": "Lovely walk.", "time": "2026-05-01T10:00:00Z",
         "audience": "public", "lenses": ["owner", "public"], "url": None, "images": []}
    ],
    "connections": [
        {"id": "c1", "display_name": "Sam, Year 6", "handle": "sam", "relation": "friend", "since": None}
    ],
    "settings": [{"name": "friends_list", "value": "Everyone", "highest": "Only me", "lens": "owner"}],
    "images": [],
    "gaps": [{"part": "images", "reason": "the export holds no pictures", "count": None}],
}  # fmt: skip


@pytest.fixture
def snapshot(tmp_path: Path) -> Path:
    folder = tmp_path / "snap"
    folder.mkdir()
    (folder / "snapshot.json").write_text(json.dumps(HAND_WRITTEN), encoding="utf-8")
    return folder


def outcomes(result: str) -> dict[str, str]:
    return {finding["check"]: finding["outcome"] for finding in json.loads(result)["findings"]}


def test_a_hand_written_snapshot_is_checked(run: Run, snapshot: Path) -> None:
    said = run("check", snapshot, "--format", "json")
    assert said.code == 0
    assert outcomes(said.out) == {
        "school_logo": "not_checked",
        "work_email": "concern",
        "pupil_connections": "concern",
        "privacy_level": "concern",
        "derogatory_language": "clear",
        "confidential_matters": "clear",
        "promotion": "clear",
        "views_on_school_policy": "clear",
    }


def test_findings_are_not_a_failing_exit_and_text_is_the_default(run: Run, snapshot: Path) -> None:
    said = run("check", snapshot)
    assert said.code == 0
    assert "a@ntlp.gov.uk" in said.out


def test_a_result_renders_again_without_the_snapshot(run: Run, snapshot: Path, tmp_path: Path) -> None:
    result = tmp_path / "result.json"
    run("check", snapshot, "--format", "json", "--out", result)
    (snapshot / "snapshot.json").unlink()
    page = tmp_path / "report.html"
    assert run("report", result, "--out", page).code == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert page.stat().st_mode & 0o777 == 0o600
    assert outcomes(run("report", result, "--format", "json").out) == outcomes(result.read_text())


def test_several_snapshots_become_one_result(run: Run, snapshot: Path) -> None:
    said = run("check", snapshot, snapshot, "--format", "json")
    assert len(json.loads(said.out)["findings"]) == 2 * len(CHECKS)


@pytest.mark.parametrize("kind", ["snapshot", "result"])
def test_what_is_written_fits_the_schema_that_is_printed(run: Run, snapshot: Path, kind: str) -> None:
    schema = json.loads(run("schema", kind).out)
    document = (
        HAND_WRITTEN if kind == "snapshot" else json.loads(run("check", snapshot, "--format", "json").out)
    )
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(document, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**document, "gaps": "none"}, schema)


def test_forget_erases_what_the_phases_left(run: Run, home: Path, snapshot: Path, tmp_path: Path) -> None:
    result = tmp_path / "result.json"
    run("check", snapshot, "--format", "json", "--out", result)
    said = run("forget", "--yes")
    assert said.code == 0
    assert not home.exists()
    assert not result.exists()
    assert (snapshot / "snapshot.json").exists(), "what the person wrote by hand is theirs"
    assert "nothing to erase" in run("forget", "--yes").out


def test_doctor_names_each_thing(run: Run) -> None:
    said = run("doctor")
    assert said.code == 0
    for name in ("browser", "language", "pictures", "policy packs", "private folder"):
        assert f" {name}: " in said.out
