"""Each profile that was looked at: as whom, how that is known, and the picture of what a stranger sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import time
from functools import partial

from reports import moments, words
from reports.view.sight import Row, Sight, rows_of
from selfaudit.model.findings import AuditedAccount, AuditResult, Coverage, Finding, PlatformGap
from selfaudit.model.vocabulary import Door, Lens

Record = Finding | Coverage | PlatformGap
Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Trail:
    """The addresses that one lens opened."""

    title: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """One profile. ``glance`` says in sentences what the picture in ``rows`` shows.

    ``apart`` tells it from another reading of the same account, where there is one.
    """

    number: int
    key: Key
    platform: str
    name: str
    door: Door
    how: str
    proof: str
    when: str
    glance: tuple[str, ...]
    rows: tuple[Row, ...]
    public_was_stopped: bool
    trails: tuple[Trail, ...]
    apart: str = ""

    @property
    def title(self) -> str:
        """Network and person, as one line."""
        named = f"{self.platform}: {self.name}" if self.name else self.platform
        return f"{named}, {self.apart}" if self.apart else named

    def owns(self, record: Record) -> bool:
        """Whether this was said of this profile; a result written by hand may number none."""
        return _is_of(self.number, self.key, record)


def accounts_of(result: AuditResult) -> tuple[AccountView, ...]:
    """Every profile, in the order in which they were looked at."""
    views = [_account(number, account, result) for number, account in enumerate(result.accounts)]
    times = Counter(view.title for view in views)
    return tuple(replace(view, apart=_apart(view)) if times[view.title] > 1 else view for view in views)


def owner_of(record: Record, accounts: Iterable[AccountView]) -> AccountView | None:
    """The profile of which something was said."""
    return next((account for account in accounts if account.owns(record)), None)


def _is_of(number: int, key: Key, record: Record) -> bool:
    if record.profile is not None:
        return record.profile == number
    return (record.platform, record.account) == key


def _apart(view: AccountView) -> str:
    """Two readings of one account are told apart by their door, and by their place in the report."""
    return f"{words.SOURCES[view.door]} (reading {view.number + 1})"


def _account(number: int, account: AuditedAccount, result: AuditResult) -> AccountView:
    key = (account.platform, account.handle or account.name)
    mine = partial(_is_of, number, key)
    coverage = {(row.part, row.lens): row for row in result.coverage if mine(row)}
    stops = {gap.lens for gap in result.gaps if mine(gap)}
    walked = {lens for lens, _ in account.addresses} | (stops - {None})
    rows = rows_of(coverage, [lens for lens in Lens if lens in walked])
    stopped = bool(stops - {Lens.OWNER}) or any(row.stranger.sight.uncertain for row in rows)
    return AccountView(
        number=number,
        key=key,
        platform=words.platform(account.platform),
        name=_name(account),
        door=account.door,
        how=_how(account),
        proof=words.sentence(account.proof or "")
        or "Not known: what was read does not say whose profile it is.",
        when=_when(account),
        glance=tuple(_glance(rows, account.door)),
        rows=rows,
        public_was_stopped=stopped,
        trails=tuple(_trails(account)),
    )


def _name(account: AuditedAccount) -> str:
    handle = f"@{account.handle.removeprefix('@')}" if account.handle else ""
    if account.name and handle:
        return f"{account.name} ({handle})"
    return account.name or handle


def _when(account: AuditedAccount) -> str:
    """When it was read. Saved pages mostly have no date but that of their file, which a copy may change.

    A midnight of an export is a bare day, out of its file's name.
    """
    if account.taken_at is None:
        return "Not known"
    if account.door is Door.EXPORT and account.taken_at.time() == time():
        return f"{moments.day(account.taken_at)} (by its file's name)"
    noted = " (the date of the saved file)" if account.door is Door.PAGES else ""
    return f"{moments.minute(account.taken_at)}{noted}"


def _how(account: AuditedAccount) -> str:
    site = f", at {account.site}" if account.site else ""
    return f"{words.DOORS[account.door]}{site}."


def _trails(account: AuditedAccount) -> Iterable[Trail]:
    titles = {Lens.OWNER: "Signed in as you", Lens.PUBLIC: "Signed out, as a stranger"}
    for lens, title in titles.items():
        addresses = tuple(address for seen_by, address in account.addresses if seen_by is lens)
        if addresses:
            yield Trail(title, addresses)


def _glance(rows: tuple[Row, ...], door: Door) -> Iterable[str]:
    """The picture in words; never says "nothing" of what was not looked at."""
    if all(row.stranger.sight.silent for row in rows):
        yield "What a stranger sees was not looked at."
        if door is Door.EXPORT:
            yield "A data download does not show it."
        return
    visible = [_share(row) for row in rows if row.stranger.sight in (Sight.SEEN, Sight.SOME)]
    if visible:
        yield f"A stranger can see: {words.named(visible)}."
    elif any(row.stranger.sight is Sight.NONE for row in rows):
        yield "In this look a stranger was shown nothing of what could be looked at."
    else:
        yield "What a stranger sees could not be seen."
    stopped = [row.spoken for row in rows if row.stranger.sight.uncertain]
    if stopped:
        yield f"Not fully seen as a stranger, so there may be more: {words.named(stopped)}."


def _share(row: Row) -> str:
    seen, mine = row.stranger.seen, row.owner.seen
    if not row.counts:
        return row.spoken
    return f"{row.spoken} ({seen:,} of {mine:,})" if mine >= seen else f"{row.spoken} ({seen:,})"
