"""Threads' pages and data answers, read top to bottom: recognise, owner, posts, connections, settings.

What this rests on: published notes of the names in its data (2025), and pages that were invented after them.
No real page or answer of Threads was to be had. Who is signed in, lists of people, what was passed on and the
words on the settings pages are our guess.
"""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selfaudit.model.snapshot import Fact, Gap, Image, Owner, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.generic.embedded import came_to_the_end
from selfaudit.platforms.generic.values import number_in, objects, text_in
from selfaudit.platforms.merging import one_each
from selfaudit.platforms.meta.media import Data, Person, Shelf, person_of
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog
from selfaudit.platforms.threads.material import SITE, Material, gather, is_answer, is_page
from selfaudit.platforms.threads.people import connections_of, people_in
from selfaudit.platforms.threads.posts import Told, answered, images_of, posts_of, told_in
from selfaudit.platforms.threads.settings import SWITCHES, settings_of

PLATFORM = "threads"
ELSEWHERE = "of what you answered to others, only the tab “Replies” tells, as far as it was read"
MORE_ANSWERS = "not every answer to your posts was shown"
MORE_POSTS = "Threads did not show the posts to their end, so there may be older ones"
NO_POSTS = "no posts were in what was read"
UNKNOWN_FORM = f"this page {OF_UNKNOWN_FORM}"
DAMAGED = "a part of the pages that were read is damaged or cut short"
NO_BIO = "what was read does not show the bio"
NO_LIST = "no list of your followers, or of whom you follow, was read to its end"
MORE_PICTURES = "only the pictures of the posts that were read"


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is of Threads."""
    return any(map(is_page, visit.documents)) or any(map(is_answer, visit.responses))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as the page itself says."""
    person = gather([visit]).viewer()
    if not person.known:
        return None
    proof = f"Threads' own data named {person.handle} as the account that was signed in."
    return Account(person.handle, proof, person.id, url=f"{SITE}/@{person.handle}")


def signed_out(visit: Visit) -> bool:
    """Whether the page says that nobody was signed in."""
    return gather([visit]).nobody()


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account; a lens that did not look has no gaps of its own."""
    if not visits:
        return Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    material, shelf = gather(visits), Shelf(ChainMap(*[dict(visit.media) for visit in visits]))
    owner, lens, gaps = _person(material, account), _lens(visits, material), GapLog()
    records, told = material.records_of(owner), list(told_in(material.threads(), owner))
    flags = (one.get("text_post_app_is_private") for one in records)
    private = next((flag for flag in flags if isinstance(flag, bool)), None)
    read = gaps.keep(Part.POSTS, lambda one: tuple(posts_of(one, owner, private, shelf)), told)
    pictures = (image for one in told for image in images_of(one, shelf))
    at = max((visit.at for visit in visits if visit.at), default=None)
    snapshot = Snapshot(
        platform=PLATFORM,
        door=Door.PAGES,
        owner=_owner(records, owner, account, lens),
        posts=one_each(post for several in read for post in several),
        connections=connections_of(people_in(material, owner), gaps),
        settings=tuple({one.name: one for one in settings_of(records, material.answers, at)}.values()),
        images=one_each((*_avatar(records, shelf), *pictures)),
        site=SITE,
        proof=account.proof if account else None,
    )
    return _measured(snapshot, material, told, owner, gaps, stranger=lens is Lens.PUBLIC)


def _person(material: Material, account: Account | None) -> Person:
    """The proven account; without one, whom the pages are of, or whoever was signed in."""
    known = Person(account.id, account.handle.lstrip("@")) if account else material.subject()
    known = known if known.known else material.viewer()
    same = material.records_of(known)
    described = person_of(same[0]) if same else Person()
    return Person(known.id or described.id, known.handle or described.handle)


def _lens(visits: Sequence[Visit], material: Material) -> Lens | None:
    known = next((visit.lens for visit in visits if visit.lens), None)
    return known or (Lens.OWNER if material.viewer().known else Lens.PUBLIC if material.nobody() else None)


def _owner(records: Sequence[Data], person: Person, account: Account | None, lens: Lens | None) -> Owner:
    bios = [one["biography"] for one in records if isinstance(one.get("biography"), str)]
    names = [text_in(one, "full_name") for one in records]
    links = [text_in(link, "url") for one in records for link in objects(one.get("bio_links"))]
    towns = [
        Fact("Town", town, (lens,) if lens else ()) for one in records if (town := text_in(one, "city_name"))
    ]
    return Owner(
        name=next(filter(None, names), None) or (account.name if account else None),
        handle=person.handle or None,
        bio=bios[0].strip() if bios else None,
        links=tuple(dict.fromkeys(filter(None, links))),
        facts=tuple(dict.fromkeys(towns)),
        url=f"{SITE}/@{person.handle}" if person.handle else None,
    )


def _avatar(records: Sequence[Data], shelf: Shelf) -> Iterator[Image]:
    for record in records:
        versions = [text_in(one, "url") for one in objects(record.get("hd_profile_pic_versions"))]
        known = [address for address in (*versions, text_in(record, "profile_pic_url")) if address]
        if known:
            yield Image("avatar", shelf.file(*known), ImageRole.AVATAR, url=known[0])


def _measured(
    snapshot: Snapshot,
    material: Material,
    told: Sequence[Told],
    owner: Person,
    gaps: GapLog,
    *,
    stranger: bool,
) -> Snapshot:
    """The parts that were read to their end, as the site says; everything else is a gap with its reason."""
    damaged = any(answer.damaged for answer in material.answers)
    whole = came_to_the_end(material.stretches(owner)) and not damaged
    hidden = stranger and any(one.value == "Private" for one in snapshot.settings)
    bio = [Part.BIO, Part.CONTACT] if snapshot.owner.bio is not None else []
    missing = [
        *(Gap(Part.OTHER, wall) for wall in material.walls()),
        *([Gap(Part.OTHER, DAMAGED)] if damaged else []),
        *(Gap(part, NO_BIO) for part in (Part.BIO, Part.CONTACT) if not bio),
        *([] if whole or hidden else [Gap(Part.POSTS, _why(snapshot, material))]),
        Gap(Part.COMMENTS, ELSEWHERE),
        *_unshown(snapshot, told),
        Gap(Part.IMAGES, MORE_PICTURES),
        *_people(snapshot, material.records_of(owner)),
        *([] if stranger else SWITCHES.unread(snapshot.settings)),
    ]
    read = (*bio, *([Part.POSTS] if whole else []))
    return replace(snapshot, read=read, gaps=(*gaps.gaps, *missing))


def _why(snapshot: Snapshot, material: Material) -> str:
    if snapshot.posts:
        return MORE_POSTS
    return UNKNOWN_FORM if material.strange() else NO_POSTS


def _unshown(snapshot: Snapshot, told: Sequence[Told]) -> Iterator[Gap]:
    beneath = Counter(post.parent for post in snapshot.posts if post.kind is PostKind.COMMENT)
    unseen = sum(max(0, count - beneath[code]) for code, count in dict(answered(told)).items())
    if unseen:
        yield Gap(Part.COMMENTS, MORE_ANSWERS, unseen)


def _people(snapshot: Snapshot, records: Sequence[Data]) -> Iterator[Gap]:
    """Threads counts followers, and not whom one follows, so that the lists are never known to be whole."""
    counts = [count for one in records if (count := number_in(one, "follower_count")) is not None]
    have = sum(other.relation in {"follower", "mutual"} for other in snapshot.connections)
    missing = max(0, max(counts, default=0) - have)
    yield Gap(Part.CONNECTIONS, NO_LIST, missing or None)
