"""Sites for sharing documents, read top to bottom: recognise, owner, documents.

No real page of SlideShare, Issuu or Scribd was to be had, and none says who is signed in: this follows what
published readers say of the data in their pages (SlideShare, Issuu), and schema.org for the rest.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence

from selfaudit.model.snapshot import Gap, Image, Owner, Post, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Audience, Door, ImageRole, Lens, Part
from selfaudit.platforms.documents.decks import Deck, Shelf, Uploader, is_shelf, shelf_of
from selfaudit.platforms.generic.values import root_of
from selfaudit.platforms.merging import one_each
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog, soup_of
from selfaudit.platforms.website import menu
from selfaudit.platforms.website.parse import signed_out as offers_sign_in

PLATFORM = "documents"
_INSIDE = "what is written inside the documents was not read, only their titles and descriptions"
_WHOSE = "they do not say which of the people who share there is you"
_SETTINGS = "selfaudit does not know the privacy settings of these sites; please look through them by hand"
_CONTACT = "selfaudit does not know where these sites show contact details; please look by hand"
_PEOPLE = "selfaudit does not know where these sites show followers; please look by hand"
_FORM = f"a page of the site {OF_UNKNOWN_FORM}, without any documents that could be told"


def recognise(visit: Visit) -> bool:
    """Whether a page is of a site for sharing documents."""
    return any(is_shelf(document) for document in visit.documents)


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as far as the page's own menu greets them by name."""
    for document in visit.documents:
        told = menu.signed_in(soup_of(document.html), document.url)
        if told and told.name:
            proof = f"The site's menu named {told.name} beside its way to sign out."
            return Account(handle=told.name, proof=proof, name=told.name)
    return None


def signed_out(visit: Visit) -> bool:
    """Whether the page offers to sign in and nothing on it signs out."""
    return offers_sign_in(visit)


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one person's documents."""
    shelves = [shelf_of(document) for visit in visits for document in visit.documents]
    media, gaps = ChainMap(*[dict(visit.media) for visit in visits]), GapLog()
    public = bool(visits) and all(visit.lens is Lens.PUBLIC for visit in visits)
    owner = _owner(shelves, account)
    decks = list({deck.id: deck for shelf in shelves for deck in shelf.decks}.values())
    own = [deck for deck in decks if owner and _by(deck, owner)]
    unclear = sum(deck.owner is None and deck.owner_name is None for deck in decks)
    if unclear or (decks and owner is None):
        gaps.miss(Part.POSTS, _WHOSE, unclear or len(decks))
    if own:
        gaps.miss(Part.POSTS, _INSIDE, len(own))
    if owner and owner.documents is not None and len(own) < owner.documents:
        reason = f"the profile counts {owner.documents} and {len(own)} were in what was read"
        gaps.miss(Part.POSTS, reason, owner.documents - len(own))
    return Snapshot(
        platform=PLATFORM,
        door=Door.PAGES,
        owner=Owner(owner.name, owner.handle, owner.bio, url=owner.url) if owner else Owner(),
        posts=one_each(_post(deck, media, public=public) for deck in own),
        images=one_each(_images(owner, own, media)),
        gaps=(*gaps.gaps, *_always(shelves)),
        read=(Part.BIO,) if owner and owner.bio is not None else (),
        site=_site(visits),
        proof=account.proof if account else None,
    )


def _owner(shelves: Sequence[Shelf], account: Account | None) -> Uploader | None:
    """The proven account; without one, whose page it is, or who shared everything on the pages."""
    people = [shelf.uploader for shelf in shelves if shelf.uploader]
    if account:
        same = (one for one in people if _fold(one.handle) in _names(account.handle, account.name))
        known = next(same, None)
        return known or Uploader(account.handle, account.name, url=account.url)
    if people:
        return people[0]
    makers = {_fold(deck.owner or deck.owner_name) for shelf in shelves for deck in shelf.decks}
    first = next((deck for shelf in shelves for deck in shelf.decks), None)
    if first is None or len(makers) != 1 or not (first.owner or first.owner_name):
        return None
    return Uploader(first.owner or first.owner_name or "", first.owner_name)


def _by(deck: Deck, owner: Uploader) -> bool:
    return bool(_names(deck.owner, deck.owner_name) & _names(owner.handle, owner.name))


def _names(*names: str | None) -> set[str]:
    return {_fold(name) for name in names if name}


def _fold(name: str | None) -> str:
    return " ".join((name or "").split()).casefold()


def _post(deck: Deck, media: Mapping[str, str], *, public: bool) -> Post:
    file = media.get(deck.cover or "")
    return Post(
        id=deck.id,
        text="\n".join(piece for piece in (deck.title, deck.description) if piece),
        time=deck.time,
        audience=Audience.PUBLIC if public else deck.audience,
        url=deck.url,
        images=(file,) if file else (),
    )


def _images(owner: Uploader | None, own: Sequence[Deck], media: Mapping[str, str]) -> Iterator[Image]:
    if owner and owner.photo:
        yield Image("avatar", media.get(owner.photo), ImageRole.AVATAR, url=owner.photo)
    for deck in own:
        if deck.cover:
            yield Image(f"cover-{deck.id}", media.get(deck.cover), post=deck.id, url=deck.cover)


def _always(shelves: Sequence[Shelf]) -> Iterator[Gap]:
    """What these pages never tell, and pages that told nothing."""
    yield Gap(Part.CONTACT, _CONTACT)
    yield Gap(Part.CONNECTIONS, _PEOPLE)
    yield Gap(Part.SETTINGS, _SETTINGS)
    if any(not shelf.decks and shelf.uploader is None for shelf in shelves):
        yield Gap(Part.OTHER, _FORM)


def _site(visits: Sequence[Visit]) -> str | None:
    roots = (root_of(document.url) for visit in visits for document in visit.documents)
    return next(filter(None, roots), None)
