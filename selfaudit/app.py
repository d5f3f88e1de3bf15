"""The phases as plain functions, with every collaborator passed in: the composition root.

    capture | import_files  ->  snapshot folder  ->  check  ->  AuditResult  ->  report  ->  text

Each phase starts from the files of the one before. Nothing here asks questions or prints; consent is asked
by whoever calls (the commands do it first of all).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selfaudit import false_alarms, outputs, storage
from selfaudit.choosing import live_platforms, saving_steps, sites_for
from selfaudit.doctor import Line, examine, examine_parsers
from selfaudit.doors import (
    Confirm,
    Plan,
    SignIn,
    capture,
    left_of,
    place_for,
    plan_capture,
    plan_import,
)
from selfaudit.drafting import Draft, hold_each, read_drafts
from selfaudit.errors import CaptureError, Interrupted, StorageError
from selfaudit.importing import import_files
from selfaudit.judging import judging, policy_of
from selfaudit.model.codec import json_schema, load_result, load_snapshot, to_json
from selfaudit.model.findings import AuditResult
from selfaudit.model.progress import Progress, Silent
from selfaudit.model.shelf import laying
from selfaudit.model.snapshot import Snapshot
from selfaudit.questions import Ask
from selfaudit.telling import typed

if TYPE_CHECKING:
    from selfaudit.audit import Held

__all__ = [
    "audit",
    "capture",
    "check",
    "demo",
    "dismiss",
    "doctor",
    "draft",
    "import_files",
    "left_of",
    "live_platforms",
    "load_result",
    "plan_audit",
    "plan_capture",
    "plan_import",
    "read_drafts",
    "report",
    "report_draft",
    "saving_steps",
    "schema",
]

DEFAULT_POLICY = "preston-grange"


@dataclass(frozen=True, slots=True)
class Run:
    """A finished audit: where things are, and one paragraph for the terminal."""

    folder: Path
    result: AuditResult
    report: Path
    summary: str


def plan_audit(
    platforms: Sequence[str],
    out: Path | None,
    *,
    pack: str = DEFAULT_POLICY,
    site: str | None = None,
    headless: bool = False,
) -> Plan:
    """Check that a whole audit can be made at all, its policy pack included, before anybody signs in.

    Raises:
        SelfAuditError: as for `plan_capture`, or the pack cannot be used, or what is no report of ours has
            the name of one.
    """
    policy_of(pack)
    sites = sites_for(platforms, site)
    plans = [
        plan_capture(one, out / one if out else None, site=its, headless=headless)
        for one, its in sites.items()
    ]
    if out is not None:
        outputs.earlier_report(out)
    titles = " and ".join(plan.title for plan in plans)
    return Plan(titles, out or storage.home() / "runs", "\n".join(plan.rules for plan in plans if plan.rules))


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
    from selfaudit.illustrating import illustrate

    with laying(storage.home()):
        held = [one for folder in snapshots for one in _held(Path(folder))]
    result = judging(policy, now, remember=True)(held, progress or Silent())
    return replace(result, findings=illustrate(result.findings, held))


def dismiss(keys: Sequence[str], *, undo: bool = False) -> frozenset[str]:
    """Leave evidence with these keys out of reports from now on, or tell it again; what is left out then.

    Raises:
        SelfAuditError: one of them is no key.
    """
    (false_alarms.take_back if undo else false_alarms.add)(keys)
    return false_alarms.kept()


def draft(drafts: Sequence[Draft], policy: str = DEFAULT_POLICY) -> Iterator[AuditResult]:
    """Hold each thing that is not posted yet against a policy pack, one after the other; nothing is kept.

    Raises:
        PolicyError: the pack cannot be used.
    """
    judge = judging(policy)
    return (judge([held], Silent()) for held in hold_each(drafts))


def report(result: AuditResult, form: str = "html") -> str:
    """The result as "html", "json" or "text"."""
    from reports import render

    return render(result, form)


def report_draft(result: AuditResult) -> str:
    """What was noticed in something that is not posted yet, in a few lines of text."""
    from reports import render_draft

    return render_draft(result)


def audit(
    platforms: Sequence[str],
    out: Path | None = None,
    *,
    pack: str = DEFAULT_POLICY,
    site: str | None = None,
    sign_in: SignIn | None = None,
    attach: Confirm | None = None,
    headless: bool = False,
    ask: Ask | None = None,
    progress: Progress | None = None,
) -> Run:
    """All phases for one or more platforms. A platform that fails is told, and the rest go on.

    Raises:
        SelfAuditError: the policy cannot be used, or no platform at all could be read.
    """
    policy_of(pack)
    sites = sites_for(platforms, site)

    def read(platform: str, place: Path) -> Path:
        return capture(
            platform,
            place,
            site=sites[platform],
            sign_in=sign_in,
            attach=attach,
            headless=headless,
            ask=ask,
            progress=progress,
        )

    with storage.claiming(place_for(out)) as folder:
        folders, failed = _read_each(platforms, folder, read)
        if outputs.earlier_report(folder):
            (progress or Silent()).say(f"{folder} holds an earlier report; the new one takes its place.")
        return _finish(folder, folders, pack, progress, failed)


def _read_each(
    platforms: Sequence[str], folder: Path, read: Callable[[str, Path], Path]
) -> tuple[list[Path], list[str]]:
    """The snapshot folders, and a line for each platform that could not be read."""
    folders: list[Path] = []
    failed: list[str] = []
    for platform in platforms:
        try:
            folders.append(read(platform, folder / platform))
        except (CaptureError, StorageError) as error:
            if len(platforms) == 1:
                raise
            failed.append(f"{platform}: {error}")
    if not folders:
        raise CaptureError("None of the sites could be read.", " ".join(failed))
    return folders, failed


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


def doctor(*, parsers: bool = False) -> Iterator[Line]:
    """What works on this computer and what does not; or what each reader makes of its own samples."""
    return examine_parsers() if parsers else examine()


def schema(kind: str) -> dict[str, Any]:
    """The JSON Schema of a "snapshot" or a "result"."""
    return json_schema(Snapshot if kind == "snapshot" else AuditResult)


def deliver(text: str, out: Path | None, show: Callable[[str], None]) -> None:
    """Write privately to a file and say where, or show on the screen when there is none."""
    if out is None:
        show(text)
        return
    outputs.write_where_asked(out, text)
    show(f"Written to {out}")


def _finish(
    folder: Path, read: Sequence[Path], pack: str, progress: Progress | None, failed: Sequence[str]
) -> Run:
    try:
        result = check(read, pack, progress=progress)
    except KeyboardInterrupt as stopped:
        raise Interrupted(
            f"You stopped it. What was read is kept in {folder}.",
            f"Go on with: selfaudit check {typed(*read, '--policy', pack)}",
        ) from stopped
    storage.write_private(folder / "result.json", to_json(result))
    page = storage.write_private(folder / "report.html", report(result, "html"))
    return Run(folder, result, page, _summary(page, result, failed))


def _summary(page: Path, result: AuditResult, failed: Sequence[str]) -> str:
    from selfaudit.browser.signals import STOPPED

    lines = [f"Your report is in {page}", "Open it in your browser; it is for you alone."]
    if any(gap.reason == STOPPED for gap in result.gaps):
        lines.append(
            "You stopped before the end; the report says what was not read. To read all, run it again."
        )
    return "\n".join([*lines, *(f"Could not be read: {line}" for line in failed)])


def _held(folder: Path) -> Sequence[Held]:
    """The snapshot in this folder, and each that lies in a folder inside it, as imports leave several."""
    from selfaudit.audit import Held

    inside = storage.accounts_in(folder)
    places = inside if inside and not (folder / "snapshot.json").exists() else [folder, *inside]
    return [Held(load_snapshot(one), one if one.is_dir() else one.parent) for one in places]
