"""Commands as a person runs them: through `main`, with what it says and how it ends."""

from __future__ import annotations

import pytest
from commands import Run, Said

from selfaudit.cli import main


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run ``selfaudit`` with these words; nobody sits at the keyboard."""

    def go(*words: object) -> Said:
        monkeypatch.setattr("sys.argv", ["selfaudit", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        return Said(int(ended.value.code or 0), told.out, told.err)

    return go
