"""The way through a board for the live door, whatever make it is of; the make says where on it things are.

The first page tells the make. A stranger is often kept from profiles and searches and sees single threads,
so that the public walk begins with the addresses of the posts that the owner's walk found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from selfaudit.model.platform import LivePages
from selfaudit.model.visit import Account, Document, Response, View, Visit
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.forum.engine import Engine
from selfaudit.platforms.forum.engines import engine_of, gather, of_answer, of_document
from selfaudit.platforms.forum.material import Entry, Material, Who, starters, united
from selfaudit.platforms.forum.parse import own_entries, proven, whose
from selfaudit.platforms.forum.walls import WALLS
from selfaudit.platforms.generic.answers import host_of
from selfaudit.platforms.reading import absolute, json_of, soup_of

_MOST_PAGES = 200
_MOST_PAGES_OF_A_THREAD = 20
_FOUND = range(200, 300)


def sign_in(site: str) -> str:
    """Where the person signs in: the board's front page has the way to it, whatever its make."""
    return f"{site.rstrip('/')}/"


def signed_in(document: Document) -> bool:
    """Whether the page greets a member."""
    return of_document(document, Visit(None)).viewer is not None


def identify(view: View) -> Account | None:
    """The member whom the front page names, or else the board's own answer to who is signed in."""
    page = view.open(f"{view.site}/", Part.OTHER)
    found = of_document(page, Visit(view.lens, part=Part.OTHER))
    engine = engine_of(soup_of(page.html))
    if found.viewer is None and engine and engine.ways.proof:
        answer = view.fetch(f"{view.site}/{engine.ways.proof}")
        found.take(of_answer(answer.url, answer.body))
    return proven(found)


def introduce(visits: Sequence[Visit], account: Account) -> Account:
    """The account with the addresses of its own posts."""
    found = gather(visits)
    owner = whose(found, account)
    site = found.sites[0] if found.sites else ""
    own = own_entries(united(found.entries), owner) if owner else []
    known = [(entry.id, absolute(site, entry.url)) for entry in own]
    return replace(account, items=tuple((number, url) for number, url in known if url))


def walk_owner(view: View, account: Account) -> Iterator[Part]:
    """Profile, own posts in full, what others wrote in own threads, people, switches."""
    way = _start(view, account)
    if way is None:
        return
    for address in way.engine.ways.profile(account):
        way.look(address, Part.BIO)
    if way.knows_the_member:
        yield Part.BIO
        yield Part.CONTACT
    # A list in a form that nobody knows looks empty: only posts, or a count of none, tell that it was one.
    listed = way.lists() and way.knows_the_posts
    whole = way.read_in_full() and listed
    if whole:
        yield Part.POSTS
    if way.read_own_threads() and listed:
        yield Part.COMMENTS
    if way.bring_pictures() and whole:
        yield Part.IMAGES
    if way.read_people():
        yield Part.CONNECTIONS
    for address in way.engine.ways.settings(account):
        way.look(address, Part.SETTINGS)
    if way.knows_the_switches:
        yield Part.SETTINGS


def walk_public(view: View, account: Account) -> Iterator[Part]:
    """The owner's posts where they stand, then the lists, then the profile, as boards close them."""
    way = _start(view, account)
    if way is None:
        return
    whole = way.open_items(account.items)
    if whole and account.items:
        yield Part.POSTS
        yield Part.IMAGES
    if way.read_own_threads() and whole and account.items:
        yield Part.COMMENTS
    if way.lists() and way.knows_the_posts and not account.items:
        yield Part.POSTS
    for address in way.engine.ways.profile(account):
        way.look(address, Part.BIO)
    if way.knows_the_member:
        yield Part.BIO
        yield Part.CONTACT


def _start(view: View, account: Account) -> _Way | None:
    """The front page tells the make of the board."""
    page = view.open(f"{view.site}/", Part.OTHER)
    engine = engine_of(soup_of(page.html))
    return _Way(view, engine, account) if engine else None


