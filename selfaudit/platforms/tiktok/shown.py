"""What TikTok's pages show of themselves, page by page, beside the data that they carry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup

from selfaudit.model.visit import Document, Visit
from selfaudit.platforms.reading import soup_of
from selfaudit.platforms.tiktok.answers import is_page
from selfaudit.platforms.tiktok.rendered import Head, Tile, handle_in, head_of, tiles_of


@dataclass(frozen=True, slots=True)
class Shown:
    """What TikTok's pages show, beside the data that they carry."""

    pages: tuple[tuple[Document, BeautifulSoup], ...]

    @property
    def heads(self) -> list[Head]:
        """The tops of profiles."""
        return [head for page, soup in self.pages if (head := head_of(soup, page.url))]

    @property
    def tiles(self) -> list[Tile]:
        """Every post of a grid."""
        return [tile for page, soup in self.pages for tile in tiles_of(soup, page.url)]

    @property
    def handles(self) -> list[str]:
        """Whose pages they are, by their addresses."""
        return [handle for page, soup in self.pages if (handle := handle_in(page, soup))]


def shown_by(visits: Sequence[Visit]) -> Shown:
    """The pages of TikTok among these visits."""
    documents = [document for visit in visits for document in visit.documents if is_page(document)]
    return Shown(tuple((document, soup_of(document.html)) for document in documents))
