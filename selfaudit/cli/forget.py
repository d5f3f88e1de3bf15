"""``selfaudit forget``: everything that was kept, erased."""

from __future__ import annotations

import click

from selfaudit.cli.options import yes_option
from selfaudit.cli.speaking import show, tell


@click.command()
@yes_option
def forget(*, yes: bool) -> None:
    """Erase everything that selfaudit has kept on this computer."""
    from selfaudit import forgetting
    from selfaudit.cli.terminal import confirmed

    paths = forgetting.kept()
    if not paths:
        show("There is nothing to erase: selfaudit keeps nothing on this computer.")
        return
    tell("This erases what selfaudit wrote here:\n" + "\n".join(f"  {path}" for path in paths))
    if not yes and not confirmed("Erase all of it?"):
        show("Nothing was erased.")
        return
    erased = forgetting.forget()
    show(f"Erased {erased.files} files. Copies that you printed, sent or moved elsewhere are yours to erase.")
    for path in erased.refused:
        tell(f"Left alone, because selfaudit did not write it or it was changed since: {path}")
