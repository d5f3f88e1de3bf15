"""A work e-mail address is used on the profile, plainly or in disguise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checks._pictured import BESIDE, in_picture, words_in_pictures
from selfaudit.model.addresses import Address, find_addresses
from selfaudit.model.check import Case, Check, Words
from selfaudit.model.findings import Evidence
from selfaudit.model.snapshot import CONTACT_ITEM, Post, Snapshot, seen_by
from selfaudit.model.vocabulary import Confidence, Part, Severity
from selfaudit.model.written import Pictured

WORDS = Words(
    topic="Work e-mail address",
    clear="No work e-mail address was found",
    review="Something here may be a work e-mail address",
    concern="A work e-mail address is shown here",
    why="A work address ties what you say in private to your school, and lets strangers, pupils and parents "
    "reach you or a colleague through work.",
    advice="Take the address out, or put a private one in its place; hide a comment that holds one. "
    "If you need it here, ask the senior management team for written approval first.",
)

_WHOSE = "Somebody else wrote this on your page; it"
_WHOSE_SHARED = "Somebody else wrote this and you shared it; it"


def find(case: Case) -> Iterator[Evidence]:
    """Each address once an item; the owner's own before other people's, plain ones before disguised ones."""
    found: dict[tuple[str, str], Evidence] = {}
    domains = case.policy.school.domains
    for place in _places(case.snapshot):
        for address in find_addresses(place.text, domains):
            found.setdefault((place.id, address.address), _evidence(place, address))
    for text in case.pictured():
        for address in find_addresses(text.written.text, domains):
            found.setdefault((text.image.id, address.address), _in_picture(text, address))
    yield from sorted(found.values(), key=lambda piece: (piece.own, piece.confidence), reverse=True)


def _places(snapshot: Snapshot) -> Iterator[Post]:
    """Every text and link that may hold an address, each as a post that says where it stands."""
    owner = snapshot.owner
    for value in (owner.name, *owner.emails, *owner.links):
        yield Post(id=CONTACT_ITEM, text=value or "", lenses=owner.lenses_of(value), url=owner.url)
    for fact in owner.facts:
        yield Post(id=CONTACT_ITEM, text=fact.value, lenses=fact.lenses or owner.lenses, url=owner.url)
    yield from snapshot.texts()
    yield from (replace(post, text=link) for post in snapshot.posts for link in post.links)
    for image in snapshot.images:  # once more, for what a program made out in a picture may be an address
        yield Post(id=image.id, text=image.caption or "", lenses=image.lenses, url=image.url)


def _evidence(place: Post, address: Address) -> Evidence:
    return Evidence(
        item=place.id,
        confidence=address.confidence,
        quote=address.written,
        marks=((0, len(address.written)),),
        note=_note(place, address),
        lens=seen_by(place.lenses),
        url=place.url,
        time=place.time,
        severity=None if place.own else Severity.ADVICE,
        own=place.owners_doing,
    )


def _in_picture(text: Pictured, address: Address) -> Evidence:
    """A plain address is likely read right: misread letters would hardly make the school's domain."""
    at_most = Confidence.UNSURE if address.disguised else Confidence.LIKELY
    return in_picture(_evidence(text.post, address), text, [(address.start, address.end)], at_most)


def _note(place: Post, address: Address) -> str:
    domain = address.address.rpartition("@")[2]
    who = _WHOSE_SHARED if place.shared else "This" if place.own else _WHOSE
    if address.confidence is Confidence.UNSURE:
        return f"{who} may be an address at {domain}. If it is one, it reads as {address.address}."
    if not address.disguised:
        return f"{who} is an address at {domain}."
    way = "written in a disguise that people and programs see through"
    return f"{who} is an address at {domain}, {way}. It reads as {address.address}."


def _unready(case: Case) -> str | None:
    return None if case.policy.school.domains else "The policy names no work e-mail addresses to look for"


CHECK = Check(
    id="work_email",
    words=WORDS,
    severity=Severity.MODERATE,
    needs=frozenset({Part.BIO, Part.CONTACT, Part.POSTS, Part.COMMENTS}),
    beside=BESIDE,
    find=find,
    unready=_unready,
    beyond=words_in_pictures,
)
