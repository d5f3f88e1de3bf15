"""``selfaudit dismiss``: a false alarm, left out from now on."""

from __future__ import annotations

import click

from selfaudit.cli.speaking import show


@click.command()
@click.argument("keys", nargs=-1, metavar="KEY...")
@click.option("--undo", is_flag=True, help="Tell these again.")
def dismiss(keys: tuple[str, ...], *, undo: bool) -> None:
    """Leave out of your reports what you know to be a false alarm; alone, list what is left out.

    Each piece of evidence in a report has a KEY. Only that is kept, on this computer, without the words; a
    post that you change later is looked at again.
    """
    from selfaudit import app

    kept = app.dismiss(keys, undo=undo)
    if not kept:
        show("Nothing is left out as a false alarm.")
        return
    show("Left out as false alarms: " + " ".join(sorted(kept)))
    show("A report shows it once it is made again, with: selfaudit check SNAPSHOT")
