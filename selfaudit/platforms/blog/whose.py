"""Whose blog it is, and which words are the owner's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selfaudit.model.visit import Account
from selfaudit.platforms.blog.material import Author, Entry, Material, Person, fold


@dataclass(frozen=True, slots=True)
class Whose:
    """The owner under every name that the blog has for them; ``anybody`` where it names nobody at all."""

    author: Author
    login: str | None = None
    anybody: bool = False

    def wrote(self, author: Author) -> bool | None:
        """Whether this author is the owner; ``None`` when it cannot be told."""
        if not author.known:
            return self.anybody or None
        if author.number is None and author.slug and self.login:
            return fold(author.slug) == fold(self.login) or self.author.same(author)
        return self.author.same(author)

    def is_(self, person: Person) -> bool:
        """Whether this description is the owner's."""
        same_login = bool(person.login and self.login) and fold(person.login or "") == fold(self.login or "")
        return same_login or bool(self.wrote(person.author))


def whose(found: Material, account: Account | None) -> Whose | None:
    """The proven account; without one, whoever was signed in, or whom the pages are about.

    ``None`` when several people write here and nothing tells which of them is meant.
    """
    if account:
        return _filled(Whose(Author(account.id, None, account.name), account.handle), found.people)
    for person in found.people:
        if person.signed_in:
            return _filled(Whose(person.author, person.login), found.people)
    if found.about:
        return _filled(Whose(found.about), found.people)
    several = list(writers(found.entries))
    if several:
        return _filled(Whose(several[0]), found.people) if len(several) == 1 else None
    if len(found.people) == 1:
        return _filled(Whose(found.people[0].author, found.people[0].login), found.people)
    posts = [entry for entry in found.entries if not entry.comment]
    return Whose(Author(), anybody=True) if posts and not found.people else None


def writers(entries: Sequence[Entry]) -> Iterator[Author]:
    """Everybody who signs a post, each once, with all the names that any of their posts has for them."""
    left = [entry.author for entry in entries if not entry.comment and entry.author.known]
    while left:
        same = [one for one in left if one.same(left[0])]
        left = [one for one in left if one not in same]
        yield _whole(same)


def _whole(same: Sequence[Author]) -> Author:
    """One person by all the names that these have."""
    return Author(
        next((writer.number for writer in same if writer.number), None),
        next((writer.slug for writer in same if writer.slug), None),
        next((writer.name for writer in same if writer.name), None),
    )


def _filled(owner: Whose, people: Sequence[Person]) -> Whose:
    """The owner with the further names that descriptions of the same person give."""
    author, login = owner.author, owner.login
    for person in people:
        if Whose(author, login).is_(person):
            other = person.author
            author = Author(
                author.number or other.number, author.slug or other.slug, author.name or other.name
            )
            login = login or person.login
    return Whose(author, login, owner.anybody)


def own_posts(entries: Sequence[Entry], owner: Whose) -> list[Entry]:
    """The owner's posts."""
    return [entry for entry in entries if not entry.comment and owner.wrote(entry.author)]
