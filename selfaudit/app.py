"""The phases as plain functions, with every collaborator passed in: the composition root.

    capture | import_files  ->  snapshot folder  ->  check  ->  AuditResult  ->  report  ->  text

Each phase starts from the files of the one before. Nothing here asks questions or prints; consent is asked
by whoever calls (the commands do it first of all).
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from difflib import get_close_matches
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selfaudit import storage
from selfaudit.doctor import Line, examine
from selfaudit.errors import CaptureError, ConsentWithheld, SelfAuditError
from selfaudit.model.codec import json_schema, load_result, load_snapshot, to_json
from selfaudit.model.findings import AuditResult
from selfaudit.model.platform import LivePages, Platform
from selfaudit.model.progress import Progress, Silent
from selfaudit.model.snapshot import Snapshot
from selfaudit.platforms import PLATFORMS

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from selfaudit.audit import Held

__all__ = ["audit", "capture", "check", "demo", "doctor", "import_files", "load_result", "report", "schema"]

DEFAULT_POLICY = "preston-grange"
SignIn = Callable[["Page"], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a command is about to do, told to the person before they agree."""

    title: str
    folder: Path


@dataclass(frozen=True, slots=True)
class Run:
    """A finished audit: where things are, and one paragraph for the terminal."""

    folder: Path
    result: AuditResult
    report: Path
    summary: str


def live_platforms() -> tuple[str, ...]:
    """The platforms with a live door, the practice network left out."""
    return tuple(one.id for one in PLATFORMS if one.live is not None and one.id != "practice")


def plan_capture(platform: str, out: Path | None, *, site: str | None = None) -> Plan:
    """Check that this capture can be made at all, and say where it would go. Makes nothing.

    Raises:
        SelfAuditError: no such platform, no live door, or ``site`` is missing or not an address.
    """
    known, live = _live(platform)
    _root_address(known, live, site)
    return Plan(known.title, out or storage.home() / "runs")


def plan_audit(
    platforms: Sequence[str], out: Path | None, *, pack: str = DEFAULT_POLICY, site: str | None = None
) -> Plan:
    """The same for a whole audit; the policy pack is looked at too, before anybody signs in."""
    _policy(pack)
    titles = [plan_capture(platform, out, site=site).title for platform in platforms]
    return Plan(" and ".join(titles), out or storage.home() / "runs")


def plan_import(out: Path | None) -> Plan:
    """Where an import would go."""
    return Plan("saved pages", out or storage.home() / "runs")


def capture(
    platform: str,
    out: Path | None = None,
    *,
    site: str | None = None,
    sign_in: SignIn | None = None,
    headless: bool = False,
    progress: Progress | None = None,
) -> Path:
    """The live door: the signed-in person's own profile through both lenses, as a snapshot folder.

    Args:
        platform: a platform's id.
        out: the folder to make; a fresh one in the private folder when left out.
        site: the root address, for platforms that live on many sites.
        sign_in: a function of the open page that signs in; left out, the person does it in the window.
        headless: show no window.
        progress: told each step.

    Returns:
        The snapshot folder. What could not be seen is told in the snapshot's gaps.

    Raises:
        CaptureError: no browser, nobody signed in, or no site.
    """
    from selfaudit.assembly import assemble
    from selfaudit.browser.capture import capture as browse

    known, live = _live(platform)
    root = _root_address(known, live, site)
    folder = storage.claim(_place(out))
    captured = browse(
        known,
        site=root,
        media_folder=folder / "media",
        sign_in=sign_in,
        headless=headless,
        progress=progress or Silent(),
    )
    return _save(assemble(known, live, captured, root), folder)


