"""X's pages and data answers, read top to bottom: recognise, owner, posts, connections, settings.

What this rests on: the data answers of April 2025, May 2025 and August 2026 and the logged-out page of
December 2025 are real (test accounts, organisations, a maintainer's own profile); so is the description for
machines. Who is signed in (``Viewer``, the script's session, the menu's link) follows published readers; no
signed-in page of X was to be had, nor one of a protected account.
"""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from selfaudit.model.snapshot import Connection, Gap, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.generic.counting import people_missing
from selfaudit.platforms.merging import each_person, one_each
from selfaudit.platforms.reading import GapLog
from selfaudit.platforms.x.addresses import SITE, file_of
from selfaudit.platforms.x.material import Material, gather
from selfaudit.platforms.x.people import Person, joined
from selfaudit.platforms.x.posts import concerns, images_of, post_of
from selfaudit.platforms.x.settings import SWITCHES
from selfaudit.platforms.x.timelines import GONE
from selfaudit.platforms.x.tweets import Tweet, tweet_of

PLATFORM = "x"
_FEW = "X shows people who are not signed in only a few posts of its own choice"
_UNCOUNTED = "X did not tell how many there are, so it is not known whether all were read"
_PREVIEW = "only the short preview of the profile was there, which leaves out its links"
_COMMENTS = "what others replied stands on each post's own page, and those pages were not opened"


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is X's."""
    found = gather([visit])
    return bool(found.pages or found.answers)


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as the page itself says."""
    person, told = gather([visit]).viewer()
    if person is None or not person.handle:
        return None
    return Account(
        handle=person.handle,
        proof=f"{told} {person.handle} as the account that was signed in.",
        id=person.id,
        name=person.name,
        url=f"{SITE}/{person.handle}",
    )


def signed_out(visit: Visit) -> bool:
    """Whether a page shows that nobody was signed in."""
    return gather([visit]).nobody()


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account; a lens that did not look has no gaps of its own."""
    if not visits:
        return Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    found, media = gather(visits), ChainMap(*[dict(visit.media) for visit in visits])
    stranger = any(visit.lens is Lens.PUBLIC for visit in visits) or found.nobody()
    owner, gaps = _owner(found, account), GapLog()
    snapshot = Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    connections = _connections(found, owner)
    settings = _settings(found, owner)
    if owner is None:
        gaps_found = (*found.faults(), *(SWITCHES.unread(settings) if settings else ()))
        return replace(snapshot, connections=connections, settings=settings, gaps=gaps_found)
    posts, images = _posts(found, owner, media, gaps)
    snapshot = replace(
        snapshot,
        owner=_told(owner),
        posts=posts,
        connections=connections,
        settings=settings,
        images=one_each((*_profile_pictures(owner, media), *images)),
    )
    return _measured(snapshot, owner, found, gaps, stranger=stranger)


def _owner(found: Material, account: Account | None) -> Person | None:
    """The proven account; without one, whoever was signed in, or whom the pages are about."""
    tweets = _tweets(found, GapLog())
    known = _named(found, account, tweets)
    if known is None:
        return None
    people = [*found.people(), *(tweet.author for tweet in tweets), *(_reposters(tweets))]
    mine = [person for person in people if known.same_as(person)]
    by_id = {person.id for person in mine if person.id}
    also = [person for person in people if person.id in by_id]
    return joined([*mine, *also, known])


def _named(found: Material, account: Account | None, tweets: Sequence[Tweet]) -> Person | None:
    if account:
        return Person(id=account.id, handle=account.handle, name=account.name)
    signed_in, _told = found.viewer()
    people = found.people()
    makers = [tweet.reposted_by or tweet.author for tweet in tweets]
    counted = Counter(maker.id or maker.handle for maker in makers).most_common(1)
    ranked = [maker for maker in makers if counted and (maker.id or maker.handle) == counted[0][0]]
    return next(iter([*([signed_in] if signed_in else []), *people, *ranked]), None)


def _reposters(tweets: Sequence[Tweet]) -> list[Person]:
    return [tweet.reposted_by for tweet in tweets if tweet.reposted_by]


