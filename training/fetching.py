"""``python -m training.fetching CLONES`` puts the public files where training looks for them.

CLONES is a folder with a clone of each repository that ``from`` names in config.toml, as OWNER/NAME, each
with the commit that stands beside it. Nothing is taken from anywhere else. Two sets are put together from
many files.
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from training.settings import FETCHED, proved, settings

Files = dict[str, bytes]


def main() -> None:
    """Writes every file that has an address, and proves each to be the one meant."""
    parser = argparse.ArgumentParser(prog="python -m training.fetching", description=__doc__)
    parser.add_argument("clones", type=Path)
    clones = parser.parse_args().clones
    for row in settings()["sets"]:
        if "from" in row:
            fetch(row, clones)
            proved(FETCHED / row["path"], row["sha256"])


def fetch(row: dict[str, Any], clones: Path) -> None:
    """The set's file and what it needs beside it."""
    address, commit, *within = row["from"].split()
    clone, goal = clones / Path(*address.split("/")[-2:]), FETCHED / row["path"]
    goal.parent.mkdir(parents=True, exist_ok=True)
    put_together = _PUT_TOGETHER.get(row["name"])
    if put_together:
        goal.write_bytes(put_together(_files(clone, commit, *row["parts"])))
        return
    for name in (goal.name, *row.get("beside", ())):
        path = "".join([*within, name])
        goal.with_name(name).write_bytes(_files(clone, commit, path)[path])


def _files(clone: Path, commit: str, *paths: str) -> Files:
    """What the repository holds under these paths, as it was committed."""
    archive = subprocess.run(
        ["git", "-C", str(clone), "archive", "--format=tar", commit, *paths],  # noqa: S607
        capture_output=True,
        check=True,
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as held:
        members = [(member.name, held.extractfile(member)) for member in held if member.isfile()]
        return {name: file.read() for name, file in members if file}


def _hatexplain(files: Files) -> bytes:
    """The posts whose words and label are both there, by their ids."""
    labels = {
        one["annotation_id"]: one["classification"]
        for name, held in files.items()
        if name.startswith("data/")
        for one in json.loads(held)
    }
    words = {name.rpartition("/")[2]: held.decode() for name, held in files.items() if "/docs/" in name}
    both = sorted(labels.keys() & words.keys())
    return _table("id\tclassification\ttext", (f"{one}\t{labels[one]}\t{_line(words[one])}" for one in both))


def _toxigen(files: Files) -> bytes:
    """Each statement of the prompts once, as the first file by name has it: ``hate_`` or ``neutral_``."""
    statements: dict[str, int] = {}
    for name, held in sorted(files.items()):
        for line in held.decode().splitlines():
            for part in line.split("\\n"):
                said = part.strip().removeprefix("-").strip()
                if said:
                    statements.setdefault(said, int("/hate_" in name))
    return _table("hateful\ttext", (f"{hateful}\t{said}" for said, hateful in statements.items()))


def _line(text: str) -> str:
    return " ".join(text.split())


def _table(heading: str, lines: Iterator[str]) -> bytes:
    return "".join(f"{line}\n" for line in (heading, *lines)).encode()


_PUT_TOGETHER: dict[str, Callable[[Files], bytes]] = {"hatexplain": _hatexplain, "toxigen": _toxigen}


if __name__ == "__main__":
    main()
