"""``selfaudit check``: snapshots held against a policy."""

from __future__ import annotations

from pathlib import Path

import click

from selfaudit.cli.options import out_option, policy_option


@click.command()
@click.argument("snapshots", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SNAPSHOT...")
@policy_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@out_option("Write to this file instead of the screen.", file=True)
def check(snapshots: tuple[Path, ...], pack: str, form: str, out: Path | None) -> None:
    """Hold SNAPSHOT folders against the policy. Nothing is fetched; what was read is checked again."""
    from selfaudit import app
    from selfaudit.cli.terminal import TerminalProgress

    result = app.check(snapshots, pack, progress=TerminalProgress())
    app.deliver(app.report(result, form), out, click.echo)
