"""Which names stand in the files of an export, and which of them no reader asked for: so that drift is seen.

The archive hands its values out as they are, in objects that note which of their names are looked up; pages
are texts that note which of their words a reader knows. Values are never kept, and names that are data
themselves, as people's or dates, are never told.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from selfaudit.exports.outlines import LONGEST, Outline, folded, outline_of
from selfaudit.model.noting import Labelled, Noted

Names = tuple[str, ...]

DATA = "…"
"""Stands for a name that is data."""
ITEM = ""
"""The item of a list at the root of a file."""
_OF_A_FORM = re.compile(r"[^\W\d_](?:[^\W\d]|[ '\u2019():,&?$-])*+\d{0,2}(?:[^\W\d]|[ '\u2019():,&?$-])*+")
_PREFIX = ":"
_LABELLED, _LABEL = "label_values", "label"
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
        return (known and looks_like_form(name)) or self.is_usual(name)

    def is_usual(self, name: str) -> bool:
        """Whether a name that can be a form's stands in most of several objects."""
        return self.objects > 1 and self.seen[name] * 2 > self.objects and looks_like_form(name)


def looks_like_form(name: str) -> bool:
    """Whether a name can be a form's: words, without addresses, longer numbers and moments."""
    return len(name) <= _LONGEST and _OF_A_FORM.fullmatch(name) is not None


@dataclass(slots=True)
class Reading:
    """One going through a file: what was noted of its objects, by the names that lead to them.

    Attributes:
        page: the file, where it is a web page.
        words: of a page, the words that a reader took for somebody's own.
        whole: whether a reader took all of the page for somebody's own words.
        damaged: whether names without a prefix may be somebody's words.
    """

    levels: defaultdict[Names, Level] = field(default_factory=lambda: defaultdict(Level))
    page: Noted | None = None
    words: set[str] = field(default_factory=set)
    whole: bool = False
    damaged: bool = False

    def there(self, names: Names, count: int = 1) -> None:
        """Note that so much in the file is found by these names."""
        self.levels[names[:-1]].seen[names[-1]] += count

    def asked(self, *names: str) -> None:
        """Note that what these names lead to is asked for."""
        self.levels[names[:-1]].asked.add(names[-1])

    def unsure(self) -> None:
        """Note that the file is damaged, so that names without a prefix may be somebody's words."""
        self.damaged = True

    def taken(self, words: str) -> None:
        """Note words that a reader takes for somebody's own."""
        self.whole |= words is self.page
        self.words.add(folded(words[:LONGEST]))

    def passed(self, names: Names, *, taken: bool) -> None:
        """Note a name that the file was gone through by, and whether what lies below it was built."""
        self.there(names)
        if taken:
            self.asked(*names)

    def watched(self, value: Any, at: Names = ()) -> Any:
        """The value, its objects such that note what is looked up in them."""
        if isinstance(value, dict):
            return value if isinstance(value, Watched) else Watched(value, self, at)
        return [self.watched(inner, at) for inner in value] if isinstance(value, list) else value


@dataclass(slots=True)
class Watch:
    """What was noted of all files. One that is gone through several times counts once."""

    _readings: defaultdict[str, list[Reading]] = field(default_factory=lambda: defaultdict(list))
    _outlines: dict[str, Outline] = field(default_factory=dict)

    def reading(self, file: str) -> Reading:
        """Where to note what is asked for this time."""
        begun = Reading()
        self._readings[file].append(begun)
        return begun

    def page(self, file: str, text: str) -> Noted:
        """The page as a text that notes what is asked for in it."""
        if file not in self._outlines:
            self._outlines[file] = outline_of(text)
        reading = self.reading(file)
        reading.page = Noted.by(reading, text)
        return reading.page

    def unasked(self, people: AbstractSet[str] = frozenset()) -> dict[str, list[tuple[Names, int]]]:
        """By file the names that nobody asked for, with those that lead to them; the most frequent first.

        Args:
            people: names of people, in small letters, which are not told wherever they stand.
        """
        found: dict[str, list[tuple[Names, int]]] = {}
        for file, several in self._readings.items():
            told: Counter[Names] = Counter()
            for names, count in self._unasked_in(file, several):
                told[tuple(DATA if _names_one(name, people) else name for name in names)] += count
            if told:
                found[file] = sorted(told.items(), key=lambda one: -one[1])
        return found

    def _unasked_in(self, file: str, several: Sequence[Reading]) -> Iterator[tuple[Names, int]]:
        levels, outline = _together(several), self._outlines.get(file)
        if outline is None:
            doubtful = any(reading.damaged for reading in several)
            for names, count in _unasked_fields(levels):
                yield (*names[:-1], DATA if doubtful and _PREFIX not in names[-1] else names[-1]), count
        elif not any(reading.whole for reading in several):
            yield from _unasked_words(outline, levels, {word for one in several for word in one.words})


