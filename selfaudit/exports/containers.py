"""What an export comes in: a zip, a tar, a folder, a lone file. Nothing is ever unpacked to disk.

A container lists its members and opens them; those that it refuses it names with the reason.
"""

from __future__ import annotations

import io
import os
import posixpath
import re
import stat
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from selfaudit.exports.limits import (
    CLOSED,
    CUT_SHORT,
    FAULTS,
    FREE,
    LARGEST_TOTAL,
    LARGEST_WHOLE,
    MIB,
    MOST_FILES,
    TIGHTEST_RATIO,
    TRAP,
    UNENTERED,
    Bounded,
    Meter,
)
from selfaudit.model.export import DAMAGED, Unreadable
from selfaudit.saved.kinds import why_no_file

ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz", ".gz", ".7z", ".rar", ".bz2", ".xz")
_PACKED_AGAIN = re.compile(r"(?:^|/)(?:posts|\d+_uploads)\.zip$")
"""Archives that belong to what lies around them: Tumblr packs its posts once more, NodeBB the uploads."""
_NOISE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
_LEADS_OUT = "has a name that leads out of its archive"
_OF_A_KIND = f"{DAMAGED}, or of a kind that cannot be opened; unpack it first"
_LINK = "is a link, which is not followed"
NESTED = "is an archive inside an archive; unpack it first if it holds anything of yours"
LOCKED = "is locked with a password; unlock it and try again"
_TWICE = "stands {count} times in its archive; which of them is right cannot be told"


@dataclass(frozen=True, slots=True)
class Member:
    """One file: how to open it, how large it says it is, and how much room it takes.

    Attributes:
        mark: what is the same for the same content, where the archive tells it.
        shut: whether it cannot be opened, so that there is no more of it than its name.
    """

    name: str
    size: int
    packed: int
    opened: Callable[[], IO[bytes]]
    mark: int | None = None
    shut: bool = False


@dataclass(slots=True)
class Container:
    """The members by name. A name that occurs twice gets a number before it, so that nothing is lost.

    Attributes:
        held: what has to be closed in the end.
    """

    shown: str
    members: dict[str, Member] = field(default_factory=dict)
    refused: list[Unreadable] = field(default_factory=list)
    held: ExitStack = field(default_factory=ExitStack)

    def take(self, member: Member) -> None:
        """Add a member under a name of its own."""
        name, number = member.name, 2
        while name in self.members:
            name, number = f"({number})/{member.name}", number + 1
        self.members[name] = member

    def refuse(self, name: str, reason: str) -> None:
        """Note a member that is not read."""
        self.refused.append(Unreadable(name, reason))

    def narrow(self, place: str) -> None:
        """Keep what lies in one folder, or one file, under its name in there."""
        start = f"{place}/"
        kept = {name: one for name, one in self.members.items() if name == place or name.startswith(start)}
        self.members = {}
        for name, one in kept.items():
            self.take(replace(one, name=name.removeprefix(start)))
        self.refused = [one for one in self.refused if one.name == place or one.name.startswith(start)]

    def shut(self, name: str, reason: str) -> None:
        """Note a member that cannot be opened: whoever looks for it finds it there, and why."""

        def opened() -> IO[bytes]:
            raise Unreadable(name, reason)

        self.refuse(name, reason)
        self.take(Member(name, 0, 0, opened, shut=True))

    def note_doubles(self) -> None:
        """Note each name under which an archive holds files that differ."""
        alike: dict[str, list[Member]] = {}
        for member in self.members.values():
            alike.setdefault(member.name, []).append(member)
        for name, members in alike.items():
            same = len({(one.size, one.mark) for one in members}) == 1 and members[0].mark is not None
            if len(members) > 1 and not same:
                self.refuse(name, _TWICE.format(count=len(members)))


def contained(path: Path) -> Container:
    """The container at this path, which may lead to a folder or a file inside an archive.

    Raises:
        Unreadable: it cannot be opened at all.
    """
    outer = next((one for one in path.parents if one.is_file()), None)
    if outer is None:
        return _opened(path)
    container = _opened(outer)
    container.narrow(path.relative_to(outer).as_posix())
    return container


def _opened(path: Path) -> Container:
    container = Container(path.name)
    try:
        if fault := why_no_file(path):
            raise Unreadable(path.name, fault)
        with nullcontext() if path.is_dir() else path.open("rb"):
            pass  # whether it may be opened: what is made of it later would take that for damage
        if path.is_dir():
            _folder(path, container)
        elif zipfile.is_zipfile(path):
            _zip(path.name, path, container)
        elif path.name.lower().endswith((".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tar.xz")):
            _tar(path, container)
        elif path.name.lower().endswith(ARCHIVES):
            raise Unreadable(path.name, CUT_SHORT if path.name.lower().endswith(".zip") else _OF_A_KIND)
        else:
            container.take(_file(path.name, path))
        _open_packed_again(container)
        container.note_doubles()
    except (*FAULTS, tarfile.TarError) as error:
        container.held.close()
        fault = CLOSED if isinstance(error, PermissionError) else CUT_SHORT
        raise error if isinstance(error, Unreadable) else Unreadable(path.name, fault) from error
    return container


