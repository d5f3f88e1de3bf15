"""The fuzzer gives each reader its minutes, its samples by turns, and adds several runs up."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz import __main__ as fuzz
from fuzz import readers
from fuzz.invented_exports import INVENTED
from fuzz.ledger import Ledger, Run, table


@pytest.fixture
def samples(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> fuzz.Samples:
    monkeypatch.setattr(fuzz, "whole", lambda _folder: iter(INVENTED.items()))
    return fuzz.Samples(tmp_path)


def test_samples_belong_to_the_readers_that_take_them(samples: fuzz.Samples) -> None:
    assert samples.by_reader == {
        "snapchat": ["snapchat, its pages"],
        "tumblr": ["tumblr, its list", "tumblr, its pages"],
        "forum phpbb": ["phpbb"],
    }


def test_minutes_add_up_and_rounds_go_on_where_they_were(samples: fuzz.Samples, tmp_path: Path) -> None:
    file = tmp_path / "ledger.json"
    for minutes in (0.002, 0.004):
        assert fuzz._fuzz(samples, "tumblr", minutes, file) == 0
    ((revision, run),) = Ledger(file).runs["tumblr"].items()
    assert revision == readers.revision_of("tumblr")
    assert 0.004 <= run.minutes < 0.1
    assert set(run.rounds) == {"tumblr, its list", "tumblr, its pages"}
    before = sum(run.rounds.values())
    fuzz._fuzz(samples, "tumblr", 0.004, file)
    assert sum(Ledger(file).runs["tumblr"][revision].rounds.values()) == before


def test_the_sample_with_the_least_time_has_its_turn() -> None:
    run = Run()
    run.took("a", 3, None)
    run.took("b", 1, None)
    run.took("b", 1, None)
    assert (run.least(["a", "b"]), run.rounds) == ("b", {"a": 1, "b": 2})


def test_a_fault_is_new_once() -> None:
    run = Run()
    assert [run.took("a", 1, fault) for fault in (None, "x", "x", "y")] == [False, True, False, True]
    assert run.faults == {"x": 2, "y": 1}


def test_a_fault_is_found_and_told_with_its_round(
    samples: fuzz.Samples, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fall(*_told: object, **_more: object) -> None:
        raise KeyError("broken")

    monkeypatch.setattr(fuzz, "hold", fall)
    assert fuzz._fuzz(samples, "snapchat", 0.0005, tmp_path / "l.json") == 1
    assert "snapchat, its pages, round 0: KeyError: \"'broken'\" at" in capsys.readouterr().out


def test_time_at_other_code_is_told_apart(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "l.json")
    ledger.run("x", "old").took("a", 60, None)
    ledger.run("x", "new").took("a", 120, "fault")
    for revision in ("old", "new"):
        ledger.write("x", revision)
    assert list(table(Ledger(tmp_path / "l.json"), {"x": "new"}))[2:] == [
        "| x | new | 1 | 1 | 2.0 | 1 | 1.0 |"
    ]


def test_processes_that_share_a_ledger_lose_nothing_of_each_other(tmp_path: Path) -> None:
    first, second = Ledger(tmp_path / "l.json"), Ledger(tmp_path / "l.json")
    first.run("x", "new").took("a", 60, None)
    second.run("y", "new").took("b", 60, None)
    first.write("x", "new")
    second.write("y", "new")
    first.run("x", "new").took("a", 60, None)
    first.write("x", "new")
    told = Ledger(tmp_path / "l.json").runs
    assert {reader: runs["new"].minutes for reader, runs in told.items()} == {"x": 2.0, "y": 1.0}


def test_the_revision_changes_with_the_code_of_that_reader_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    before = {name: readers.revision_of(name) for name in ("blog", "snapchat", "forum phpbb")}
    plain = readers._outline
    for module, changed in (
        ("platforms/snapchat/exported_sheets", {"snapchat"}),
        ("platforms/generic/elements", {"blog"}),
        ("platforms/exported", {"blog", "snapchat", "forum phpbb"}),
        ("exports/archive", {"blog", "snapchat", "forum phpbb"}),
    ):
        file = readers.ROOT / f"selfaudit/{module}.py"
        monkeypatch.setattr(readers, "_outline", lambda one, file=file: f"{plain(one)}{one == file}")
        neutral = {name: readers.revision_of(name) for name in before}
        monkeypatch.setattr(readers, "_outline", lambda one: f"{plain(one)}False")
        other = {name: readers.revision_of(name) for name in before}
        assert {name for name in before if neutral[name] != other[name]} == changed


def test_comments_and_docstrings_are_no_code(tmp_path: Path) -> None:
    texts = ('"""Doc."""\nA = 1\n"""Of A."""  # why', "A = 1", "A = 2")
    files = [tmp_path / f"{number}.py" for number in range(3)]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text)
    first, second, third = map(readers._outline, files)
    assert first == second != third
