"""The names in a web page of an export: its headings, the columns of its tables, labels beside values.

All of them may be what somebody wrote, as names of friends above what is known of each. So a name is told
only beside one that a reader asks for, or where most of several tables have it; others are counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from html.parser import HTMLParser

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_WORDED = _HEADINGS | _CELLS | {"dt"}
LONGEST = 200
_PAIR = 2
_SEVERAL = 3
HEADING, COLUMN, LABEL = "heading", "column", "label"


def folded(words: str) -> str:
    """Words as they are compared: what readers leave away, and how they write apostrophes, does not count."""
    plain = words.replace("\u2019", "'").replace("-", " ").casefold()
    return " ".join(plain.split()).strip(": ")


@dataclass(slots=True)
class Table:
    """The names in one table, or in a list of terms, with the heading that stands above it."""

    heading: str
    kind: str = LABEL
    names: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Outline:
    """What a page names, in its order."""

    headings: Counter[str] = field(default_factory=Counter)
    tables: list[Table] = field(default_factory=list)

    def names(self) -> Iterator[str]:
        """All of them."""
        yield from self.headings
        yield from (name for table in self.tables for name in table.names)

    def unasked(
        self, asked: AbstractSet[str], taken: AbstractSet[str]
    ) -> Iterator[tuple[str, str | None, int]]:
        """Kind, name and count of what nobody asks for; of what may be somebody's words, no name.

        Args:
            asked: the folded names that a reader asks for.
            taken: the folded words that a reader takes for somebody's.
        """
        heads = {name: count for name, count in self.headings.items() if folded(name) not in taken}
        known = any(folded(name) in asked for name in heads)
        apart = {name: count for name, count in heads.items() if folded(name) not in asked}
        yield from ((HEADING, name if known else None, count) for name, count in apart.items())
        within = [table for table in self.tables if not (known and table.heading in apart)]
        for kind in (COLUMN, LABEL):
            yield from _unasked_in([table for table in within if table.kind == kind], kind, asked)


def _unasked_in(
    tables: Sequence[Table], kind: str, asked: AbstractSet[str]
) -> Iterator[tuple[str, str | None, int]]:
    often = Counter(name for table in tables for name in set(table.names))
    usual = {name for name, count in often.items() if count >= _SEVERAL and count * 2 > len(tables)}
    for table in tables:
        known = any(folded(name) in asked for name in table.names)
        for name in table.names:
            if name and folded(name) not in asked:
                yield kind, name if known or name in usual else None, 1


def outline_of(page: str) -> Outline:
    """The outline of a page, whatever its mark-up is like."""
    parser = _Parser()
    parser.feed(page)
    parser.close()
    return parser.outline


class _Parser(HTMLParser):
    """Goes through a page once, without a tree of it: pages may be large."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.outline = Outline()
        self._words: list[str] | None = None
        self._heading, self._in_head = "", 0
        self._open: list[list[list[tuple[str, str]]]] = []
        self._terms: Table | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own signature
        """A heading, a table, a row or a cell begins."""
        if tag == "header":
            self._in_head += 1
        elif tag == "table":
            self._open.append([])
        elif tag == "tr" and self._open:
            self._open[-1].append([])
        elif tag == "dl":
            self._terms = Table(self._heading)
            self.outline.tables.append(self._terms)
        elif tag in _WORDED:
            self._words = []

    def handle_endtag(self, tag: str) -> None:
        """A heading, a table or a cell ends."""
        if tag == "header":
            self._in_head = max(self._in_head - 1, 0)
        elif tag == "table" and self._open:
            self._take_table(self._open.pop())
        elif tag in _WORDED and self._words is not None:
            self._take(tag, " ".join("".join(self._words).split())[:LONGEST])
            self._words = None

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: ARG002 - the parser's own signature
        """``<![``, whatever comes after: the parser itself gives up on words that it does not know."""
        return self.rawdata.find(">", i) + 1 or -1

    def handle_data(self, data: str) -> None:
        """Text."""
        if self._words is not None:
            self._words.append(data)

    def _take(self, tag: str, words: str) -> None:
        if tag in _HEADINGS:
            if words and not self._in_head:
                self._heading = words
                self.outline.headings[words] += 1
        elif tag == "dt":
            if self._terms:
                self._terms.names.append(words)
        elif self._open and self._open[-1]:
            self._open[-1][-1].append((tag, words))

    def _take_table(self, rows: list[list[tuple[str, str]]]) -> None:
        whole = [row for row in rows if row]
        if not whole:
            return
        first = whole[0]
        titled = all(tag == "th" for tag, _words in first)
        if titled or any(len(row) != _PAIR for row in whole):
            found = Table(self._heading, COLUMN, [words for _tag, words in first])
        else:
            found = Table(self._heading, LABEL, [row[0][1] for row in whole])
        self.outline.tables.append(found)
