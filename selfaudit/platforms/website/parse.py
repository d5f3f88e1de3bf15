"""Any site's pages, by what they say for machines and for screen readers: owner, texts, pictures.

It rests on published formats (microformats, schema.org, OpenGraph, feeds, ARIA) and on no single site. What
such a page leaves out cannot be known, so that no list is ever told as whole.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from selfaudit.model.snapshot import Fact, Gap, Image, Owner, Post, Snapshot
from selfaudit.model.visit import Account, Document, Visit
from selfaudit.model.vocabulary import Audience, Door, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.blog.feeds import material_of_feed
from selfaudit.platforms.generic.answers import parts_of, place
from selfaudit.platforms.generic.markup import links_in, pictures_in, written_text
from selfaudit.platforms.generic.values import root_of
from selfaudit.platforms.merging import one_each
from selfaudit.platforms.reading import GapLog, soup_of
from selfaudit.platforms.website.described import Described, Item, Person, joined
from selfaudit.platforms.website.linked_data import linked_data
from selfaudit.platforms.website.menu import nobody, signed_in
from selfaudit.platforms.website.microformats import microformats
from selfaudit.platforms.website.visible import articles, open_graph, ways_to_write

PLATFORM = "website"
_UNKNOWN_SITE = "selfaudit does not know this site, so it cannot tell whether its pages show everything"
_SETTINGS = "selfaudit does not know the privacy settings of this site; please look through them by hand"
_PEOPLE = "selfaudit does not know where this site shows friends and followers; please look by hand"
_WHOSE = "they do not say which of the people who write there is you"
_PART = "only the beginning or a summary of them was there"


def recognise(visit: Visit) -> bool:
    """Whether a page says anything of people or texts; a page that does not is nobody's profile."""
    return bool(gather([visit]))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as far as the page's own menu greets them by name."""
    for document in visit.documents:
        told = signed_in(soup_of(document.html), document.url)
        if told and told.name:
            where = parts_of(document.url).netloc
            proof = f"The menu of {where or 'the page'} named {told.name} beside its way to sign out."
            return Account(handle=told.name, proof=proof, name=told.name)
    return None


def signed_out(visit: Visit) -> bool:
    """Whether the page offers to sign in and nothing on it signs out."""
    return any(nobody(soup_of(document.html)) for document in visit.documents)


def gather(visits: Sequence[Visit]) -> Described:
    """Everything that these visits say; of several ways to say it, the most exact first."""
    found = Described()
    for visit in visits:
        for document in visit.documents:
            found.take(described(document))
        for answer in visit.responses:
            found.take(_of_feed(answer.body))
    return found


def described(document: Document) -> Described:
    """Everything that one page says of a person and of texts."""
    found = said_by(document)
    if found.about:
        found.about = joined(found.about, ways_to_write(soup_of(document.html)))
    return found


def said_by(document: Document) -> Described:
    """The same, without the ways to write that stand just anywhere: on a network those are its own."""
    soup, found = soup_of(document.html), Described()
    found.take(microformats(document.html, document.url))
    found.take(linked_data(soup, document.url))
    if not found.items:
        found.take(articles(soup, document.url))
    head = open_graph(soup, document.url)
    found.take(Described(head.about, head.people, [] if found.items else head.items))
    return found


