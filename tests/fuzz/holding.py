"""What holds of every export, however harmed: it is read, and written and read back it is the same."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from fuzz.whole_exports import Members, files_of

from selfaudit.exports.leftovers import Leftover, people_in
from selfaudit.exports.watching import Watch
from selfaudit.model.codec import from_json, to_json
from selfaudit.model.export import Unreadable
from selfaudit.model.snapshot import Snapshot
from selfaudit.platforms import PLATFORMS

LONGEST = 20
"""Seconds of processor time that the reading of a small export may take."""


class Broken(AssertionError):
    """Something that must hold does not."""


def hold(members: Members, *, watched: bool = False) -> tuple[Snapshot, ...]:
    """Read these files with every reader that recognises them; ``watched``, as `doctor --export` reads.

    Raises:
        Broken: a snapshot is not the same once written and read, or calls a part read that has a gap.
    """
    with _in_time(LONGEST):
        return tuple(_each_held(members, watched=watched))


def _each_held(members: Members, *, watched: bool) -> Iterator[Snapshot]:
    for platform in PLATFORMS:
        reader, files = platform.export, files_of(members)
        files.watch = Watch() if watched else None
        if reader is None:
            continue
        try:
            layout = reader.recognise(files)
            if layout:
                reader.owner(files)
                reader.doubt(files)
        except Unreadable as fault:
            raise Broken(f"{platform.id} falls over while it looks whether this is an export") from fault
        if layout:
            snapshot = reader.read(files, layout, lambda _name: None)
            held(snapshot)
            if files.watch:
                list(Leftover(fields=files.watch.unasked(people_in(snapshot))).lines())
            yield snapshot


def held(snapshot: Snapshot) -> None:
    """Hold one snapshot against all that."""
    again = from_json(Snapshot, to_json(snapshot), "snapshot.json")
    if to_json(again) != to_json(snapshot):
        raise Broken(f"{snapshot.platform} is another once written and read")
    gaps = {gap.part for gap in snapshot.gaps if gap.lens is None}
    if gaps & set(snapshot.read):
        raise Broken(f"{snapshot.platform} calls a part read that has a gap")
    for items in (snapshot.posts, snapshot.connections, snapshot.images):
        if len({item.id for item in items}) != len(items):
            raise Broken(f"{snapshot.platform} has two items of one id")


@contextmanager
def _in_time(seconds: int) -> Iterator[None]:
    def late(_number: int, _frame: FrameType | None) -> None:
        raise Broken(f"reading took more than {seconds} seconds")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
