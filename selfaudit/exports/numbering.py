"""What the names of files tell of an export's parts: which belong together, and which are not here.

The rules rest on how networks name what they hand out: ``facebook-<name>-<date>-<id>-2.zip``,
``takeout-<stamp>-002.zip``, ``mydata~<number>-2.zip``, ``…_part2.zip``; inside, ``posts_2.json`` and
``tweets-part1.js``. A name that a person gave may only look so; then it is told as a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from selfaudit.exports.containers import ARCHIVES
from selfaudit.model.file_names import plain_name
from selfaudit.model.snapshot import Gap
from selfaudit.model.vocabulary import Part

_ENDING = re.compile(r"(?:\.tar)?\.\w+$")
_COPY = re.compile(r"\s*\(\d+\)$")
_NUMBER = re.compile(r"[-_. ](?P<word>part[-_ ]?)?(?P<number>\d{1,3})$", re.IGNORECASE)
_DATE = re.compile(
    r"(?:(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])|\d{4}-\d{2}-\d{2}|(?<![\d-])\d{2}-\d{2}-\d{2})$"
)
_OF_ONE = re.compile(r"\d{5}|\d{4}-\d{2}-\d{2}|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{4}(?!\d)")
"""A date or a number of its own, as only the parts of one export share; a year is no such."""
_OF_NETWORK = re.compile(r"takeout-\d{8}t\d{6}z|(?:facebook|instagram)-.+-\d{4}-\d{2}-\d{2}-\w+|mydata~\d+")
"""What networks call the parts that they hand out."""
_USER = re.compile(r"(?:facebook|instagram)-(.+?)-\d{4}-\d{2}-\d{2}")
_BOARD = re.compile(r"(\d+)_(?:profile|posts|uploads)$")
_NO_PARTS = "user_archive-"
"""Discourse ends the names of its archives with the number of the request."""
_PAGES = (".html",)
_DATA = (".json", ".js")
_MEMBERS = (*_PAGES, *_DATA, ".csv")
_HIGHEST_IN_DOUBT = 20
_INSIDE = re.compile(r"(?P<stem>[^/]*?)(?P<mark>_part|-part|_)(?P<number>\d{1,3})\.(?:json|html|js)$")
_KINDS = (
    (("comment",), (Part.COMMENTS,)),
    (("follow", "friend", "contact", "connection"), (Part.CONNECTIONS,)),
    (("profile", "account", "personal_information"), (Part.BIO, Part.CONTACT)),
    (("post", "tweet", "photo", "video", "stor", "reel", "thread"), (Part.POSTS, Part.IMAGES)),
)
FURTHER = "this is not in what could be read; it may be in a part of the export that is not here"
LISTS = (Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS)


@dataclass(frozen=True, slots=True)
class Label:
    """The name of an archive, folder or file, taken apart.

    Attributes:
        path: where it lies.
        stem: what the names of all parts of one export share, in small letters.
        number: which part it is; ``None`` where the name has no number.
        sure: whether the name can only be that of a part.
    """

    path: Path
    stem: str
    number: int | None
    sure: bool

    @property
    def packed(self) -> bool:
        """Whether it is an archive or a folder, not a file of its own."""
        return self.path.is_dir() or self.path.name.lower().endswith(ARCHIVES)

    @property
    def of_one(self) -> bool:
        """Whether what is before the number is shared by the parts of one export alone."""
        return _OF_ONE.search(self.stem) is not None

    @property
    def of_network(self) -> bool:
        """Whether it is called as networks call the parts that they hand out."""
        return self.packed and _OF_NETWORK.fullmatch(self.stem) is not None

    @property
    def user(self) -> str | None:
        """The user's name on the network, where the name holds it."""
        found = _USER.match(self.stem)
        return found[1] if found else None

    def belongs_to(self, other: Label) -> bool:
        """Whether the two names leave no doubt that both are of one export."""
        near = self.path.parent.resolve() == other.path.parent.resolve()
        if self.packed and other.packed:
            named = not (self.path.is_dir() and other.path.is_dir())
            return self.stem == other.stem and ((near and named) or self.of_one)
        boards = _BOARD.match(self.stem), _BOARD.match(other.stem)
        if boards[0] and boards[1]:
            return near and boards[0][1] == boards[1][1]
        loose = not self.packed and not other.packed
        return near and loose and (self._is_beside(other) or self.stem == other.stem)

    def _is_beside(self, other: Label) -> bool:
        """Whether both are called as files of one export are, which is handed out as pages or as data."""
        names = [one.path.name.lower() for one in (self, other)]
        mixed = any(name.endswith(_PAGES) for name in names) and any(name.endswith(_DATA) for name in names)
        return not mixed and all(map(_is_member, names))


def _is_member(name: str) -> bool:
    """Whether it is called as a file inside an export; a second one of that name is of another export."""
    return name.endswith(_MEMBERS) and not _COPY.search(_ENDING.sub("", name))