def _of_feed(body: bytes) -> Described:
    feed = material_of_feed(body) if body.lstrip()[:1] == b"<" else None
    found = Described()
    for entry in feed.entries if feed else ():
        tree = soup_of(entry.html) if entry.html else None
        found.items.append(
            Item(
                text=written_text(tree),
                title=entry.title,
                author=Person(name=entry.author.name),
                kind=PostKind.COMMENT if entry.comment else PostKind.POST,
                time=entry.time,
                url=entry.link,
                parent=place(entry.parent) or None,
                whole=entry.whole,
                links=links_in(tree, entry.base),
                pictures=pictures_in(tree, entry.base),
            )
        )
    return found


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one person, on the pages that the person showed as theirs."""
    found = gather(visits)
    person = whose(found, account)
    own = [item for item in found.items if _is_own(item, person, found.items)]
    shown = shown_of(found.items, own, person, account, visits)
    return replace(
        shown,
        gaps=(*shown.gaps, *_always()),
        read=(Part.BIO, Part.CONTACT) if person and person.bio is not None else (),
        site=_site(visits),
        proof=account.proof if account else None,
    )


def shown_of(
    items: Sequence[Item],
    own: Sequence[Item],
    person: Person | None,
    account: Account | None,
    visits: Sequence[Visit],
) -> Snapshot:
    """This person with the items that are their own; those of which nobody can tell are counted as gaps."""
    media, gaps = ChainMap(*[dict(visit.media) for visit in visits]), GapLog()
    public = bool(visits) and all(visit.lens is Lens.PUBLIC for visit in visits)
    unclear = sum(not item.author and item not in own for item in items)
    if unclear:
        gaps.miss(Part.POSTS, _WHOSE, unclear)
    if any(not item.whole for item in own):
        gaps.miss(Part.POSTS, _PART, sum(not item.whole for item in own))
    return Snapshot(
        platform=PLATFORM,
        door=Door.PAGES,
        owner=_owner(person, account),
        posts=one_each(_posts(items, own, media, public=public)),
        images=one_each(_images(person, own, media)),
        gaps=gaps.gaps,
    )


def whose(found: Described, account: Account | None) -> Person | None:
    """The proven account with what pages say of it; without one, whose page it is."""
    if account is None:
        return found.about or (found.people[0] if len(found.people) == 1 else _only_author(found.items))
    person = Person(name=account.name, handle=account.handle, url=account.url)
    for other in [*([found.about] if found.about else []), *found.people]:
        if person.same(other):
            person = joined(person, other)
    return person


def _only_author(items: Sequence[Item]) -> Person | None:
    """Whoever wrote everything on the pages, where that is one person."""
    writers = [item.author for item in items if item.author and item.kind is not PostKind.COMMENT]
    return writers[0] if writers and all(writers[0].same(other) for other in writers) else None


def _is_own(item: Item, person: Person | None, items: Sequence[Item]) -> bool:
    """By the person, or unsigned on pages on which nobody else writes texts of their own."""
    if item.author:
        return person is not None and person.same(item.author)
    others = any(
        one.author and one.kind is not PostKind.COMMENT and not (person and person.same(one.author))
        for one in items
    )
    return item.kind is not PostKind.COMMENT and not others


def _owner(person: Person | None, account: Account | None) -> Owner:
    if person is None:
        return Owner()
    return Owner(
        name=person.name,
        handle=account.handle if account else person.handle,
        bio=person.bio,
        emails=person.emails,
        phones=person.phones,
        links=person.links,
        facts=tuple(Fact(name, value) for name, value in person.facts),
        url=person.url or (account.url if account else None),
    )


def _posts(
    items: Sequence[Item], own: Sequence[Item], media: Mapping[str, str], *, public: bool
) -> Iterator[Post]:
    """Own texts, and what others wrote beneath them."""
    mine = {item.id for item in own}
    for item in items:
        by_owner = item.id in mine
        if by_owner or (item.kind is PostKind.COMMENT and item.parent in mine):
            own_words = by_owner and item.kind is not PostKind.REPOST
            yield Post(
                id=item.id,
                text="\n".join(piece for piece in (item.title, item.text) if piece),
                kind=item.kind,
                own=own_words,
                time=item.time,
                audience=Audience.PUBLIC if public else Audience.UNKNOWN,
                url=item.url,
                images=tuple(file for one in item.pictures if by_owner and (file := one.file(media))),
                links=item.links,
                parent=item.parent,
                author=None if by_owner else item.author.name,
            )


def _images(person: Person | None, own: Sequence[Item], media: Mapping[str, str]) -> Iterator[Image]:
    if person and person.photo:
        yield Image("avatar", media.get(person.photo), ImageRole.AVATAR, url=person.photo)
    for item in own:
        for picture in item.pictures:
            yield Image(
                picture.key, picture.file(media), post=item.id, url=picture.url, caption=picture.caption
            )


def _always() -> tuple[Gap, ...]:
    """What can never be known of a site that nobody described."""
    lists = tuple(Gap(part, _UNKNOWN_SITE) for part in (Part.POSTS, Part.COMMENTS, Part.IMAGES))
    return (*lists, Gap(Part.CONNECTIONS, _PEOPLE), Gap(Part.SETTINGS, _SETTINGS))


def _site(visits: Sequence[Visit]) -> str | None:
    roots = (root_of(document.url) for visit in visits for document in visit.documents)
    return next(filter(None, roots), None)
