"""Whatever goes wrong is one clear sentence and a next step, exit 2, and nothing is lost."""

from __future__ import annotations

import json
import socket
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from builders import a_snapshot
from commands import Run

from selfaudit import app, choosing
from selfaudit.model.codec import to_json
from selfaudit.platforms.bluesky import BLUESKY


def a_snapshot_folder(place: Path, **changes: object) -> Path:
    plain = {**json.loads(to_json(a_snapshot())), **changes}
    place.mkdir()
    (place / "snapshot.json").write_text(json.dumps(plain), encoding="utf-8")
    return place


def test_an_unknown_platform_is_told_with_the_nearest_known_one(run: Run) -> None:
    said = run("capture", "blogg", "--yes")
    assert said.code == 2
    assert said.last == 'selfaudit knows no site kind called "blogg". Did you mean blog?'


def test_a_blog_without_its_address_is_asked_for_it(run: Run) -> None:
    said = run("capture", "blog", "--yes")
    assert said.code == 2
    assert "--site https://myblog.example" in said.last


def test_an_address_that_is_none_is_told(run: Run) -> None:
    said = run("capture", "blog", "--site", "ftp://myblog.example", "--yes")
    assert said.code == 2
    assert (
        said.last
        == '"ftp://myblog.example" is not the address of a site. Use one like https://myblog.example'
    )


def test_a_platform_without_a_live_door_points_to_saved_pages(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "platform_of", lambda _name: replace(BLUESKY, live=None))
    said = run("capture", "bluesky", "--yes")
    assert said.code == 2
    assert "selfaudit import FILE" in said.last


@pytest.mark.parametrize("more", [(), ("--headless",)])
def test_a_platform_with_an_export_alone_points_to_asking_for_it(run: Run, more: tuple[str, ...]) -> None:
    said = run("capture", "discord", "--yes", *more)
    assert said.code == 2
    assert said.last == (
        "Discord cannot be read live. Ask Discord for your own data and import what it sends you, as this "
        "says: selfaudit import --how discord"
    )
    assert "data package" in run("import", "--how", "discord").out


@pytest.mark.parametrize("command", ["capture", "audit"])
def test_an_unknown_platform_is_told_before_a_missing_window(run: Run, command: str) -> None:
    said = run(command, "nosuch", "--headless", "--yes")
    assert said.code == 2
    assert said.last.startswith('selfaudit knows no site kind called "nosuch".')


def test_a_missing_browser_is_told(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SELFAUDIT_BROWSER", str(tmp_path / "no-such-browser"))
    said = run("capture", "blog", "--site", "http://127.0.0.1:9", "--yes", "--out", tmp_path / "s")
    assert said.code == 2
    assert "no-such-browser" in said.last


@pytest.mark.browser
def test_no_network_is_told(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unseen = partial(app.capture, "blog", sign_in=print)
    monkeypatch.setattr(
        app, "capture", lambda _blog, *out, **more: unseen(*out, **{**more, "headless": True})
    )
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = run(
        "capture",
        "blog",
        "--site",
        f"http://127.0.0.1:{port}",
        "--yes",
        "--out",
        tmp_path / "s",
    )
    assert said.code == 2
    assert said.last.startswith("127.0.0.1 could not be reached")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("schema = 1\ntitle = ", "policy.toml, line 2"),
        (('schema = 1\ntitle = "T"\n[school]\nname = "S"\n[[principle]]\nparagraph = "1"\ntitle = "P"\n'
          'checks = ["school_lgoo"]\n'), 'did you mean "school_logo"'),
    ],
)  # fmt: skip
def test_a_broken_policy_is_told_with_its_line_before_anything_is_read(
    run: Run, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "policy.toml").write_text(text, encoding="utf-8")
    said = run("check", a_snapshot_folder(tmp_path / "snap"), "--policy", tmp_path)
    assert said.code == 2
    assert told in said.err


def test_an_unknown_policy_is_told(run: Run, tmp_path: Path) -> None:
    said = run("check", a_snapshot_folder(tmp_path / "snap"), "--policy", "preston-grang")
    assert said.code == 2
    assert "preston-grange" in said.err


def test_a_snapshot_from_a_newer_selfaudit_is_told_and_left_alone(run: Run, tmp_path: Path) -> None:
    folder = a_snapshot_folder(tmp_path / "snap", schema=99)
    before = (folder / "snapshot.json").read_bytes()
    said = run("check", folder)
    assert said.code == 2
    assert "newer selfaudit" in said.last
    assert (folder / "snapshot.json").read_bytes() == before


@pytest.mark.parametrize(
    "damage", ["", "{", "[]", '{"platform": 7}', '{"platform": "x", "posts": [{"text": "a"}]}']
)
def test_a_damaged_snapshot_is_told(run: Run, tmp_path: Path, damage: str) -> None:
    (tmp_path / "snapshot.json").write_text(damage, encoding="utf-8")
    said = run("check", tmp_path)
    assert said.code == 2
    assert "snapshot.json" in said.err


def test_a_file_that_is_not_there_is_told(run: Run, tmp_path: Path) -> None:
    for words in (("check", tmp_path / "none"), ("report", tmp_path / "none.json")):
        said = run(*words)
        assert said.code == 2
        assert "none" in said.err


def test_a_full_output_folder_is_refused_before_anybody_signs_in(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    said = run("capture", "blog", "--site", "http://127.0.0.1:9", "--yes", "--out", tmp_path)
    assert said.code == 2
    assert "already holds other things" in said.last
    assert [inside.name for inside in tmp_path.iterdir()] == ["letter.txt"]


def test_files_that_hold_no_page_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "holiday.html").write_bytes(b"\x00\x01\x02")
    said = run("import", tmp_path / "holiday.html", "--yes", "--out", tmp_path / "snap")
    assert said.code == 2
    assert "holiday.html" in said.err
