"""The tables of a LinkedIn export: found by their heading, which words about the table may stand before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selfaudit.model.export import Archive, TableForm
from selfaudit.model.vocabulary import Part
from selfaudit.platforms.exported import Export
from selfaudit.platforms.generic.tables import start_of

_LONGEST_PREAMBLE = 20
_START = 8192


@dataclass(frozen=True, slots=True)
class Table:
    """One of LinkedIn's files: its name, and the columns by which it is told from others of that name.

    Attributes:
        escape: the sign before a quotation mark inside a text; most tables double the mark instead.
    """

    stem: str
    part: Part
    marks: tuple[str, ...]
    escape: str | None = None

    def files(self, archive: Archive) -> tuple[str, ...]:
        """The files of this name, however its words are joined and however often it was downloaded."""
        stems = [self.stem.replace(" ", joint) for joint in (" ", "_", "")]
        return archive.find(*(f"{stem}{more}.csv" for stem in stems for more in ("", " (*)", "_*")))

    def starts(self, archive: Archive, name: str) -> bool:
        """Whether a file begins with this table's heading."""
        lines = start_of(archive, name, _START).splitlines()
        return any(self.heads(line.split(",")) for line in lines[:_LONGEST_PREAMBLE])

    def heads(self, cells: list[str]) -> bool:
        """Whether this row is the heading."""
        return set(self.marks) <= {folded(cell) for cell in cells}


CONNECTIONS = Table("Connections", Part.CONNECTIONS, ("firstname", "connectedon"))
PROFILE = Table("Profile", Part.BIO, ("firstname", "lastname", "headline"))
EMAILS = Table("Email Addresses", Part.CONTACT, ("emailaddress", "confirmed"))
PHONES = Table("Phone Numbers", Part.CONTACT, ())
SHARES = Table("Shares", Part.POSTS, ("sharelink", "sharecommentary"))
COMMENTS = Table("Comments", Part.COMMENTS, ("date", "link", "message"), escape="\\")
MEDIA = Table("Rich Media", Part.IMAGES, ("mediadescription", "medialink"))
POSITIONS = Table("Positions", Part.BIO, ("companyname", "title"))
EDUCATION = Table("Education", Part.BIO, ("schoolname",))
REGISTRATION = Table("Registration", Part.BIO, ("registeredat",))
TELLING = (CONNECTIONS, PROFILE, EMAILS, SHARES, COMMENTS)
"""The tables by which an export is known to be LinkedIn's."""


def folded(heading: str) -> str:
    """The name of a column: spaces, underlines and case differ between generations."""
    return "".join(sign for sign in heading.casefold() if sign.isalnum())


def rows_of(export: Export, table: Table) -> Iterator[dict[str, str]]:
    """The rows of a table, by the folded names of its columns; what is there is noted as found."""
    names = export.find(table.part, *table.files(export.archive))
    return export.rows(table.part, names, TableForm(table.heads, folded, table.escape, trimmed=True))
