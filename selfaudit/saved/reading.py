"""Every file that was given, as visits; what cannot be read is refused with its reason, the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from selfaudit.model.visit import Response, Visit
from selfaudit.platforms.reading import json_of
from selfaudit.saved.contents import Content, Refused, contents
from selfaudit.saved.har import read_har
from selfaudit.saved.kinds import FEEDS, HAR, JSON, MHTML, PAGES, WEBARCHIVE
from selfaudit.saved.mhtml import read_mhtml
from selfaudit.saved.pages import decoded, is_of_the_web, read_page
from selfaudit.saved.pictures import Pictures
from selfaudit.saved.webarchive import read_webarchive


@dataclass(frozen=True, slots=True)
class SavedPage:
    """One visit and the name of the file that it came from."""

    name: str
    visit: Visit


@dataclass(frozen=True, slots=True)
class Saved:
    """What was in the files, and what could not be read."""

    pages: tuple[SavedPage, ...] = ()
    refused: tuple[Refused, ...] = ()


def read_saved(
    paths: Sequence[Path], media_folder: Path, told: Callable[[int], None] = lambda _count: None
) -> Saved:
    """Reads saved pages, recordings and data answers. Nothing is fetched and nothing is unpacked to disk.

    Args:
        paths: files, folders and zip archives.
        media_folder: where pictures are kept, as ``<media_folder>/<name>``; visits name ``media/<name>``.
        told: called with the number of files read so far.
    """
    pages: list[SavedPage] = []
    refused: list[Refused] = []
    pictures = Pictures(media_folder)
    for found in contents(paths):
        for item in [found] if isinstance(found, Refused) else _read(found, pictures):
            if isinstance(item, Refused):
                refused.append(item)
            else:
                pages.append(item)
        told(len(pages) + len(refused))
    return Saved(tuple(pages), tuple(refused))


def _read(content: Content, pictures: Pictures) -> Iterator[SavedPage | Refused]:
    if not content.data.strip():
        yield Refused(content.name, "is empty")
        return
    if content.doubt and not _is_of_a_browser(content):
        yield content.doubt
        return
    visits = _visits(content, pictures)
    for visit in visits or ():
        # Most pages do not say when they were saved; the file does, as far as nobody copied it.
        yield SavedPage(content.name, replace(visit, at=visit.at or content.saved))
    if not visits:
        told = _DAMAGED if visits is None else _HOLLOW
        yield Refused(content.name, told.get(content.kind, _WHATEVER))


def _is_of_a_browser(content: Content) -> bool:
    """Whether a person saved it; networks hand out pages of messages as well, but none from the web."""
    return content.kind in MHTML | WEBARCHIVE | HAR or (content.kind in PAGES and is_of_the_web(content.data))


_WHATEVER = "cannot be read: it is damaged or not whole"
_HOLLOW = {
    ".har": (
        "holds only the addresses that were asked for, and nothing of what came: press F12, choose “Network”,"
        " load your pages again, and save with “Save all as HAR with content”"
    )
}
_DAMAGED = {
    ".json": "cannot be read: it is not whole, or no data answer",
    ".har": "cannot be read: it is not whole, or no recording of a browser",
}


def _visits(content: Content, pictures: Pictures) -> list[Visit] | None:
    kind = content.kind
    if kind in HAR:
        return read_har(content.data, pictures)
    if kind in MHTML | WEBARCHIVE:
        page = (read_mhtml if kind in MHTML else read_webarchive)(content, pictures)
        return [page] if page else None
    if kind in JSON | FEEDS:
        return _answer(content)
    return [read_page(content, pictures)]


def _answer(content: Content) -> list[Visit] | None:
    """A lone data answer or feed; its file's name stands where its address would."""
    kind = "application/json" if content.kind in JSON else "application/xml"
    body = content.data if content.kind in FEEDS else decoded(content.data).encode("utf-8", "surrogatepass")
    if content.kind in JSON and json_of(body) is None:
        return None
    return [Visit(None, responses=(Response(content.name, kind, body),))]
