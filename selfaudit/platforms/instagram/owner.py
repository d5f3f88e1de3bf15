"""Who the owner of an Instagram account is, out of all that was read of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from selfaudit.model.snapshot import Fact, Image, Owner
from selfaudit.model.visit import Account
from selfaudit.model.vocabulary import ImageRole, Lens
from selfaudit.platforms.generic.values import number_in, objects, part_of, text_in
from selfaudit.platforms.instagram.addresses import SITE
from selfaudit.platforms.instagram.material import Material, titled
from selfaudit.platforms.meta.media import Data, Person, Shelf
from selfaudit.platforms.reading import meta

_FACTS = {
    "category": "Category",
    "category_name": "Category",
    "city_name": "Town",
    "address_street": "Address",
}
_NAME = re.compile(r"^(.*?)\s*\(@[A-Za-z0-9._]{1,30}\)")
_BIO = re.compile(r"\(@[A-Za-z0-9._]{1,30}\)[^\"“]{1,40}[:\uff1a]\s*[\"“](.*)[\"”]\s*$", re.DOTALL)
POSTS = "posts"
_SAID = {"Followers": "follower", "Following": "following", "Posts": POSTS}
_COUNT = re.compile(r"\b([\d,]+) (Followers|Following|Posts)\b")


def owner_of(
    material: Material, records: Sequence[Data], owner: Person, account: Account | None, lens: Lens | None
) -> Owner:
    """Everything that is said of the owner; the page's own summary serves where there is no data."""
    pages = _pages(material, owner)
    bios = [one["biography"] for one in records if isinstance(one.get("biography"), str)]
    told = [found[1] for page in pages if (found := _BIO.search(page[1]))]
    names = [text_in(one, "full_name") for one in records]
    names += [found[1] for page in pages if (found := _NAME.search(page[0]))]
    handle = owner.handle or next((text_in(one, "username") for one in records), "")
    return Owner(
        name=next(filter(None, names), None) or (account.name if account else None),
        handle=handle or None,
        bio=(bios or told)[0].strip() if bios or told else None,
        emails=_each(records, "public_email", "business_email"),
        phones=_each(records, "public_phone_number", "contact_phone_number", "business_phone_number"),
        links=tuple(dict.fromkeys(link for one in records for link in _links(one))),
        facts=tuple(dict.fromkeys(Fact(*fact, (lens,) if lens else ()) for fact in _facts(records))),
        url=f"{SITE}/{handle}/" if handle else None,
    )


def _pages(material: Material, owner: Person) -> list[tuple[str, str]]:
    """Title and summary of the owner's own pages."""
    found: list[tuple[str, str]] = []
    for answer in material.answers:
        soup = answer.soup
        if soup is not None and Person(None, titled(answer) or "").same(owner):
            title = unescape(meta(soup, "og:title") or "")
            found += [(title, unescape(meta(soup, name) or "")) for name in ("description", "og:description")]
    return found


def counts_of(material: Material, records: Sequence[Data], owner: Person) -> dict[str, int]:
    """How many posts, and people of each relation, the account says it has."""
    counts: dict[str, int] = {}
    for name, plain, edge in (
        (POSTS, "media_count", "edge_owner_to_timeline_media"),
        ("follower", "follower_count", "edge_followed_by"),
        ("following", "following_count", "edge_follow"),
    ):
        known = [number_in(one, plain) for one in records] + [
            number_in(one.get(edge), "count") for one in records
        ]
        told = [count for count in known if count is not None]
        counts |= {name: max(told)} if told else {}
    for _title, summary in _pages(material, owner):
        for found in _COUNT.finditer(summary):
            counts.setdefault(_SAID[found[2]], int(found[1].replace(",", "")))
    return counts


def avatar_of(records: Sequence[Data], shelf: Shelf) -> Iterator[Image]:
    """The profile picture."""
    for record in records:
        addresses = [text_in(part_of(record, "hd_profile_pic_url_info"), "url")]
        addresses += [text_in(record, name) for name in ("profile_pic_url_hd", "profile_pic_url")]
        known = [address for address in addresses if address]
        if known:
            yield Image("avatar", shelf.file(*known), ImageRole.AVATAR, url=known[0])


def _each(records: Sequence[Data], *names: str) -> tuple[str, ...]:
    found = [text_in(record, name) for record in records for name in names]
    return tuple(dict.fromkeys(value for value in found if value))


def _links(record: Data) -> Iterator[str]:
    for link in objects(record.get("bio_links")):
        yield from filter(None, [text_in(link, "url")])
    yield from filter(None, [text_in(record, "external_url")])


def _facts(records: Sequence[Data]) -> Iterator[tuple[str, str]]:
    for record in records:
        yield from ((_FACTS[name], found) for name in _FACTS if (found := text_in(record, name)))
        pronouns = record.get("pronouns")
        if isinstance(pronouns, list) and pronouns and all(isinstance(word, str) for word in pronouns):
            yield "Pronouns", "/".join(pronouns)
