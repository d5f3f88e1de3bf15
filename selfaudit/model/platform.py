"""What a platform is: a pure reader of pages and, where there is a live door, a thin guide through them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from selfaudit.model.export import ExportReader
from selfaudit.model.questions import Questionnaire
from selfaudit.model.snapshot import Snapshot
from selfaudit.model.visit import Account, Document, View, Visit
from selfaudit.model.vocabulary import Part


@dataclass(frozen=True, slots=True)
class WallSign:
    """How a site says "no further". Every sign that is given must be there.

    Attributes:
        reason: what it means, as the end of the sentence "could not be seen: …".
        status: the HTTP status.
        address: a regular expression found in the address the page ended at.
        text: a regular expression found in the visible text, letter case ignored.
        alarm: the site is on its guard (a rate limit, a challenge, a warning of automation), so that the
            other lens is not even begun.
    """

    reason: str
    status: int | None = None
    address: str | None = None
    text: str | None = None
    alarm: bool = False

    def matches(self, document: Document, visible_text: str) -> bool:
        """Whether this page is that wall."""
        if self.status is not None and document.status != self.status:
            return False
        if self.address is not None and not re.search(self.address, document.url):
            return False
        return self.text is None or re.search(self.text, visible_text, re.IGNORECASE) is not None


def _as_it_is(_visits: Sequence[Visit], account: Account) -> Account:
    return account


@dataclass(frozen=True, slots=True)
class LivePages:
    """A guide through a site for the live door; thin, and unable to click.

    Attributes:
        sign_in: the address where the person signs in; takes the site's root address.
        signed_in: whether this page shows that somebody is signed in; polled while the person signs in.
        identify: opens what names the signed-in account; ``None`` when the site does not say.
        walk_owner: walks the owner's own pages; yields each part once it was read to its end.
        walk_public: the same for the signed-out lens, over the public addresses of that account,
            the most open ones first, since the walk ends at the first wall.
        parts: the parts that the owner's walk sets out to read.
        public_parts: the parts that the public walk sets out to read.
        walls: this site's own wall signs, looked at before the general ones.
        home: the site's root address; ``None`` when the platform lives on many sites (``--site``).
        hosts: further hosts that the site itself lives on; no other host is ever opened.
        introduce: what the owner's walk adds to the account before the public one: its items' addresses.
    """

    sign_in: Callable[[str], str]
    signed_in: Callable[[Document], bool]
    identify: Callable[[View], Account | None]
    walk_owner: Callable[[View, Account], Iterator[Part]]
    walk_public: Callable[[View, Account], Iterator[Part]]
    parts: frozenset[Part]
    public_parts: frozenset[Part]
    walls: tuple[WallSign, ...] = ()
    home: str | None = None
    hosts: tuple[str, ...] = ()
    introduce: Callable[[Sequence[Visit], Account], Account] = _as_it_is


def _not_told(_visit: Visit) -> None:
    return None


def _nobody_in_doubt(_visits: Sequence[Visit]) -> tuple[Account, ...]:
    return ()


def _as_written(handle: str) -> str:
    return handle


def _not_shown(_visit: Visit) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Platform:
    """A network or site kind.

    Attributes:
        id: the word used on the command line.
        title: what people call it.
        recognise: whether a visit (page or data answer) is of this platform.
        parse: reads all visits of one account through one lens. Pure and total: bad items become gaps,
            bad pages become gaps, nothing is ever raised for what a page holds. ``account`` is the proven
            account, or ``None`` for saved pages, where the owner is whom the pages are about.
        live: the live door, or ``None``.
        lacks: parts that this kind of site does not have at all.
        viewer: who was signed in when a page was saved, as the page itself says; ``None`` when it does not.
        signed_out: whether a saved page shows that nobody was signed in.
        writers: where several people sign texts and nothing tells which of them is meant, all of them.
        questions: the settings that no page shows, which the person is asked about.
        evidence: on what its reader rests: real saved data, with its date; a published shape; or invented.
        notes: for a part that some door does not read whole, why, as the end of "no: …"; where that door
            still brings something of it, the note begins with "in part: ".
        export: reads the network's own data exports, or ``None``.
        also: what else people call it, in small letters; its own addresses are known without.
        spelling: a handle as the site makes an address of it; handles that come out alike are one account.
    """

    id: str
    title: str
    recognise: Callable[[Visit], bool]
    parse: Callable[[Sequence[Visit], Account | None], Snapshot]
    live: LivePages | None = None
    lacks: frozenset[Part] = frozenset()
    viewer: Callable[[Visit], Account | None] = _not_told
    signed_out: Callable[[Visit], bool] = _not_shown
    writers: Callable[[Sequence[Visit]], tuple[Account, ...]] = _nobody_in_doubt
    questions: Questionnaire | None = None
    evidence: str = ""
    notes: Mapping[Part, str] = field(default_factory=dict, hash=False)
    export: ExportReader | None = None
    also: tuple[str, ...] = ()
    spelling: Callable[[str], str] = _as_written
