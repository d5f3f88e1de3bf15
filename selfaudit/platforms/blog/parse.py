"""A blog's pages, feeds and data answers, read top to bottom: recognise, owner, posts, pictures, settings."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from selfaudit.model.snapshot import Gap, Image, Owner, Post, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Audience, Door, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.blog.admin import proven, signed_in_person
from selfaudit.platforms.blog.answers import material_of_answer
from selfaudit.platforms.blog.feeds import material_of_feed
from selfaudit.platforms.blog.material import Entry, Material, Person, place, united
from selfaudit.platforms.blog.rendered import is_blog, material_of_page, shows_nobody_signed_in
from selfaudit.platforms.blog.switches import SWITCHES, each_once
from selfaudit.platforms.blog.walls import WALLS
from selfaudit.platforms.blog.whose import Whose, own_posts, whose, writers
from selfaudit.platforms.generic.markup import Picture, links_in, pictures_in, written_text
from selfaudit.platforms.generic.turned_away import never_silent
from selfaudit.platforms.merging import one_each
from selfaudit.platforms.reading import GapLog, absolute, json_of, soup_of

PLATFORM = "blog"
LACKS = frozenset({Part.CONNECTIONS})
_CHOSEN = "You said which of the people who write there you are; the pages do not prove it."
_HIDDEN = frozenset({"private", "draft", "pending", "future", "auto-draft", "inherit", "trash"})


def recognise(visit: Visit) -> bool:
    """Whether a page, feed or data answer is a blog's."""
    if any(is_blog(soup_of(document.html)) for document in visit.documents):
        return True
    found = [_of_answer(answer.body) for answer in visit.responses]
    return any(one.entries or one.people or one.pictures for one in found)


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as the page itself says."""
    people = [signed_in_person(soup_of(document.html)) for document in visit.documents]
    people += [person for answer in visit.responses for person in _of_answer(answer.body).people]
    found = next((person for person in people if person and person.signed_in), None)
    return proven(found, None) if found else None


def signed_out(visit: Visit) -> bool:
    """Whether a page that would greet a signed-in person greets nobody."""
    return any(shows_nobody_signed_in(soup_of(document.html)) for document in visit.documents)


def several(visits: Sequence[Visit]) -> tuple[Account, ...]:
    """Everybody who writes on these pages, where they do not tell which of them is meant."""
    found = _material(visits)
    if whose(found, None) is not None:
        return ()
    people = [one for one in writers(found.entries) if one.slug or one.name]
    return tuple(Account(one.slug or one.name or "", _CHOSEN, one.number, one.name) for one in people)


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one person's blogging."""
    snapshot = _parsed(visits, account)
    shown = snapshot if _of_settings(visits) else replace(snapshot, settings=())
    told = never_silent(shown, visits, WALLS)
    gaps = (*told.gaps, *SWITCHES.others(snapshot.settings))
    return replace(told, settings=snapshot.settings, gaps=gaps)


def _of_settings(visits: Sequence[Visit]) -> bool:
    """Whether any page is there for its switches; one of them can be told by every page of a blog."""
    return any(
        visit.part is Part.SETTINGS or any("/wp-admin/" in one.url for one in visit.documents)
        for visit in visits
    )


