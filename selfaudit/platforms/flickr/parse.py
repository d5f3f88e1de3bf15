"""Flickr's pages and data answers, read top to bottom: recognise, owner, posts, connections, settings.

On what each rests: the answers on a contributor's own published record and on the documented programming
interface; the registers inside pages on published readers of 2018 to 2026, packed and not; who is signed in
on our own guess of how those pages name the session. No page of Flickr was to be had.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import reduce

from selfaudit.model.snapshot import Connection, Fact, Gap, Image, Owner, Post, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.flickr.answers import (
    SITE,
    Page,
    Person,
    Photo,
    answers_in,
    modelled_people,
    modelled_photo,
    modelled_photos,
    pages_of,
    people_in,
    person_of,
    photo_of,
    photos_in,
    refused,
    total_of,
    whole,
)
from selfaudit.platforms.flickr.models import plain
from selfaudit.platforms.flickr.photos import comment_of, connection_of, image_of, post_of
from selfaudit.platforms.flickr.profiles import profile_of
from selfaudit.platforms.flickr.settings import SWITCHES
from selfaudit.platforms.flickr.walls import REFUSED
from selfaudit.platforms.generic.answers import Answer
from selfaudit.platforms.generic.counting import people_missing, shortfall
from selfaudit.platforms.generic.values import objects, part_of, text_in
from selfaudit.platforms.merging import one_each
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog

PLATFORM = "flickr"
UNKNOWN_FORM = f"a page of Flickr {OF_UNKNOWN_FORM}"
CONTACT = Gap(
    Part.CONTACT,
    "Flickr's “About” page shows contact details where you let it; it was not in what was read",
)
_SOME_COMMENTS = "of comments, only those below the photos that were opened were in what was read"
_COMMENTS = (
    "comments stand on each photo's own page and were not in what was read; Flickr's download of your data "
    "holds the ones you wrote"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What the visits brought."""

    pages: tuple[Page, ...]
    answers: tuple[Answer, ...]
    strange: bool

    @property
    def viewer(self) -> Person | None:
        """Who was signed in, as the pages' scripts say."""
        for page in self.pages:
            user = part_of(page.session, "user")
            number = plain(text_in(user, "nsid", "id"))
            if number and part_of(page.session, "signedIn") is not False:
                alias, name = text_in(user, "pathAlias", "path_alias"), text_in(user, "realname", "username")
                return Person(id=number, alias=plain(alias), name=plain(name))
        return None

    @property
    def people(self) -> list[Person]:
        """The accounts that pages and answers are about."""
        told = [person for answer in self.answers if (person := person_of(part_of(answer.value, "person")))]
        told += [one for answer in self.answers if (one := profile_of(part_of(answer.value, "profile")))]
        modelled = [one for page in self.pages if page.registers for one in modelled_people(page.registers)]
        return [*told, *(person for person in modelled if person.handle)]

    def photos(self, gaps: GapLog) -> list[Photo]:
        """Every photo, whoever took it."""
        told = [photo for answer in self.answers for photo in photos_in(answer)]
        modelled = [one for page in self.pages if page.registers for one in modelled_photos(page.registers)]
        return [*gaps.keep(Part.POSTS, photo_of, told), *gaps.keep(Part.POSTS, modelled_photo, modelled)]


def _gather(visits: Sequence[Visit]) -> _Found:
    pages = tuple(pages_of(visits))
    found = _Found(pages, tuple(answers_in(visits)), any(visit.lens is Lens.PUBLIC for visit in visits))
    return replace(found, strange=found.strange or _nobody(found))