def _names_one(name: str, people: AbstractSet[str]) -> bool:
    """Whether a name is somebody's, or holds somebody's of several words."""
    plain = folded(name)
    return plain in people or any(" " in one and f" {one} " in f" {plain} " for one in people)


def _together(readings: Iterable[Reading]) -> Mapping[Names, Level]:
    whole: defaultdict[Names, Level] = defaultdict(Level)
    for reading in readings:
        for at, level in reading.levels.items():
            known = whole[at]
            known.objects = max(known.objects, level.objects)
            known.seen |= level.seen
            known.asked |= level.asked
    return whole


def _unasked_fields(levels: Mapping[Names, Level]) -> Iterator[tuple[Names, int]]:
    """What no reader asks for; what lies below it is not told too."""
    for at, level in levels.items():
        if any(_is_unasked(levels.get(at[:depth]), name) for depth, name in enumerate(at)):
            continue
        leading = tuple(name if looks_like_form(name) else DATA for name in at if name != ITEM)
        yield from (((*leading, name), count) for name, count in level.unasked())


def _is_unasked(level: Level | None, name: str) -> bool:
    return level is not None and name in level.seen and name not in level.asked


def _unasked_words(
    outline: Outline, levels: Mapping[Names, Level], taken: AbstractSet[str]
) -> Iterator[tuple[Names, int]]:
    """Of a page, what its mark-up names, and the names that most of several records have in their texts."""
    asked = {folded(name) for level in levels.values() for name in level.asked}
    for kind, name, count in outline.unasked(asked, taken):
        yield (kind, name if name and looks_like_form(name) else DATA), count
    named = {folded(name) for name in outline.names()}
    for level in levels.values():
        for name in level.seen.keys() - level.asked:
            if folded(name) not in named:
                yield (name if level.is_usual(name) else DATA,), level.seen[name]


class Watched(Labelled):
    """An object that notes which of its names are looked up. Whoever goes through all asks for all.

    In Meta's newer form a label stands as a value beside its value, and is a name too.
    """

    __slots__ = ("_at", "_level", "_reading")

    def __init__(self, value: Mapping[str, Any], reading: Reading, at: Names) -> None:
        super().__init__(value)
        self._reading, self._at, self._level = reading, at, reading.levels[at]
        self._level.objects += 1
        self._level.seen.update(value.keys())
        if self._has_label(label := value.get(_LABEL)):
            reading.there((*at, _LABEL, label))

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

    def _has_label(self, label: object) -> TypeGuard[str]:
        return isinstance(label, str) and _LABELLED in self._at

    def by_label(self) -> Iterator[tuple[str, Any]]:
        """Names and values; a name counts as asked for once a reader says so of it."""
        for name in self:
            yield Noted.by(self._reading, name, self._at), self._below(name, DATA)

    def _all(self) -> dict[str, Any]:
        self._level.asked.update(self)
        return {name: self._below(name, DATA) for name in self}

    def _below(self, name: str, leading: str) -> Any:
        """The value, kept as it was given out: the next one who asks gets the same, counted once."""
        value = super().__getitem__(name)
        if name == _LABEL and self._has_label(value):
            return Noted.by(self._reading, value, (*self._at, _LABEL))
        if type(value) in {dict, list}:
            value = self._reading.watched(value, (*self._at, leading))
            super().__setitem__(name, value)
        return value
