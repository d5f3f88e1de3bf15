"""The live door: sign in, read as the owner, then read the same profile as a stranger.

What was read is kept whatever ends a walk; the reason is kept beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from selfaudit.browser.by_hand import Confirm
from selfaudit.browser.entrances import Entrance, OpenedByHand, OpenedForThem
from selfaudit.browser.finding import Browser, find_browser
from selfaudit.browser.pace import Pace, pace_for
from selfaudit.browser.rounds import Rounds
from selfaudit.browser.signing_in import LIMIT, SignIn
from selfaudit.browser.sites import Site, site_at
from selfaudit.errors import CaptureError, SignInAbandoned
from selfaudit.model.platform import LivePages, Platform
from selfaudit.model.progress import Progress
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Lens, Part


@dataclass(frozen=True, slots=True)
class Captured:
    """What a capture brought.

    Attributes:
        account: who was signed in.
        visits: what each lens saw, in order.
        done: the parts that each lens read to their end.
        stops: why a lens ended before its end, in words for a person; ``None`` when it did not.
        addresses: the pages that each lens opened.
        started_at: when, in UTC.
        unpressed: the parts of which more is behind a button that nobody pressed, and so not done.
    """

    account: Account
    visits: Mapping[Lens, tuple[Visit, ...]]
    done: Mapping[Lens, tuple[Part, ...]]
    stops: Mapping[Lens, str | None]
    addresses: Mapping[Lens, tuple[str, ...]]
    started_at: datetime
    unpressed: Mapping[Lens, frozenset[Part]] = field(default_factory=dict)


def capture(
    platform: Platform,
    *,
    site: str | None,
    media_folder: Path,
    sign_in: SignIn | None = None,
    attach: Confirm | None = None,
    headless: bool = False,
    progress: Progress,
    pace: Pace | None = None,
    sign_in_limit: float = LIMIT,
) -> Captured:
    """Read the signed-in person's own profile through both lenses.

    Args:
        platform: the kind of site; it must have a live door.
        site: its root address; ``None`` for the platform's own.
        media_folder: where pictures are kept; visits name them ``media/<name>``.
        sign_in: signs in on the open page; left out, the person does it in the window.
        attach: waits until the person says that they signed in, in a browser that selfaudit then attaches to.
        headless: show no window.
        progress: told each step.
        pace: how fast; left out, a person's pace, or none for a site on this computer.
        sign_in_limit: how long to wait for the person, in seconds.

    Raises:
        CaptureError: no browser, no site, nobody signed in, or the site does not say who did.
    """
    live, where = _door(platform, site)
    began, found = datetime.now(UTC), find_browser()
    common = (found, platform, live, where, headless, progress)
    entrance = _entrance(common, sign_in, sign_in_limit, attach)
    pace = pace or pace_for(where)
    rounds = Rounds(platform, live, where, media_folder, entrance, headless, progress, pace)
    progress.say(f"Opening {found.name}.")
    account = _read_both(rounds, entrance)
    return Captured(
        account, rounds.visits, rounds.done, rounds.stops, rounds.addresses, began, rounds.unpressed
    )


def _entrance(
    common: tuple[Browser, Platform, LivePages, Site, bool, Progress],
    sign_in: SignIn | None,
    limit: float,
    attach: Confirm | None,
) -> Entrance:
    """A browser that selfaudit opens, unless the person signs in in one of their own."""
    if attach is None:
        return OpenedForThem(*common, sign_in, limit)
    return OpenedByHand(*common, attach, sign_in)


def _read_both(rounds: Rounds, entrance: Entrance) -> Account:
    """First as the owner, then as a stranger, until the person stops it or the end; who was signed in."""
    try:
        with entrance.browser() as browser:
            rounds.owner(browser)
            rounds.public(browser)
    except KeyboardInterrupt as stop:
        if rounds.account is None:
            raise SignInAbandoned(
                "You stopped it before anything was read.", "Start again when you are ready."
            ) from stop
        rounds.stop()
    if rounds.account is None:
        raise AssertionError("a round ended without an account")
    return rounds.account


def _door(platform: Platform, site: str | None) -> tuple[LivePages, Site]:
    live = platform.live
    if live is None:
        raise CaptureError(
            f"{platform.title} cannot be read live.",
            "Save the pages of your own profile from your browser, or use the site's download of your data.",
        )
    address = site or live.home
    if address is None:
        raise CaptureError(
            f"{platform.title} lives on many sites; selfaudit has to know yours.", "Add --site."
        )
    return live, site_at(address, live.hosts)
