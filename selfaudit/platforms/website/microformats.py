"""People (h-card) and texts (h-entry) by microformats, the old class names too. mf2py does the reading."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from selfaudit.model.vocabulary import PostKind
from selfaudit.platforms.generic.answers import place
from selfaudit.platforms.generic.markup import Picture, links_in, pictures_in, written_text
from selfaudit.platforms.generic.times import day_or_moment
from selfaudit.platforms.generic.values import objects, part_of
from selfaudit.platforms.reading import absolute, soup_of
from selfaudit.platforms.website.described import Described, Item, Person
from selfaudit.platforms.website.regions import Region, Regions, is_guest_book
from selfaudit.platforms.website.signing import dated, guest

Data = dict[str, Any]
_MOST = 5000
_FACTS = ("job-title", "org", "role", "bday", "locality", "country-name", "nickname")


def microformats(html: str, url: str) -> Described:
    """Everything that the page says by microformats."""
    soup, found = soup_of(html), Described()
    visited = is_guest_book(soup, url)
    parsed = _parsed(soup, url)
    everything = list(_flat(objects(parsed.get("items"))))
    cards = [card for card in everything if _is(card, "h-card") and not card.get("inner")]
    found.people = [person for card in cards if (person := _person(card, url))]
    found.about = _representative(found.people, part_of(parsed, "rels", "me"), url)
    for entry in everything:
        if _is(entry, "h-entry") or (_is(entry, "h-cite") and not entry.get("inner")):
            found.items += list(_items(entry, url))
    if not visited:
        found.items = [_signed(item, found.about) for item in found.items]
    return found


def _signed(item: Item, about: Person | None) -> Item:
    """An entry; unsigned on somebody's page it is theirs, as the authorship rules of microformats have it."""
    unsigned = about and not item.author and item.kind is not PostKind.COMMENT
    return item.by(about) if unsigned and about else item


def _parsed(soup: BeautifulSoup, url: str) -> Data:
    """mf2py's reading, which changes the tree. It goes as deep as the page, which a hostile one overdoes."""
    # Imported here: it loads a library for fetching pages, which selfaudit never uses.
    import mf2py

    try:
        parsed = mf2py.Parser(
            doc=_with_signers(_without_others(soup)), url=url if "://" in url else None
        ).to_dict()
    except (RecursionError, ValueError, AttributeError, TypeError, KeyError, IndexError):
        return {}  # what the library cannot read says nothing by microformats
    return parsed if isinstance(parsed, dict) else {}


_MEANT = ".p-comment, .u-comment, .h-feed"
_TEXTS = ".h-entry, .hentry, .h-cite"


def _without_others(soup: BeautifulSoup) -> BeautifulSoup:
    """The page without its regions for others, save the comments that are marked as such by microformats."""
    regions = Regions(soup)
    for tag in soup.find_all(True):
        if not regions.begins_at(tag) or tag.select_one(_MEANT) or tag.css.match(_MEANT):
            continue
        if regions.around(tag) is Region.ASIDE:
            for text in tag.select(_TEXTS):
                text.extract()
        else:
            tag.extract()
    return soup


def _with_signers(soup: BeautifulSoup) -> BeautifulSoup:
    """The page with the guests, and those who sign in a footer, marked as microformats mark writers."""
    for entry in soup.select(".h-entry, .hentry"):
        if entry.select_one(".h-entry, .hentry"):
            continue
        alone = copy.copy(entry)
        for inner in alone.select(f"{_TEXTS}, .p-comment, .u-comment, article"):
            inner.extract()
        visitor = guest(alone)
        signed = alone.select_one(".p-author, .author, [rel~='author']")
        name = visitor or (None if signed else dated(alone))
        if name is None:
            continue
        for writer in entry.select(".p-author, .author, [rel~='author']") if visitor else ():
            writer.extract()
        new = "h-entry" in entry.get_attribute_list("class")
        mark = soup.new_tag("span", attrs={"class": "p-author h-card" if new else "author vcard"})
        inner = soup.new_tag("span", attrs={"class": "p-name" if new else "fn"}, string=name)
        mark.append(inner)
        entry.append(mark)
    return soup


def _flat(items: list[Data]) -> Iterator[Data]:
    """Every object that stands for itself: those of lists and of feeds, not those of properties."""
    waiting = list(items)
    for _ in range(_MOST):
        if not waiting:
            return
        here = waiting.pop(0)
        yield here
        waiting += objects(here.get("children"))


