"""Packs small exports for tests, honest ones and traps."""

from __future__ import annotations

import io
import json
import shutil
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

A_PICTURE = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\nIDATx\x9cc\x00\x01\x00\x00\x05\x00\x01\r\n-\xb4\x00\x00\x00\x00IEND\xaeB`\x82"
)


def packed(value: Any) -> bytes:
    """The bytes of a member: text and bytes as they are, everything else as JSON."""
    if isinstance(value, bytes):
        return value
    return (value if isinstance(value, str) else json.dumps(value)).encode()


def a_zip(path: Path, members: Mapping[str, Any]) -> Path:
    """A zip of these members."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in members.items():
            archive.writestr(name, packed(value))
    return path


def a_tar(path: Path, members: Mapping[str, Any]) -> Path:
    """A packed tar of these members."""
    with tarfile.open(path, "w:gz") as archive:
        for name, value in members.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(packed(value))
            archive.addfile(entry, io.BytesIO(packed(value)))
    return path


def a_folder(path: Path, members: Mapping[str, Any]) -> Path:
    """A folder of these files."""
    for name, value in members.items():
        file = path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(packed(value))
    return path


def unpacked(folder: Path, archive: Path) -> Path:
    """The folder, with what the archive holds in it."""
    shutil.unpack_archive(archive, folder, "zip")
    return folder


def x_file(kind: str, items: Any, part: int = 0) -> str:
    """A file of X's archive."""
    return f"window.YTD.{kind}.part{part} = {json.dumps(items)}"


def a_tweet(number: int = 1, text: str = "Hello", **more: Any) -> dict[str, Any]:
    """A post as X's archive holds it."""
    made = {"id_str": str(number), "created_at": "Wed Oct 10 20:19:24 +0000 2018", "full_text": text, **more}
    return {"tweet": made}


def x_archive(*tweets: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The members of a small archive of X."""
    account = {"username": "robin_t", "accountId": "77", "accountDisplayName": "Robin T"}
    return {
        "data/account.js": x_file("account", [{"account": {**account, "email": "robin@example.org"}}]),
        "data/profile.js": x_file("profile", [{"profile": {"description": {"bio": "Walks."}}}]),
        "data/tweets.js": x_file("tweets", list(tweets)),
        "data/protected-history.js": x_file("protected_history", []),
        "data/follower.js": x_file("follower", []),
        "data/following.js": x_file("following", []),
        **more,
    }
