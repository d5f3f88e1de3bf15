"""The most memory that one import takes, from the archive to the written snapshot."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.peak import peak


@dataclass(frozen=True, slots=True)
class Peak:
    """What one import took.

    Attributes:
        posts: how many posts and comments were read.
        before: MiB once everything is loaded and nothing read.
        read: the peak in MiB when the archive was read.
        written: the peak in MiB when the snapshot was written.
        words: MiB that the texts of the posts and comments take as Python holds them.
        media: how many media files of the archive were opened.
        seconds: processor time.
    """

    posts: int
    before: float
    read: float
    written: float
    words: float
    media: int
    seconds: float


def measure(archive: Path) -> Peak:
    """One import in a program of its own."""
    with TemporaryDirectory() as home:
        command = [sys.executable, "-m", "benchmarks.exports.memory", str(archive), home]
        surroundings = {**os.environ, "SELFAUDIT_HOME": home}
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=surroundings)
    return Peak(**json.loads(done.stdout))


def _import(archive: Path, home: Path) -> dict[str, float]:
    from selfaudit.exports import import_exports
    from selfaudit.exports.archive import Files
    from selfaudit.model.codec import json_pieces
    from selfaudit.model.progress import Silent
    from selfaudit.storage import write_private

    opened: set[str] = set()
    usual = Files.open

    def noting(files: Files, name: str) -> object:
        opened.add(name)
        return usual(files, name)

    Files.open = noting  # type: ignore[method-assign,assignment]  # to see what is opened
    before, began = peak(), time.process_time()
    (snapshot,), _others = import_exports([archive], home / "media", Silent())
    read = peak()
    write_private(home / "snapshot.json", json_pieces(snapshot))
    return {
        "posts": len(snapshot.posts),
        "before": before,
        "read": read,
        "written": peak(),
        "words": sum(sys.getsizeof(post.text) for post in snapshot.posts) / 2**20,
        "media": sum(name.endswith((".mp4", ".jpg")) for name in opened),
        "seconds": time.process_time() - began,
    }


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_import(Path(sys.argv[1]), Path(sys.argv[2]))))
