"""A real Spirit board on loopback for as long as a test needs it, in a folder and on a port of its own."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from real_sites import board_software, school
from real_sites.board_content import CREST, EMAIL, FRIEND, OTHER, OWNER, PASSWORD, THREADS
from real_sites.processes import answers, finished, free_port, serving

_SEED = Path(__file__).with_name("spirit_seed.py")
_KEPT = {
    "auth_user": "username, email, first_name, last_name, password, is_active",
    "spirit_user_userprofile": "user_id, slug, nickname, location, timezone, topic_count, comment_count",
    "spirit_topic_topic": "id, title, user_id, category_id, is_removed, comment_count",
    "spirit_comment_comment": "id, user_id, topic_id, comment, is_removed, likes_count",
    "spirit_comment_like_commentlike": "*",
    "spirit_topic_private_topicprivate": "*",
}
"""All that people made. What the board itself notes of visits (seen, counted, read up to) is left out."""


@dataclass(frozen=True)
class Board:
    """The running board."""

    address: str
    database: Path

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """Everything that people made, as the database has it."""
        with sqlite3.connect(f"file:{self.database}?mode=ro", uri=True) as open_database:
            return {
                table: open_database.execute(f"select {columns} from {table}").fetchall()  # noqa: S608 - names of our own
                for table, columns in _KEPT.items()
            }


def missing() -> str | None:
    """Why a real Spirit cannot run here, or ``None``."""
    return board_software.missing(board_software.spirit_home() / "installed")


@contextmanager
def running() -> Iterator[Board]:
    """A board with the invented content, stopped and erased afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="board-"))
    programs = board_software.spirit_home() / "bin"
    environment = {**os.environ, "PATH": f"{programs}:{os.environ.get('PATH', '')}"}
    environment.pop("PYTHONPATH", None)
    try:
        finished([str(programs / "spirit"), "startproject", "board"], folder, environment)
        site = folder / "board"
        manage = [str(programs / "python"), "manage.py"]
        finished([*manage, "spiritinstall"], site, environment)
        _seed(manage, site, environment)
        address = f"http://127.0.0.1:{free_port()}"
        serve = [*manage, "runserver", "--noreload", address.removeprefix("http://")]
        with serving(serve, site, environment, folder / "board.log", lambda: answers(address)):
            yield Board(address, site / "db.sqlite3")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _seed(manage: list[str], site: Path, environment: Mapping[str, str]) -> None:
    people = [{"username": name, "email": f"{name}@example.org"} for name in (FRIEND, OTHER)]
    content, picture = site / "content.json", site / CREST
    picture.write_bytes(school.as_photo(school.CREST))
    owner = {"username": OWNER, "email": EMAIL, "name": "Alex Teacher", "location": "Larkfield"}
    described = {"people": [owner, *people], "password": PASSWORD, "threads": THREADS, "letter": OWNER}
    content.write_text(json.dumps({**described, "pictures": [str(picture)]}))
    script = f"content = {str(content)!r}\n" + _SEED.read_text()
    finished([*manage, "shell", "-c", script], site, environment)
