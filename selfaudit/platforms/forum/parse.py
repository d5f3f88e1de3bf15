"""Boards' pages and data answers, read top to bottom: recognise, owner, posts, pictures, settings.

Each make's own module says on what evidence its reading rests.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from selfaudit.model.snapshot import Fact, Gap, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Audience, Door, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.forum.engines import engine_named, gather, is_board, of_answer
from selfaudit.platforms.forum.material import Entry, Material, Member, Who, starters, united
from selfaudit.platforms.forum.writing import zoned
from selfaudit.platforms.merging import each_person, one_each
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog, absolute

PLATFORM = "forum"
SIGNATURE = "signature"
_WHOSE = "they do not say which of the people who write there is you"
_PART = "only the beginning of them was there"
_UNKNOWN = f"a page of the board {OF_UNKNOWN_FORM}: no posts, profile or settings could be told"
_HIDDEN = "the board keeps this profile from whoever was looking"


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is a board's."""
    if any(is_board(document) for document in visit.documents):
        return True
    return any(of_answer(answer.url, answer.body).engines for answer in visit.responses)


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as the page itself says."""
    found = gather([visit])
    return proven(found) if found.viewer else None


def signed_out(visit: Visit) -> bool:
    """Whether a page that would greet a signed-in member greets nobody."""
    found = gather([visit])
    return found.nobody and found.viewer is None


def proven(found: Material) -> Account | None:
    """The member who was signed in, as the account whose profile will be read."""
    member, engine = found.viewer, engine_named(found.engines[0]) if found.engines else None
    if member is None or not member.who.name:
        return None
    where = f" on {urlsplit(found.sites[0]).netloc}" if found.sites else ""
    make = engine.title if engine else "board"
    return Account(
        handle=member.who.name,
        proof=f"The {make} board{where} named {member.who.name} as the member who was signed in.",
        id=member.who.number,
        name=member.full_name,
    )


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one member."""
    found, gaps = gather(visits), GapLog()
    media = ChainMap(*[dict(visit.media) for visit in visits])
    public = bool(visits) and all(visit.lens is Lens.PUBLIC for visit in visits)
    site = found.sites[0] if found.sites else None
    entries, owner = united(found.entries), whose(found, account)
    if found.strange:
        gaps.miss(Part.OTHER, _UNKNOWN)
    if owner is None:
        if entries:
            gaps.miss(Part.POSTS, _WHOSE, len(entries))
        return Snapshot(PLATFORM, Door.PAGES, site=site, gaps=_uncounted(gaps))
    own = own_entries(entries, owner)
    members = [member for member in found.members if owner.same(member.who)]
    posts = [_post(entry, found, media, site, public=public) for entry in own]
    settings = () if public and account else _settings(found)
    snapshot = Snapshot(
        platform=PLATFORM,
        door=Door.PAGES,
        owner=_owner(members, owner, account),
        posts=(
            *posts,
            *_signature(members, public=public),
            *_comments(entries, found, owner, media, site, public=public),
        ),
        connections=each_person(found.connections),
        settings=settings,
        images=one_each(_images(own, members, media, site)),
        site=site,
        proof=account.proof if account else None,
    )
    return _measured(snapshot, own, members, gaps, tuple(_unread(found, settings)))


def whose(found: Material, account: Account | None) -> Who | None:
    """The proven account; without one, whose profile a page is, or whoever was signed in.

    A thread alone is about nobody: ``None``.
    """
    chosen = Who(account.id, account.handle) if account else None
    chosen = chosen or found.about or (found.viewer.who if found.viewer else None)
    if chosen is None:
        return None
    others = [member.who for member in found.members] + [entry.author for entry in found.entries]
    same = [other for other in others if chosen.same(other)]
    number = chosen.number or next((other.number for other in same if other.number), None)
    return Who(number, chosen.name or next((other.name for other in same if other.name), None))


def own_entries(entries: Sequence[Entry], owner: Who) -> list[Entry]:
    """The owner's posts."""
    return [entry for entry in entries if owner.same(entry.author)]


def _owner(members: Sequence[Member], owner: Who, account: Account | None) -> Owner:
    bios = [member.bio for member in members if member.bio is not None]
    names = [member.full_name for member in members if member.full_name]
    facts = dict(fact for member in reversed(members) for fact in member.facts)
    urls = [member.url for member in members if member.url]
    return Owner(
        name=next(iter(names), account.name if account else None),
        handle=account.handle if account else owner.name,
        bio=next((bio for bio in bios if bio), bios[0] if bios else None),
        emails=tuple(dict.fromkeys(email for member in members for email in member.emails)),
        links=tuple(dict.fromkeys(link for member in members for link in member.links)),
        facts=tuple(Fact(name, value) for name, value in facts.items()),
        url=next(iter(urls), account.url if account else None),
    )


