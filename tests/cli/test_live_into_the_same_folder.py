"""A live reading into an ``--out`` that is not empty: only the same account's snapshot ever makes way."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from commands import Run

from selfaudit.browser.capture import Captured
from selfaudit.model.codec import load_snapshot
from selfaudit.model.visit import Account

LIVE = ["capture", "audit"]


@pytest.fixture
def signs_in(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whoever is last in the list is the one who signs in; each time that the browser opens is counted."""
    handles = ["robin"]

    def browse(*_args: object, **_more: object) -> Captured:
        return Captured(Account(handles[-1], "told by the test"), {}, {}, {}, {}, datetime.now(UTC))

    monkeypatch.setattr("selfaudit.browser.capture.capture", browse)
    return handles


@pytest.fixture
def no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    def browse(*_args: object, **_more: object) -> Captured:
        raise AssertionError("nobody may be asked to sign in for what is refused afterwards")

    monkeypatch.setattr("selfaudit.browser.capture.capture", browse)


def everything(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def place(command: str, out: Path) -> Path:
    """Where a command puts the snapshot of Snapchat."""
    return out / "snapchat" if command == "audit" else out


@pytest.mark.parametrize("command", LIVE)
def test_another_accounts_snapshot_is_refused_and_nothing_changes(
    run: Run, tmp_path: Path, signs_in: list[str], command: str
) -> None:
    out = tmp_path / "my out"
    assert run(command, "snapchat", "--yes", "--out", out).code == 0
    before = everything(out)
    signs_in.append("sam")
    said = run(command, "snapchat", "--yes", "--out", out)
    assert said.code == 2
    assert said.last == (
        f"The folder {place(command, out)} holds the profile of robin on Snapchat, which is not what was read"
        " now, so nothing was put there. Read it into a folder of its own, for example with:"
        f" --out '{out}-snapchat'"
    )
    assert everything(out) == before
    assert run(command, "snapchat", "--yes", "--out", f"{out}-snapchat").code == 0


def test_the_rest_of_an_audit_goes_on_where_one_folder_is_anothers(
    run: Run, tmp_path: Path, signs_in: list[str]
) -> None:
    assert run("audit", "snapchat", "--yes", "--out", tmp_path / "out").code == 0
    signs_in.append("sam")
    said = run("audit", "snapchat", "x", "--yes", "--out", tmp_path / "out")
    assert said.code == 0
    assert f"Could not be read: snapchat: The folder {tmp_path / 'out' / 'snapchat'} holds" in said.out
    assert load_snapshot(tmp_path / "out" / "x").owner.handle == "sam"


@pytest.mark.parametrize("command", LIVE)
def test_the_same_account_takes_its_own_place_and_says_so(
    run: Run, tmp_path: Path, signs_in: list[str], command: str
) -> None:
    out = tmp_path / "out"
    run(command, "snapchat", "--yes", "--out", out)
    earlier = load_snapshot(place(command, out)).taken_at
    signs_in.append("Robin")
    said = run(command, "snapchat", "--yes", "--out", out)
    assert said.code == 0
    assert (
        said.err.count(
            f"{place(command, out)} holds an earlier reading of the profile of robin on Snapchat;"
            " this one takes its place once it is finished."
        )
        == 1
    )
    assert load_snapshot(place(command, out)).taken_at != earlier


@pytest.mark.usefixtures("no_browser")
@pytest.mark.parametrize("command", LIVE)
@pytest.mark.parametrize(
    "there",
    ["{", json.dumps({"platform": "x", "owner": {"handle": "robin"}})],
)
def test_what_is_no_snapshot_of_this_network_is_refused_before_anybody_signs_in(
    run: Run, tmp_path: Path, command: str, there: str
) -> None:
    out = tmp_path / "out"
    place(command, out).mkdir(parents=True)
    (place(command, out) / "snapshot.json").write_text(there)
    said = run(command, "snapchat", "--yes", "--out", out)
    assert said.code == 2
    assert f"The folder {place(command, out)} holds " in said.err
    assert (place(command, out) / "snapshot.json").read_text() == there


@pytest.mark.usefixtures("no_browser")
def test_a_snapshot_of_another_site_is_refused_before_anybody_signs_in(run: Run, tmp_path: Path) -> None:
    there = {"platform": "blog", "site": "https://a.example", "owner": {"handle": "robin"}}
    (tmp_path / "snapshot.json").write_text(json.dumps(there))
    said = run("capture", "blog", "--site", "https://b.example", "--yes", "--out", tmp_path)
    assert (said.code, " at https://a.example, which is not what" in said.err) == (2, True)


@pytest.mark.parametrize("command", LIVE)
def test_a_site_on_this_computer_is_the_same_at_another_port(
    run: Run, tmp_path: Path, signs_in: list[str], command: str
) -> None:
    for port in (9, 10):
        words = (command, "blog", "--site", f"http://127.0.0.1:{port}", "--yes", "--out", tmp_path / "out")
        assert run(*words).code == 0
    assert signs_in == ["robin"]


@pytest.mark.usefixtures("signs_in")
@pytest.mark.parametrize("name", ["report.html", "result.json"])
def test_an_audit_puts_no_report_over_a_page_that_is_none(run: Run, tmp_path: Path, name: str) -> None:
    out = tmp_path / "out"
    assert run("capture", "snapchat", "--yes", "--out", out).code == 0
    (out / name).write_text("My essay")
    before = everything(out)
    said = run("audit", "snapchat", "--yes", "--out", out)
    assert said.code == 2
    assert said.last == (
        f"{out / name} is there already, and not as selfaudit wrote it; nothing was replaced."
        " Pick another name with --out, or move that file away."
    )
    assert everything(out) == before


@pytest.mark.usefixtures("signs_in")
def test_an_audit_takes_the_place_of_its_earlier_report_and_says_so(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    words = ("audit", "snapchat", "--yes", "--out", out)
    told = f"{out} holds an earlier report; the new one takes its place."
    assert [(said.code, told in said.err) for said in (run(*words), run(*words))] == [(0, False), (0, True)]
