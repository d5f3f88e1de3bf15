"""Pinterest's pages and data answers, read top to bottom: recognise, owner, posts, connections, settings.

On what each rests: the tree of records in a page's script, the prepared answers of one page in ten, and the
answers that are asked for, on published readers of 2023 to 2026; who is signed in on several of them, at five
places. No page of Pinterest was to be had, so that none of this was seen by us.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from selfaudit.model.snapshot import Connection, Fact, Gap, Image, Owner, Post, Setting, Snapshot
from selfaudit.model.visit import Account, Visit
from selfaudit.model.vocabulary import Door, ImageRole, Lens, Part
from selfaudit.platforms.generic.answers import Answer, path_of
from selfaudit.platforms.generic.counting import people_missing, shortfall
from selfaudit.platforms.generic.markup import Picture
from selfaudit.platforms.generic.spelling import either, either_text
from selfaudit.platforms.generic.values import id_in, text_in
from selfaudit.platforms.merging import each_person, one_each
from selfaudit.platforms.pinterest.answers import (
    SITE,
    Data,
    Page,
    asked_about,
    boards_in,
    comments_in,
    data_of,
    header_name,
    is_answer,
    number_of,
    pages_of,
    people_in,
    pins_in,
    refused,
    says_signed_in,
    told_name,
    users_in,
    viewer_in,
)
from selfaudit.platforms.pinterest.pins import (
    Whose,
    avatars_of,
    board_post,
    comment_of,
    concerns,
    image_of,
    of_account,
    posts_of,
)
from selfaudit.platforms.pinterest.settings import SWITCHES
from selfaudit.platforms.pinterest.walls import REFUSED
from selfaudit.platforms.reading import OF_UNKNOWN_FORM, GapLog

PLATFORM = "pinterest"
UNKNOWN_FORM = f"a page of Pinterest {OF_UNKNOWN_FORM}"
_FIRST_ONLY = "a page of Pinterest holds only the first ones, the rest comes while one scrolls"
_SOME_COMMENTS = "of comments, only those below the Pins that were opened were in what was read"
_COMMENTS = "comments stand on each Pin's own page, and those were not in what was read"
_LISTS = "Pinterest opens its lists of people only at a click"


@dataclass(frozen=True, slots=True)
class _Found:
    """What the visits brought."""

    pages: tuple[Page, ...]
    answers: tuple[Answer, ...]
    strange: bool

    @property
    def viewer(self) -> tuple[Data | None, str]:
        """Who was signed in, and which of Pinterest's own words say so."""
        for answer in self.answers:
            if user := viewer_in(answer):
                return user, "Pinterest's own data named"
        name = next(filter(None, (header_name(page.soup) for page in self.pages)), None)
        return ({"username": name} if name else None), "Pinterest's own menu led to"

    @property
    def named(self) -> frozenset[str]:
        """Whose pages these may be, by their addresses."""
        return frozenset(
            path_of(page.document.url).strip("/").split("/")[0].casefold() for page in self.pages
        )

    @property
    def users(self) -> list[Data]:
        """Accounts that are described."""
        return [user for answer in self.answers for user in users_in(answer)]


@dataclass(frozen=True, slots=True)
class _Read:
    """How many Pins were read, and what of them could not be."""

    seen: int
    gaps: tuple[Gap, ...]


def _gather(visits: Sequence[Visit]) -> _Found:
    pages = pages_of(visits)
    found = data_of(visits, pages)
    gathered = _Found(tuple(pages), tuple(found), any(visit.lens is Lens.PUBLIC for visit in visits))
    return replace(gathered, strange=gathered.strange or _nobody(gathered))


def _nobody(found: _Found) -> bool:
    return found.viewer[0] is None and any(says_signed_in(answer) is False for answer in found.answers)


def recognise(visit: Visit) -> bool:
    """Whether a page or data answer is Pinterest's."""
    found = _gather([visit])
    return bool(found.pages) or any(map(is_answer, found.answers))


