"""Facebook's old pages for plain phones (``mbasic.`` and ``m.``), saved while signed in; dead since 2024.

Rests on real pages of January and February 2021. The audience is written in words there, in the language of
the page; the time of a post is written without its zone, so that the moment stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from bs4 import BeautifulSoup, Tag

from selfaudit.model.snapshot import Fact, Image, Post
from selfaudit.model.vocabulary import Audience, ImageRole
from selfaudit.platforms.facebook.addresses import SITE, Names, names_in, outward
from selfaudit.platforms.generic.answers import parts_of
from selfaudit.platforms.generic.markup import links_in, written_text
from selfaudit.platforms.meta.media import Shelf
from selfaudit.platforms.reading import ItemUnreadable, absolute, visible_text

BASE = "https://mbasic.facebook.com/"
AUDIENCES = {
    "Public": Audience.PUBLIC,
    "Friends": Audience.FRIENDS,
    "Only me": Audience.PRIVATE,
}
_MARKS = re.compile(r'id="(?:objects_container|m_story_permalink_view|MChromeHeader|tlFeed)"')
_SECTIONS = "#work, #education, #living, #contact-info, #basic-info, #relationship"


@dataclass(frozen=True, slots=True)
class About:
    """What such a page says of its owner."""

    names: Names = field(default_factory=Names)
    name: str | None = None
    bio: str | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    pictures: tuple[tuple[ImageRole, str], ...] = ()
    contacts: bool = False


def is_old_page(html: str) -> bool:
    """Whether this is one of those pages."""
    return _MARKS.search(html) is not None and "facebook" in html


def is_old(soup: BeautifulSoup) -> bool:
    """The same for a page as a tree."""
    return soup.select_one("#objects_container, #m_story_permalink_view, #MChromeHeader, #tlFeed") is not None


def signed_in_as(soup: BeautifulSoup) -> tuple[str, str | None] | None:
    """Who was signed in: the number that the page's links carry, and the name where it is their own page.

    ``lst=viewer:shown:time`` stands in the links of every page that was made for somebody signed in.
    """
    for anchor in soup.find_all("a", href=True):
        numbers = _listed(str(anchor["href"]))
        if numbers:
            own = numbers[0] == numbers[1]
            return numbers[0], _name(soup) if own else None
    return None


def shown(soup: BeautifulSoup) -> Names:
    """Whose page it is."""
    vanity = None
    identity = None
    for anchor in soup.select("#root a[href]"):
        address = str(anchor["href"])
        numbers = _listed(address)
        identity = identity or (numbers[1] if numbers else None)
        if numbers and not vanity:
            vanity = names_in(absolute(BASE, address) or "").vanity
    return Names(identity, vanity)


def about(soup: BeautifulSoup) -> About:
    """Everything that the page says of its owner."""
    rows = list(_rows(soup))
    emails = [unquoted for row in rows for unquoted in _addressed(row.value, "mailto:")]
    phones = [visible_text(row.value) for row in rows if "/phone/" in row.edit]
    pages = [link for row in rows if "edit=website" in row.edit for link in _websites(row.value)]
    known = [row for row in rows if row.label and visible_text(row.value)]
    told = [row for row in known if not _addressed(row.value, "mailto:") and "edit=website" not in row.edit]
    return About(
        names=shown(soup),
        name=_name(soup),
        bio=_bio(soup),
        emails=tuple(dict.fromkeys(emails)),
        phones=tuple(dict.fromkeys(filter(None, phones))),
        links=tuple(dict.fromkeys(pages)),
        facts=tuple(Fact(row.label, visible_text(row.value)) for row in told),
        pictures=tuple(_pictures(soup)),
        contacts=soup.select_one("#contact-info") is not None,
    )


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    edit: str
    value: Tag


def _rows(soup: BeautifulSoup) -> Iterator[_Row]:
    for row in soup.select(", ".join(f"{section} tr" for section in _SECTIONS.split(", "))):
        cells = row.find_all("td", recursive=False)
        if len(cells) == 2 and not row.select_one("[role=heading]"):  # noqa: PLR2004 - a label and a value
            edit = cells[0].find("a", href=True)
            label = visible_text(cells[0].find("span")).partition("·")[0].strip()
            yield _Row(label, str(edit["href"]) if isinstance(edit, Tag) else "", cells[1])


def _addressed(tag: Tag, scheme: str) -> list[str]:
    anchors = tag.find_all("a", href=re.compile(f"^{scheme}"))
    return [visible_text(anchor) for anchor in anchors if visible_text(anchor)]


def _websites(tag: Tag) -> Iterator[str]:
    """Each address as the person reads it, or where its link leads."""
    for anchor in tag.find_all("a", href=True):
        written = visible_text(anchor)
        yield (written if written.startswith("http") else outward(absolute(BASE, str(anchor["href"])) or ""))


def _name(soup: BeautifulSoup) -> str | None:
    named = soup.select_one("#root img[alt$=', profile picture']")
    strong = soup.select_one("#root strong")
    title = visible_text(strong) if named is not None else (soup.title.get_text() if soup.title else "")
    return title.strip() or None


def _bio(soup: BeautifulSoup) -> str | None:
    """The short bio above its "Edit" link, and the longer text "About you"."""
    edit = soup.select_one('#root a[href*="/profile/basic/intro/bio"]')
    above = edit.find_previous_sibling() if edit else None
    longer = soup.select_one("#bio")
    texts = [written_text(above)] if isinstance(above, Tag) else []
    for entry in longer.find_all("div") if longer else []:
        told = written_text(entry) if not entry.find(["div", "a", "header", "table"]) else ""
        texts += [told] if told else []
    seen = bool(texts) or edit is not None or longer is not None
    return "\n".join(dict.fromkeys(texts)) if seen else None


def _pictures(soup: BeautifulSoup) -> Iterator[tuple[ImageRole, str]]:
    for role, selector in (
        (ImageRole.BANNER, "#profile_cover_photo_container img[src]"),
        (ImageRole.AVATAR, "#root img[alt$=', profile picture'][src]"),
    ):
        found = soup.select_one(selector)
        if found:
            yield role, str(found["src"])


def articles(soup: BeautifulSoup) -> list[Tag]:
    """The posts of the page, those inside others left out."""
    return [tag for tag in soup.select("#root article") if tag.find_parent("article") is None]


def post_of(tag: Tag, owner: Names, shelf: Shelf) -> Post:
    """One post."""
    identity, teller = _story(tag)
    if identity is None:
        raise ItemUnreadable("posts without a number")
    own, header = _is_own(tag, owner), tag.select_one("header h3, h3")
    body = tag.select_one(".story_body_container > div, div[data-ft]")
    return Post(
        id=identity,
        text=written_text(body),
        own=own,
        audience=AUDIENCES.get(
            visible_text(tag.select_one('a[href*="/privacyx/selector"]')),
            Audience.UNKNOWN,
        ),
        url=f"{SITE}/permalink.php?story_fbid={identity}&id={teller}" if teller else None,
        images=tuple(image.file for image in images_of(tag, owner, shelf) if image.file),
        links=tuple(link for one in links_in(body, BASE) if "facebook.com" not in (link := outward(one))),
        author=None if own else visible_text(header) or None,
    )


def images_of(tag: Tag, owner: Names, shelf: Shelf) -> Iterator[Image]:
    """The pictures of an own post."""
    post, _teller = _story(tag)
    for anchor in tag.select('a[href*="/photo"]') if post and _is_own(tag, owner) else ():
        image = anchor.find("img", src=True)
        found = re.search(r"[?&]fbid=(\d+)|/photos/[^?]*?/(\d+)/", str(anchor["href"]))
        if isinstance(image, Tag) and found:
            address = absolute(BASE, str(image["src"]))
            yield Image(found[1] or found[2], shelf.file(address or ""), post=post, url=address)


def _is_own(tag: Tag, owner: Names) -> bool:
    anchor = tag.select_one("header h3 a[href], h3 a[href]")
    author = names_in(absolute(BASE, str(anchor["href"])) or "") if anchor else Names()
    if author.vanity and owner.vanity:
        return author.vanity == owner.vanity
    return owner.id is not None and (author.id or _story(tag)[1]) == owner.id


def _story(tag: Tag) -> tuple[str | None, str | None]:
    for anchor in tag.select('a[href*="story_fbid="], a[href*="content_id="]'):
        query = parse_qs(parts_of(str(anchor["href"])).query, max_num_fields=200)
        story, teller = (
            query.get("story_fbid", query.get("content_id")),
            query.get("id"),
        )
        if story and teller:
            return story[0], teller[0]
    return None, None


def _listed(address: str) -> tuple[str, str] | None:
    found = re.search(r"[?&]lst=(\d+)(?:%3A|:)(\d+)(?:%3A|:)\d+", address)
    return (found[1], found[2]) if found else None
