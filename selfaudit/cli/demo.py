"""``selfaudit demo``: the whole job on the practice network, with nobody's data."""

from __future__ import annotations

from pathlib import Path

import click

from selfaudit.cli.options import out_option
from selfaudit.cli.speaking import show


@click.command()
@out_option("Where to put the report; the private folder if left out.")
@click.option("--watch", is_flag=True, help="Show the browser window while it works.")
def demo(out: Path | None, *, watch: bool) -> None:
    """See the whole job on an invented social network, with an invented worker."""
    from selfaudit import app
    from selfaudit.cli.terminal import TerminalProgress

    run = app.demo(out, headless=not watch, progress=TerminalProgress())
    show(run.summary)
