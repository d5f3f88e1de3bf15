"""What was read of each text and picture, kept beside its snapshot, so that the same check again is quick.

A file of lines for each. Each line carries a sum over itself and the version of what read it: one that was
cut short, damaged or written by another version is passed over, and what it was about is simply read again.
Only folders that selfaudit made get such a file, and it goes when the folder goes or another snapshot takes
its place.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import FileIO
from pathlib import Path

from selfaudit.errors import StorageError
from selfaudit.storage import MARKER, REMEMBERED, write_private

_SUM = 16


@contextmanager
def remembering(folder: Path | None, version: str, name: str = REMEMBERED) -> Iterator[Notes]:
    """The notes that this version left in this folder; nothing is kept in one that is not ours."""
    ours = folder is not None and (folder / MARKER).is_file()
    notes = Notes(folder / name if folder and ours else None, version)
    try:
        yield notes
    finally:
        notes.close()


class Notes:
    """Answers by key, each a line of text. A new one is written at once, so that a kill costs none.

    Where the disk is full or may not be written to, what is new is not kept; that is no error.
    """

    def __init__(self, file: Path | None, version: str) -> None:
        self._file, self._version = file, version
        self._stream: FileIO | None = None
        self._goes_on = False
        self._known = dict(self._kept(file)) if file else {}

    def get(self, key: str) -> str | None:
        """The answer, if it is known."""
        return self._known.get(key)

    def put(self, key: str, answer: str) -> None:
        """Keep an answer, if that can be done."""
        if self._file is None:
            return
        line = f"\n{key} {self._sum(key, answer)} {answer}".encode()
        try:
            self._stream = self._stream or self._opened(self._file)
            whole = self._stream.write(line) == len(line)
        except (OSError, StorageError):
            whole = False
        if not whole:
            self._file = None

    def close(self) -> None:
        """Nothing more is kept."""
        if self._stream:
            self._stream.close()

    def _kept(self, file: Path) -> Iterator[tuple[str, str]]:
        """What stands in the file in whole lines, if this version wrote it."""
        try:
            with file.open(encoding="utf-8", errors="replace", newline="\n") as lines:
                self._goes_on = lines.readline(len(self._version) + 1).rstrip("\n") == self._version
                for line in lines if self._goes_on else ():
                    key, _, rest = line.rstrip("\n").partition(" ")
                    written, _, answer = rest.partition(" ")
                    if written == self._sum(key, answer):
                        yield key, answer
        except OSError:
            return

    def _opened(self, file: Path) -> FileIO:
        """The file to go on with, or a new one; never made again where it was erased meanwhile."""
        if not self._goes_on:
            before = file.parent.stat()
            write_private(file, self._version)
            os.utime(file.parent, ns=(before.st_atime_ns, before.st_mtime_ns))  # a run expires by its time
        return FileIO(file, "a", opener=lambda path, flags: os.open(path, flags & ~os.O_CREAT))

    def _sum(self, key: str, answer: str) -> str:
        """Tells a line that is whole, and of this version, from any other."""
        return sha256(f"{self._version} {key} {answer}".encode(errors="replace")).hexdigest()[:_SUM]
