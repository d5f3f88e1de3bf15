"""What is left where a page has no data for machines: its head, its articles, its ways to write."""

from __future__ import annotations

import re
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from selfaudit.model.vocabulary import PostKind
from selfaudit.platforms.generic.markup import Picture, links_in, pictures_in, written_text
from selfaudit.platforms.generic.times import moment
from selfaudit.platforms.reading import absolute, meta, soup_of, visible_text
from selfaudit.platforms.website.described import Described, Item, Person

_ARTICLES = "article, [role='article']"
_BY = "[rel~='author'], [itemprop='author'], .author, .byline"


def open_graph(soup: BeautifulSoup, url: str) -> Described:
    """What the head says: of a person, or of one text."""
    kind, title = meta(soup, "og:type") or "", meta(soup, "og:title")
    address = absolute(url, meta(soup, "og:url")) or (url if "://" in url else None)
    image, about = absolute(url, meta(soup, "og:image")), meta(soup, "og:description")
    if kind == "profile":
        names = (meta(soup, "profile:first_name"), meta(soup, "profile:last_name"))
        name = " ".join(part for part in names if part) or title
        handle = meta(soup, "profile:username")
        return Described(Person(name, handle, address, about or "", photo=image))
    if kind == "article" and title:
        writer = meta(soup, "article:author") or meta(soup, "author")
        author = Person(url=writer) if writer and "://" in writer else Person(name=writer)
        time = moment(meta(soup, "article:published_time"))
        pictures = (Picture((image,)),) if image else ()
        shown = Item(about or "", title, author, time=time, url=address, whole=False, pictures=pictures)
        return Described(items=[shown])
    return Described()


def articles(soup: BeautifulSoup, url: str) -> Described:
    """Everything that the page marks as an article; one inside another is an answer to it."""
    found = Described()
    for tag in soup.select(_ARTICLES):
        holder = tag.find_parent(_is_article)
        item = _item(tag, url, _item(holder, url).id if isinstance(holder, Tag) else None)
        if item.text or item.pictures:
            found.items.append(item)
    return found


_WRITTEN_BY = re.compile(
    r"\b(?:post|update|article|reply|comment|message|entry|note|status) (?:by|from) (?P<who>[^,.·|]{1,80})",
    re.IGNORECASE,
)


def _is_article(tag: Tag) -> bool:
    return tag.name == "article" or tag.get("role") == "article"


def _item(tag: Tag, url: str, parent: str | None = None) -> Item:
    alone = _alone(tag)
    heading, by = alone.select_one("h1, h2, h3, [role='heading']"), alone.select_one(_BY)
    when = alone.select_one("time[datetime]")
    link = when.find_parent("a") if when else None
    link = link if isinstance(link, Tag) else heading.select_one("a[href]") if heading else None
    address = str(link["href"]) if isinstance(link, Tag) and link.has_attr("href") else None
    return Item(
        text=written_text(alone),
        author=Person(name=visible_text(by) or _named_in_label(tag)),
        kind=PostKind.COMMENT if parent else PostKind.POST,
        time=moment(str(when["datetime"])) if when else None,
        url=absolute(url, address),
        parent=parent,
        links=links_in(alone, url),
        pictures=pictures_in(alone, url),
    )


def _named_in_label(tag: Tag) -> str | None:
    """As screen readers are told: "Post by Bob Jones"."""
    said = _WRITTEN_BY.search(str(tag.get("aria-label") or ""))
    return said["who"].strip() if said else None


def _alone(tag: Tag) -> Tag:
    """The article without those inside it."""
    if tag.select_one(_ARTICLES) is None:
        return tag
    copied = soup_of(tag.decode()).select_one(_ARTICLES) or tag
    for nested in copied.select(_ARTICLES):
        nested.extract()
    return copied


def ways_to_write(soup: BeautifulSoup) -> Person:
    """E-mail addresses and telephone numbers that a page links to."""
    links = [str(anchor["href"]) for anchor in soup.select("a[href^='mailto:'], a[href^='tel:']")]
    emails = [unquote(link.removeprefix("mailto:").partition("?")[0]) for link in links if "mailto:" in link]
    phones = [unquote(link.removeprefix("tel:")) for link in links if link.startswith("tel:")]
    return Person(emails=tuple(dict.fromkeys(emails)), phones=tuple(dict.fromkeys(phones)))
