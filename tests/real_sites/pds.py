"""A real Bluesky server (PDS) on loopback for as long as a test needs it, with ids and ports of its own."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from real_sites import pds_content as content
from real_sites.pds_software import node_home, pds_home
from real_sites.processes import answers, free_port, serving

_HERE = Path(__file__).parent
_PASSING = {"device", "account_device", "refresh_token", "used_refresh_token"}
"""What the server notes of who looks in, whoever it is."""


@dataclass(frozen=True)
class Account:
    """Somebody who can write on the server."""

    address: str
    did: str
    token: str

    def store(self, picture: bytes) -> dict[str, Any]:
        """Store a picture; how records name it."""
        headers = {"Content-Type": "image/png", **self._proof}
        return dict(_post(f"{self.address}/xrpc/com.atproto.repo.uploadBlob", picture, headers)["blob"])

    def write(self, *records: dict[str, Any], key: str | None = None) -> list[dict[str, str]]:
        """Write records; their addresses and sums."""
        named = {"rkey": key} if key else {}
        kind = "com.atproto.repo.applyWrites#create"
        writes = [{"$type": kind, "collection": one["$type"], "value": one, **named} for one in records]
        asked = {"repo": self.did, "writes": writes}
        told = _call(self.address, "com.atproto.repo.applyWrites", asked, self._proof)
        return [{"uri": one["uri"], "cid": one["cid"]} for one in told["results"]]

    @property
    def _proof(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@dataclass(frozen=True)
class Server:
    """The running server, whom its ids name, and the posts that were written."""

    address: str
    people: dict[str, str]
    posts: dict[str, dict[str, Any]]
    folder: Path

    def contents(self) -> dict[str, str]:
        """A sum of everything that the server keeps; what it notes of mere visits is left out."""
        files = [*self.folder.glob("*/account.sqlite"), *self.folder.glob("*/actors/**/store.sqlite")]
        return {str(file.relative_to(self.folder)): _sum_of(file) for file in files}


def _sum_of(file: Path) -> str:
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        names = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
        kept = [name for name in sorted(names) if name not in _PASSING]
        rows = [database.execute(f'select * from "{name}"').fetchall() for name in kept]  # noqa: S608 - its own names
    return hashlib.sha256(repr(list(zip(kept, rows, strict=True))).encode()).hexdigest()


@contextmanager
def running() -> Iterator[Server]:
    """A server with the invented content, stopped and erased afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="pds-"))
    port, directory = free_port(), free_port()
    address = f"http://localhost:{port}"
    node, loopback = node_home() / "bin" / "node", _HERE / "pds_loopback.cjs"
    command = [str(node), "--require", str(loopback), str(_HERE / "pds_server.mjs"), str(pds_home())]
    try:
        environment = {**os.environ, "TMPDIR": str(folder)}
        with serving(
            [*command, str(port), str(directory)],
            folder,
            environment,
            folder / "server.log",
            lambda: answers(f"{address}/xrpc/_health"),
        ):
            yield _seeded(address, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _seeded(address: str, folder: Path) -> Server:
    handles = (content.OWNER, content.FRIEND, content.BLOCKED, content.PUPIL)
    owner, friend, blocked, pupil = (_join(address, handle) for handle in handles)
    friend.write(_profile(content.FRIEND_NAME, content.FRIEND_BIO), key="self")
    pupil.write(_profile(content.PUPIL_NAME, content.PUPIL_BIO), key="self")
    (theirs,) = friend.write(content.a_post(content.FRIENDS_TEXT, 150))
    labels = {"$type": "com.atproto.label.defs#selfLabels", "values": [{"val": content.LABEL}]}
    avatar = owner.store(content.AVATAR)
    owner.write(_profile(content.NAME, content.BIO, avatar=avatar, labels=labels), key="self")
    records = [*content.DIARY, content.LINKED, content.shown(owner.store(content.PHOTO))]
    records.append(content.answering(content.ANSWER_TEXT, 160, theirs))
    written = owner.write(*records)
    further = [content.answering(content.AGAIN_TEXT, 170, written[-2]), *content.TALK]
    records += further
    written += owner.write(*further)
    friend.write(content.answering("You tell them!", 180, written[0]), _about("graph.follow", owner.did))
    for followed in (friend.did, content.ELSEWHERE, pupil.did):
        owner.write(_about("graph.follow", followed))
    owner.write(
        _about("graph.block", blocked.did), _about("feed.like", theirs), _about("feed.repost", theirs)
    )
    owner.write({"$type": "chat.bsky.actor.declaration", "allowIncoming": "all"}, key="self")
    people = dict(zip(handles, (owner.did, friend.did, blocked.did, pupil.did), strict=True))
    keys = [one["uri"].rpartition("/")[2] for one in written]
    return Server(address, people, dict(zip(keys, records, strict=True)), folder)


def _profile(name: str, about: str, **more: Any) -> dict[str, Any]:
    return {"$type": "app.bsky.actor.profile", "displayName": name, "description": about, **more}


def _about(kind: str, subject: Any) -> dict[str, Any]:
    return {"$type": f"app.bsky.{kind}", "subject": subject, "createdAt": "2026-03-02T08:00:00.000Z"}


def _join(address: str, handle: str) -> Account:
    email = content.EMAIL if handle == content.OWNER else f"{handle.partition('.')[0]}@example.org"
    asked = {"handle": handle, "email": email, "password": content.PASSWORD}
    told = _call(address, "com.atproto.server.createAccount", asked, {})
    return Account(address, told["did"], told["accessJwt"])


def _call(address: str, method: str, asked: dict[str, Any], headers: dict[str, str]) -> dict[str, Any]:
    body = json.dumps(asked).encode()
    return _post(f"{address}/xrpc/{method}", body, {"Content-Type": "application/json", **headers})


def _post(address: str, body: bytes, headers: dict[str, str]) -> dict[str, Any]:
    with urlopen(Request(address, body, headers), timeout=30) as answer:  # noqa: S310 - our own server
        return dict(json.load(answer))
