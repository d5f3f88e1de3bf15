"""``selfaudit policy``: show a pack, check one, write a new one."""

from __future__ import annotations

from pathlib import Path

import click

from selfaudit.cli.options import DEFAULT_POLICY
from selfaudit.cli.speaking import show


@click.group()
def policy() -> None:
    """The school's policy as selfaudit reads it: show it, check one that you wrote, or begin a new one."""


@policy.command("show")
@click.argument("pack", default=DEFAULT_POLICY)
def show_pack(pack: str) -> None:
    """List PACK (a name or a folder): each paragraph, and whether a program or a person looks at it."""
    from datetime import UTC, datetime

    from selfaudit.judging import policy_of
    from selfaudit.policy import is_stale, listing

    loaded = policy_of(pack)
    stale = is_stale(loaded, datetime.now(UTC).date())
    show(listing(loaded, _topics(), stale=stale), nl=False)


@policy.command()
@click.argument("path", type=click.Path(path_type=Path))
def check(path: Path) -> None:
    """Look through the pack at PATH and list everything that has to be put right, with file and line."""
    from selfaudit.errors import PolicyError
    from selfaudit.model.policy import Policy
    from selfaudit.policy import check_pack, totals

    outcome = check_pack(path, known_checks=frozenset(_topics()))
    if isinstance(outcome, Policy):
        show(f"This pack is in order: {totals(outcome)}")
        return
    for complaint in outcome:
        show(str(complaint))
    things = "one thing" if len(outcome) == 1 else f"{len(outcome)} things"
    raise PolicyError(f"This pack cannot be used yet: {things} to put right.", "Then check it again.")


@policy.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--school", required=True, metavar="NAME", help="The school's full name.")
@click.option(
    "--domain", "domains", multiple=True, metavar="DOMAIN", help="What follows the @ in work e-mail."
)
@click.option(
    "--logo",
    "logos",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A logo's picture.",
)
def new(folder: Path, school: str, domains: tuple[str, ...], logos: tuple[Path, ...]) -> None:
    """Write a pack for another school into FOLDER, with notes on what to change. Overwrites nothing.

    --domain and --logo may be given more than once.
    """
    from selfaudit.policy import new_pack, totals

    known = frozenset(_topics())
    made = new_pack(folder, school=school, domains=domains, logos=logos, known_checks=known)
    show(f"Written: {folder / 'policy.toml'}. {totals(made)}")
    show("Next: open it in a text editor, hold the principles against your own policy, and then ask:")
    show(f'    selfaudit policy check "{folder}"')


def _topics() -> dict[str, str]:
    """Every check that there is, with the name that people know it by."""
    from checks import CHECKS

    return {check.id: check.words.topic for check in CHECKS}
