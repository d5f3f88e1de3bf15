"""How every export is read: list by list, item by item; what cannot be read becomes a gap of its part."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import chain
from typing import Any, TypeVar

from selfaudit.model.export import Answer, Archive, Doubt, Keep, TableForm, Unreadable
from selfaudit.model.file_names import plain_name
from selfaudit.model.snapshot import Gap, Snapshot
from selfaudit.model.vocabulary import Door, Lens, Part
from selfaudit.platforms.cut_short import ends_early
from selfaudit.platforms.file_dates import made_at
from selfaudit.platforms.merging import each_person, one_each, through
from selfaudit.platforms.reading import GapLog
from selfaudit.platforms.untold import SAVE_LISTS, left_open

Item = TypeVar("Item")

NO_STRANGER = "an export does not show what a stranger sees"
OTHERS_WORDS = "an export does not hold what others wrote under your posts"
ONLY_ADDRESSES = "the addresses of pictures, not the pictures themselves"
NO_SWITCHES = "the export holds no privacy setting"
_BREAKS_OFF = "is empty, or breaks off in the middle: ask for the export again"
_TABLE = TableForm()
_ROWS_NOT_WHOLE = "rows that are not whole"
_SHORTER = "you asked for a shorter time: what is older is not in this export; ask for one of all time"
_MAYBE_SHORTER = "if you limited the dates when you asked, earlier posts are not in here"
_NO_FILES = "pictures that the export names without holding their files"
NOT_INCLUDED = "the export does not hold this; it may not have been ticked when it was asked for"
_SEEN_BY_STRANGERS = (Part.BIO, Part.CONTACT, Part.POSTS, Part.COMMENTS, Part.IMAGES, Part.CONNECTIONS)
CONNECTED_APPS = "apps and websites connected to your account are not looked at; see them in its settings"
UNKNOWN_POST = "posts in a form that this version does not know"
UNKNOWN_COMMENT = "comments in a form that this version does not know"
UNKNOWN_PERSON = "people in a form that this version does not know"
_WORDS = re.compile(r"[^\W\d_]{2}")
_NO_WORDS = re.compile(
    r"\w+://\S*|\S+/\S+|yes|no|true|false|n/?a|none|public|private|everyone|[\d\s:.TZ+-]+(?:UTC)?",
    re.IGNORECASE,
)
_PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".avif", ".heic", "")


def doubt_of_dates(title: str) -> Callable[[Archive], Doubt | None]:
    """The doubt of an export that can be asked for by dates, and does not tell of which it is."""
    question = f"When you asked {title} for this export, which dates did you choose?"
    answers = (Answer("All time"), Answer("A shorter time", gaps=_of_dates(_SHORTER)))
    doubt = Doubt(question, answers, open=_of_dates(_MAYBE_SHORTER))
    return lambda _archive: doubt


def _of_dates(reason: str) -> tuple[Gap, ...]:
    return tuple(Gap(part, reason) for part in (Part.POSTS, Part.COMMENTS, Part.IMAGES))


def _kept_nowhere(_name: str) -> None:
    return None


class Export:
    """One export that is being read: its files, the pictures kept, and what was missed.

    Whoever only asks whose it is keeps no picture.
    """

    def __init__(self, archive: Archive, keep: Keep = _kept_nowhere) -> None:
        self.archive = archive
        self.gaps = GapLog()
        self._keep = keep
        self._found: set[Part] = set()
        self._failed: set[Part] = set()
        self._missed: set[tuple[Part, str]] = set()
        self._parts_of: dict[str, set[Part]] = {}

    @property
    def whole(self) -> tuple[Part, ...]:
        """The parts of which there were files, all of them read to their end."""
        return tuple(part for part in Part if part in self._found - self._failed)

    def own_comments(self) -> list[Gap]:
        """What is not there of comments: those by others; and where no file was found so far, the own too."""
        missing = Part.COMMENTS not in self._found | self._failed
        reasons = [OTHERS_WORDS, *([NOT_INCLUDED] if missing else [])]
        return [Gap(Part.COMMENTS, reason) for reason in reasons]

    def find(self, part: Part, *endings: str) -> tuple[str, ...]:
        """The files of a part; that they are there is noted."""
        found = self.archive.find(*endings)
        self.note(found, part)
        return found

    def note(self, names: Sequence[str], *parts: Part) -> None:
        """Note that these files, where there are any, are of these parts."""
        if names:
            self._found.update(parts)
        for name in names:
            self._parts_of.setdefault(plain_name(name), set()).update(parts)

    def items(self, part: Part, names: Iterable[str], *keys: str) -> Iterator[Any]:
        """The items of these files, one after the other; a damaged file gives those before the damage."""
        for name in names:
            yield from self._guarded(part, partial(self.archive.items, name, *keys))

    def rows(self, part: Part, names: Iterable[str], form: TableForm = _TABLE) -> Iterator[dict[str, str]]:
        """The rows of these tables; those that do not fit their heading are counted too."""

        def odd() -> None:
            self.fell_short(part, _ROWS_NOT_WHOLE)

        for name in names:
            yield from self._guarded(part, partial(self.archive.rows, name, form, odd))

    def json(self, part: Part, name: str | None) -> Any:
        """The value of a file, ``None`` where there is none or it cannot be read."""
        return next(self._guarded(part, lambda: [self.archive.json(name)]), None) if name else None

    def first(self, part: Part, *endings: str) -> Any:
        """The value of the first file of these names, as `json` gives it; it is not noted as found."""
        return self.json(part, next(iter(self.archive.find(*endings)), None))

    def text(self, part: Part, name: str | None) -> str:
        """The text of a file, ``""`` where there is none or it cannot be read."""
        return next(self._guarded(part, lambda: [self.archive.text(name)]), "") if name else ""

    def page(self, name: str, *parts: Part) -> str:
        """The text of a page of these parts; one that breaks off is told, and none of them is whole by it."""
        page, fault = "", None
        try:
            page = self.archive.text(name)
            fault = Unreadable(name, _BREAKS_OFF) if ends_early(page) else None
        except Unreadable as damage:
            fault = damage
        if fault:
            for part in parts:
                self.miss(part, fault)
        return page

    def keep(self, part: Part, parse: Callable[[Any], Item], raws: Iterable[Any]) -> tuple[Item, ...]:
        """Every item that could be read; the others are counted."""
        return self.gaps.keep(part, parse, raws)

    def picture(self, *endings: str) -> str | None:
        """Keep the picture of this path, if it is there and is one."""
        for name in self.archive.find(*endings):
            if name[name.rfind(".") :].lower() in _PICTURES or "." not in name.rpartition("/")[2]:
                try:
                    return self._keep(name)
                except Unreadable as fault:
                    self.miss(Part.IMAGES, fault)
        return None

    def miss(self, part: Part, fault: Unreadable) -> None:
        """Note a file that could not be read to its end; it counts once, however often it is gone through.

        Every part that the file was noted for suffers.
        """
        for one in sorted({part, *self._parts_of.get(fault.name, ())}):
            self._failed.add(one)
            if (one, str(fault)) not in self._missed:
                self._missed.add((one, str(fault)))
                self.gaps.miss(one, f"the file {fault}")

    def fell_short(self, part: Part, reason: str, count: int | None = None) -> None:
        """Note that a part is not whole, for a reason other than a damaged file."""
        self._failed.add(part)
        self.gaps.miss(part, reason, count or 1)

    def _guarded(self, part: Part, read: Callable[[], Iterable[Any]]) -> Iterator[Any]:
        try:
            yield from read()
        except Unreadable as fault:
            self.miss(part, fault)


def finished(
    snapshot: Snapshot, export: Export, gaps: Sequence[Gap] = (), names: str = SAVE_LISTS
) -> Snapshot:
    """The snapshot as its owner's export: what was read to its end, what was not there, whose eyes, when.

    Args:
        snapshot: what the reader found; its ``read`` and ``gaps`` are added to.
        export: what it was read from.
        gaps: what this network's exports never hold.
        names: what to do where people come without their names.
    """
    owned = _seen_by_owner(
        replace(
            snapshot,
            door=Door.EXPORT,
            posts=one_each(snapshot.posts),
            connections=each_person(snapshot.connections),
            images=one_each(snapshot.images),
        )
    )
    missing_files = sum(image.file is None for image in owned.images)
    if missing_files:
        export.fell_short(Part.IMAGES, _NO_FILES, missing_files)
    open_still = left_open(owned.connections, names)
    told = (*owned.gaps, *gaps, *export.gaps.gaps, *open_still)
    mentioned = {gap.part for gap in told if gap.lens is not Lens.PUBLIC}
    read = tuple(part for part in Part if part in {*snapshot.read, *export.whole} and part not in mentioned)
    known = {*read, *mentioned, *owned.lacks}
    missing = [Gap(part, NOT_INCLUDED) for part in Part if part not in known and part is not Part.OTHER]
    blind = [
        Gap(part, NO_STRANGER, lens=Lens.PUBLIC) for part in _SEEN_BY_STRANGERS if part not in owned.lacks
    ]
    taken_at = owned.taken_at or made_at(export.archive.shown)
    return replace(owned, read=read, gaps=(*told, *missing, *blind), taken_at=taken_at)


def _seen_by_owner(snapshot: Snapshot) -> Snapshot:
    """The snapshot with every item marked so.

    Items are marked where they are: they were made a moment ago and nobody else holds them, and a copy of
    each of some hundred thousand would cost as much as reading them did.
    """
    seen = (Lens.OWNER,)
    for item in chain(snapshot.posts, snapshot.connections, snapshot.images):
        object.__setattr__(item, "lenses", seen)
    rest = through(Lens.OWNER, replace(snapshot, posts=(), connections=(), images=()))
    return replace(rest, posts=snapshot.posts, connections=snapshot.connections, images=snapshot.images)


def fields(*lines: str) -> frozenset[str]:
    """Names of fields, written with spaces between them, as `words_elsewhere` wants them."""
    return frozenset(name for line in lines for name in line.split())


def words_elsewhere(held: Any, known: Container[str]) -> bool:
    """Whether an item has words under a name that this version does not know.

    Where it has none under the names that are known, its words went by another name since: then "no words"
    would be wrong.

    Args:
        held: the item.
        known: the names of its fields in small letters, without signs; what they hold is passed over.
    """
    if isinstance(held, dict):
        # Past what notes the names that are asked for: going through all is not reading.
        told = dict.items(held)
        return any(words_elsewhere(inner, known) for name, inner in told if _plain(name) not in known)
    if isinstance(held, list):
        return any(words_elsewhere(inner, known) for inner in held)
    return isinstance(held, str) and bool(_WORDS.search(held)) and _NO_WORDS.fullmatch(held.strip()) is None


def _plain(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())


def not_looked_at(archive: Archive, files: Mapping[str, tuple[Part, str]]) -> list[Gap]:
    """A gap for each reason for which files of an export, by how their paths end, are left unread.

    Args:
        archive: the export.
        files: the end of a path -> the part that the file is of, and why it is left.
    """
    told = (Gap(part, reason) for ending, (part, reason) in files.items() if archive.find(ending))
    return list(dict.fromkeys(told))


def stamp(time: datetime | None) -> str:
    """A moment as part of a name, ``20240101T101500``; ``undated`` where none is known."""
    return time.isoformat(timespec="seconds")[:19].replace("-", "").replace(":", "") if time else "undated"


def mark_of(*texts: str, length: int = 8) -> str:
    """What stands for these texts in a name: the same signs for the same texts."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "replace")).hexdigest()[:length]


def not_told(gaps: Iterable[Gap]) -> tuple[Gap, ...]:
    """The gaps of a table of switches, in the words of an export."""
    words = ("the pages that were read do not show these", "the export does not tell these")
    return tuple(replace(gap, reason=gap.reason.replace(*words)) for gap in gaps)
