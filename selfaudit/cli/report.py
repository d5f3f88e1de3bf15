"""``selfaudit report``: a result, shown."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from selfaudit.cli.options import out_option
from selfaudit.cli.speaking import show


@click.command()
@click.argument("result", type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(["html", "json", "text"]), default="html", show_default=True
)
@out_option("Write to this file instead of the screen.", file=True)
def report(result: Path, form: str, out: Path | None) -> None:
    """Show a RESULT (result.json, or the folder it is in) as a page, as JSON or as text."""
    from selfaudit import app

    app.deliver(app.report(app.load_result(result), form), out, partial(show, form=form))
