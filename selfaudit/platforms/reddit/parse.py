"""Reddit's pages and data answers, read top to bottom: recognise, owner, posts, connections, settings.

On what each generation rests: accounts, lists and preferences on real data answers of 2016 to 2018, whose
shape Reddit still sends; today's pages (``shreddit-`` elements) and the old ones on published shapes, not
seen by us but for one bare page of a post (December 2025).
"""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from selfaudit.model.snapshot import Connection, Gap, Image, Owner, Setting, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, ImageRole, Lens, Part
from selfaudit.platforms.generic.answers import Answer
from selfaudit.platforms.generic.times import moment_of_seconds
from selfaudit.platforms.generic.values import id_in, part_of, text_in
from selfaudit.platforms.merging import one_each
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog, ItemUnreadable, absolute, soup_of
from selfaudit.platforms.reddit.answers import (
    COMMENT,
    POST,
    SITE,
    Data,
    answers,
    folded,
    friends_in,
    is_answer,
    is_own_record,
    people_in,
    preferences_in,
    read_to_the_end,
    says_nobody,
    things_in,
)
from selfaudit.platforms.reddit.posts import Thing, Whose, images_of, post_of
from selfaudit.platforms.reddit.rendered import Page, is_page
from selfaudit.platforms.reddit.settings import SETTINGS

PLATFORM = "reddit"
UNKNOWN_FORM = f"a page of Reddit {OF_UNKNOWN_FORM}"
HIDDEN = (
    "the profile keeps posts and comments hidden; they can still be found inside communities and by searching"
)
_FOLLOWERS = "Reddit shows who follows you in its app only"
_STRANGERS = (
    "Reddit lets people keep posts off their profile, and strangers still find those inside communities and "
    "by searching; so what a stranger misses here may be public"
)
_LINKS = "no link beside the profile was in what was read; Reddit shows them on the profile's own page"
_FOLDED = "Reddit kept these comments folded away"


@dataclass(frozen=True, slots=True)
class Found:
    """Everything that visits brought, as data and as pages."""

    visits: tuple[Visit, ...]
    answers: tuple[Answer, ...]
    pages: tuple[Page, ...]

    @property
    def people(self) -> list[Data]:
        """Every account that an answer is about."""
        return [person for answer in self.answers for person in people_in(answer)]

    @property
    def things(self) -> list[Thing]:
        """Every post and comment; data before what pages show."""
        found = [
            Thing(kind, data, "raw_json=1" not in answer.url)
            for answer in self.answers
            for kind, data in things_in(answer, POST, COMMENT)
        ]
        shown = [Thing(kind, data, escaped=False) for page in self.pages for kind, data in page.things()]
        return found + shown


def _found(visits: Sequence[Visit]) -> Found:
    documents = [document for visit in visits for document in visit.documents if is_page(document)]
    pages = tuple(Page(document, soup_of(document.html)) for document in documents)
    return Found(tuple(visits), tuple(answers(visits)), pages)


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is Reddit's."""
    if any(map(is_page, visit.documents[:1])):
        return True
    return not visit.documents and any(map(is_answer, answers([visit])))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as Reddit itself says."""
    found = _found([visit])
    for person in found.people:
        if is_own_record(person):
            return proven(person)
    for name in (page.viewer for page in found.pages):
        if name:
            proof = f"Reddit's own page named u/{name} as the account that was signed in."
            return Account(name, proof, url=f"{SITE}/user/{name}")
    return None


def proven(person: Data) -> Account:
    """The account whose own record Reddit gave out."""
    name = text_in(person, "name")
    return Account(
        handle=name,
        proof=f"Reddit's own data named u/{name} as the account that was signed in.",
        id=id_in(person),
        name=text_in(part_of(person, "subreddit"), "title") or None,
        url=f"{SITE}/user/{name}",
    )


def signed_out(visit: Visit) -> bool:
    """Whether Reddit says that nobody was signed in."""
    found = _found([visit])
    if viewer(visit):
        return False
    return any(map(says_nobody, found.answers)) or any(page.signed_out for page in found.pages)


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account."""
    found, gaps = _found(visits), GapLog()
    whose = _whose(found, account)
    snapshot = Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    if whose is None:
        return replace(snapshot, settings=_settings(found, []), gaps=_unknown(found))
    media = ChainMap(*[dict(visit.media) for visit in visits])
    records = [person for person in found.people if whose.goes_by(text_in(person, "name"))]
    mine = _concerning(found.things, whose)
    posts = one_each(gaps.keep(Part.POSTS, lambda thing: post_of(thing, whose, media), mine))
    own = {post.id for post in posts if post.own}
    images = [image for thing in mine if thing.id in own for image in images_of(thing, media)]
    snapshot = replace(
        snapshot,
        owner=_owner(records, found.pages, whose),
        posts=posts,
        connections=_people(found, gaps),
        settings=_settings(found, records),
        images=one_each((*_profile_pictures(records, media), *images)),
    )
    return _measured(snapshot, found, gaps)