def _post(entry: Entry, found: Material, media: Mapping[str, str], site: str | None, *, public: bool) -> Post:
    """An own post: one that began a thread, or one in a thread of somebody's."""
    return Post(
        id=entry.id,
        text="\n".join(piece for piece in (entry.title, entry.text) if piece),
        kind=PostKind.REPLY if entry.first is False else PostKind.POST,
        own=True,
        time=entry.time or zoned(entry.local, found.zone),
        audience=Audience.PUBLIC if public else Audience.UNKNOWN,
        url=absolute(site or "", entry.url),
        images=tuple(file for picture in entry.pictures if (file := picture.file(media))),
        links=entry.links,
    )


def _comments(
    entries: Sequence[Entry],
    found: Material,
    owner: Who,
    media: Mapping[str, str],
    site: str | None,
    *,
    public: bool,
) -> Iterator[Post]:
    """What others wrote in the threads that the owner began; nothing else of theirs is kept."""
    began = starters(found, entries)
    first = {entry.thread: entry.id for entry in entries if entry.first}
    for entry in entries:
        starter = began.get(entry.thread or "")
        if starter and owner.same(starter) and not owner.same(entry.author):
            yield replace(
                _post(entry, found, media, site, public=public),
                kind=PostKind.COMMENT,
                own=False,
                images=(),
                parent=first.get(entry.thread),
                author=entry.author.name,
            )


def _signature(members: Sequence[Member], *, public: bool) -> Iterator[Post]:
    """The line that stands under every post of the owner."""
    text = next((member.signature for member in members if member.signature), None)
    if text:
        audience = Audience.PUBLIC if public else Audience.UNKNOWN
        yield Post(SIGNATURE, text, kind=PostKind.BIO, audience=audience)


def _images(
    own: Sequence[Entry], members: Sequence[Member], media: Mapping[str, str], site: str | None
) -> Iterator[Image]:
    for address in (member.avatar for member in members if member.avatar):
        url = absolute(site or "", address)
        yield Image("avatar", media.get(url or ""), ImageRole.AVATAR, url=url)
    for entry in own:
        for picture in entry.pictures:
            yield Image(
                picture.key, picture.file(media), post=entry.id, url=picture.url, caption=picture.caption
            )


def _settings(found: Material) -> tuple[Setting, ...]:
    """Every switch that the pages tell of, each once, with the address on this very board."""
    root = found.sites[0] if found.sites else None
    known: dict[str, Setting] = {}
    for name, values, at in found.values:
        engine = engine_named(name)
        for setting in engine.switches.settings(values, at) if engine and engine.switches else ():
            address = absolute(f"{root}/", setting.url) if root else None
            known.setdefault(setting.name, replace(setting, url=address))
    return tuple(known.values())


def _unread(found: Material, settings: Sequence[Setting]) -> Iterator[Gap]:
    """Of each make of board the switches that were not seen, where others of it were."""
    for name in dict.fromkeys(name for name, _values, _at in found.values):
        engine = engine_named(name)
        if engine and engine.switches:
            its = {switch.name for switch in engine.switches.switches}
            yield from engine.switches.others(one for one in settings if one.name in its)


def _measured(
    snapshot: Snapshot,
    own: Sequence[Entry],
    members: Sequence[Member],
    gaps: GapLog,
    unread: tuple[Gap, ...],
) -> Snapshot:
    """The parts that were read to their end, by the profile's own counts; what is missing is a gap."""
    read = [Part.BIO, Part.CONTACT] if snapshot.owner.bio is not None else []
    begun = sum(not entry.whole for entry in own)
    if begun:
        gaps.miss(Part.POSTS, _PART, begun)
    counts = [member.posts for member in members if member.posts is not None]
    if counts and len(own) < max(counts):
        reason = f"the profile counts {max(counts)} and {len(own)} were in what was read"
        gaps.miss(Part.POSTS, reason, max(counts) - len(own))
    elif counts and not begun:
        read.append(Part.POSTS)
    if any(member.hidden for member in members):
        gaps.miss(Part.BIO, _HIDDEN)
        read = [part for part in read if part not in {Part.BIO, Part.CONTACT}]
    if snapshot.settings and not unread:
        read.append(Part.SETTINGS)
    return replace(snapshot, read=tuple(read), gaps=(*_uncounted(gaps), *unread))


def _uncounted(gaps: GapLog) -> tuple[Gap, ...]:
    """A wall is no count of anything."""
    return tuple(
        replace(gap, count=None) if gap.part is Part.OTHER or gap.reason == _HIDDEN else gap
        for gap in gaps.gaps
    )
