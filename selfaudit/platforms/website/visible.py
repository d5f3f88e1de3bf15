"""What is left where a page has no data for machines: head, articles and comments, ways to write."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag

from selfaudit.model.vocabulary import PostKind
from selfaudit.platforms.generic.markup import Picture, links_in, pictures_in, written_text
from selfaudit.platforms.generic.times import day_or_moment
from selfaudit.platforms.reading import absolute, meta, visible_text
from selfaudit.platforms.website.described import Described, Item, Person
from selfaudit.platforms.website.regions import Region, Regions, is_guest_book
from selfaudit.platforms.website.signing import guest, labelled, only_quoted, signer

_TYPES = re.compile(
    r"schema\.org/(?:BlogPosting|(?:News)?Article|SocialMediaPosting|DiscussionForumPosting)$"
)
_COMMENT = re.compile(
    r"(?:js-|user-|single-|blog-)?(?:comment|kommentar|commentaire|comentario|commento|komentarz|reactie|reply|response"
    r"|guestbook|testimonial)(?:[-_]+(?:item|entry|box|card|wrap(?:per)?|single|block|\d+))?",
    re.IGNORECASE,
)


def open_graph(soup: BeautifulSoup, url: str) -> Described:
    """What the head says: of a person, or of one text."""
    kind, title = meta(soup, "og:type") or "", meta(soup, "og:title")
    address = absolute(url, meta(soup, "og:url")) or (url if "://" in url else None)
    image, about = absolute(url, meta(soup, "og:image")), meta(soup, "og:description")
    if kind == "profile":
        names = (meta(soup, "profile:first_name"), meta(soup, "profile:last_name"))
        name = " ".join(part for part in names if part) or title
        handle = meta(soup, "profile:username")
        return Described(Person(name, handle, address, about, photo=image))
    if kind == "article" and title:
        author = _writer_in_head(soup)
        time = day_or_moment(meta(soup, "article:published_time"))
        pictures = (Picture((image,)),) if image else ()
        shown = Item(about or "", title, author, time=time, url=address, whole=False, pictures=pictures)
        return Described(items=[shown])
    return Described()


def _writer_in_head(soup: BeautifulSoup) -> Person:
    writer = meta(soup, "article:author") or meta(soup, "author")
    return Person(url=writer) if writer and "://" in writer else Person(name=writer)


def articles(soup: BeautifulSoup, url: str) -> Described:
    """Everything that the page marks as an article or a comment; an article inside another is an answer."""
    page = _Page(soup, url)
    found = Described(items=[item for item in page.items() if item.text or item.pictures])
    posts = [item for item in found.items if item.kind is not PostKind.COMMENT and not item.aside]
    if len(posts) == 1 and not posts[0].author and not is_guest_book(soup, url):
        at = found.items.index(posts[0])
        found.items[at] = posts[0].by(_writer_in_head(soup))
    return found


@dataclass(slots=True)
class _Page:
    """A page's articles and comments, with the regions that they stand in."""

    soup: BeautifulSoup
    url: str

    def items(self) -> Iterator[Item]:
        regions = Regions(self.soup)
        tags = _items_of(self.soup, regions)
        known, post = {id(tag) for tag in tags}, ""
        for tag in tags:
            item = self._item(tag, known, regions, post)
            if item.kind is not PostKind.COMMENT and not item.aside:
                post = item.id
            yield item

    def _item(self, tag: Tag, known: set[int], regions: Regions, post: str) -> Item:
        region, (name, answers) = regions.around(tag), labelled(tag)
        inside = any(id(parent) in known for parent in tag.parents)
        comment = answers or region is Region.COMMENTS or (inside and region is None)
        alone = _alone(tag, known, regions)
        heading = alone.select_one("h1, h2, h3, [role='heading']")
        when = alone.select_one("time[datetime]")
        link = when.find_parent("a") if when else None
        link = link if isinstance(link, Tag) else heading.select_one("a[href]") if heading else None
        address = str(link["href"]) if isinstance(link, Tag) and link.has_attr("href") else None
        visitor = None if comment else guest(alone)
        others = not comment and (visitor is not None or only_quoted(alone))
        signed = signer(alone, name, self.url, answer=comment)
        return Item(
            text=written_text(alone),
            author=Person(name=visitor) if visitor else Person() if others else signed,
            kind=PostKind.COMMENT if comment else PostKind.POST,
            time=day_or_moment(str(when["datetime"])) if when else None,
            url=absolute(self.url, address),
            parent=post or None if comment else None,
            links=links_in(alone, self.url),
            pictures=pictures_in(alone, self.url),
            aside=others or (region is not None and not comment),
            heading=visible_text(heading),
        )


def _items_of(soup: BeautifulSoup, regions: Regions) -> list[Tag]:
    """Articles, and in the regions for comments also what is no article and is called a comment."""
    return [
        tag
        for tag in soup.find_all(True)
        if _is_article(tag) or (_is_comment(tag) and not _holds_article(tag) and _answers(tag, regions))
    ]


def _answers(tag: Tag, regions: Regions) -> bool:
    return regions.around(tag) is Region.COMMENTS


def _is_comment(tag: Tag) -> bool:
    if "comment" in (tag.get("itemprop"), tag.get("role")):
        return True
    if str(tag.get("itemtype", "")).endswith("/Comment"):
        return True
    return any(name and _COMMENT.fullmatch(str(name)) for name in tag.get_attribute_list("class"))


def _holds_article(tag: Tag) -> bool:
    """Whether the comment is an article, which this is only the place of, or part of one."""
    around = tag.find_parent(_is_article)
    in_comment = isinstance(around, Tag) and around.select_one("h1") is None and _is_comment(around)
    return in_comment or tag.find(_is_article) is not None


def _is_article(tag: Tag) -> bool:
    return tag.name == "article" or tag.get("role") == "article" or _TYPES.search(_type(tag)) is not None


def _type(tag: Tag) -> str:
    return str(tag.get("itemtype", ""))


def _alone(tag: Tag, known: set[int], regions: Regions) -> Tag:
    """The text without those inside it, and without the regions of the page that are for others."""
    copied, own = copy.copy(tag), regions.around(tag) is None
    pairs = list(zip(tag.find_all(True), copied.find_all(True), strict=True))
    for inside, twin in pairs:
        if id(inside) in known or (own and regions.begins_at(inside)):
            twin.extract()
    return copied


def ways_to_write(soup: BeautifulSoup) -> Person:
    """E-mail addresses and telephone numbers that a page links to, outside what others wrote."""
    regions = Regions(soup)
    anchors = soup.select("a[href^='mailto:' i], a[href^='tel:' i]")
    links = [str(one["href"]) for one in anchors if regions.around(one) not in _OF_OTHERS]
    emails = [unquote(link[7:].partition("?")[0]) for link in links if link[:7].lower() == "mailto:"]
    phones = [unquote(link[4:]) for link in links if link[:4].lower() == "tel:"]
    return Person(emails=tuple(dict.fromkeys(emails)), phones=tuple(dict.fromkeys(phones)))


_OF_OTHERS = (Region.COMMENTS, Region.ELSEWHERE)
