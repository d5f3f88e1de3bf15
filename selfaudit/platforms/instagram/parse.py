"""Instagram's pages and data answers, read top to bottom: recognise, owner, posts, connections, settings.

What this rests on. Real: legacy pages and ``edge_*`` answers of 2020 (signed in and not), ``/api/v1/``
answers of 2021 and 2022, the logged-out landing and the challenge. Published notes of August 2026:
``Polaris*`` answers and ``PolarisViewer``. Our guess: comments and lists of people in today's answers, the
summary's wording beyond its numbers, the words on the settings pages.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterable, Iterator, Sequence

from selfaudit.model.snapshot import Post, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, Lens, Part
from selfaudit.platforms.instagram.addresses import SITE
from selfaudit.platforms.instagram.material import Material, gather, is_answer, is_page
from selfaudit.platforms.instagram.measuring import Told, measured
from selfaudit.platforms.instagram.owner import avatar_of, counts_of, owner_of
from selfaudit.platforms.instagram.people import connections_of, counted_in, people_in
from selfaudit.platforms.instagram.posts import Shown, comment_of, images_of, post_of, remarks_in, shown_by
from selfaudit.platforms.instagram.settings import settings_of
from selfaudit.platforms.merging import one_each
from selfaudit.platforms.meta.media import Person, Shelf, code_of, person_of, words_of
from selfaudit.platforms.reading import GapLog

PLATFORM = "instagram"


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is Instagram's."""
    return any(map(is_page, visit.documents)) or any(map(is_answer, visit.responses))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as the page itself says."""
    person = gather([visit]).viewer()
    if not person.id or not person.handle:
        return None
    return Account(
        handle=person.handle,
        proof=f"Instagram's own data named {person.handle} as the account that was signed in.",
        id=person.id,
        url=f"{SITE}/{person.handle}/",
    )


def signed_out(visit: Visit) -> bool:
    """Whether the page says that nobody was signed in."""
    return gather([visit]).nobody()


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account; a lens that did not look has no gaps of its own."""
    if not visits:
        return Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    material, shelf = gather(visits), Shelf(ChainMap(*[dict(visit.media) for visit in visits]))
    owner, lens, gaps = _owner(material, account), _lens(visits, material), GapLog()
    records = material.records_of(owner)
    shown = list(shown_by(material, owner, records))
    private = next((one["is_private"] for one in records if isinstance(one.get("is_private"), bool)), None)
    posts = one_each(gaps.keep(Part.POSTS, lambda one: post_of(one, private, shelf), _worded(shown)))
    pictures = (image for one in shown for image in images_of(one, shelf))
    at = max((visit.at for visit in visits if visit.at), default=None)
    snapshot = Snapshot(
        platform=PLATFORM,
        door=Door.PAGES,
        owner=owner_of(material, records, owner, account, lens),
        posts=one_each((*posts, *_comments(material, owner, posts, gaps))),
        connections=connections_of(people_in(material, owner), gaps),
        settings=tuple({one.name: one for one in settings_of(records, material.answers, at)}.values()),
        images=one_each((*avatar_of(records, shelf), *pictures)),
        site=SITE,
        proof=account.proof if account else None,
    )
    counts = counts_of(material, records, owner) | counted_in(material, owner)
    told = Told(owner, private, counts, tuple(shown), stranger=lens is Lens.PUBLIC)
    return measured(snapshot, material, told, gaps)


def _owner(material: Material, account: Account | None) -> Person:
    """The proven account; without one, whom the pages are of, or whoever was signed in."""
    known = Person(account.id, account.handle) if account else material.subject()
    known = known if known.known else material.viewer()
    same = material.records_of(known)
    described = person_of(same[0]) if same else Person()
    return Person(known.id or described.id, known.handle or described.handle)


def _lens(visits: Sequence[Visit], material: Material) -> Lens | None:
    known = next((visit.lens for visit in visits if visit.lens), None)
    return known or (Lens.OWNER if material.viewer().known else Lens.PUBLIC if material.nobody() else None)


def _worded(shown: Iterable[Shown]) -> Iterator[Shown]:
    """Each post; one that a list shows without words only where nothing shows it with them."""
    every = list(shown)
    known = {code_of(one.value) for one in every if words_of(one.value) is not None}
    for one in every:
        if words_of(one.value) is not None:
            yield one
        elif code_of(one.value) not in known:
            known.add(code_of(one.value))
            yield one


def _comments(material: Material, owner: Person, posts: Sequence[Post], gaps: GapLog) -> tuple[Post, ...]:
    """Own comments wherever they stand, and others' beneath own posts."""
    beneath = {post.id for post in posts if post.own}
    read = gaps.keep(Part.COMMENTS, lambda one: comment_of(one, owner), remarks_in(material))
    return one_each(comment for comment in read if comment.own or comment.parent in beneath)