def viewer(visit: Visit) -> Account | None:
    """Who was signed in when this was saved, as the page itself says."""
    user, told = _gather([visit]).viewer
    if user is None:
        return None
    name = text_in(user, "username")
    return Account(
        handle=name,
        proof=f"{told} {name} as the account that was signed in.",
        id=number_of(user),
        name=told_name(user) or None,
        url=f"{SITE}/{name}/",
    )


def signed_out(visit: Visit) -> bool:
    """Whether a page's data say that nobody was signed in."""
    return _nobody(_gather([visit]))


def parse(visits: Sequence[Visit], account: Account | None) -> Snapshot:
    """Everything that these visits show of one account."""
    found, media, gaps = _gather(visits), ChainMap(*[dict(visit.media) for visit in visits]), GapLog()
    snapshot = Snapshot(PLATFORM, Door.PAGES, site=SITE, proof=account.proof if account else None)
    whose = _whose(found, account)
    users = [user for user in found.users if whose.is_(user)]
    boards = {number_of(one) or "": one for one in _boards(found, whose)}
    pins = [pin for answer in found.answers for pin in pins_in(answer) if concerns(pin, whose)]
    groups = gaps.keep(Part.POSTS, lambda pin: posts_of(pin, whose, boards, media), pins)
    connections = each_person(_connections(found, whose), lambda person: person.handle or "")
    pinned = one_each(one for group in groups for one in group)
    comments = _comments(found, pins, whose, {post.id for post in pinned if post.own}, gaps)
    snapshot = replace(
        snapshot,
        owner=_owner(users, whose),
        posts=one_each((*pinned, *comments, *_named(boards, whose))),
        connections=connections,
        settings=tuple(_settings(users, visits)),
        images=one_each((*_avatar(users, media), *_images(pins, whose, media))),
    )
    stops = (Gap(Part.OTHER, REFUSED),) if any(map(refused, found.answers)) else ()
    if not (users or boards or pins or connections or comments):
        unknown = (Gap(Part.OTHER, UNKNOWN_FORM),) if found.pages and not stops else ()
        return replace(snapshot, gaps=(*stops, *unknown))
    read = _Read(len({group[0].id for group in groups}), gaps.gaps)
    measured = _measured(snapshot, found, users, boards, read)
    return replace(measured, gaps=(*stops, *measured.gaps))


def _whose(found: _Found, account: Account | None) -> Whose:
    """The proven account; without one, whoever was signed in, or the first that is described."""
    signed_in, _told = found.viewer
    shown = [user for user in found.users if text_in(user, "username").casefold() in found.named]
    known = [signed_in] if signed_in else shown or found.users
    first = known[0] if known else None
    whose = Whose(text_in(first, "username"), number_of(first)) if first else Whose()
    whose = Whose(account.handle, account.id) if account else whose
    mine = [user for user in found.users if whose.is_(user)]
    number = next(filter(None, map(number_of, mine)), whose.id)
    private = any(either(user, "isPrivateProfile") is True for user in mine)
    return replace(whose, id=number, private=private)


def _boards(found: _Found, whose: Whose) -> list[Data]:
    boards = [board for answer in found.answers for board in boards_in(answer)]
    return [board for board in boards if of_account(board, whose)]


def _named(boards: Mapping[str, Data], whose: Whose) -> Iterator[Post]:
    yield from (board_post(board, whose) for board in boards.values())


def _owner(users: Sequence[Data], whose: Whose) -> Owner:
    bios = [user["about"] for user in users if isinstance(user.get("about"), str)]
    empty = any("about" in user for user in users)
    links = [either_text(user, "websiteUrl") for user in users]
    place = next(filter(None, (text_in(user, "location") for user in users)), "")
    handle = next((text_in(user, "username") for user in users), whose.handle)
    return Owner(
        name=next(filter(None, map(told_name, users)), None),
        handle=handle or None,
        bio=bios[0].strip() if bios else "" if empty else None,
        links=tuple(dict.fromkeys(filter(None, links))),
        facts=(Fact("Location", place),) if place else (),
        url=f"{SITE}/{handle}/" if handle else None,
    )


