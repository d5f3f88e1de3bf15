"""``selfaudit doctor``: does everything that is needed work on this computer?"""

from __future__ import annotations

import click


@click.command()
def doctor() -> None:
    """Look whether everything that selfaudit needs works on this computer. Reads nobody's profile."""
    from selfaudit import app

    for line in app.doctor():
        click.echo(f"{line.state:<8} {line.name}: {line.words}")
