"""The run's settings, read from config.toml, and where things lie."""

from __future__ import annotations

import hashlib
import os
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PROJECT = HERE.parent
SHARED = Path(os.environ.get("SELFAUDIT_SHARED", PROJECT.parent / "shared")) / "data" / "language"
FETCHED = Path(os.environ.get("SELFAUDIT_FETCHED", PROJECT / "build" / "fetched"))
BUILT = PROJECT / "build" / "training"
NEWEST = "newest"
"""The files of the school corpus that are new to the weights that `further` goes on from."""
CORPUS = ("school", NEWEST)
OURS = (*CORPUS, "everyday", "development", "patterns")
"""Sources written for this project."""
FOUL = ("discriminatory", "offensive", "derogatory", "threat")
PACKAGE = PROJECT / "selfaudit" / "detectors" / "language" / "model"


@dataclass(frozen=True, slots=True)
class Source:
    """One file of one public set."""

    name: str
    path: Path
    licence: str
    fetched: bool


@cache
def settings() -> dict[str, Any]:
    """Everything in config.toml."""
    return tomllib.loads((HERE / "config.toml").read_text(encoding="utf-8"))


def heads() -> tuple[str, ...]:
    """What is asked of each post, in the order of the model's answers."""
    return tuple(settings()["heads"])


def sources() -> list[Source]:
    """The public sets, each proved to be the very file that the settings name."""
    return [Source(row["name"], _found(row), row["licence"], "from" in row) for row in settings()["sets"]]


def _found(row: dict[str, str]) -> Path:
    """Beside the project, or where files were put that ``from`` says the address of."""
    return proved((FETCHED if "from" in row else SHARED) / row["path"], row["sha256"])


def proved(path: Path, sha256: str) -> Path:
    """The path, if the file is there and is the one meant."""
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != sha256:
        raise ValueError(f"{path.name} is not the file that config.toml names: its SHA-256 is {found}.")
    return path