def _avatar(users: Sequence[Data], media: Mapping[str, str]) -> Iterator[Image]:
    kept = tuple(dict.fromkeys(address for user in users for address in avatars_of(user)))
    if kept:
        yield Image("avatar", Picture(kept).file(media), ImageRole.AVATAR, url=kept[0])


def _images(pins: Sequence[Data], whose: Whose, media: Mapping[str, str]) -> Iterator[Image]:
    yield from (image for pin in pins if (image := image_of(pin, whose, media)))


def _comments(
    found: _Found, pins: Sequence[Data], whose: Whose, own: set[str], gaps: GapLog
) -> tuple[Post, ...]:
    """Own comments, and others' beneath own Pins."""
    copies = {id_in(either(pin, "aggregatedPinData")): number_of(pin) for pin in pins}
    told = [one for answer in found.answers for one in comments_in(answer)]
    known = [(pin or copies.get(copy), comment) for pin, copy, comment in told if copy or pin]
    read = gaps.keep(Part.COMMENTS, lambda one: comment_of(one[1], one[0] or "", whose), known)
    return tuple(one for one in read if one.own or one.parent in own)


def _connections(found: _Found, whose: Whose) -> Iterator[Connection]:
    """Followers and followed people."""
    for relation, person in (
        one
        for answer in found.answers
        for one in people_in(answer)
        if asked_about(answer).casefold() in {"", whose.handle.casefold()}
    ):
        handle = text_in(person, "username")
        yield Connection(
            id=number_of(person) or handle,
            display_name=told_name(person) or None,
            handle=handle,
            relation=relation,
            about=text_in(person, "about") or None,
            url=f"{SITE}/{handle}/",
        )


def _settings(users: Sequence[Data], visits: Sequence[Visit]) -> Iterator[Setting]:
    at = next((visit.at for visit in visits if visit.at), None)
    told = [setting for user in users for setting in SWITCHES.settings(user, at)]
    yield from {setting.name: setting for setting in told}.values()


def _count(users: Sequence[Data], name: str) -> int | None:
    counts = (either(user, name) for user in users)
    return max((n for n in counts if isinstance(n, int) and not isinstance(n, bool)), default=None)


def _measured(
    snapshot: Snapshot, found: _Found, users: Sequence[Data], boards: Mapping[str, Data], pins: _Read
) -> Snapshot:
    """The parts that were read to their end, by the profile's own counts; what is missing is a gap."""
    read = [Part.BIO, Part.CONTACT] if snapshot.owner.bio is not None else []
    total, on_boards = _count(users, "pinCount"), _count([_sum(boards)], "pinCount")
    counted = None if total is None else max(total, on_boards or 0)
    short = [
        shortfall(Part.POSTS, counted, pins.seen, "Pins", _FIRST_ONLY),
        shortfall(Part.POSTS, _count(users, "boardCount"), len(boards), "boards"),
    ]
    missing = [gap for gap in short if gap]
    read += [] if missing or pins.gaps else [Part.POSTS, Part.IMAGES]
    extra = [*missing, Gap(Part.COMMENTS, _SOME_COMMENTS if snapshot.has(Part.COMMENTS) else _COMMENTS)]
    if not found.strange:
        people = list(_people_missing(snapshot, users))
        read += [] if people else [Part.CONNECTIONS]
        extra += [*people, *SWITCHES.not_seen(snapshot.settings)]
    return replace(snapshot, read=tuple(read), gaps=(*pins.gaps, *extra))


def _sum(boards: Mapping[str, Data]) -> Data:
    counts = (either(board, "pinCount") for board in boards.values())
    return {"pinCount": sum(n for n in counts if isinstance(n, int) and not isinstance(n, bool))}


def _people_missing(snapshot: Snapshot, users: Sequence[Data]) -> Iterator[Gap]:
    followers, following = (_count(users, name) for name in ("followerCount", "followingCount"))
    return people_missing(snapshot.connections, followers, following, why=_LISTS)
