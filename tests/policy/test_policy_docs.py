"""The page for school offices is true: its example loads, its table and commands are those of the code."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from test_policy_loading import CHECKS, PNG

from selfaudit.cli.policy import policy
from selfaudit.model.policy import Policy
from selfaudit.policy import check_pack
from selfaudit.policy.shape import TABLES, keys_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "policy-packs.md").read_text(encoding="utf-8")


def test_the_example_on_the_page_is_a_pack_in_order(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    (tmp_path / "policy.toml").write_text(example, encoding="utf-8")
    (tmp_path / "crest.png").write_bytes(PNG)
    pack = check_pack(tmp_path, known_checks=CHECKS)
    assert isinstance(pack, Policy), pack
    assert set(pack.check_ids) == CHECKS


def test_the_example_uses_everything_that_a_pack_can_hold() -> None:
    (example,) = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    for table in TABLES:
        for key in keys_of(table):
            assert re.search(rf"^\[*{key}\b", example, re.MULTILINE), f"{table}.{key}"


def test_the_table_on_the_page_lists_every_name_and_no_other() -> None:
    rows = re.findall(r"^\| (top|`\[+\w+\]+`) \| (.*?) \|", PAGE, re.MULTILINE)
    tables = ((where.strip("`[]").replace("top", ""), keys) for where, keys in rows)
    listed = {(table, key) for table, keys in tables for key in re.findall(r"`(\w+)`", keys)}
    allowed = {(table, key) for table in TABLES for key in keys_of(table) if key not in TABLES}
    assert listed == allowed


def test_the_command_on_the_page_writes_a_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (line,) = re.findall(r"selfaudit policy (new .*)", PAGE)
    words = re.findall(r'"[^"]*"|\S+', line)
    stand_ins = tuple(SimpleNamespace(id=name, words=SimpleNamespace(topic=name)) for name in CHECKS)
    monkeypatch.setattr("checks.CHECKS", stand_ins)
    monkeypatch.chdir(tmp_path)
    Path("crest.png").write_bytes(PNG)
    result = CliRunner().invoke(policy, [word.strip('"') for word in words])
    assert result.exit_code == 0, result.exception
    assert {path.name for path in Path("my-school").iterdir()} == {"policy.toml", "crest.png"}


def test_the_complaint_on_the_page_is_one_that_is_made(tmp_path: Path) -> None:
    (shown,) = re.findall(r"^   my-school/policy.toml, line 14: (.*)$", PAGE, re.MULTILINE)
    text = 'schema = 1\ntitle = "x"\n[school]\nname = "x"\n[[principle]]\nparagraph = "1"\ntitle = "x"\n'
    folder = tmp_path / "my-school"
    folder.mkdir()
    (folder / "policy.toml").write_text(text + "\n" * 6 + 'checks = ["school_lgoo"]\n', encoding="utf-8")
    (only,) = check_pack(folder, known_checks=CHECKS)  # type: ignore[misc]
    assert str(only) == f"my-school/policy.toml, line 14: {shown}"
