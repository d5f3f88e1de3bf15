"""Saved pages that are walls: told by the same signs as the live door knows them by."""

from __future__ import annotations

from collections.abc import Iterable

from selfaudit.model.platform import WallSign
from selfaudit.model.snapshot import Gap
from selfaudit.model.visit import Document
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
