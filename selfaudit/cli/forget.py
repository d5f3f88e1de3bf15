"""``selfaudit forget``: everything that was kept, erased."""

from __future__ import annotations

import click

from selfaudit.cli.options import yes_option


@click.command()
@yes_option
def forget(*, yes: bool) -> None:
    """Erase everything that selfaudit has kept on this computer."""
    from selfaudit import forgetting
    from selfaudit.cli.terminal import confirmed

    paths = forgetting.kept()
    if not paths:
        click.echo("There is nothing to erase: selfaudit keeps nothing on this computer.")
        return
    click.echo(
        "This erases what selfaudit wrote here:\n" + "\n".join(f"  {path}" for path in paths), err=True
    )
    if not yes and not confirmed("Erase all of it?"):
        click.echo("Nothing was erased.")
        return
    erased = forgetting.forget()
    click.echo(
        f"Erased {erased.files} files. Copies that you printed, sent or moved elsewhere are yours to erase."
    )
    for path in erased.refused:
        click.echo(
            f"Left alone, because selfaudit did not write it or it was changed since: {path}", err=True
        )
