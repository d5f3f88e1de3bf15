"""Any site's pages, by what they say for machines and for screen readers: owner, texts, pictures.

It rests on published formats (microformats, schema.org, OpenGraph, feeds, ARIA) and on no single site. What
such a page leaves out cannot be known, so that no list is ever told as whole.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bs4 import BeautifulSoup

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
from selfaudit.platforms.website.menu import nobody, viewer_in
from selfaudit.platforms.website.microformats import microformats
from selfaudit.platforms.website.plain import plain, reachable
from selfaudit.platforms.website.visible import articles, open_graph, ways_to_write
from selfaudit.platforms.website.whose import (
    given,
    is_own,
    of_account,
    owned,
    signers,
    visited,
    whose,
)

PLATFORM = "website"
_UNKNOWN_SITE = "selfaudit does not know this site, so it cannot tell whether its pages show everything"
_SETTINGS = "selfaudit does not know the privacy settings of this site; please look through them by hand"
_PEOPLE = "selfaudit does not know where this site shows friends and followers; please look by hand"
_WHOSE = "they do not say which of the people who write there is you"
_CHOSEN = "You said which of the people who write there you are; the pages do not prove it."
_GIVEN = (
    "the page does not say who wrote it, and it was taken as yours because you gave it as a page of yours"
)
_PART = "only the beginning or a summary of them was there"


def recognise(visit: Visit) -> bool:
    """Whether a page says anything of people or texts; a page that does not is nobody's profile."""
    return bool(gather([visit]))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as far as the page's own menu greets them by name."""
    for document in visit.documents:
        told = viewer_in(soup_of(document.html), document.url)
        if told and told.name:
            where = parts_of(document.url).netloc
            proof = f"The menu of {where or 'the page'} named {told.name} beside its way to sign out."
            return Account(handle=told.name, proof=proof, name=told.name, url=told.page)
    return None


def signed_out(visit: Visit) -> bool:
    """Whether the page offers to sign in and nothing on it signs out."""
    return any(nobody(soup_of(document.html)) for document in visit.documents)


def gather(visits: Sequence[Visit], account: Account | None = None) -> Described:
    """Everything that these visits say; of several ways to say it, the most exact first."""
    found = Described()
    for visit in visits:
        for document in visit.documents:
            found.take(of_account(described(document), document.url, account))
        for answer in visit.responses:
            found.take(of_account(given(_of_feed(answer.body)), answer.url, account))
    return found


def _plainly(visits: Sequence[Visit]) -> Described:
    """What pages show that say nothing for machines, which the person says are theirs."""
    found = Described()
    for visit in visits:
        for document in visit.documents:
            found.take(visited(plain(document), soup_of(document.html), document.url))
    return found


def described(document: Document) -> Described:
    """Everything that one page says of a person and of texts."""
    soup = soup_of(document.html)
    found = owned(said_by(document, soup), soup, document.url)
    if found.about:
        found.about = joined(found.about, ways_to_write(soup))
    return found or visited(reachable(plain(document)), soup, document.url)


def said_by(document: Document, soup: BeautifulSoup) -> Described:
    """The same, without the ways to write that stand just anywhere: on a network those are its own."""
    found = Described()
    found.take(microformats(document.html, document.url))
    found.take(linked_data(soup, document.url))
    found.take(_beneath(found.items, articles(soup, document.url)))
    head = open_graph(soup, document.url)
    found.take(Described(head.about, head.people, [] if found.items else head.items))
    return found


def _beneath(known: Sequence[Item], shown: Described) -> Described:
    """What is marked for people alone: all of it, or beneath texts that machines are told of, the answers."""
    if not known:
        return shown
    posts = [item for item in known if item.kind is not PostKind.COMMENT]
    if len(posts) != len(known) or len(posts) != 1:
        return Described()
    answers = [item for item in shown.items if item.kind is PostKind.COMMENT]
    return Described(items=[replace(item, parent=posts[0].id) for item in answers])


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


def several(visits: Sequence[Visit]) -> tuple[Account, ...]:
    """Everybody who signs texts on these pages, where they do not tell which of them is meant."""
    found = gather(visits)
    if whose(found, None) is not None:
        return ()
    people: list[Person] = []
    for one in signers(found.items):
        people += [] if any(one.same(other) for other in people) else [one]
    named = [(one.handle or one.name, one) for one in people]
    return tuple(Account(handle, _CHOSEN, name=one.name, url=one.url) for handle, one in named if handle)


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one person, on the pages that the person showed as theirs."""
    found = gather(visits, account) or _plainly(visits)
    person = whose(found, account)
    own = [item for item in found.items if is_own(item, person, found, account)]
    shown = shown_of(found.items, own, person, account, visits)
    return replace(
        shown,
        gaps=(*shown.gaps, *_always()),
        read=read_of(person),
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
    mine = set(map(id, own))
    texts = [item for item in items if item.kind is not PostKind.COMMENT and id(item) not in mine]
    if taken := sum(item.given and not item.author for item in own):
        gaps.miss(Part.POSTS, _GIVEN, taken)
    unclear = sum(not item.author or person is None or item.aside for item in texts)
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


def read_of(person: Person | None) -> tuple[Part, ...]:
    """The parts that the pages showed, be it empty; where nothing would stand, nothing was read."""
    bio = person is not None and person.bio is not None
    ways = person is not None and bool(person.emails or person.phones)
    return (*([Part.BIO] if bio else []), *([Part.CONTACT] if ways else []))


def _site(visits: Sequence[Visit]) -> str | None:
    roots = (root_of(document.url) for visit in visits for document in visit.documents)
    return next(filter(None, roots), None)
