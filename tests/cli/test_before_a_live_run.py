"""What is told before a live run, and the way in by an ordinary browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from commands import Run

from selfaudit import app
from selfaudit.cli.terminal import wait_for_sign_in
from selfaudit.errors import SignInAbandoned


def refuse(*_args: object, **_more: object) -> bool:
    return False


def test_a_real_sites_terms_are_told_before_consent_with_the_other_doors(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selfaudit.cli.terminal.confirmed", refuse)
    said = run("capture", "instagram")
    assert said.code == 3
    told = " ".join(said.err.split())
    for words in (
        "The terms of Instagram (as of",
        "a warning",
        "a download of your data",
        "selfaudit import",
    ):
        assert words in told


def test_an_audit_of_several_sites_tells_the_terms_of_each(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("selfaudit.cli.terminal.confirmed", refuse)
    told = " ".join(run("audit", "x", "linkedin").err.split())
    assert told.count("The terms of ") == 2
    assert told.index("The terms of X") < told.index("The terms of LinkedIn")


@pytest.mark.parametrize("command", ["capture", "audit"])
@pytest.mark.parametrize(
    ("platform", "site"), [("practice", "http://127.0.0.1:9"), ("blog", "http://localhost:9")]
)
def test_no_terms_are_told_of_a_site_on_this_computer(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str, platform: str, site: str
) -> None:
    monkeypatch.setattr("selfaudit.cli.terminal.confirmed", refuse)
    told = " ".join(run(command, platform, "--site", site).err.split())
    assert "The site's rules" in told
    assert "lock your account" not in told


@pytest.mark.parametrize("command", ["capture", "audit"])
@pytest.mark.parametrize(("words", "attaches"), [((), False), (("--attach",), True)])
def test_attach_is_asked_for_by_its_option_alone(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str, words: tuple[str, ...], attaches: bool
) -> None:
    seen: list[Callable[[], None] | None] = []

    def remembers(*_args: object, **more: object) -> None:
        seen.append(more["attach"])  # type: ignore[arg-type]
        raise SignInAbandoned("Enough.")

    monkeypatch.setattr(app, command, remembers)
    run(command, "instagram", "--yes", *words)
    assert seen == [wait_for_sign_in if attaches else None]


def test_nobody_at_the_keyboard_has_not_signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_args: object, **_more: object) -> None:
        raise click.Abort

    monkeypatch.setattr("click.prompt", nobody)
    with pytest.raises(SignInAbandoned, match="nothing was read"):
        wait_for_sign_in()


def test_the_plan_of_an_audit_carries_the_terms_of_each_site(tmp_path: Path) -> None:
    plan = app.plan_audit(["x", "practice"], tmp_path, site="http://127.0.0.1:9")
    assert plan.rules.startswith("The terms of X")
    assert len(plan.rules.splitlines()) == 1
    assert app.plan_audit(["x"], tmp_path, site="http://127.0.0.1:9").rules == ""
    assert len(app.plan_audit(["x", "linkedin"], tmp_path).rules.splitlines()) == 2
