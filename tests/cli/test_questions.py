"""Settings that no page shows are asked on the terminal, kept with their date, and asked again in time."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from builders import a_setting, a_snapshot, an_owner
from commands import Run, Said

from selfaudit import app
from selfaudit.browser.capture import Captured
from selfaudit.cli.asking import ask_settings
from selfaudit.errors import SelfAuditError
from selfaudit.model.codec import load_snapshot
from selfaudit.model.questions import NO_PAGE_SHOWS, unanswered
from selfaudit.model.snapshot import Gap, Setting, Snapshot
from selfaudit.model.visit import Account
from selfaudit.model.vocabulary import Lens, Part
from selfaudit.platforms import PLATFORMS
from selfaudit.platforms.snapchat import SNAPCHAT
from selfaudit.platforms.snapchat.settings import SWITCHES
from selfaudit.questions import LEFT_OPEN, TOO_OLD, Sheet, asked

TODAY = datetime.now(UTC).date()
ASKED = SWITCHES.questions
NAMES = [one.name for one in ASKED]
READ = "public_profile"
Import = Callable[..., tuple[Said, Snapshot]]


def a_page(folder: Path) -> Path:
    profile = {"publicProfileInfo": {"username": "sampleworker", "title": "Sample", "bio": "Hi"}}
    data = json.dumps({"props": {"pageProps": {"userProfile": profile}}, "page": "/@[username]"})
    file = folder / "snapchat.html"
    file.write_text(
        "<!-- saved from url=(0038)https://www.snapchat.com/@sampleworker -->"
        f'<html><body><script id="__NEXT_DATA__" type="application/json">{data}</script></body></html>',
        encoding="utf-8",
    )
    return file


@pytest.fixture
def imports(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    """Import Snapchat's page with these lines typed; consent and whose page it is are answered first."""
    count = iter(range(9))

    def go(*typed: str, words: tuple[str, ...] = ()) -> tuple[Said, Snapshot]:
        out = tmp_path / f"snap{next(count)}"
        lines = typed if words else ("y", "y", *typed)
        monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        said = run("import", a_page(tmp_path), "--out", out, *words)
        assert said.code == 0, said.err
        return said, load_snapshot(out)

    return go


def told(snapshot: Snapshot) -> dict[str, str | None]:
    return {one.name: one.value for one in snapshot.settings if one.name != READ}


def open_gaps(snapshot: Snapshot) -> list[Gap]:
    return [gap for gap in snapshot.gaps if gap.part is Part.SETTINGS]


def test_answers_become_settings_with_their_date_and_the_gap_goes(imports: Import) -> None:
    _said, snapshot = imports("1", "2", "3", "1", "2", "1", "2")
    assert told(snapshot) == {
        "contact": "Everyone",
        "story": "Friends",
        "location": "Nobody (Ghost Mode)",
        "quick_add": "Yes",
        "found_by_phone": "No",
        "found_by_email": "Yes",
        "active_status": "No",
    }
    assert open_gaps(snapshot) == []
    assert snapshot.settings[1] == Setting(
        name="contact",
        value="Everyone",
        highest="Friends",
        lens=Lens.OWNER,
        label="Who can contact you",
        where=ASKED[0].where,
        note=f"You said so yourself on {TODAY.day} {TODAY:%B %Y}.",
    )


def test_a_question_is_told_which_choice_is_the_most_private_only_after_its_answer(imports: Import) -> None:
    said, _snapshot = imports("1", "3", "", "", "", "", "")
    before, _, after = said.err.partition("1 of 7. Who can contact you with Snaps, chats and calls?\n")
    assert "most private" not in before.partition("Snapchat (sampleworker)")[2]
    shown, _, comment = after.partition("Your answer")
    assert shown.splitlines()[:4] == [
        "  1  Everyone",
        "  2  Friends and contacts",
        "  3  Friends",
        "  0  I don't know, or I would rather leave this open",
    ]
    assert "private" not in shown
    assert "The most private choice is “Friends”. In the app" in comment.partition("2 of 7")[0]
    assert "That is the most private choice." in comment.partition("2 of 7")[2].partition("3 of 7")[0]


def test_a_question_left_out_stays_a_gap_and_the_rest_is_kept(imports: Import) -> None:
    _said, snapshot = imports("3", "", "3", "2", "2", "0", "2")
    assert set(told(snapshot)) == set(NAMES) - {"story", "found_by_email"}
    assert open_gaps(snapshot) == [
        Gap(
            Part.SETTINGS,
            f"{LEFT_OPEN}Who can view your story; Being found by your e-mail address",
            2,
            Lens.OWNER,
        )
    ]


