"""Pages that break off in the middle: what stands on them counts, but nothing is said to be whole by them.

A page that was saved while it still loaded, or whose transfer ended early, looks like a page with less on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from selfaudit.model.platform import Platform
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Part

BROKEN_OFF = "a page breaks off in the middle: it had not been loaded or saved whole"
_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_OPENED = re.compile(r"<(?:body|html)\b", re.IGNORECASE)
_LAST_SIGNS = 2**12
_HALF_A_TAG = re.compile(r"<[a-z!/][^<>]*$", re.IGNORECASE)
_NEVER_LEFT_OPEN = ("article", "div", "form", "main", "script", "section", "span", "style", "table", "ul")
"""Mark-up may leave many elements unclosed, and the body too, but none of these."""


def minding_the_end(platform: Platform) -> Platform:
    """The same platform, whose reader calls no part read to its end that it needs a cut page for."""

    def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
        snapshot = platform.parse(visits, account)
        whole = [_whole(visit) for visit in visits]
        if not snapshot.read or whole == list(visits):
            return snapshot
        rest = platform.parse(whole, account)
        sure = rest.read if rest.owner.handle == snapshot.owner.handle else ()
        read = tuple(part for part in snapshot.read if part in sure)
        return replace(snapshot, read=read, gaps=(*snapshot.gaps, *_lost(snapshot, read)))

    return replace(platform, parse=parse)


def breaks_off(html: str) -> bool:
    """Whether a page ends before it is closed; a piece of a page that is closed in itself does not."""
    if _END.search(html):
        return False
    return bool(_HALF_A_TAG.search(html)) or any(_left_open(name, html) for name in _NEVER_LEFT_OPEN)


def ends_early(page: str) -> bool:
    """Whether a page of an export is empty, or ends before it is closed.

    A program wrote it, which closes what it opens: unlike a page of the web it never leaves its body open. A
    piece of a page that is closed in itself is whole.
    """
    if _OPENED.search(page):
        return not _END.search(page[-_LAST_SIGNS:])
    return not page.strip() or breaks_off(page)


def _left_open(name: str, html: str) -> bool:
    opened = len(re.findall(rf"<{name}[\s>]", html, re.IGNORECASE))
    return opened > len(re.findall(rf"</{name}\s*>", html, re.IGNORECASE))


def _whole(visit: Visit) -> Visit:
    kept = tuple(document for document in visit.documents if not breaks_off(document.html))
    return visit if kept == visit.documents else replace(visit, documents=kept)


def _lost(snapshot: Snapshot, read: tuple[Part, ...]) -> tuple[Gap, ...]:
    return tuple(Gap(part, BROKEN_OFF) for part in snapshot.read if part not in read)