def _tweets(found: Material, gaps: GapLog) -> list[Tweet]:
    if found.gone():
        gaps.miss(Part.POSTS, GONE, len(found.gone()))
    return [*gaps.keep(Part.POSTS, tweet_of, found.raw_tweets()), *found.shown_tweets()]


def _told(owner: Person) -> Owner:
    return Owner(
        name=owner.name,
        handle=owner.handle or None,
        bio=owner.bio,
        links=owner.links,
        facts=owner.facts,
        url=f"{SITE}/{owner.handle}" if owner.handle else None,
    )


def _posts(
    found: Material, owner: Person, media: Mapping[str, str], gaps: GapLog
) -> tuple[tuple[Post, ...], list[Image]]:
    tweets = _tweets(found, gaps)
    own_ids = frozenset(tweet.id for tweet in tweets if owner.same_as(tweet.author))
    mine = [tweet for tweet in tweets if concerns(tweet, owner, own_ids)]
    images = [image for tweet in mine for image in images_of(tweet, owner, media)]
    return one_each(post_of(tweet, owner, media) for tweet in mine), images


def _profile_pictures(owner: Person, media: Mapping[str, str]) -> Iterator[Image]:
    for address, role in ((owner.avatar, ImageRole.AVATAR), (owner.banner, ImageRole.BANNER)):
        if address and "default_profile" not in address:
            yield Image(str(role), file_of((address,), media), role, url=address)


def _connections(found: Material, owner: Person | None) -> tuple[Connection, ...]:
    """Followers and followed people; pages tell no number of anybody, so that their names count."""
    people = (
        Connection(
            id=person.id or person.handle,
            display_name=person.name,
            handle=person.handle,
            relation=relation,
            about=person.bio,
            url=f"{SITE}/{person.handle}",
        )
        for relation, person in found.listed_people(owner.id if owner else None)
    )
    return each_person(people, lambda person: (person.handle or "").casefold())


def _settings(found: Material, owner: Person | None) -> tuple[Setting, ...]:
    """The account's own switches first, then what the records about the owner tell."""
    switches = [setting for data, at in found.switches(owner) for setting in SWITCHES.settings(data, at)]
    return tuple({setting.name: setting for setting in reversed(switches)}.values())[::-1]


def _measured(
    snapshot: Snapshot, owner: Person, found: Material, gaps: GapLog, *, stranger: bool
) -> Snapshot:
    """The parts that were read to their end, by the profile's own counts; what is missing is a gap."""
    read = [] if owner.bio is None else [Part.BIO, Part.CONTACT] if owner.linked else [Part.BIO]
    extra = list(_posts_missing(snapshot, owner, stranger=stranger))
    if not extra and not gaps.gaps and owner.posts is not None:
        read += [Part.POSTS, Part.IMAGES]
    if not stranger:
        people = list(people_missing(snapshot.connections, owner.followers, owner.following))
        read += [] if people else [Part.CONNECTIONS]
        extra += [*people, Gap(Part.COMMENTS, _COMMENTS)]
        extra += SWITCHES.unread(snapshot.settings)
        read += [] if SWITCHES.unread(snapshot.settings) else [Part.SETTINGS]
    extra += [] if owner.bio is None or owner.linked else [Gap(Part.CONTACT, _PREVIEW)]
    return replace(snapshot, read=tuple(read), gaps=(*gaps.gaps, *extra, *found.faults()))


def _posts_missing(snapshot: Snapshot, owner: Person, *, stranger: bool) -> Iterator[Gap]:
    """What the profile counts and was not read. A protected account shows strangers none."""
    seen = sum(post.own or post.kind is PostKind.REPOST for post in snapshot.posts)
    if stranger and owner.protected and not seen:
        return
    if owner.posts is None:
        yield Gap(Part.POSTS, _FEW if stranger else _UNCOUNTED)
    elif seen < owner.posts:
        reason = f"the profile counts {owner.posts} and {seen} were in what was read"
        yield Gap(Part.POSTS, f"{_FEW}; {reason}" if stranger else reason, owner.posts - seen)
