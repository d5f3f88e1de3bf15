"""What visits brought of Facebook, sorted: data of today's pages, old pages, stories, walls."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bs4 import BeautifulSoup

from selfaudit.model.visit import Document, Response, Visit
from selfaudit.platforms.facebook import mbasic
from selfaudit.platforms.facebook.addresses import DOMAINS, LOOPBACK, SITE, Names, names_in
from selfaudit.platforms.facebook.stories import Told, author_of, is_story
from selfaudit.platforms.generic.answers import host_of
from selfaudit.platforms.generic.embedded import Stretch, each_object
from selfaudit.platforms.generic.values import id_in, objects, part_of, text_in
from selfaudit.platforms.meta.answers import Answer, answers, at_or_below, current_user
from selfaudit.platforms.reading import absolute, meta, visible_text

_UNITS = "timeline_list_feed_units"
_ABOUT_SOMEBODY = (_UNITS, "profile_tile_sections", "best_description", "profile_header_renderer")
_OTHER_SITES = re.compile(r"PolarisViewer|XIGSharedData|text_post_app_|Barcelona")
_ENOUGH = 20
_NESTED = frozenset({"attached_story"})


def is_page(document: Document) -> bool:
    """Whether a page is Facebook's; its sister sites' pages are built alike."""
    if at_or_below(document.url, DOMAINS):
        return True
    if host_of(document.url) not in {*LOOPBACK, ""}:
        return False
    told = '"CurrentUserInitialData"' in document.html or '"timeline_list_feed_units"' in document.html
    return mbasic.is_old_page(document.html) or (told and not _OTHER_SITES.search(document.html))


def is_answer(response: Response) -> bool:
    """Whether a data answer is Facebook's."""
    if at_or_below(response.url, DOMAINS):
        return True
    if host_of(response.url) not in {*LOOPBACK, ""} or b"Story" not in response.body:
        return False
    found = answers([Visit(None, responses=(response,))], is_page)
    return any(any(_told_in(answer)) for answer in found)


@dataclass(frozen=True, slots=True)
class Material:
    """Everything of Facebook's in some visits."""

    answers: tuple[Answer, ...]
    stories: tuple[Told, ...]
    old: tuple[BeautifulSoup, ...]
    walls: tuple[str, ...]

    def viewer(self) -> tuple[str, str | None] | None:
        """The number and name of whoever was signed in."""
        told = current_user(self.answers)
        if told and told[0] != "0":
            return told
        return next((found for soup in self.old if (found := mbasic.signed_in_as(soup))), None)

    def nobody(self) -> bool:
        """Whether the pages say that nobody was signed in."""
        told = current_user(self.answers)
        return told is not None and told[0] == "0"

    def subject(self) -> Names:
        """Whose profile the pages are of, by whichever name they give."""
        for answer in self.answers:
            for identity in _profiles(answer):
                return Names(identity)
        for names in (*(names_in(answer.page) for answer in self.answers), *map(mbasic.shown, self.old)):
            if names:
                return names
        tellers = Counter(id_in(author_of(told.story)) for told in self.stories)
        known = [identity for identity, _count in tellers.most_common() if identity]
        return Names(known[0]) if known else Names()

    def vanity_of(self, identity: str | None) -> str | None:
        """The name that this person chose for their address, where any of the data tells."""
        named = self._addresses_of(identity) if identity else ()
        return next((names.vanity for names in named if names.vanity), None)

    def _addresses_of(self, identity: str) -> Iterator[Names]:
        pages = (answer for answer in self.answers if answer.soup is not None)
        yield from (names_in(page.url) for page in pages if next(_profiles(page), None) == identity)
        mine = [told.story for told in self.stories if id_in(author_of(told.story)) == identity]
        for part in (part for story in mine[:_ENOUGH] for part in each_object(story, _NESTED)):
            yield names_in(text_in(part, "wwwURL"))
        for part in (part for answer in self.answers for part in each_object(answer.values)):
            if id_in(part, "userID") == identity and text_in(part, "userVanity"):
                yield Names(identity, text_in(part, "userVanity"))
            if id_in(part) == identity:
                yield names_in(text_in(part, "url"))
        yield from (names for names in map(mbasic.shown, self.old) if names.id == identity)
        yield from self._in_banners(identity)

    def _in_banners(self, identity: str) -> Iterator[Names]:
        """Where the site's own bar leads whoever is signed in, under their name.

        A page that was reached by a click may hold no data of its own, and its address only the chosen name.
        """
        told = self.viewer()
        if told is None or told[0] != identity or not told[1]:
            return
        for soup in (answer.soup for answer in self.answers if answer.soup is not None):
            for link in soup.select("[role=banner] a[href]"):
                if told[1] in {str(link.get("aria-label", "")).strip(), visible_text(link)}:
                    yield names_in(absolute(SITE, str(link["href"])) or "")

    def strange(self) -> bool:
        """Whether there is a page that is no wall, and yet holds nothing that this reader knows."""
        for answer in self.answers:
            if answer.soup is not None and answer.soup not in self.old and not _wall(answer):
                shows = any(_profiles(answer)) or any(_told_in(answer)) or current_user([answer])
                if not shows:
                    return True
        return False

    def stretches(self, owner: str | None) -> Iterator[Stretch]:
        """The stretches of the owner's timeline that were read."""
        for answer in self.answers:
            for whose, more, end in _page_marks(answer):
                if whose in (None, owner) and not answer.damaged:
                    yield Stretch(_start(answer), end, more)


