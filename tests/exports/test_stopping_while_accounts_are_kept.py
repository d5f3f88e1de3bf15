"""Ctrl-C when all is read: the accounts that are finished are kept, each before the next is begun."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from exports.packing import A_PICTURE, a_folder, a_tweet, a_zip, x_archive
from exports.test_going_on_with_an_import import Importing, StoppedAt

from selfaudit import app
from selfaudit.cli import main
from selfaudit.errors import Interrupted
from selfaudit.model.codec import load_snapshot
from selfaudit.undisturbed import finishing, undisturbed


def of(name: str, path: Path) -> Path:
    """An Instagram export of somebody, with a picture."""
    posts = [
        {"media": [{"uri": "media/posts/1.png", "title": f"By {name}", "creation_timestamp": 1600000000}]}
    ]
    members = {
        "personal_information/personal_information/personal_information.json": {
            "profile_user": [{"string_map_data": {"Username": {"value": name}}}]
        },
        "your_instagram_activity/media/posts_1.json": posts,
        "media/posts/1.png": A_PICTURE,
    }
    return a_zip(path / f"instagram-{name}-2026-01-05.zip", members)


@pytest.fixture
def three(tmp_path: Path) -> Importing:
    files = [of(name, tmp_path) for name in ("ann", "bob", "cat")]
    return Importing(*files, out=tmp_path / "out")


def found(out: Path) -> list[str]:
    """Whose snapshots are there, each whole."""
    folders = sorted(file.parent for file in out.rglob("snapshot.json"))
    assert all(
        (folder / image.file).is_file()
        for folder in folders
        for image in load_snapshot(folder).images
        if image.file
    )
    assert not [path for path in out.rglob("*") if ".part" in path.name]
    return [str(folder.relative_to(out)) for folder in folders]


def test_accounts_that_were_told_as_read_are_kept_when_it_is_stopped_then(three: Importing) -> None:
    assert three.out
    with pytest.raises(Interrupted) as stop:
        three.once("Read: the profile of bob")
    names = ["instagram-ann", "instagram-bob"]
    assert found(three.out) == names
    kept = " and ".join(str(three.out / name) for name in names)
    assert stop.value.sentence == f"You stopped it. What was read to its end is kept in {kept}."
    folders = three.once()
    assert (three.read(), three.asked) == (["Instagram"], ["Instagram"])
    assert [folder.name for folder in folders] == [*names, "instagram-cat"]
    assert found(three.out) == [*names, "instagram-cat"]


class StoppedTheSecondTime(StoppedAt):
    """Progress that is told to stop when it says this again."""

    def say(self, words: str) -> None:
        """Note the words, or stop."""
        if self.words not in words or any(self.words in told for told in self.told):
            super().say(words)
        else:
            self.told.append(words)


def test_stopped_while_pictures_are_copied_the_accounts_before_are_kept(three: Importing) -> None:
    assert three.out
    with pytest.raises(Interrupted):
        app.import_files(three.files, three.out, progress=StoppedTheSecondTime("Copying the pictures"))
    assert found(three.out) == ["instagram-ann"]
    assert list((three.out / "instagram-ann" / "media").iterdir())
    assert not (three.out / "media").exists()


def test_stopped_before_the_first_is_finished_nothing_is_left(three: Importing) -> None:
    assert three.out
    with pytest.raises(KeyboardInterrupt):
        three.once("Copying the pictures")
    assert not three.out.exists()


def test_stopped_when_the_last_is_finished_nothing_was_left_to_stop(three: Importing) -> None:
    assert three.out
    assert [folder.name[-3:] for folder in three.once("Read: the profile of cat")] == ["ann", "bob", "cat"]
    assert len(found(three.out)) == 3
    assert not list(three.out.glob("unfinished*"))


def test_what_is_said_when_no_account_was_finished_is_true(
    three: Importing, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_given: object, **_more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("selfaudit.exports.Copies.fetch", stop)
    monkeypatch.setattr(
        "sys.argv", ["selfaudit", "import", *map(str, three.files), "--out", str(three.out), "--yes"]
    )
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert "before any account was finished, so nothing of these files was kept." in told
    assert "Read: " not in told
    assert three.out
    assert not three.out.exists()


def test_the_earlier_reading_of_an_account_stays_until_the_new_one_is_finished(
    tmp_path: Path, three: Importing
) -> None:
    out = tmp_path / "out"
    app.import_files([three.files[1]], out)
    with pytest.raises(Interrupted):
        three.once("Read: the profile of bob")
    assert found(out) == ["instagram-bob"]


def test_ctrl_c_waits_until_a_moments_work_is_done() -> None:
    done = []

    def pressed_while(words: str) -> None:
        signal.raise_signal(signal.SIGINT)
        done.append(words)

    with pytest.raises(KeyboardInterrupt), undisturbed():
        pressed_while("kept")
    with finishing():
        pressed_while("finished")
    assert done == ["kept", "finished"]
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def x_of(handle: str, path: Path) -> Path:
    return a_zip(path, x_archive(a_tweet(1, f"By {handle}")))


def test_a_folder_that_holds_accounts_gets_a_folder_more_and_check_leaves_none_out(
    tmp_path: Path, three: Importing
) -> None:
    assert three.out
    three.once()
    (folder,) = app.import_files([x_of("robin", tmp_path / "x.zip")], three.out)
    assert folder == three.out / "x-robin_t"
    assert found(three.out) == ["instagram-ann", "instagram-bob", "instagram-cat", "x-robin_t"]
    assert [one.handle for one in app.check([three.out]).accounts] == ["ann", "bob", "cat", "robin_t"]
    (again,) = app.import_files([three.files[0]], three.out)
    assert again == three.out / "instagram-ann"
    assert len(found(three.out)) == 4


def test_a_snapshot_beside_the_folders_of_others_is_checked_with_them(
    tmp_path: Path, three: Importing
) -> None:
    assert three.out
    app.import_files([x_of("robin", tmp_path / "x.zip")], three.out)
    for name in ("instagram-ann", ".left.part"):
        app.import_files([three.files[0]], tmp_path / "else")
        (tmp_path / "else").rename(three.out / name)
    assert [one.handle for one in app.check([three.out]).accounts] == ["robin_t", "ann"]


def test_an_empty_folder_beside_is_no_account(tmp_path: Path, three: Importing) -> None:
    a_folder(tmp_path / "out" / "notes", {"a.txt": "mine"})
    (tmp_path / "out" / ".selfaudit").write_text("")
    assert app.import_files([three.files[0]], three.out) == (three.out,)
