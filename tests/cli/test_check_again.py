"""A check that is given again reads no text twice; a draft is remembered nowhere."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from builders import a_post, a_snapshot, an_image
from commands import Run
from lettered import lettered

from selfaudit import app, judging, storage
from selfaudit.detectors.images.screens import Screens
from selfaudit.detectors.language import LanguageReader
from selfaudit.model.codec import to_json
from selfaudit.model.detections import Remark

TEXTS = ("our head is a moron", "Lovely walk today", "Mae'r plant wedi bod yn brysur iawn heddiw yn paratoi")
HEAVY = "{'spacy', 'onnxruntime', 'numpy', 'py3langid'}"


@pytest.fixture
def run_folder(home: Path) -> Path:
    return filled(storage.mark(storage.make_private(home / "runs" / "2026-11-26-100000")))


def filled(folder: Path) -> Path:
    posts = (a_post(text, id=f"p{number}") for number, text in enumerate(TEXTS))
    storage.write_private(folder / "snapshot.json", to_json(a_snapshot(*posts)))
    return folder


@pytest.fixture
def pictured_folder(home: Path) -> Path:
    """A run whose one picture holds words."""
    folder = storage.mark(storage.make_private(home / "runs" / "2026-11-26-110000"))
    lettered(folder / "media" / "a.png", "Our head is a moron")
    storage.write_private(folder / "snapshot.json", to_json(a_snapshot(a_post(), an_image("media/a.png"))))
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were really read."""
    texts: list[str] = []
    real = LanguageReader._read

    def counted(self: LanguageReader, text: str, names: tuple[str, ...]) -> tuple[Remark, ...]:
        texts.append(text)
        return real(self, text, names)

    monkeypatch.setattr(LanguageReader, "_read", counted)
    return texts


def findings(out: str) -> object:
    return json.loads(out) | {"made_at": None}


def everything(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_second_check_reads_nothing_and_says_the_same(
    run: Run, run_folder: Path, read: list[str]
) -> None:
    first = run("check", run_folder, "--format", "json")
    assert sorted(read) == sorted([*TEXTS[:2], "Dog walker, tea drinker."])
    read.clear()
    second = run("check", run_folder / "snapshot.json", "--format", "json")
    assert read == []
    assert findings(second.out) == findings(first.out)
    assert "looks like Welsh" in second.out


def test_the_second_check_loads_neither_spacy_nor_the_model(run: Run, run_folder: Path) -> None:
    run("check", run_folder)
    code = (
        "import sys; from pathlib import Path; from selfaudit import app; app.check([Path(sys.argv[1])]); "
        f"sys.exit(str({HEAVY} & set(sys.modules)) if {HEAVY} & set(sys.modules) else 0)"
    )
    words = [sys.executable, "-c", code, str(run_folder)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=dict(os.environ))
    assert (done.returncode, done.stderr) == (0, "")
    (run_folder / storage.REMEMBERED).unlink()
    assert subprocess.run(words, capture_output=True, check=False, env=dict(os.environ)).returncode == 1


def test_a_picture_is_read_once_and_what_was_read_goes_with_the_run(
    run: Run, pictured_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("check", pictured_folder, "--format", "json")
    assert "Our head is a moron" in first.out
    kept = pictured_folder / storage.REMEMBERED_OF_PICTURES
    assert kept.stat().st_mode & 0o077 == 0
    monkeypatch.setattr(Screens, "look", lambda *_: pytest.fail("it was read again"))
    assert findings(run("check", pictured_folder, "--format", "json").out) == findings(first.out)
    run("forget", "--yes")
    assert not kept.exists()


def test_each_account_of_an_import_has_its_own(run: Run, tmp_path: Path, read: list[str]) -> None:
    place = storage.claim(tmp_path / "import")
    accounts = [filled(storage.mark(storage.make_private(place / name))) for name in ("facebook", "x")]
    run("check", place)
    assert len(read) == 3
    read.clear()
    for account in accounts:
        run("check", account)
        assert (account / storage.REMEMBERED).is_file()
    assert read == []
    assert not (place / storage.REMEMBERED).exists()
    run("forget", "--yes")
    assert not place.exists()


def test_what_is_remembered_holds_no_word_of_a_text(run: Run, run_folder: Path) -> None:
    run("check", run_folder)
    kept = (run_folder / storage.REMEMBERED).read_text(encoding="utf-8").lower()
    assert not [word for word in ("moron", "head", "walk", "dog") if word in kept.split()]


def test_a_snapshot_that_lies_elsewhere_leaves_nothing_there(run: Run, tmp_path: Path) -> None:
    filled(tmp_path)
    run("check", tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["snapshot.json"]


def test_a_draft_is_remembered_nowhere(
    run: Run, run_folder: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts = tmp_path / "drafts.jsonl"
    drafts.write_text('{"id": "a", "text": "our head is a moron"}\n' * 2, encoding="utf-8")
    before = everything(home) | everything(tmp_path)
    opened: list[object] = []
    monkeypatch.setattr(judging, "remembering", lambda *asked: opened.append(asked))
    assert "[moron]" in run("draft", "our head is a moron").out
    assert "[moron]" in run("draft", "--jsonl", drafts).out
    assert opened == []
    assert everything(home) | everything(tmp_path) == before


def test_a_check_does_ask_for_what_is_remembered(run_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path | None] = []
    real = judging.remembering
    monkeypatch.setattr(
        judging, "remembering", lambda folder, version: asked.append(folder) or real(folder, version)
    )
    app.check([run_folder])
    assert asked == [run_folder]


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody presses Ctrl-C when the second text is about to be read."""
    texts: list[str] = []
    real = LanguageReader._read

    def counted(self: LanguageReader, text: str, names: tuple[str, ...]) -> tuple[Remark, ...]:
        texts.append(text)
        if len(texts) > 1:
            raise KeyboardInterrupt
        return real(self, text, names)

    monkeypatch.setattr(LanguageReader, "_read", counted)


@pytest.mark.usefixtures("stopped")
def test_a_check_that_was_stopped_says_that_the_same_command_goes_on(run: Run, run_folder: Path) -> None:
    said = run("check", run_folder)
    same = f"selfaudit check {run_folder} --policy preston-grange --format text"
    again = "Go on with the same command, which will not read again what it has read"
    assert (said.code, said.out) == (2, "")
    assert said.last == f"You stopped the check. {again}: {same}"


@pytest.mark.usefixtures("stopped")
def test_where_nothing_is_remembered_a_stopped_check_does_not_say_so(run: Run, tmp_path: Path) -> None:
    folder = filled(tmp_path)
    said = run("check", folder, "--format", "json", "--out", tmp_path / "my result")
    same = f"selfaudit check {folder} --policy preston-grange --format json --out '{tmp_path}/my result'"
    assert said.last == f"You stopped the check. Begin again with the same command: {same}"
