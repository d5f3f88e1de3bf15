"""Each profile that was looked at: as whom, how that is known, and the picture of what a stranger sees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reports import moments, words
from reports.view.sight import Row, Sight, rows_of
from selfaudit.model.findings import AuditedAccount, AuditResult
from selfaudit.model.vocabulary import Door, Lens


@dataclass(frozen=True, slots=True)
class Trail:
    """The addresses that one lens opened."""

    title: str
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountView:
    """One profile. ``glance`` says in sentences what the picture in ``rows`` shows."""

    key: tuple[str, str | None]
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

    @property
    def title(self) -> str:
        """Network and person, as one line."""
        return f"{self.platform}: {self.name}" if self.name else self.platform


def accounts_of(result: AuditResult) -> tuple[AccountView, ...]:
    """Every profile, in the order in which they were looked at."""
    return tuple(_account(account, result) for account in result.accounts)


def _account(account: AuditedAccount, result: AuditResult) -> AccountView:
    key = (account.platform, account.handle or account.name)
    coverage = {(row.part, row.lens): row for row in result.coverage if (row.platform, row.account) == key}
    stops = {gap.lens for gap in result.gaps if (gap.platform, gap.account) == key}
    walked = {lens for lens, _ in account.addresses} | (stops - {None})
    rows = rows_of(coverage, [lens for lens in Lens if lens in walked])
    stopped = bool(stops - {Lens.OWNER}) or any(row.stranger.sight.uncertain for row in rows)
    return AccountView(
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
    """When it was read. Saved pages mostly have no date but that of their file, which a copy may change."""
    if account.taken_at is None:
        return "Not known"
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


def where_titles(accounts: Iterable[AccountView]) -> Mapping[tuple[str, str | None], AccountView]:
    """The profiles by the key that findings and gaps name them with."""
    return {account.key: account for account in accounts}


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
