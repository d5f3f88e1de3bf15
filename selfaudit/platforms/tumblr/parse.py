"""Tumblr's pages and data answers, read top to bottom: recognise, owner, posts, connections, settings.

On what each rests: the script of the pages and the data answers on names that published readers of 2022 to
2026 use; posts in blocks on the published programming interface, the older ones on its documentation. No page
of Tumblr was to be had. A blog in its own design (``name.tumblr.com``) has no form that could be known.
"""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from selfaudit.model.snapshot import Connection, Gap, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, ImageRole, Lens, Part, PostKind
from selfaudit.platforms.generic.answers import Answer
from selfaudit.platforms.generic.counting import people_missing, shortfall
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.spelling import either
from selfaudit.platforms.generic.values import number_in, objects, text_in
from selfaudit.platforms.merging import each_person, one_each
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog, text_of_html
from selfaudit.platforms.tumblr.answers import (
    RELATIONS,
    SITE,
    Data,
    Page,
    blog_named_by,
    blog_of,
    blogs_in,
    data_of,
    is_answer,
    notes_in,
    pages_of,
    people_in,
    posts_in,
    says_signed_in,
    user_in,
)
from selfaudit.platforms.tumblr.posts import Whose, audience_of_blog, images_of, posts_of, remark_of
from selfaudit.platforms.tumblr.settings import SWITCHES
from selfaudit.platforms.tumblr.writing import of_blocks

PLATFORM = "tumblr"
UNKNOWN_FORM = (
    f"a page of Tumblr {OF_UNKNOWN_FORM}; blogs in their own design are read at "
    "tumblr.com/ followed by the blog's name"
)
_SOME_COMMENTS = "of what others replied, only the notes that were opened were in what was read"
_COMMENTS = "what others replied stands in the notes of each post, and those were not in what was read"


@dataclass(frozen=True, slots=True)
class _Found:
    """What the visits brought."""

    pages: tuple[Page, ...]
    answers: tuple[Answer, ...]
    strange: bool

    @property
    def user(self) -> Data | None:
        """Who was signed in."""
        return next((user for answer in self.answers if (user := user_in(answer.value))), None)

    @property
    def about(self) -> list[str]:
        """Whose pages and answers these are, by their addresses and by who wrote most."""
        addresses = [*(page.document.url for page in self.pages), *(answer.url for answer in self.answers)]
        named = [name for address in addresses if (name := blog_named_by(address))]
        writers = Counter(blog_of(post) for answer in self.answers for post in posts_in(answer))
        return [*named, *(name for name, _count in writers.most_common(1))]


def _gather(visits: Sequence[Visit]) -> _Found:
    pages = pages_of(visits)
    found = data_of(visits, pages)
    strange = any(visit.lens is Lens.PUBLIC for visit in visits)
    return _Found(tuple(pages), tuple(found), strange or _nobody(found))


def _nobody(found: Sequence[Answer]) -> bool:
    told = [says_signed_in(answer.value) for answer in found]
    return False in told and True not in told


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is Tumblr's."""
    found = _gather([visit])
    return bool(found.pages) or any(map(is_answer, found.answers))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as Tumblr's own data say."""
    user = _gather([visit]).user
    if user is None:
        return None
    name = text_in(user, "name")
    blogs = [text_in(blog, "name") for blog in objects(user["blogs"])]
    return Account(
        handle=name,
        proof=f"Tumblr's own data named {name} as the account that was signed in.",
        url=f"{SITE}/{name}",
        items=tuple((blog, f"{SITE}/{blog}") for blog in blogs if blog),
    )


def signed_out(visit: Visit) -> bool:
    """Whether the page's data say that nobody was signed in."""
    return _nobody(_gather([visit]).answers)


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account and all its blogs."""
    found, media, gaps = _gather(visits), ChainMap(*[dict(visit.media) for visit in visits]), GapLog()
    snapshot = Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    handle, whose = _whose(found, account)
    own = [post for answer in found.answers for post in posts_in(answer) if whose.owns(blog_of(post))]
    posts = gaps.keep(Part.POSTS, lambda post: posts_of(post, whose, media), own)
    images = [image for post in own for image in images_of(post, whose, media)]
    connections = tuple(_connections(found, whose))
    written = [one for group in posts for one in group]
    snapshot = replace(
        snapshot,
        owner=_owner(handle, whose),
        posts=one_each((*written, *_remarks(found, whose, written), *_other_blogs(handle, whose))),
        connections=connections,
        settings=tuple(_settings(handle, whose, visits)),
        images=one_each((*_pictures(handle, whose, media), *images)),
    )
    if not (own or whose.records or connections):
        return replace(snapshot, gaps=(Gap(Part.OTHER, UNKNOWN_FORM),) if found.pages else ())
    return _measured(snapshot, found, whose, gaps, len({post.id for group in posts for post in group[:1]}))


def _remarks(found: _Found, whose: Whose, written: Sequence[Post]) -> Iterator[Post]:
    """What others replied to own posts, and own replies."""
    own = {post.id for post in written if post.own}
    told = (remark_of(note, post, whose) for answer in found.answers for post, note in notes_in(answer))
    yield from (one for one in told if one and (one.own or one.parent in own))


def _whose(found: _Found, account: Account | None) -> tuple[str, Whose]:
    """The proven account's blogs; without one, of whoever was signed in, or whom the pages are about."""
    user = found.user
    handle = account.handle if account else text_in(user, "name") or next(iter(found.about), "")
    names = {handle.casefold()} - {""}
    names |= {name.casefold() for name, _url in account.items} if account else set()
    if user and text_in(user, "name").casefold() == handle.casefold():
        names |= {text_in(blog, "name").casefold() for blog in objects(user["blogs"])} - {""}
    records: dict[str, Data] = {}
    for blog in (blog for answer in found.answers for blog in blogs_in(answer)):
        name = text_in(blog, "name").casefold()
        if name in names:
            records[name] = {**blog, **records.get(name, {})}
    return handle, Whose(frozenset(names), records)


