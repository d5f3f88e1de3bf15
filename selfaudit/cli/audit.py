"""``selfaudit audit``: the guided run of all phases."""

from __future__ import annotations

from collections.abc import Sequence
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
from selfaudit.cli.speaking import asked, show
from selfaudit.errors import SelfAuditError


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
    from selfaudit.choosing import ids_of
    from selfaudit.cli.asking import asker
    from selfaudit.cli.terminal import TerminalProgress, ask_consent, wait_for_sign_in
    from selfaudit.consent import wording

    chosen = ids_of(platforms or (_which(app.live_platforms()),))
    plan = app.plan_audit(chosen, out, pack=pack, site=site, headless=headless)
    ask_consent(wording(f"Your own profile on {plan.title}", plan.folder, plan.rules), yes=yes)
    run = app.audit(
        chosen,
        out,
        pack=pack,
        site=site,
        attach=wait_for_sign_in if attach else None,
        headless=headless,
        ask=asker(yes=yes),
        progress=TerminalProgress(),
    )
    show(run.summary)


def _which(sites: Sequence[str]) -> str:
    """The site that the person names.

    Raises:
        SelfAuditError: nobody was there to name one.
    """
    try:
        return asked(f"Which site? ({', '.join(sites)})")
    except click.Abort as ended:
        raise SelfAuditError(
            "Nobody was there to say which site to read, so nothing was read.",
            "Name it, for example: selfaudit audit facebook",
        ) from ended
