"""A piece of what was given: an export or a part of one, and whose account it is of as far as it tells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from selfaudit.exports.numbering import label_of
from selfaudit.model.export import ExportReader, Unreadable
from selfaudit.model.platform import Platform
from selfaudit.model.sites import may_be_one_site

_TWO = 2


class LeftAlone(Unreadable):
    """What is rightly not read, so that nothing is missing for it: told, and left to no other door."""


@dataclass(frozen=True, slots=True)
class Piece:
    """An export or a part of one: a file or folder; whose it is where somebody asked for that.

    Attributes:
        path: where it lies, which may be inside an archive that holds exports of several people.
        platform: the network.
        reader: its reader.
        owner: whose it is, as it tells.
        site: the site that it is of, as it tells.
        marks: what is of its account alone.
        within: the archive that it was taken out of, where that holds several exports.
        without: the folders in it that are exports by themselves.
    """

    path: Path
    platform: Platform
    reader: ExportReader
    owner: str | None = None
    site: str | None = None
    marks: frozenset[str] = frozenset()
    within: Path | None = None
    without: tuple[str, ...] = ()

    def may_go_with(self, other: Piece) -> bool:
        """Whether both may be of one account: of one network, one site and one user, as far as both tell."""
        return self._is_near(other) and not self._has_other_user_than(other)

    def _is_near(self, other: Piece) -> bool:
        return self.platform is other.platform and may_be_one_site(self.site, other.site)

    def _has_other_user_than(self, other: Piece) -> bool:
        return len({self.user, other.user} - {None}) == _TWO

    def goes_with(self, other: Piece) -> bool:
        """Whether both are of one account: by the owner that both name, or by their own names."""
        if not self.may_go_with(other):
            return False
        if self.owner and other.owner:
            return self._has_name_of(other) and not self.is_namesake(other)
        if self.site and other.site:
            return True
        return label_of(self.path).belongs_to(label_of(other.path))

    def is_namesake(self, other: Piece) -> bool:
        """Whether both are of one name and not of one account, as both tell."""
        if not (self._is_near(other) and self._has_name_of(other)):
            return False
        apart = bool(self.marks and other.marks) and self.marks.isdisjoint(other.marks)
        return apart or self._has_other_user_than(other)

    def _has_name_of(self, other: Piece) -> bool:
        mine, theirs = self.owner, other.owner
        return mine is not None and theirs is not None and mine.casefold() == theirs.casefold()

    @property
    def user(self) -> str | None:
        """The user's name, where the file's name holds it."""
        return label_of(self.path).user

    @property
    def vagueness(self) -> tuple[bool, bool, bool]:
        """How little it tells of whose it is."""
        return self.owner is None, not self.marks, self.user is None
