"""The same import again after Ctrl-C: what was read to its end is neither read nor asked about again."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
from exports.packing import a_folder, a_tweet, a_zip, x_archive
from exports.test_stopping_an_import import command, mastodon, stopped

from selfaudit import app, storage
from selfaudit.errors import ConsentWithheld, ImportFailed, Interrupted
from selfaudit.forgetting import forget
from selfaudit.model.codec import load_snapshot

ALREADY = (
    r"Already read on \d{1,2} [A-Z][a-z]+ \d{4}, \d\d:\d\d: X \(Twitter\), Robin T\. Going on with the rest\."
)


class StoppedAt:
    """Progress that is told to stop when it says this."""

    def __init__(self, words: str = "never") -> None:
        self.words = words
        self.told: list[str] = []

    def say(self, words: str) -> None:
        """Note the words, or stop."""
        self.told.append(words)
        if self.words in words:
            raise KeyboardInterrupt

    def __getattr__(self, _name: str) -> Any:
        return lambda *_told, **_more: None


class Importing:
    """Imports these files again and again, and notes what was said and asked."""

    def __init__(self, *files: Path, out: Path | None = None) -> None:
        self.files, self.out = files, out
        self.told: list[str] = []
        self.asked: list[str] = []

    def once(self, stop: str = "never") -> tuple[Path, ...]:
        """The folders of this run."""
        progress = StoppedAt(stop)
        self.told, self.asked = progress.told, []

        def is_mine(question: str) -> bool:
            self.asked.append(question.split(" on ")[1].split(".", maxsplit=1)[0])
            return True

        return app.import_files(self.files, self.out, is_mine=is_mine, progress=progress)

    def stopped(self, title: str) -> None:
        """Stopped when the reading of this network's export begins."""
        with pytest.raises(Interrupted):
            self.once(f"Reading your export from {title}")

    def read(self) -> list[str]:
        """The networks that were read."""
        begun = "Reading your export from "
        return [line.removeprefix(begun) for line in self.told if line.startswith(begun)]


@pytest.fixture
def x(tmp_path: Path) -> Path:
    return a_zip(tmp_path / "twitter one.zip", x_archive(a_tweet(1, "Kept")))


@pytest.fixture
def both(tmp_path: Path, x: Path) -> Importing:
    return Importing(x, mastodon(tmp_path / "my mastodon", 3))


def runs(home: Path) -> list[Path]:
    return sorted((home / "runs").iterdir())


def test_the_same_command_goes_on_where_ctrl_c_stopped_it(tmp_path: Path, home: Path, x: Path) -> None:
    large = mastodon(tmp_path / "my mastodon", 60_000)
    code, told = stopped("Mastodon", x, large)
    assert code == 2
    assert "Go on with the same command, which will not read that again and begins" in told
    assert " the rest anew: selfaudit import '" in told
    done = subprocess.run(command(x, large), capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, "Reading your export from X" in done.stderr) == (0, False), done.stderr
    assert re.search(ALREADY, done.stderr)
    (run,) = runs(home)
    assert sorted(path.name for path in run.iterdir()) == [".selfaudit", "mastodon-robin", "x-robin_t"]
    assert len(load_snapshot(run / "mastodon-robin").posts) == 60_000
    assert load_snapshot(run / "x-robin_t").posts[0].text == "Kept"
    assert all(str(run / name) in done.stdout for name in ("x-robin_t", "mastodon-robin"))


def test_the_command_to_go_on_with_has_the_options_that_were_given_and_no_other(both: Importing) -> None:
    for options in ((), ("--yes",)):
        with pytest.raises(Interrupted) as stop:
            app.import_files(
                both.files, progress=StoppedAt("Reading your export from Mastodon"), options=options
            )
        named = shlex.join(["selfaudit", "import", *map(str, both.files), *options])
        assert stop.value.next_step.partition(" anew: ")[2] == named


def test_what_was_read_is_not_asked_about_again(both: Importing) -> None:
    both.stopped("Mastodon")
    assert both.asked == ["X (Twitter)"]
    folders = both.once()
    assert (both.asked, both.read()) == (["Mastodon at https://a"], ["Mastodon"])
    assert [folder.name for folder in folders] == ["x-robin_t", "mastodon-robin"]


def test_an_import_that_came_to_its_end_is_made_anew_in_a_folder_of_its_own(
    both: Importing, home: Path
) -> None:
    both.stopped("Mastodon")
    first = both.once()
    again = both.once()
    assert both.read() == ["X (Twitter)", "Mastodon"]
    assert {folder.parent for folder in first}.isdisjoint(folder.parent for folder in again)
    assert len(runs(home)) == 2


