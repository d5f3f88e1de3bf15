"""``selfaudit doctor``: does everything that is needed work on this computer?"""

from __future__ import annotations

import click


@click.command()
@click.option("--parsers", is_flag=True, help="Hold the reader of every site against its own invented pages.")
def doctor(*, parsers: bool) -> None:
    """Look whether everything that selfaudit needs works on this computer. Reads nobody's profile."""
    from selfaudit import app
    from selfaudit.errors import SelfAuditError

    wrong = []
    for line in app.doctor(parsers=parsers):
        click.echo(f"{line.state:<8} {line.name}: {line.words}")
        wrong += [line.name] if line.state == "FAIL" else []
    if wrong:
        raise SelfAuditError(
            f"{len(wrong)} samples were not read as they should be, so reports on those sites may be wrong.",
            "Please report it with the lines above; they hold nothing about you.",
        )
