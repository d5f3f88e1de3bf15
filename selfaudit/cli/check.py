"""``selfaudit check``: snapshots held against a policy."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from selfaudit.cli.options import out_option, policy_option
from selfaudit.cli.speaking import show
from selfaudit.errors import Interrupted
from selfaudit.storage import REMEMBERED, REMEMBERED_OF_PICTURES


@click.command()
@click.argument("snapshots", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SNAPSHOT...")
@policy_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@out_option("Write to this file instead of the screen.", file=True)
def check(snapshots: tuple[Path, ...], pack: str, form: str, out: Path | None) -> None:
    """Hold SNAPSHOT folders against the policy. Nothing is fetched; what was read is checked again."""
    from selfaudit import app
    from selfaudit.cli.terminal import TerminalProgress
    from selfaudit.telling import typed

    try:
        result = app.check(snapshots, pack, progress=TerminalProgress())
    except KeyboardInterrupt as stopped:
        same = typed(
            "check", *snapshots, "--policy", pack, "--format", form, *(("--out", out) if out else ())
        )
        raise Interrupted("You stopped the check.", f"{_left(snapshots)}: selfaudit {same}") from stopped
    app.deliver(app.report(result, form), out, partial(show, form=form))


def _left(snapshots: Sequence[Path]) -> str:
    """How the check can be given again, by what is kept of it beside the snapshots."""
    folders = [one if one.is_dir() else one.parent for one in snapshots]
    kept = (REMEMBERED, REMEMBERED_OF_PICTURES)
    if any(
        file.is_file() for one in folders for name in kept for file in (one / name, *one.glob(f"*/{name}"))
    ):
        return "Go on with the same command, which will not read again what it has read"
    return "Begin again with the same command"
