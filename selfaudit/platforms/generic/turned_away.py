"""Saved pages that are walls: told by the same signs as the live door knows them by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from selfaudit.model.platform import WallSign
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.visit import Document, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.generic.markup import written_text
from selfaudit.platforms.reading import soup_of


def turned_away(documents: Iterable[Document], signs: tuple[WallSign, ...]) -> tuple[Gap, ...]:
    """Why these pages, in which nothing of a profile was found, show nothing."""
    found = []
    for document in documents:
        text = written_text(soup_of(document.html).body).replace("\u2019", "'")
        found += [sign.reason for sign in signs if sign.matches(document, text)][:1]
    return tuple(Gap(Part.OTHER, reason) for reason in dict.fromkeys(found))


NOTHING_FOUND = (
    "nothing of a profile was found on this page: it had not loaded whole, or has a form that this version"
    " does not know"
)


def never_silent(snapshot: Snapshot, visits: Sequence[Visit], signs: tuple[WallSign, ...]) -> Snapshot:
    """The snapshot; where it holds nothing at all though there were pages, with the reason why."""
    documents = [document for visit in visits for document in visit.documents]
    if not documents or snapshot.gaps or snapshot.read or any(snapshot.has(part) for part in Part):
        return snapshot
    return replace(snapshot, gaps=turned_away(documents, signs) or (Gap(Part.OTHER, NOTHING_FOUND),))