def test_with_yes_nothing_is_asked_and_the_gap_stays(imports: Import, home: Path) -> None:
    said, snapshot = imports(words=("--yes",))
    assert "1 of 7" not in said.err
    assert told(snapshot) == {}
    assert open_gaps(snapshot) == list(unanswered(ASKED))
    assert not (home / "answers.json").exists()


def test_nobody_there_to_answer_leaves_all_open_and_loses_nothing(imports: Import) -> None:
    said, snapshot = imports("2")
    assert "The other questions were left open" in said.err
    assert told(snapshot) == {"contact": "Friends and contacts"}
    assert [(gap.count, gap.reason.startswith(LEFT_OPEN)) for gap in open_gaps(snapshot)] == [(6, True)]


def test_an_answer_that_is_no_choice_is_asked_again(imports: Import) -> None:
    _said, snapshot = imports("9", "everyone", "-1", "3", "", "", "", "", "", "")
    assert told(snapshot) == {"contact": "Friends"}


def test_answers_are_kept_privately_and_not_asked_again_while_they_are_fresh(
    imports: Import, home: Path
) -> None:
    imports(*"1231212")
    file = home / "answers.json"
    assert file.stat().st_mode & 0o777 == 0o600
    kept = json.loads(file.read_text(encoding="utf-8"))["snapchat"]["sampleworker"]
    assert kept["contact"] == {"choice": "Everyone", "on": TODAY.isoformat()}
    assert set(kept) == set(NAMES)
    for words in ((), ("--yes",)):
        said, snapshot = imports(words=words)
        assert "of 7" not in said.err
        assert len(told(snapshot)) == 7
        assert open_gaps(snapshot) == []


def aged(home: Path, days: int, **other: dict[str, str]) -> None:
    file = home / "answers.json"
    answers = json.loads(file.read_text(encoding="utf-8"))
    for record in answers["snapchat"]["sampleworker"].values():
        record["on"] = (TODAY - timedelta(days=days)).isoformat()
    answers["snapchat"]["sampleworker"] |= other
    file.write_text(json.dumps(answers), encoding="utf-8")


def test_an_answer_older_than_six_months_is_shown_and_asked_again(imports: Import, home: Path) -> None:
    imports(*"1231212")
    aged(home, 184)
    said, snapshot = imports("3", "", "", "", "", "", "")
    then = TODAY - timedelta(days=184)
    assert f"(On {then.day} {then:%B %Y} you said: Everyone)" in said.err
    assert told(snapshot) == {"contact": "Friends"}
    assert [(gap.count, gap.reason.startswith(TOO_OLD)) for gap in open_gaps(snapshot)] == [(6, True)]


def test_an_old_answer_does_not_count_where_nobody_can_renew_it(imports: Import, home: Path) -> None:
    imports(*"1231212")
    aged(home, 400)
    _said, snapshot = imports(words=("--yes",))
    assert told(snapshot) == {}
    assert [(gap.count, gap.reason.startswith(TOO_OLD)) for gap in open_gaps(snapshot)] == [(7, True)]


@pytest.mark.parametrize(
    "record",
    [{"choice": "Martians", "on": TODAY.isoformat()}, {"choice": "Friends", "on": "yesterday"}, {}, 7, None],
)
def test_a_damaged_answer_is_asked_again(imports: Import, home: Path, record: Any) -> None:
    imports(*"1231212")
    aged(home, 1, contact=record)
    said, snapshot = imports("2")
    assert "1 of 1. Who can contact you" in said.err
    assert told(snapshot)["contact"] == "Friends and contacts"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"snapchat": 3}', '{"snapchat": {"sampleworker": []}}'])
def test_a_damaged_file_of_answers_is_begun_anew(imports: Import, home: Path, text: str) -> None:
    home.mkdir(parents=True, exist_ok=True)
    (home / "answers.json").write_text(text, encoding="utf-8")
    imports(*"1231212")
    assert len(json.loads((home / "answers.json").read_text())["snapchat"]["sampleworker"]) == 7


def test_forget_erases_the_answers(imports: Import, run: Run, home: Path) -> None:
    imports(*"1231212")
    assert run("forget", "--yes").code == 0
    assert not (home / "answers.json").exists()