def _owner(handle: str, whose: Whose) -> Owner:
    blog = whose.records.get(handle.casefold(), {})
    return Owner(
        name=text_in(blog, "title") or None,
        handle=handle or None,
        bio=_described(blog),
        url=f"{SITE}/{handle}" if handle else None,
    )


def _described(blog: Data) -> str | None:
    """What a blog says of itself; ``None`` where its record does not tell."""
    blocks, plain = either(blog, "descriptionNpf"), blog.get("description")
    if isinstance(blocks, list):
        return of_blocks(objects(blocks)).text
    return text_of_html(plain) if isinstance(plain, str) else None


def _other_blogs(handle: str, whose: Whose) -> Iterator[Post]:
    """The titles and descriptions of further blogs, which are the owner's own words too."""
    for name, blog in whose.records.items():
        text = "\n".join(filter(None, (text_in(blog, "title"), _described(blog) or "")))
        if name != handle.casefold() and text:
            audience = audience_of_blog(blog)
            yield Post(f"blog-{name}", text, PostKind.BIO, audience=audience, url=f"{SITE}/{name}")


def _pictures(handle: str, whose: Whose, media: Mapping[str, str]) -> Iterator[Image]:
    for name, blog in whose.records.items():
        sizes = objects(blog.get("avatar"))
        header = [text_in(blog.get("theme"), "headerImage", "header_image")]
        for role, addresses in (
            (ImageRole.AVATAR, [text_in(size, "url") for size in sizes]),
            (ImageRole.BANNER, header),
        ):
            kept = tuple(dict.fromkeys(filter(None, addresses)))
            if kept:
                identity = str(role) if name == handle.casefold() else f"{role}-{name}"
                yield Image(identity, Picture(kept).file(media), role, url=kept[0])


def _connections(found: _Found, whose: Whose) -> Iterator[Connection]:
    """Followers, followed and blocked blogs, each once; a blog without a title goes by its name."""
    for one in each_person(_listed(found, whose)):
        name, url = one.display_name or one.id, one.url or f"{SITE}/{one.id}"
        yield replace(one, display_name=name, url=url)


def _listed(found: _Found, whose: Whose) -> Iterator[Connection]:
    for relation, person in (one for answer in found.answers for one in people_in(answer)):
        name = text_in(person, "name")
        if not name or whose.owns(name):
            continue
        yield Connection(
            id=name,
            display_name=text_in(person, "title") or None,
            handle=name,
            relation=RELATIONS[relation],
            url=text_in(person, "url") or None,
        )


def _settings(handle: str, whose: Whose, visits: Sequence[Visit]) -> Iterator[Setting]:
    at = next((visit.at for visit in visits if visit.at), None)
    for name, blog in whose.records.items():
        for setting in SWITCHES.settings(blog, at):
            further = replace(
                setting, name=f"{setting.name} {name}", label=f"{setting.label} (your blog {name})"
            )
            yield setting if name == handle.casefold() else further


def _measured(snapshot: Snapshot, found: _Found, whose: Whose, gaps: GapLog, seen: int) -> Snapshot:
    """The parts that were read to their end, by the blogs' own counts; what is missing is a gap."""
    read = [Part.BIO, Part.CONTACT] if snapshot.owner.bio is not None else []
    counts = [number_in(whose.records.get(name), "posts") for name in sorted(whose.names)]
    counted = None if None in counts or not counts else sum(count or 0 for count in counts)
    short = shortfall(Part.POSTS, counted, seen, "posts")
    read += [] if short or gaps.gaps else [Part.POSTS, Part.IMAGES]
    extra = [
        *([short] if short else []),
        Gap(Part.COMMENTS, _SOME_COMMENTS if snapshot.has(Part.COMMENTS) else _COMMENTS),
    ]
    if not found.strange:
        people = list(_people_missing(snapshot, found, whose))
        read += [] if people else [Part.CONNECTIONS]
        extra += [*people, *SWITCHES.not_seen(snapshot.settings)]
    return replace(snapshot, read=tuple(read), gaps=(*gaps.gaps, *extra))


def _people_missing(snapshot: Snapshot, found: _Found, whose: Whose) -> Iterator[Gap]:
    followers = [number_in(blog, "followers") for blog in whose.records.values()]
    known = [count for count in followers if count is not None]
    counted = sum(known) if known and len(known) == len(whose.names) else None
    return people_missing(
        snapshot.connections, counted, number_in(found.user, "following"), "blogs you follow"
    )
