"""With no window nobody can sign in, and that is said before anything is asked or opened."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import Run

from selfaudit import app
from selfaudit.errors import SignInAbandoned


@pytest.mark.parametrize("command", ["capture", "audit"])
@pytest.mark.parametrize("more", [(), ("--attach",)])
def test_no_window_is_refused_at_once(
    run: Run, tmp_path: Path, home: Path, command: str, more: tuple[str, ...]
) -> None:
    words = ("blog", "--site", "http://127.0.0.1:9", "--headless", "--yes", "--out", tmp_path / "s")
    said = run(command, *words, *more)
    assert said.code == 2
    assert said.err.splitlines() == [
        "Without a window nobody can sign in, so nothing was read.",
        "Run it again without --headless.",
    ]
    assert not home.exists()
    assert list(tmp_path.iterdir()) == []


def test_the_phases_refuse_it_too_unless_somebody_signs_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached: list[object] = []

    def browse(*_args: object, sign_in: object, **_more: object) -> None:
        reached.append(sign_in)
        raise SignInAbandoned("Enough.")

    monkeypatch.setattr("selfaudit.browser.capture.capture", browse)
    site = "http://127.0.0.1:9"
    with pytest.raises(SignInAbandoned, match="Without a window"):
        app.capture("blog", tmp_path / "s", site=site, headless=True)
    with pytest.raises(SignInAbandoned, match="Enough"):
        app.capture("blog", tmp_path / "s", site=site, headless=True, sign_in=print)
    assert reached == [print]
