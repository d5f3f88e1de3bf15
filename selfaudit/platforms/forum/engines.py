"""The makes of board that can be read, in the order in which a page is held against them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.model.visit import Document, Visit
from selfaudit.platforms.forum import discourse, flarum, mybb, nodebb, phpbb, spirit, vbulletin, xenforo
from selfaudit.platforms.forum.engine import Engine, page_of
from selfaudit.platforms.forum.material import Material
from selfaudit.platforms.generic.values import root_of
from selfaudit.platforms.reading import absolute, json_of, soup_of

ENGINES: tuple[Engine, ...] = (
    discourse.ENGINE,
    flarum.ENGINE,
    nodebb.ENGINE,
    xenforo.ENGINE,
    vbulletin.NEWER,
    vbulletin.ENGINE,
    spirit.ENGINE,
    phpbb.ENGINE,
    mybb.ENGINE,
)


def engine_of(soup: BeautifulSoup) -> Engine | None:
    """The make of the board that this page is of."""
    return next((engine for engine in ENGINES if engine.knows(soup)), None)


def engine_named(name: str) -> Engine | None:
    """The make of this id."""
    return next((engine for engine in ENGINES if engine.id == name), None)


def of_document(document: Document, visit: Visit) -> Material:
    """Everything that a page shows; nothing, when it is no board's."""
    page = page_of(document, visit.at)
    engine = engine_of(page.soup)
    if engine is None:
        return Material()
    found = _standing_at(engine.read(page), page.base)
    found.engines.append(engine.id)
    found.sites += [page.site] if page.site else []
    found.strange = visit.part is None and _is_bare(found)
    return found


def of_answer(url: str, body: bytes) -> Material:
    """Everything that a data answer holds, by whichever make it has the shape of."""
    value: Any = json_of(body)
    for engine in ENGINES if isinstance(value, dict) else ():
        found = engine.answer(url, value)
        if not _is_bare(found) or found.viewer:
            found.engines.append(engine.id)
            site = root_of(url)
            found.sites += [site] if site else []
            return _standing_at(found, url)
    return Material()


def _standing_at(found: Material, base: str) -> Material:
    """The same with full addresses: data, and mark-up inside it, names them as the board's page does."""
    found.entries = [entry.standing_at(base) for entry in found.entries]
    found.members = [replace(member, url=absolute(base, member.url)) for member in found.members]
    return found


def gather(visits: Sequence[Visit]) -> Material:
    """Everything that these visits show; data answers first, since they tell most exactly."""
    found = Material()
    for visit in visits:
        for answer in visit.responses:
            found.take(of_answer(answer.url, answer.body))
    for visit in visits:
        for document in visit.documents:
            found.take(of_document(document, visit))
    return found


def is_board(document: Document) -> bool:
    """Whether a board made this page."""
    return engine_of(soup_of(document.html)) is not None


def _is_bare(found: Material) -> bool:
    told = any(form for _engine, form, _at in found.values)
    return not (found.entries or found.threads or found.members or found.connections or told)
