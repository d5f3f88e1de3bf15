"""XML elements that note what is asked for in them, where somebody wants to see what no reader takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

from selfaudit.model.noting import Noting

_DEEPEST = 8


class NotedElement(etree.ElementBase):  # type: ignore[misc]  # lxml has no types
    """An element that notes which elements and attributes in it are looked up."""

    noting: Noting

    def iterchildren(self, tag: str | None = None, **more: Any) -> Iterator[Any]:
        """The elements of this name; whoever goes through all of them asks for none yet."""
        if tag and not tag.endswith("*"):
            self.ask(tag.rpartition("}")[2])
        found: Iterator[Any] = super().iterchildren(tag, **more)
        return found

    def get(self, name: str, default: Any = None) -> Any:
        """The attribute."""
        self.noting.asked(*_way_to(self), name)
        return super().get(name, default)

    def ask(self, name: str) -> None:
        """Note that a reader asks for the elements of this name, whatever their name space."""
        for child in super().iterchildren(f"{{*}}{name}"):
            self.noting.asked(*_way_to(child))

    def ask_for_value(self, name: str, *, taken: bool) -> None:
        """Note the value of the first element of this name as a name of the form, and whether it is read."""
        child = next(super().iterchildren(f"{{*}}{name}"), None)
        value = (child.text or "").strip() if child is not None else ""
        if value:
            names = (*_way_to(child), value)
            self.noting.there(names)
            if taken:
                self.noting.asked(*names)


def noted_by(noting: Noting) -> Any:
    """What makes a parser's elements note here."""
    kind = type("Noted", (NotedElement,), {"noting": noting})
    return etree.ElementDefaultClassLookup(element=kind)


def note_record(element: Any) -> None:
    """Note that a record was handed out, and so what it stands in."""
    if isinstance(element, NotedElement):
        way = _way_to(element)
        for depth in range(len(way)):
            element.noting.asked(*way[: depth + 1])


class Names:
    """Counts the name of every element of a file, with those that it stands in, as the file is fed to it."""

    def __init__(self, noting: Noting) -> None:
        self._noting = noting
        self._counts: Counter[tuple[str, ...]] = Counter()
        self._parser = etree.XMLPullParser(
            events=("start", "end"), recover=True, resolve_entities=False, no_network=True, huge_tree=False
        )

    def feed(self, block: bytes) -> None:
        """The next bytes."""
        self._parser.feed(block)
        for event, element in self._parser.read_events():
            if not isinstance(element.tag, str):
                continue
            if event == "start":
                self._note(element)
            else:
                let_go(element)

    def _note(self, element: Any) -> None:
        way = _way_to(element)
        if len(way) <= _DEEPEST:
            self._counts[way] += 1
            for name in element.attrib if len(way) > 1 else ():
                self._counts[*way, str(name).rpartition("}")[2]] += 1

    def tell(self, *, damaged: bool) -> None:
        """Have all of them noted, once the file is over; in a damaged one they may be somebody's words."""
        for way, count in self._counts.items():
            self._noting.there(way, count)
        if damaged:
            self._noting.unsure()


def let_go(element: Any) -> None:
    """Let go of what is in an element and before it; what stands before the root stays."""
    element.clear(keep_tail=True)
    around = element.getparent()
    while around is not None and element.getprevious() is not None:
        del around[0]


def _way_to(element: Any) -> tuple[str, ...]:
    """The names that lead to an element from the root of its file, with their prefixes, its own last."""
    way = [element, *element.iterancestors()]
    return tuple(f"{one.prefix}:{_local(one)}" if one.prefix else _local(one) for one in reversed(way))


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