def privacy(run: Run, folder: Path) -> Any:
    found = json.loads(run("check", folder, "--format", "json").out)["findings"]
    return next(one for one in found if one["check"] == "privacy_level")


def test_what_was_answered_is_held_against_the_policy(imports: Import, run: Run, tmp_path: Path) -> None:
    imports(*"1333222")
    finding = privacy(run, tmp_path / "snap0")
    quotes = {one["item"]: (one["quote"], one["note"]) for one in finding["evidence"]}
    assert set(quotes) == {"setting:public_profile", "setting:contact"}
    quote, note = quotes["setting:contact"]
    assert quote == "Who can contact you: Everyone"
    assert note.endswith(f"You said so yourself on {TODAY.day} {TODAY:%B %Y}.")


def answers(sheet: Sheet) -> dict[str, str]:
    return {one.name: one.highest for one in sheet.questions}


def test_a_setting_that_a_page_told_is_not_asked() -> None:
    seen: list[Sheet] = []
    snapshot = a_snapshot(
        a_setting("contact", "Everyone"), a_setting("story", None), platform="snapchat", owner=an_owner()
    )
    asked(snapshot, lambda sheet: seen.append(sheet) or {}, TODAY)  # type: ignore[func-returns-value]
    assert [one.name for one in seen[0].questions] == [name for name in NAMES if name != "contact"]


def test_a_table_that_is_too_old_names_no_most_private_choice() -> None:
    late = SWITCHES.as_of + timedelta(days=184)
    snapshot = asked(a_snapshot(platform="snapchat"), answers, late)
    assert {one.highest for one in snapshot.settings} == {None}
    assert all((one.where or "").startswith("Please check by hand") for one in snapshot.settings)


def test_two_accounts_of_one_site_keep_answers_of_their_own() -> None:
    for handle, choice in (("alex", "Friends"), ("blair", "Everyone")):
        mine = a_snapshot(platform="snapchat", owner=an_owner(handle=handle))
        asked(mine, lambda _sheet, said=choice: {"contact": said}, TODAY)  # type: ignore[misc]
    again = a_snapshot(platform="snapchat", owner=an_owner(handle="alex"))
    assert [one.value for one in asked(again, None, TODAY).settings] == ["Friends"]


@pytest.mark.parametrize("platform", [one for one in PLATFORMS if one.questions], ids=lambda one: one.id)
def test_on_each_platform_only_what_was_asked_leaves_the_gaps(platform: Any) -> None:
    other = Gap(Part.SETTINGS, "the page of settings did not open")
    snapshot = a_snapshot(*unanswered(platform.questions.questions), other, platform=platform.id)
    whole = asked(snapshot, answers, TODAY)
    assert whole.gaps == (other,)
    assert {one.name for one in whole.settings} == {one.name for one in platform.questions.questions}


def test_a_platform_that_has_questions_is_never_without_their_gap() -> None:
    empty = asked(a_snapshot(platform="snapchat"), None, date(2026, 11, 26))
    assert [gap.reason[: len(NO_PAGE_SHOWS)] for gap in empty.gaps] == [NO_PAGE_SHOWS]
    assert SNAPCHAT.questions is not None


@pytest.mark.parametrize("command", ["capture", "audit"])
@pytest.mark.parametrize(("words", "asks"), [((), True), (("--yes",), False)])
def test_the_live_door_asks_too_unless_yes_was_said_beforehand(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str, words: tuple[str, ...], asks: bool
) -> None:
    seen: list[Any] = []

    def remembers(*_args: object, **more: object) -> None:
        seen.append(more["ask"])
        raise SelfAuditError("Enough.", "")

    monkeypatch.setattr(app, command, remembers)
    monkeypatch.setattr("selfaudit.cli.terminal.confirmed", lambda *_args, **_more: True)
    run(command, "snapchat", *words)
    assert seen == [ask_settings if asks else None]


def test_what_was_captured_live_is_asked_about_before_it_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captured = Captured(Account("sampleworker", "told by the test"), {}, {}, {}, {}, datetime.now(UTC))
    monkeypatch.setattr("selfaudit.browser.capture.capture", lambda *_args, **_more: captured)
    snapshot = load_snapshot(app.capture("snapchat", tmp_path / "snap", ask=answers))
    assert set(told(snapshot)) == set(NAMES)
    assert not any(gap.reason.startswith((NO_PAGE_SHOWS, LEFT_OPEN)) for gap in snapshot.gaps)