def import_files(
    files: Sequence[Path],
    out: Path | None = None,
    *,
    is_mine: Callable[[str], bool] = lambda _question: True,
    progress: Progress | None = None,
) -> tuple[Path, ...]:
    """The saved-pages door: one snapshot folder for each account found in the files.

    Args:
        files: pages, archives of pages, folders.
        out: the folder to make; with several accounts, each gets a folder inside it.
        is_mine: asked for each account whether it is the person's own.
        progress: told each step.

    Raises:
        ImportFailed: nothing in the files could be read.
        ConsentWithheld: the person said that a profile found is not their own; nothing of it is kept.
    """
    from selfaudit.saved import import_pages

    folder = storage.claim(_place(out))
    snapshots = import_pages([Path(file) for file in files], folder / "media", progress or Silent())
    for snapshot in snapshots:
        if not is_mine(f"These pages show {_whose(snapshot)}. Is this your own profile?"):
            shutil.rmtree(folder, ignore_errors=True)
            raise ConsentWithheld(
                "selfaudit reads nobody's profile but your own, so nothing was kept.",
                "Pick pages of your own profile.",
            )
    if len(snapshots) == 1:
        return (_save(snapshots[0], folder),)
    return tuple(_save(snapshot, _split_off(snapshot, folder)) for snapshot in snapshots)


def check(
    snapshots: Sequence[Path],
    policy: str = DEFAULT_POLICY,
    *,
    progress: Progress | None = None,
    now: datetime | None = None,
) -> AuditResult:
    """Hold snapshot folders against a policy pack. No browser, no network.

    Raises:
        SnapshotError: a snapshot cannot be read.
        PolicyError: the pack cannot be used.
    """
    from checks import CHECKS
    from selfaudit.audit import run_audit
    from selfaudit.illustrating import illustrate
    from selfaudit.policy import is_stale

    now = now or datetime.now(UTC)
    rules = _policy(policy)
    held = [one for folder in snapshots for one in _held(Path(folder))]
    result = run_audit(
        held,
        rules,
        CHECKS,
        _detectors(now),
        now=now,
        progress=progress or Silent(),
        stale=is_stale(rules, now.date()),
        version=version("selfaudit"),
    )
    return replace(result, findings=illustrate(result.findings, held))


def report(result: AuditResult, form: str = "html") -> str:
    """The result as "html", "json" or "text"."""
    from reports import render

    return render(result, form)


def audit(
    platforms: Sequence[str],
    out: Path | None = None,
    *,
    pack: str = DEFAULT_POLICY,
    site: str | None = None,
    sign_in: SignIn | None = None,
    headless: bool = False,
    progress: Progress | None = None,
) -> Run:
    """All phases for one or more platforms. A platform that fails is told, and the rest go on.

    Raises:
        SelfAuditError: the policy cannot be used, or no platform at all could be read.
    """
    _policy(pack)
    folder = storage.claim(_place(out))
    read: list[Path] = []
    failed: list[str] = []
    for platform in platforms:
        try:
            read.append(
                capture(
                    platform,
                    folder / platform,
                    site=site,
                    sign_in=sign_in,
                    headless=headless,
                    progress=progress,
                )
            )
        except CaptureError as error:
            if len(platforms) == 1:
                raise
            failed.append(f"{platform}: {error}")
    if not read:
        raise CaptureError("None of the sites could be read.", " ".join(failed))
    return _finish(folder, read, pack, progress, failed)


def demo(out: Path | None = None, *, headless: bool = True, progress: Progress | None = None) -> Run:
    """All phases on the practice network, in a real browser, with an invented worker."""
    from selfaudit import practice

    with practice.serve() as server:
        return audit(
            ["practice"],
            out,
            pack="practice",
            site=server.address,
            sign_in=practice.sign_in,
            headless=headless,
            progress=progress,
        )


