"""``selfaudit doctor``: does everything that is needed work on this computer?"""

from __future__ import annotations

from pathlib import Path

import click

from selfaudit.cli.options import ThereAlready
from selfaudit.cli.speaking import show


@click.command()
@click.option("--parsers", is_flag=True, help="Hold the reader of every site against its own invented pages.")
@click.option(
    "--export",
    type=ThereAlready(),
    metavar="FILE",
    help="List the files and fields of your data export that selfaudit does not read.",
)
def doctor(*, parsers: bool, export: Path | None) -> None:
    """Look whether everything that selfaudit needs works on this computer. Reads nobody's profile."""
    from selfaudit import app
    from selfaudit.errors import SelfAuditError

    if export is not None:
        show("\n".join(app.left_of(export).lines()))
        return
    wrong = []
    for line in app.doctor(parsers=parsers):
        show(f"{line.state:<8} {line.name}: {line.words}")
        wrong += [line.name] if line.state == "FAIL" else []
    if wrong:
        raise SelfAuditError(
            f"{len(wrong)} samples were not read as they should be, so reports on those sites may be wrong.",
            "Please report it with the lines above; they hold nothing about you.",
        )
