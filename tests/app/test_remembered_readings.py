"""What is remembered is right or not there at all, lies in a folder of ours, and is nobody's trouble."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from selfaudit import storage
from selfaudit.forgetting import drop_expired, forget
from selfaudit.remembering import Notes, remembering

ANSWERS = {f"key{number}": f'{{"said": "naïve — {number}"}}' for number in range(4)}
WRITES = """
import sys
from pathlib import Path
from selfaudit.remembering import remembering
folder, version, first, last = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
with remembering(folder, version) as notes:
    print("ready", flush=True)
    for number in range(first, last):
        notes.put(f"key{number}", f"{version} answers {number} " + "x" * (number % 300))
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return storage.claim(tmp_path / "run")


def keep(folder: Path, version: str = "v1", answers: dict[str, str] = ANSWERS) -> Path:
    with remembering(folder, version) as notes:
        for key, answer in answers.items():
            notes.put(key, answer)
    return folder / storage.REMEMBERED


def known(folder: Path, version: str = "v1", keys: Iterable[str] = ANSWERS) -> dict[str, str]:
    with remembering(folder, version) as notes:
        return {key: answer for key in keys if (answer := notes.get(key)) is not None}


def test_what_was_kept_is_known_the_next_time(folder: Path) -> None:
    assert known(folder) == {}
    keep(folder)
    assert known(folder) == ANSWERS


def test_each_answer_is_on_the_disk_before_the_next_one_is_made(folder: Path) -> None:
    notes = Notes(folder / storage.REMEMBERED, "v1")
    notes.put("key0", ANSWERS["key0"])
    assert known(folder) == {"key0": ANSWERS["key0"]}
    notes.close()


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such modes; the folder is the person's own"
)
def test_only_its_owner_can_open_it(folder: Path) -> None:
    before = os.umask(0)
    try:
        file = keep(folder)
    finally:
        os.umask(before)
    assert file.stat().st_mode & 0o777 == 0o600


def test_nothing_is_kept_in_a_folder_that_is_not_ours_or_where_there_is_none(tmp_path: Path) -> None:
    keep(tmp_path)
    assert list(tmp_path.iterdir()) == []
    with remembering(None, "v1") as notes:
        notes.put("key0", "answer")
        assert notes.get("key0") is None


def test_another_version_knows_nothing_and_starts_afresh(folder: Path) -> None:
    file = keep(folder, "v1")
    assert known(folder, "v2") == {}
    keep(folder, "v2", {"key0": "new"})
    assert known(folder, "v2") == {"key0": "new"}
    assert known(folder, "v1") == {}
    assert "naïve" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("change", [0x01, 0x0A, 0x80])
def test_a_damaged_byte_never_changes_an_answer_and_the_rest_is_made_good(folder: Path, change: int) -> None:
    file = keep(folder)
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ change]) + whole[place + 1 :])
        left = known(folder)
        assert left.items() <= ANSWERS.items()
        assert len(left) < len(ANSWERS)
        keep(folder)
        assert known(folder) == ANSWERS


def test_a_file_that_was_cut_short_anywhere_gives_what_is_whole_and_is_gone_on_with(folder: Path) -> None:
    file = keep(folder)
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert known(folder).items() <= ANSWERS.items()
        keep(folder, answers={"key9": "nine"})
        assert known(folder, keys=["key9"]) == {"key9": "nine"}
        assert known(folder).items() <= ANSWERS.items()


@pytest.mark.parametrize(
    "content", [b"", b"\0" * 5_000, b"\xff\xfe\n\n\n", b"v1", b"v1\nkey0\nkey0 0 \n  \n"]
)
def test_a_file_that_is_none_is_dropped_without_a_word(folder: Path, content: bytes) -> None:
    (folder / storage.REMEMBERED).write_bytes(content)
    assert known(folder) == {}
    keep(folder)
    assert known(folder) == ANSWERS


def test_a_folder_in_its_place_is_no_error(folder: Path) -> None:
    (folder / storage.REMEMBERED).mkdir()
    keep(folder)
    assert known(folder) == {}


def writing(folder: Path, version: str, first: int, last: int) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-c", WRITES, str(folder), version, str(first), str(last)]
    return subprocess.Popen(words, stdout=subprocess.PIPE)


