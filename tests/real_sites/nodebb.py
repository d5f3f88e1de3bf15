"""A real NodeBB board on loopback for as long as a test needs it, with a database and ports of its own."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from real_sites import board_software, school
from real_sites.board_content import ADDRESS, CREST, EMAIL, FRIEND, OTHER, OWNER, PASSWORD, PUPIL, THREADS
from real_sites.processes import answers, finished, free_port, listens, serving

_SEED = Path(__file__).with_name("nodebb_seed.js")
ABOUT = f"Year 4 teacher at Larkfield Primary School. Write to {ADDRESS}"
WEBSITE = "https://alex.example.org"
_FETCHING = ("nodebb-plugin-emoji-extended", "nodebb-plugin-emoji-one")
"""Plugins that would load pictures from elsewhere when the board starts."""


@dataclass(frozen=True)
class Board:
    """The running board, and the numbers that it gave to people and posts."""

    address: str
    people: dict[str, int]
    posts: dict[str, int]


def missing() -> str | None:
    """Why a real NodeBB cannot run here, or ``None``."""
    return board_software.missing(
        board_software.nodebb_home() / "node_modules", programs=("node", "redis-server", "redis-cli")
    )


@contextmanager
def running() -> Iterator[Board]:
    """A board with the invented content, stopped and erased afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="board-"))
    try:
        with ExitStack() as stack:
            database, port = free_port(), free_port()
            stack.enter_context(_database(folder, database))
            address = f"http://127.0.0.1:{port}"
            site = _set_up(folder, database, address)
            written = _seeded(folder, site)
            log = folder / "board.log"
            command = ["node", "app"]
            stack.enter_context(serving(command, site, os.environ, log, lambda: answers(address)))
            yield Board(address, written["people"], written["posts"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _database(folder: Path, port: int) -> AbstractContextManager[None]:
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
    return serving(command, folder, os.environ, folder / "database.log", lambda: listens(port))


def _set_up(folder: Path, database: int, address: str) -> Path:
    """The program's folder, after its own set-up; it writes beside its files, so each run has a copy."""
    home, site = board_software.nodebb_home(), folder / "site"
    shutil.copytree(home, site, ignore=shutil.ignore_patterns("node_modules"))
    (site / "node_modules").symlink_to(home / "node_modules")
    for name in ("sounds", "files", "profile"):
        (site / "public" / "uploads" / name).mkdir(parents=True, exist_ok=True)
    reached = {"host": "127.0.0.1", "port": str(database), "password": "", "database": "0"}
    chosen = {"url": address, "secret": "an invented secret", "database": "redis"}
    administrator = {
        "admin:username": "warden",
        "admin:email": "warden@example.org",
        "admin:password": "another invented password",
        "admin:password:confirm": "another invented password",
    }
    given = {**chosen, **{f"redis:{name}": value for name, value in reached.items()}, **administrator}
    finished(["node", "app", f"--setup={json.dumps(given)}"], site, os.environ)
    finished(["redis-cli", "-p", str(database), "zrem", "plugins:active", *_FETCHING], site, os.environ)
    (site / "config.json").write_text(json.dumps({**chosen, "redis": reached, "bind_address": "127.0.0.1"}))
    return site


def _seeded(folder: Path, site: Path) -> dict[str, Any]:
    owner = {
        "username": OWNER,
        "email": EMAIL,
        "fields": {
            "fullname": "Alex Teacher",
            "aboutme": ABOUT,
            "website": WEBSITE,
            "signature": "Tea first",
        },
        "settings": {"showemail": "1", "showfullname": "1", "restrictChat": "0"},
    }
    others = [{"username": name, "email": f"{name}@example.org"} for name in (FRIEND, OTHER, PUPIL)]
    content, picture = folder / "content.json", folder / CREST
    picture.write_bytes(school.as_photo(school.CREST))
    described = {
        "people": [owner, *others],
        "password": PASSWORD,
        "threads": THREADS,
        "pictures": [str(picture)],
    }
    follows = [[OWNER, FRIEND], *([name, OWNER] for name in (FRIEND, OTHER, PUPIL))]
    content.write_text(json.dumps({**described, "follows": follows}))
    written = finished(["node", str(_SEED), str(site / "config.json"), str(content)], site, os.environ)
    return dict(json.loads(written.splitlines()[-1]))
