"""A second import into the same ``--out``: no other account's snapshot goes, and the same with a word."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from commands import Run, Said
from exports.packing import a_folder, a_tweet, a_zip, x_archive, x_file

from selfaudit.model.codec import load_snapshot

ROBIN = "the profile of Robin T (robin_t) on X (Twitter)"


def tweets(path: Path, text: str, handle: str = "robin_t", name: str = "Robin T") -> Path:
    account = {"username": handle, "accountId": "77", "accountDisplayName": name}
    members = {**x_archive(a_tweet(1, text)), "data/account.js": x_file("account", [{"account": account}])}
    return a_zip(path, members)


def mastodon(path: Path, site: str = "a.example", handle: str = "robin") -> Path:
    actor = {"id": f"https://{site}/users/{handle}", "preferredUsername": handle}
    return a_folder(path, {"actor.json": actor, "outbox.json": {"orderedItems": []}})


@pytest.fixture
def out(run: Run, tmp_path: Path) -> Path:
    folder = tmp_path / "my out"
    assert run("import", "--yes", tweets(tmp_path / "first.zip", "First"), "--out", folder).code == 0
    return folder


def texts(folder: Path) -> list[str]:
    return [post.text for post in load_snapshot(folder).posts]


def everything(folder: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize(
    ("make", "named"),
    [
        (mastodon, "mastodon"),
        (lambda path: tweets(path, "Other", handle="sam_k", name="Sam K"), "x"),
        (lambda path: tweets(path, "Other", handle="sam_k"), "x"),
    ],
)
def test_another_account_is_refused_and_nothing_changes(
    run: Run, tmp_path: Path, out: Path, make: Any, named: str
) -> None:
    before = everything(out)
    said = run("import", "--yes", make(tmp_path / "second"), "--out", out)
    assert said.code == 2
    assert said.last == (
        f"The folder {out} holds {ROBIN}, which is not what you import now, so nothing was put there."
        f" Import it into a folder of its own, for example with: --out '{out}-{named}'"
    )
    assert everything(out) == before
    assert run("import", "--yes", make(tmp_path / "second"), "--out", f"{out}-{named}").code == 0


def test_two_accounts_of_which_neither_is_the_one_that_is_there_are_refused(
    run: Run, tmp_path: Path, out: Path
) -> None:
    before = everything(out)
    two = (mastodon(tmp_path / "m"), tweets(tmp_path / "sam.zip", "Other", handle="sam_k"))
    assert run("import", "--yes", *two, "--out", out).code == 2
    assert everything(out) == before


def replaced(said: Said, folder: Path) -> int:
    return said.err.count(
        f"{folder} holds an earlier reading of {ROBIN}; this one takes its place once it is finished."
    )


def test_the_same_account_takes_its_own_place_and_says_so(run: Run, tmp_path: Path, out: Path) -> None:
    said = run("import", "--yes", tweets(tmp_path / "second.zip", "Second", handle="Robin_T"), "--out", out)
    assert (said.code, texts(out)) == (0, ["Second"])
    assert replaced(said, out) == 1


def test_the_first_import_says_nothing_of_earlier_ones(run: Run, tmp_path: Path) -> None:
    said = run("import", "--yes", tweets(tmp_path / "x.zip", "Hi"), "--out", tmp_path / "new")
    assert (said.code, "earlier" in said.err) == (0, False)


def test_the_same_account_among_several_takes_its_own_place(run: Run, tmp_path: Path, out: Path) -> None:
    both = (tweets(tmp_path / "second.zip", "Second"), mastodon(tmp_path / "m"))
    said = run("import", "--yes", *both, "--out", out)
    assert (said.code, replaced(said, out)) == (0, 1)
    assert not (out / "snapshot.json").exists()
    assert texts(out / "x-robin_t") == ["Second"]
    again = run("import", "--yes", *both, "--out", out)
    assert (again.code, replaced(again, out / "x-robin_t")) == (0, 1)


def test_accounts_of_one_name_on_two_servers_are_not_the_same(run: Run, tmp_path: Path) -> None:
    out, x = tmp_path / "o", tweets(tmp_path / "x.zip", "Hi")
    assert run("import", "--yes", x, mastodon(tmp_path / "a"), "--out", out).code == 0
    before = everything(out)
    said = run("import", "--yes", x, mastodon(tmp_path / "b", site="b.example"), "--out", out)
    assert said.code == 2
    assert f"The folder {out / 'mastodon-robin'} holds the profile of robin on Mastodon at" in said.err
    assert everything(out) == before


def test_what_lies_beside_is_left_alone(run: Run, tmp_path: Path) -> None:
    out, x = tmp_path / "o", tweets(tmp_path / "x.zip", "Hi")
    assert run("import", "--yes", x, mastodon(tmp_path / "a"), "--out", out).code == 0
    sam = run("import", "--yes", tweets(tmp_path / "s.zip", "Sam", handle="sam_k"), "--out", out)
    assert (sam.code, texts(out / "x-sam_k"), texts(out / "x-robin_t")) == (0, ["Sam"], ["Hi"])
    assert not (out / "snapshot.json").exists()


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"platform": "x", "owner": 1}', '{"platform": "x"}'])
def test_a_snapshot_that_cannot_be_read_does_not_go_either(
    run: Run, tmp_path: Path, out: Path, broken: str
) -> None:
    (out / "snapshot.json").write_text(broken)
    said = run("import", "--yes", tweets(tmp_path / "second.zip", "Second"), "--out", out)
    assert (said.code, (out / "snapshot.json").read_text()) == (2, broken)
    assert f"The folder {out} holds " in said.err


def test_a_large_snapshot_is_known_without_building_it(run: Run, tmp_path: Path, out: Path) -> None:
    made = json.loads((out / "snapshot.json").read_text())
    made["posts"] = [{**made["posts"][0], "id": str(number)} for number in range(50_000)]
    (out / "snapshot.json").write_text(json.dumps(made))
    begun = time.process_time()
    assert run("import", "--yes", tweets(tmp_path / "second.zip", "Second"), "--out", out).code == 0
    assert time.process_time() - begun < 3