def _nobody(found: _Found) -> bool:
    told = [part_of(page.session, "signedIn") for page in found.pages]
    return found.viewer is None and False in told


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is Flickr's."""
    found = _gather([visit])
    return bool(found.pages or found.answers)


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as the page itself says."""
    person = _gather([visit]).viewer
    if person is None:
        return None
    return Account(
        handle=person.handle,
        proof=f"Flickr's own page named {person.name or person.handle} as the account that was signed in.",
        id=person.id,
        name=person.name or None,
        url=f"{SITE}/people/{person.handle}/",
    )


def signed_out(visit: Visit) -> bool:
    """Whether a page's script says that nobody was signed in."""
    return _nobody(_gather([visit]))


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account."""
    found, media, gaps = _gather(visits), ChainMap(*[dict(visit.media) for visit in visits]), GapLog()
    snapshot = Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    photos = found.photos(gaps)
    owner = _owner(found, account, photos)
    mine = [photo for photo in photos if photo.owner is None or owner.same_as(photo.owner)]
    posts = tuple(post_of(photo, owner, media) for photo in mine)
    comments = _comments(found, owner, {post.id for post in posts}, gaps)
    connections = one_each(_connections(found, gaps))
    stops = (Gap(Part.OTHER, REFUSED),) if any(map(refused, found.answers)) else ()
    snapshot = replace(
        snapshot,
        owner=_told(owner),
        posts=one_each((*posts, *comments)),
        connections=connections,
        images=one_each((*_avatar(owner, media), *(image_of(photo, media) for photo in mine))),
    )
    if not (owner.bio is not None or owner.photos is not None or owner.links or posts or connections):
        unknown = (Gap(Part.OTHER, UNKNOWN_FORM),) if _unknown(found) and not stops else ()
        return replace(snapshot, gaps=(*stops, *unknown))
    measured = _measured(snapshot, found, owner, gaps)
    return replace(measured, gaps=(*stops, *measured.gaps))


def _unknown(found: _Found) -> bool:
    return any(page.registers is None for page in found.pages) or (bool(found.pages) and not found.people)


def _owner(found: _Found, account: Account | None, photos: Sequence[Photo]) -> Person:
    """The proven account; without one, whoever was signed in, whom the pages are about, or who took all."""
    takers = {(photo.owner.id, photo.owner.alias): photo.owner for photo in photos if photo.owner}
    alone = list(takers.values()) if len(takers) == 1 else []
    signed_in = [found.viewer] if found.viewer else []
    first = next(iter([*signed_in, *found.people, *alone]), Person())
    wanted = _person(account) if account else Person(id=first.id, alias=first.alias)
    told = [person for person in (*found.people, *signed_in) if wanted.same_as(person)]
    return reduce(_joined, told, wanted)


def _person(account: Account) -> Person:
    """The account; where it chose no name of its own, its number stands in its addresses."""
    return Person(id=account.id, alias="" if account.handle == account.id else account.handle)


def _joined(first: Person, second: Person) -> Person:
    """What either knows; the first where both do. An empty description is known."""
    gaps = {one.name for one in fields(first) if not (value := getattr(first, one.name)) and value != 0}
    gaps -= {name for name in ("emails", "links") if getattr(second, name) is None}
    gaps -= {"bio"} if first.bio is not None else set()
    return replace(first, **{name: getattr(second, name) for name in gaps})


def _told(owner: Person) -> Owner:
    return Owner(
        name=owner.name or owner.username or None,
        handle=owner.handle or None,
        bio=owner.bio,
        emails=owner.emails or (),
        links=owner.links or (),
        facts=(Fact("Location", owner.place),) if owner.place else (),
        url=f"{SITE}/people/{owner.handle}/" if owner.handle else None,
    )


def _avatar(owner: Person, media: Mapping[str, str]) -> Iterator[Image]:
    if owner.avatar:
        yield Image("avatar", media.get(owner.avatar), ImageRole.AVATAR, url=owner.avatar)


def _comments(found: _Found, owner: Person, own: set[str], gaps: GapLog) -> tuple[Post, ...]:
    lists = [part_of(answer.value, "comments") for answer in found.answers]
    said = [(text_in(one, "photo_id"), value) for one in lists for value in objects(part_of(one, "comment"))]
    comments = gaps.keep(Part.COMMENTS, lambda one: comment_of(one[1], one[0], owner), said)
    return tuple(comment for comment in comments if comment.own or comment.parent in own)


def _connections(found: _Found, gaps: GapLog) -> tuple[Connection, ...]:
    people = [one for answer in found.answers for one in people_in(answer)]
    return gaps.keep(Part.CONNECTIONS, connection_of, people)


def _measured(snapshot: Snapshot, found: _Found, owner: Person, gaps: GapLog) -> Snapshot:
    """The parts that were read to their end, by the profile's own counts; what is missing is a gap."""
    read = [Part.BIO] if owner.bio is not None else []
    read += [Part.CONTACT] if owner.links is not None else []
    totals = [total_of(page.registers) for page in found.pages if page.registers]
    totals += [owner.photos, *(whole(part_of(answer.value, "photos", "total")) for answer in found.answers)]
    counted = max((total for total in totals if total is not None), default=None)
    seen = sum(post.kind is not PostKind.COMMENT for post in snapshot.posts)
    short = shortfall(Part.POSTS, counted, seen, "photos")
    read += [] if short or gaps.gaps else [Part.POSTS, Part.IMAGES]
    comments = Gap(Part.COMMENTS, _SOME_COMMENTS if snapshot.has(Part.COMMENTS) else _COMMENTS)
    extra = [*([short] if short else []), comments, *(() if Part.CONTACT in read else (CONTACT,))]
    if not found.strange:
        people = list(people_missing(snapshot.connections, owner.followers, owner.following))
        read += [] if people else [Part.CONNECTIONS]
        extra += [*people, *SWITCHES.not_seen(())]
    return replace(snapshot, read=tuple(read), gaps=(*gaps.gaps, *extra))
