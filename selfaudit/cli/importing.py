"""``selfaudit import``: pages that the person saved, and exports, recognised by themselves."""

from __future__ import annotations

from pathlib import Path

import click

from selfaudit.cli.options import ThereAlready, out_option, yes_option
from selfaudit.cli.speaking import show
from selfaudit.errors import Interrupted, SelfAuditError


@click.command("import")
@click.argument("files", nargs=-1, type=ThereAlready(), metavar="FILE...")
@click.option(
    "--how",
    is_flag=False,
    flag_value="",
    metavar="PLATFORM",
    help="Say how to ask a site for your data and to save your own pages of it; alone, list the sites.",
)
@out_option("The snapshot folder to make; in the private folder if left out.")
@yes_option
def import_(files: tuple[Path, ...], how: str | None, out: Path | None, *, yes: bool) -> None:
    """Read your own profile from files: data exports as you downloaded them, or pages that you saved.

    Pages may be .html, .mhtml, .webarchive, .har, folders and zips of them.
    """
    from selfaudit import app
    from selfaudit.cli.asking import asker, chooser
    from selfaudit.cli.terminal import TerminalProgress, ask_consent, confirmed
    from selfaudit.consent import wording_for_files
    from selfaudit.importing import command_of
    from selfaudit.telling import typed

    if how is not None:
        show(app.saving_steps(how), nl=False)
        return
    if not files:
        raise SelfAuditError(
            "No files were named.", "Name those that you saved; or ask how to get them, with: --how"
        )
    plan, options = app.plan_import(out), ["--yes"] if yes else []
    ask_consent(wording_for_files(plan.folder), yes=yes)
    try:
        folders = app.import_files(
            files,
            out,
            is_mine=lambda question: yes or confirmed(question),
            ask=asker(yes=yes),
            choose=chooser(yes=yes),
            progress=TerminalProgress(),
            options=options,
        )
    except KeyboardInterrupt as stopped:
        raise Interrupted(
            "You stopped it before any account was finished, so nothing of these files was kept.",
            f"Begin again with the same command: {command_of(files, out, options)}",
        ) from stopped
    show(f"Read into {' '.join(map(str, folders))}")
    show(f"Hold it against the policy with: selfaudit check {typed(*folders)}")