def _is(item: Data, kind: str) -> bool:
    kinds = item.get("type")
    return isinstance(kinds, list) and kind in kinds


def _values(item: Data, name: str) -> list[Any]:
    found = part_of(item, "properties", name)
    return found if isinstance(found, list) else []


def _texts(item: Data, name: str) -> list[str]:
    plain = [one.get("value") if isinstance(one, dict) else one for one in _values(item, name)]
    return [one.strip() for one in plain if isinstance(one, str) and one.strip()]


def _text(item: Data, *names: str) -> str:
    return next((texts[0] for name in names if (texts := _texts(item, name))), "")


def _person(card: Data, url: str) -> Person:
    name, note = _text(card, "name"), _text(card, "note")
    photo = _text(card, "photo")
    facts = tuple((name, text) for name in _FACTS for text in _texts(card, name)[:1])
    addresses = tuple(full for one in _texts(card, "url") if (full := absolute(url, one)))
    return Person(
        name=name or None,
        handle=_text(card, "nickname") or None,
        url=addresses[0] if addresses else None,
        bio=note if _values(card, "note") else None,
        emails=tuple(one.removeprefix("mailto:").partition("?")[0] for one in _texts(card, "email")),
        phones=tuple(one.removeprefix("tel:") for one in _texts(card, "tel")),
        links=addresses,
        facts=facts,
        photo=absolute(url, photo) if photo else None,
    )


def _representative(people: list[Person], me: Any, url: str) -> Person | None:
    """Whose page it is: the card that names this very page, or one that it calls "me"."""
    mine = {place(one) for one in me if isinstance(one, str)} if isinstance(me, list) else set()
    for wanted in ({place(url)}, mine):
        for person in people:
            if {place(link) for link in person.links} & wanted:
                return person
    return None


def _items(entry: Data, url: str) -> Iterator[Item]:
    """The text, and the answers that the page shows beneath it."""
    item = _item(entry, url, PostKind.POST)
    yield item
    for answer in _values(entry, "comment"):
        if isinstance(answer, dict):
            comment = _item(answer, url, PostKind.COMMENT)
            yield Item(
                text=comment.text,
                author=comment.author,
                kind=PostKind.COMMENT,
                time=comment.time,
                url=comment.url,
                parent=item.id,
                links=comment.links,
            )


def _item(entry: Data, url: str, kind: PostKind) -> Item:
    content = next((one for one in _values(entry, "content") if isinstance(one, dict)), {})
    html = content.get("html")
    body = soup_of(html) if isinstance(html, str) else None
    text = written_text(body) if body else _text(entry, "content", "summary")
    title, written = _text(entry, "name"), _text(entry, "published", "updated")
    address = absolute(url, _text(entry, "url", "uid"))
    if _values(entry, "repost-of"):
        kind = PostKind.REPOST
    elif kind is PostKind.POST and _values(entry, "in-reply-to"):
        kind = PostKind.REPLY
    return Item(
        text=text,
        title="" if _repeats(title, text) else title,
        author=_author(entry, url),
        kind=kind,
        time=day_or_moment(written.replace(" ", "T", 1) if written[10:11] == " " else written),
        url=address,
        whole=bool(body) or bool(_text(entry, "content")),
        links=links_in(body, url),
        pictures=(*pictures_in(body, url), *_photos(entry, url)),
    )


def _repeats(title: str, text: str) -> bool:
    """Whether a name is only the text again, as it is for notes that have no title."""
    folded, whole = " ".join(title.split()), " ".join(text.split())
    begun = folded.rstrip(".\N{HORIZONTAL ELLIPSIS}")
    return not folded or whole.startswith(begun) or (bool(whole) and folded.startswith(whole))


def _photos(entry: Data, url: str) -> Iterator[Picture]:
    for photo in _values(entry, "photo"):
        address = absolute(url, photo.get("value") if isinstance(photo, dict) else str(photo))
        caption = photo.get("alt") if isinstance(photo, dict) else None
        if address:
            yield Picture((address,), caption if isinstance(caption, str) and caption else None)


def _author(entry: Data, url: str) -> Person:
    for author in _values(entry, "author"):
        if isinstance(author, dict):
            return _person(author, url)
        if isinstance(author, str):
            return Person(url=author) if "://" in author else Person(name=author)
    return Person()
