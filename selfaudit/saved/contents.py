"""What lies in the files given: single files, folders and zip archives, within limits and without escapes.

Nothing is unpacked to disk; a member's name only serves to find it and to name it to the person.
"""

from __future__ import annotations

import os
import posixpath
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

MIB = 2**20
LARGEST_FILE = 256 * MIB
LARGEST_ARCHIVE = 2048 * MIB
MOST_FILES = 20_000
TIGHTEST_RATIO = 200
"""Pages and data shrink to a twentieth at best; a two-hundredth is a trap."""

PAGES = frozenset({".html", ".htm", ".xhtml"})
MHTML = frozenset({".mhtml", ".mht"})
HAR = frozenset({".har"})
JSON = frozenset({".json"})
FEEDS = frozenset({".xml", ".rss", ".atom"})
READABLE = PAGES | MHTML | HAR | JSON | FEEDS
ARCHIVES = frozenset({".zip", ".gz", ".tgz", ".tar", ".7z", ".rar", ".bz2", ".xz"})


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, and why, as the end of a sentence that begins with its name.

    ``ours`` is false where the file is rightly left alone: nothing of the person's own is missing then.
    """

    name: str
    reason: str
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Content:
    """One file's bytes, and a way to the files that were saved beside it."""

    name: str
    data: bytes
    beside: Callable[[str], bytes | None]

    @property
    def kind(self) -> str:
        """The file's ending."""
        return _ending(self.name)


def contents(path: Path) -> Iterator[Content | Refused]:
    """Everything readable at this path."""
    if path.is_dir():
        yield from _folder(path)
    elif _ending(path.name) == ".zip":
        yield from _archive(path)
    elif _ending(path.name) not in READABLE:
        yield Refused(path.name, "is not a saved page (.html, .mhtml, .har, .json, .xml, or a .zip of them)")
    else:
        yield _file(path, path.parent, path.name)


def _ending(name: str) -> str:
    return posixpath.splitext(name)[1].lower()


def _folder(root: Path) -> Iterator[Content | Refused]:
    """Every page below a folder; links are not followed, and what belongs to a page is left to it."""
    seen = 0
    for here, folders, files in os.walk(root):
        folders[:] = sorted(folder for folder in folders if not _belongs(folder, files))
        for name in sorted(files):
            path = Path(here, name)
            shown = path.relative_to(root).as_posix()
            if _ending(name) not in READABLE | {".zip"}:
                continue
            seen += 1
            if seen > MOST_FILES:
                yield Refused(root.name, f"holds more than {MOST_FILES} pages; the rest was left out")
                return
            if path.is_symlink():
                yield Refused(shown, "is a link to somewhere else, which is not followed")
            elif _ending(name) == ".zip":
                yield from _archive(path)
            else:
                yield _file(path, root, shown)


def _belongs(folder: str, files: list[str]) -> bool:
    """Whether a folder holds the pictures of a page beside it ("Page.html" and "Page_files")."""
    stems = [posixpath.splitext(name)[0] for name in files if _ending(name) in PAGES]
    return any(folder.startswith(stem) and folder[len(stem) :][:1] in {"_", "-", "."} for stem in stems)


def _file(path: Path, root: Path, shown: str) -> Content | Refused:
    def beside(address: str) -> bytes | None:
        return _within(root.resolve(), path.parent / unquote(address))

    try:
        if path.stat().st_size > LARGEST_FILE:
            return Refused(shown, f"is larger than {LARGEST_FILE // MIB} MB")
        return Content(shown, path.read_bytes(), beside)
    except OSError as error:
        return Refused(shown, f"cannot be opened ({error.strerror})")


def _within(root: Path, wanted: Path) -> bytes | None:
    """The bytes of a file that really lies inside the folder, or ``None``."""
    try:
        real = wanted.resolve()
        inside = real.is_relative_to(root) and real.is_file() and real.stat().st_size <= LARGEST_FILE
        return real.read_bytes() if inside else None
    except (OSError, ValueError):
        return None


def _archive(path: Path) -> Iterator[Content | Refused]:
    try:
        with zipfile.ZipFile(path) as archive:
            yield from _members(path.name, archive)
    except (zipfile.BadZipFile, OSError, ValueError):
        yield Refused(path.name, "is damaged or not whole, so the archive cannot be opened")


def _members(shown: str, archive: zipfile.ZipFile) -> Iterator[Content | Refused]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    trap = _trap(entries)
    if trap:
        yield Refused(shown, trap)
        return
    known = {_plain(entry.filename): entry for entry in entries if _unsafe(entry) is None}
    folders: dict[str, list[str]] = {}
    for name in known:
        folders.setdefault(posixpath.dirname(name), []).append(posixpath.basename(name))
    for entry in entries:
        name, fault = _plain(entry.filename), _unsafe(entry)
        if fault:
            yield Refused(f"{shown}: {name}", fault)
        elif _ending(name) in READABLE and not _saved_with(name, folders):
            yield _member(shown, name, archive, known)


def _trap(entries: list[zipfile.ZipInfo]) -> str | None:
    """Why an archive is not opened at all, judged by what it says of itself."""
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    if len(entries) > MOST_FILES:
        return f"holds more than {MOST_FILES} files"
    if unpacked > LARGEST_ARCHIVE:
        return f"would be larger than {LARGEST_ARCHIVE // MIB} MB unpacked"
    if unpacked > MIB and unpacked > TIGHTEST_RATIO * max(packed, 1):
        return "is packed so tightly that it looks like a trap"
    return None


def _unsafe(entry: zipfile.ZipInfo) -> str | None:
    name = _plain(entry.filename)
    if name.startswith("/") or name[1:2] == ":" or ".." in name.split("/"):
        return "has a name that leads out of its archive"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a link, which is not followed"
    if entry.flag_bits & 1:
        return "is locked with a password; unlock it and save it again"
    if entry.file_size > LARGEST_FILE:
        return f"is larger than {LARGEST_FILE // MIB} MB"
    return "is an archive inside an archive; unpack it first" if _ending(name) in ARCHIVES else None


def _plain(name: str) -> str:
    return name.replace("\\", "/")


def _saved_with(name: str, folders: dict[str, list[str]]) -> bool:
    """Whether a member lies in the folder of pictures of some page of the same archive."""
    holder = posixpath.dirname(name)
    while holder:
        above, here = posixpath.split(holder)
        if _belongs(here, folders.get(above, [])):
            return True
        holder = above
    return False


def _member(
    shown: str, name: str, archive: zipfile.ZipFile, known: dict[str, zipfile.ZipInfo]
) -> Content | Refused:
    def beside(address: str) -> bytes | None:
        wanted = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(address)))
        return _bytes(archive, known[wanted]) if wanted in known else None

    data = _bytes(archive, known[name])
    if data is None:
        return Refused(f"{shown}: {name}", "is damaged or not whole")
    return Content(f"{shown}: {name}", data, beside)


def _bytes(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    try:
        with archive.open(entry) as member:
            data = member.read(LARGEST_FILE + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        return None
    return data if len(data) <= LARGEST_FILE else None
