"""Who the owner of a Facebook profile is, and the pictures at its top, out of all that was read."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import BeautifulSoup

from selfaudit.model.snapshot import Fact, Image, Owner
from selfaudit.model.visit import Account
from selfaudit.model.vocabulary import ImageRole, Lens
from selfaudit.platforms.facebook import about, mbasic
from selfaudit.platforms.facebook.addresses import profile_address, tab_in
from selfaudit.platforms.facebook.material import Material
from selfaudit.platforms.facebook.stories import Whose, author_of
from selfaudit.platforms.generic.embedded import each_object
from selfaudit.platforms.generic.values import id_in, text_in
from selfaudit.platforms.meta.answers import Answer
from selfaudit.platforms.meta.media import Data, Shelf
from selfaudit.platforms.reading import meta, visible_text


def owner_of(material: Material, whose: Whose, account: Account | None, lens: Lens | None) -> Owner:
    """Everything that is said of the owner."""
    cards, old = list(_cards(material, whose)), _old(material, whose)
    told = [one for one in material.answers if one.holds("best_description") or one.holds(about.TILES)]
    bios = [about.bio_in(answer.values, whose.id) for answer in told]
    bios += [page.bio for page in old]
    seen = [bio for bio in bios if bio is not None]
    emails = [words for kind, words, _ in cards if "EMAIL" in kind]
    phones = [words for kind, words, _ in cards if "PHONE" in kind]
    links = [leads or words for kind, words, leads in cards if _is_link(kind)]
    facts = [Fact(_words(kind), words) for kind, words, _ in cards if not _is_contact(kind)]
    every = (*facts, *(fact for page in old for fact in page.facts))
    return Owner(
        name=_name(material, whose, account),
        handle=whose.vanity or whose.id or (account.handle if account else None),
        bio=max(seen, key=len) if seen else None,
        emails=_each_once((*emails, *(one for page in old for one in page.emails))),
        phones=_each_once((*phones, *(one for page in old for one in page.phones))),
        links=_each_once((*links, *(one for page in old for one in page.links))),
        facts=tuple(dict.fromkeys(Fact(one.name, one.value, (lens,) if lens else ()) for one in every)),
        url=profile_address(whose.vanity, whose.id),
    )


def pictures_of(material: Material, whose: Whose, shelf: Shelf) -> Iterator[Image]:
    """The profile picture and the one across the top."""
    for person in _headers(material, whose):
        for role, address in (
            (ImageRole.AVATAR, about.avatar(person)),
            (ImageRole.BANNER, about.banner(person)),
        ):
            if address:
                yield Image(str(role), shelf.file(address), role, url=address)
    for page in _old(material, whose):
        for role, address in page.pictures:
            yield Image(str(role), shelf.file(address), role, url=address)


def _cards(material: Material, whose: Whose) -> Iterator[tuple[str, str, str | None]]:
    for answer in material.answers:
        if answer.holds(about.TILES):
            yield from about.cards_in(answer.values, whose.id)
        if _is_about(answer, whose):
            yield from about.fields_in(answer.values)


def tells_contacts(material: Material, whose: Whose, *, stranger: bool) -> bool:
    """Whether what was read shows how to reach the owner, or that nothing is said of it.

    That stands on a page of "About"; strangers are shown all they get in the profile's intro.
    """
    fields = [answer for answer in material.answers if not answer.damaged and _is_about(answer, whose)]
    intros = any(about.has_intro(answer.values, whose.id) for answer in material.answers)
    old = any(page.contacts for page in _old(material, whose))
    return any(map(_has_contacts, fields)) or old or (stranger and intros)


def _has_contacts(answer: Answer) -> bool:
    """Whether this is the part of "About" for contact details, or shows some; its first page is not it."""
    kinds = (kind for kind, _words, _leads in about.fields_in(answer.values))
    return "contact" in tab_in(answer.page) or any(map(_is_contact, kinds))


def _is_about(answer: Answer, whose: Whose) -> bool:
    return answer.holds("field_type") and whose.is_({"url": answer.page})


def _is_link(kind: str) -> bool:
    return any(word in kind for word in ("WEBSITE", "SCREENNAME", "SOCIAL"))


def _is_contact(kind: str) -> bool:
    return _is_link(kind) or "EMAIL" in kind or "PHONE" in kind


def _words(kind: str) -> str:
    """The site's name for a kind of card, for a person: "CURRENT_CITY" is "Current city"."""
    return kind.replace("_", " ").capitalize()


def _name(material: Material, whose: Whose, account: Account | None) -> str | None:
    told, named = (
        material.viewer(),
        [text_in(person, "name") for person in _headers(material, whose)],
    )
    named += [page.name or "" for page in _old(material, whose)]
    tellers = (author_of(one.story) for one in material.stories)
    named += [text_in(teller, "name") for teller in tellers if whose.is_(teller)]
    named += [told[1] or ""] if told and told[0] == whose.id else []
    named += [account.name or ""] if account else []
    subject = material.subject()
    if subject.id == whose.id:
        named += [meta(answer.soup, "og:title") or "" for answer in material.answers if answer.soup]
    if subject.vanity and subject.vanity == whose.vanity:
        named += list(_headed(material, whose))
    return next((name for name in named if name), None)


def _headed(material: Material, whose: Whose) -> Iterator[str]:
    """The name over the owner's page, for a page that holds it in no data."""
    for answer in material.answers:
        if answer.soup is not None and whose.is_({"url": answer.page}):
            yield heading_of(answer.soup)


def heading_of(soup: BeautifulSoup) -> str:
    """The name over a profile's page."""
    return visible_text(soup.select_one("[role=main] h1"))


def _headers(material: Material, whose: Whose) -> Iterator[Data]:
    """The owner as headers and timelines describe them."""
    for answer in material.answers:
        header = about.header_of(answer.values) if answer.holds("profile_header_renderer") else None
        if header is not None and whose.is_(header):
            yield header
        for part in each_object(answer.values):
            if whose.id and id_in(part) == whose.id and text_in(part, "name"):
                yield part
                break


def _old(material: Material, whose: Whose) -> list[mbasic.About]:
    """The old pages that are the owner's own."""
    pages = [mbasic.about(soup) for soup in material.old]
    return [page for page in pages if page.names.id == whose.id or _same_name(page, whose)]


def _same_name(page: mbasic.About, whose: Whose) -> bool:
    return whose.vanity is not None and page.names.vanity == whose.vanity


def _each_once(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))
