"""The doors: each ends in a snapshot folder. The person has agreed before any of this is called."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from selfaudit import storage
from selfaudit.browser.sites import site_at
from selfaudit.choosing import live_platform, root_address
from selfaudit.errors import ImportFailed, SignInAbandoned
from selfaudit.model.codec import json_pieces
from selfaudit.model.platform import LivePages, Platform
from selfaudit.model.progress import Progress, Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.platforms.terms import before_you_start
from selfaudit.questions import Ask, asked
from selfaudit.replacing import make_way, refuse_what_is_anothers

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from selfaudit.exports import Leftovers

SignIn = Callable[["Page"], None]
Confirm = Callable[[], None]
"""Waits until the person says that they are signed in."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a command is about to do, told to the person before they agree.

    Attributes:
        title: what is read.
        folder: where it goes.
        rules: what the terms of the sites say, a paragraph for each that is not on this computer.
    """

    title: str
    folder: Path
    rules: str = ""


def plan_capture(platform: str, out: Path | None, *, site: str | None = None, headless: bool = False) -> Plan:
    """Check that this capture can be made at all, and say where it would go. Makes nothing.

    Raises:
        SelfAuditError: no such platform, no live door, ``site`` is missing or not an address, or nobody
            could sign in, because there is no window; or ``out`` holds a snapshot of another site.
    """
    known, _live, root = _way_in(platform, site, nobody=headless)
    if out is not None:
        refuse_what_is_anothers(out, known.id, root)
    rules = "" if site_at(root).on_this_computer else before_you_start(known.id)
    return Plan(known.title, out or storage.home() / "runs", rules)


def _way_in(platform: str, site: str | None, *, nobody: bool) -> tuple[Platform, LivePages, str]:
    """The platform, its live door and the site's address; ``nobody`` can sign in where no window shows."""
    known, live = live_platform(platform)
    if nobody:
        raise SignInAbandoned(
            "Without a window nobody can sign in, so nothing was read.", "Run it again without --headless."
        )
    return known, live, root_address(known, live, site)


def plan_import(out: Path | None) -> Plan:
    """Where an import would go."""
    return Plan("saved pages and exports", out or storage.home() / "runs")


def capture(
    platform: str,
    out: Path | None = None,
    *,
    site: str | None = None,
    sign_in: SignIn | None = None,
    attach: Confirm | None = None,
    headless: bool = False,
    ask: Ask | None = None,
    progress: Progress | None = None,
) -> Path:
    """The live door: the signed-in person's own profile through both lenses, as a snapshot folder.

    Args:
        platform: a platform's id.
        out: the folder to make; a fresh one in the private folder when left out.
        site: the root address, for platforms that live on many sites.
        sign_in: a function of the open page that signs in; left out, the person does it in the window.
        attach: waits until the person says that they signed in, in a browser that is not ours.
        headless: show no window; only with ``sign_in``.
        ask: asks about the settings that no page shows; left out, only earlier answers count.
        progress: told each step.

    Returns:
        The snapshot folder. What could not be seen is told in the snapshot's gaps.

    Raises:
        CaptureError: no browser, nobody signed in, or no site.
        StorageError: another account's snapshot is in the folder, or one that cannot be read.
    """
    known, live, root = _way_in(platform, site, nobody=headless and sign_in is None)
    progress = progress or Silent()
    with storage.filling(place := place_for(out)) as draft:
        snapshot = _look(
            known, live, root, draft, progress, sign_in=sign_in, attach=attach, headless=headless
        )
        make_way(place, [snapshot], (), progress, alone=True, live=True)
        save(asked(snapshot, ask), draft)
    return place


def _look(
    platform: Platform,
    live: LivePages,
    root: str,
    draft: Path,
    progress: Progress,
    *,
    sign_in: SignIn | None,
    attach: Confirm | None,
    headless: bool,
) -> Snapshot:
    """What the browser brings through both lenses, with its pictures in ``draft``."""
    from selfaudit.assembly import assemble
    from selfaudit.browser.capture import capture as browse

    captured = browse(
        platform,
        site=root,
        media_folder=draft / "media",
        sign_in=sign_in,
        attach=attach,
        headless=headless,
        progress=progress,
    )
    return assemble(platform, live, captured, root)


def left_of(path: Path) -> Leftovers:
    """What its readers do not take of each data export: files, and fields in those that they open.

    Raises:
        ImportFailed: it is no export that this version knows.
    """
    from selfaudit.exports import advice, fault_in, is_export, left_of_each

    if not is_export(path):
        if fault := fault_in(path):
            raise ImportFailed(f"{fault}.", advice([fault]))
        raise ImportFailed(
            f"{path.name} is no data export that this version can read.",
            "Name the file or folder as you downloaded it.",
        )
    return left_of_each(path)


def drop_pictures(folder: Path, *, but: frozenset[str] = frozenset()) -> None:
    """Erase the pictures in this snapshot folder, ``but`` those named: pages bring many of other people."""
    for file in (folder / "media").glob("*"):
        if f"media/{file.name}" not in but:
            file.unlink()
    with suppress(OSError):
        (folder / "media").rmdir()  # only where it is empty


def pictures_of(snapshot: Snapshot) -> frozenset[str]:
    """The pictures that items of the snapshot are about."""
    of_posts = {image for post in snapshot.posts for image in post.images}
    return frozenset(of_posts | {image.file for image in snapshot.images if image.file})


def save(snapshot: Snapshot, folder: Path) -> Path:
    """Write the snapshot into this folder, and leave no picture there that nothing in it is about."""
    drop_pictures(folder, but=pictures_of(snapshot))
    storage.write_private(folder / "snapshot.json", json_pieces(snapshot))
    return folder


def place_for(out: Path | None) -> Path:
    """The folder that was named, else a fresh one in the private folder."""
    return Path(out) if out else storage.new_run(datetime.now(UTC))
