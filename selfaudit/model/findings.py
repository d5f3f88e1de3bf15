"""What checks conclude: complete enough to be shown alone, with no checks, policy or network at hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from hashlib import sha256

from selfaudit.model.policy import Approval, Contact
from selfaudit.model.region import Region
from selfaudit.model.snapshot import Gap, as_utc
from selfaudit.model.vocabulary import Confidence, Door, Lens, Outcome, Part, Severity

_KEY_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something shows, the shortest quotation or picture region that shows it, and how sure.

    Attributes:
        item: the item's id in the snapshot.
        quote: the shortest text that makes the point; never a whole post where less will do.
        marks: (start, end) offsets into ``quote`` of the words that carry it.
        note: one sentence of what was noticed here.
        lens: ``public`` when a stranger saw it.
        picture: a small data: URI of the picture, so that the finding renders alone.
        picture_size: (width, height) of the file that ``region`` is measured in, in pixels.
        picture_frame: the part of that file which ``picture`` shows; ``None`` for all of it.
        own: whether it is the owner's own doing, written or passed on; what others did is worded apart.
        key: a short name for this piece, as `keyed` gives it: the same each time as long as the item and the
            quotation are.
    """

    item: str
    confidence: Confidence
    quote: str | None = None
    marks: tuple[tuple[int, int], ...] = ()
    region: Region | None = None
    note: str = ""
    lens: Lens | None = None
    url: str | None = None
    time: datetime | None = None
    severity: Severity | None = None
    picture: str | None = None
    picture_size: tuple[int, int] | None = None
    picture_frame: Region | None = None
    own: bool = True
    key: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "time", as_utc(self.time))


def keyed(pieces: Iterable[Evidence], check: str, platform: str) -> tuple[Evidence, ...]:
    """The pieces with their keys.

    What was noticed is part of a key only where different things were noticed in one place: so the words of a
    note may change without telling a false alarm again, and whoever calls one of two things a false alarm is
    still told the other.
    """
    listed = tuple(pieces)
    noticed: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for piece in listed:
        noticed[_place(piece)].add(_noticed(piece))
    return tuple(
        replace(piece, key=_key(check, platform, *_place(piece), *apart))
        for piece in listed
        for apart in [_noticed(piece) if len(noticed[_place(piece)]) > 1 else ()]
    )


def _place(piece: Evidence) -> tuple[str, ...]:
    return piece.item, piece.quote or "", str(piece.region or "")


def _noticed(piece: Evidence) -> tuple[str, ...]:
    return str(piece.marks), piece.note


def _key(*said: str) -> str:
    return sha256("\0".join(said).encode("utf-8", "replace")).hexdigest()[:_KEY_LENGTH]


@dataclass(frozen=True, slots=True)
class Finding:
    """One check's conclusion for one profile. Impossible states are refused when built.

    ``profile`` is the place of that profile among the result's accounts: two doors may have read one account.
    """

    check: str
    platform: str
    outcome: Outcome
    severity: Severity
    headline: str
    why: str
    advice: str
    principle: str | None = None
    principle_title: str | None = None
    account: str | None = None
    reason: str | None = None
    approval: Approval | None = None
    evidence: tuple[Evidence, ...] = ()
    profile: int | None = None

    def __post_init__(self) -> None:
        if self.outcome in (Outcome.CONCERN, Outcome.NEEDS_REVIEW) and not self.evidence:
            raise ValueError(f"{self.check}: {self.outcome} needs evidence")
        if self.outcome is Outcome.NOT_CHECKED and not self.reason:
            raise ValueError(f"{self.check}: say why it was not checked")


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of one part one lens saw on one platform. ``seen`` is ``None`` where it did not look.

    ``absent`` says that this kind of site has no such part at all, so that nothing was missed; ``profile`` is
    as in a `Finding`.
    """

    platform: str
    account: str | None
    part: Part
    lens: Lens
    seen: int | None = None
    oldest: datetime | None = None
    newest: datetime | None = None
    reason: str | None = None
    absent: bool = False
    profile: int | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "oldest", as_utc(self.oldest))
        object.__setattr__(self, "newest", as_utc(self.newest))


@dataclass(frozen=True, slots=True)
class AuditedAccount:
    """One profile that was looked at: when, as whom, how that was proven, and which addresses."""

    platform: str
    door: Door
    site: str | None = None
    name: str | None = None
    handle: str | None = None
    proof: str | None = None
    taken_at: datetime | None = None
    addresses: tuple[tuple[Lens, str], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "taken_at", as_utc(self.taken_at))


@dataclass(frozen=True, slots=True)
class PlatformGap:
    """A gap of a snapshot, with the profile that it belongs to, as in a `Finding`."""

    platform: str
    account: str | None
    part: Part
    reason: str
    count: int | None = None
    lens: Lens | None = None
    profile: int | None = None

    @classmethod
    def of(cls, platform: str, account: str | None, gap: Gap, profile: int | None = None) -> PlatformGap:
        """The same gap, told apart from other profiles' gaps."""
        return cls(platform, account, gap.part, gap.reason, gap.count, gap.lens, profile)


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only the person can judge, with the paragraph that asks it."""

    principle: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PolicyCard:
    """Which policy was held against the profile: enough to name it in the report."""

    id: str
    title: str
    school: str
    version: str = ""
    reviewed: str | None = None
    stale: bool = False


@dataclass(frozen=True, slots=True)
class AuditResult:
    """Everything that a report needs. ``made_at`` is in UTC."""

    made_at: datetime
    policy: PolicyCard
    schema: int = 1
    version: str = ""
    accounts: tuple[AuditedAccount, ...] = ()
    findings: tuple[Finding, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    gaps: tuple[PlatformGap, ...] = ()
    questions: tuple[Question, ...] = ()
    contacts: tuple[Contact, ...] = field(default_factory=tuple)

    def __post_init__(self) -> None:
        object.__setattr__(self, "made_at", as_utc(self.made_at))