def test_a_kill_in_the_middle_costs_no_answer_that_was_given_before(folder: Path) -> None:
    keep(folder, answers={"before": "kept"})
    writer = writing(folder, "v1", 0, 10_000_000)
    assert writer.stdout is not None
    writer.stdout.readline()
    while (folder / storage.REMEMBERED).stat().st_size < 200_000:
        assert writer.poll() is None
    writer.send_signal(signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL)
    writer.communicate()
    keep(folder, answers={"after": "kept too"})
    left = known(folder, keys=["before", "after", *(f"key{number}" for number in range(500))])
    assert (left.pop("before"), left.pop("after")) == ("kept", "kept too")
    assert left == {f"key{number}": f"v1 answers {number} " + "x" * (number % 300) for number in range(500)}


def test_two_commands_at_once_keep_what_either_read(folder: Path) -> None:
    keep(folder, answers={"before": "kept"})
    for writer in [writing(folder, "v1", 0, 2_000), writing(folder, "v1", 1_000, 3_000)]:
        writer.communicate()
        assert writer.returncode == 0
    keys = [f"key{number}" for number in range(3_000)]
    wanted = {key: f"v1 answers {number} " + "x" * (number % 300) for number, key in enumerate(keys)}
    assert known(folder, keys=["before", *keys]) == {"before": "kept", **wanted}


def test_an_older_version_still_at_work_gives_a_newer_one_no_answer(folder: Path) -> None:
    keep(folder, "v1")
    with remembering(folder, "v1") as old:
        keep(folder, "v2", {"key1": "new"})
        old.put("key0", "old")
        old.put("key1", "old")
    assert known(folder, "v2") == {"key1": "new"}


def test_a_full_disk_is_no_error_and_keeps_what_is_whole(folder: Path) -> None:
    pytest.importorskip("resource", reason="only here can a full disk be had without filling one")
    keep(folder, answers={"before": "kept"})
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000))"
    words = [sys.executable, "-c", limit + WRITES, str(folder), "v1", "0", "100"]
    assert subprocess.run(words, capture_output=True, check=False).returncode == 0
    left = known(folder, keys=["before", *(f"key{number}" for number in range(100))])
    assert left.pop("before") == "kept"
    assert left == {f"key{n}": f"v1 answers {n} " + "x" * (n % 300) for n in range(len(left))}
    assert 5 < len(left) < 50


def test_a_disk_that_may_not_be_written_is_no_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    with monkeypatch.context() as locked:
        locked.setattr(os, "open", refused)
        keep(folder)
    assert [one.name for one in folder.iterdir()] == [storage.MARKER]
    keep(folder)
    with monkeypatch.context() as locked:
        locked.setattr(os, "open", refused)
        keep(folder, answers={"key9": "nine"})
    assert known(folder, keys=[*ANSWERS, "key9"]) == ANSWERS


@pytest.mark.parametrize("started", [True, False])
def test_what_was_erased_meanwhile_is_not_made_again(folder: Path, started: bool) -> None:
    if started:
        keep(folder)
    with remembering(folder, "v1") as notes:
        forget()
        notes.put("key9", "nine")
    assert not folder.exists()


def test_a_snapshot_that_takes_its_place_meanwhile_gets_nothing_of_the_old_one(folder: Path) -> None:
    file = keep(folder)
    with remembering(folder, "v1") as notes:
        file.unlink()
        notes.put("key9", "nine")
    assert not file.exists()


def test_forget_erases_it_with_its_folder_wherever_that_lies(folder: Path, home: Path) -> None:
    run = storage.mark(storage.make_private(home / "runs" / "2026-11-26-100000"))
    inside = storage.mark(storage.make_private(folder / "facebook"))
    files = [keep(one) for one in (folder, inside, run)]
    assert all(file.is_file() for file in files)
    assert forget().refused == ()
    assert not folder.exists()
    assert not home.exists()


def test_another_snapshot_in_its_folder_takes_its_place(folder: Path) -> None:
    (folder / "snapshot.json").write_text("{}", encoding="utf-8")
    file = keep(folder)
    with storage.filling(folder) as draft:
        (draft / "snapshot.json").write_text("{}", encoding="utf-8")
    assert not file.exists()


def test_a_run_is_not_kept_longer_for_being_checked_again(home: Path) -> None:
    run = storage.mark(storage.make_private(home / "runs" / "old"))
    made = datetime.now(UTC) - timedelta(days=29)
    os.utime(run, (made.timestamp(), made.timestamp()))
    keep(run)
    keep(run, "v2")
    assert drop_expired(datetime.now(UTC)).files == 0
    assert drop_expired(datetime.now(UTC) + timedelta(days=2)).files == 1
