"""Which names stand in the files of an export, and which of them no reader asked for: so that drift is seen.

The archive hands its values out as they are, in objects that note which of their names are looked up. Values
are never kept, and names that are data themselves, as people's or dates, are never told.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import ItemsView, Iterable, Iterator, Mapping, ValuesView
from dataclasses import dataclass, field
from typing import Any

Names = tuple[str, ...]

DATA = "…"
"""Stands for a name that is data."""
ITEM = ""
"""The item of a list at the root of a file."""
_OF_A_FORM = re.compile(r"[^\W\d_](?:[^\W\d]|[ '\u2019():,&?$-])*+\d{0,2}(?:[^\W\d]|[ '\u2019():,&?$-])*+")
_LONGEST = 60
_FEW = 12


@dataclass(slots=True)
class Level:
    """The objects that these names lead to.

    Attributes:
        objects: how many there are.
        seen: how often each name stands in them.
        asked: the names that a reader looked up, there or not.
    """

    objects: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    asked: set[str] = field(default_factory=set)

    def unasked(self) -> Iterator[tuple[str, int]]:
        """The names that nobody looked up, those that are data as one."""
        left = {name: count for name, count in self.seen.items() if name not in self.asked}
        told: Counter[str] = Counter()
        for name, count in left.items():
            told[name if self._is_form(name) else DATA] += count
        yield from told.items()

    def _is_form(self, name: str) -> bool:
        """Whether a name belongs to the form: beside one that a reader knows, or in most of the objects.

        Names of accounts look no different; but they stand in an object of their own, each once.
        """
        known = not self.asked.isdisjoint(self.seen) or len(self.seen) <= _FEW
        usual = self.objects > 1 and self.seen[name] * 2 > self.objects
        return (known or usual) and looks_like_form(name)


def looks_like_form(name: str) -> bool:
    """Whether a name can be a form's: words, without addresses, longer numbers and moments."""
    return len(name) <= _LONGEST and _OF_A_FORM.fullmatch(name) is not None


@dataclass(slots=True)
class Reading:
    """One going through a file: what was noted of its objects, by the names that lead to them."""

    levels: defaultdict[Names, Level] = field(default_factory=lambda: defaultdict(Level))

    def passed(self, names: Names, *, taken: bool) -> None:
        """Note a name that the file was gone through by, and whether what lies below it was built."""
        level = self.levels[names[:-1]]
        level.seen[names[-1]] += 1
        if taken:
            level.asked.add(names[-1])

    def watched(self, value: Any, at: Names = ()) -> Any:
        """The value, its objects such that note what is looked up in them."""
        if isinstance(value, dict):
            return value if isinstance(value, Watched) else Watched(value, self, at)
        return [self.watched(inner, at) for inner in value] if isinstance(value, list) else value


@dataclass(slots=True)
class Watch:
    """What was noted of all files. One that is gone through several times counts once."""

    _readings: defaultdict[str, list[Reading]] = field(default_factory=lambda: defaultdict(list))

    def reading(self, file: str) -> Reading:
        """Where to note what is asked for this time."""
        begun = Reading()
        self._readings[file].append(begun)
        return begun

    def unasked(self) -> dict[str, list[tuple[Names, int]]]:
        """By file the names that nobody asked for, with those that lead to them; the most frequent first."""
        found = {file: list(_unasked_in(_together(several))) for file, several in self._readings.items()}
        return {file: sorted(names, key=lambda one: -one[1]) for file, names in found.items() if names}


def _together(readings: Iterable[Reading]) -> Mapping[Names, Level]:
    whole: defaultdict[Names, Level] = defaultdict(Level)
    for reading in readings:
        for at, level in reading.levels.items():
            known = whole[at]
            known.objects = max(known.objects, level.objects)
            known.seen |= level.seen
            known.asked |= level.asked
    return whole


def _unasked_in(levels: Mapping[Names, Level]) -> Iterator[tuple[Names, int]]:
    told: Counter[Names] = Counter()
    for at, level in levels.items():
        leading = tuple(name if looks_like_form(name) else DATA for name in at if name != ITEM)
        for name, count in level.unasked():
            told[*leading, name] += count
    yield from told.items()


class Watched(dict[str, Any]):
    """An object that notes which of its names are looked up. Whoever goes through all asks for all."""

    __slots__ = ("_at", "_level", "_reading")

    def __init__(self, value: Mapping[str, Any], reading: Reading, at: Names) -> None:
        super().__init__(value)
        self._reading, self._at, self._level = reading, at, reading.levels[at]
        self._level.objects += 1
        self._level.seen.update(value.keys())

    def __contains__(self, name: object) -> bool:
        """Whether the name is there: asking is looking up."""
        if isinstance(name, str):
            self._level.asked.add(name)
        return super().__contains__(name)

    def __getitem__(self, name: str) -> Any:
        """The value of this name, watched in its turn."""
        self._level.asked.add(name)
        return self._below(name, name)

    def __iter__(self) -> Iterator[str]:
        """The names. That this is written here makes copies go through `__getitem__`."""
        return super().__iter__()

    def get(self, name: str, default: Any = None) -> Any:
        """The value of this name, or the default."""
        self._level.asked.add(name)
        return self._below(name, name) if super().__contains__(name) else default

    def items(self) -> ItemsView[str, Any]:  # type: ignore[override]  # a view of a copy
        """Names and values: whoever goes by them takes the names for data."""
        return self._all().items()

    def values(self) -> ValuesView[Any]:  # type: ignore[override]  # likewise
        """The values."""
        return self._all().values()

    def _all(self) -> dict[str, Any]:
        self._level.asked.update(self)
        return {name: self._below(name, DATA) for name in self}

    def _below(self, name: str, leading: str) -> Any:
        """The value, kept as it was given out: the next one who asks gets the same, counted once."""
        value = super().__getitem__(name)
        if type(value) in {dict, list}:
            value = self._reading.watched(value, (*self._at, leading))
            super().__setitem__(name, value)
        return value