def test_a_file_that_changed_is_read_anew(both: Importing, x: Path) -> None:
    both.stopped("Mastodon")
    a_zip(x, x_archive(a_tweet(1, "Kept"), a_tweet(2, "Later")))
    folders = both.once()
    assert both.read() == ["X (Twitter)", "Mastodon"]
    assert not any(line.startswith("Already") for line in both.told)
    assert [len(load_snapshot(folder).posts) for folder in folders] == [2, 3]


def test_of_two_that_were_read_only_the_changed_one_is_read_anew(tmp_path: Path, both: Importing) -> None:
    insta = a_folder(tmp_path / "old insta", {"profile.json": {"username": "robin"}, "media.json": {}})
    three = Importing(*both.files, insta)
    order = three.files
    three.stopped("Instagram")
    assert three.read() == ["X (Twitter)", "Mastodon", "Instagram"]
    mastodon(order[1], 5)
    folders = three.once()
    assert three.read() == ["Mastodon", "Instagram"]
    assert [folder.name for folder in folders] == ["x-robin_t", "mastodon-robin", "instagram-robin"]
    assert len(load_snapshot(folders[1]).posts) == 5


def test_other_files_than_those_of_the_stopped_import_are_a_new_reading(both: Importing, x: Path) -> None:
    both.stopped("Mastodon")
    alone = Importing(x)
    alone.once()
    assert alone.read() == ["X (Twitter)"]
    both.once()
    assert both.read() == ["Mastodon"]


def test_what_is_stopped_a_second_time_keeps_all_that_was_read(both: Importing, home: Path) -> None:
    both.stopped("Mastodon")
    both.stopped("Mastodon")
    assert both.read() == ["Mastodon"]
    assert [load_snapshot(runs(home)[0] / "x-robin_t").posts[0].text] == ["Kept"]
    assert [folder.name for folder in both.once()] == ["x-robin_t", "mastodon-robin"]


def test_an_account_whose_snapshot_was_erased_is_read_again(both: Importing, home: Path) -> None:
    both.stopped("Mastodon")
    storage.erase(runs(home)[0] / "x-robin_t")
    both.once()
    assert both.read() == ["X (Twitter)", "Mastodon"]


def test_a_record_that_cannot_be_read_costs_nothing(both: Importing, home: Path) -> None:
    for broken in ("", "[]", '{"named": 1}', '{"named": [], "accounts": [1]}'):
        both.stopped("Mastodon")
        (record,) = home.rglob(storage.UNFINISHED)
        record.write_text(broken)
        both.once()
        assert both.read() == ["X (Twitter)", "Mastodon"]
        record.unlink()


def test_the_record_lies_in_the_named_folder_and_forget_erases_it(tmp_path: Path, both: Importing) -> None:
    both.out = tmp_path / "out"
    both.stopped("Mastodon")
    assert (both.out / storage.UNFINISHED).stat().st_mode & 0o777 == 0o600
    elsewhere = Importing(*both.files)
    elsewhere.out = tmp_path / "other"
    elsewhere.once()
    assert elsewhere.read() == ["X (Twitter)", "Mastodon"]
    assert forget().refused == ()
    assert not both.out.exists()


def test_a_rest_that_cannot_be_read_ends_the_import_with_what_there_is(both: Importing) -> None:
    both.stopped("Mastodon")
    (both.files[1] / "outbox.json").write_text("{}")
    (both.files[1] / "actor.json").unlink()
    try:
        folders = both.once()
    except ImportFailed as failed:
        pytest.fail(str(failed))
    assert [folder.name for folder in folders][:1] == ["x-robin_t"]


def test_an_answer_of_no_to_the_rest_keeps_what_was_read_before(both: Importing) -> None:
    both.stopped("Mastodon")
    with pytest.raises(ConsentWithheld, match="so nothing more was kept"):
        app.import_files(both.files, is_mine=lambda _question: False)
    assert [folder.name for folder in both.once()] == ["x-robin_t", "mastodon-robin"]


def test_two_networks_in_one_archive_are_told_apart(tmp_path: Path) -> None:
    members = {
        "personal_information/personal_information/personal_information.json": {
            "profile_user": [{"string_map_data": {"Username": {"value": "robin"}}}]
        },
        "your_instagram_activity/media/posts_1.json": [
            {"title": "Hi", "creation_timestamp": 1600000000, "media": []}
        ],
        "your_instagram_activity/threads/threads_and_replies.json": {
            "text_post_app_text_posts": [
                {"media": [{"title": "A thread", "creation_timestamp": 1700000000, "uri": ""}]}
            ]
        },
    }
    insta = Importing(a_zip(tmp_path / "instagram-robin.zip", members))
    insta.stopped("Threads")
    assert insta.read() == ["Instagram", "Threads"]
    insta.once()
    assert insta.read() == ["Threads"]
