"""People and texts by linked data (JSON-LD), in the words of schema.org."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.model.vocabulary import PostKind
from selfaudit.platforms.generic.answers import place
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.times import day_or_moment
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.reading import absolute, script_json, text_of_html, walk_json
from selfaudit.platforms.website.described import Described, Item, Person

Data = dict[str, Any]
DOCUMENTS = frozenset(
    {"DigitalDocument", "PresentationDigitalDocument", "TextDigitalDocument", "SpreadsheetDigitalDocument"}
)
_TEXTS = DOCUMENTS | {
    "Article",
    "BlogPosting",
    "DiscussionForumPosting",
    "NewsArticle",
    "OpinionNewsArticle",
    "Report",
    "ScholarlyArticle",
    "SocialMediaPosting",
    "Photograph",
    "VideoObject",
}
_BIO = ("description", "disambiguatingDescription")
_LONE_ZONE = re.compile(r"\s+UTC$")


def linked_data(soup: BeautifulSoup, url: str) -> Described:
    """Everything that the page's linked data says."""
    found = Described()
    for value in script_json(soup, type="application/ld+json"):
        known = list(walk_json(value))
        by_name = {text_in(one, "@id"): one for one in known if text_in(one, "@id") and len(one) > 1}
        for one in known:
            _take(one, by_name, found, url)
    return found


def kinds_of(one: Data) -> set[str]:
    """The types that an object says it is of."""
    stated = one.get("@type")
    kinds = stated if isinstance(stated, list) else [stated]
    return {kind.rpartition("/")[2] for kind in kinds if isinstance(kind, str)}


def _take(one: Data, by_name: dict[str, Data], found: Described, url: str) -> None:
    kinds = kinds_of(one)
    if kinds & {"ProfilePage", "AboutPage"}:
        main = _followed(one.get("mainEntity") or one.get("about"), by_name)
        if isinstance(main, dict) and "Person" in kinds_of(main):
            found.about = found.about or _person(main, url)
    elif "Person" in kinds and len(one) > 2:  # noqa: PLR2004 - more than a type and a name
        found.people.append(_person(one, url))
    if kinds & _TEXTS:
        item = _item(one, by_name, url, PostKind.POST)
        beneath = [_item(other, by_name, url, PostKind.COMMENT) for other in _comments(one)]
        _add(found, item, *(replace(other, parent=item.id) for other in beneath))
    elif "Comment" in kinds:
        _add(found, _item(one, by_name, url, PostKind.COMMENT))


def _add(found: Described, *items: Item) -> None:
    """Each item once: a comment is met inside its post and for itself."""
    known = {item.id for item in found.items}
    found.items += [item for item in items if item.id not in known]


def _comments(one: Data) -> list[Data]:
    stated = one.get("comment")
    listed = objects(stated if isinstance(stated, list) else [stated])
    return [other for other in listed if "Comment" in kinds_of(other)]


def _followed(value: Any, by_name: dict[str, Data]) -> Any:
    """The object itself, where only its name is given."""
    if isinstance(value, list):
        value = value[0] if value else None
    name = text_in(value, "@id")
    return by_name.get(name, value) if isinstance(value, dict) else value


def _person(one: Data, url: str) -> Person:
    same = one.get("sameAs")
    links = [link for link in (same if isinstance(same, list) else [same]) if isinstance(link, str)]
    address = absolute(url, text_in(one, "url") or None)
    image = one.get("image")
    photo = image if isinstance(image, str) else text_in(image, "url", "contentUrl")
    work = part_of(one, "worksFor", "name")
    facts = (("job-title", text_in(one, "jobTitle")), ("works-for", work if isinstance(work, str) else ""))
    return Person(
        name=text_in(one, "name") or None,
        handle=text_in(one, "alternateName", "additionalName") or None,
        url=address,
        bio=text_of_html(text_in(one, *_BIO)) if any(name in one for name in _BIO) else None,
        emails=tuple(part for part in [text_in(one, "email").removeprefix("mailto:")] if part),
        phones=tuple(part for part in [text_in(one, "telephone")] if part),
        links=tuple(dict.fromkeys([*([address] if address else []), *links])),
        facts=tuple((name, value) for name, value in facts if value),
        photo=absolute(url, photo or None),
    )


def _item(one: Data, by_name: dict[str, Data], url: str, kind: PostKind) -> Item:
    author = _followed(one.get("author") or one.get("creator"), by_name)
    body = text_of_html(text_in(one, "articleBody", "text"))
    address = absolute(url, text_in(one, "url", "@id") or text_in(one.get("mainEntityOfPage"), "@id") or None)
    written = text_in(one, "datePublished", "uploadDate", "dateCreated")
    return Item(
        text=body or text_of_html(text_in(one, "description")),
        title="" if kind is PostKind.COMMENT else text_of_html(text_in(one, "headline", "name")),
        author=_person(author, url) if isinstance(author, dict) else Person(name=_plain(author)),
        kind=kind,
        time=day_or_moment(_LONE_ZONE.sub("+00:00", written)),
        url=address,
        parent=place(absolute(url, text_in(one.get("parentItem"), "@id", "url"))) or None,
        whole=bool(body),
        pictures=tuple(_pictures(one, url)),
    )


def _plain(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _pictures(one: Data, url: str) -> Iterator[Picture]:
    stated = one.get("image") or one.get("thumbnailUrl")
    for image in stated if isinstance(stated, list) else [stated]:
        found = absolute(
            url, image if isinstance(image, str) else text_in(image, "url", "contentUrl") or None
        )
        if found:
            yield Picture((found,))