def label_of(path: Path) -> Label:
    """What the name of this file or folder tells."""
    name = (path.name if path.is_dir() else _ENDING.sub("", path.name)).casefold()
    bare = _COPY.sub("", name)
    name = bare if _OF_ONE.search(bare) else name
    found = None if _DATE.search(name) or name.startswith(_NO_PARTS) else _NUMBER.search(name)
    if not found:
        return Label(path, name, None, sure=False)
    stem = name[: found.start()]
    return Label(path, stem, int(found["number"]), sure=bool(found["word"] or _OF_ONE.search(stem)))


@dataclass(frozen=True, slots=True)
class Missing:
    """Parts of one export that are not here.

    Attributes:
        stem: what the names of its parts share, as they are written.
        numbers: those that are not here.
        sure: whether the names can only be those of parts.
        last: the highest number that is here.
    """

    stem: str
    numbers: tuple[int, ...]
    sure: bool
    last: int

    @property
    def named(self) -> str:
        """The parts in words."""
        return f"part{'s' * (len(self.numbers) > 1)} {ranges(self.numbers)} of {self.stem}"

    @property
    def told(self) -> str:
        """That they are not here, and what to do."""
        many = len(self.numbers) > 1
        if self.sure:
            return (
                f"by the numbers in their names, {self.named} {'are' if many else 'is'} not among what"
                f" could be read; download {'them' if many else 'it'} as well, and import all parts together"
            )
        others = f"part{'s' * many} {ranges(self.numbers)} {'are' if many else 'is'} not here"
        return (
            f"by its name this could be part {self.last} of an export, of which {others};"
            " if so, import them together"
        )


def missing_parts(paths: Sequence[Path], beside: Iterable[Path]) -> Iterator[Missing]:
    """The holes in the numbers of archives; what is ``beside`` them is there, if nothing in it is read."""
    labels = [label for label in map(label_of, paths) if label.packed]
    near = list(map(label_of, beside))
    for stem in dict.fromkeys(label.stem for label in labels):
        alike = [label for label in labels if label.stem == stem]
        numbers = {_counted(one) for one in (*alike, *(one for one in near if one.stem == stem))}
        sure, last = any(one.sure for one in alike) or len(alike) > 1, max(map(_counted, alike))
        missing = tuple(number for number in range(1, last) if number not in numbers)
        numbered = any(one.number is not None for one in alike)
        if missing and numbered and (sure or last <= _HIGHEST_IN_DOUBT):
            yield Missing(_as_written(alike[0]), missing, sure, last)


def may_go_on(paths: Sequence[Path]) -> str | None:
    """Where that may be of which there is no file, if these are parts of an export without a hole."""
    parts = [label for label in map(label_of, paths) if label.packed and label.sure]
    return (
        f"this is not in what could be read; it may be in a further part of {_as_written(parts[-1])},"
        " or it may not have been ticked when the export was asked for"
        if parts
        else None
    )


def _counted(label: Label) -> int:
    return 1 if label.number is None else label.number


def _as_written(label: Label) -> str:
    return plain_name(label.path.name[: len(label.stem)])


def ranges(numbers: Sequence[int]) -> str:
    """Numbers as people write them: ``1, 3 and 5 to 7``."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words = [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def holes_inside(names: Iterable[str]) -> Iterator[Gap]:
    """A gap for each numbered file of an export of which some numbers are not there."""
    numbers: dict[tuple[str, str], set[int]] = {}
    bases = [name.rpartition("/")[2] for name in names]
    for found in filter(None, map(_INSIDE.fullmatch, bases)):
        numbers.setdefault((found["stem"], found["mark"]), set()).add(int(found["number"]))
    alone = {base.rpartition(".")[0] for base in bases}
    for (stem, mark), there in numbers.items():
        first = 0 if mark == "-part" else 1
        held = there | ({first} if stem in alone else set())
        missing = [number for number in range(min(first, *held), max(held)) if number not in held]
        if missing and held - {0}:
            yield from (Gap(part, _numbered(stem, missing)) for part in kind_of(stem))


def kind_of(stem: str) -> tuple[Part, ...]:
    """The parts that a file of this name gives, as far as its words tell."""
    return next((parts for words, parts in _KINDS if any(word in stem.casefold() for word in words)), ())


def _numbered(stem: str, missing: Sequence[int]) -> str:
    many = len(missing) > 1
    return (
        f"the files {plain_name(stem)} are numbered, and number{'s' * many} {ranges(missing)}"
        f" {'are' if many else 'is'} not here; {'they' if many else 'it'} may be in a part of the export"
        " that is not here"
    )


def gaps_of(missing: Sequence[Missing]) -> tuple[Gap, ...]:
    """For each list that may go on in a part that is not here, that it may."""
    return tuple(Gap(part, one.told) for one in missing for part in LISTS)