def _open_packed_again(container: Container) -> None:
    """Put the files of an archive that a network packed into its own in its place: one level deep."""
    for name in [name for name in container.members if _PACKED_AGAIN.search(name)]:
        member = container.members.pop(name)
        try:
            with Bounded(name, member.opened(), member.packed, Meter()) as stream:
                data = io.BufferedReader(stream).read(LARGEST_WHOLE + 1)
            if len(data) > LARGEST_WHOLE:
                raise Unreadable(name, f"is larger than {LARGEST_WHOLE // MIB} MB; unpack it first")
            _zip(name, io.BytesIO(data), container, f"{posixpath.splitext(name)[0]}/")
        except FAULTS as error:
            fault = error if isinstance(error, Unreadable) else Unreadable(name, DAMAGED)
            container.refused.append(fault)


def fault_of(name: str, *, within: str = "") -> str | None:
    """Why a member of this name is never read, or ``None``; ``within`` an archive that was opened already."""
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/") or "\0" in name:
        return _LEADS_OUT
    again = _PACKED_AGAIN.search(name) is not None and not within
    nested = name.lower().endswith(ARCHIVES) and not again
    return NESTED if nested else None


def _is_noise(name: str) -> bool:
    return name.startswith(_NOISE[0]) or posixpath.basename(name) in _NOISE or "/__MACOSX/" in name


def _zip(shown: str, packed: Path | IO[bytes], container: Container, within: str = "") -> None:
    archive = container.held.enter_context(zipfile.ZipFile(packed))
    entries = archive.infolist()
    if len(entries) > MOST_FILES:
        raise Unreadable(shown, f"holds more than {MOST_FILES} files")
    for entry in entries:
        name = within + entry.filename.replace("\\", "/")
        if entry.is_dir() or _is_noise(name):
            continue
        if fault := fault_of(name, within=within):
            container.refuse(name, fault)
        elif fault := _fault_of_entry(entry):
            container.shut(name, fault)
        else:
            opened = _opener(archive, entry)
            container.take(Member(name, entry.file_size, entry.compress_size, opened, mark=entry.CRC))


def _opener(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: archive.open(entry)


def _fault_of_entry(entry: zipfile.ZipInfo) -> str | None:
    if stat.S_ISLNK(entry.external_attr >> 16):
        return _LINK
    return LOCKED if entry.flag_bits & 1 else None


def _tar(path: Path, container: Container) -> None:
    archive = container.held.enter_context(tarfile.TarFile.open(path))
    room, total, listed = path.stat().st_size, 0, 0
    for listed, entry in enumerate(_entries(archive, path.name), 1):
        total += entry.size
        _honest(path.name, listed, total, room)
        _take_entry(archive, entry, container)


def _entries(archive: tarfile.TarFile, shown: str) -> Iterator[tarfile.TarInfo]:
    """The members one by one: what a header claims is looked at before the next one is sought."""
    while True:
        try:
            entry = archive.next()
        except (*FAULTS, tarfile.TarError) as error:
            raise Unreadable(shown, CUT_SHORT) from error
        if entry is None:
            return
        yield entry


def _honest(shown: str, listed: int, total: int, room: int) -> None:
    if listed > MOST_FILES:
        raise Unreadable(shown, f"holds more than {MOST_FILES} files")
    if total > LARGEST_TOTAL:
        raise Unreadable(shown, f"would be larger than {LARGEST_TOTAL // MIB} MB unpacked")
    if total > FREE and total > TIGHTEST_RATIO * room:
        raise Unreadable(shown, TRAP)


def _take_entry(archive: tarfile.TarFile, entry: tarfile.TarInfo, container: Container) -> None:
    name = entry.name.removeprefix("./")
    if entry.isdir() or _is_noise(name):
        return
    if fault := fault_of(name):
        container.refuse(name, fault)
    elif not entry.isreg():
        container.shut(name, _LINK)
    else:
        container.take(Member(name, entry.size, entry.size, _extractor(archive, entry)))


def _extractor(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> Callable[[], IO[bytes]]:
    def opened() -> IO[bytes]:
        stream = archive.extractfile(entry)
        if stream is None:
            raise Unreadable(entry.name, DAMAGED)
        return stream

    return opened


def _file(name: str, path: Path) -> Member:
    size = path.stat().st_size
    return Member(name, size, size, lambda: path.open("rb"))


def _folder(root: Path, container: Container) -> None:
    """Every file below a folder; links are not followed. A folder that cannot be opened is told."""

    def closed(error: OSError) -> None:
        place = Path(error.filename)
        if place == root:
            raise Unreadable(root.name, CLOSED) from error
        container.refuse(place.relative_to(root).as_posix(), UNENTERED)

    for here, folders, files in os.walk(root, onerror=closed):
        folders.sort()
        for name in sorted(files):
            path = Path(here, name)
            shown = path.relative_to(root).as_posix()
            if _is_noise(shown):
                continue
            if len(container.members) >= MOST_FILES:
                raise Unreadable(root.name, f"holds more than {MOST_FILES} files")
            if fault := _LINK if path.is_symlink() else why_no_file(path):
                container.shut(shown, fault)
            elif fault := fault_of(shown):
                container.refuse(shown, fault)
            else:
                container.take(_file(shown, path))
