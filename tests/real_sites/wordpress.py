"""A real WordPress on loopback for as long as a test needs it, with a database, folder and ports of its own.

Nothing outside the test's folders is written. Every process that is started is stopped again, by its id.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

_SOURCE = Path("/usr/share/wordpress")
_PROGRAMS = ("php", "mariadbd", "mysql_install_db", "mariadb")
_HERE = Path(__file__).parent
_PATIENCE = 60.0


@dataclass(frozen=True)
class Blog:
    """The running site, and the numbers that its database gave to what was written."""

    address: str
    posts: Mapping[str, int]
    people: Mapping[str, int]
    socket: Path

    def rows(self) -> dict[str, str]:
        """Everything in the database, a sum of the content for each table; sign-in tokens left out."""
        return {table: self._ask(_sum_of(table)) for table in self._ask("show tables").split()}

    def _ask(self, query: str) -> str:
        command = [
            "mariadb",
            f"--socket={self.socket}",
            "--user=root",
            "--batch",
            "--skip-column-names",
            "blog",
        ]
        done = subprocess.run([*command, "-e", query], capture_output=True, text=True, check=True, timeout=30)
        return done.stdout.strip()


_PASSING = {
    "wp_usermeta": ("umeta_id, meta_key, meta_value", "meta_key <> 'session_tokens'"),
    # What WordPress itself keeps for a while to be quicker, whoever visits.
    "wp_options": (
        "option_name, option_value",
        "option_name not like '%\\_transient\\_%' and option_name <> 'cron'",
    ),
}


def _sum_of(table: str) -> str:
    if table not in _PASSING:
        return f"checksum table {table}"
    columns, which = _PASSING[table]
    summed = f"sum(crc32(concat_ws('|', {columns})))"
    return f"select count(*), {summed} from {table} where {which}"  # noqa: S608 - names of our own


def missing() -> str | None:
    """Why a real WordPress cannot run here, or ``None``."""
    absent = [name for name in _PROGRAMS if shutil.which(name, path=_path()) is None]
    if not (_SOURCE / "wp-settings.php").is_file():
        absent.append("wordpress")
    return f"not installed: {', '.join(absent)} (make real-sites)" if absent else None


@contextmanager
def running(described: Mapping[str, Any]) -> Iterator[Blog]:
    """A blog with this content, stopped and erased afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="blog-"))
    # The database runs as a user of its own, which must be able to reach its folder.
    folder.chmod(0o755)
    started: list[subprocess.Popen[bytes]] = []
    try:
        place = _database(folder, started)
        address = f"http://127.0.0.1:{_free_port()}"
        root = _document_root(folder, place, address)
        numbers = _seeded(folder, root, address, described)
        _serve(root, address, folder, started)
        yield Blog(address, numbers["posts"], numbers["people"], place)
    finally:
        for process in reversed(started):
            # The web server's workers do not end with it: the whole group that it leads is told.
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


def _path() -> str:
    return f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin"


def _free_port() -> int:
    with socket.socket() as waiting:
        waiting.bind(("127.0.0.1", 0))
        return int(waiting.getsockname()[1])


def _database(folder: Path, started: list[subprocess.Popen[bytes]]) -> Path:
    """Starts a private database and returns its socket."""
    data = folder / "database"
    data.mkdir()
    whom = []
    if os.geteuid() == 0:
        shutil.chown(data, "mysql", "mysql")
        whom = ["--user=mysql"]
    install = ["mysql_install_db", "--no-defaults", *whom, f"--datadir={data}", "--skip-test-db"]
    _run([*install, "--auth-root-authentication-method=normal"])
    place = data / "my.sock"
    options = ["--no-defaults", *whom, f"--datadir={data}", f"--socket={place}", "--skip-networking"]
    started.append(_start(["mariadbd", *options, f"--pid-file={data}/pid"], folder / "database.log"))
    client = ["mariadb", f"--socket={place}", "--user=root", "-e", "create database blog"]
    _until(lambda: subprocess.run(client, capture_output=True, check=False).returncode == 0, "the database")
    return place