@dataclass(slots=True)
class _Way:
    """One walk as it goes on, with all that it has met."""

    view: View
    engine: Engine
    account: Account
    found: Material = field(default_factory=Material)
    following: dict[str, str | None] = field(default_factory=dict)

    @property
    def owner(self) -> Who:
        """The member whose walk this is."""
        return whose(self.found, self.account) or Who(self.account.id, self.account.handle)

    @property
    def own(self) -> list[Entry]:
        """The owner's posts so far."""
        return own_entries(united(self.found.entries), self.owner)

    @property
    def knows_the_member(self) -> bool:
        """Whether something of the owner's profile was told."""
        return any(self.owner.same(one.who) and one.bio is not None for one in self.found.members)

    @property
    def knows_the_posts(self) -> bool:
        """Whether there are own posts, or the profile says that there are none."""
        return bool(self.own) or any(
            self.owner.same(one.who) and one.posts == 0 for one in self.found.members
        )

    @property
    def knows_the_switches(self) -> bool:
        """Whether any switch of this make was found, or the make has none."""
        switches = self.engine.switches
        return switches is None or any(any(switches.settings(values)) for _, values, _ in self.found.values)

    def look(self, address: str, part: Part) -> str | None:
        """Open or ask for one address below the root, once; the address of what follows it."""
        full = self._full(address)
        if full not in self.following:
            self.following[full] = self._ask(full) if self.engine.ways.data else self._open(full, part)
        return self.following[full]

    def _ask(self, address: str) -> str | None:
        answer: Response = self.view.fetch(address)
        if answer.status not in _FOUND:
            return None
        self.found.take(of_answer(answer.url, answer.body))
        following = self.engine.ways.further(answer.url, json_of(answer.body))
        return absolute(answer.url, following) if following else None

    def _open(self, address: str, part: Part) -> str | None:
        page = self.view.open(address, part)
        self.found.take(of_document(page, Visit(self.view.lens, part=part)))
        link = soup_of(page.html).select_one(self.engine.ways.following)
        return absolute(page.url, str(link["href"])) if link else None

    def _full(self, address: str) -> str:
        return address if "://" in address else f"{self.view.site}/{address.removeprefix('/')}"

    def follow(self, address: str, part: Part, most: int = _MOST_PAGES) -> bool:
        """One list to its end; whether the end was reached."""
        seen: set[str] = set()
        while len(seen) < most:
            seen.add(self._full(address))
            following = self.look(address, part)
            if following is None or self._full(following) in seen:
                return True
            address = following
        return False

    def lists(self) -> bool:
        """Every list of the owner's posts."""
        read = [self.follow(address, Part.POSTS) for address in self.engine.ways.lists(self.account)]
        return all(read)

    def read_people(self) -> bool:
        """Every list of people; whether each was seen, empty or not, to its end."""
        whole = True
        for address in self.engine.ways.people(self.account):
            seen = len(self.found.lists)
            whole &= self.follow(address, Part.CONNECTIONS) and len(self.found.lists) > seen
        return whole

    def read_in_full(self) -> bool:
        """Each own post of which only the beginning is known, where it stands; whether all were read."""
        tried: set[str] = set()
        while True:
            waiting = [one for one in self.own if not one.whole and one.id not in tried]
            if not waiting:
                return not any(not one.whole for one in self.own)
            if len(tried) >= _MOST_PAGES:
                return False
            tried.add(waiting[0].id)
            address = self.engine.ways.whole(waiting[0]) or waiting[0].url
            if address:
                self.look(address, Part.POSTS)

    def read_own_threads(self) -> bool:
        """Every thread that the owner began; whether all were read to their end."""
        began = starters(self.found, united(self.found.entries))
        addresses = {thread.id: thread.url for thread in self.found.threads}
        addresses |= {one.thread: one.url for one in self.own if one.first and one.thread}
        mine = [number for number, who in began.items() if self.owner.same(who)]
        whole = len(mine) <= _MOST_PAGES
        for number in mine[:_MOST_PAGES]:
            address = self.engine.ways.thread(number) or addresses.get(number)
            whole &= bool(address) and self.follow(address or "", Part.COMMENTS, _MOST_PAGES_OF_A_THREAD)
        return whole

    def bring_pictures(self) -> bool:
        """Data names pictures and brings none; whether each was asked for, or a page opened that shows it."""
        shown = [one for one in self.own if one.pictures] if self.engine.ways.data else []
        for entry in shown[:_MOST_PAGES]:
            for picture in entry.pictures:
                address = absolute(f"{self.view.site}/", picture.url) or ""
                if host_of(address) == host_of(self.view.site):
                    self._bring(address)
                elif entry.url:
                    self._show(entry.url, Part.IMAGES)
        return len(shown) <= _MOST_PAGES

    def _bring(self, picture: str) -> None:
        if picture not in self.following:
            self.following[picture] = None
            self.view.fetch(picture)

    def _show(self, address: str, part: Part) -> None:
        """Open a page, once, whatever else the board would be asked for by data."""
        full = self._full(address)
        if full not in self.following:
            self.following[full] = self._open(full, part)

    def open_items(self, items: Sequence[tuple[str, str]]) -> bool:
        """The pages on which own posts stand, each once; whether all of them were tried."""
        tried = 0
        for number, address in items:
            if any(one.id == number for one in self.own):
                continue
            if tried >= _MOST_PAGES:
                return False
            tried += 1
            self._show(address, Part.POSTS)
        return True


BOARD = LivePages(
    sign_in=sign_in,
    signed_in=signed_in,
    identify=identify,
    walk_owner=walk_owner,
    walk_public=walk_public,
    introduce=introduce,
    parts=frozenset(
        {Part.BIO, Part.CONTACT, Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS, Part.SETTINGS}
    ),
    public_parts=frozenset({Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.BIO, Part.CONTACT}),
    walls=WALLS,
)
