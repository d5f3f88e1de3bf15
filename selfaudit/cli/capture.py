"""``selfaudit capture``: the live door alone."""

from __future__ import annotations

from pathlib import Path

import click

from selfaudit.cli.options import attach_option, headless_option, out_option, site_option, yes_option
from selfaudit.cli.speaking import show


@click.command()
@click.argument("platform")
@out_option("The snapshot folder to make; in the private folder if left out.")
@site_option
@yes_option
@headless_option
@attach_option
def capture(
    platform: str, out: Path | None, site: str | None, *, yes: bool, headless: bool, attach: bool
) -> None:
    """Read your own profile on PLATFORM, signed in and then signed out, into a snapshot folder.

    A browser window opens and you sign in yourself. Which profile is read follows from who is signed in.
    """
    from selfaudit import app
    from selfaudit.cli.asking import asker
    from selfaudit.cli.terminal import TerminalProgress, ask_consent, wait_for_sign_in
    from selfaudit.consent import wording
    from selfaudit.telling import typed

    plan = app.plan_capture(platform, out, site=site, headless=headless)
    ask_consent(wording(f"Your own profile on {plan.title}", plan.folder, plan.rules), yes=yes)
    folder = app.capture(
        platform,
        out,
        site=site,
        attach=wait_for_sign_in if attach else None,
        headless=headless,
        ask=asker(yes=yes),
        progress=TerminalProgress(),
    )
    show(f"Your snapshot is in {folder}")
    show(f"Hold it against the policy with: selfaudit check {typed(folder)}")
