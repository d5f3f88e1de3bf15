"""LinkedIn's pages, read top to bottom: recognise, owner, posts, connections, settings.

What this rests on: the linked data of a logged-out profile is real (2026); section names, post links and the
page's own name follow a published saved page of 2023 and readers of 2026. For the signed-in pages there are
only reports: they are read by headings, roles and numbers, as far as they carry them.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from selfaudit.model.questions import unanswered
from selfaudit.model.snapshot import Connection, Gap, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Audience, Door, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.generic.answers import path_of
from selfaudit.platforms.linkedin.addresses import SITE, profile_url, same_member
from selfaudit.platforms.linkedin.material import Material, gather
from selfaudit.platforms.linkedin.remarks import comment_of
from selfaudit.platforms.linkedin.settings import SWITCHES
from selfaudit.platforms.linkedin.shown import Profile, Shared, joined
from selfaudit.platforms.merging import one_each

PLATFORM = "linkedin"
_FEW = "LinkedIn shows people who are not signed in only some recent posts"
CONTACT = Gap(
    Part.CONTACT,
    "LinkedIn shows contact details only at a click on “Contact info”; please look there by hand",
)
_COMMENTS = "what others wrote below each post was not opened"
_SOME_COMMENTS = "of comments, only those that stood open below posts were in what was read"


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is LinkedIn's."""
    found = gather([visit])
    return bool(found.pages or found.data or found.reached)


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as the page itself says."""
    person, told = gather([visit]).viewer()
    if person is None or person.slug is None:
        return None
    return Account(person.slug, told.format(person.slug), name=person.name, url=profile_url(person.slug))


def signed_out(visit: Visit) -> bool:
    """Whether a page is one that only people get who are not signed in."""
    return gather([visit]).nobody()


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account; a lens that did not look has no gaps of its own."""
    if not visits:
        return Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    found, media = gather(visits), ChainMap(*[dict(visit.media) for visit in visits])
    stranger = any(visit.lens is Lens.PUBLIC for visit in visits) or found.nobody()
    snapshot = Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    settings, unset = found.settings()
    owner = _owner(found, account)
    if owner is None:
        return replace(snapshot, settings=settings, gaps=(*found.faults(), *unset))
    shared = [one for one in found.shared() if _concerns(one, owner)]
    posts = one_each(_post(one, owner, media, stranger=stranger) for one in shared)
    snapshot = replace(
        snapshot,
        owner=_told(owner),
        posts=one_each((*posts, *_comments(found, owner, posts))),
        connections=_connections(found, owner),
        settings=settings,
        images=one_each(
            (*_avatar(owner, media), *(image for one in shared for image in _images(one, owner, media)))
        ),
    )
    return _measured(snapshot, found, unset, reached=bool(owner.reached), stranger=stranger)


def _owner(found: Material, account: Account | None) -> Profile | None:
    """The proven account; without one, whoever was signed in, or whom the pages are about."""
    profiles = found.profiles()
    signed_in, _told_by = found.viewer()
    known = Profile(slug=account.handle, name=account.name) if account else signed_in
    if known is None:
        known = next(iter(profiles), None)
    if known is None:
        return None
    return joined([*(one for one in profiles if _is(one, known)), known])


def _is(one: Profile, known: Profile) -> bool:
    """Whether a page is about this member; one that was saved without its address has only the name."""
    named = one.slug is None and one.name is not None and one.name == known.name
    return named or same_member(one.slug, known.slug)


def _told(owner: Profile) -> Owner:
    return Owner(
        name=owner.name,
        handle=owner.slug,
        bio=owner.bio,
        emails=owner.emails,
        phones=owner.phones,
        links=owner.links,
        facts=owner.facts,
        url=profile_url(owner.slug) if owner.slug else None,
    )


def _concerns(shared: Shared, owner: Profile) -> bool:
    """Whether something was written or passed on by the owner."""
    return _own(shared, owner) or same_member(shared.by, owner.slug)


def _own(shared: Shared, owner: Profile) -> bool:
    """Names are shared by many people, so that only the short name counts, where there is one."""
    if shared.author is None and owner.slug is None:
        return shared.author_name is not None and shared.author_name == owner.name
    return same_member(shared.author, owner.slug)


def _post(shared: Shared, owner: Profile, media: Mapping[str, str], *, stranger: bool) -> Post:
    own = _own(shared, owner)
    return Post(
        id=shared.id,
        text=shared.text,
        kind=PostKind.POST if own else PostKind.REPOST,
        own=own,
        time=shared.time if own else None,
        audience=Audience.PUBLIC if stranger else shared.audience,
        url=shared.url,
        images=tuple(image.file for image in _images(shared, owner, media) if image.file),
        links=shared.links,
        author=None if own else shared.author,
    )


def _comments(found: Material, owner: Profile, posts: Sequence[Post]) -> Iterator[Post]:
    """Own comments anywhere, and others' below own posts."""
    beneath = {post.id: post.audience for post in posts if post.own}
    for remark in found.remarks():
        own = same_member(remark.author, owner.slug)
        if own or remark.post in beneath:
            yield comment_of(remark, own=own, audience=beneath.get(remark.post, Audience.UNKNOWN))


def _images(shared: Shared, owner: Profile, media: Mapping[str, str]) -> Iterator[Image]:
    """The pictures of an own post; others' pictures are not taken along."""
    for number, address in enumerate(shared.pictures if _own(shared, owner) else (), 1):
        yield Image(f"{shared.id}-{number}", _file(address, media), post=shared.id, url=address)


def _avatar(owner: Profile, media: Mapping[str, str]) -> Iterator[Image]:
    if owner.picture:
        yield Image("avatar", _file(owner.picture, media), ImageRole.AVATAR, url=owner.picture)


def _file(address: str, media: Mapping[str, str]) -> str | None:
    """A picture's file; the query of its address is a signature that changes."""
    if address in media:
        return media[address]
    place = path_of(address)
    return next((file for known, file in media.items() if place and path_of(known) == place), None)


def _connections(found: Material, owner: Profile) -> tuple[Connection, ...]:
    return one_each(one for one in found.connections() if not same_member(one.handle, owner.slug))


def _asked(settings: Sequence[Setting], unset: Sequence[Gap]) -> tuple[Gap, ...]:
    """What no page shows, and the page of public visibility where it was not opened."""
    opened = bool(settings or unset)
    return (*unanswered(SWITCHES.questions), *(() if opened else SWITCHES.unread(())))


def _measured(
    snapshot: Snapshot, found: Material, unset: tuple[Gap, ...], *, reached: bool, stranger: bool
) -> Snapshot:
    """The parts that were read to their end. LinkedIn counts neither posts nor connections reliably."""
    told = {Part.BIO: snapshot.owner.bio is not None, Part.CONTACT: reached}
    read = tuple(part for part, whole in told.items() if whole)
    if stranger:
        return replace(snapshot, read=read, gaps=(Gap(Part.POSTS, _FEW), *found.faults(), *unset))
    comments = Gap(Part.COMMENTS, _SOME_COMMENTS if snapshot.has(Part.COMMENTS) else _COMMENTS)
    rest = (comments, *(() if reached else (CONTACT,)), *_asked(snapshot.settings, unset))
    return replace(snapshot, read=read, gaps=(*rest, *found.faults(), *unset))