def doctor() -> tuple[Line, ...]:
    """What works on this computer and what does not."""
    return tuple(examine())


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a "snapshot" or a "result"."""
    return json_schema(Snapshot if kind == "snapshot" else AuditResult)


def deliver(text: str, out: Path | None, show: Callable[[str], None]) -> None:
    """Write privately to a file and say where, or show on the screen when there is none."""
    if out is None:
        show(text)
        return
    storage.write_private(out, text)
    storage.note(out)
    show(f"Written to {out}")


def _finish(
    folder: Path, read: Sequence[Path], pack: str, progress: Progress | None, failed: Sequence[str]
) -> Run:
    result = check(read, pack, progress=progress)
    storage.write_private(folder / "result.json", to_json(result))
    page = storage.write_private(folder / "report.html", report(result, "html"))
    missed = "".join(f"\nCould not be read: {line}" for line in failed)
    return Run(
        folder,
        result,
        page,
        f"Your report is in {page}\nOpen it in your browser; it is for you alone.{missed}",
    )


def _save(snapshot: Snapshot, folder: Path) -> Path:
    storage.write_private(folder / "snapshot.json", to_json(snapshot))
    return folder


def _split_off(snapshot: Snapshot, folder: Path) -> Path:
    """A folder for this account alone, with the pictures that belong to it."""
    own = storage.claim(folder / _file_name(snapshot))
    for image in snapshot.images:
        if image.file and (folder / image.file).is_file():
            storage.make_private((own / image.file).parent)
            shutil.copy2(folder / image.file, own / image.file)
    return own


def _file_name(snapshot: Snapshot) -> str:
    name = snapshot.owner.handle or snapshot.owner.name or "account"
    safe = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in name)
    return f"{snapshot.platform}-{safe}"[:80]


def _whose(snapshot: Snapshot) -> str:
    title = next((one.title for one in PLATFORMS if one.id == snapshot.platform), snapshot.platform)
    name, handle = snapshot.owner.name, snapshot.owner.handle
    if name and handle and name != handle:
        return f"the profile of {name} ({handle}) on {title}"
    return f"the profile of {name or handle or 'somebody without a name'} on {title}"


def _place(out: Path | None) -> Path:
    return Path(out) if out else storage.new_run(datetime.now(UTC))


def _held(folder: Path) -> Sequence[Held]:
    """The snapshot in this folder, or, where an import left several, each of them."""
    from selfaudit.audit import Held

    inside = sorted(folder.glob("*/snapshot.json")) if folder.is_dir() else []
    if inside and not (folder / "snapshot.json").exists():
        return [Held(load_snapshot(file.parent), file.parent) for file in inside]
    return [Held(load_snapshot(folder), folder if folder.is_dir() else folder.parent)]


def _policy(pack: str) -> Any:
    from checks import CHECKS
    from selfaudit.policy import load_policy

    return load_policy(
        pack, known_checks=frozenset(one.id for one in CHECKS), own_packs=storage.home() / "policies"
    )


def _detectors(now: datetime) -> Any:
    from selfaudit.audit import Detectors
    from selfaudit.detectors.images import Logos
    from selfaudit.detectors.language import LanguageReader
    from selfaudit.detectors.names import PupilSigns

    return Detectors(LanguageReader(), Logos(), PupilSigns(today=now.date()))


def _live(platform: str) -> tuple[Platform, LivePages]:
    known = next((one for one in PLATFORMS if one.id == platform.casefold()), None)
    if known is None:
        near = get_close_matches(platform.casefold(), [one.id for one in PLATFORMS], n=1)
        hint = f"Did you mean {near[0]}?" if near else f"It knows: {', '.join(live_platforms())}."
        raise SelfAuditError(f'selfaudit knows no site kind called "{platform}".', hint)
    if known.live is None:
        raise SelfAuditError(
            f"{known.title} cannot be read live yet.",
            "Save the pages of your own profile from your browser and use: selfaudit import FILE",
        )
    return known, known.live


def _root_address(platform: Platform, live: LivePages, site: str | None) -> str:
    """The site's root address, from the platform or from ``--site``."""
    from urllib.parse import urlsplit

    if site is None:
        if live.home is None:
            raise SelfAuditError(
                f"{platform.title} lives on many sites, and selfaudit does not know which one is yours.",
                "Name it with --site, for example --site https://myblog.example",
            )
        return live.home
    address = urlsplit(site if "://" in site else f"https://{site}")
    if address.scheme not in ("http", "https") or not address.hostname:
        raise SelfAuditError(f'"{site}" is not the address of a site.', "Use one like https://myblog.example")
    return f"{address.scheme}://{address.netloc}{address.path.rstrip('/')}"
