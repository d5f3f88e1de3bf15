"""Installs the real Bluesky server of the tests in a folder of its own: run with SELFAUDIT_INSTALL_PDS=1.

It takes some minutes and a gigabyte, so that nothing is installed unless that is asked for. Nothing of it
becomes part of selfaudit or of its environment. Where the folder is missing, tests skip.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from real_sites.board_software import HOME

NODE, SERVER = "node@22", "@atproto/dev-env@0.6.7"
_ASKED = "SELFAUDIT_INSTALL_PDS"
_DONE = "installed"


def pds_home() -> Path:
    """The folder in which the server is installed."""
    return HOME / "pds"


def node_home() -> Path:
    """The server wants a newer node than many systems have; this one lies beside it."""
    machine = {"x86_64": "x64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
    return pds_home() / "node_modules" / "node" / "node_modules" / f"node-linux-{machine}"


def missing() -> str | None:
    """Why the real server cannot run here, or ``None``."""
    if (pds_home() / _DONE).exists():
        return None
    return f"not installed: {SERVER} in {pds_home()} (make real-sites)"


def install_if_asked() -> None:
    """Install the server where it is absent, if the environment says so."""
    npm = shutil.which("npm")
    if os.environ.get(_ASKED) != "1" or missing() is None or npm is None:
        return
    pds_home().mkdir(parents=True, exist_ok=True)
    (pds_home() / "package.json").write_text('{"private": true}')
    _npm(npm, dict(os.environ), NODE)
    # Its database is built for the node that runs npm: that must be the newer one, with its own headers.
    path = f"{node_home() / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    _npm(npm, {**os.environ, "PATH": path, "npm_config_nodedir": str(node_home())}, NODE, SERVER)
    (pds_home() / _DONE).touch()


def _npm(npm: str, environment: dict[str, str], *packages: str) -> None:
    options = ["--no-save", "--no-audit", "--no-fund", "--silent"]
    subprocess.run([npm, "install", *options, *packages], cwd=pds_home(), env=environment, check=True)


if __name__ == "__main__":
    install_if_asked()
    sys.stdout.write(f"{missing() or f'The Bluesky server is in {pds_home()}.'}\n")