def _parsed(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    found, gaps = _material(visits), GapLog()
    media = ChainMap(*[dict(visit.media) for visit in visits])
    owner = whose(found, account)
    if owner is None:
        return Snapshot(PLATFORM, Door.PAGES, site=found.site, lacks=tuple(LACKS), gaps=_nobody(found))
    entries = united(found.entries)
    _count_unclear(entries, owner, gaps)
    people = [person for person in found.people if owner.is_(person)]
    public = bool(visits) and all(visit.lens is Lens.PUBLIC for visit in visits)
    posts = [_post(entry, media, public=public) for entry in own_posts(entries, owner)]
    at = next((visit.at for visit in visits if visit.at), None)
    return Snapshot(
        platform=PLATFORM,
        door=Door.PAGES,
        owner=_owner(people, owner, account),
        posts=(*posts, *_comments(entries, owner, media, public=public)),
        # A blog's switches are its owner's to read: a stranger's look would only repeat them.
        settings=() if public and account else each_once(found.settings, at),
        images=one_each(_images(found, entries, people, owner, media)),
        gaps=gaps.gaps,
        read=_read(people),
        lacks=tuple(LACKS),
        site=found.site,
        proof=account.proof if account else None,
    )


def _material(visits: Sequence[Visit]) -> Material:
    """What all visits yield; data answers first, since they tell most exactly."""
    found = Material()
    for visit in visits:
        for answer in visit.responses:
            found.take(_of_answer(answer.body))
    for visit in visits:
        for document in visit.documents:
            page = material_of_page(document)
            # The front page is opened for its switches; whose posts stand on it is often not told there.
            found.take(Material(settings=page.settings) if visit.part is Part.SETTINGS else page)
    return found


def _of_answer(body: bytes) -> Material:
    value = json_of(body)
    if value is not None:
        return material_of_answer(value)
    return (material_of_feed(body) if body.lstrip()[:1] == b"<" else None) or Material()


def _owner(people: Sequence[Person], owner: Whose, account: Account | None) -> Owner:
    def first(name: str) -> str | None:
        return next((value for person in people if (value := getattr(person, name))), None)

    bios = [person.bio for person in people if person.bio is not None]
    website = first("website")
    return Owner(
        name=owner.author.name or (account.name if account else None),
        handle=owner.login or owner.author.slug,
        bio=next((bio for bio in bios if bio), bios[0] if bios else None),
        emails=tuple(dict.fromkeys(person.email for person in people if person.email)),
        links=(website,) if website else (),
        url=first("page") or (account.url if account else None),
    )


def _count_unclear(entries: Sequence[Entry], owner: Whose, gaps: GapLog) -> None:
    posts = [entry for entry in entries if not entry.comment]
    unclear = sum(owner.wrote(entry.author) is None for entry in posts)
    if unclear:
        gaps.miss(Part.POSTS, "it does not say who wrote them, so they were left out", unclear)
    excerpts = sum(not entry.whole and not entry.closed for entry in own_posts(entries, owner))
    if excerpts:
        gaps.miss(Part.POSTS, "only the beginning or a summary of them was there", excerpts)


def _nobody(found: Material) -> tuple[Gap, ...]:
    count = sum(not entry.comment for entry in found.entries)
    return (
        (Gap(Part.POSTS, "it does not say which of the people who write there is you", count),)
        if count
        else ()
    )


def _post(entry: Entry, media: Mapping[str, str], *, public: bool) -> Post:
    body = soup_of(entry.html) if entry.html else None
    text = written_text(body)
    identity = entry.number or place(entry.link) or entry.title
    kept = tuple(file for picture in pictures_in(body, entry.base) if (file := picture.file(media)))
    return Post(
        # What a stranger sees of a post with a password is its title: an item of its own.
        id=f"{identity}-title" if entry.closed else identity,
        text="\n".join(piece for piece in (entry.title, text) if piece),
        kind=PostKind.POST,
        own=True,
        time=entry.time,
        audience=_audience(entry, public=public),
        url=entry.link,
        images=kept,
        links=links_in(body, entry.base),
    )


def _audience(entry: Entry, *, public: bool) -> Audience:
    if entry.status in _HIDDEN:
        return Audience.PRIVATE
    if entry.protected and not entry.closed:
        return Audience.CUSTOM
    return Audience.PUBLIC if public or entry.status == "publish" else Audience.UNKNOWN


def _comments(
    entries: Sequence[Entry], owner: Whose, media: Mapping[str, str], *, public: bool
) -> Iterator[Post]:
    """The owner's comments anywhere, and others' comments under the owner's posts; nothing else."""
    mine = {
        name: entry
        for entry in own_posts(entries, owner)
        for name in (entry.number, place(entry.link))
        if name
    }
    for entry in entries:
        if not entry.comment:
            continue
        own = entry.author.known and bool(owner.wrote(entry.author))
        parent = mine.get(entry.parent or "") or mine.get(place(entry.parent))
        if own or parent:
            written = _post(entry, media, public=public)
            yield Post(
                id=f"comment-{written.id}",
                text=written.text,
                kind=PostKind.COMMENT,
                own=own,
                time=written.time,
                audience=_audience(parent, public=public) if parent else written.audience,
                url=written.url,
                links=written.links,
                parent=parent.number or place(parent.link) if parent else entry.parent,
                author=None if own else entry.author.name,
            )


def _images(
    found: Material,
    entries: Sequence[Entry],
    people: Sequence[Person],
    owner: Whose,
    media: Mapping[str, str],
) -> Iterator[Image]:
    for address in (person.avatar for person in people if person.avatar):
        url = absolute(found.site or "", address)
        yield Image("avatar", media.get(url or ""), ImageRole.AVATAR, url=url)
    for picture, holder, author in found.pictures:
        if owner.wrote(author):
            yield _image(picture, holder, media)
    for entry in own_posts(entries, owner):
        body = soup_of(entry.html) if entry.html else None
        for picture in pictures_in(body, entry.base):
            yield _image(picture, entry.number or place(entry.link), media)


def _image(picture: Picture, holder: str | None, media: Mapping[str, str]) -> Image:
    return Image(picture.key, picture.file(media), post=holder, url=picture.url, caption=picture.caption)


def _read(people: Sequence[Person]) -> tuple[Part, ...]:
    """A profile form or a data answer about the person tells everything that there is about them."""
    return (Part.BIO, Part.CONTACT) if any(person.bio is not None for person in people) else ()