def _document_root(folder: Path, place: Path, address: str) -> Path:
    """The site's folder: links to the installed program, with a configuration and uploads of its own."""
    root = folder / "site"
    root.mkdir()
    for entry in _SOURCE.iterdir():
        if entry.name not in {"wp-content", "wp-config.php", ".htaccess"}:
            (root / entry.name).symlink_to(entry)
    (root / "wp-content").mkdir()
    (root / "wp-content" / "uploads").mkdir()
    for name in ("themes", "plugins"):
        (root / "wp-content" / name).symlink_to(_SOURCE / "wp-content" / name)
    settings = {
        "DB_NAME": "blog",
        "DB_USER": "root",
        "DB_PASSWORD": "",
        "DB_HOST": f"localhost:{place}",
        "WP_HOME": address,
        "WP_SITEURL": address,
        "WP_CONTENT_DIR": str(root / "wp-content"),
    }
    # Without these WordPress would make keys of its own at the first sign-in and write them down.
    kinds = ("AUTH", "SECURE_AUTH", "LOGGED_IN", "NONCE")
    settings |= {f"{kind}_{what}": f"invented {kind} {what}" for kind in kinds for what in ("KEY", "SALT")}
    lines = [f"define({json.dumps(name)}, {json.dumps(value)});" for name, value in settings.items()]
    lines += [f"define('{name}', true);" for name in ("WP_HTTP_BLOCK_EXTERNAL", "DISABLE_WP_CRON")]
    lines += ["$table_prefix = 'wp_';", "require_once ABSPATH . 'wp-settings.php';"]
    (root / "wp-config.php").write_text("<?php\n" + "\n".join(lines))
    # The program's files are links: without this they would look for a configuration where they really lie.
    (folder / "before.php").write_text(f"<?php define('ABSPATH', {json.dumps(str(root) + '/')});")
    return root


def _php(folder: Path) -> list[str]:
    options = {
        "auto_prepend_file": folder / "before.php",
        "opcache.enable_cli": 1,
        "display_errors": "stderr",
        "sendmail_path": "/bin/true",
    }
    return ["php", *(f"-d{name}={value}" for name, value in options.items())]


def _seeded(folder: Path, root: Path, address: str, described: Mapping[str, Any]) -> dict[str, Any]:
    content = folder / "content.json"
    content.write_text(json.dumps(described))
    environment = {**os.environ, "BLOG_ADDRESS": address}
    written = _run([*_php(folder), str(_HERE / "seed.php"), str(content)], cwd=root, env=environment)
    return dict(json.loads(written))


def _serve(root: Path, address: str, folder: Path, started: list[subprocess.Popen[bytes]]) -> None:
    place = address.removeprefix("http://")
    command = [*_php(folder), "-S", place, "-t", str(root), str(_HERE / "router.php")]
    environment = {**os.environ, "PHP_CLI_SERVER_WORKERS": "3"}
    started.append(_start(command, folder / "web.log", environment))
    _until(lambda: _answers(address), "the web server")


def _answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=10) as answer:  # noqa: S310 - an address of our own on loopback
            # Read to its end: what WordPress notes at its very first page is written only then.
            return bool(answer.read()) and answer.status == 200
    except (URLError, OSError):
        return False


def _start(
    command: list[str], log: Path, environment: Mapping[str, str] | None = None
) -> subprocess.Popen[bytes]:
    with log.open("wb") as out:
        return subprocess.Popen(
            command,
            stdout=out,
            stderr=out,
            env={**(environment or os.environ), "PATH": _path()},
            start_new_session=True,
        )


def _run(command: list[str], cwd: Path | None = None, env: Mapping[str, str] | None = None) -> str:
    environment = {**(env or os.environ), "PATH": _path()}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def _until(ready: Any, what: str) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not ready():
        if time.monotonic() > deadline:
            raise RuntimeError(f"{what} did not start")
        time.sleep(0.1)