def _whose(found: Found, account: Account | None) -> Whose | None:
    """The proven account; without one, whom the pages are about, or who wrote nearly all of a list."""
    if account:
        return Whose(account.handle, account.id)
    for person in found.people:
        return Whose(text_in(person, "name"), id_in(person))
    for page in found.pages:
        if page.handle:
            return Whose(page.handle)
    for name in (page.viewer for page in found.pages):
        if name:
            return Whose(name)
    writers = Counter(
        text_in(data, "author") for answer in found.answers for _, data in things_in(answer, POST)
    )
    return Whose(next(iter(writers))) if len(writers) == 1 else None


def _concerning(things: Sequence[Thing], whose: Whose) -> list[Thing]:
    """What the owner wrote, and comments of others under it."""
    own = {thing.id for thing in things if whose.wrote(thing.data)}
    kept = []
    for thing in things:
        under = {text_in(thing.data, "parent_id"), text_in(thing.data, "link_id")} & own
        answered = thing.kind == COMMENT and (under or whose.goes_by(text_in(thing.data, "link_author")))
        if whose.wrote(thing.data) or answered:
            kept.append(thing)
    return kept


def _owner(records: Sequence[Data], pages: Sequence[Page], whose: Whose) -> Owner:
    profiles = [profile for record in records if isinstance(profile := record.get("subreddit"), dict)]
    mine = [page for page in pages if page.handle and whose.goes_by(page.handle)]
    bios = [found for one in profiles if isinstance(found := one.get("public_description"), str)]
    return Owner(
        name=next((title for one in profiles if (title := text_in(one, "title"))), None),
        handle=next((text_in(record, "name") for record in records), whose.name),
        bio=bios[0].strip() if bios else None,
        links=tuple(dict.fromkeys(link for page in mine for link in page.links)),
        url=f"{SITE}/user/{whose.name}",
    )


def _profile_pictures(records: Sequence[Data], media: Mapping[str, str]) -> Iterator[Image]:
    faces = [text_in(record, "snoovatar_img", "icon_img") for record in records]
    banners = [text_in(part_of(record, "subreddit"), "banner_img") for record in records]
    for role, written in ((ImageRole.AVATAR, faces), (ImageRole.BANNER, banners)):
        address = absolute(SITE, next((one.replace("&amp;", "&") for one in written if one), None))
        if address:
            yield Image(str(role), media.get(address), role, url=address)


def _people(found: Found, gaps: GapLog) -> tuple[Connection, ...]:
    pairs = [pair for answer in found.answers for pair in friends_in(answer)]
    return one_each(gaps.keep(Part.CONNECTIONS, _person, pairs))


def _person(pair: tuple[str, Data]) -> Connection:
    relation, person = pair
    name, identity = text_in(person, "name"), id_in(person)
    if not name or identity is None:
        raise ItemUnreadable("people without a name")
    since = moment_of_seconds(person.get("date"))
    return Connection(identity, handle=name, relation=relation, since=since, url=f"{SITE}/user/{name}")


def _settings(found: Found, records: Sequence[Data]) -> tuple[Setting, ...]:
    told: dict[str, Setting] = {}
    moments = [visit.at for visit in found.visits if visit.at]
    at = max(moments, default=None)
    switches = [preferences for answer in found.answers if (preferences := preferences_in(answer))]
    for data in (*(() if _strangers(found) else records), *switches):
        told |= {one.name: one for one in SETTINGS.settings(data, at)}
    return tuple(told.values())


def _strangers(found: Found) -> bool:
    """Whether only strangers looked."""
    return bool(found.visits) and all(visit.lens is Lens.PUBLIC for visit in found.visits)


def _unknown(found: Found) -> tuple[Gap, ...]:
    """These pages say nothing of anybody."""
    return (Gap(Part.OTHER, UNKNOWN_FORM),) if found.pages else ()


def _measured(snapshot: Snapshot, found: Found, gaps: GapLog) -> Snapshot:
    """What was read to its end, by Reddit's own lists; an empty profile is no sign that there is nothing."""
    posts, comments = (read_to_the_end(found.answers, name) for name in ("submitted", "comments"))
    read = [Part.BIO] if snapshot.owner.bio is not None else []
    read += [Part.CONTACT] if snapshot.owner.links else []
    read += [Part.POSTS] if posts else []
    if count := folded(found.answers):
        gaps.miss(Part.COMMENTS, _FOLDED, count)
    told_of = (
        snapshot.posts
        or snapshot.owner.bio is not None
        or snapshot.owner.links
        or snapshot.settings
        or posts
        or comments
    )
    empty = not told_of and not any(page.hidden for page in found.pages)
    told = (*(_unknown(found) if empty else ()), *gaps.gaps, *_absent(snapshot, found))
    return replace(snapshot, read=tuple(read), gaps=told)


def _absent(snapshot: Snapshot, found: Found) -> Iterator[Gap]:
    """What Reddit does not show where the profile is, though it may be there."""
    hidden = [HIDDEN] if any(page.hidden for page in found.pages) else []
    unseen = [_STRANGERS] if _strangers(found) else []
    for reason in (*hidden, *unseen):
        yield Gap(Part.POSTS, reason)
        yield Gap(Part.COMMENTS, reason)
    if found.pages or found.people:
        yield from () if snapshot.owner.links else (Gap(Part.CONTACT, _LINKS),)
        yield Gap(Part.CONNECTIONS, _FOLLOWERS)
        yield from () if unseen else SETTINGS.not_seen(snapshot.settings)
