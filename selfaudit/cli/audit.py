"""``selfaudit audit``: the guided run of all phases."""

from __future__ import annotations

from pathlib import Path

import click

from selfaudit.cli.options import (
    attach_option,
    headless_option,
    out_option,
    policy_option,
    site_option,
    yes_option,
)


@click.command()
@click.argument("platforms", nargs=-1, metavar="[PLATFORM]...")
@policy_option
@out_option("Where to put the snapshots and the report; the private folder if left out.")
@site_option
@yes_option
@headless_option
@attach_option
def audit(
    platforms: tuple[str, ...],
    pack: str,
    out: Path | None,
    site: str | None,
    *,
    yes: bool,
    headless: bool,
    attach: bool,
) -> None:
    """Read your own profiles, hold them against the policy, and write a report for you alone."""
    from selfaudit import app
    from selfaudit.cli.asking import asker
    from selfaudit.cli.terminal import TerminalProgress, ask_consent, wait_for_sign_in

    chosen = platforms or (
        click.prompt(f"Which site? ({', '.join(app.live_platforms())})", err=True).strip(),
    )
    plan = app.plan_audit(chosen, out, pack=pack, site=site, headless=headless)
    ask_consent(f"Your own profile on {plan.title}", plan.folder, plan.rules, yes=yes)
    run = app.audit(
        chosen,
        plan.folder,
        pack=pack,
        site=site,
        attach=wait_for_sign_in if attach else None,
        headless=headless,
        ask=asker(yes=yes),
        progress=TerminalProgress(),
    )
    click.echo(run.summary)
