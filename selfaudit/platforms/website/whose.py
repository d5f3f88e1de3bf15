"""Whose page it is, and which of its texts are theirs: signed, or unsigned on their own page.

Everybody's words stand on pages. A text is the owner's when it is signed by them, or when it stands unsigned
on a page about them on which nobody else signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bs4 import BeautifulSoup, Tag

from selfaudit.model.visit import Account
from selfaudit.model.vocabulary import PostKind
from selfaudit.platforms.generic.answers import place
from selfaudit.platforms.reading import meta, visible_text
from selfaudit.platforms.website.described import Described, Item, Person, joined
from selfaudit.platforms.website.menu import signed_in
from selfaudit.platforms.website.regions import Regions, is_guest_book
from selfaudit.platforms.website.signing import NAME, is_address_of, is_name

_ITS_OWNERS = re.compile(
    rf"^(?P<who>{NAME})['\u2019]s? (?:\w+ ){{0,2}}(?:blog|page|site|website|web site|diary|journal"
    rf"|home ?page|profile|posts"
    r"|corner|notes)\b",
)
_NO_NAME = re.compile(
    r"^(?:The|Year|Class|Teacher|My|Our|Today|Mum|Dad|Parent|Children|Student|Pupil|Women|Men)\b|\d"
)


def owned(found: Described, soup: BeautifulSoup, url: str) -> Described:
    """What a page says, with its owner where anything tells, and unsigned texts as the owner's own."""
    owner = found.about or _of_menu(soup, url) or _of_heading(found, soup, url)
    if owner and not found.about:
        found.about = owner
    found = visited(found, soup, url)
    items = _by_headings(found.items, owner)
    writer = owner or _of_title(soup, url)
    found.items = [_adopted(item, items, writer) for item in items]
    if owner is None:
        found.items = _of_guests(found.items, soup)
    texts = [item for item in found.items if item.kind is not PostKind.COMMENT and not item.aside]
    return given(found) if len(texts) == 1 and not owner and not found.people else found


def visited(found: Described, soup: BeautifulSoup, url: str) -> Described:
    """The same; in a guest book what nobody signs is nobody's, and who signs does not own the page."""
    if is_guest_book(soup, url):
        found.items = [
            item if item.kind is PostKind.COMMENT else replace(item, aside=True, given=False)
            for item in found.items
        ]
    return found


def _of_guests(items: Sequence[Item], soup: BeautifulSoup) -> list[Item]:
    """The items; where the site bears a name that none of them is signed with, guests signed them."""
    site = _named_site(soup)
    if site is None or any(_akin(site, one) for one in signers(items)):
        return list(items)
    return [
        replace(item, aside=True) if item.author and item.kind is not PostKind.COMMENT else item
        for item in items
    ]


def _named_site(soup: BeautifulSoup) -> str | None:
    """Whose site the heading above all texts says that it is."""
    for tag in soup.select("h1, .site-title, header a, header p"):
        said = None if _in_text(tag) else _ITS_OWNERS.match(visible_text(tag))
        if said and not _NO_NAME.search(said["who"]):
            return said["who"]
    return None


def _akin(name: str, person: Person) -> bool:
    """Whether a person may be the one of this name: one of its words is in theirs or in their address."""
    theirs = f"{person.name or ''} {person.handle or ''} {person.url or ''}".casefold()
    return any(word in theirs for word in name.casefold().split())


def given(found: Described) -> Described:
    """The same, its texts marked as what the person gave as theirs, where nobody signs any of them."""
    if not any(signers(found.items)):
        found.items = [
            item if item.kind is PostKind.COMMENT or item.aside else replace(item, given=True)
            for item in found.items
        ]
    return found


def of_account(found: Described, url: str, account: Account | None) -> Described:
    """The same; on the page of the proven account, and on what goes on from it, unsigned texts are theirs."""
    if account is None or found.about or not place(account.url):
        return found
    if _first_page(url) == _first_page(account.url):
        writer = Person(name=account.name, handle=account.handle, url=account.url)
        found.items = [_adopted(item, found.items, writer) for item in found.items]
    return found


_FURTHER = re.compile(r"(?:[?&](?:page|paged|p|offset|start|cursor|after|before|max_id)=[^&#]*|/page/\d+$)")


