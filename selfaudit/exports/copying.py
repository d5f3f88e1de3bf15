"""Pictures are copied out of an export only once its owner has said that it is theirs.

While an export is read, a picture is looked at as far as its first bytes and gets its place in the snapshot
folder. What is copied then are the pictures of the profile and of the owner's own posts, and no film.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from selfaudit.exports.archive import Files
from selfaudit.exports.limits import MIB
from selfaudit.exports.pieces import Piece
from selfaudit.exports.together import files_of
from selfaudit.model.export import Keep, Unreadable
from selfaudit.model.progress import Progress
from selfaudit.model.snapshot import Gap, Image, Post, Snapshot
from selfaudit.model.vocabulary import Part
from selfaudit.saved.pictures import LARGEST_PICTURE, ending_of

_NAME_LENGTH = 24
_MB = 1_000_000
_FEW = 3
_LEFT_FREE = 100 * _MB
"""So much of the disk is never filled with pictures."""
_NO_ROOM = (
    "there is too little room on the disk for a copy of them: {need} MB are needed, {free} MB are free, and"
    " 100 MB are to stay free"
)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A picture that may be copied: in which pieces, under which name, how large it says it is."""

    pieces: tuple[Piece, ...]
    name: str
    size: int


class Copies:
    """The pictures that exports name, until their owner is known."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[str, _Waiting] = {}

    def keeper(self, files: Files, pieces: Sequence[Piece]) -> Keep:
        """Notes the pictures of an export that is being read; nothing is copied yet."""

        def keep(name: str) -> str | None:
            if files.size(name) > LARGEST_PICTURE:
                raise Unreadable(name, f"is larger than {LARGEST_PICTURE // MIB} MB")
            ending = ending_of(files.start(name))
            if ending is None:
                return None
            whole = "\0".join([*(str(piece.path) for piece in pieces), name])
            place = f"media/{sha256(whole.encode('utf-8', 'replace')).hexdigest()[:_NAME_LENGTH]}.{ending}"
            self._waiting[place] = _Waiting(tuple(pieces), name, files.size(name))
            return place

        return keep

    def fetch(self, snapshots: Sequence[Snapshot], progress: Progress) -> tuple[Snapshot, ...]:
        """Copy the owner's pictures; the snapshots, with a gap for each that was not."""
        own = {place for snapshot in snapshots for place in _own(snapshot)}
        wanted = {place: one for place, one in self._waiting.items() if place in own}
        lost: dict[str, str | None] = dict.fromkeys(self._waiting.keys() - own)
        if wanted:
            faults = self._short_of_room(wanted) or self._copied(wanted, progress)
            done = [one.size for place, one in wanted.items() if place not in faults]
            progress.say(f"Copied {len(done):,} of {len(wanted):,} pictures ({sum(done) / _MB:.0f} MB).")
            for reason, count in Counter(faults.values()).most_common(_FEW):
                progress.say(f"Not copied: {count:,} pictures: {reason}.")
            lost |= faults
        return tuple(_without(snapshot, lost) for snapshot in snapshots) if lost else tuple(snapshots)

    def _short_of_room(self, wanted: Mapping[str, _Waiting]) -> dict[str, str]:
        """Every picture with the reason, where the disk cannot take them all."""
        need = sum(one.size for one in wanted.values())
        there = next(one for one in (self._folder, *self._folder.parents) if one.exists())
        free = shutil.disk_usage(there).free
        reason = _NO_ROOM.format(need=f"{need / _MB:,.0f}", free=f"{free / _MB:,.0f}")
        return dict.fromkeys(wanted, reason) if need + _LEFT_FREE > free else {}

    def _copied(self, wanted: Mapping[str, _Waiting], progress: Progress) -> dict[str, str]:
        """Those that could not be copied, with the reason."""
        progress.say("Copying the pictures of your profile and your own posts")
        total, before = sum(one.size for one in wanted.values()), 0
        faults: dict[str, str] = {}
        for _, some in groupby(sorted(wanted.items(), key=_archives_of), key=_archives_of):
            start, these = before, dict(some)
            before += sum(one.size for one in these.values())
            try:
                files = files_of(next(iter(these.values())).pieces, _teller(progress, start, total))
            except Unreadable as gone:
                faults |= dict.fromkeys(these, f"the file {gone}")
                continue
            try:
                copied = {place: self._copy(files, one, place) for place, one in these.items()}
            finally:
                files.close()
            faults |= {place: fault for place, fault in copied.items() if fault}
        return faults

    def _copy(self, files: Files, one: _Waiting, place: str) -> str | None:
        """Why it could not be copied."""
        try:
            data = files.read(one.name, LARGEST_PICTURE)
        except Unreadable as fault:
            return f"the file {fault}"
        file = self._folder / Path(place).name
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
                stream.write(data)
        except OSError as error:
            file.unlink(missing_ok=True)
            return f"a copy of them cannot be written ({error.strerror})"
        return None


def _teller(progress: Progress, start: int, total: int) -> Callable[[int], None]:
    """Tells how much of all is copied, behind what was before this archive."""
    return lambda done: progress.read(min(start + done, total), total)


def _archives_of(item: tuple[str, _Waiting]) -> tuple[Path, ...]:
    return tuple(piece.path for piece in item[1].pieces)


def _own(snapshot: Snapshot) -> Iterable[str]:
    """The pictures of the profile and of the owner's own posts."""
    others = {post.id for post in snapshot.posts if not post.own}
    yield from (place for post in snapshot.posts if post.own for place in post.images)
    yield from (image.file for image in snapshot.images if image.file and image.post not in others)


def _without(snapshot: Snapshot, lost: Mapping[str, str | None]) -> Snapshot:
    """The snapshot without these pictures; a reason that is told becomes a gap."""
    named = {image.file for image in snapshot.images if image.file in lost}
    named |= {place for post in snapshot.posts for place in post.images if place in lost}
    if not named:
        return snapshot
    told = Counter(reason for place in named if place and (reason := lost[place]))
    return replace(
        snapshot,
        images=tuple(_unfiled(image, lost) for image in snapshot.images),
        posts=tuple(_unshown(post, lost) for post in snapshot.posts),
        gaps=(*snapshot.gaps, *(Gap(Part.IMAGES, reason, count) for reason, count in told.items())),
        read=tuple(part for part in snapshot.read if not told or part is not Part.IMAGES),
    )


def _unfiled(image: Image, lost: Mapping[str, str | None]) -> Image:
    return replace(image, file=None) if image.file in lost else image


def _unshown(post: Post, lost: Mapping[str, str | None]) -> Post:
    kept = tuple(place for place in post.images if place not in lost)
    return post if len(kept) == len(post.images) else replace(post, images=kept)