def gather(visits: Iterable[Visit]) -> Material:
    """Everything of Facebook's in these visits."""
    found = answers(visits, is_page)
    stories = [told for answer in found for told in _told_in(answer)]
    old = [answer.soup for answer in found if answer.soup is not None and mbasic.is_old(answer.soup)]
    walls = [wall for answer in found if (wall := _wall(answer))]
    return Material(tuple(found), tuple(stories), tuple(old), tuple(dict.fromkeys(walls)))


def _wall(answer: Answer) -> str | None:
    """Why a page shows nothing of a profile; a page that shows any is no wall, whatever stands over it."""
    soup = answer.soup
    if soup is None or any(_profiles(answer)) or any(_told_in(answer)) or mbasic.signed_in_as(soup):
        return None
    scripts = (script.get_text() for script in soup.find_all("script"))
    closed = any("CometErrorRoot" in script for script in scripts)
    return "Facebook says that this is not available to whoever is looking" if closed else None


def _told_in(answer: Answer) -> Iterator[Told]:
    """Every story of an answer, with whose page it was told on."""
    page_of, seen = _asked_for(answer), set[int]()
    for part in each_object(answer.values, _NESTED):
        units = part.get(_UNITS)
        nodes = [edge.get("node") for edge in objects(part_of(units, "edges"))]
        page_of = (id_in(part) or page_of) if isinstance(units, dict) else page_of
        if _is_patch(part):
            nodes.append(part_of(part, "data", "node"))
        for node in nodes:
            if isinstance(node, dict) and node.get("__typename") == "Story":
                seen.add(id(node))
                yield Told(node, page_of)
        if is_story(part) and id(part) not in seen:
            yield Told(part)


def _page_marks(answer: Answer) -> Iterator[tuple[str | None, bool | None, str | None]]:
    """Whose timeline, whether it goes on, and the mark to go on with."""
    page_of = _asked_for(answer)
    for part in each_object(answer.values):
        units = part.get(_UNITS)
        page_of = (id_in(part) or page_of) if isinstance(units, dict) else page_of
        info = part_of(part, "data", "page_info") if _is_patch(part) else part_of(units, "page_info")
        if isinstance(info, dict):
            more = info.get("has_next_page")
            yield (
                page_of,
                more if isinstance(more, bool) else None,
                text_in(info, "end_cursor") or None,
            )


def _is_patch(part: object) -> bool:
    path = part_of(part, "path")
    return isinstance(path, list) and _UNITS in path


def _asked_for(answer: Answer) -> str | None:
    return id_in(answer.asked) or id_in(answer.asked, "userID")


def _start(answer: Answer) -> str | None:
    """The mark that a stretch was asked for with; a page itself is the first."""
    if answer.soup is not None:
        return ""
    return text_in(answer.asked, "cursor") if answer.asked is not None else None


def _profiles(answer: Answer) -> Iterator[str]:
    """The numbers of those whose profile an answer carries, the surest sign first."""
    if not any(answer.holds(name) for name in (*_ABOUT_SOMEBODY, "fb://profile/")):
        return
    parts = list(each_object(answer.values))
    for name in _ABOUT_SOMEBODY[:3]:
        yield from (identity for part in parts if name in part and (identity := id_in(part)))
    headers = (part_of(part, "profile_header_renderer", "user") for part in parts)
    yield from (identity for header in headers if (identity := id_in(header)))
    if answer.soup is not None:
        noted = (meta(answer.soup, "al:android:url") or "").rpartition("fb://profile/")[2]
        yield from [noted] if noted.isdigit() else []