def _first_page(url: str | None) -> str:
    """The page of a list that this one goes on with."""
    return place(_FURTHER.sub("", (url or "").partition("#")[0]))


def whose(found: Described, account: Account | None) -> Person | None:
    """The proven account with what pages say of it; without one, whose page it is."""
    if account is None:
        return found.about or _only_one(found)
    person = Person(name=account.name, handle=account.handle, url=account.url)
    for other in [*([found.about] if found.about else []), *found.people]:
        if person.same(other):
            person = joined(person, other)
    return person


def is_own(item: Item, person: Person | None, found: Described, account: Account | None) -> bool:
    """Signed by the person; or the only text of a page that names nobody and that was given as theirs."""
    if item.author:
        return person is not None and person.same(item.author)
    unnamed = person is None or not (person.name or person.handle or person.url)
    return item.given and account is None and unnamed and not any(signers(found.items))


def signers(items: Sequence[Item]) -> Iterator[Person]:
    """Everybody who signs a text of their own."""
    return (one.author for one in items if one.author and one.kind is not PostKind.COMMENT and not one.aside)


def _only_one(found: Described) -> Person | None:
    """Whoever wrote everything on the pages, where that is one person; or the only one described."""
    writers = list(signers(found.items))
    if writers:
        first = writers[0]
        if not all(first.same(other) for other in writers):
            return None
        for other in (*found.people, *writers):
            first = joined(first, other) if first.same(other) else first
        return first
    return found.people[0] if len(found.people) == 1 else None


def _adopted(item: Item, items: Sequence[Item], owner: Person | None) -> Item:
    """The item; unsigned on a page on which nobody else signs, as the owner's."""
    if item.author or item.kind is PostKind.COMMENT or item.aside or owner is None:
        return item
    return item.by(owner) if all(owner.same(other) for other in signers(items)) else item


def _by_headings(items: Sequence[Item], owner: Person | None) -> list[Item]:
    """Where the owner's name heads a text, or one comes twice, headings are names and no titles."""
    heads = [item.heading for item in items if not item.author and item.heading]
    named = any(owner is not None and owner.same(Person(name=head)) for head in heads)
    if not named and len(set(heads)) == len(heads):
        return list(items)
    return [
        item.by(Person(name=item.heading)) if not item.author and item.heading else item for item in items
    ]


def _of_menu(soup: BeautifulSoup, url: str) -> Person | None:
    """Whoever is signed in, where this page is the one that the menu calls their own."""
    told = signed_in(soup, url)
    if told is None or not told.page or place(told.page) != place(url):
        return None
    return Person(name=told.name, url=told.page)


def _of_heading(found: Described, soup: BeautifulSoup, url: str) -> Person | None:
    """Whom the page's first heading names, where a signature or the page's address bears it out."""
    regions = Regions(soup)
    heads = [head for head in soup.select("h1") if not _in_text(head) and regions.around(head) is None]
    names = [words for head in heads if is_name(words := visible_text(head)) and not _NO_NAME.search(words)]
    for name in names[:1]:
        person = Person(name=name, url=url if "://" in url else None)
        told = signed_in(soup, url)
        signed = [*(one.author for one in found.items), Person(name=meta(soup, "author"))]
        signed += [Person(name=told.name)] if told else []
        if any(person.same(one) for one in signed if one) or is_address_of(name, url):
            return person
    return None


def _in_text(tag: Tag) -> bool:
    return tag.find_parent(lambda one: one.name == "article" or one.get("role") == "article") is not None


def _of_title(soup: BeautifulSoup, url: str) -> Person | None:
    """Whose the title says that the page is ("Anna's blog"); the fuller name where another place has it."""
    told = signed_in(soup, url)
    for tag in soup.select("h1, title, .site-title, header a, header p"):
        said = _ITS_OWNERS.match(visible_text(tag) or tag.get_text(" ", strip=True))
        if said and not _NO_NAME.search(said["who"]):
            fuller = [told.name if told else None, meta(soup, "author")]
            name = said["who"]
            return Person(name=next((one for one in fuller if one and one.startswith(f"{name} ")), name))
    return None
