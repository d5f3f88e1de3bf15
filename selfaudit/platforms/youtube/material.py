"""Everything of YouTube that visits brought, as data and as pages."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from selfaudit.model.visit import Visit
from selfaudit.platforms.generic.answers import Answer
from selfaudit.platforms.reading import soup_of
from selfaudit.platforms.youtube.answers import answers, is_page
from selfaudit.platforms.youtube.rendered import Page


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that visits brought, as data and as pages."""

    visits: tuple[Visit, ...]
    answers: tuple[Answer, ...]
    pages: tuple[Page, ...]

    @property
    def media(self) -> Mapping[str, str]:
        """The pictures that were kept."""
        return ChainMap(*[dict(visit.media) for visit in self.visits])


def found_in(visits: Sequence[Visit]) -> Found:
    """The data and the pages of YouTube among these visits."""
    documents = [document for visit in visits for document in visit.documents if is_page(document)]
    pages = tuple(Page(document, soup_of(document.html)) for document in documents)
    return Found(tuple(visits), tuple(answers(visits)), pages)
