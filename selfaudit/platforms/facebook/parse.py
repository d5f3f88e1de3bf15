"""Facebook's pages and data answers, read top to bottom: recognise, owner, posts, connections, settings.

What this rests on. Real: a page's data and an intro's cards of a restaurant, logged out, January 2023; old
pages for plain phones, signed in, of 2021. Published notes: streams of ``/api/graphql/`` (January 2026), who
is signed in (``CurrentUserInitialData``), ``best_description`` (2024). Our guess: names of audiences other
than "everyone", comments, lists of friends, the fields of "About", the words on the settings pages.
"""

from __future__ import annotations

from collections import ChainMap, Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from selfaudit.model.snapshot import Gap, Image, Post, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, Lens, Part, PostKind
from selfaudit.platforms.facebook import about, mbasic, rendered
from selfaudit.platforms.facebook.addresses import SITE, Names, profile_address
from selfaudit.platforms.facebook.comments import (
    comment_of,
    counted,
    is_comment,
    parent_of,
)
from selfaudit.platforms.facebook.material import Material, gather, is_answer, is_page
from selfaudit.platforms.facebook.owner import heading_of, owner_of, pictures_of, tells_contacts
from selfaudit.platforms.facebook.people import (
    List,
    connections_of,
    lists_in,
    stretches_of,
)
from selfaudit.platforms.facebook.settings import SWITCHES, settings_of
from selfaudit.platforms.facebook.stories import (
    Told,
    Whose,
    author_of,
    images_of,
    other_name,
    photo,
    posts_of,
)
from selfaudit.platforms.generic.embedded import came_to_the_end, each_object
from selfaudit.platforms.merging import one_each
from selfaudit.platforms.meta.media import Data, Shelf
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog

PLATFORM = "facebook"
ELSEWHERE = "what you wrote beneath other people's posts is not on your profile; Facebook's download has it"
MORE_COMMENTS = "not every comment beneath the posts was shown"
MORE_POSTS = "Facebook did not show the posts to their end, so there may be older ones"
NO_POSTS = "no posts were in what was read"
UNKNOWN_FORM = f"this page {OF_UNKNOWN_FORM}"
DAMAGED = "a part of the pages that were read is damaged or cut short"
MORE_PEOPLE = "no list of your friends was read to its end"
NO_BIO = "what was read does not show the bio"
NO_CONTACT = (
    "what was read does not show the contact details; they stand under “About”, “Contact and basic info”"
)
NAMESAKE = (
    "posts on a page under your name that does not tell whether it is yours or a namesake's; load it again"
    " before you save it"
)
MORE_PHOTOS = "only the photos of the posts and of the profile's first page were read, not every album"


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is Facebook's."""
    return any(map(is_page, visit.documents)) or any(map(is_answer, visit.responses))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as the page itself says."""
    material = gather([visit])
    told = material.viewer()
    if told is None:
        return None
    identity, name = told
    vanity = material.vanity_of(identity)
    return Account(
        handle=vanity or identity,
        proof=f"Facebook's own page named {name or 'the person'} (account {identity}) as signed in.",
        id=identity,
        name=name or None,
        url=profile_address(vanity, identity),
    )


def signed_out(visit: Visit) -> bool:
    """Whether the page says that nobody was signed in."""
    return gather([visit]).nobody()


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account; a lens that did not look has no gaps of its own."""
    if not visits:
        return Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    material, shelf = (
        gather(visits),
        Shelf(ChainMap(*[dict(visit.media) for visit in visits])),
    )
    whose, lens, gaps = _whose(material, account), _lens(visits, material), GapLog()
    at = max((visit.at for visit in visits if visit.at), default=None)
    mine = [told for told in material.stories if told.concerns(whose)]
    posts = _posts(material, mine, whose, shelf, gaps)
    lists = [found for answer in material.answers for found in lists_in(answer, whose)]
    switches = {setting.name: setting for setting in settings_of(material.answers, at)}
    snapshot = Snapshot(
        platform=PLATFORM,
        door=Door.PAGES,
        owner=owner_of(material, whose, account, lens),
        posts=one_each((*posts, *_comments(material, whose, posts, gaps))),
        connections=one_each(connections_of(lists, gaps)),
        settings=tuple(switches.values()),
        images=one_each(_images(material, mine, whose, shelf)),
        site=SITE,
        proof=account.proof if account else None,
    )
    return _measured(snapshot, material, whose, lists, gaps, stranger=lens is Lens.PUBLIC)


def _lens(visits: Sequence[Visit], material: Material) -> Lens | None:
    known = next((visit.lens for visit in visits if visit.lens), None)
    return known or (Lens.OWNER if material.viewer() else Lens.PUBLIC if material.nobody() else None)


def _whose(material: Material, account: Account | None) -> Whose:
    """The proven account; without one, whom the pages are of, or whoever was signed in."""
    subject, told = material.subject(), material.viewer()
    if account is None:
        identity = subject.id or (told[0] if told and not subject else None)
        return Whose(identity, material.vanity_of(identity) or subject.vanity)
    if account.handle.isdigit():
        return Whose(
            account.id or account.handle,
            material.vanity_of(account.id or account.handle),
        )
    same = subject.vanity == account.handle
    return Whose(account.id or (subject.id if same else None), account.handle)


def _posts(
    material: Material, mine: Sequence[Told], whose: Whose, shelf: Shelf, gaps: GapLog
) -> tuple[Post, ...]:
    read = gaps.keep(Part.POSTS, lambda told: tuple(posts_of(told, whose, shelf)), mine)
    posts = [post for several in read for post in several]
    for soup in material.old:
        posts += gaps.keep(
            Part.POSTS,
            lambda tag: mbasic.post_of(tag, Names(whose.id, whose.vanity), shelf),
            mbasic.articles(soup),
        )
    known = {name for post in posts for name in (post.id, other_name(post)) if name}
    return one_each((*posts, *_on_the_screen(material, whose, known, gaps)))


def _on_the_screen(material: Material, whose: Whose, known: set[str], gaps: GapLog) -> Iterator[Post]:
    """Own posts that only stand on the screen; what the page's data holds is not read twice."""
    told = material.viewer()
    called = told[1] if told and told[0] == whose.id else None
    for answer in material.answers:
        if answer.soup is not None and whose.is_({"url": answer.url}):
            tags = rendered.articles(answer.soup)
            found = gaps.keep(Part.POSTS, lambda tag: rendered.article_of(tag, whose), tags)
            yield from (post for post in found if post.own and post.id not in known)
        elif answer.soup is not None and called and called == heading_of(answer.soup):
            for _tag in rendered.articles(answer.soup):
                gaps.miss(Part.POSTS, NAMESAKE)


def _comments(material: Material, whose: Whose, posts: Iterable[Post], gaps: GapLog) -> tuple[Post, ...]:
    """Own comments wherever they stand, and others' beneath own posts."""
    own = {post.id for post in posts if post.own}
    told = [answer for answer in material.answers if answer.holds('"Comment"')]
    every = [part for answer in told for part in each_object(answer.values) if is_comment(part)]
    mine = [one for one in every if parent_of(one) in own or whose.is_(one.get("author"))]
    return one_each(gaps.keep(Part.COMMENTS, lambda comment: comment_of(comment, whose), mine))


def _images(material: Material, mine: Sequence[Told], whose: Whose, shelf: Shelf) -> Iterator[Image]:
    yield from pictures_of(material, whose, shelf)
    for told in mine:
        if whose.is_(author_of(told.story)):
            yield from images_of(told.story, shelf)
    for answer in (one for one in material.answers if one.holds(about.TILES)):
        yield from (photo(tile, shelf) for tile in about.photo_tiles(answer.values, whose.id))
    for soup in material.old:
        for tag in mbasic.articles(soup):
            yield from mbasic.images_of(tag, Names(whose.id, whose.vanity), shelf)


def _measured(
    snapshot: Snapshot,
    material: Material,
    whose: Whose,
    lists: Sequence[List],
    gaps: GapLog,
    *,
    stranger: bool,
) -> Snapshot:
    """The parts that were read to their end, as the site says; everything else is a gap with its reason."""
    damaged = any(answer.damaged for answer in material.answers)
    ended = {
        Part.POSTS: came_to_the_end(material.stretches(whose.id)) and not damaged,
        Part.CONNECTIONS: came_to_the_end(stretches_of(lists)) and not damaged,
    }
    ended |= {
        Part.BIO: snapshot.owner.bio is not None,
        Part.CONTACT: tells_contacts(material, whose, stranger=stranger),
    }
    reasons = {
        Part.BIO: NO_BIO,
        Part.CONTACT: NO_CONTACT,
        Part.POSTS: _why(snapshot, material),
        Part.CONNECTIONS: MORE_PEOPLE,
    }
    told = [
        *(Gap(Part.OTHER, wall) for wall in material.walls),
        *([Gap(Part.OTHER, DAMAGED)] if damaged else []),
        *(Gap(part, why) for part, why in reasons.items() if not ended[part]),
        Gap(Part.COMMENTS, ELSEWHERE),
        *_unshown_comments(snapshot, material, whose),
        Gap(Part.IMAGES, MORE_PHOTOS),
        *([] if stranger else SWITCHES.unread(snapshot.settings)),
    ]
    read = tuple(part for part in Part if ended.get(part))
    return replace(snapshot, read=read, gaps=(*gaps.gaps, *told))


def _why(snapshot: Snapshot, material: Material) -> str:
    """Why the posts cannot be said to have been read."""
    if snapshot.posts or any(material.stretches(None)):
        return MORE_POSTS
    return UNKNOWN_FORM if material.strange() else NO_POSTS


def _unshown_comments(snapshot: Snapshot, material: Material, whose: Whose) -> Iterator[Gap]:
    beneath = Counter(post.parent for post in snapshot.posts if post.kind is PostKind.COMMENT)
    mine = [told for told in material.stories if whose.is_(_teller(told))]
    unseen = sum(max(0, count - beneath[name]) for name, count in dict(counted(mine)).items())
    if unseen:
        yield Gap(Part.COMMENTS, MORE_COMMENTS, unseen)


def _teller(told: Told) -> Data:
    return author_of(told.story)
